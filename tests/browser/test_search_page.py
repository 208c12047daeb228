"""The search page as readers use it: results, typing, the back button."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from searching import SQUAD, asked, found, ranked, search, type_query


def test_a_query_in_the_address_is_searched(page: Any, site_url: str) -> None:
    search(page, site_url, SQUAD)
    assert {"rules/15", "law/76/4"} & set(ranked(page)[:3])
    assert page.input_value("#search-input") == SQUAD
    assert page.input_value("#site-search") == SQUAD
    assert page.locator("#search-results li.hit").count() == 10
    assert "provisions" in page.inner_text("#search-status")


def test_each_result_has_a_real_link_its_place_and_marked_words(page: Any, site_url: str) -> None:
    search(page, site_url, "insurance certificates")
    first = page.locator("#search-results > li").first
    assert first.get_attribute("data-path") == "rules/16"
    assert "Rules" in first.locator(".hit__crumbs").inner_text()
    assert first.locator("mark").count() > 0
    address = first.locator("a.hit__link").get_attribute("href")
    assert page.request.get(f"{site_url}search/{address}").ok
    first.locator("a.hit__link").click()
    page.wait_for_url("**/acts/rules/**")
    anchor = page.url.partition("#")[2]
    assert page.locator(f"[id='{anchor}']").count() == 1


def test_a_citation_shows_the_provision_with_its_words(page: Any, site_url: str) -> None:
    search(page, site_url, "art. 76(4)(4)")
    card = page.locator("#search-results > li.hit--card")
    assert card.get_attribute("data-path") == "law/76/4/4"
    assert ranked(page)[0] == "law/76/4/4"
    assert "according to the list approved by the Government" in card.inner_text()


def test_the_card_of_an_article_has_all_its_words(page: Any, site_url: str) -> None:
    search(page, site_url, "Article 77")
    card = page.locator("#search-results > li.hit--card")
    assert card.get_attribute("data-path") == "law/77"
    assert "require compliance with established regimes in frontier space" in card.text_content()
    answers = page.locator("#search-answers")
    assert answers.evaluate("(one, list) => list.compareDocumentPosition(one) & 4", card.element_handle())
    lines = card.locator(".hit__line").all_inner_texts()
    assert len(lines) == 14
    assert [line.split()[0] for line in lines[:3]] == ["1.", "1)", "2)"]


def test_where_nothing_is_found_the_page_names_other_ways(page: Any, site_url: str) -> None:
    search(page, site_url, "xylophone")
    assert page.inner_text("#search-status") == "No provision found."
    assert page.locator(".search-nothing a").count() == 3
    assert not page.is_visible("#search-facets")


def test_a_search_that_cannot_be_loaded_says_so_and_may_be_tried_again(browser: Any, site_url: str) -> None:
    page = browser.new_page()
    page.route("**/assets/search/start.js", lambda route: route.abort())
    page.goto(f"{site_url}search/index.html?q=insurance")
    page.wait_for_selector("#search-page[data-state=failed]")
    assert "could not be loaded" in page.inner_text("#search-notice")
    page.unroute("**/assets/search/start.js")
    type_query(page, "hostages")
    assert not page.is_visible("#search-notice")
    page.close()


def test_a_defined_term_shows_its_definition_first(page: Any, site_url: str) -> None:
    search(page, site_url, "frontier zone")
    card = page.locator(".hit--definition")
    assert "adjoining to frontier belt within administrative" in card.inner_text()
    assert "law/2/28" in card.inner_text()


def test_answers_stand_above_the_provisions_with_what_they_rest_on(page: Any, site_url: str) -> None:
    search(page, site_url, "Must I have life and health insurance?")
    answer = page.locator(".search-answer").first
    assert answer.get_attribute("data-answer") == "insurance"
    assert answer.locator(".search-answer__cites a").count() > 0
    above, below = page.locator("#search-answers").bounding_box(), page.locator("#search-results").bounding_box()
    assert above["y"] < below["y"]


def test_a_misspelt_word_leads_to_the_right_one(page: Any, site_url: str) -> None:
    search(page, site_url, "quarantyne")
    link = page.locator(".search-meant a").first
    words = link.inner_text()
    link.click()
    found(page, words)
    assert asked(page) == words


def test_a_malformed_query_is_searched_as_words_with_a_hint(page: Any, site_url: str) -> None:
    search(page, site_url, "(vessel AND")
    assert page.locator(".search-hint").inner_text()
    assert ranked(page)


def test_concepts_of_the_query_are_linked(page: Any, site_url: str) -> None:
    search(page, site_url, "voluntary squad")
    address = page.locator(".search-concepts a").first.get_attribute("href")
    assert page.request.get(f"{site_url}search/{address}").ok


def test_more_results_follow_on_request_and_take_the_focus(page: Any, site_url: str) -> None:
    search(page, site_url, "border")
    page.click("#search-more")
    page.wait_for_selector("#search-results > li:nth-child(20)")
    assert len(set(ranked(page))) == 20
    assert page.evaluate("document.activeElement.closest('li').dataset.path") == ranked(page)[10]


def test_the_number_of_results_is_spoken(page: Any, site_url: str) -> None:
    search(page, site_url, "insurance")
    page.wait_for_selector("#search-live:not(:empty)", state="attached")
    assert re.search(r"\d+ provisions? found", page.text_content("#search-live"))
    assert page.get_attribute("#search-live", "role") == "status"


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=alert(1)>",
        '"><script>throw new Error("run")</script>',
        "javascript:alert(1)",
        "kind:<b>x</b>",
        "&lt;b&gt;",
        "%",
        "a" * 2000,
        '"',
        "((((",
        "act:",
        "AND OR NOT",
        "👩‍⚖️ ﷽ \u202e",
    ],
)
def test_a_query_enters_the_page_as_text_only(page: Any, site_url: str, query: str) -> None:
    page.goto(f"{site_url}search/index.html?q={quote(query)}")
    page.wait_for_selector("#search-page[data-state=found]")
    assert page.input_value("#search-input") == query
    assert page.locator("#search-page :is(script, img, iframe, b)").count() == 0


def test_results_follow_the_typing_and_so_does_the_address(page: Any, site_url: str) -> None:
    page.goto(f"{site_url}search/index.html")
    type_query(page, "insurance")
    assert ranked(page)[0] == "rules/16"
    page.wait_for_url("**/search/index.html?q=insurance")
    assert page.input_value("#site-search") == "insurance"


def test_the_header_and_the_page_are_one_search(page: Any, site_url: str) -> None:
    page.goto(f"{site_url}search/index.html")
    page.fill("#site-search", "hostages")
    found(page, "hostages")
    assert page.input_value("#search-input") == "hostages"
    assert page.locator("#site-search-list").count() == 0


def test_back_takes_a_search_back(page: Any, site_url: str) -> None:
    search(page, site_url, "insurance")
    type_query(page, "hostages")
    page.press("#search-input", "Enter")
    page.go_back()
    found(page, "insurance")
    assert page.input_value("#search-input") == "insurance"
    page.go_forward()
    found(page, "hostages")


def test_back_from_a_provision_shows_the_results_again(page: Any, site_url: str) -> None:
    search(page, site_url, "insurance")
    page.locator("#search-results a.hit__link").first.click()
    page.wait_for_url("**/acts/**")
    page.go_back()
    found(page, "insurance")
    assert ranked(page)[0] == "rules/16"


def test_an_empty_field_shows_examples_for_every_reader(page: Any, site_url: str) -> None:
    search(page, site_url, "insurance")
    page.fill("#search-input", "")
    page.wait_for_selector("#search-start:visible")
    words = page.inner_text("#search-start")
    assert all(reader in words for reader in ("citizen", "trainer", "officer"))
    page.click(f"#search-start >> text={SQUAD}")
    found(page, SQUAD)
    assert asked(page) == SQUAD
