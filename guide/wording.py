"""Words of provisions as they are shown: misprints corrected and marked, gaps marked, nothing else changed."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from guide.quotes import Quote
from parser.corpus import Corpus
from parser.model import Emendation
from parser.render.inline import LOST, escape

GAP = "[words lost in the source]"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words. `source` is the misprint that they stand for; `lost` marks a gap, which has no words."""

    text: str
    source: str = ""
    lost: bool = False


def pieces_of(corpus: Corpus, quote: Quote) -> tuple[Piece, ...]:
    """A quotation cut at its misprints and gaps; one piece where there are none."""
    text, emendations = _received(corpus, quote.path)
    start = text.find(quote.words)
    if start < 0:
        return (Piece(quote.words),)
    end = start + len(quote.words)
    inside = [(at, item) for at, item in emendations if start <= at and at + item.end - item.start <= end]
    return tuple(_cut(text, start, end, inside))


def markdown_of(pieces: tuple[Piece, ...]) -> str:
    """The pieces in Markdown, with the classes of the acts' own pages."""
    return "".join(_marked(piece, escape(piece.text)) for piece in pieces)


def html_of(pieces: tuple[Piece, ...]) -> str:
    """The pieces in HTML that no Markdown reads."""
    return "".join(_marked(piece, html.escape(piece.text)) for piece in pieces)


def plain_text(corpus: Corpus, locator: str) -> str:
    """The own words of a block after emendations; a gap is named in brackets."""
    block = corpus.outline.blocks[locator]
    items = [(item.start, item) for item in corpus.emendations.get(locator, ())]
    return "".join(_plain(piece) for piece in _cut(block.text, 0, len(block.text), items))


def _plain(piece: Piece) -> str:
    return f" {GAP}" if piece.lost else piece.text


def _marked(piece: Piece, words: str) -> str:
    if piece.lost:
        return f" {LOST}"
    if piece.source:
        title = html.escape(f"The source reads: {piece.source}")
        return f'<ins class="emended" title="{title}">{words}</ins>'
    return words


def _received(corpus: Corpus, path: str) -> tuple[str, list[tuple[int, Emendation]]]:
    """The words of a provision with their numbers as received, and where in them the emendations begin."""
    text = ""
    found: list[tuple[int, Emendation]] = []
    for block in corpus.blocks_of(path):
        text += f" {block.marker} " if block.marker else " "
        found += [(len(text) + item.start, item) for item in corpus.emendations.get(block.locator, ())]
        text += block.text
    return text, found


def _cut(text: str, start: int, end: int, emendations: list[tuple[int, Emendation]]) -> Iterator[Piece]:
    position = start
    for at, item in emendations:
        if at > position:
            yield Piece(text[position:at])
        yield Piece("", lost=True) if item.lost else Piece(item.corrected, item.source)
        position = at + item.end - item.start
    if position < end:
        yield Piece(text[position:end])
