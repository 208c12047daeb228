"""The numbers of the ranking, in one place. The browser gets them with its data."""

from __future__ import annotations

import math
from dataclasses import dataclass

FULL = 3
"""A term's weight in a provision is a whole number up to this: two bits in the browser's files.

Measured on judged queries: four bits find nothing better.
"""

SMALLEST = 20
"""The lowest class of weights stands for the root of 2 to this."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign counts. Measured on judged queries; see tests/search/test_relevance.py."""

    text: float = 1.0
    heading: float = 2.0
    terms: float = 2.0
    changes: float = 2.0
    k1: float = 0.5
    b: float = 0.5
    inherit: float = 0.85
    votes: tuple[float, ...] = (0.85, 0.9, 0.95, 1.0)
    synonym: float = 0.6
    sibling: int = 60
    words: float = 1.0
    phrase: float = 1.0
    whole: float = 0.2
    own: float = 1.0
    label: float = 0.85
    answer: float = 0.8
    label_step: float = 0.9
    answer_step: float = 0.85
    chapter: float = 0.85
    mentioned: float = 10.0


WEIGHTS = Weights()


def rarity(count: int, having: int) -> int:
    """How much a word tells, in thousandths: BM25's inverse document frequency.

    A whole number, so that Python and JavaScript agree although their logarithms may differ in the last bit.
    """
    return math.floor(1000 * math.log(1 + (count - having + 0.5) / (having + 0.5)) + 0.5)


def quantized(amount: float, weights: Weights) -> int:
    """A term's weight in a provision from its weighted, length-normalised count: BM25F's saturation."""
    return max(1, math.floor(FULL * amount / (amount + weights.k1) + 0.5))


LARGE = 1_500
"""Provisions from which on a corpus is large: its browser copy is cut into many files, and rounds where it may."""


def mass_class(mass: int) -> int:
    """The class of the weight of a provision's words: two for every doubling."""
    return max(0, (mass * mass).bit_length() - 1 - SMALLEST)


def class_mass(number: int) -> int:
    """The weight that a class stands for."""
    return math.isqrt((1 << (SMALLEST + number)) - 1) + 1
