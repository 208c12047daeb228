"""The letter of application as data: content/editorial/letter.yml, read strictly. The acts prescribe no form for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from guide.fields import text, texts
from guide.quotes import Quote, Texts, read_quote
from parser.editorial import Document, Key, read_yaml

PARTS = ("title", "lead", "own", "file", "addressee", "sender", "heading", "body")
REST = ("enclosures", "signature", "notes", "not_stated", "certificate")
CLAUSE = ("text", "path", "words")
SUFFIX = ".docx"


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of the letter or of a note, and the provision that they follow."""

    text: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to fill in by hand, and why it is there."""

    label: str
    why: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper that goes with the letter; an optional one may be left out."""

    clause: Clause
    optional: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """The whole letter, and what a reader should know before using it."""

    title: str
    lead: str
    own: str
    file: str
    addressee: Clause
    addressee_blank: str
    sender: tuple[Blank, ...]
    heading: str
    body: tuple[Clause, ...]
    enclosures: tuple[Enclosure, ...]
    signature: tuple[str, ...]
    notes: tuple[Clause, ...]
    not_stated: str
    certificate: Clause

    def clauses(self) -> Iterator[Clause]:
        """Everything that follows a provision."""
        yield self.addressee
        yield from self.body
        yield from (item.clause for item in self.enclosures)
        yield from self.notes
        yield self.certificate


Item = TypeVar("Item")


def load_letter(path: Path, corpus: Texts, root: Path | None = None) -> Letter:
    """Read the file and check every path and quotation in it.

    Raises:
        EditorialError: one line with file, line and what is wrong.
    """
    doc = read_yaml(path, root)
    doc.check_keys((), doc.data, ("letter",))
    doc.check_keys(("letter",), doc.data["letter"], (*PARTS, *REST))
    return _Reader(doc, corpus).letter(("letter",), doc.data["letter"])


@dataclass(slots=True)
class _Reader:
    """Reads the parts of a letter."""

    doc: Document
    corpus: Texts

    def letter(self, key: Key, item: dict[str, Any]) -> Letter:
        doc = self.doc
        doc.check_keys((*key, "addressee"), item["addressee"], (*CLAUSE, "blank"))
        return Letter(
            title=text(doc, key, item, "title"),
            lead=text(doc, key, item, "lead"),
            own=text(doc, key, item, "own"),
            file=self._file(key, item),
            addressee=self._words((*key, "addressee"), item["addressee"]),
            addressee_blank=text(doc, (*key, "addressee"), item["addressee"], "blank"),
            sender=self._each(key, item, "sender", self._blank),
            heading=text(doc, key, item, "heading"),
            body=self._each(key, item, "body", self._clause),
            enclosures=self._each(key, item, "enclosures", self._enclosure),
            signature=texts(doc, key, item, "signature"),
            notes=self._each(key, item, "notes", self._clause),
            not_stated=text(doc, key, item, "not_stated"),
            certificate=self._clause((*key, "certificate"), item["certificate"]),
        )

    def _file(self, key: Key, item: dict[str, Any]) -> str:
        name = text(self.doc, key, item, "file")
        stem = name.removesuffix(SUFFIX)
        if stem == name or not stem.replace("-", "").isalnum() or not stem.isascii():
            raise self.doc.error((*key, "file"), f'"{name}" is no file name: letters, digits, hyphens, and {SUFFIX}')
        return name

    def _each(self, key: Key, item: dict[str, Any], name: str, read: Callable[[Key, Any], Item]) -> tuple[Item, ...]:
        if not isinstance(item[name], list):
            raise self.doc.error((*key, name), f'"{name}" must be a list')
        return tuple(read((*key, name, index), value) for index, value in enumerate(item[name]))

    def _blank(self, key: Key, item: Any) -> Blank:
        self.doc.check_keys(key, item, ("blank", "why"))
        return Blank(text(self.doc, key, item, "blank"), text(self.doc, key, item, "why"))

    def _enclosure(self, key: Key, item: Any) -> Enclosure:
        self.doc.check_keys(key, item, (*CLAUSE, "optional"))
        if not isinstance(item["optional"], bool):
            raise self.doc.error((*key, "optional"), '"optional" must be true or false')
        return Enclosure(self._words(key, item), item["optional"])

    def _clause(self, key: Key, item: Any) -> Clause:
        self.doc.check_keys(key, item, CLAUSE)
        return self._words(key, item)

    def _words(self, key: Key, item: dict[str, Any]) -> Clause:
        quote = {"path": item["path"], "words": item["words"]}
        return Clause(text(self.doc, key, item, "text"), read_quote(self.doc, key, quote, self.corpus))
