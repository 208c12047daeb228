"""Both runtimes are one search: the same ten provisions in the same order, and the same beside them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parent.parent / "cases" / "search"
GRAMMAR = [
    '"border squads"',
    '"state border" act:rules',
    "vessel -warship",
    "NOT vessel act:law chapter:9",
    "vess*",
    "vessel AND examination",
    "hostages OR submarine",
    "(boat OR vessel) AND night",
    "kind:definition frontier",
    "amended:2020",
    "amended:2021 health",
    "amended-by:405",
    "cites:law/55/18",
    "cited-by:rules/22",
    "concept:voluntary-squad",
    "chapter:9 act:law",
    "article:76",
    "vessel act:law chapter:9 -warship",
    "kind:annex",
    "kind:footnote 2019",
    "Article 76",
    "art. 76(4)(1)",
    "76.4.1",
    "66(14)",
    "Rules 15",
    "rule 15",
    "p. 15 of the Rules",
    "22-1",
    "68-1",
    "paragraph 4 of Article 76",
    "subparagraph 18) of Article 55",
    "paragraph 18), Article 55 of the Law",
    "Annex 2",
    "definition 9",
    "law/2/22-1",
    "Art. 76(9)",
    "article 500",
    "Articles 56-62",
    "my fine says article 38",
    '"unclosed phrase',
    "((",
    "AND",
    "-",
    "act:",
    "kind:nothing",
    "act:mars vessel",
    "*",
    "a",
    "   ",
    "the of and",
    "continetal shelf",
    "neigbouring states",
    "volunter",
    "hunitng",
    "pasengers",
    "xyzzyq",
    "12.03.2019",
    "No. 130-V",
    "Ne 866",
    "<b>border</b>",
    "what is frontier belt",
    "definition of demarcation",
    "État",
    "шекара",
    "’s",
    "border's",
    "e" * 300,
    "or " * 60,
]


def judged() -> Iterator[str]:
    """The judged queries."""
    for path in sorted(CASES.glob("*.yaml")):
        yield from (item["q"] for item in yaml.safe_load(path.read_text(encoding="utf-8")))


def generated(engine: Any) -> Iterator[str]:
    """Words of provisions, thrown together by a fixed die."""
    dice = random.Random(866)
    records = [record for record in engine.library.records if len(record.text.split()) > 6]
    for _ in range(150):
        words = dice.choice(records).text.split()
        start = dice.randrange(len(words) - 3)
        yield " ".join(words[start : start + dice.randint(1, 5)])


@pytest.fixture(scope="module")
def both(engine: Any, in_browser: Callable[..., Any]) -> list[tuple[str, Any, Any]]:
    """Every query with what the two engines make of it."""
    queries = list(dict.fromkeys([*judged(), *GRAMMAR, *generated(engine)]))
    return list(zip(queries, map(engine.search, queries), in_browser(queries)["found"], strict=True))


def test_at_least_three_hundred_queries_are_compared(both: list[Any]) -> None:
    assert len(both) >= 300


def test_the_same_ten_in_the_same_order(both: list[tuple[str, Any, Any]]) -> None:
    unlike = [query for query, mine, theirs in both if [hit.path for hit in mine.hits] != theirs["paths"]]
    assert unlike == []


def test_the_same_scores_and_totals(both: list[tuple[str, Any, Any]]) -> None:
    for query, mine, theirs in both:
        assert mine.total == theirs["total"], query
        assert [hit.score for hit in mine.hits] == pytest.approx(theirs["scores"], abs=1e-9), query


def test_the_same_citations_definitions_answers_and_concepts(both: list[tuple[str, Any, Any]]) -> None:
    for query, mine, theirs in both:
        assert mine.citation == theirs["citation"], query
        assert [answer.id for answer in mine.answers] == theirs["answers"], query
        assert list(mine.concepts) == theirs["concepts"], query
        assert ([mine.definition.term, mine.definition.path] if mine.definition else None) == theirs["definition"], (
            query
        )
        assert list(mine.suggestions) == theirs["suggestions"], query
