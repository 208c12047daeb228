"""From a text to its blocks: where one begins and ends. What they are is the next step's business."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parser.layout import Layout
from parser.model import Span

ENDS_SENTENCE = re.compile(r"[.;:!?)”\"]$")
"""A block that ends so is complete; one that does not may go on after a page break."""


class Piece(NamedTuple):
    """A run of lines that is one block. `text` has its white space folded, `lines` are the printed ones."""

    text: str
    lines: tuple[str, ...]
    span: Span


class Line(NamedTuple):
    """A printed line that is not blank, and whether a blank one stands before it."""

    text: str
    start: int
    end: int
    number: int
    after_blank: bool


def split_blocks(text: str, layout: Layout) -> list[Piece]:
    """The blocks of a text in their order; joined, they hold all of it but white space."""
    groups = _groups(text, layout) if layout.wrapped else ([line] for line in _lines(text))
    pieces = (_piece(group) for group in groups)
    return [part for piece in pieces for part in _unglue(text, piece, layout)]


def _lines(text: str) -> Iterator[Line]:
    start, blank = 0, False
    for number, raw in enumerate(text.split("\n"), 1):
        stripped = raw.strip()
        if stripped:
            left = start + len(raw) - len(raw.lstrip())
            yield Line(stripped, left, left + len(stripped), number, blank)
        blank = not stripped
        start += len(raw) + 1


def _groups(text: str, layout: Layout) -> Iterator[list[Line]]:
    """Lines of a wrapped layout, joined across page breaks where a sentence goes on."""
    group: list[Line] = []
    in_annex = False
    for line in _lines(text):
        in_form = in_annex and not layout.footnote.match(group[0].text)
        if group and (_begins(line, group[-1], layout) or (in_form and line.after_blank)):
            yield group
            group = []
        group.append(line)
        in_annex = in_annex or bool(layout.annex.match(line.text))
    if group:
        yield group


def _begins(line: Line, before: Line, layout: Layout) -> bool:
    """Whether `line` begins a block. A number inside a sentence that was wrapped does not."""
    ended = bool(ENDS_SENTENCE.search(before.text))
    if line.after_blank:
        return ended or not line.text[0].islower() or layout.starts_block(line.text)
    if not layout.starts_block(line.text):
        return False
    numbered = layout.paragraph.match(line.text) or layout.subparagraph.match(line.text)
    return ended or not numbered


def _piece(group: list[Line]) -> Piece:
    lines = tuple(" ".join(line.text.split()) for line in group)
    span = Span(group[0].start, group[-1].end, group[0].number)
    return Piece(" ".join(lines), lines, span)


def _unglue(text: str, piece: Piece, layout: Layout) -> Iterator[Piece]:
    """Cut a heading off that was glued to the end of the block before it."""
    match = layout.glued_heading.search(piece.text)
    if not match:
        yield piece
        return
    head, tail = piece.text[: match.start()], piece.text[match.end() :]
    cut = _offset_of_tail(text, piece.span, tail)
    line = piece.span.line + text.count("\n", piece.span.start, cut)
    yield Piece(head, (head,), Span(piece.span.start, cut, piece.span.line))
    yield Piece(tail, (tail,), Span(cut, piece.span.end, line))


def _offset_of_tail(text: str, span: Span, tail: str) -> int:
    """Where the last words of a block begin in the source, whatever white space stands between them."""
    pattern = r"\s+".join(re.escape(word) for word in tail.split())
    found = [match.start() for match in re.finditer(pattern, text[span.start : span.end])]
    return span.start + found[-1]
