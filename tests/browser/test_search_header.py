"""The box at the top of every page: what it loads, what it suggests, where it leads."""

from __future__ import annotations

from typing import Any

from searching import found, ranked, search, type_query


def test_nothing_of_the_search_is_loaded_before_somebody_searches(page: Any, site_url: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{site_url}index.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in requests if "assets/search/" in url or "search-core" in url] == []
    page.click("#site-search")
    page.keyboard.type("vessel")
    page.wait_for_selector("#site-search-list [role=option]")
    assert any("search-core" in url for url in requests)
    assert any("assets/search/" in url for url in requests)


def test_typing_asks_the_network_for_no_page(page: Any, site_url: str) -> None:
    search(page, site_url, "vessel")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    type_query(page, "a secret matter")
    assert [url for url in sent if "/assets/" not in url or "secret" in url] == []


def test_the_header_suggests_while_one_types(page: Any, site_url: str) -> None:
    page.goto(f"{site_url}help/index.html")
    page.click("#site-search")
    page.keyboard.type("insurance")
    page.wait_for_selector("#site-search-list [role=option]")
    box, options = page.locator("#site-search"), page.locator("#site-search-list [role=option]")
    assert 1 <= options.count() <= 6
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/search/" not in page.url


def test_enter_in_the_header_leads_to_the_search_page(page: Any, site_url: str) -> None:
    page.goto(f"{site_url}help/index.html")
    page.fill("#site-search", "art. 77")
    page.press("#site-search", "Enter")
    page.wait_for_url("**/search/index.html?q=*")
    found(page, "art. 77")
    assert ranked(page)[0] == "law/77"


def test_escape_closes_the_suggestions_and_then_empties_the_box(page: Any, site_url: str) -> None:
    page.goto(f"{site_url}help/index.html")
    page.click("#site-search")
    page.keyboard.type("vessel")
    page.wait_for_selector("#site-search-list [role=option]")
    page.keyboard.press("Escape")
    assert not page.is_visible("#site-search-list")
    assert page.input_value("#site-search") == "vessel"
    page.keyboard.press("Escape")
    assert page.input_value("#site-search") == ""


def test_a_suggestion_can_be_clicked(page: Any, site_url: str) -> None:
    page.goto(f"{site_url}help/index.html")
    page.click("#site-search")
    page.keyboard.type("hostages")
    with page.expect_navigation():
        page.click("#site-search-list [role=option] >> nth=0")
    assert "/help/" not in page.url
