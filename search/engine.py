"""The search: a query in, a ranked result out.

engine = Engine.make(library, folder)            # opens the index, and builds it first where it must
result = engine.search("who may detain", limit=10)
result.hits, result.as_json(), result.answers, result.hint, result.suggestions …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parser.citation import NUMBERED, Citation, citations_in, read_act, read_citation_query
from search.errors import SearchError
from search.facets import facets
from search.index import build_index, open_index
from search.library import Library
from search.lookup import Lookup
from search.match import Matcher, asks_for, filters, wanted, word_terms
from search.query import Both, Either, List, Node, Phrase, Query, Word, parse
from search.rank import Ranking, Term, rank
from search.result import Answered, Definition, Hit, Result
from search.snippet import snippet
from search.space import Space
from search.suggest import definition_of, suggestions
from search.text import forms

MAX_TERMS = 24
"""Words of a query that are ranked by; more say nothing new."""

FLOOR = 0.3
"""Provisions that words find with less than this part of the best score are not told."""

ANSWER_FLOOR = 0.3
TOP = 3
CLOSE = 0.6
"""An answer is told when it is like the query, and rests on one of the first provisions: so many of them. One that is
so close to the query is told in any case: it may say that the acts are silent."""

CONCEPT_FLOOR = 0.25


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with everything that was read from it."""

    query: Query
    terms: tuple[Term, ...]
    corrections: tuple[tuple[str, str], ...]
    citation: Citation | None
    mentioned: tuple[str, ...]
    act: str | None


