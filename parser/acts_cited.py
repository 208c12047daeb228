"""Reading how an act is cited: its type, ISO date, number and title."""

from __future__ import annotations

import re
from datetime import date

from parser.model import Cites
from parser.references import ACT_NUMBER, MONTH

MONTHS = {name: number for number, name in enumerate(MONTH.split("|"), 1)}
NUMERIC_DATE = re.compile(r"(?P<d>[0-9]{2})\.(?P<m>[0-9]{2})\.(?P<y>[0-9]{4})")
MONTH_FIRST = re.compile(rf"(?P<m>{MONTH})\s+(?P<d>[0-9]{{1,2}}),\s*(?P<y>[0-9]{{4}})")
DAY_FIRST = re.compile(rf"(?P<d>[0-9]{{1,2}})\s+(?P<m>{MONTH})\s+(?P<y>[0-9]{{4}})")
NUMBER = re.compile(ACT_NUMBER)
TITLE = re.compile(r"“\s*(?P<title>[^“”]+?)\s*(?:[”“]|$)")
TYPE = re.compile(r"\b(Law|Decree|Resolution|Constitution|[A-Z][a-z]+\s+Code)")


def read_citation(words: str, act_type: str = "") -> Cites:
    """What some words say of an act: `Law … dated 13 January 1993 “On State Border …”`."""
    found = TYPE.search(words)
    kind = act_type or (" ".join(found.group(1).split()) if found else "act")
    number, title = NUMBER.search(words), TITLE.search(words)
    return Cites(
        type=kind.lower(),
        date=iso_date(words),
        number=re.sub(r"^(?:№|No\.?|Ne|N)\s*|\s", "", number.group()) if number else None,
        title=" ".join(title["title"].split()) if title else _name(kind),
    )


def iso_date(words: str) -> str | None:
    """The first date in some words as YYYY-MM-DD; None where there is none that exists in the calendar."""
    for pattern in (NUMERIC_DATE, MONTH_FIRST, DAY_FIRST):
        if match := pattern.search(words):
            month = MONTHS.get(match["m"]) or int(match["m"])
            try:
                return date(int(match["y"]), month, int(match["d"])).isoformat()
            except ValueError:
                return None
    return None


def _name(kind: str) -> str | None:
    """A code or the constitution is cited by its name alone."""
    return kind if kind.endswith("Code") or kind == "Constitution" else None
