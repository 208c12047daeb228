"""How a text is laid out: data from `layouts/<name>.yml`, so that another layout or language is another file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from parser.editorial import read_yaml
from parser.errors import SourceError

FOLDER = Path(__file__).parent / "layouts"
NOTHING = re.compile("\0")
"""No source holds a NUL. A search for one character is the quickest that fails."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The patterns by which a layout's blocks are told apart; one that a layout lacks never matches.

    `wrapped` layouts break blocks over lines; `numbered_chapters` print chapters as "1. Title".
    """

    name: str
    wrapped: bool
    numbered_chapters: bool
    chapter: re.Pattern[str]
    article: re.Pattern[str]
    paragraph: re.Pattern[str]
    subparagraph: re.Pattern[str]
    annex: re.Pattern[str]
    footnote: re.Pattern[str]
    preface: re.Pattern[str]
    preamble: re.Pattern[str]
    signature: re.Pattern[str]
    approved: re.Pattern[str]
    approved_title: re.Pattern[str]
    begins: re.Pattern[str]
    glued_heading: re.Pattern[str]

    def starts_block(self, line: str) -> bool:
        """Whether a line of a wrapped layout begins a block although no blank line stands before it."""
        patterns = (self.subparagraph, self.paragraph, self.footnote, self.annex, self.approved)
        return any(pattern.match(line) for pattern in (*patterns, self.approved_title, self.begins))


PATTERNS = tuple(name for name in Layout.__slots__ if name not in {"name", "wrapped", "numbered_chapters"})


@cache
def load_layout(name: str) -> Layout:
    """The layout of that name.

    Raises:
        SourceError: there is none.
    """
    path = FOLDER / f"{name}.yml"
    if not re.fullmatch(r"[a-z-]+", name) or not path.is_file():
        known = ", ".join(sorted(file.stem for file in FOLDER.glob("*.yml")))
        raise SourceError(f'unknown layout "{name}"; known: {known}')
    data: dict[str, Any] = read_yaml(path).data
    return Layout(
        name=name,
        wrapped=data["lines"] == "wrapped",
        numbered_chapters=bool(data.get("numbered_chapters")),
        **{key: _compile(data.get(key)) for key in PATTERNS},
    )


def _compile(value: str | list[str] | None) -> re.Pattern[str]:
    if not value:
        return NOTHING
    return re.compile(value if isinstance(value, str) else "|".join(f"(?:{one})" for one in value))
