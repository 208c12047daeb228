"""What a search gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from search.rank import Ranking
from search.records import Record
from search.snippet import Piece, plain


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision that was found."""

    record: Record
    score: float
    pieces: tuple[Piece, ...]

    @property
    def path(self) -> str:
        """Its path."""
        return self.record.path

    @property
    def snippet(self) -> str:
        """The words around what was looked for."""
        return plain(list(self.pieces))

    def as_json(self) -> dict[str, Any]:
        """The hit as `shekara search --json` prints it."""
        record = self.record
        return {
            "path": record.path,
            "eId": record.eid,
            "act": record.act,
            "title": record.title,
            "snippet": self.snippet,
            "score": round(self.score, 6),
            "url": record.url,
            "kind": record.kind,
        }


@dataclass(frozen=True, slots=True)
class Definition:
    """The definition of a term that a query names."""

    term: str
    path: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that fits a query, with the provisions that it rests on."""

    id: str
    question: str
    answer: str
    url: str
    cites: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: what the filter takes, how it is called, how many of the provisions found have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that a search found. `citation` is the path that the query cites; `terms` are the stems to mark."""

    query: str
    hits: tuple[Hit, ...]
    total: int
    facets: dict[str, tuple[Value, ...]]
    suggestions: tuple[str, ...]
    hint: str | None
    citation: str | None
    definition: Definition | None
    concepts: tuple[str, ...]
    answers: tuple[Answered, ...]
    terms: tuple[str, ...]
    ranking: Ranking

    def as_json(self) -> list[dict[str, Any]]:
        """The hits as a JSON array."""
        return [hit.as_json() for hit in self.hits]
