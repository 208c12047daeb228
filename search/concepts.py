"""The thesaurus: content/editorial/concepts.yml, read strictly. Concepts in SKOS's terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parser.corpus import Corpus
from parser.editorial import Document, Key, read_yaml
from parser.errors import shorten

REQUIRED = ("id", "preferred", "provisions")
OPTIONAL = ("alternative", "hidden", "definitions", "broader", "related", "inference", "note")


@dataclass(frozen=True, slots=True)
class Place:
    """A provision of a concept, with the words that show it."""

    path: str
    quote: str


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept. `hidden` labels are what people type; they are searched and never shown."""

    id: str
    preferred: str
    provisions: tuple[Place, ...]
    alternative: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    inference: str = ""
    note: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """All its labels, the preferred one first."""
        return (self.preferred, *self.alternative, *self.hidden)

    @property
    def paths(self) -> tuple[str, ...]:
        """Its provisions, the best first, each once; then its definitions."""
        return tuple(dict.fromkeys((*(place.path for place in self.provisions), *self.definitions)))

    @property
    def address(self) -> str:
        """Its page, relative to the site's root."""
        return f"concepts/{self.id}.html"


@dataclass(frozen=True, slots=True)
class Concepts:
    """All concepts by their ids, in the order of the file."""

    by_id: Mapping[str, Concept]

    def __iter__(self) -> Iterator[Concept]:
        """The concepts in the order of the file."""
        return iter(self.by_id.values())

    def __len__(self) -> int:
        """How many there are."""
        return len(self.by_id)

    def __getitem__(self, name: str) -> Concept:
        """The concept with that id."""
        return self.by_id[name]

    def narrower(self, name: str) -> tuple[Concept, ...]:
        """The concepts that name this one as broader."""
        return tuple(concept for concept in self if name in concept.broader)


def load_concepts(path: Path, corpus: Corpus, root: Path | None = None) -> Concepts:
    """Read the thesaurus.

    Raises:
        EditorialError: an unknown key, a path or quotation that does not exist, a label or id that stands twice,
            an unknown broader or related concept, or a circle of broader concepts; with file and line.
    """
    document = read_yaml(path, root)
    document.check_keys((), document.data, ("concepts",))
    reader = _Reader(document, corpus)
    return reader.read()


class _Reader:
    """Reads one file and knows where everything stands."""

    def __init__(self, document: Document, corpus: Corpus) -> None:
        self.document = document
        self.corpus = corpus
        self.labels: dict[str, str] = {}

    def read(self) -> Concepts:
        found: dict[str, Concept] = {}
        for index, item in enumerate(self.document.section("concepts")):
            concept = self._concept(("concepts", index), item)
            if concept.id in found:
                raise self.document.error(("concepts", index, "id"), f'the id "{concept.id}" stands twice')
            found[concept.id] = concept
        for index, concept in enumerate(found.values()):
            self._check_relations(("concepts", index), concept, found)
        return Concepts(found)

    def _concept(self, key: Key, item: dict[str, Any]) -> Concept:
        self.document.check_keys(key, item, REQUIRED, OPTIONAL)
        name = str(item["id"])
        if not name.replace("-", "").isalnum() or name != name.lower():
            raise self.document.error((*key, "id"), f'"{name}" is no id: lower-case letters, digits, hyphens')
        places = item["provisions"]
        if not isinstance(places, list):
            raise self.document.error((*key, "provisions"), "a list of {path, quote} is expected")
        preferred = self._label(name, (*key, "preferred"), item["preferred"])
        return Concept(
            id=name,
            preferred=preferred,
            provisions=tuple(self._place((*key, "provisions", i), place) for i, place in enumerate(places)),
            alternative=self._labels(name, key, item, "alternative"),
            hidden=self._labels(name, key, item, "hidden"),
            definitions=tuple(self._path((*key, "definitions"), one) for one in self._list(key, item, "definitions")),
            broader=tuple(self._list(key, item, "broader")),
            related=tuple(self._list(key, item, "related")),
            inference=" ".join(str(item.get("inference", "")).split()),
            note=" ".join(str(item.get("note", "")).split()),
        )

    def _list(self, key: Key, item: dict[str, Any], name: str) -> list[str]:
        values = item.get(name, [])
        if not isinstance(values, list) or not all(isinstance(value, str) and value for value in values):
            raise self.document.error((*key, name), f'"{name}" must be a list of texts')
        return [" ".join(value.split()) for value in values]

    def _labels(self, concept: str, key: Key, item: dict[str, Any], name: str) -> tuple[str, ...]:
        return tuple(
            self._label(concept, (*key, name, i), label) for i, label in enumerate(self._list(key, item, name))
        )

    def _label(self, concept: str, key: Key, label: Any) -> str:
        """A label; no other concept may have it, nor this one twice."""
        if not isinstance(label, str) or not label.strip():
            raise self.document.error(key, "a label must be text")
        folded = " ".join(label.lower().split())
        if folded in self.labels:
            raise self.document.error(key, f'the label "{label}" stands twice (also in "{self.labels[folded]}")')
        self.labels[folded] = concept
        return " ".join(label.split())

    def _path(self, key: Key, path: Any) -> str:
        if not isinstance(path, str) or not self.corpus.has(path):
            raise self.document.error(key, f'there is no provision "{path}"')
        return path

    def _place(self, key: Key, item: Any) -> Place:
        self.document.check_keys(key, item, ("path", "quote"))
        path, words = self._path((*key, "path"), item["path"]), " ".join(str(item["quote"]).split())
        if words not in self.corpus.text_of(path) and words not in self.corpus.corrected_text_of(path):
            raise self.document.error((*key, "quote"), f'"{shorten(words)}" does not stand in {path}')
        return Place(path, words)

    def _check_relations(self, key: Key, concept: Concept, known: Mapping[str, Concept]) -> None:
        for name in ("broader", "related"):
            for other in getattr(concept, name):
                if other not in known or other == concept.id:
                    raise self.document.error((*key, name), f'"{other}" is no other concept\'s id')
        self._check_circle(key, concept, known)

    def _check_circle(self, key: Key, concept: Concept, known: Mapping[str, Concept]) -> None:
        above, waiting = set[str](), list(concept.broader)
        while waiting:
            name = waiting.pop()
            if name == concept.id:
                raise self.document.error((*key, "broader"), f'"{name}" is broader than itself')
            if name in known and name not in above:
                above.add(name)
                waiting.extend(known[name].broader)
