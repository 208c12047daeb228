"""The query language as readers meet it, on the real texts; the cases and their keys are told in cases/query.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "query.yaml").read_text(encoding="utf-8"))
KNOWN = {"q", "first", "finds", "omits", "exactly", "noted", "alone", "never", "within", "as", "hint", "suggests"}
KNOWN |= {"nothing"}
CITED = yaml.safe_load((Path(__file__).parent.parent / "cases" / "citations.yaml").read_text(encoding="utf-8"))["cases"]
ALL = 2000

Words = Mapping[str, str]
"""The own words of every provision, as the acts have them."""


def cases() -> list[Any]:
    """All cases, each named by its section and query."""
    listed = [(name, case) for name, section in CASES.items() for case in section]
    return [pytest.param(case, id=f"{name}: {case['q']}") for name, case in listed]


@pytest.fixture(scope="session")
def words(engine: Any, corpus: Any) -> Words:
    """The words of every provision, with those of blocks below that are found as it; from the texts, not the index."""
    found: dict[str, list[str]] = {}
    for act in corpus.acts.values():
        for block in act.walk():
            home = home_of(block.locator, engine, corpus)
            if home:
                found.setdefault(home, []).append(corpus.corrected(block.locator))
    return {path: " ".join(" ".join(parts).split()) for path, parts in found.items()}


def home_of(locator: str, engine: Any, corpus: Any) -> str | None:
    """The provision that a block is found as."""
    above = (locator, *corpus.outline.above(locator))
    return next((path for path in above if path in engine.library.numbers), None)


@cache
def asked(engine: Any, query: str) -> Any:
    """What the search says to a query."""
    return engine.search(query, limit=ALL)


def paths_of(engine: Any, query: str) -> list[str]:
    """Everything that a query finds, best first."""
    return [hit.path for hit in asked(engine, query).hits]


def fitting(words: Words, pattern: str, *, footnotes: bool = False) -> set[str]:
    """The provisions whose own words a pattern fits; footnotes are results only where they are asked for."""
    fits = re.compile(pattern, re.IGNORECASE)
    return {path for path, text in words.items() if ("/footnote-" in path) == footnotes and fits.search(text)}


def noted(words: Words, pattern: str) -> set[str]:
    """The provisions whose footnote a pattern fits."""
    return {path.rsplit("/", 1)[0] for path in fitting(words, pattern, footnotes=True)}


def quoted(case: dict[str, Any]) -> dict[str, str]:
    """Every path of a case with its words."""
    return {**case.get("first", {}), **case.get("finds", {}), **case.get("omits", {})}


@pytest.mark.parametrize("case", cases())
def test_a_case_is_proved_by_the_texts(corpus: Any, case: dict[str, Any]) -> None:
    assert set(case) <= KNOWN
    assert len(case) > 1
    for path, said in quoted(case).items():
        assert said.lower() in corpus.corrected_text_of(path).lower()


@pytest.mark.parametrize("case", cases())
def test_a_query_finds_what_it_should(engine: Any, words: Words, case: dict[str, Any]) -> None:
    check_paths(paths_of(engine, case["q"]), words, case)
    check_told(engine, case)


def check_paths(paths: list[str], words: Words, case: dict[str, Any]) -> None:
    """What is found, against the words of the texts."""
    assert len(set(paths)) == len(paths)
    assert paths[:1] == list(case.get("first", {})) or "first" not in case
    assert set(case.get("finds", {})) <= set(paths)
    assert set(case.get("omits", {})).isdisjoint(paths)
    assert set(paths) == set(case.get("finds", {})) or not case.get("alone")
    assert (paths == []) == case.get("nothing", not paths)
    if "exactly" in case:
        assert set(paths) == fitting(words, case["exactly"], footnotes="kind:footnote" in case["q"])
    if "noted" in case:
        assert set(paths) == noted(words, case["noted"]) != set()
    if "never" in case:
        assert set(paths).isdisjoint(fitting(words, case["never"]))
    assert all(path.startswith(case.get("within", "")) for path in paths)
    assert paths or "within" not in case


def check_told(engine: Any, case: dict[str, Any]) -> None:
    """What the reader is told beside the provisions."""
    result = asked(engine, case["q"])
    assert result.hint == case.get("hint")
    assert list(result.suggestions) == case.get("suggests", list(result.suggestions))
    if "as" in case:
        assert paths_of(engine, case["q"]) == paths_of(engine, case["as"]) != []


def test_every_filter_has_cases(engine: Any) -> None:
    from search.query import FILTERS

    queries = " ".join(case["q"] for case in CASES["filters"])
    assert [name for name in FILTERS if f"{name}:" not in queries] == []
    assert {record.act for record in engine.library.records} == set(re.findall(r"act:(law|rules|decree)\b", queries))


@pytest.mark.parametrize("case", [case for case in CITED if "paths" in case], ids=lambda case: case["text"])
def test_a_citation_in_any_form_comes_first(engine: Any, corpus: Any, case: dict[str, Any]) -> None:
    """The cases of the parser, asked of the search: what is cited comes first, in the order that it is cited."""
    wanted = dict.fromkeys(home_of(path, engine, corpus) for path in case["paths"])
    assert paths_of(engine, case["text"])[: len(wanted)] == list(wanted)


def test_a_query_is_read_up_to_its_longest_length(engine: Any) -> None:
    from search.query import MAX_LENGTH

    assert paths_of(engine, "hostages" + " " * MAX_LENGTH + "hunting") == paths_of(engine, "hostages")
    assert engine.search("(" * 100 + "hostages").hint.endswith("searched as words.")
    assert "law/73/1/7" in paths_of(engine, "-" * 30 + "hostages")


def test_brackets_in_brackets_are_read_to_a_depth(engine: Any) -> None:
    from search.query import MAX_DEPTH

    deep, deeper = ("(" * depth + "hostages" + ")" * depth for depth in (MAX_DEPTH - 1, MAX_DEPTH))
    assert engine.search(deep).hint is None
    assert engine.search(deeper).hint == "Too many brackets; searched as words."
    assert paths_of(engine, deep) == paths_of(engine, deeper) == paths_of(engine, "hostages")


def test_a_term_of_an_act_is_defined_above_the_results(engine: Any) -> None:
    for query in ("frontier belt", "what is frontier belt", "definition of frontier belts"):
        defined = engine.search(query).definition
        assert (defined.term, defined.path) == ("frontier belt", "law/2/29")
        assert defined.words.startswith("part of territory on a land field adjoining immediately to the State Border")
    assert engine.search("belt").definition is None


def test_a_query_that_finds_nothing_leads_to_concepts(engine: Any) -> None:
    result = engine.search('"hostages submarine"')
    assert result.hits == ()
    assert result.concepts == ("hostages", "submarine-vessels")


@pytest.mark.parametrize(
    ("query", "name", "value"),
    [("legal force of volunteers' demands", "act", "rules"), ('"frontier belt"', "kind", "subparagraph")],
)
def test_a_facet_counts_what_its_choice_shows(engine: Any, query: str, name: str, value: str) -> None:
    told = {one.value: one.count for one in engine.search(query).facets[name]}
    assert engine.search(f"{query} {name}:{value}").total == told[value]
