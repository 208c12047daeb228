"""The search page by keyboard, and its filters."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from searching import asked, found, ranked, search


def test_arrows_move_through_the_results_and_enter_opens(page: Any, site_url: str) -> None:
    search(page, site_url, "hostages")
    links = page.locator("#search-list a.hit__link")
    page.focus("#search-input")
    page.keyboard.press("ArrowDown")
    assert links.first.evaluate("link => link === document.activeElement")
    page.keyboard.press("ArrowDown")
    assert links.nth(1).evaluate("link => link === document.activeElement")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search-input"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/search/" not in url)


def test_escape_goes_back_to_the_field_and_then_empties_it(page: Any, site_url: str) -> None:
    search(page, site_url, "hostages")
    page.focus("#search-input")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "search-input"
    page.keyboard.press("Escape")
    assert page.input_value("#search-input") == ""
    page.wait_for_selector("#search-start:visible")


def test_slash_leads_to_the_search(page: Any, site_url: str) -> None:
    search(page, site_url, "hostages")
    page.locator("a.hit__link").first.focus()
    page.keyboard.press("/")
    page.keyboard.type("insurance")
    found(page, "insurance")


def test_a_filter_edits_the_query_and_a_second_click_takes_it_out(page: Any, site_url: str) -> None:
    search(page, site_url, "training")
    switch = page.locator("button.facet[data-field=act][data-value=rules]")
    count = int(re.search(r"\d+", switch.locator(".facet__count").inner_text()).group())
    switch.click()
    found(page, "training act:rules")
    assert asked(page) == "training act:rules"
    assert all(path.startswith("rules") for path in ranked(page))
    assert int(page.inner_text("#search-status").split()[0]) >= count
    assert switch.get_attribute("aria-pressed") == "true"
    assert switch.evaluate("button => button === document.activeElement")
    switch.click()
    found(page, "training")


@pytest.mark.parametrize("field", ["act", "chapter", "kind", "concept", "amended"])
def test_every_kind_of_filter_is_offered_and_keeps_at_least_what_it_counts(
    page: Any, site_url: str, field: str
) -> None:
    search(page, site_url, "border")
    switch = page.locator(f"button.facet[data-field={field}]").first
    count = int(re.search(r"\d+", switch.locator(".facet__count").inner_text()).group())
    value = switch.get_attribute("data-value")
    switch.click()
    page.wait_for_selector(f"button.facet[data-field={field}][data-value={json.dumps(value)}][aria-pressed=true]")
    assert int(page.inner_text("#search-status").split()[0]) >= count


def test_another_value_of_the_same_filter_replaces_the_first(page: Any, site_url: str) -> None:
    search(page, site_url, "training act:law")
    if page.locator("button.facet[data-field=act][data-value=rules]").count():
        page.click("button.facet[data-field=act][data-value=rules]")
        found(page, "training act:rules")


def test_a_chip_takes_its_filter_out(page: Any, site_url: str) -> None:
    search(page, site_url, "training act:rules -kind:part")
    chips = page.locator("#search-chips .chip")
    assert chips.count() == 2
    chips.first.click()
    found(page, "training -kind:part")
    page.locator("#search-chips .chip").first.click()
    found(page, "training")
    assert not page.is_visible("#search-chips")


EDITS = (
    ("training", "act", "rules", "training act:rules"),
    ("training act:rules", "act", "rules", "training"),
    ("training act:rules", "act", "law", "training act:law"),
    ("training amended:2019", "amended", "2020", "training amended:2019 amended:2020"),
    ("squad OR team", "act", "law", "(squad OR team) act:law"),
    ("(squad OR team) act:law", "kind", "part", "(squad OR team) act:law kind:part"),
    ("squad OR (team act:law)", "act", "rules", "(squad OR (team)) act:rules"),
    ('"keep act:law here"', "act", "law", '"keep act:law here" act:law'),
    ("NOT act:law vessel", "act", "law", "vessel act:law"),
    ("vessel -act:law", "act", "law", "vessel act:law"),
    ("76(4)", "act", "law", "76(4) act:law"),
    ("vessel cites:76(4)", "cites", "76(4)", "vessel"),
    ("", "concept", "frontier zone", 'concept:"frontier zone"'),
    ('"not closed act:law', "act", "law", '"not closed'),
)


def test_filters_are_put_into_the_query_and_taken_out(page: Any, site_url: str) -> None:
    page.goto(f"{site_url}search/index.html")
    made = [page.evaluate("given => ShekaraSearchQuery.toggle(...given)", list(given)) for *given, _ in EDITS]
    assert made == [wanted for *_, wanted in EDITS]
