"""An adaptive binary range coder (that of LZMA) and numbers written with it.

The browser's files are coded so: each bit costs what its context makes of it, which for lists of numbers is much less
than gzip needs. The browser reads them with overrides/assets/js/search-core-coder.js.
"""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Hashable

TOP = 1 << 24
HALF = 1 << 15
RATES = (1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 5)
"""How fast a context learns: quickly at first, then slower."""

LEARNT = len(RATES)

CERTAIN = 64
"""No bit is taken for more certain than this, of 65,536."""

TREE = 3
"""Bits below the highest of a number that have contexts of their own."""


class Encoder:
    """Writes bits. A context is known by its name and learns for itself; both sides must use the same ones."""

    def __init__(self) -> None:
        self.contexts: dict[Hashable, dict[int, list[int]]] = defaultdict(_model)
        self.low = 0
        self.range = 0xFFFFFFFF
        self.out = bytearray()
        self.cache = 0
        self.waiting = 1

    def bit(self, context: Hashable, bit: int) -> None:
        """Write a bit in a context."""
        self._bit(self.contexts[context][0], bit)

    def _bit(self, state: list[int], bit: int) -> None:
        """Write a bit, and move the probability of a 0 (of 65,536) towards it: the less, the more often it was used."""
        chance, uses = state
        bound = (self.range >> 16) * chance
        rate = RATES[uses] if uses < LEARNT else RATES[-1]
        if bit:
            self.low += bound
            self.range -= bound
            chance -= chance >> rate
        else:
            self.range = bound
            chance += (65536 - chance) >> rate
        state[0] = CERTAIN if chance < CERTAIN else min(chance, 65536 - CERTAIN)
        state[1] = uses + 1
        while self.range < TOP:
            self.range = (self.range << 8) & 0xFFFFFFFF
            self._shift()

    def _shift(self) -> None:
        """Move one byte out, or remember it while a carry may still change it."""
        if self.low < 0xFF000000 or self.low > 0xFFFFFFFF:
            carry = self.low >> 32
            for index in range(self.waiting):
                self.out.append((self.cache + carry if index == 0 else 0xFF + carry) & 0xFF)
            self.waiting = 0
            self.cache = (self.low >> 24) & 0xFF
        self.waiting += 1
        self.low = (self.low << 8) & 0xFFFFFFFF

    def number(self, context: Hashable, value: int) -> None:
        """Write a whole number from 0: how many bits it has, then the bits, the first few after those above them."""
        model = self.contexts[context]
        value += 1
        length = value.bit_length() - 1
        for index in range(length):
            self._bit(model[index], 1)
        self._bit(model[length], 0)
        for index in range(length - 1, -1, -1):
            above = value >> (index + 1) if length - index <= TREE else 0
            self._bit(model[32 + (length * 32 + index) * 8 + above], value >> index & 1)

    def symbol(self, context: Hashable, value: int, bits: int) -> None:
        """Write a number of a fixed number of bits, each with the bits above it as its context."""
        model = self.contexts[context]
        value |= 1 << bits
        for index in range(bits - 1, -1, -1):
            self._bit(model[value >> (index + 1)], value >> index & 1)

    def text(self) -> str:
        """Everything written, as base64."""
        for _ in range(5):
            self._shift()
        return base64.b64encode(bytes(self.out[1:])).decode().rstrip("=")


def _model() -> dict[int, list[int]]:
    """The bits of a context by their place: the probability of a 0 of each, and how often it was used."""
    return defaultdict(lambda: [HALF, 0])
