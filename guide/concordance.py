"""Provisions of the two acts that speak of the same thing: content/editorial/concordance.yml, read strictly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.compare import align, likeness
from guide.fields import identifier, text
from guide.quotes import Texts, known_path
from guide.wording import plain_text
from parser.corpus import Corpus
from parser.editorial import Document, Key, read_yaml
from parser.model import Block

SURE = 2.0
"""More than any likeness of words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A provision of the Law and its counterpart in the Rules or the Decree."""

    id: str
    title: str
    law: str
    rules: str
    note: str

    @property
    def address(self) -> str:
        """The page of the pair, relative to the site's root."""
        return f"differences/{self.id}.html"


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side: the locator of one block on each side, or of none."""

    left: str | None
    right: str | None


def load_concordance(path: Path, corpus: Texts, root: Path | None = None) -> tuple[Pair, ...]:
    """Read the file and check its paths.

    Raises:
        EditorialError: one line with file, line and what is wrong.
    """
    doc = read_yaml(path, root)
    doc.check_keys((), doc.data, ("pairs",))
    seen: set[str] = set()
    items = enumerate(doc.section("pairs"))
    return tuple(_pair(doc, ("pairs", index), item, seen, corpus) for index, item in items)


def rows_of(corpus: Corpus, pair: Pair, pairs: Iterable[Pair] = ()) -> tuple[Row, ...]:
    """Both provisions block by block: the opening words, then the items of their lists that are alike.

    Args:
        corpus: the acts.
        pair: the two provisions.
        pairs: all pairs; items that are one of them stand side by side whatever their words.
    """
    known = frozenset((other.law, other.rules) for other in pairs)
    return tuple(_rows(corpus, _block(corpus, pair.law), _block(corpus, pair.rules), known))


def _pair(doc: Document, key: Key, item: dict[str, Any], seen: set[str], corpus: Texts) -> Pair:
    doc.check_keys(key, item, ("id", "title", "law", "rules", "note"))
    sides = {"law": ("law",), "rules": ("rules", "decree")}
    for side, acts in sides.items():
        path = known_path(doc, (*key, side), item[side], corpus)
        if path.split("/")[0] not in acts or "/" not in path:
            raise doc.error((*key, side), f'"{path}" is no provision of {" or ".join(acts)}')
    return Pair(
        id=identifier(doc, key, item, seen),
        title=text(doc, key, item, "title"),
        law=item["law"],
        rules=item["rules"],
        note=text(doc, key, item, "note"),
    )


def _rows(corpus: Corpus, left: Block, right: Block, known: frozenset[tuple[str, str]]) -> Iterator[Row]:
    yield Row(left.locator, right.locator)
    ones, twos = left.provisions(), right.provisions()

    def alike(one: int, two: int) -> float:
        if (ones[one].locator, twos[two].locator) in known:
            return SURE
        return likeness(_text(corpus, ones[one]), _text(corpus, twos[two]))

    for one, two in align(len(ones), len(twos), alike):
        if one is not None and two is not None:
            yield from _rows(corpus, ones[one], twos[two], known)
        else:
            yield from _alone(ones[one] if one is not None else None, twos[two] if two is not None else None)


def _alone(left: Block | None, right: Block | None) -> Iterator[Row]:
    for block in (left or right).walk() if left or right else ():  # type: ignore[union-attr]
        if block.path is not None:
            yield Row(block.locator if left else None, block.locator if right else None)


def _text(corpus: Corpus, block: Block) -> str:
    return " ".join(plain_text(corpus, inner.locator) for inner in block.walk() if inner.path is not None)


def _block(corpus: Corpus, path: str) -> Block:
    block = corpus.find(path)
    if block is None:
        raise LookupError(path)
    return block
