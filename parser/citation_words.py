"""The words of a citation: names of acts and units, numbers, and what may stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ACTS = {
    "law": ("law",),
    "act": ("law",),
    "70-v": ("law",),
    "rules": ("rules", "decree"),
    "rule": ("rules", "decree"),
    "regulation": ("rules", "decree"),
    "regulations": ("rules", "decree"),
    "decree": ("decree", "rules"),
    "resolution": ("decree", "rules"),
    "866": ("decree", "rules"),
}
"""Words for an act, with the ids of acts that they may mean, the likeliest first."""

UNITS = {
    "chapter": ("chapter", "chapters", "chap", "ch", "chp"),
    "annex": ("annex", "annexes", "appendix", "annexe", "att", "app"),
    "article": ("article", "articles", "art", "arts", "section", "sec"),
    "definition": ("definition", "definitions", "def", "term"),
    "paragraph": ("paragraph", "paragraphs", "para", "paras", "par", "p", "pp", "point", "clause", "item", "cl", "pt"),
    "subparagraph": ("subparagraph", "subparagraphs", "subpara", "subparas", "subpar", "subp", "sub", "sp"),
    "part": ("part", "al"),
}
"""Words for a unit. Outermost first: that is the order in which they are looked up, however they were typed."""

PLURALS = frozenset({"chapters", "annexes", "articles", "arts", "paragraphs", "paras", "subparagraphs", "subparas"})
"""Words after which several numbers stand side by side: `Articles 2, 3`."""

UNIT_OF = {word: unit for unit, words in UNITS.items() for word in words}
RANK = {unit: rank for rank, unit in enumerate(UNITS)}
SKIPPED = frozenset({"of", "the", "in", "to", "from", "under", "this", "these", "no", "nr", "n", "number", "s"})
SKIPPED |= {"dated", "government", "republic", "kazakhstan"}

PIECE = re.compile(r"[a-z]+|[0-9]+(?:-(?:[0-9]+|v)(?![0-9a-z]))?|[^a-z0-9]")
PUNCTUATION = frozenset(" ()[].,/:;§№#_–—'\"")
MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
DATE = re.compile(
    r"[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|"
    rf"[0-9]{{1,2}} {MONTH} [0-9]{{4}}|{MONTH} [0-9]{{1,2}}, ?[0-9]{{4}}"
)
"""`27.08.2013`, `2013-08-27`, `16 january 2013`, `august 27, 2013`."""

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
"""`Law No. 70-V of 2013`: no provision has such a number."""

MAX_NUMBER = 4
"""A number of more digits is in no citation."""


@dataclass(frozen=True, slots=True)
class Step:
    """One number of a citation and the unit that was named with it ("" where none was)."""

    unit: str
    num: str


def read_words(text: str) -> tuple[tuple[str, ...], tuple[Step, ...]] | None:
    """The acts that are named and the steps, outermost first; None where a word has no place in a citation."""
    acts: tuple[str, ...] = ()
    unit, steps = "", list[Step]()
    for piece in _pieces(text):
        if piece in ACTS and (not acts or piece not in {"act", "law"}):
            acts = ACTS[piece]
        elif piece in UNIT_OF:
            unit = UNIT_OF[piece]
        elif YEAR.fullmatch(piece) and not unit:
            continue
        elif piece[0].isdigit():
            if len(re.split("-", piece)[0]) > MAX_NUMBER or piece.startswith("0"):
                return None
            steps.append(Step(unit, piece))
            unit = ""
        elif piece not in SKIPPED and piece not in PUNCTUATION and piece not in ACTS:
            return None
    return None if unit else (acts, _ordered(steps))


def _pieces(text: str) -> Iterator[str]:
    """Words, numbers and marks. "sub-para" and "sub para" are one word; "22 - 1" stays three pieces."""
    joined = re.sub(r"\bsub[- ]?(?=p)", "sub", text)
    yield from (match.group() for match in PIECE.finditer(joined))


def _ordered(steps: list[Step]) -> tuple[Step, ...]:
    """Steps outermost first. A bare number belongs to the unit before it: `Art. 76(4)` is one group."""
    groups: list[list[Step]] = []
    for step in steps:
        if step.unit or not groups:
            groups.append([step])
        else:
            groups[-1].append(step)
    groups.sort(key=lambda group: RANK[group[0].unit] if group[0].unit else RANK["article"])
    return tuple(step for group in groups for step in group)
