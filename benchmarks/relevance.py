"""Our search beside other engines, on this project's judged queries: how often each is right, what it costs.

All get the same documents, one a provision (its path, its name and heading, the headings and opening words above it,
its text), and the same queries. A hit counts when its path is a wanted one, or lies above or below it; the first ten
count. Ours has more: a thesaurus, readers' questions, citations, all written for these texts. One row of MiniSearch has
the labels of the thesaurus too. Peers are used as one who knows them would: any word may match, words that say little
are left out, fields weigh what did best on the sets without a star. Three rows show an engine as it comes: Material's
worker with its defaults and an entry a provision, Pagefind, which wants all words of a query, and MiniSearch.

A star: the set was measured once, after our ranking was settled. Readers' questions have been added since, so what
compares with the peers there is "ours, first measured": the figure that the set's file tells.

KB: library and index, compressed, until the first ranked results; then with all that is shown with them. Pagefind: the
mean of some queries, each in a page just opened, with the ten provisions found; it asks again for parts of its index
and for each provision found with every new query. Milliseconds: the quickest of three, all loaded and warm, one engine
after another in the same run. What is made for a browser runs in Node, the others in Python.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from rich.table import Table

from benchmarks.browsers import Measured, ours, peers
from benchmarks.javascript import ROUNDS, Found, LeftOutError
from benchmarks.judged import LIMIT, JudgedSet, Quality, judged_sets, qualities, together
from benchmarks.peers import PEERS, documents_of
from benchmarks.timing import ROOT
from publisher.project import load_project
from search.engine import Engine
from search.library import Library

NONE = "–"


def tables() -> Iterator[Table | str]:
    """How well each engine answers, what it costs, and which were left out."""
    sets = judged_sets()
    found, left_out = _measure([case.query for one in sets for case in one.cases])
    rows = {"ours, first measured": {one.name: one.once for one in sets if one.once}}
    rows |= {one.name: qualities(sets, one.paths) for one in found}
    yield _of_ours(sets, rows[found[0].name])
    yield _relevance(sets, rows)
    yield _costs(found)
    yield from left_out


def _measure(queries: Sequence[str]) -> tuple[list[Found], list[str]]:
    """What each engine found, and a line for those that cannot be measured here."""
    found, left_out = list[Found](), dict[str, list[str]]()
    with tempfile.TemporaryDirectory() as folder:
        for name, measured in _engines(load_project(ROOT).library, Path(folder)):
            try:
                found.append(measured(queries))
            except LeftOutError as error:
                left_out.setdefault(str(error), []).append(name)
    return found, [f"Left out, {reason}: {'; '.join(names)}" for reason, names in left_out.items()]


def _engines(library: Library, folder: Path) -> Iterator[tuple[str, Measured]]:
    """All engines by their names, ours first."""
    engine = Engine.make(library, folder / "index")
    yield ours(engine.space, folder)
    yield _in_python("ours, in Python", lambda query: [hit.path for hit in engine.search(query, LIMIT).hits])
    yield from peers(library, folder)
    for make in PEERS:
        peer = make()
        peer.build(documents_of(library.records), folder)
        yield _in_python(peer.name, peer.search)


def _in_python(name: str, search: Callable[[str], list[str]]) -> tuple[str, Measured]:
    """An engine in this process; the first time that a query is asked is not timed."""

    def measured(queries: Sequence[str]) -> Found:
        paths = [search(query) for query in queries]
        times = [[_milliseconds(search, query) for query in queries] for _ in range(ROUNDS)]
        return Found(name, paths, [min(of_query) for of_query in zip(*times, strict=True)])

    return name, measured


def _milliseconds(search: Callable[[str], list[str]], query: str) -> float:
    start = perf_counter()
    search(query)
    return (perf_counter() - start) * 1000


def _of_ours(sets: Sequence[JudgedSet], now: dict[str, Quality]) -> Table:
    """Each set: how ours answered it first and how it does now."""
    table = Table("ours, success@1 / MRR", "queries", "first measured", "now", box=None)
    for one in sets:
        table.add_row(one.name, str(len(one.cases)), _told([one.once] if one.once else []), _told([now[one.name]]))
    return table


def _relevance(sets: Sequence[JudgedSet], rows: dict[str, dict[str, Quality]]) -> Table:
    """A row for each engine, a column for several sets together."""
    groups = {"measured once *": [one for one in sets if one.once], "other": [one for one in sets if not one.once]}
    groups["all"] = list(sets)
    table = Table("success@1 / MRR, the first ten", box=None)
    for name, members in groups.items():
        table.add_column(f"{name}\n{sum(len(one.cases) for one in members)}", justify="right")
    for name, made in rows.items():
        known = ([made[one.name] for one in members if one.name in made] for members in groups.values())
        whole = zip(known, groups.values(), strict=True)
        table.add_row(name, *(_told(parts if len(parts) == len(members) else []) for parts, members in whole))
    return table


def _told(parts: Sequence[Quality]) -> str:
    """Both measures over some sets."""
    if not parts:
        return NONE
    one = together(parts)
    return f"{one.success:.3f} / {one.reciprocal:.3f}"


def _costs(found: Sequence[Found]) -> Table:
    table = Table("what a search costs", box=None)
    for name in (
        "KB until\nresults",
        "KB\nin all",
        "requests\nuntil results",
        "requests\nin all",
        "ms\np50",
        "ms\np95",
    ):
        table.add_column(name, justify="right")
    for one in found:
        table.add_row(one.name, *_loads(one), *(f"{_percentile(one.milliseconds, part):.2f}" for part in (50, 95)))
    return table


def _loads(found: Found) -> tuple[str, ...]:
    if found.loads is None:
        return (NONE,) * 4
    first, later = found.loads.requests
    sizes = (f"{size / 1024:.0f}" for size in (found.loads.first, found.loads.all))
    return (*sizes, f"{first:.0f}", f"{first + later:.0f}")


def _percentile(values: Sequence[float], part: int) -> float:
    return sorted(values)[min(len(values) * part // 100, len(values) - 1)]
