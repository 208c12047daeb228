"""How many of the provisions found have which value of a filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from search.library import Library
from search.records import Record
from search.result import Value

MOST = 20
"""Values of a facet that are told, at most."""


def facets(numbers: Iterable[int], library: Library) -> dict[str, tuple[Value, ...]]:
    """The facets of the provisions with these numbers: the most frequent values first, of equals the first found."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("act", "chapter", "kind", "concept", "amended")}
    for number in sorted(numbers):
        for name, value in _values(library.records[number]):
            counts[name][value] += 1
    return {name: tuple(_told(name, counter, library)) for name, counter in counts.items()}


def _values(record: Record) -> Iterator[tuple[str, str]]:
    yield "act", record.act
    for kind in dict.fromkeys((record.kind, record.structure)):
        yield "kind", kind
    if record.chapter:
        yield "chapter", f"{record.act}/{record.chapter}"
    for concept in record.concepts:
        yield "concept", concept
    for year in record.years:
        yield "amended", year


def _told(name: str, counter: Counter[str], library: Library) -> Iterator[Value]:
    ordered = sorted(counter, key=lambda value: -counter[value])
    for value in ordered[:MOST]:
        yield Value(value, label(name, value, library), counter[value])


def label(name: str, value: str, library: Library) -> str:
    """How a value is called."""
    if name == "act":
        short = library.outline.acts[value].meta.short.removeprefix("the ")
        return short[:1].upper() + short[1:]
    if name == "chapter":
        act, number = value.split("/")
        record = library.records[library.numbers[f"{act}/chapter-{number}"]]
        return f"{label('act', act, library)}, Chapter {number}. {record.heading}"
    if name == "concept":
        return library.concepts[value].preferred
    return value
