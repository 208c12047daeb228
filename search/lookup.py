"""From the words of a query to stems of the index: exact, with another ending, as a beginning, with typing errors."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from search.rank import Term
from search.text import SHORTEST, known, language, low_stems

PREFIX_LENGTH = 3
"""A shorter beginning of a word is not completed."""

MOST = 12
"""Stems that a beginning of a word may mean, at most."""

PREFIX_PERCENT = 90
ERROR_PERCENT = (100, 80, 60)


class Lookup:
    """Finds words in the lexicon of an index."""

    def __init__(self, lexicon: Mapping[str, str]) -> None:
        self.lexicon = lexicon
        self.forms = [form for form, name in lexicon.items() if name not in low_stems()]

    def is_low(self, form: str) -> bool:
        """Whether a word of a query says little about what is looked for."""
        return known(form, self.lexicon) in low_stems()

    def term(self, form: str) -> tuple[Term, str | None]:
        """What a folded word may mean, and the word that it was taken for where it is unknown.

        A word that nothing resembles has no stems.
        """
        known_as = known(form, self.lexicon)
        if known_as:
            return Term(form, ((known_as, 100),)), None
        stems = self.prefix(form) if len(form) >= PREFIX_LENGTH else ()
        if stems:
            return Term(form, tuple((name, PREFIX_PERCENT) for name in stems)), None
        return self._mistyped(form)

    def prefix(self, beginning: str) -> tuple[str, ...]:
        """The stems of the words with that beginning, in alphabetical order, `MOST` at most."""
        whole = known(beginning, self.lexicon)
        found: dict[str, None] = {whole: None} if whole and whole not in low_stems() else {}
        for index in range(bisect_left(self.forms, beginning), len(self.forms)):
            if not self.forms[index].startswith(beginning) or len(found) == MOST:
                break
            found[self.lexicon[self.forms[index]]] = None
        return tuple(found)

    def _mistyped(self, form: str) -> tuple[Term, str | None]:
        errors, near = self.nearest(form)
        if not near:
            return Term(form, ()), None
        stems = dict.fromkeys(self.lexicon[word] for word in near)
        return Term(form, tuple((name, ERROR_PERCENT[errors]) for name in stems)), near[0]

    def nearest(self, form: str) -> tuple[int, list[str]]:
        """The fewest typing errors that lead to words of the lexicon, and these words, at most three.

        A word may be meant with another ending. The same first letter goes first.
        """
        most = allowed(form)
        if not most or form[0].isdigit():
            return 0, []
        ranked = sorted(self._ranked(form, most))
        fewest = ranked[0][0] if ranked else 0
        return fewest, list(dict.fromkeys(word for errors, _, _, word in ranked if errors == fewest))[:3]

    def _ranked(self, form: str, most: int) -> Iterator[tuple[int, int, int, str]]:
        for word in self.forms:
            if word[0].isdigit() or len(word) <= PREFIX_LENGTH:
                continue
            for written in (word, *(_inflected(word) if word[0] == form[0] else ())):
                if abs(len(written) - len(form)) <= most:
                    errors = distance(form, written, most)
                    if errors <= most:
                        yield errors, int(word[0] != form[0]), abs(len(written) - len(form)), word


def _inflected(word: str) -> Iterator[str]:
    """The word with other endings: what `known` would take for it."""
    for ending, instead in language().endings:
        if word.endswith(instead) and len(word) - len(instead) >= SHORTEST:
            yield word[: len(word) - len(instead)] + ending


def allowed(form: str) -> int:
    """How many typing errors are forgiven in a word."""
    return 0 if len(form) < 4 else 1 if len(form) < 8 else 2


def distance(one: str, other: str, most: int) -> int:
    """Letters to change, add, leave out or swap with the next one; more than `most` is `most` + 1."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, letter in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != letter))
            if last and j > 1 and char == other[j - 2] and one[i - 2] == letter:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
