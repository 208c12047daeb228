"""From classified blocks to the tree of an act, and the oddities of its numbering.

Ownership of unnumbered blocks (the contract's rule): after a list, such a block belongs to the last item when the list
goes on after it, and closes the list's parent when it does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from parser.classify import Item, classify
from parser.eid import NAMED, SINGLE, eid, locator
from parser.errors import Diagnostic, SourceError
from parser.lines import split_blocks
from parser.model import Act, Block, Kind, Meta
from parser.source import Source

DEPTH = {
    Kind.CHAPTER: 1,
    Kind.ANNEX: 1,
    Kind.ARTICLE: 2,
    Kind.PARAGRAPH: 3,
    Kind.SUBPARAGRAPH: 4,
}
"""How deep the numbered kinds stand; a block closes all that stand as deep or deeper."""

OUTSIDE = frozenset({Kind.TITLE, Kind.PREFACE, Kind.PREAMBLE, Kind.SIGNATURE})
"""Kinds that stand at the top of the act, under no provision."""

NUMBERED = frozenset({Kind.CHAPTER, Kind.ANNEX, Kind.ARTICLE, Kind.PARAGRAPH, Kind.SUBPARAGRAPH})


@dataclass(slots=True)
class Node:
    """A block that is still growing. `counts` holds the unnumbered children seen so far, by kind."""

    item: Item | None
    locator: str
    eid: str
    children: list[Node] = field(default_factory=list)
    counts: dict[Kind, int] = field(default_factory=dict)

    @property
    def depth(self) -> int:
        """The depth of its kind; 0 at the top of the act."""
        return DEPTH.get(self.item.kind, 9) if self.item else 0

    def freeze(self) -> Block:
        """The finished block."""
        item = self.item
        if item is None:
            raise AssertionError("the top of an act is no block")
        children = tuple(child.freeze() for child in self.children)
        lines = item.piece.lines if item.kind is Kind.FORM else ()
        return Block(
            item.kind, item.marker, item.num, item.text, item.piece.span, self.locator, self.eid, children, lines
        )


def parse(source: Source) -> tuple[tuple[Act, ...], tuple[Diagnostic, ...]]:
    """The acts of a source and what is odd in them.

    Raises:
        SourceError: the text holds more or fewer acts than `meta.yml` says.
    """
    runs = list(classify(split_blocks(source.text, source.layout), source.layout))
    if len(runs) != len(source.acts):
        raise SourceError(f"{source.file}:1: {len(runs)} acts found, meta.yml tells of {len(source.acts)}; correct one")
    acts: list[Act] = []
    diagnostics: list[Diagnostic] = []
    for meta, items in zip(source.acts, runs, strict=True):
        builder = Builder(meta, source.file)
        acts.append(builder.build(items))
        diagnostics.extend(builder.diagnostics)
    return tuple(acts), tuple(diagnostics)


class Builder:
    """Builds the tree of one act, block by block."""

    def __init__(self, meta: Meta, file: str) -> None:
        self.meta = meta
        self.file = file
        self.top = Node(None, meta.id, "")
        self.open: list[Node] = [self.top]
        self.diagnostics: list[Diagnostic] = []
        self.copies: Counter[str] = Counter()
        self.last: dict[tuple[str, Kind], str] = {}

    def build(self, items: Sequence[Item]) -> Act:
        """The act; a text without a single number is reported."""
        for item, goes_on in zip(items, _lists_that_go_on(items), strict=True):
            self._place(item, goes_on)
        if not self.last:
            first = items[0]
            self._report(first, "no article and no numbered paragraph found; is this the text of an act?")
        return Act(self.meta, tuple(node.freeze() for node in self.top.children))

    def _place(self, item: Item, goes_on: bool) -> None:
        self._close(item, goes_on)
        parent = self.top if item.kind in OUTSIDE else self.open[-1]
        node = self._node(item, parent)
        parent.children.append(node)
        if item.kind in NUMBERED:
            self.open.append(node)

    def _close(self, item: Item, goes_on: bool) -> None:
        """Close what the block ends: deeper numbers, a finished list, everything above a footnote's unit."""
        if item.kind in DEPTH:
            self._close_to(DEPTH[item.kind] - 1)
        elif item.kind is Kind.PART and not goes_on:
            self._close_to(DEPTH[Kind.PARAGRAPH])
        elif item.kind is Kind.FOOTNOTE:
            has_article = any(node.item and node.item.kind is Kind.ARTICLE for node in self.open)
            self._close_to(DEPTH[Kind.ARTICLE if has_article else Kind.PARAGRAPH])

    def _close_to(self, depth: int) -> None:
        while self.open[-1].depth > depth:
            self.open.pop()

    def _node(self, item: Item, parent: Node) -> Node:
        number = item.num if item.kind in NUMBERED else self._count(item.kind, parent)
        above = parent if parent.depth != DEPTH[Kind.CHAPTER] or item.kind in NAMED else self.top
        if parent.item and parent.item.kind is Kind.ANNEX:
            above = parent
        if item.kind in NUMBERED:
            number = self._checked(item, above)
        return Node(item, locator(above.locator, item.kind, number), eid(above.eid, item.kind, number))

    def _count(self, kind: Kind, parent: Node) -> str:
        """The number of an unnumbered block; a paragraph's own words are its part 1."""
        if kind in SINGLE:
            return ""
        own_words = kind is Kind.PART and parent.depth >= DEPTH[Kind.PARAGRAPH]
        parent.counts[kind] = parent.counts.get(kind, int(own_words)) + 1
        return str(parent.counts[kind])

    def _checked(self, item: Item, above: Node) -> str:
        """The block's number; one that stands twice gets an ending, and is reported like one out of order."""
        scope = (above.locator, item.kind)
        before, self.last[scope] = self.last.get(scope), item.num
        first = locator(above.locator, item.kind, item.num)
        self.copies[first] += 1
        copies = self.copies[first]
        name = item.num if copies == 1 else f"{item.num}_{copies}"
        if copies > 1:
            self._report(item, f'{item.kind} "{item.marker}" stands twice')
        elif not _follows(before, item.num):
            self._report(item, f'{item.kind} "{item.marker}" after {before or "no other"}: out of order')
        return name

    def _report(self, item: Item, message: str) -> None:
        self.diagnostics.append(Diagnostic("error", self.file, item.piece.span.line, message, item.piece.text))


def _follows(before: str | None, num: str) -> bool:
    """Whether a number may stand after another: 1 first, then 2; 22-1 after 22, 68-1 after 68, 69 after 68-1."""
    main, sub = _number(num)
    if before is None:
        return (main, sub) == (1, 0)
    last_main, last_sub = _number(before)
    return (main, sub) in {(last_main + 1, 0), (last_main, last_sub + 1)}


def _number(num: str) -> tuple[int, int]:
    main, _, sub = num.partition("-")
    return int(main), int(sub or 0)


def _lists_that_go_on(items: Sequence[Item]) -> Iterator[bool]:
    """For each block, whether the next numbered one is a further item of a list that has begun."""
    goes_on = [False] * len(items)
    following = False
    for index in range(len(items) - 1, -1, -1):
        goes_on[index] = following
        kind = items[index].kind
        if kind is Kind.SUBPARAGRAPH:
            following = _number(items[index].num) != (1, 0)
        elif kind in NUMBERED:
            following = False
    yield from goes_on
