"""What every block of a text is: a chapter, a paragraph, a footnote. One rule a kind, tried in the order of `RULES`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parser.layout import Layout
from parser.lines import Piece
from parser.model import Kind

COMPLETE = re.compile(r"[.;:]$")
"""Running text ends so; a heading does not."""


class Item(NamedTuple):
    """A piece with its kind, the number as printed and the words after it."""

    kind: Kind
    marker: str
    num: str
    text: str
    piece: Piece


STARTS = frozenset({Kind.PREAMBLE, Kind.CHAPTER, Kind.ARTICLE, Kind.PARAGRAPH})
"""Kinds with which the text proper begins."""


@dataclass(slots=True)
class State:
    """What has been seen so far in the act that is being read."""

    layout: Layout
    started: bool = False
    titled: bool = False
    in_annex: bool = False
    chapters: int = 0
    paragraphs: int = 0


Rule = Callable[[Piece, State], Item | None]


def classify(pieces: Sequence[Piece], layout: Layout) -> Iterator[list[Item]]:
    """The blocks of each act in a text, in order: the act itself, then an act that it approves."""
    state = State(layout)
    items: list[Item] = []
    for piece in pieces:
        if layout.approved.match(piece.text) and items:
            yield items
            state, items = State(layout), []
        item = next(found for rule in RULES if (found := rule(piece, state)))
        _note(item, state)
        items.append(item)
    if items:
        yield items


def _note(item: Item, state: State) -> None:
    """Remember what the next blocks depend on."""
    state.titled |= item.kind is Kind.TITLE
    state.in_annex |= item.kind is Kind.ANNEX
    state.started |= item.kind in STARTS
    state.chapters += item.kind is Kind.CHAPTER
    if item.kind is Kind.PARAGRAPH:
        state.paragraphs = int(item.num.split("-")[0])


def _numbered(kind: Kind, pattern: re.Pattern[str], piece: Piece) -> Item | None:
    match = pattern.match(piece.text)
    if not match:
        return None
    num = re.sub(r"\s", "", match["num"])
    return Item(kind, match.group().strip(), num, piece.text[match.end() :], piece)


def _plain(kind: Kind, piece: Piece) -> Item:
    return Item(kind, "", "", piece.text, piece)


def annex(piece: Piece, state: State) -> Item | None:
    """`Annex 1 to the Rules for engagement of citizens …`."""
    return _numbered(Kind.ANNEX, state.layout.annex, piece)


def footnote(piece: Piece, state: State) -> Item | None:
    """`Footnote. Article 2 as amended by the Law …`."""
    return _plain(Kind.FOOTNOTE, piece) if state.layout.footnote.match(piece.text) else None


def form(piece: Piece, state: State) -> Item | None:
    """Everything else in an annex: the lines of a specimen."""
    return Item(Kind.FORM, "", "", piece.text, piece) if state.in_annex else None


def chapter(piece: Piece, state: State) -> Item | None:
    """`Chapter 3. REGIME OF THE STATE BORDER`."""
    return _numbered(Kind.CHAPTER, state.layout.chapter, piece)


def numbered_chapter(piece: Piece, state: State) -> Item | None:
    """`2. Forms and types of engagement …`: no running text, the next chapter's number, not the next paragraph's."""
    if not state.layout.numbered_chapters or COMPLETE.search(piece.text) or not state.titled:
        return None
    item = _numbered(Kind.CHAPTER, state.layout.paragraph, piece)
    expected = item is not None and item.num == str(state.chapters + 1)
    follows = item is not None and item.num == str(state.paragraphs + 1)
    return item if expected and (not follows or state.chapters == 0) else None


def article(piece: Piece, state: State) -> Item | None:
    """`Article 68-1. Special aspects of supplying …`."""
    return _numbered(Kind.ARTICLE, state.layout.article, piece)


def paragraph(piece: Piece, state: State) -> Item | None:
    """`4. Circumstances that exclude …`."""
    return _numbered(Kind.PARAGRAPH, state.layout.paragraph, piece)


def subparagraph(piece: Piece, state: State) -> Item | None:
    """`22-1) service infrastructure – …`."""
    return _numbered(Kind.SUBPARAGRAPH, state.layout.subparagraph, piece)


def signature(piece: Piece, state: State) -> Item | None:
    """`Prime Minister`."""
    return _plain(Kind.SIGNATURE, piece) if state.started and state.layout.signature.match(piece.text) else None


def preface(piece: Piece, state: State) -> Item | None:
    """`Unofficial translation`, the date and number, the stamp of approval."""
    return _plain(Kind.PREFACE, piece) if not state.started and state.layout.preface.match(piece.text) else None


def title(piece: Piece, state: State) -> Item | None:
    """The first words of an act that are no stamp of approval."""
    return None if state.titled or state.started else _plain(Kind.TITLE, piece)


def preamble(piece: Piece, state: State) -> Item | None:
    """Running text before the first number."""
    if state.started:
        return None
    running = COMPLETE.search(piece.text) or state.layout.preamble.match(piece.text)
    return _plain(Kind.PREAMBLE, piece) if running else None


def part(piece: Piece, state: State) -> Item | None:
    """Whatever is left: words without a number of their own, or a further line of the preface."""
    return _plain(Kind.PART if state.started else Kind.PREFACE, piece)


RULES: tuple[Rule, ...] = (
    annex,
    footnote,
    form,
    chapter,
    numbered_chapter,
    article,
    paragraph,
    subparagraph,
    signature,
    preface,
    title,
    preamble,
    part,
)
"""The order matters: a rule sees only what those before it have left."""
