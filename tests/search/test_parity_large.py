"""Both runtimes are one search in a large corpus too: its browser copy is cut into many files and knows no texts.

Twice the provisions are a large corpus (`search.weights.LARGE`); `python -m benchmarks growth` compares both at 10 and
100 times as well.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

QUERIES = [
    "who may detain a foreign vessel",
    "drug addict volunteer",
    "smuggled drugs found",
    "how long does a squad leader serve?",
    "what is frontier belt",
    "neigbouring states",
    "vess*",
    "vessel -warship",
    "vessel -warsh*",
    "vessel AND examination",
    "(boat OR vessel) AND night",
    '"state border"',
    '"of the state border" act:rules',
    'vessel -"state border"',
    '"of the"',
    "kind:definition frontier",
    "amended:2014",
    "cites:law/55/18",
    "cited-by:rules/22",
    "concept:voluntary-squad",
    "Article 76",
    "Rules 15",
    "my fine says article 38",
]


@pytest.fixture(scope="module")
def large(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The engine over the acts and a copy of each."""
    from search.engine import Engine

    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(root))
        library = importlib.import_module("benchmarks.copies").library_of(2)
    return Engine.make(library, tmp_path_factory.mktemp("large") / "index")


@pytest.fixture(scope="module")
def both(large: Any, run_in_browser: Callable[..., Any]) -> list[tuple[str, Any, Any]]:
    """Every query with what the two engines make of it."""
    found = run_in_browser(large)(QUERIES)["found"]
    return list(zip(QUERIES, map(large.search, QUERIES), found, strict=True))


def test_the_same_ten_and_the_same_total(both: list[tuple[str, Any, Any]]) -> None:
    for query, mine, theirs in both:
        assert [hit.path for hit in mine.hits] == theirs["paths"], query
        assert mine.total == theirs["total"], query
        assert [hit.score for hit in mine.hits] == pytest.approx(theirs["scores"], abs=1e-9), query


def test_the_same_snippets_definitions_and_facets(both: list[tuple[str, Any, Any]]) -> None:
    for query, mine, theirs in both:
        pieces = ["".join(piece.text for piece in hit.pieces) for hit in mine.hits]
        assert pieces == ["".join(piece["text"] for piece in hit) for hit in theirs["snippets"]], query
        assert (mine.definition and mine.definition.path) == (theirs["definition"] and theirs["definition"][1]), query
        counted = {name: [(one.value, one.count) for one in values] for name, values in mine.facets.items()}
        assert counted == {
            name: [(one["value"], one["count"]) for one in values] for name, values in theirs["facets"].items()
        }, query
