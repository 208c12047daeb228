"""Sentences that lead to provisions: what readers ask, the questions of the answers, labels of concepts, terms.

Each is short, and is compared with the query on its own: the best one of a provision counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from search.concepts import Concept
from search.records import Record
from search.text import forms, is_low, stem

PhraseKind = Literal["asked", "answer", "label", "term"]


class Quoted(Protocol):
    """A quotation of an answer."""

    @property
    def path(self) -> str:
        """The provision that is quoted."""


class Answer(Protocol):
    """What the search needs of an answer; `guide.answers.Answer` offers it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def question(self) -> str:
        """The question as it is shown."""

    @property
    def also(self) -> tuple[str, ...]:
        """Other ways to ask it."""

    @property
    def answer(self) -> str:
        """The short answer."""

    @property
    def quotes(self) -> Sequence[Quoted]:
        """The words that it rests on."""

    @property
    def address(self) -> str:
        """Page and anchor, relative to the site's root."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence with its stems, and the one that it belongs to: a record, an answer or a concept by its number.

    A browser loads `later` ones after its first results.
    """

    kind: PhraseKind
    owner: int
    text: str
    stems: tuple[str, ...]
    later: bool = False


def make_phrases(
    records: Sequence[Record], answers: Iterable[Answer], concepts: Iterable[Concept]
) -> tuple[Phrase, ...]:
    """All phrases: of the records in their order, of the concepts, the terms; then the later ones.

    Two that say the same of the same ("reward", "rewards") are one.
    """
    found = [*_asked(records), *_labels(concepts), *_terms(records), *_further(records), *_answers(answers)]
    unique: dict[tuple[str, int, frozenset[str]], Phrase] = {}
    for one in found:
        if one.stems:
            unique.setdefault((one.kind, one.owner, frozenset(one.stems)), one)
    return tuple(unique.values())


def _asked(records: Sequence[Record]) -> Iterator[Phrase]:
    for number, record in enumerate(records):
        for text in record.asked.phrases:
            yield Phrase("asked", number, text, telling(text))


def _further(records: Sequence[Record]) -> Iterator[Phrase]:
    for number, record in enumerate(records):
        for text in record.asked.further_phrases:
            yield Phrase("asked", number, text, telling(text), later=True)


def _answers(answers: Iterable[Answer]) -> Iterator[Phrase]:
    for number, answer in enumerate(answers):
        for text in (answer.question, *answer.also):
            yield Phrase("answer", number, text, telling(text), later=True)


def _labels(concepts: Iterable[Concept]) -> Iterator[Phrase]:
    """The labels of concepts. Hidden ones of several telling words are left to the readers' phrases.

    Measured on judged queries: those find the same provisions, and a reader's first search is 4 KB smaller.
    """
    for number, concept in enumerate(concepts):
        for text in concept.labels:
            stems = telling(text)
            if len(stems) == 1 or text not in concept.hidden:
                yield Phrase("label", number, text, stems)


def _terms(records: Sequence[Record]) -> Iterator[Phrase]:
    for number, record in enumerate(records):
        for term in record.terms:
            yield Phrase("term", number, term.term, telling(term.term))


def telling(text: str) -> tuple[str, ...]:
    """The stems of a text without the words that say little, each once."""
    return tuple(dict.fromkeys(stem(form) for form in forms(text) if not is_low(form)))
