"""Everything that is put into the index, together."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path

from parser.corpus import Corpus
from parser.outline import Outline
from search.asked import load_asked
from search.concepts import Concepts, load_concepts
from search.phrases import Answer, Phrase, make_phrases, telling
from search.records import Record, make_records
from search.text import forms, known, language, stem
from search.weights import WEIGHTS, Weights

FORMAT = 2
"""Counted up whenever the index is written in another way."""


@dataclass(frozen=True)
class Library:
    """The provisions, the thesaurus and the answers; `outline` reads citations."""

    records: tuple[Record, ...]
    concepts: Concepts
    answers: tuple[Answer, ...]
    outline: Outline
    weights: Weights = WEIGHTS

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """All sentences that lead to provisions."""
        return make_phrases(self.records, self.answers, self.concepts)

    @cached_property
    def votes(self) -> tuple[Mapping[str, int], ...]:
        """For each record, the words of its readers: how many of its phrases have a stem, and 1 for a word."""
        votes: list[Counter[str]] = [Counter() for _ in self.records]
        for phrase in self.phrases:
            if phrase.kind == "asked":
                votes[phrase.owner].update(phrase.stems)
        for record, found in zip(self.records, votes, strict=True):
            found.update(telling(" ".join((*record.asked.words, *record.asked.further_words))))
        return tuple(votes)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each record by its path."""
        return {record.path: number for number, record in enumerate(self.records)}

    def number(self, path: str) -> int | None:
        """The record of a provision: its own, or that of the nearest one above it; None for an act."""
        while path not in self.numbers:
            if "/" not in path:
                return None
            path = path.rsplit("/", 1)[0]
        return self.numbers[path]

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever anything changes that the index is made from."""
        known = language()
        lists = (sorted(known.low), sorted(known.defining), known.spelling, known.endings, known.apart, known.families)
        told = (FORMAT, astuple(self.weights), lists, self.records, tuple(self.concepts))
        answers = tuple((one.id, one.question, one.also, one.answer) for one in self.answers)
        return hashlib.sha256(repr((told, self.phrases, answers)).encode()).hexdigest()

    @cached_property
    def lexicon(self) -> dict[str, str]:
        """Words of the texts and of the phrases, and words that say little; folded, with their stems, alphabetically.

        A word that is found through another one by its ending is left out: the browser loads this list.
        """
        texts = [phrase.text for phrase in self.phrases]
        for record in self.records:
            texts.extend((*fields_of(record).values(), *record.asked.words, *record.asked.further_words))
        found = {form for text in texts for form in forms(text)} | language().low
        return dict(sorted(_needed({form: stem(form) for form in found}).items()))


def _needed(found: dict[str, str]) -> dict[str, str]:
    """Some words without those that another ending leads to: the shortest are kept."""
    kept: dict[str, str] = {}
    for form in sorted(found, key=lambda form: (len(form), form)):
        if known(form, kept) != found[form]:
            kept[form] = found[form]
    return kept


def fields_of(record: Record) -> dict[str, str]:
    """The words of a record by the field of the index that they stand in."""
    return {
        "text": record.text,
        "heading": record.heading,
        "terms": " ".join(term.term for term in record.terms),
        "changes": " ".join(change.words() for change in record.amendments),
    }


def load_library(content: Path, corpus: Corpus, answers: Iterable[Answer] = ()) -> Library:
    """Read what belongs to the search below `content/editorial`.

    Raises:
        EditorialError: a file breaks its format or says what the texts do not say.
    """
    editorial, root = content / "editorial", content.parent
    concepts = load_concepts(editorial / "concepts.yml", corpus, root)
    records = make_records(corpus, concepts, load_asked(editorial / "asked", corpus, root))
    return Library(records, concepts, tuple(answers), corpus.outline)
