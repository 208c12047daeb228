"""Finding references in the words of a provision. What they point to is decided in `resolve`.

The grammar, outermost first, each part with an example from the two acts:

    reference  subparagraphs 4) and 5) of paragraph 4 of this Article
    step       subparagraphs 4) and 5)
    numbers    45, 46, 48, 49, 52   |   56-62   |   18 and 20
    whole      this Law  |  these Rules  |  the Law of the Republic of Kazakhstan dated January 16, 2013 “On …”
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMBER = r"[0-9]+(?:-[0-9]+)?(?:\([0-9]+(?:-[0-9]+)?\))*\)?"
NUMBERS = rf"{NUMBER}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+or\s+|\s*[–—]\s*|\s+to\s+){NUMBER})*"
UNIT = r"(?:[Ss]ubparagraph|[Pp]aragraph|[Aa]rticle|[Cc]hapter|[Aa]nnex)"
STEP = rf"{UNIT}(?:e?s)?\s+{NUMBERS}"
ORIGIN = r"(?:Republic\s+of\s+Kazakhstan|Government\s+of\s+the\s+Republic\s+of\s+Kazakhstan)"
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
YEAR = "[0-9]{4}"
DATE = rf"(?:[0-9]{{2}}\.[0-9]{{2}}\.{YEAR}|(?:{MONTH})\s+[0-9]{{1,2}},\s*{YEAR}|[0-9]{{1,2}}\s+(?:{MONTH})\s+{YEAR})"
ACT_NUMBER = r"(?:№|No\.?|Ne|N)\s*[0-9]+(?:\s?-\s?[IVXLІ]+)?"
TITLE = r"“[^“”]+(?:[”“]|$)"
DATED = rf"dated\s+{DATE}(?:\s+{ACT_NUMBER})?(?:\s+{TITLE})?"
DATED_ACT = rf"(?:Laws?|Decree|Resolution)\s+of\s+the\s+{ORIGIN}\s+{DATED}"
NAMED_ACT = r"(?:Constitution|Labour\s+Code|[A-Z][a-z]+\s+Code)(?:\s+of\s+the\s+Republic\s+of\s+Kazakhstan)?"
ATTACHED = r"(?:attached\s+Rules|(?<=^to\sthe\s)Rules)\s+for\s+engagement\s+of\s+citizens\b"
THIS = r"(?:[Tt]his\s+(?:Law|Decree|Article|[Cc]hapter|paragraph|Code|Constitution)|[Tt]hese\s+Rules)"
WHOLE = rf"(?:{THIS}|(?:the\s+)?{DATED_ACT}|(?:the\s+)?{NAMED_ACT})"
LINK = r"(?:\s+of\s+|\s*,\s*|\s+to\s+)"

BEGINS = "(?=[A-Zacpst])"
"""No reference begins with another letter: most places of a text are given up at once."""

REFERENCE = re.compile(
    rf"{BEGINS}(?:(?P<steps>{STEP}(?:{LINK}{STEP})*)(?:{LINK}(?P<of>{WHOLE}))?"
    rf"|(?P<whole>{THIS}|{DATED_ACT}|{NAMED_ACT}|{ATTACHED}))"
)
ONE_STEP = re.compile(rf"(?P<unit>{UNIT})(?:e?s)?\s+(?P<numbers>{NUMBERS})")
ONE_NUMBER = re.compile(NUMBER)
WORDS = ("rticle", "aragraph", "hapter", "nnex", "his", "dated", "Code", "Constitution", "Rules")
"""Every reference has one of these in it; to look for them is many times quicker than to look for the pattern."""

FURTHER = re.compile(rf"(?:,?\s+and\s+|,\s*)(?P<whole>{DATED})")
"""A second act of the same kind: `Laws … dated September 15, 1994 “…” and dated December 28, 2016 “…”`."""

GAZETTE = re.compile(r"[(“\"]\s*(?:Bulleting?|Gazette|Vedomosti)\b.*", re.DOTALL)
"""A list of issues of the gazette; its `Article 275` is an entry of the gazette, no provision."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a list as printed, without brackets at its end, and where it stands in the block's text."""

    num: str
    start: int
    end: int
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A unit and its numbers: `Articles 45, 46`. `joined` numbers are the upper end of a range."""

    unit: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that refer to something: the steps, innermost first, and the act or unit that they are in."""

    start: int
    end: int
    steps: tuple[Step, ...]
    whole: str
    act_type: str = ""


def find_references(text: str) -> Iterator[Candidate]:
    """The references in a block's text, in order; they do not overlap."""
    if not any(word in text for word in WORDS):
        return
    gazette = GAZETTE.search(text)
    end = gazette.start() if gazette else len(text)
    position = 0
    while match := REFERENCE.search(text, position, end):
        yield _candidate(match, text)
        position = match.end()
        while (further := FURTHER.match(text, position, end)) and match["whole"]:
            kind = match["whole"].split()[0].rstrip("s")
            yield Candidate(further.start("whole"), further.end("whole"), (), further["whole"], kind)
            position = further.end()


def _candidate(match: re.Match[str], text: str) -> Candidate:
    steps = tuple(_steps(match.start("steps"), match.end("steps"), text)) if match["steps"] else ()
    return Candidate(match.start(), match.end(), steps, match["of"] or match["whole"] or "")


def _steps(start: int, end: int, text: str) -> Iterator[Step]:
    for step in ONE_STEP.finditer(text, start, end):
        unit = re.sub(r"\s", "", step["unit"]).lower()
        yield Step(unit, tuple(_numbers(step.start("numbers"), step.end("numbers"), text)))


def _numbers(start: int, end: int, text: str) -> Iterator[Number]:
    last = start
    for match in ONE_NUMBER.finditer(text, start, end):
        joiner = text[last : match.start()].strip()
        yield Number(_bare(match.group()), match.start(), match.end(), joiner in {"–", "—", "to"})
        last = match.end()


def _bare(printed: str) -> str:
    """`18)` is 18, `47(1)` stays `47(1)`."""
    return printed if printed.count("(") == printed.count(")") else printed.rstrip(")")
