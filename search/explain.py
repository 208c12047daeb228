"""Why a provision stands where it stands: `shekara search --explain`."""

from __future__ import annotations

from collections.abc import Iterator

from search.engine import Engine
from search.result import Hit, Result

CITED = 100 - 24
"""Scores above this are those of provisions that the query cites."""

KINDS = {"asked": "readers ask", "answer": "question of an answer", "label": "concept", "term": "defined term"}


def explain(engine: Engine, result: Result, hit: Hit) -> Iterator[str]:
    """Lines that say where a hit's score comes from.

    Args:
        engine: the search that gave the result.
        result: the result.
        hit: one of its hits.
    """
    number = engine.library.numbers[hit.path]
    ranking, weights = result.ranking, engine.library.weights
    if hit.score > CITED:
        yield "the query cites it"
        return
    words, phrase = ranking.words.get(number, 0.0), ranking.phrases.get(number, 0.0)
    yield f"score {hit.score:.3f} = words {weights.words:g} × {words:.3f} + phrase {weights.phrase:g} × {phrase:.3f}"
    if number in ranking.whole:
        yield f"every word of the query stands in it: {weights.whole:g} more"
    yield from _words(engine, result, number)
    if number in ranking.best:
        found = engine.library.phrases[ranking.best[number]]
        yield f'{KINDS[found.kind]}: "{found.text}"'
    elif phrase:
        yield "its own words"


def _words(engine: Engine, result: Result, number: int) -> Iterator[str]:
    """How much each word of the query is covered, and what part of the query it is."""
    ranking = result.ranking
    total = sum(ranking.rarities) or 1
    for term, values, rarity in zip(engine.read(result.query).terms, ranking.values, ranking.rarities, strict=True):
        value = values.get(number, 0.0)
        meant = ", ".join(f"{name} {percent} %" for name, percent in term.stems)
        taken = "" if term.stems == ((term.word, 100),) else f" (taken for {meant})"
        yield f"{term.word}{taken}: covered {value:.2f} of 1, {rarity / total:.0%} of the query"
