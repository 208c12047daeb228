"""Footnotes become amendments: what was done, to which unit, by which act, and when that took effect.

The unit is the one that the words name, which need not be the one above the footnote:
`Chapter 9 is supplemented by Article 68-1` is about Article 68-1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parser.acts_cited import read_citation
from parser.model import Amendment, Block, Ref

ACTIONS = (
    ("supplemented", re.compile(r"\bsupplemented\b")),
    ("excluded", re.compile(r"\b(?:excluded|lost force|repealed)\b")),
    ("reworded", re.compile(r"\b(?:reworded|in the (?:wording|edition|new wording) of)\b")),
    ("amended", re.compile(r"\bamended\b")),
)
"""The verbs of footnotes, in the order in which they are looked for."""

ENFORCEMENT = re.compile(r"\((?P<clause>[^()]*(?:enforced|force)[^()]*)\)")


def read_amendments(footnote: Block, refs: Sequence[Ref]) -> tuple[Amendment, ...]:
    """The amendments that a footnote tells of, in order; empty when it tells of none.

    Args:
        footnote: the footnote's block.
        refs: the references found in it.
    """
    amendments: list[Amendment] = []
    target = ""
    for start, end in _clauses(footnote.text):
        inside = [ref for ref in refs if start <= ref.start < end]
        named = [path for ref in inside if ref.kind in {"internal", "self"} for path in ref.targets]
        target = named[-1] if named else target
        amendments.extend(_amendment(footnote, footnote.text[start:end], inside, target))
    return tuple(amendments)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a footnote between semicolons that stand in no brackets."""
    start = depth = 0
    for index, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char == ";" and depth == 0:
            yield start, index
            start = index + 1
    yield start, len(text)


def _amendment(footnote: Block, words: str, refs: Sequence[Ref], target: str) -> Iterator[Amendment]:
    """One amendment a clause, when the clause has a verb, a unit and an amending act."""
    outside = [ref for ref in refs if ref.kind == "external"]
    if not outside or not target:
        return
    enforcement = ENFORCEMENT.search(words)
    for action, pattern in ACTIONS:
        if pattern.search(words):
            by = outside[-1].cites or read_citation(outside[-1].text)
            clause = enforcement["clause"] if enforcement else ""
            yield Amendment(target, action, by, clause, footnote.locator)  # type: ignore[arg-type]
            return
