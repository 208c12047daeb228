"""An act as Bluebell reads it: keywords and indentation that say what the plain text leaves to be found.

CHAPTER 1 - GENERAL PROVISIONS
  ARTICLE 5 - Principles of protection of the State Border
    ALINEA
      Principles of protection of the State Border are:
    SUBPARAGRAPH 1)
      compliance with legality …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.model import Act, Block, Kind

KEYWORDS = {
    Kind.CHAPTER: "CHAPTER",
    Kind.ARTICLE: "ARTICLE",
    Kind.PARAGRAPH: "PARAGRAPH",
    Kind.SUBPARAGRAPH: "SUBPARAGRAPH",
    Kind.PART: "ALINEA",
}
HEADED = frozenset({Kind.CHAPTER, Kind.ARTICLE})
SPECIAL = re.compile(r"([\\{\[*/_])")
INDENT = "  "


def markup(act: Act) -> str:
    """The whole act. Footnotes are plain lines, as they are in the source."""
    frame: dict[str, list[str]] = {"PREFACE": [], "PREAMBLE": [], "BODY": [], "CONCLUSIONS": []}
    places = {
        Kind.TITLE: "PREFACE",
        Kind.PREFACE: "PREFACE",
        Kind.PREAMBLE: "PREAMBLE",
        Kind.SIGNATURE: "CONCLUSIONS",
    }
    for block in act.blocks:
        frame[places.get(block.kind, "BODY")].extend(_lines(block, ""))
    return "".join(f"{name}\n\n" + "\n".join(lines) + "\n\n" for name, lines in frame.items())


def _lines(block: Block, indent: str) -> Iterator[str]:
    text = SPECIAL.sub(r"\\\1", block.text)
    if block.kind not in KEYWORDS:
        yield indent + text
        return
    heading = f" - {text}" if block.kind in HEADED else ""
    number = f" {block.num}" if block.kind in HEADED else f" {block.marker}" if block.marker else ""
    yield f"{indent}{KEYWORDS[block.kind]}{number}{heading}"
    if not heading:
        yield indent + INDENT + text
    for child in block.children:
        yield from _lines(child, indent + INDENT)