class Engine:
    """A search over one index."""

    def __init__(self, reader: Any, library: Library) -> None:
        self.library = library
        self.space = Space(reader, library)
        self.lookup = Lookup(library.lexicon)
        self.matcher = Matcher(self.space, self.lookup)

    @classmethod
    def open(cls, library: Library, folder: Path) -> Engine:
        """The search over the index of a library that stands in a folder.

        Raises:
            SearchError: there is none, it is damaged or of other texts; one line that says what to do.
        """
        reader = open_index(library, folder)
        try:
            return cls(reader, library)
        except Exception as error:  # noqa: BLE001 - Whoosh reads lazily: a damaged segment raises anything here
            raise SearchError(
                f"{folder}: the search index is damaged ({type(error).__name__}); build it again"
            ) from None

    @classmethod
    def make(cls, library: Library, folder: Path) -> Engine:
        """Open the index of a library; one that is missing, damaged or of other texts is built first."""
        try:
            return cls.open(library, folder)
        except SearchError:
            build_index(library, folder)
            return cls.open(library, folder)

    def search(self, text: str, limit: int = 10, offset: int = 0) -> Result:
        """The provisions that a query finds, best first, and what else it says."""
        asked = self.read(text)
        ranking = rank(asked.terms, self.space)
        self._lift(asked.mentioned, ranking)
        order = self._order(asked, ranking)
        shown = order[offset : offset + limit]
        marks = frozenset(name for term in asked.terms for name, _ in term.stems)
        return Result(
            query=text,
            hits=tuple(self._hit(number, ranking, marks) for number in shown),
            total=len(order),
            facets=facets(order, self.library),
            suggestions=self._suggestions(asked, order),
            hint=self._hint(asked),
            citation=self._citation(asked),
            definition=self._definition(asked.query),
            concepts=self._concepts(ranking),
            answers=tuple(self._answers(ranking, order[:TOP])),
            terms=tuple(sorted(marks)),
            ranking=ranking,
        )

    def _suggestions(self, asked: Asked, order: Sequence[int]) -> tuple[str, ...]:
        """Other words for a query; a citation or a filter that finds nothing is no word to be put right."""
        settled = bool(order or asked.citation) or asks_for(asked.query.node)
        return suggestions(asked.query.text, asked.corrections, self.lookup, found=settled)

    def read(self, text: str) -> Asked:
        """A query with its words looked up and its citation read."""
        query = parse(text)
        terms: dict[tuple[tuple[str, int], ...], Term] = {}
        corrections: dict[str, str] = {}
        for node in wanted(query.node):
            for term in self._terms(node, corrections):
                if term.stems:
                    terms.setdefault(term.stems, term)
        citation = read_citation_query(query.plain, self.library.outline) if query.plain else None
        mentioned = citations_in(query.plain, self.library.outline) if query.plain and not citation else ()
        act = None if citation else self._act(query.plain)
        return Asked(query, tuple(terms.values())[:MAX_TERMS], tuple(corrections.items()), citation, mentioned, act)

    def _act(self, text: str) -> str | None:
        """The act that a query names by its number ("Decree 866"); a mere "law" or "rules" is a word."""
        return read_act(text, self.library.outline) if NUMBERED.search(text.lower()) else None

    def _terms(self, node: Word | Phrase, corrections: dict[str, str]) -> Iterator[Term]:
        if isinstance(node, Word) and node.prefix:
            yield from word_terms(node, self.lookup)
            return
        for form in forms(node.text):
            if self.lookup.is_low(form):
                continue
            term, taken_for = self.lookup.term(form)
            if taken_for:
                corrections[form] = taken_for
            yield term

    def _order(self, asked: Asked, ranking: Ranking) -> list[int]:
        """The provisions that a query finds, best first."""
        node, citation = asked.query.node, asked.citation
        if node is None:
            return []
        allowed = self.matcher.allowed(node)
        if not asks_for(node, "kind", "footnote"):
            allowed -= self._footnotes
        if citation and citation.nearest in self.library.outline.acts:
            return []
        if citation:
            cited = [number for number in self._cited(citation, ranking) if number in allowed]
            return cited + self._worded(asked, ranking, allowed - set(cited)) if citation.plain else cited
        whole = [number for number in sorted(allowed) if self.library.records[number].act == asked.act]
        return whole + self._worded(asked, ranking, allowed - set(whole))

    def _lift(self, paths: Sequence[str], ranking: Ranking) -> None:
        """Raise what a query mentions by its number among other words, and all in it."""
        numbers = {number for path in paths if (number := self.library.number(path)) is not None}
        inside = {below for number in numbers for below in range(number, self.space.ends[number])}
        for number in sorted(inside):
            ranking.scores[number] = ranking.scores.get(number, 0.0) + self.library.weights.mentioned

    @property
    def _footnotes(self) -> frozenset[int]:
        return frozenset(number for number, record in enumerate(self.library.records) if record.kind == "footnote")

    def _worded(self, asked: Asked, ranking: Ranking, allowed: frozenset[int]) -> list[int]:
        if not asked.terms:
            only_conditions = not any(True for _ in wanted(asked.query.node))
            return sorted(allowed) if only_conditions else []
        found = [number for number in ranking.order() if number in allowed]
        if not found or _is_strict(asked.query.node):
            return found
        best = next(number for number in ranking.order() if number in allowed or number not in self._footnotes)
        return _above(best, found, ranking) or _above(found[0], found, ranking)

    def _cited(self, citation: Citation, ranking: Ranking) -> list[int]:
        """What is cited, then what lies in it, then what refers to it."""
        paths = citation.paths or ((citation.nearest,) if citation.nearest else ())
        numbers = [number for path in paths if (number := self.library.number(path)) is not None]
        cited = list(dict.fromkeys(numbers))
        inside = [below for number in cited for below in range(number + 1, self.space.ends[number])]
        meant = {self.library.records[number].path for number in (*cited, *inside)}
        citing = [number for number, record in enumerate(self.library.records) if not meant.isdisjoint(record.cites)]
        order = list(dict.fromkeys((*cited, *inside, *citing)))
        for index, number in enumerate(cited):
            ranking.scores[number] = 100.0 - index
        for number in order[len(cited) :]:
            ranking.scores.setdefault(number, 0.0)
        return order[: len(cited)] if citation.plain else order

    def _hit(self, number: int, ranking: Ranking, marks: frozenset[str]) -> Hit:
        record = self.library.records[number]
        pieces = snippet(self.text_of(number), marks)
        return Hit(record, ranking.scores.get(number, 0.0), tuple(pieces))

    def text_of(self, number: int) -> str:
        """The words of a provision and, where it is no chapter, of all below it; of a chapter, its headings."""
        records, end = self.library.records, self.space.ends[number]
        own = records[number]
        parts = [own.heading if own.kind == "chapter" else own.text or own.heading]
        told = (
            below
            for below in records[number + 1 : end]
            if below.kind != "footnote" and (own.kind != "chapter" or below.heading)
        )
        parts.extend(f"{below.marker} {below.heading or below.text}".strip() for below in told)
        return " ".join(part for part in parts if part)

    def _citation(self, asked: Asked) -> str | None:
        """The provision that the query cites."""
        paths = asked.citation.paths if asked.citation else asked.mentioned
        number = self.library.number(paths[0]) if paths else None
        return None if number is None else self.library.records[number].path

    def _hint(self, asked: Asked) -> str | None:
        if asked.citation and asked.citation.missing:
            return asked.citation.missing
        if asked.citation and asked.citation.paths:
            return None
        return asked.query.hint or self._silent(asked) or self._barren(asked)

    def _barren(self, asked: Asked) -> str | None:
        """A hint for a filter with a value that no provision has."""
        barren = (one for one in filters(asked.query.node) if not self.matcher.allowed(one))
        found = next(barren, None)
        if found is None:
            return None
        return f"No provision has {found.name}:{found.value}; the help page on searching lists what a filter takes."

    def _silent(self, asked: Asked) -> str | None:
        """A hint for a query of words that say nothing."""
        words = [form for node in wanted(asked.query.node) for form in forms(node.text)]
        silent = bool(words) and not asked.terms and all(map(self.lookup.is_low, words))
        return "Every word here is too common to search by; add another." if silent else None

    def _definition(self, query: Query) -> Definition | None:
        words = [form for node in wanted(query.node) for form in forms(node.text)]
        return definition_of(words, self.lookup, self.space)

    def _concepts(self, ranking: Ranking) -> tuple[str, ...]:
        """The concepts that a query names, those first that take up most of it."""
        ids = tuple(concept.id for concept in self.library.concepts)
        named = [number for number, covered in ranking.named.items() if covered >= CONCEPT_FLOOR]
        return tuple(ids[number] for number in sorted(named, key=lambda one: (-ranking.named[one], one))[:5])

    def _answers(self, ranking: Ranking, top: Sequence[int]) -> Iterator[Answered]:
        fits = [number for number, likeness in ranking.answers.items() if likeness >= ANSWER_FLOOR]
        fits = [number for number in fits if ranking.answers[number] >= CLOSE or self._rests_on(number, top)]
        for number in sorted(fits, key=lambda one: (-ranking.answers[one], one))[:3]:
            one = self.library.answers[number]
            cites = tuple(dict.fromkeys(quote.path for quote in one.quotes))
            yield Answered(one.id, one.question, one.answer, one.address, cites, ranking.answers[number])

    def _rests_on(self, answer: int, top: Sequence[int]) -> bool:
        """Whether an answer quotes one of some provisions, or what lies in or around it."""
        ends = self.space.ends
        return any(
            place <= number < ends[place] or number <= place < ends[number]
            for place in self.space.answer_places[answer]
            for number in top
        )


def _is_strict(node: Node | None) -> bool:
    """Whether a query has conditions on words: what they allow is told whatever its score."""
    if isinstance(node, List):
        return any(_is_strict(one) for one in node.nodes)
    return isinstance(node, Phrase | Both | Either)


def _above(best: int, found: Sequence[int], ranking: Ranking) -> list[int]:
    """Those not far below the best one: the best of all, so that a filter takes provisions away and adds none."""
    return [number for number in found if ranking.scores[number] >= FLOOR * ranking.scores[best]]
