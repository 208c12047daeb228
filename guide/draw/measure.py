"""How wide words are, so that lines break before they overflow. Fonts differ: the widths are those of a wide one."""

from __future__ import annotations

from collections.abc import Iterator

NARROW, SLIM, WIDE = frozenset("ijlI|!'"), frozenset("tfr .,;:()-/"), frozenset("mwMW")
WIDTHS = {"narrow": 0.3, "slim": 0.4, "wide": 0.96, "capital": 0.74, "other": 0.63}
"""Parts of the type size, after DejaVu Sans, the widest of the fonts that the site names."""

BOLD = 1.1


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width of a line of text."""
    return sum(WIDTHS[_kind(character)] for character in text) * size * (BOLD if bold else 1)


def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines of at most that width; a word that is wider stands alone."""
    return tuple(_lines(text.split(), width, size, bold))


def _lines(words: list[str], width: float, size: float, bold: bool) -> Iterator[str]:
    line: list[str] = []
    for word in words:
        if line and width_of(" ".join([*line, word]), size, bold) > width:
            yield " ".join(line)
            line = []
        line.append(word)
    if line:
        yield " ".join(line)


def _kind(character: str) -> str:
    for name, characters in (("narrow", NARROW), ("slim", SLIM), ("wide", WIDE)):
        if character in characters:
            return name
    return "capital" if character.isupper() else "other"
