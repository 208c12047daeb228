"""The search on a phone, on paper, from a disk, without scripts, and with helps for reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from looking import faults
from searching import DESK, PHONE, SQUAD, found, ranked, search, type_query


def test_on_a_phone_filters_are_folded_and_nothing_scrolls_sideways(
    open_page: Callable[..., Any], site_url: str
) -> None:
    page = open_page(**PHONE)
    search(page, site_url, "vessel act:law")
    assert not page.is_visible("button.facet")
    assert "1 in use" in page.inner_text("#search-facets > summary")
    page.tap("#search-facets > summary")
    assert page.is_visible("button.facet")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.fill("#site-search", "hostages")
    found(page, "hostages")


def test_on_paper_stand_the_query_and_the_results_alone(page: Any, site_url: str) -> None:
    search(page, site_url, "hostages")
    page.emulate_media(media="print")
    assert page.inner_text(".search-print").startswith("Search for: hostages")
    assert page.locator("#search-results > li").first.is_visible()
    assert not page.is_visible("#search-form")
    assert not page.is_visible("#search-facets")


def test_the_search_works_from_a_disk(page: Any, site_dir: Path) -> None:
    page.goto(f"{(site_dir / 'search' / 'index.html').as_uri()}?q=insurance")
    found(page, "insurance")
    assert ranked(page)[0] == "rules/16"
    type_query(page, "hostages")
    page.wait_for_url("**/search/index.html?q=hostages")
    page.goto((site_dir / "index.html").as_uri())
    page.fill("#site-search", "Rules 15")
    page.press("#site-search", "Enter")
    found(page, "Rules 15")
    page.locator("#search-results a.hit__link").first.click()
    page.wait_for_url("**/acts/rules/**")


def test_without_scripts_the_page_names_other_ways(open_page: Callable[..., Any], site_url: str) -> None:
    page = open_page(**DESK, java_script_enabled=False)
    page.goto(f"{site_url}search/index.html")
    words = page.inner_text("noscript >> nth=0") or page.inner_text("#content")
    assert "shekara search" in words
    links = page.eval_on_selector_all(".search-noscript a", "all => all.map(link => link.getAttribute('href'))")
    assert len(links) == 4
    assert all(page.request.get(f"{site_url}search/{link}").ok for link in links)
    assert not page.is_visible("#search-start")


@pytest.mark.parametrize("query", ["", SQUAD, "Article 67", "frontier zone", "insurance act:rules", "quarantyne"])
def test_axe_finds_nothing(page: Any, site_url: str, query: str) -> None:
    page.goto(f"{site_url}search/index.html?q={quote(query)}")
    page.wait_for_selector(f"#search-page[data-state={'found' if query else 'start'}]")
    page.evaluate("document.querySelectorAll('.search-facets, .facets__more').forEach(fold => fold.open = true)")
    assert faults(page) == []


def test_axe_finds_nothing_in_the_suggestions(page: Any, site_url: str) -> None:
    page.goto(f"{site_url}help/index.html")
    page.click("#site-search")
    page.keyboard.type("voluntary squad")
    page.wait_for_selector("#site-search-list [role=option]")
    page.keyboard.press("ArrowDown")
    assert faults(page) == []
