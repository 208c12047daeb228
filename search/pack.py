"""How the provisions lie, and lists of numbers, coded for the browser; search-core-unpack.js reads them back.

Each function writes one stream; its comments are the format.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from search.coder import Encoder
from search.records import Record
from search.weights import mass_class

STRUCTURES = ("preamble", "chapter", "article", "paragraph", "subparagraph", "part", "annex", "footnote")
"""What a record may be, by its number in the streams."""

CLASS = 5
"""Bits of a class of `search.weights.mass_class`."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the records lie in each other, coded; `numbers` are those that do not follow from the one before."""

    stream: str
    numbers: tuple[str, ...]


def pack_shape(records: Sequence[Record], parents: Sequence[int]) -> Shape:
    """What each record is, how deep it lies, and its number.

    structure (after the one before), depth, 1 when the number is the expected one, 1 when it defines a term (after the
    one before of its structure).
    """
    coder, odd, depths = Encoder(), list[str](), list[int]()
    last: dict[tuple[str, str], str] = {}
    defined = [0] * len(STRUCTURES)
    before = 0
    for index, record in enumerate(records):
        depths.append(depths[parents[index]] + 1 if parents[index] >= 0 else 0)
        structure = STRUCTURES.index(record.structure)
        coder.symbol(("structure", before), structure, 3)
        coder.number(("depth", structure), depths[index])
        if record.num:
            scope = (_base(record, records, parents[index]), record.structure)
            expected = following(last.get(scope), record.structure)
            coder.bit(("expected", structure), int(record.num == expected))
            if record.num != expected:
                odd.append(record.num)
            last[scope] = record.num
        defines = int(bool(record.defines))
        coder.bit(("defines", structure, defined[structure]), defines)
        defined[structure] = defines
        before = structure
    return Shape(coder.text(), tuple(odd))


def _base(record: Record, records: Sequence[Record], parent: int) -> str:
    """What a number is counted in: articles and paragraphs below chapters in the whole act."""
    above = records[parent] if parent >= 0 else None
    return record.act if above is None or above.structure == "chapter" else above.path


def following(before: str | None, structure: str) -> str:
    """The number that is expected after another; the first part after the opening words is part 2."""
    if before is None:
        return "2" if structure == "part" else "1"
    return str(int(before.split("-")[0].split("_")[0]) + 1)


def pack_counts(counts: Sequence[int]) -> str:
    """Whole numbers, one after the other."""
    coder = Encoder()
    for count in counts:
        coder.number("count", count)
    return coder.text()


def pack_places(places: Sequence[Sequence[int]], size: int) -> str:
    """Lists of records: how many, the first, then the steps from one to the next (doubled, odd when backwards)."""
    coder = Encoder()
    bits = max(1, (size - 1).bit_length())
    for numbers in places:
        coder.number("places", len(numbers))
        before = -1
        for number in numbers:
            if before < 0:
                coder.symbol("first", number, bits)
            else:
                coder.number("step", (number - before) * 2 if number > before else (before - number) * 2 - 1)
            before = number
    return coder.text()


def pack_changes(records: Sequence[Record]) -> tuple[list[tuple[str, str, str]], str]:
    """Amendments: the different ones, then how many, and for each the provisions since the one before and which."""
    changes = [(number, astuple(change)) for number, record in enumerate(records) for change in record.amendments]
    known = list(dict.fromkeys(change for _, change in changes))
    coder, before = Encoder(), 0
    coder.number("count", len(changes))
    for number, change in changes:
        coder.number("gap", number - before)
        coder.number("which", known.index(change))
        before = number
    return known, coder.text()


def pack_masses(records: Sequence[Record], masses: Sequence[int]) -> str:
    """For each provision the class of the weight of its words, after its structure."""
    coder = Encoder()
    for record, mass in zip(records, masses, strict=True):
        coder.symbol(("mass", STRUCTURES.index(record.structure)), mass_class(mass), CLASS)
    return coder.text()
