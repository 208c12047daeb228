"""Emendations: visible, reversible, and refused when they do not fit the text."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from parser.corpus import load_corpus
from parser.emendations import read_emendations
from parser.errors import EditorialError
from parser.words import accepted_words, unknown_words

GOOD = (
    "lost:\n  - {path: rules/19, source: substance abuse or In absence of, gap_after: substance abuse or, reason: r}\n"
)


def write(path: Path, emendations: str, lost: str = GOOD) -> Path:
    """A file of emendations."""
    file = path / "emendations.yml"
    file.write_text(f"emendations:\n{emendations}{lost}", encoding="utf-8")
    return file


def test_the_misread_letter_is_repaired_and_the_source_is_kept(corpus: Any) -> None:
    assert "it 1s impossible" in corpus.find("rules/10/4").text
    assert "it is impossible" in corpus.corrected("rules/10/4")


def test_lost_words_are_marked_and_nothing_is_supplied(corpus: Any) -> None:
    marks = [item for item in corpus.emendations["rules/19"] if item.lost]
    assert len(marks) == 1
    assert corpus.corrected("rules/19") == corpus.find("rules/19").text
    assert corpus.find("rules/19").text[: marks[0].start].endswith("substance abuse or")


def test_taking_every_emendation_back_gives_the_source(corpus: Any) -> None:
    """The law of reversibility, over all blocks."""
    for locator, items in corpus.emendations.items():
        text, shift = corpus.corrected(locator), 0
        for item in (one for one in items if not one.lost):
            start = item.start + shift
            text = text[:start] + item.source + text[start + len(item.corrected) :]
            assert text.count(item.source) >= 1
        assert text == corpus.find(locator).text


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{path: rules/10/4, source: it 9s, corrected: it is, reason: r}", '"it 9s" is not found in rules/10/4'),
        ("{path: rules/99, source: a, corrected: b, reason: r}", 'there is no "rules/99"'),
        (
            "{path: rules/10/4, source: it 1s, corrected: it 1s, reason: r}",
            "the corrected reading is that of the source",
        ),
        ("{path: rules/10/4, source: it 1s, corrected: it is}", '"reason" is missing or empty'),
        ("{path: rules/10/4, source: it 1s, corrected: it is, reason: r, x: y}", 'unknown key "x"'),
        ("{path: rules/10/4, source: of, corrected: off, reason: r}", "must stand there once"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused_with_file_and_line(
    corpus: Any, tmp_path: Path, entry: str, message: str
) -> None:
    with pytest.raises(EditorialError, match=r"emendations\.yml:2: ") as caught:
        read_emendations(write(tmp_path, f"  - {entry}\n"), tmp_path, corpus.outline)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_new_misprint_is_found_by_its_unknown_word(root: Path, tmp_path: Path) -> None:
    """Break the text on purpose: the check names the word."""
    shutil.copytree(root / "content", tmp_path / "content", ignore=shutil.ignore_patterns("docs"))
    meta, act = (tmp_path / "content" / "sources" / "law" / name for name in ("meta.yml", "act.txt"))
    text = act.read_text(encoding="utf-8")
    changed = text.replace("bringing to criminal responsibility", "bringing to criminel responsibility")
    act.write_text(changed, encoding="utf-8")
    old, new = _sha(text), _sha(changed)
    meta.write_text(meta.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    made = load_corpus(tmp_path / "content")
    found = list(unknown_words(made, accepted_words(root / "content" / "editorial" / "words.txt")))
    assert [item.message for item in found] == ['unknown word "criminel" in law/76/4/1']


def _sha(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()
