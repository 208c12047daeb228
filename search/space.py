"""What the ranking reads: postings from Whoosh, lengths and statistics, and how provisions lie in each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from search.concepts import Concept
from search.index import WEIGHTED
from search.library import Library, fields_of
from search.phrases import Phrase, telling
from search.weights import LARGE, class_mass, mass_class, quantized, rarity


class Space:
    """Postings and statistics of one index. Stems that are asked for are kept."""

    def __init__(self, reader: Any, library: Library) -> None:
        self.reader = reader
        self.library = library
        self.weights = library.weights
        self.size = len(library.records)
        self.large = self.size > LARGE
        self.phrase_count = len(library.phrases)
        self._own: dict[str, Mapping[int, int]] = {}
        self._phrases: dict[str, tuple[int, ...]] = {}
        self._votes: dict[str, Mapping[int, int]] = {}

    def own(self, name: str) -> Mapping[int, int]:
        """The provisions whose own words have a stem, in order, with its weight from 1 to `FULL`."""
        if name not in self._own:
            amounts: dict[int, float] = defaultdict(float)
            for field in WEIGHTED:
                for number, count in self._postings(field, name):
                    amounts[number] += self._amount(field, number, count)
            self._own[name] = {number: quantized(amounts[number], self.weights) for number in sorted(amounts)}
        return self._own[name]

    def phrases(self, name: str) -> Sequence[int]:
        """The phrases that have a stem, in order."""
        if name not in self._phrases:
            self._phrases[name] = tuple(number - self.size for number, _ in self._postings("asked", name))
        return self._phrases[name]

    def votes(self, name: str) -> Mapping[int, int]:
        """The provisions whose readers use a stem, and how many of them do."""
        if name not in self._votes:
            self._votes[name] = {number: int(count) for number, count in self._postings("said", name)}
        return self._votes[name]

    def listed(self, name: str, *, later: bool = False) -> Sequence[int]:
        """The provisions for which a stem is among the words of readers, in order; or among the further ones."""
        return self._listed[later].get(name, ())

    @cached_property
    def _listed(self) -> tuple[Mapping[str, list[int]], Mapping[str, list[int]]]:
        first, later = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
        for number, record in enumerate(self.library.records):
            for name in telling(" ".join(record.asked.words)):
                first[name].append(number)
            for name in telling(" ".join(record.asked.further_words)):
                later[name].append(number)
        return first, later

    def positions(self, field: str, name: str) -> Mapping[int, Sequence[int]]:
        """Where a stem stands in each provision that has it in a field."""
        if not self._occurs(field, name):
            return {}
        matcher, found = self.reader.postings(field, name), {}
        while matcher.is_active():
            found[matcher.id()] = tuple(matcher.value_as("positions"))
            matcher.next()
        return found

    def _postings(self, field: str, name: str) -> Iterator[tuple[int, float]]:
        if not self._occurs(field, name):
            return
        matcher = self.reader.postings(field, name)
        while matcher.is_active():
            yield matcher.id(), matcher.weight()
            matcher.next()

    def _occurs(self, field: str, name: str) -> bool:
        return bool(name) and (field, name) in self.reader

    def _amount(self, field: str, number: int, count: float) -> float:
        """A count, weighted by its field; in running text, by the length of the text too."""
        weighted: float = getattr(self.weights, field) * count
        if field != "text":
            return weighted
        length = self.reader.doc_field_length(number, "text")
        relative: float = 1 - self.weights.b + self.weights.b * length / self.mean_length
        return weighted / relative

    @cached_property
    def mean_length(self) -> float:
        """The mean number of words of the texts that are not empty."""
        filled = sum(1 for record in self.library.records if record.text)
        return float(self.reader.field_length("text")) / max(1, filled)

    @cached_property
    def parents(self) -> tuple[int, ...]:
        """For each provision the number of the one above it, or -1."""
        numbers = self.library.numbers
        return tuple(numbers[record.parent] if record.parent else -1 for record in self.library.records)

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """For each provision the number after the last one below it: what lies in a provision stands together."""
        ends = list(range(1, self.size + 1))
        for number in range(self.size - 1, -1, -1):
            if self.parents[number] >= 0:
                ends[self.parents[number]] = max(ends[self.parents[number]], ends[number])
        return tuple(ends)

    def phrase_weight(self, name: str) -> int:
        """How much a stem tells in a phrase, in thousandths."""
        return rarity(self.phrase_count, self._frequencies[name])

    @cached_property
    def _frequencies(self) -> Counter[str]:
        """How many phrases have a stem."""
        return Counter(name for phrase in self.library.phrases for name in phrase.stems)

    @cached_property
    def phrase_masses(self) -> tuple[int, ...]:
        """The sum of the weights of each phrase's stems."""
        weight = {name: self.phrase_weight(name) for name in self._frequencies}
        return tuple(sum(weight[name] for name in phrase.stems) for phrase in self.library.phrases)

    @cached_property
    def own_masses(self) -> tuple[int, ...]:
        """The sum of the weights of each provision's own stems; in a large corpus that of its class."""
        exact = (
            sum(map(self.phrase_weight, telling(" ".join(fields_of(record).values()))))
            for record in self.library.records
        )
        return tuple(class_mass(mass_class(mass)) for mass in exact) if self.large else tuple(exact)

    @cached_property
    def answer_places(self) -> tuple[tuple[int, ...], ...]:
        """The provisions that each answer quotes, the first quoted first."""
        return tuple(self._places([quote.path for quote in answer.quotes]) for answer in self.library.answers)

    @cached_property
    def concept_places(self) -> tuple[tuple[int, ...], ...]:
        """The provisions of each concept, the best first."""
        return tuple(self._places(concept.paths) for concept in self.library.concepts)

    def places(self, phrase: int) -> tuple[int, ...]:
        """The provisions that a phrase leads to, the best first."""
        found = self.library.phrases[phrase]
        if found.kind == "answer":
            return self.answer_places[found.owner]
        return self.concept_places[found.owner] if found.kind == "label" else (found.owner,)

    def _places(self, paths: Sequence[str]) -> tuple[int, ...]:
        numbers = (self.library.number(path) for path in paths)
        return tuple(dict.fromkeys(number for number in numbers if number is not None))

    def shown_labels(self, concept: int) -> tuple[tuple[str, ...], ...]:
        """The stems of a concept's preferred and alternative labels: words that the texts may use for it."""
        shown = {self._concepts[concept].preferred, *self._concepts[concept].alternative}
        return tuple(phrase.stems for phrase in self._labels[concept] if phrase.text in shown)

    def single_labels(self, concept: int) -> tuple[str, ...]:
        """The stems of a concept's labels of one word."""
        return tuple(phrase.stems[0] for phrase in self._labels[concept] if len(phrase.stems) == 1)

    @cached_property
    def _concepts(self) -> tuple[Concept, ...]:
        return tuple(self.library.concepts)

    @cached_property
    def _labels(self) -> tuple[tuple[Phrase, ...], ...]:
        """The labels of each concept, in their order."""
        found: list[list[Phrase]] = [[] for _ in self._concepts]
        for phrase in self.library.phrases:
            if phrase.kind == "label":
                found[phrase.owner].append(phrase)
        return tuple(map(tuple, found))
