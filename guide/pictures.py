"""Pictures as data: content/editorial/pictures.yml, read strictly. Every label names a provision and quotes it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from guide.fields import identifier, one_of, optional_text, text, texts
from guide.quotes import Quote, Texts, read_quote
from parser.editorial import Document, Key, read_yaml

LOOKS = ("foreign", "line", "edge", "point", "belt", "zone", "shelf", "waters", "inner", "air")
"""How a band is drawn: lines, places and areas of the style sheet."""

HEAD = ("id", "title", "lead", "description", "open")
LABEL = ("text", "path", "words")


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a picture, and the provision that they stand for."""

    text: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Head:
    """What every picture has: its page, what it shows, and the open points that its reader should know."""

    id: str
    title: str
    lead: str
    description: str
    open: tuple[str, ...]

    @property
    def address(self) -> str:
        """The picture's page, relative to the site's root."""
        return f"pictures/{self.id}.html"


@dataclass(frozen=True, slots=True)
class Band:
    """A space: what it is, what one may do in it, and what lies inside it along its edge."""

    label: Label
    look: str = "along"
    notes: tuple[Label, ...] = ()
    along: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Stack:
    """Bands in their order in space."""

    title: str
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Spaces:
    """The picture of the spaces of the Law; `frame` goes around all of them."""

    head: Head
    frame: Band
    groups: tuple[Stack, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a procedure: who does what, by when (or that the text has no time for it), and how else it may go."""

    who: str
    label: Label
    when: Label | None
    no_time: str
    notes: tuple[Label, ...]
    branch: Label | None


@dataclass(frozen=True, slots=True)
class Flow:
    """The picture of a procedure."""

    head: Head
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """An authority, some of its tasks, and an authority under it with what binds the two."""

    label: Label
    tasks: tuple[Label, ...]
    bond: Label | None
    inner: Body | None


@dataclass(frozen=True, slots=True)
class BodyGroup:
    """Authorities under one act."""

    title: str
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """The picture of who does what."""

    head: Head
    groups: tuple[BodyGroup, ...]


@dataclass(frozen=True, slots=True)
class Pictures:
    """All pictures."""

    spaces: Spaces
    flows: tuple[Flow, ...]
    authorities: Roles

    def __iter__(self) -> Iterator[Spaces | Flow | Roles]:
        """Every picture, in the order in which they are shown."""
        yield self.spaces
        yield from self.flows
        yield self.authorities


Item = TypeVar("Item")


def load_pictures(path: Path, corpus: Texts, root: Path | None = None, points: Container[str] = ()) -> Pictures:
    """Read the file and check every path and quotation in it.

    Args:
        path: the file.
        corpus: the texts.
        root: messages name the file relative to this folder.
        points: the ids of the open points that a picture may name.

    Raises:
        EditorialError: one line with file, line and what is wrong.
    """
    doc = read_yaml(path, root)
    doc.check_keys((), doc.data, ("spaces", "flows", "authorities"))
    reader = _Reader(doc, corpus, points, set())
    return Pictures(
        reader.spaces(("spaces",), doc.data["spaces"]),
        reader.each((), doc.data, "flows", reader.flow),
        reader.roles(("authorities",), doc.data["authorities"]),
    )


@dataclass(slots=True)
class _Reader:
    """Reads one document, one method a kind of item."""

    doc: Document
    corpus: Texts
    points: Container[str]
    ids: set[str]

    def each(self, key: Key, item: dict[str, Any], name: str, read: Callable[[Key, Any], Item]) -> tuple[Item, ...]:
        """The items of a list, which may be left out."""
        values = item.get(name, [])
        if not isinstance(values, list):
            raise self.doc.error((*key, name), f'"{name}" must be a list')
        return tuple(read((*key, name, index), value) for index, value in enumerate(values))

    def spaces(self, key: Key, item: Any) -> Spaces:
        self.doc.check_keys(key, item, (*HEAD, "frame", "groups"))
        self.doc.check_keys((*key, "frame"), item["frame"], LABEL, ("notes",))
        frame = self._band((*key, "frame"), item["frame"], "frame")
        return Spaces(self._head(key, item), frame, self.each(key, item, "groups", self._stack))

    def _stack(self, key: Key, item: Any) -> Stack:
        self.doc.check_keys(key, item, ("title", "bands"))
        return Stack(text(self.doc, key, item, "title"), self.each(key, item, "bands", self._looking))

    def _looking(self, key: Key, item: Any) -> Band:
        self.doc.check_keys(key, item, ("look", *LABEL), ("notes", "along"))
        return self._band(key, item, one_of(self.doc, (*key, "look"), item["look"], LOOKS))

    def _along(self, key: Key, item: Any) -> Band:
        self.doc.check_keys(key, item, LABEL, ("notes",))
        return self._band(key, item, "along")

    def _band(self, key: Key, item: Any, look: str) -> Band:
        notes = self.each(key, item, "notes", self._label)
        return Band(self._words(key, item), look, notes, self.each(key, item, "along", self._along))

    def flow(self, key: Key, item: Any) -> Flow:
        self.doc.check_keys(key, item, (*HEAD, "steps"))
        return Flow(self._head(key, item), self.each(key, item, "steps", self._step))

    def _step(self, key: Key, item: Any) -> Step:
        self.doc.check_keys(key, item, ("who", *LABEL), ("when", "no_time", "notes", "branch"))
        return Step(
            who=text(self.doc, key, item, "who"),
            label=self._words(key, item),
            when=self._optional(key, item, "when"),
            no_time=optional_text(self.doc, key, item, "no_time"),
            notes=self.each(key, item, "notes", self._label),
            branch=self._optional(key, item, "branch"),
        )

    def roles(self, key: Key, item: Any) -> Roles:
        self.doc.check_keys(key, item, (*HEAD, "groups"))
        return Roles(self._head(key, item), self.each(key, item, "groups", self._bodies))

    def _bodies(self, key: Key, item: Any) -> BodyGroup:
        self.doc.check_keys(key, item, ("title", "bodies"))
        return BodyGroup(text(self.doc, key, item, "title"), self.each(key, item, "bodies", self._body))

    def _body(self, key: Key, item: Any) -> Body:
        self.doc.check_keys(key, item, (*LABEL, "tasks"), ("inner", "bond"))
        inner = self._body((*key, "inner"), item["inner"]) if "inner" in item else None
        tasks = self.each(key, item, "tasks", self._label)
        return Body(self._words(key, item), tasks, self._optional(key, item, "bond"), inner)

    def _head(self, key: Key, item: dict[str, Any]) -> Head:
        name = identifier(self.doc, key, item, self.ids)
        title, lead, description = (text(self.doc, key, item, part) for part in ("title", "lead", "description"))
        return Head(name, title, lead, description, self._open(key, item))

    def _open(self, key: Key, item: dict[str, Any]) -> tuple[str, ...]:
        names = texts(self.doc, key, item, "open")
        for index, name in enumerate(names):
            if name not in self.points:
                raise self.doc.error((*key, "open", index), f'there is no open point "{name}"')
        return names

    def _optional(self, key: Key, item: dict[str, Any], name: str) -> Label | None:
        return self._label((*key, name), item[name]) if name in item else None

    def _label(self, key: Key, item: Any) -> Label:
        self.doc.check_keys(key, item, LABEL)
        return self._words(key, item)

    def _words(self, key: Key, item: dict[str, Any]) -> Label:
        """The label of an item that may have further keys."""
        quote = {"path": item["path"], "words": item["words"]}
        return Label(text(self.doc, key, item, "text"), read_quote(self.doc, key, quote, self.corpus))
