"""A piece of a text around the words that were looked for, cut between words. The browser cuts in the same places."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from search.text import Token, stem, tokens

LENGTH = 240
"""Characters of a snippet, about."""

BEFORE = 60
"""Characters before the first marked word that are kept."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, marked where it was looked for."""

    text: str
    mark: bool


def snippet(text: str, stems: Collection[str]) -> list[Piece]:
    """The part of a text with most of the stems, with their words marked."""
    found = list(tokens(text))
    hits = [token for token in found if stem(token.form) in stems]
    start, end = _window(text, found, hits)
    pieces = [Piece("… ", mark=False)] if start else []
    at = start
    for token in hits:
        if token.start >= at and token.end <= end:
            pieces += [Piece(text[at : token.start], mark=False), Piece(text[token.start : token.end], mark=True)]
            at = token.end
    pieces += [Piece(text[at:end], mark=False), Piece(" …" if end < len(text) else "", mark=False)]
    return [piece for piece in pieces if piece.text]


def plain(pieces: list[Piece]) -> str:
    """The snippet as text."""
    return "".join(piece.text for piece in pieces)


def _window(text: str, found: list[Token], hits: list[Token]) -> tuple[int, int]:
    """Where to cut: around the place where most different words stand together, from word to word."""
    if len(text) <= LENGTH:
        return 0, len(text)
    best, most = 0, 0
    for index, token in enumerate(hits):
        inside = {stem(other.form) for other in hits[index:] if other.end <= token.start + LENGTH - BEFORE}
        if len(inside) > most:
            best, most = max(0, token.start - BEFORE), len(inside)
    start = next((token.start for token in found if token.start >= best), 0) if best else 0
    end = start
    for token in found:
        if start <= token.start and token.end <= start + LENGTH:
            end = token.end
    if end == start:
        return start, min(len(text), start + LENGTH)
    return start, _closed(text, end)


def _closed(text: str, end: int) -> int:
    """The end of a snippet with the marks that belong to its last word."""
    while end < len(text) and text[end] in ").,;:”’\"'":
        end += 1
    return end
