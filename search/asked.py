"""What readers would type to find a provision: content/editorial/asked/*.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parser.corpus import Corpus
from parser.editorial import Document, read_yaml


@dataclass(frozen=True, slots=True)
class Asked:
    """What readers of a provision would type.

    `phrases` are compared with a query one by one; of `words` each counts for itself. The `further_` ones are rarer: a
    browser loads them after its first results.
    """

    phrases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    further_phrases: tuple[str, ...] = ()
    further_words: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """Everything that they would type."""
        return (*self.phrases, *self.words, *self.further_phrases, *self.further_words)

    def __add__(self, other: Asked) -> Asked:
        """Both together."""
        return Asked(
            self.phrases + other.phrases,
            self.words + other.words,
            self.further_phrases + other.further_phrases,
            self.further_words + other.further_words,
        )


NOTHING = Asked()


def load_asked(folder: Path, corpus: Corpus, root: Path | None = None) -> Mapping[str, Asked]:
    """What is asked for each path, in the order of the files.

    Raises:
        EditorialError: a path leads nowhere, a phrase is no text, something stands twice under its path.
    """
    found: dict[str, Asked] = {}
    for file in sorted(folder.glob("*.yml")):
        document = read_yaml(file, root)
        if not isinstance(document.data, dict):
            raise document.error((), "a mapping from paths to what is asked is expected")
        for path, value in document.data.items():
            if not isinstance(path, str) or not corpus.has(path):
                raise document.error((path,), f'there is no provision "{path}"')
            found[path] = found.get(path, NOTHING) + _asked(document, path, value)
    return found


def _asked(document: Document, path: str, value: object) -> Asked:
    """What is asked for one path."""
    first = _part(document, (path,), value, ("phrases", "words", "further"))
    further = _part(document, (path, "further"), first.get("further", {"words": ""}), ("phrases", "words"))
    parts = [
        reader(document, (path, key), part.get(key, empty))
        for part in (first, further)
        for key, reader, empty in (("phrases", _phrases, []), ("words", _words, ""))
    ]
    asked = Asked(*map(tuple, parts))
    for said in (asked.phrases + asked.further_phrases, asked.words + asked.further_words):
        twice = next((one for index, one in enumerate(said) if one in said[:index]), None)
        if twice is not None:
            raise document.error((path,), f'"{twice}" stands twice under {path}')
    return asked


def _part(document: Document, place: tuple[Any, ...], value: object, keys: tuple[str, ...]) -> Mapping[str, Any]:
    if not isinstance(value, dict) or not value or not set(value) <= set(keys):
        raise document.error(place, f'"{place[0]}" needs {" or ".join(keys)}')
    return value


def _phrases(document: Document, place: tuple[Any, ...], phrases: object) -> Iterator[str]:
    if not isinstance(phrases, list):
        raise document.error(place, "a list of phrases is expected")
    for index, phrase in enumerate(phrases):
        if not isinstance(phrase, str) or not phrase.strip():
            raise document.error((*place, index), "a phrase is no text; put it in quotes")
        yield " ".join(phrase.split())


def _words(document: Document, place: tuple[Any, ...], words: object) -> Iterator[str]:
    if not isinstance(words, str):
        raise document.error(place, "words are expected, with spaces between them")
    yield from words.split()
