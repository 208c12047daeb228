"""Which provisions a query allows: phrases, filters, AND, OR, NOT. How good they are is the ranking's business."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from search.filters import record_test
from search.lookup import Lookup
from search.query import Both, Either, Filter, List, Node, Not, Phrase, Word
from search.rank import Term
from search.space import Space
from search.text import forms, known, low_stems


@dataclass(frozen=True, slots=True)
class Matcher:
    """Evaluates a query on one index."""

    space: Space
    lookup: Lookup

    def allowed(self, node: Node) -> frozenset[int]:
        """The provisions for which a query holds. Words side by side are wishes: alone they exclude nothing."""
        if isinstance(node, List):
            return self._side_by_side(node)
        if isinstance(node, Both):
            return frozenset.intersection(*map(self._strict, node.nodes))
        if isinstance(node, Either):
            return frozenset.union(*map(self._strict, node.nodes))
        return self.everything if isinstance(node, Word) else self._strict(node)

    @property
    def everything(self) -> frozenset[int]:
        """All provisions."""
        return frozenset(range(self.space.size))

    def _side_by_side(self, node: List) -> frozenset[int]:
        needed = [self._strict(one) for one in node.nodes if not isinstance(one, Word | List | Both | Either)]
        grouped = [self._strict(one) for one in node.nodes if isinstance(one, List | Both | Either)]
        return frozenset.intersection(self.everything, *needed, *grouped)

    def _strict(self, node: Node) -> frozenset[int]:
        """The provisions for which a part of a query holds when it must: of words side by side, one is enough."""
        if isinstance(node, Word):
            return self._word(node)
        if isinstance(node, Phrase):
            return self._phrase(node)
        if isinstance(node, Filter):
            return self._filter(node)
        if isinstance(node, Not):
            return self.everything - self._strict(node.node)
        if isinstance(node, List):
            words = [self._word(one) for one in node.nodes if isinstance(one, Word)]
            return self._side_by_side(node) & (frozenset.union(*words) if words else self.everything)
        return self.allowed(node)

    def _word(self, node: Word) -> frozenset[int]:
        """Provisions with the word in their own words; with all of its parts, where it has several."""
        found = self.everything
        for term in word_terms(node, self.lookup):
            found &= frozenset(number for name, _ in term.stems for number in self.space.own(name))
        return found

    def _filter(self, node: Filter) -> frozenset[int]:
        test = record_test(node.name, node.value, self.space.library)
        return frozenset(number for number, record in enumerate(self.space.library.records) if test(record))

    def _phrase(self, node: Phrase) -> frozenset[int]:
        """Provisions with the words one after the other in their text or in their heading.

        In a large corpus a word that says little may be any word there: its postings would be longer than all others.
        """
        names = [known(form, self.lookup.lexicon) for form in forms(node.text)]
        if None in names:
            return frozenset()
        steps = [
            (step, name or "") for step, name in enumerate(names) if not self.space.large or name not in low_stems()
        ]
        if not steps:
            return self.everything
        return frozenset(number for field in ("text", "heading") for number in self._run(field, steps))

    def _run(self, field: str, steps: list[tuple[int, str]]) -> Iterator[int]:
        """Provisions that have each stem so many words after the beginning of the phrase."""
        places = [(step - steps[0][0], self.space.positions(field, name)) for step, name in steps]
        for number, starts in places[0][1].items():
            rest = [(step, set(found.get(number, ()))) for step, found in places[1:]]
            if any(all(start + step in found for step, found in rest) for start in starts):
                yield number


def word_terms(node: Word, lookup: Lookup) -> list[Term]:
    """What the parts of a word may mean. Parts that say little mean nothing."""
    parts = forms(node.text)
    terms = [lookup.term(form)[0] for form in (parts[:-1] if node.prefix else parts) if not lookup.is_low(form)]
    if node.prefix and parts:
        terms.append(Term(parts[-1], tuple((name, 100) for name in lookup.prefix(parts[-1]))))
    return terms


def wanted(node: Node | None) -> Iterator[Word | Phrase]:
    """The words and phrases that a query wants; what stands in an exclusion is not wanted."""
    if isinstance(node, Word | Phrase):
        yield node
    elif isinstance(node, List | Both | Either):
        for one in node.nodes:
            yield from wanted(one)


def filters(node: Node | None) -> Iterator[Filter]:
    """The filters of a query outside exclusions."""
    if isinstance(node, Filter):
        yield node
    elif isinstance(node, List | Both | Either):
        for one in node.nodes:
            yield from filters(one)


def asks_for(node: Node | None, name: str = "", value: str = "") -> bool:
    """Whether a query has a filter, or one with that name and value, outside exclusions."""
    return any(not name or (one.name == name and one.value.lower().removesuffix("s") == value) for one in filters(node))
