"""Amendments and terms: what the footnotes and the definitions say."""

from __future__ import annotations

from collections import Counter
from typing import Any


def test_all_amendments(corpus: Any) -> None:
    """Three in the Law, twenty-one in the nineteen footnotes of the Rules."""
    by_act = Counter(path.split("/")[0] for path, items in corpus.amendments.items() for _ in items)
    assert by_act == {"law": 3, "rules": 21}


def test_the_footnote_of_chapter_9_is_about_article_68_1(corpus: Any) -> None:
    (amendment,) = corpus.amendments["law/68-1"]
    assert (amendment.action, amendment.by.date, amendment.by.number) == ("supplemented", "2014-04-11", "189-V")
    assert "law/chapter-9" not in corpus.amendments


def test_two_amendments_in_one_footnote_are_two(corpus: Any) -> None:
    first, second = corpus.amendments["rules/annex-1"]
    assert (first.by.date, first.by.number) == ("2019-03-12", "104")
    assert (second.by.date, second.by.number) == ("2020-04-29", "259")
    assert first.enforcement.startswith("shall enter into force upon expiration of ten calendar days")


def test_type_and_number_are_read_through_the_misread_sign(corpus: Any) -> None:
    (amendment,) = corpus.amendments["rules/3"]
    assert (amendment.by.type, amendment.by.date, amendment.by.number) == ("resolution", "2023-05-26", "405")


def test_every_definition_of_article_2_is_a_term(corpus: Any) -> None:
    defined = [path for path, terms in corpus.terms.items() if any(term.introduced == "definition" for term in terms)]
    assert sum(path.startswith("law/2/") for path in defined) == 32
    assert sum(path.startswith("rules/3/") for path in defined) == 5


def test_a_term_with_a_forgotten_bracket(corpus: Any) -> None:
    """Law 2(5): the bracket of "(hereinafter – territorial waters (sea)" is never closed."""
    terms = {term.term: term for term in corpus.terms["law/2/5"]}
    assert terms["territorial waters (sea)"].definition.startswith("sea belt with breadth of twelve marine miles")
    assert terms["territorial waters (sea)"].scope == "law"


def test_short_names_stand_for_the_words_before_them(corpus: Any) -> None:
    terms = {term.term: term.definition for path in ("rules/1", "rules/3/2") for term in corpus.terms[path]}
    assert terms["Border Service"] == "Border Service of the National Security Committee of the Republic of Kazakhstan"
    assert terms["structural unit"] == "structural unit of a territorial unit"
    assert terms["Rules"].startswith("Rules for engagement of citizens in defense of the State Border")


def test_a_sentence_with_a_dash_that_sets_a_duty_is_no_definition(corpus: Any) -> None:
    assert "law/47/3" not in corpus.terms
