"""The site as a reader meets it: every provision at its anchor, every link alive, nothing asked of anybody else."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from looking import faults
from lxml import html

KINDS = {
    "home": "index.html",
    "act": "acts/law/index.html",
    "chapter": "acts/law/chapter-3.html",
    "article": "acts/law/article-76.html",
    "article with repairs": "acts/law/article-45.html",
    "definitions": "acts/law/article-2.html",
    "rules": "acts/rules/chapter-3.html",
    "annex": "acts/rules/annex-2.html",
    "decree": "acts/decree/index.html",
    "whole act": "acts/rules/whole.html",
    "amendments": "about/amendments.html",
    "glossary": "glossary/index.html",
    "about": "about/index.html",
    "downloads": "downloads/index.html",
    "help": "help/index.html",
    "search": "search/index.html",
    "concepts": "concepts/index.html",
    "concept": "concepts/voluntary-squad.html",
}
"""One page of every kind."""
MORE_OF_THE_SAME = "tr:nth-child(n+25), article li:nth-child(n+25), article section:nth-of-type(n+12)"
"""Long lists look the same all the way down: axe sees their beginning."""


@pytest.fixture(scope="session")
def pages(site_dir: Path) -> dict[str, Any]:
    """Every page of the site, read, by its address."""
    found = sorted(site_dir.rglob("*.html"))
    return {path.relative_to(site_dir).as_posix(): html.parse(str(path)).getroot() for path in found}


def folded(text: str) -> str:
    """Words without white space, to compare what is read."""
    return "".join(text.split())


def own_words(element: Any) -> str:
    """The words of a provision on its page without the editor's marks, badges and footnote marks."""
    copy = html.fromstring(html.tostring(element, encoding="unicode"))
    marks = ["emended-mark", "lost", "badge-amended", "footnote-ref"]
    for mark in copy.xpath("//*[@class]"):
        if set(mark.get("class").split()) & set(marks):
            mark.drop_tree()
    return folded(copy.text_content())


def test_every_provision_stands_at_its_address_with_its_words(corpus: Any, pages: dict[str, Any]) -> None:
    for act in corpus.acts.values():
        for block in (block for block in act.walk() if block.path):
            address, _, anchor = corpus.address(block.path).partition("#")
            (element,) = pages[address].xpath("//*[@id=$id]", id=anchor)
            assert element.get("data-path") == block.path
            assert own_words(element) == folded(block.marker + corpus.corrected(block.locator))


def test_every_word_of_an_act_stands_on_its_whole_page(corpus: Any, pages: dict[str, Any]) -> None:
    for act in ("law", "rules"):
        page = pages[f"acts/{act}/whole.html"]
        for block in corpus.acts[act].walk():
            if block.path:
                (element,) = page.xpath("//*[@id=$id]", id=block.eid)
                assert own_words(element) == folded(block.marker + corpus.corrected(block.locator))


def links(pages: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every address that a page names, with the page."""
    for address, page in pages.items():
        for attribute in ("href", "src"):
            yield from ((address, value) for value in page.xpath(f"//@{attribute}"))


def test_every_link_and_anchor_resolves(site_dir: Path, pages: dict[str, Any]) -> None:
    ids = {address: set(page.xpath("//@id")) for address, page in pages.items()}
    dead = []
    for address, link in links(pages):
        parts = urlsplit(link)
        if parts.scheme or address == "404.html":
            continue
        target = (
            posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(parts.path)))
            if parts.path
            else address
        )
        anchor = unquote(parts.fragment)
        if not (site_dir / target).is_file() or (
            anchor and target in ids and "=" not in anchor and anchor not in ids[target]
        ):
            dead.append((address, link))
    assert dead == []


def test_other_sites_are_only_linked_to_and_never_asked(pages: dict[str, Any]) -> None:
    for page in pages.values():
        assert page.xpath("//@src[starts-with(., 'http') or starts-with(., '//')]") == []
        assert page.xpath("//link[not(@rel='canonical')]/@href[starts-with(., 'http')]") == []
        hosts = {urlsplit(link).netloc for link in page.xpath("//a/@href") if urlsplit(link).netloc}
        assert hosts <= {"adilet.zan.kz"}


def test_every_page_says_which_edition_it_shows(pages: dict[str, Any]) -> None:
    for page in pages.values():
        (notice,) = page.xpath("//aside[contains(@class, 'edition')]")
        words = notice.text_content()
        assert "11.04.2014" in words
        assert "26.05.2023" in words
        assert "Unofficial translation" in words


def test_ids_are_unique_on_every_page(pages: dict[str, Any]) -> None:
    for address, page in pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), address


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(site_url: str, page: Any, kind: str) -> None:
    page.goto(site_url + KINDS[kind])
    page.eval_on_selector_all(MORE_OF_THE_SAME, "all => all.forEach(one => one.remove())")
    assert faults(page) == []


def test_the_slash_key_leads_to_the_search_box(site_url: str, page: Any) -> None:
    page.goto(site_url + "acts/law/article-76.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "site-search"


def test_pages_open_from_a_disk(site_dir: Path, page: Any) -> None:
    """A reader with a USB stick: the page, its style and its links work without a server."""
    page.goto((site_dir / "index.html").as_uri())
    page.get_by_role("link", name="The Law, by chapter and article").click()
    page.get_by_role(
        "link", name="Participation of citizens in protection of the State Border", exact=False
    ).last.click()
    page.locator("[data-path='law/76/4/1']").wait_for(state="visible")


def test_a_reference_leads_to_its_provision(site_url: str, page: Any) -> None:
    page.goto(site_url + "acts/decree/index.html")
    page.get_by_role("link", name="paragraph 18), Article 55", exact=False).first.click()
    page.wait_for_url("**/acts/law/article-55.html#art_55__subpara_18")
    page.locator("#art_55__subpara_18").wait_for(state="visible")


def test_on_paper_only_the_law_and_its_edition_are_left(site_url: str, page: Any) -> None:
    page.goto(site_url + "acts/law/article-76.html")
    page.emulate_media(media="print")
    assert not page.locator("header.site-header").is_visible()
    assert page.locator("aside.edition").is_visible()
    assert page.locator("[data-path='law/76/4/5']").is_visible()
