"""Words of the texts: cut, folded and stemmed as cases/text.yaml has it, and so in the index and in what it finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.lang.porter import stem as first_porter

from search.index import analyzer
from search.text import fold, forms, is_low, known, language, lower, stem, stems, tokens

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "text.yaml").read_text(encoding="utf-8"))
TRAPS = ["22-1", "68-1", "12.03.2019", "130-V", "No. 189-V", "part-time", "citizen's"]

ODD = "azAZ019 -.'’‘ʼ()\n\u00a0éÉßẞſİıŉǅﬁ\u0301ИиІіЁҚқ漢\u200b\U0001d400"
"""Letters, digits and marks; some grow or shrink when they are lowered, some are no letters of the texts."""


def found(engine: Any, query: str) -> set[str]:
    """The paths of all that a query finds."""
    return {hit.path for hit in engine.search(query, limit=2000).hits}


@pytest.mark.parametrize("case", CASES["forms"], ids=lambda case: case["text"])
def test_how_a_text_is_cut(case: dict[str, Any]) -> None:
    assert forms(case["text"]) == case["forms"]


@pytest.mark.parametrize("words", CASES["alike"], ids="-".join)
def test_one_word_has_one_stem(words: list[str]) -> None:
    assert len({tuple(stems(word)) for word in words}) == 1


@pytest.mark.parametrize("words", CASES["apart"], ids="-".join)
def test_different_words_have_different_stems(words: list[str]) -> None:
    assert len({tuple(stems(word)) for word in words}) == len(words)


@pytest.mark.parametrize("word", CASES["stems"])
def test_the_stemmer_is_the_second_of_porter(word: str) -> None:
    assert stem(word) == CASES["stems"][word] != first_porter(word)


@pytest.mark.parametrize("text", TRAPS)
def test_the_index_cuts_as_the_query_does(text: str) -> None:
    assert [token.text for token in analyzer()(text)] == stems(text)


def test_the_index_has_the_traps_as_whole_words(engine: Any) -> None:
    """The stock analyzer makes "130" of "130-V"; of numbers of provisions it would make the same."""
    for number in ("130-v", "189-v", "12.03.2019", "04.07.2013"):
        assert engine.lookup.lexicon[number] == number
        assert engine.space.own(number)


def test_a_number_with_a_hyphen_is_not_its_first_part(engine: Any) -> None:
    assert found(engine, "22-1") == {"law/2/22-1"}
    assert found(engine, "68-1") == {"law/68-1"}
    assert "law/68-1" not in found(engine, "article:68")
    assert "law/2/22-1" not in {hit.path for hit in engine.search("law/2/22", limit=1).hits}


def test_a_date_is_found_whole_and_by_its_year(engine: Any, corpus: Any) -> None:
    """A day and a month alone say nothing of a date."""
    dated = {path for path in engine.library.numbers if "12.03.2019" in footnote_of(corpus, path)}
    assert len(dated) == 4
    assert found(engine, "12.03.2019") == dated <= found(engine, "2019-03-12")
    assert found(engine, "amended:12.03.2019") == found(engine, "amended:2019-03-12") == dated
    assert found(engine, "amended:2019") == dated
    assert dated <= found(engine, "2019")
    assert not dated & found(engine, "amended:03")


def footnote_of(corpus: Any, path: str) -> str:
    """The words of a provision's first footnote."""
    block = corpus.find(f"{path}/footnote-1")
    return block.text if block else ""


def test_common_words_keep_their_places_in_phrases(engine: Any) -> None:
    """Where stop words are left out of an index, "protection of the border" and "protection border" are one phrase."""
    analyzed = [(token.text, token.pos) for token in analyzer()("release of the hostages", positions=True)]
    assert analyzed == [("releas", 0), ("of", 1), ("the", 2), ("hostag", 3)]
    assert found(engine, '"release of hostages"') == {"law/73/1/7"}
    assert found(engine, '"release hostages"') == found(engine, '"release of the hostages"') == set()


def test_common_words_are_ranked_by_nothing(engine: Any) -> None:
    assert is_low("the")
    assert is_low("who")
    assert not is_low("border")
    assert found(engine, "hostages") == found(engine, "the hostages of")
    assert engine.search("the of and").hits == ()


def test_a_word_is_known_by_another_ending() -> None:
    lexicon = {"hostage": "hostag", "apply": "appli", "use": "use"}
    endings = {"hostages": "hostag", "applies": "appli", "hostage": "hostag", "used": "use", "us": None, "xyzzyq": None}
    assert {word: known(word, lexicon) for word in endings} == endings


def test_the_list_of_words_gives_every_word_of_the_texts_its_stem(engine: Any) -> None:
    """The browser has this list and no stemmer."""
    lexicon = engine.library.lexicon
    assert list(lexicon) == sorted(lexicon)
    for record in engine.library.records:
        for form in forms(f"{record.heading} {record.text}"):
            assert known(form, lexicon) == stem(form), form


def test_families_begin_with_the_same_two_letters() -> None:
    """The browser's files are cut by them."""
    for family in language().families:
        assert len({fold(word)[:2] for word in family}) == 1
        assert len({stem(fold(word)) for word in family}) == 1


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(alphabet=ODD, max_size=60))
def test_words_stand_where_they_say(text: str) -> None:
    assert len(lower(text)) == len(text)
    at = 0
    for token in tokens(text):
        assert at <= token.start < token.end <= len(text)
        assert fold(lower(text[token.start : token.end])) == token.form
        at = token.end
