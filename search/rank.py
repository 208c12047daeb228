"""The ranking. The browser does the same in the same order (overrides/assets/js/search-core-rank.js).

A provision's score is the sum of:

    words   how much of the query its words cover: for each word the best of its own text (BM25F), the text above it,
            another label of a concept that the query names, and the words of its readers; weighted by rarity
    phrase  how well the best single phrase that leads to it (or its own words) says the same as the query: what part
            of the query it covers, and what part of the phrase the query covers
    whole   a little more where every word of the query stands in its own words
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from search.space import Space
from search.weights import FULL, rarity


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the query and the stems that it may mean, each with how far it counts, in hundredths."""

    word: str
    stems: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class Ranking:
    """The scores of all provisions that a query finds, and where they come from."""

    scores: dict[int, float] = field(default_factory=dict)
    words: dict[int, float] = field(default_factory=dict)
    phrases: dict[int, float] = field(default_factory=dict)
    best: dict[int, int] = field(default_factory=dict)
    whole: frozenset[int] = frozenset()
    values: list[dict[int, float]] = field(default_factory=list)
    rarities: list[int] = field(default_factory=list)
    named: dict[int, float] = field(default_factory=dict)
    answers: dict[int, float] = field(default_factory=dict)

    def order(self) -> list[int]:
        """The provisions, best first; of equals, the first in the texts."""
        return sorted(self.scores, key=lambda number: (-whole(self.scores[number]), number))


def whole(score: float) -> int:
    """A score as a whole number of billionths: what is compared, so that the last bit of a float decides nothing."""
    return math.floor(score * 1e9 + 0.5)


def rank(terms: Sequence[Term], space: Space) -> Ranking:
    """Score every provision that shares a word with the query, or is led to by a phrase that does."""
    ranking = Ranking()
    labels = _labels(terms, space)
    overlaps, matched = _overlaps(terms, _siblings(terms, space, labels), space)
    _compare(terms, space, overlaps, matched, ranking)
    _own_words(terms, space, ranking)
    bags = [_bag(term, space) for term in terms]
    _cover(terms, space, bags, _synonyms(terms, space, labels), ranking)
    ranking.whole = _whole(terms, space)
    for number in sorted({*ranking.words, *ranking.phrases}):
        ranking.scores[number] = _score(number, space, ranking)
    return ranking


def _whole(terms: Sequence[Term], space: Space) -> frozenset[int]:
    """The provisions that have every word of the query in their own words."""
    having = (frozenset(number for name, _ in term.stems for number in space.own(name)) for term in terms)
    return frozenset.intersection(*having) if terms else frozenset()


def _score(number: int, space: Space, ranking: Ranking) -> float:
    """The sum of the parts; a chapter is no answer where one of its provisions is as good."""
    weights = space.weights
    score = weights.words * ranking.words.get(number, 0.0) + weights.phrase * ranking.phrases.get(number, 0.0)
    if space.library.records[number].structure == "chapter":
        score *= weights.chapter
    return score + weights.whole if number in ranking.whole else score


def _weight(term: Term, space: Space) -> int:
    """How much a word tells in phrases: as much as the most usual of its stems."""
    return min(space.phrase_weight(name) for name, _ in term.stems)


def _labels(terms: Sequence[Term], space: Space) -> list[tuple[int, list[int]]]:
    """The labels of concepts that stand whole in the query, each with the words that say it."""
    matched: dict[int, list[int]] = {}
    for index, term in enumerate(terms):
        for phrase in sorted({phrase for name, _ in term.stems for phrase in space.phrases(name)}):
            matched.setdefault(phrase, []).append(index)
    phrases = space.library.phrases
    return [
        (phrase, matched[phrase])
        for phrase in sorted(matched)
        if phrases[phrase].kind == "label" and len(matched[phrase]) >= len(phrases[phrase].stems)
    ]


def _siblings(
    terms: Sequence[Term], space: Space, labels: Sequence[tuple[int, list[int]]]
) -> list[list[tuple[str, int]]]:
    """For each word that is a label by itself, the stems of the concept's other labels of one word: "gun", "weapon"."""
    found: list[list[tuple[str, int]]] = [[] for _ in terms]
    for phrase, words in labels:
        if len(words) == 1:
            for name in space.single_labels(space.library.phrases[phrase].owner):
                found[words[0]].append((name, space.weights.sibling))
    return found


def _overlaps(
    terms: Sequence[Term], siblings: Sequence[Sequence[tuple[str, int]]], space: Space
) -> tuple[dict[int, int], dict[int, list[int]]]:
    """For each phrase the weight of the words that it shares with the query, and which words these are.

    A sibling stands for a word in sentences only: a label that is not in the query is not named by it.
    """
    overlaps: dict[int, int] = {}
    matched: dict[int, list[int]] = {}
    for index, (term, further) in enumerate(zip(terms, siblings, strict=True)):
        weight, shares = _weight(term, space), dict[int, int]()
        for name, percent in term.stems:
            for phrase in space.phrases(name):
                shares[phrase] = max(shares.get(phrase, 0), percent)
        for name, percent in further:
            for phrase in space.phrases(name):
                if space.library.phrases[phrase].kind in {"asked", "answer"}:
                    shares[phrase] = max(shares.get(phrase, 0), percent)
        for phrase, percent in shares.items():
            overlaps[phrase] = overlaps.get(phrase, 0) + weight * percent // 100
            matched.setdefault(phrase, []).append(index)
    return overlaps, matched


