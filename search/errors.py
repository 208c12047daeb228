"""What can go wrong in the search."""

from __future__ import annotations

from parser.errors import ShekaraError


class SearchError(ShekaraError):
    """The index is missing, damaged or of another edition; the message says how to make it again."""
