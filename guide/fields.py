"""Values of editorial files, read strictly: what is not of the right type is an error with its line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guide.quotes import fold
from parser.editorial import Document, Key


def text(doc: Document, key: Key, item: dict[str, Any], name: str) -> str:
    """A text that is not empty, white space folded.

    Raises:
        EditorialError: a number, a list or nothing stands there.
    """
    value = item.get(name)
    if not isinstance(value, str) or not value.strip():
        raise doc.error((*key, name), f'"{name}" must be text; put it in quotes')
    return fold(value)


def optional_text(doc: Document, key: Key, item: dict[str, Any], name: str) -> str:
    """The same, or an empty text where the key is left out."""
    return text(doc, key, item, name) if name in item else ""


def texts(doc: Document, key: Key, item: dict[str, Any], name: str) -> tuple[str, ...]:
    """A list of texts; empty where the key is left out.

    Raises:
        EditorialError: it is no list, or one of its values is no text.
    """
    values = item.get(name, [])
    if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
        raise doc.error((*key, name), f'"{name}" must be a list of texts')
    return tuple(map(fold, values))


def one_of(doc: Document, key: Key, value: Any, known: Sequence[str]) -> str:
    """A value out of a closed list.

    Raises:
        EditorialError: names the known ones.
    """
    if value not in known:
        raise doc.error(key, f'"{value}" is unknown here; known: {", ".join(known)}')
    return str(value)


def identifier(doc: Document, key: Key, item: dict[str, Any], seen: set[str]) -> str:
    """The `id` of an item: letters, digits and hyphens, and no other item's.

    Raises:
        EditorialError: it is none, or stands twice.
    """
    name = text(doc, key, item, "id")
    if not name.replace("-", "").isalnum() or not name.isascii():
        raise doc.error((*key, "id"), f'"{name}" is no id: letters, digits and hyphens only')
    if name in seen:
        raise doc.error((*key, "id"), f'the id "{name}" stands twice')
    seen.add(name)
    return name
