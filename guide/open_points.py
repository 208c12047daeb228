"""What the two texts leave open: content/editorial/open.yml, read strictly."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.fields import identifier, text
from guide.quotes import Quote, Texts, read_quotes
from parser.editorial import Document, Key, read_yaml


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A silence, a doubt or a contradiction, and the words that show it."""

    id: str
    title: str
    text: str
    quotes: tuple[Quote, ...]

    @property
    def address(self) -> str:
        """Page and anchor, relative to the site's root."""
        return f"open/index.html#{self.id}"


def load_open_points(path: Path, corpus: Texts, root: Path | None = None) -> tuple[OpenPoint, ...]:
    """Read the file and check every path and quotation in it.

    Raises:
        EditorialError: one line with file, line and what is wrong.
    """
    doc = read_yaml(path, root)
    doc.check_keys((), doc.data, ("open",))
    seen: set[str] = set()
    items = enumerate(doc.section("open"))
    return tuple(_point(doc, ("open", index), item, seen, corpus) for index, item in items)


def _point(doc: Document, key: Key, item: dict[str, Any], seen: set[str], corpus: Texts) -> OpenPoint:
    doc.check_keys(key, item, ("id", "title", "text", "quotes"))
    return OpenPoint(
        id=identifier(doc, key, item, seen),
        title=text(doc, key, item, "title"),
        text=text(doc, key, item, "text"),
        quotes=read_quotes(doc, (*key, "quotes"), item["quotes"], corpus),
    )
