"""The first results do not wait for what sharpens them, and a reader who has begun to choose keeps them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from searching import ranked, search

QUERY = "can I help the border guards in my village"
"""A query whose first result is another one once the rarer words of readers are there."""

SAME = "paths => Array.from(document.querySelectorAll('[data-path]'), one => one.dataset.path).join() === paths.join()"


@pytest.fixture
def held(page: Any, site_url: str) -> Any:
    """A search whose further words of readers are held back, and what lets them come."""
    waiting: list[Any] = []
    page.route("**/readers.js", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright marks the function
    page.goto(f"{site_url}search/index.html?q={quote(QUERY)}", wait_until="commit")
    page.wait_for_selector("#search-page[data-state=found]")
    assert len(waiting) == 1
    return waiting[0].continue_


def test_first_results_come_early_and_are_sharpened(
    page: Any, site_url: str, held: Callable[[], None], open_page: Callable[..., Any]
) -> None:
    early, whole = ranked(page), ranked(search(open_page(), site_url, QUERY))
    assert len(early) == 10
    assert early[0] != whole[0]
    held()
    page.wait_for_function(SAME, arg=whole)


def test_who_has_begun_to_choose_keeps_the_results(page: Any, held: Callable[[], None]) -> None:
    early = ranked(page)
    page.focus("#search-results li:nth-child(2) a")
    held()
    page.wait_for_selector("#search-answers h2")
    assert ranked(page) == early
    assert page.evaluate("document.activeElement.closest('[data-path]').dataset.path") == early[1]


def test_further_results_leave_out_none_of_the_best(page: Any, site_url: str, held: Callable[[], None]) -> None:
    """Who kept the first results gets with the next ones what has risen among the best."""
    page.focus("#search-results li:nth-child(2) a")
    held()
    page.wait_for_selector("#search-answers h2")
    page.click("#search-more")
    page.wait_for_function("document.querySelectorAll('[data-path]').length > 10")
    shown = set(ranked(page))
    whole = page.context.new_page()
    assert set(ranked(search(whole, site_url, QUERY))) <= shown


def test_without_the_rarer_words_the_search_goes_on(browser: Any, site_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/readers.js", lambda route: route.abort())
    for query, first in (("art. 76", "law/76"), ("hostages", "law/73/1/7"), ("detantion", None)):
        found = ranked(search(page, site_url, query))
        assert found[0] == (first or found[0])
    search(page, site_url, "voluntary squad")
    page.wait_for_selector(".search-concepts")
    context.close()
