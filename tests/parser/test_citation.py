"""Citations as people type them: what each points to, or what is said of one that points to nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from parser.citation import citations_in, read_act, read_citation_query
from parser.labels import label_of, short_label

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "citations.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["text"])
def test_what_a_citation_points_to(corpus: Any, case: dict[str, Any]) -> None:
    found = read_citation_query(case["text"], corpus.outline)
    assert (found is None) == case.get("none", False)
    if found is not None:
        assert list(found.paths) == case.get("paths", [])
        assert found.nearest == case.get("nearest")
        assert found.missing == case.get("missing", "")
        assert found.plain == case.get("plain", False)


@pytest.mark.parametrize("case", CASES["acts"], ids=lambda case: case["text"])
def test_the_name_of_an_act(corpus: Any, case: dict[str, Any]) -> None:
    assert read_act(case["text"], corpus.outline) == case["act"]


@pytest.mark.parametrize("case", CASES["within"], ids=lambda case: case["text"])
def test_citations_among_other_words(corpus: Any, case: dict[str, Any]) -> None:
    assert list(citations_in(case["text"], corpus.outline)) == case["paths"]


def test_every_provision_is_found_by_its_path_and_by_its_name(corpus: Any) -> None:
    """`Law, Article 76(4)(1)` leads to the provision that is called so; so does its path."""
    for path, block in corpus.outline.blocks.items():
        if block.path is None:
            continue
        assert read_citation_query(path, corpus.outline).paths == (path,)
        if any(char.isdigit() for char in short_label(corpus.outline, path)):
            found = read_citation_query(label_of(corpus.outline, path), corpus.outline)
            assert found is not None, label_of(corpus.outline, path)
            assert found.paths[:1] == (path,), label_of(corpus.outline, path)


@given(st.text(alphabet="artpulesch 0123456789().-/,§;“”\n", max_size=60))
def test_no_text_breaks_it(corpus: Any, text: str) -> None:
    found = read_citation_query(text, corpus.outline)
    assert found is None or all(path in corpus.outline for path in found.paths)
    assert all(path in corpus.outline for path in citations_in(text, corpus.outline))


@given(
    st.lists(
        st.sampled_from(
            [
                "article",
                "art.",
                "paragraph",
                "p.",
                "sub",
                "of",
                "the",
                "Rules",
                "Law",
                "76",
                "4",
                "1",
                "(1)",
                "22-1",
                "annex",
                ",",
            ]
        ),
        max_size=9,
    )
)
def test_no_mixture_of_its_own_words_breaks_it(corpus: Any, words: list[str]) -> None:
    found = read_citation_query(" ".join(words), corpus.outline)
    assert found is None or found.paths or found.missing
