"""Quotations: words that must stand, as one unbroken run, in the provision that is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from parser.editorial import Document, Key
from parser.errors import shorten


class Texts(Protocol):
    """What a quotation is checked against; `parser.corpus.Corpus` offers it."""

    def has(self, path: str) -> bool:
        """Whether there is such a provision."""

    def text_of(self, path: str) -> str:
        """Its words and those of all below it as received, white space folded."""

    def corrected_text_of(self, path: str) -> str:
        """The same after emendations."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a provision, as received or after emendations."""

    path: str
    words: str


def read_quotes(doc: Document, key: Key, items: Any, texts: Texts) -> tuple[Quote, ...]:
    """A list of `{path, words}`; every one of them holds.

    Raises:
        EditorialError: no list, an unknown key, no such provision, or words that do not stand in it.
    """
    if not isinstance(items, list) or not items:
        raise doc.error(key, 'a list of "{path, words}" is expected here')
    return tuple(read_quote(doc, (*key, index), item, texts) for index, item in enumerate(items))


def read_quote(doc: Document, key: Key, item: Any, texts: Texts) -> Quote:
    """One `{path, words}` that holds.

    Raises:
        EditorialError: see `read_quotes`.
    """
    doc.check_keys(key, item, ("path", "words"))
    words = fold(str(item["words"]))
    path = known_path(doc, (*key, "path"), item["path"], texts)
    if not stands_in(texts, path, words):
        raise doc.error((*key, "words"), f'these words do not stand in {path}: "{shorten(words)}"; quote the source')
    return Quote(path, words)


def known_path(doc: Document, key: Key, path: Any, texts: Texts) -> str:
    """A path that leads to an act or a provision.

    Raises:
        EditorialError: it leads nowhere.
    """
    if not isinstance(path, str) or not texts.has(path):
        raise doc.error(key, f'there is no provision "{path}"')
    return path


def stands_in(texts: Texts, path: str, words: str) -> bool:
    """Whether the words are an unbroken run of whole words in a provision or below it."""
    return any(_whole(fold(text), fold(words)) for text in (texts.text_of(path), texts.corrected_text_of(path)))


def fold(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())


def _whole(text: str, words: str) -> bool:
    """Whether `words` stand in `text` and cut no word in two at either end."""
    return any(not (_inside(text, start) or _inside(text, start + len(words))) for start in _places(text, words))


def _places(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _inside(text: str, place: int) -> bool:
    """Whether a place lies between two letters or digits."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
