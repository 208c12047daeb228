"""Filters: which provisions have what the query asks for, and what may be asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from parser.citation import read_citation_query
from search.library import Library
from search.records import Record
from search.text import forms

Test = Callable[[Record], bool]


def record_test(name: str, value: str, library: Library) -> Test:
    """Whether a record has a value; the test of a filter."""
    value = value.lower().strip()
    if name in {"cites", "cited-by"}:
        return _reference(name, value, library)
    if name == "concept":
        named = frozenset(_concepts(value, library))
        return lambda record: not named.isdisjoint(record.concepts)
    return _SIMPLE[name](value)


def _act(value: str) -> Test:
    return lambda record: record.act == value


def _chapter(value: str) -> Test:
    """`chapter:9` in any act, `chapter:law/9` in one."""
    act, _, number = value.rpartition("/")
    number = number.removeprefix("chapter-")
    return lambda record: record.chapter == number and act in {"", record.act}


def _article(value: str) -> Test:
    return lambda record: record.article == value.removeprefix("law/")


def _kind(value: str) -> Test:
    """`kind:definition`, `kind:definitions`; what defines is a paragraph or subparagraph as well."""
    single = value.removesuffix("s")

    def test(record: Record) -> bool:
        return single in {record.kind, record.structure} or (single == "definition" and bool(record.defines))

    return test


def _amended(value: str) -> Test:
    """`amended:2020`, `amended:2020-04-29`, `amended:29.04.2020`, `amended:yes`, `amended:no`, `amended:excluded`."""
    if value in {"yes", "no"}:
        return lambda record: bool(record.amendments) == (value == "yes")

    def test(record: Record) -> bool:
        return any(value in {change.action, change.date, *forms(change.words())} for change in record.amendments)

    return test


def _amended_by(value: str) -> Test:
    number = value.removeprefix("no.").removeprefix("№").strip()
    return lambda record: any(number == change.number.lower() for change in record.amendments)


_SIMPLE: Mapping[str, Callable[[str], Test]] = {
    "act": _act,
    "chapter": _chapter,
    "article": _article,
    "kind": _kind,
    "amended": _amended,
    "amended-by": _amended_by,
}


def _concepts(value: str, library: Library) -> Iterator[str]:
    """Concepts by id or by a label that is shown."""
    for one in library.concepts:
        if value == one.id or value in {label.lower() for label in (one.preferred, *one.alternative)}:
            yield one.id


def _reference(name: str, value: str, library: Library) -> Test:
    """`cites:law/76`: what refers to it or to anything in it; `cited-by:rules/1`: what that refers to."""
    paths = [value] if value in library.outline else []
    citation = None if paths else read_citation_query(value, library.outline)
    paths = paths or list(citation.paths if citation else ())

    def test(record: Record) -> bool:
        others = record.cites if name == "cites" else record.cited_by
        return any(other == path or other.startswith(f"{path}/") for other in others for path in paths)

    return test


def kinds(records: Sequence[Record]) -> tuple[str, ...]:
    """All kinds that occur."""
    return tuple(dict.fromkeys(kind for record in records for kind in (record.kind, record.structure)))
