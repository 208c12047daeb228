"""Paths and eIds: the only place where a provision gets its name.

Paths follow the contract (`law/76/4/1`). eIds follow the Akoma Ntoso Naming Convention 1.0, section 5.4, in the short
form: `art_76__para_4__subpara_1`. Articles are unique in an act, so a chapter is no part of their names, and an id
stays when a chapter moves.
"""

from __future__ import annotations

from parser.model import Kind

PREFIX = {
    Kind.CHAPTER: "chp",
    Kind.ARTICLE: "art",
    Kind.PARAGRAPH: "para",
    Kind.SUBPARAGRAPH: "subpara",
    Kind.PART: "al",
    Kind.ANNEX: "att",
    Kind.PREAMBLE: "preamble",
    Kind.FOOTNOTE: "fn",
    Kind.FORM: "form",
    Kind.TITLE: "title",
    Kind.PREFACE: "preface",
    Kind.SIGNATURE: "signature",
}
"""Abbreviations of the naming convention; a part is Akoma Ntoso's `alinea`."""

NAMED = frozenset({Kind.CHAPTER, Kind.PART, Kind.ANNEX, Kind.FOOTNOTE, Kind.FORM, Kind.PREFACE, Kind.SIGNATURE})
"""Kinds whose step in a path says what they are: `chapter-6`, `part-2`."""

SINGLE = frozenset({Kind.TITLE, Kind.PREAMBLE})
"""Kinds of which an act has one: the step is the word alone."""

TOP = frozenset({Kind.CHAPTER, Kind.ARTICLE, Kind.ANNEX})
"""Kinds whose names do not grow from the block above them."""


def locator(parent: str, kind: Kind, num: str) -> str:
    """The locator of a block below `parent` (an act's id or another locator)."""
    if kind in SINGLE:
        return f"{parent}/{kind.value}"
    step = f"{kind.value}-{num}" if kind in NAMED else num
    return f"{parent}/{step}"


def eid(parent: str, kind: Kind, num: str) -> str:
    """The eId of a block below the block with eId `parent` ("" at the top of an act)."""
    step = PREFIX[kind] if kind in SINGLE else f"{PREFIX[kind]}_{num}"
    return f"{parent}__{step}" if parent and kind not in TOP else step
