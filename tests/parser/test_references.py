"""References: every one of the two acts, and no other; the forms that other acts use."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from parser.references import find_references

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "references.yaml").read_text(encoding="utf-8"))


def _row(locator: str, ref: Any) -> tuple[Any, ...]:
    cites = (ref.cites.type, ref.cites.date, ref.cites.number) if ref.kind == "external" else ()
    return locator, ref.text, ref.kind, ref.targets, cites


def test_every_reference_and_no_other(corpus: Any) -> None:
    """Precision and recall are both 1 on the two acts."""
    found = [_row(name, ref) for name, refs in corpus.refs.items() for ref in refs]
    wanted = [
        (item["at"], item["words"], item["kind"], tuple(item.get("targets", ())), tuple(item.get("cites", ())))
        for item in CASES["references"]
    ]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def test_offsets_are_those_of_the_words(corpus: Any) -> None:
    for name, refs in corpus.refs.items():
        for ref in refs:
            assert corpus.find(name).text[ref.start : ref.end] == ref.text


def test_all_targets_exist_and_none_is_unresolved(corpus: Any) -> None:
    for refs in corpus.refs.values():
        for ref in refs:
            assert all(corpus.has(path) for path in ref.targets)
            assert ref.reason == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as set in Articles 56-62 of this Law", [("article", ["56-62"])]),
        (
            "subparagraphs 4) and 5) of paragraph 4 of this Article",
            [("subparagraph", ["4", "5"]), ("paragraph", ["4"])],
        ),
        ("Articles 45, 46, 48, 49, 52 of this Law", [("article", ["45", "46", "48", "49", "52"])]),
        ("paragraph 18), Article 55 of the Law", [("paragraph", ["18"]), ("article", ["55"])]),
        ("Article 47(1) applies", [("article", ["47(1)"])]),
        ("Paragraphs 18 and 20 of these Rules", [("paragraph", ["18", "20"])]),
    ],
)
def test_steps(text: str, expected: list[tuple[str, list[str]]]) -> None:
    (candidate,) = find_references(text)
    assert [(step.unit, [number.num for number in step.numbers]) for step in candidate.steps] == expected


@pytest.mark.parametrize(
    "text",
    [
        "geographical points (with specification of main geodesic data)",
        "(Bulletin of the Parliament, 1996, No. 14, Article 275; 1998, No. 24, Article 436)",
        "traffic lines and characteristic points, lines of relief",
        "the Laws of the Republic of Kazakhstan and international treaties",
    ],
)
def test_words_that_are_no_reference(text: str) -> None:
    assert list(find_references(text)) == []


WORDS = ["Article", "76", "paragraph", "4)", "of", "this", "Law", "and", "–", ",", "subparagraphs"]
WORDS += ["the", "Rules", "dated", "“"]


@given(st.lists(st.sampled_from(WORDS)))
def test_any_words_give_ordered_references_that_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    found = list(find_references(text))
    for before, after in pairwise(found):
        assert before.end <= after.start
    assert all(0 <= item.start < item.end <= len(text) for item in found)
