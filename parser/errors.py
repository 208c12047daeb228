"""The one root of this project's errors, and diagnostics: what is odd but readable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "note"]


class ShekaraError(Exception):
    """Something a user can put right. The message is one line: what, where, what to do."""


class SourceError(ShekaraError):
    """A source text or its meta.yml cannot be read, or is not the text that was accepted."""


class EditorialError(ShekaraError):
    """An editorial file breaks its format, or says what the texts do not say."""


class CitationError(ShekaraError):
    """A citation that cannot be read, or that points to nothing."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One oddity of a text.

    `error` stops a publication; `note` is shown and counted, as an unresolved reference is.
    """

    severity: Severity
    file: str
    line: int
    message: str
    words: str = ""

    def __str__(self) -> str:
        """One line, in the form that editors and terminals can jump to."""
        quoted = f': "{shorten(self.words)}"' if self.words else ""
        return f"{self.file}:{self.line}: {self.severity}: {self.message}{quoted}"


def shorten(words: str, limit: int = 80) -> str:
    """The words on one line, at most `limit` characters."""
    folded = " ".join(words[: limit * 4].split())
    return folded if len(folded) <= limit else folded[: limit - 1].rstrip() + "…"
