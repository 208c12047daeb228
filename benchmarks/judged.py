"""The judged queries by set, and how well a search answers them.

Sets are read from where the tests have them, and from beside the checkout, where further ones may be. A set that was
measured once, after the ranking was settled, says so at its top, with what was measured: nobody tuned on it before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.timing import ROOT

LIMIT = 10
SETS = ROOT / "tests" / "cases" / "search"
BESIDE = ROOT.parent / "shared" / "golden" / "queries.yaml"
ONCE = re.compile(r"First measurement \(success@1 / MRR\): ([0-9.]+) / ([0-9.]+), measured once")


@dataclass(frozen=True, slots=True)
class Judged:
    """A query and the paths that answer it."""

    query: str
    want: tuple[str, ...]

    def place(self, paths: Sequence[str]) -> int:
        """The rank of the first path that is, or lies above or below, a wanted one; 0 where the first ten have none."""
        ranks = (rank for rank, path in enumerate(paths[:LIMIT], 1) if any(lies_with(path, one) for one in self.want))
        return next(ranks, 0)


@dataclass(frozen=True, slots=True)
class Quality:
    """How well some queries were answered: success@1 and mean reciprocal rank."""

    queries: int
    success: float
    reciprocal: float


@dataclass(frozen=True, slots=True)
class JudgedSet:
    """A file of judged queries; `once` is what was measured before anybody had looked at it."""

    name: str
    cases: tuple[Judged, ...]
    once: Quality | None


def lies_with(path: str, wanted: str) -> bool:
    """Whether a path is a wanted one, or lies above or below it."""
    return path == wanted or path.startswith(f"{wanted}/") or wanted.startswith(f"{path}/")


def judged_sets() -> list[JudgedSet]:
    """Every set, those last that were measured once."""
    files = [path for path in (*sorted(SETS.glob("*.yaml")), BESIDE) if path.is_file()]
    return sorted(map(_read, files), key=lambda one: one.once is not None)


def _read(path: Path) -> JudgedSet:
    text = path.read_text(encoding="utf-8")
    cases = tuple(Judged(case["q"], tuple(case["want"])) for case in yaml.safe_load(text))
    told = ONCE.search(text)
    once = Quality(len(cases), float(told[1]), float(told[2])) if told else None
    return JudgedSet("golden" if path == BESIDE else path.stem, cases, once)


def qualities(sets: Sequence[JudgedSet], found: Iterable[Sequence[str]]) -> dict[str, Quality]:
    """How well each set was answered by the paths found for its queries, one set after the other."""
    left = iter(found)
    return {one.name: _quality([case.place(next(left)) for case in one.cases]) for one in sets}


def _quality(places: Sequence[int]) -> Quality:
    size = len(places)
    return Quality(size, sum(place == 1 for place in places) / size, sum(1 / place for place in places if place) / size)


def together(parts: Sequence[Quality]) -> Quality:
    """Several sets as one."""
    size = sum(part.queries for part in parts)
    success = sum(part.queries * part.success for part in parts) / size
    return Quality(size, success, sum(part.queries * part.reciprocal for part in parts) / size)
