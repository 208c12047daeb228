"""Phrases, coded for the browser. overrides/assets/js/search-core-unpack.js reads them back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from search.coder import Encoder
from search.pack_words import Stock, bits_for
from search.phrases import Phrase
from search.space import Space

KINDS = ("asked", "label", "term", "answer")
FIRST, LATER = ("asked", "label", "term"), ("asked", "answer")
"""The kinds of the phrases of the first results, and of the later ones."""


def pack_phrases(coder: Encoder, stock: Stock, space: Space, *, later: bool) -> None:
    """The phrases of each kind by their owners: how many, then each as a set of stems.

    Stems that the owner's provisions, its readers or its earlier phrases have cost little: each is a bit. The others
    are numbers. Of a large corpus, the browser does not know the words of all provisions when it reads this.
    """
    packer = _Packer(coder, stock, space, later=later)
    phrases = [phrase for phrase in space.library.phrases if phrase.later is later]
    by_owner = {key: list(group) for key, group in groupby(phrases, key=lambda one: (one.kind, one.owner))}
    for kind in LATER if later else FIRST:
        for owner in range(_owners(kind, space)):
            packer.pack(kind, owner, packer.ordered(by_owner.get((kind, owner), [])))


def _owners(kind: str, space: Space) -> int:
    return {"answer": len(space.answer_places), "label": len(space.concept_places)}.get(kind, space.size)


class _Packer:
    """Writes the phrases, and knows of each stem what the reader will know when it reads the next one."""

    def __init__(self, coder: Encoder, stock: Stock, space: Space, *, later: bool) -> None:
        self.coder = coder
        self.stock = stock
        self.space = space
        self.later = later
        self.bits = bits_for(len(stock.stems) if later else stock.first)
        self.texts, self.said = _stems_of_records(stock, space)
        self.uses = [0] * len(stock.stems)

    def ordered(self, group: Sequence[Phrase]) -> list[Phrase]:
        """The phrases of an owner, short ones first: that costs less. Shown labels stay before hidden ones."""
        if not group or group[0].kind == "term":
            return list(group)
        shown = len(self.space.shown_labels(group[0].owner)) if group[0].kind == "label" else 0
        return [*sorted(group[:shown], key=_length), *sorted(group[shown:], key=_length)]

    def pack(self, kind: str, owner: int, group: Sequence[Phrase]) -> None:
        """The phrases of one owner."""
        number = KINDS.index(kind)
        self.coder.number(("phrases", number), len(group))
        near = self._near(self._places(kind, owner)) if group else {}
        seen: dict[int, int] = {}
        before = 0
        for phrase in group:
            stems = sorted(self.stock.numbers[name] for name in phrase.stems)
            self.coder.number(("stems", number, before), len(stems))
            before = min(len(stems), 7)
            self._pack_set(number, set(stems), near, seen)
            for stem in stems:
                seen[stem] = seen.get(stem, 0) + 1
                self.uses[stem] += 1

    def _places(self, kind: str, owner: int) -> Sequence[int]:
        """The provisions whose words an owner's phrases are likely to share."""
        places = {"answer": self.space.answer_places, "label": self.space.concept_places}.get(kind)
        return places[owner][:3] if places else (owner,)

    def _near(self, places: Sequence[int]) -> dict[int, int]:
        """The stems of some provisions (1 of the first, 2 of others), of what is above each (3), and of readers (4)."""
        near: dict[int, int] = {}
        for stems, place in self._likely(places):
            near.update({number: place for number in stems if number not in near})
        return near

    def _likely(self, places: Sequence[int]) -> Iterator[tuple[Sequence[int], int]]:
        for index, place in enumerate(places):
            yield self.texts[place], 1 if index == 0 else 2
            above = self.space.parents[place]
            if above >= 0:
                yield self.texts[above], 3
            if self.later:
                yield self.said[place], 4

    def _pack_set(self, kind: int, left: set[int], near: Mapping[int, int], seen: Mapping[int, int]) -> None:
        """A bit for each likely stem, those seen most often with this owner first; then the others as numbers."""
        for number in sorted(near.keys() | seen.keys(), key=lambda one: (-seen.get(one, 0), one)):
            if not left:
                return
            place, times = near.get(number, 0), min(seen.get(number, 0), 3)
            uses = min(self.uses[number].bit_length(), 6)
            self.coder.bit(("there", kind, place, times, uses, min(len(left), 3)), int(number in left))
            left.discard(number)
        for number in sorted(left):
            self.coder.symbol("stem", number, self.bits)


def _stems_of_records(stock: Stock, space: Space) -> tuple[list[list[int]], list[list[int]]]:
    """The stems in the own words of each provision, and those of its readers that the first results know."""
    texts: list[list[int]] = [[] for _ in range(space.size)]
    said: list[list[int]] = [[] for _ in range(space.size)]
    if not space.large:
        for number, name in enumerate(stock.stems):
            for record in {} if name in stock.low else space.own(name):
                texts[record].append(number)
            for record in space.listed(name):
                said[record].append(number)
    return texts, said


def _length(phrase: Phrase) -> int:
    return len(phrase.stems)
