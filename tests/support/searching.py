"""What tests of the search share: opening it, waiting for results, reading them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
SQUAD = "who is not allowed to join a voluntary squad"


def search(page: Any, site_url: str, query: str) -> Any:
    """Open the search page with a query and wait for its results."""
    page.goto(f"{site_url}search/index.html?q={quote(query)}")
    return found(page, query)


def found(page: Any, query: str) -> Any:
    """Wait for the results of a query, and for the words of its provisions."""
    page.wait_for_selector(f"#search-page[data-state=found][data-query={json.dumps(query)}]")
    page.wait_for_selector("#search-results :is([data-words], [data-whole])", state="detached")
    return page


def ranked(page: Any) -> list[str]:
    """The paths of the results in order of rank."""
    paths: list[str] = page.eval_on_selector_all("[data-path]", "all => all.map(one => one.dataset.path)")
    return paths


def asked(page: Any) -> str:
    """The query in the page's address."""
    return parse_qs(urlsplit(page.url).query).get("q", [""])[0]


def type_query(page: Any, query: str) -> Any:
    """Write a query into the page's own field and wait for its results."""
    page.fill("#search-input", query)
    return found(page, query)
