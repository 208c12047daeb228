"""On which page of the site a provision stands, and under which anchor.

Addresses are relative to the site's root. An article of the Law has a page of its own, so has a chapter of the Rules,
an annex, and an act (with its title, preamble and contents).
"""

from __future__ import annotations

from parser.model import Kind
from parser.outline import Outline

PAGES = {Kind.ARTICLE: "article-", Kind.CHAPTER: "chapter-", Kind.ANNEX: "annex-"}
"""Kinds with a page of their own, and how its name begins. In an act with articles a chapter's page lists them."""


def page_of(outline: Outline, locator: str) -> str:
    """The page of a block: `acts/law/article-76.html`."""
    act = locator.split("/", 1)[0]
    for name in (locator, *outline.above(locator)):
        block = outline.blocks.get(name)
        if block is not None and block.kind in PAGES:
            return (
                f"acts/{act}/{PAGES[block.kind]}{block.locator.rsplit('/', 1)[-1].removeprefix(PAGES[block.kind])}.html"
            )
    return f"acts/{act}/index.html"


def address_of(outline: Outline, locator: str) -> str:
    """Page and anchor of a block; a block that has the page to itself needs no anchor, but has one."""
    block = outline.blocks.get(locator)
    page = page_of(outline, locator)
    return f"{page}#{block.eid}" if block is not None else page
