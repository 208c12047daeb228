"""The structure of the two acts, as counted by hand, and the oddities that a parser must survive."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from parser.corpus import make_corpus
from parser.layout import load_layout
from parser.lossless import losses
from parser.model import Meta
from parser.source import Source
from parser.structure import parse

CASES = Path(__file__).parent.parent / "cases" / "structure.yaml"


def source(text: str, layout: str = "adilet-eng") -> Source:
    """A text as if it were a source."""
    meta = Meta("law", "law", "T", "the Law", "1", "2013-01-16", "2014-04-11", "/akn/x", "x", "eng", "f", layout)
    return Source("act.txt", text, load_layout(layout), (meta,))


def test_counts_are_those_counted_by_hand(corpus: Any) -> None:
    """Law: 13 chapters, 81 articles, 216 paragraphs, 385 subparagraphs, 3 footnotes; Rules: 3, 23, 2 annexes, 19."""
    law = Counter(block.kind for block in corpus.acts["law"].walk())
    rules = Counter(block.kind for block in corpus.acts["rules"].walk())
    assert (law["chapter"], law["article"], law["paragraph"], law["subparagraph"], law["footnote"]) == (
        13,
        81,
        216,
        385,
        3,
    )
    assert (rules["chapter"], rules["paragraph"], rules["annex"], rules["footnote"]) == (3, 23, 2, 19)


def test_nothing_is_lost_and_nothing_stands_twice(corpus: Any) -> None:
    assert list(losses(corpus)) == []


def test_the_texts_have_no_numbering_faults(corpus: Any) -> None:
    assert [item for item in corpus.diagnostics if item.severity == "error"] == []


def test_locators_and_eids_are_unique(corpus: Any) -> None:
    for act in corpus.acts.values():
        for name in ("locator", "eid"):
            counted = Counter(getattr(block, name) for block in act.walk())
            assert [value for value, count in counted.items() if count > 1] == []


CASES_DATA = yaml.safe_load(CASES.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES_DATA["blocks"], ids=lambda case: case["path"])
def test_block(corpus: Any, case: dict[str, str]) -> None:
    """A provision has the kind, the number, the eId and the opening words that one reads in the text."""
    block = corpus.find(case["path"])
    assert block is not None
    assert block.text.startswith(case["begins"])
    assert block.text.endswith(case.get("ends", ""))
    assert block.kind == case["kind"]
    assert block.eid == case.get("eid", block.eid)
    assert block.marker == case.get("marker", block.marker)


@pytest.mark.parametrize("case", CASES_DATA["texts"], ids=lambda case: case["title"])
def test_text(case: dict[str, Any]) -> None:
    """A small text gives the blocks and the diagnostics that are written beside it."""
    acts, odd = parse(source(case["text"], case.get("layout", "adilet-eng")))
    assert [block.locator for act in acts for block in act.walk()] == case["blocks"]
    assert [str(item).split(": ", 2)[2] for item in odd] == case.get("diagnostics", [])


def test_a_text_in_another_order_is_still_lossless() -> None:
    """Numbers out of order are reported, and no word is dropped."""
    text = "Title\n\nArticle 2. B\n\n      2. two\n      1. one\n      1. again\nstray words\n"
    made = make_corpus([source(text)])
    assert list(losses(made)) == []
    assert len(made.diagnostics) == 4
