"""The search at 1, 10 and 100 times the provisions: the index beside its peers, and what the browser loads.

Copies have other words, lengths and headings (benchmarks/copies.py). The queries are judged ones and some of every
sort; a colon tells the median from the time or the bytes that 95 of 100 stay below. Seconds are processor time; bytes
are those of the very files that the browser's engine asks for in Node, compressed with gzip, each query in an engine
that has loaded nothing yet. "the same ten" counts the queries for which both runtimes give the same ten provisions.
Target: a search without a phrase stays under 400 KB at 100 times. A process for each size; 100 times takes minutes.
"""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from playwright._impl._driver import compute_driver_executable
from rich.table import Table

from benchmarks.copies import library_of
from benchmarks.peers import PEERS, documents_of
from benchmarks.timing import ROOT, apart
from search.browser import export
from search.engine import Engine
from search.index import build_index

COPIES = (1, 10, 100)
SCRIPTS = ROOT / "overrides" / "assets" / "js"
EVERY = 8
"""Of the judged queries, one of so many."""

PHRASES = (
    '"border squads"',
    '"state border" act:rules',
    '"frontier belt" permit',
    '"border crossing point"',
    '"of the state border"',
)
OTHERS = (
    *("vess*", "vessel -warship", "vessel AND examination", "(boat OR vessel) AND night", "vessel act:law chapter:9"),
    *("kind:definition frontier", "amended:2020", "amended:2021 health", "cites:law/55/18", "cited-by:rules/22"),
    *("concept:voluntary-squad", "kind:annex", "kind:footnote 2019", "Article 76", "art. 76(4)(1)", "Rules 15", "22-1"),
    *(
        "my fine says article 38",
        "continetal shelf",
        "neigbouring states",
        "volunter",
        "what is frontier belt",
        "border",
    ),
)


def queries() -> list[str]:
    """Queries of every sort, those with a phrase last."""
    judged = [
        case["q"]
        for path in sorted((ROOT / "tests" / "cases" / "search").glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    return [*judged[::EVERY], *OTHERS, *PHRASES]


def tables() -> Iterator[Table]:
    """The index of every engine, then what the browser loads, at each size."""
    index = Table("times", "provisions", "engine", "index, s", "index, MB", "first query, ms", "queries, ms (50:95)")
    browser = Table("times", "files", "export, s", "first, KB (50:95:max)", "all, KB", "phrases, KB", "ms", "same ten")
    for copies in COPIES:
        print(f"{copies} times …", file=sys.stderr)
        found = apart("-m", "benchmarks.growth", str(copies))
        for row in found["engines"]:
            index.add_row(str(copies), str(found["records"]), *row)
        browser.add_row(str(copies), *found["browser"])
        print(f"{found['peak']:.0f} MB at most", file=sys.stderr)
    yield index
    yield browser


def measure(copies: int, folder: Path) -> dict[str, Any]:
    """The rows of one size."""
    library, asked = library_of(copies), queries()
    _, building = _timed(lambda: build_index(library, folder / "whoosh"))
    engine = Engine.open(library, folder / "whoosh")
    engines = [_row("Whoosh, ours", building, folder / "whoosh", engine.search, asked)]
    for peer in (make() for make in PEERS):
        place = folder / peer.name
        place.mkdir()
        _, building = _timed(lambda peer=peer, place=place: peer.build(documents_of(library.records), place))
        engines.append(_row(peer.name, building, place, peer.search, asked))
    browser = _browser(engine, folder / "browser", asked)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    return {"records": len(library.records), "engines": engines, "browser": browser, "peak": peak}


def _timed(job: Callable[[], Any]) -> tuple[Any, float]:
    """What a job gives, and its seconds of processor time."""
    start = time.process_time()
    return job(), time.process_time() - start


def _row(name: str, building: float, folder: Path, search: Callable[[str], Any], asked: Sequence[str]) -> list[str]:
    first = [_timed(lambda query=query: search(query))[1] for query in asked]
    again = [1000 * _timed(lambda query=query: search(query))[1] for query in asked]
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    return [name, f"{building:.1f}", f"{size:.1f}", f"{1000 * first[0]:.0f}", _spread(again, ".1f")]


def _spread(values: Iterable[float], form: str = ".0f", *, most: bool = False) -> str:
    """The median and what 95 of 100 stay below (and the greatest)."""
    ordered = sorted(values)
    last = len(ordered) - 1
    told = [ordered[round(last * part)] for part in (0.5, 0.95, *([1] if most else []))]
    return ":".join(format(value, form) for value in told)


def _browser(engine: Engine, folder: Path, asked: Sequence[str]) -> list[str]:
    _, exporting = _timed(lambda: export(engine.space, folder, SCRIPTS))
    found = json.loads(_node(json.dumps(asked), folder))
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in folder.glob("*.js")}
    sizes["search-core.js"] = len(gzip.compress((SCRIPTS / "search-core.js").read_bytes(), 9))
    bytes_of = lambda names: sum(sizes[name] for name in names) / 1024  # noqa: E731
    plain, phrases = found[: -len(PHRASES)], found[-len(PHRASES) :]
    same = sum([hit.path for hit in engine.search(one["query"]).hits] == one["paths"] for one in found)
    return [
        str(len(sizes)),
        f"{exporting:.1f}",
        _spread((bytes_of(one["first"]) for one in plain), most=True),
        _spread((bytes_of(one["all"]) for one in plain), most=True),
        _spread((bytes_of(one["all"]) for one in phrases), most=True),
        f"{_spread(one['cold'] for one in found)}, again {_spread((one['warm'] for one in found), '.1f')}",
        f"{same} of {len(found)}",
    ]


def _node(given: str, folder: Path) -> str:
    node, _ = compute_driver_executable()
    runner = Path(__file__).with_name("growth.js")
    done = subprocess.run([node, runner, SCRIPTS, folder], input=given, capture_output=True, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(measure(int(sys.argv[1]), Path(place))))