def _compare(
    terms: Sequence[Term], space: Space, overlaps: Mapping[int, int], matched: Mapping[int, list[int]], ranking: Ranking
) -> None:
    """Score what phrases lead to; labels and terms lead anywhere only when they stand whole in the query."""
    mass = sum(_weight(term, space) for term in terms) or 1
    for phrase in sorted(overlaps):
        found = space.library.phrases[phrase]
        if found.kind in {"label", "term"} and len(matched[phrase]) < len(found.stems):
            continue
        covered = min(1.0, overlaps[phrase] / mass)
        likeness = _likeness(overlaps[phrase], mass, space.phrase_masses[phrase])
        if found.kind == "label":
            ranking.named[found.owner] = max(ranking.named.get(found.owner, 0.0), covered)
        if found.kind == "answer":
            ranking.answers[found.owner] = max(ranking.answers.get(found.owner, 0.0), likeness)
        _lead(phrase, likeness, space, ranking)


def _likeness(overlap: int, query: int, phrase: int) -> float:
    """How alike two sets of words are by the weight of what they share: covering the query counts most."""
    covered, said = min(1.0, overlap / (query or 1)), min(1.0, overlap / (phrase or 1))
    return covered * math.sqrt(covered) * math.sqrt(said) * math.sqrt(math.sqrt(said))


def _own_words(terms: Sequence[Term], space: Space, ranking: Ranking) -> None:
    """A provision's own words are a phrase that leads to it: short ones may be just what is looked for."""
    mass = sum(_weight(term, space) for term in terms)
    overlaps: dict[int, int] = {}
    for term in terms:
        weight, shares = _weight(term, space), dict[int, int]()
        for name, percent in term.stems:
            for number in space.own(name):
                shares[number] = max(shares.get(number, 0), percent)
        for number, percent in shares.items():
            overlaps[number] = overlaps.get(number, 0) + weight * percent // 100
    for number, overlap in overlaps.items():
        share = space.weights.own * _likeness(overlap, mass, space.own_masses[number])
        if share > ranking.phrases.get(number, 0.0):
            ranking.phrases[number] = share
            ranking.best.pop(number, None)


def _lead(phrase: int, likeness: float, space: Space, ranking: Ranking) -> None:
    """Give the provisions that a phrase leads to their share: the first all, each further one a little less."""
    weights, kind = space.weights, space.library.phrases[phrase].kind
    share = likeness * {"asked": 1.0, "answer": weights.answer, "label": weights.label, "term": weights.label}[kind]
    step = weights.label_step if kind == "label" else weights.answer_step
    for number in space.places(phrase):
        if share > ranking.phrases.get(number, 0.0):
            ranking.phrases[number] = share
            ranking.best[number] = phrase
        share *= step


def _bag(term: Term, space: Space) -> dict[int, float]:
    """The provisions whose readers use that word: the more of them, the more it counts."""
    found: dict[int, float] = {}
    shares = space.weights.votes
    for name, percent in term.stems:
        for number, votes in space.votes(name).items():
            value = shares[min(votes, len(shares)) - 1] * percent / 100
            found[number] = max(found.get(number, 0.0), value)
    return found


def _synonyms(terms: Sequence[Term], space: Space, labels: Sequence[tuple[int, list[int]]]) -> list[dict[int, float]]:
    """For each word, the provisions that hold another label of a concept that the word helps to name."""
    found: list[dict[int, float]] = [{} for _ in terms]
    for phrase, words in labels:
        said = space.library.phrases[phrase]
        for other in space.shown_labels(said.owner):
            if other == said.stems:
                continue
            for number, value in _all_of(other, space).items():
                for index in words:
                    found[index][number] = max(found[index].get(number, 0.0), space.weights.synonym * value)
    return found


def _all_of(stems: Sequence[str], space: Space) -> dict[int, float]:
    """The provisions with all of some stems in their own words, and the least of their weights."""
    found = {number: weight / FULL for number, weight in space.own(stems[0]).items()}
    for name in stems[1:]:
        own = space.own(name)
        found = {number: min(value, own[number] / FULL) for number, value in found.items() if number in own}
    return found


def _cover(
    terms: Sequence[Term],
    space: Space,
    bags: Sequence[Mapping[int, float]],
    others: Sequence[Mapping[int, float]],
    ranking: Ranking,
) -> None:
    """Score how much of the query each provision's words cover."""
    total = 0
    for term, bag, other in zip(terms, bags, others, strict=True):
        own = _own(term, space)
        weight = rarity(space.size, len(own.keys() | bag.keys()))
        values = dict(own)
        for further in (bag, other, _inherited(own, space)):
            for number, value in further.items():
                values[number] = max(values.get(number, 0.0), value)
        for number, value in values.items():
            ranking.words[number] = ranking.words.get(number, 0.0) + weight * value
        ranking.values.append(values)
        ranking.rarities.append(weight)
        total += weight
    for number in ranking.words:
        ranking.words[number] /= total or 1


def _own(term: Term, space: Space) -> dict[int, float]:
    """The weight of a word in the provisions that have it in their own words."""
    found: dict[int, float] = {}
    for name, percent in term.stems:
        for number, weight in space.own(name).items():
            found[number] = max(found.get(number, 0.0), weight * percent / (100 * FULL))
    return found


def _inherited(own: Mapping[int, float], space: Space) -> dict[int, float]:
    """What a provision has from the words above it: less with every step."""
    found: dict[int, float] = {}
    done = 0
    for number in sorted(own):
        if number < done:
            continue
        done = space.ends[number]
        for below in range(number + 1, done):
            above = space.parents[below]
            found[below] = max(own.get(above, 0.0), found.get(above, 0.0)) * space.weights.inherit
    return found
