"""Two wordings compared word by word, and two lists of provisions laid side by side. No word is lost or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

EDGES = ".,;:()[]“”\"'–-"
"""Punctuation around a word, which makes no difference."""

SHORT = 3
"""A shared word of so few letters between two differences is noise: "of", "the"."""

ENOUGH = 0.15
"""So alike must two items of two lists be to stand side by side."""

STEM = 5
"""Words that begin alike count as one for the likeness of items: "deliver" and "delivery"."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row; `same` says whether the other wording has them too, at this place."""

    text: str
    same: bool


def compare(left: str, right: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both wordings as runs of words that they share and words that they do not share."""
    one, two = left.split(" "), right.split(" ")
    matcher = SequenceMatcher(None, [_key(word) for word in one], [_key(word) for word in two], autojunk=False)
    kept = [block for block in matcher.get_matching_blocks() if block.size and _telling(one, two, block)]
    return (
        tuple(_runs(one, [(block.a, block.size) for block in kept])),
        tuple(_runs(two, [(block.b, block.size) for block in kept])),
    )


def likeness(left: str, right: str) -> float:
    """How many of their telling words two wordings share: 0 none, 1 all."""
    one, two = _telling_words(left), _telling_words(right)
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def align(left: int, right: int, alike: Callable[[int, int], float]) -> tuple[tuple[int | None, int | None], ...]:
    """Pairs of items of two lists that are alike, in the order of both; an item without a fellow stands alone.

    Among all ways to pair items without crossing, the one with the greatest likeness in sum.

    Args:
        left: how many items the first list has.
        right: how many the second has.
        alike: how alike two items are, given their places.
    """
    best = _table(left, right, alike)
    pairs: list[tuple[int | None, int | None]] = []
    one, two = 0, 0
    while one < left and two < right:
        if best[one][two] == best[one + 1][two]:
            pairs.append((one, None))
            one += 1
        elif best[one][two] == best[one][two + 1]:
            pairs.append((None, two))
            two += 1
        else:
            pairs.append((one, two))
            one, two = one + 1, two + 1
    pairs += [(index, None) for index in range(one, left)]
    pairs += [(None, index) for index in range(two, right)]
    return tuple(pairs)


def _table(left: int, right: int, alike: Callable[[int, int], float]) -> list[list[float]]:
    """`table[i][j]`: the greatest sum of likeness that the items from i and j on can reach."""
    table = [[0.0] * (right + 1) for _ in range(left + 1)]
    for one in reversed(range(left)):
        for two in reversed(range(right)):
            value = alike(one, two)
            paired = value + table[one + 1][two + 1] if value >= ENOUGH else 0.0
            table[one][two] = max(paired, table[one + 1][two], table[one][two + 1])
    return table


def _runs(words: list[str], shared: list[tuple[int, int]]) -> Iterator[Run]:
    position = 0
    for start, size in shared:
        if start > position:
            yield Run(" ".join(words[position:start]), same=False)
        yield Run(" ".join(words[start : start + size]), same=True)
        position = start + size
    if position < len(words):
        yield Run(" ".join(words[position:]), same=False)


def _telling(one: list[str], two: list[str], block: Match) -> bool:
    """Whether shared words are more than noise: several, a longer one, or one with which both begin or end."""
    begins = block.a == block.b == 0
    ends = block.a + block.size == len(one) and block.b + block.size == len(two)
    return begins or ends or block.size > 1 or len(_key(one[block.a])) > SHORT


def _telling_words(text: str) -> set[str]:
    return {_key(word)[:STEM] for word in text.split() if len(_key(word)) > SHORT}


def _key(word: str) -> str:
    """What counts of a word: neither capitals nor punctuation around it."""
    return word.strip(EDGES).casefold() or word
