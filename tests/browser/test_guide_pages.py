"""Answers, open points, differences, pictures and the letter, as a reader finds them in the built site."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import docx
import pytest
from looking import faults
from lxml import html

from guide.concordance import Pair
from guide.load import Guide, load_guide

FOLDERS = ("answers", "open", "differences", "pictures", "letter")
KINDS = {
    "questions": "answers/index.html",
    "answers": "answers/force.html",
    "open points": "open/index.html",
    "pairs": "differences/index.html",
    "pair": "differences/exclusions.html",
    "pictures": "pictures/index.html",
    "spaces": "pictures/spaces.html",
    "flow": "pictures/application.html",
    "letter": "letter/index.html",
    "wizard": "eligibility/index.html",
}
"""One page of every kind."""
MORE_OF_THE_SAME = (
    "#G06 ~ *, #eligibility-rules li:nth-of-type(n+4), .question-group ~ .question-group ~ .question-group"
)
"""Long lists look the same all the way down: axe sees their beginning."""
MARKS = ("emended-mark", "lost", "badge-amended", "footnote-ref")
EDGES = ".,;:()[]“”\"'–-"


@pytest.fixture(scope="module")
def guide(root: Path, corpus: Any) -> Guide:
    """What people wrote about the two acts."""
    return load_guide(root / "content", corpus)


@pytest.fixture(scope="module")
def pages(site_dir: Path) -> dict[str, Any]:
    """Every page of the guide and of the acts, read, by its address, without the editor's marks."""
    found = (path for folder in (*FOLDERS, "acts") for path in sorted((site_dir / folder).rglob("*.html")))
    return {path.relative_to(site_dir).as_posix(): read(path) for path in found}


def read(path: Path) -> Any:
    """A page without the editor's marks."""
    page = html.parse(str(path)).getroot()
    for mark in (mark for name in MARKS for mark in page.find_class(name)):
        mark.drop_tree()
    return page


def folded(text: str) -> str:
    """Words without white space, to compare what is read."""
    return "".join(text.split())


def below(heading: Any) -> list[Any]:
    """What stands between a heading and the next."""
    return list(takewhile(lambda element: element.tag != heading.tag, heading.itersiblings()))


def quotations(elements: list[Any]) -> list[str]:
    """The provisions that quotations are taken from."""
    return [block.get("data-path") for element in elements for block in element.iter("blockquote")]


def words_at(pages: dict[str, Any], address: str, link: Any) -> str:
    """The words of the provision that a link leads to, with all below it; the link's path is the provision's."""
    parts = urlsplit(link.get("href"))
    page = pages[posixpath.normpath(posixpath.join(posixpath.dirname(address), parts.path))]
    anchor = unquote(parts.fragment)
    (target,) = page.xpath("//*[@id=$id]", id=anchor) if anchor else page.xpath("//h1[@data-path]")
    assert target.get("data-path") == link.get("data-path")
    inside = "//*[@id=$id or starts-with(@id, $below)]" if anchor else "//article"
    own = page.xpath(inside, id=anchor, below=f"{anchor}__")
    return folded("".join(element.text_content() for element in own))


def quoted(link: Any) -> str:
    """The words that a link stands beside as their provision, or none."""
    for block in link.iterancestors("blockquote"):
        return folded(block.find("p").text_content())
    before = (link.getparent().text or "") + "".join(
        element.text_content() + (element.tail or "") for element in link.itersiblings(preceding=True)
    )
    found = re.search(r".*— “(.+)” \($", " ".join(before.split()))
    return folded(found.group(1)) if found else ""


def test_every_link_leads_to_its_provision_and_every_quotation_stands_there(pages: dict[str, Any]) -> None:
    quotes: Counter[str] = Counter()
    for address, page in pages.items():
        folder = address.split("/")[0]
        for link in page.xpath("//article//a[@data-path]") if folder in FOLDERS else ():
            words = words_at(pages, address, link)
            assert quoted(link) in words, (address, link.get("data-path"))
            quotes[folder] += bool(quoted(link))
    assert quotes["answers"] > 94
    assert quotes["open"] > 60
    assert quotes["pictures"] > 60
    assert quotes["letter"] == 4


def test_every_answer_stands_on_its_page_with_its_quotations(pages: dict[str, Any], guide: Guide) -> None:
    for answer in guide.answers:
        address, _, anchor = answer.address.partition("#")
        (heading,) = pages[address].xpath("//h2[@id=$id]", id=anchor)
        elements = below(heading)
        assert heading.text_content() == answer.question
        assert folded(answer.answer) == folded(elements[0].text_content())
        assert quotations(elements) == [quote.path for quote in answer.quotes]
        silent = [folded(one.text_content()) for one in elements if one.get("class") == "not-stated"]
        assert silent == ([folded(answer.not_stated)] if answer.not_stated else [])


def test_the_index_leads_to_every_answer(pages: dict[str, Any], guide: Guide) -> None:
    links = pages["answers/index.html"].xpath("//ul[@class='question-list']//a")
    assert [(link.text_content(), f"answers/{link.get('href')}") for link in links] == [
        (answer.question, answer.address) for task in guide.answers.tasks for answer in guide.answers.of(task.id)
    ]


def test_every_open_point_stands_on_its_page_with_its_quotations(pages: dict[str, Any], guide: Guide) -> None:
    page = pages["open/index.html"]
    assert page.xpath("//h2/@id") == [point.id for point in guide.open_points]
    for point in guide.open_points:
        (heading,) = page.xpath("//h2[@id=$id]", id=point.id)
        elements = below(heading)
        assert heading.text_content() == point.title
        assert folded(point.text) == folded(elements[0].text_content())
        assert quotations(elements) == [quote.path for quote in point.quotes]


def sides(page: Any) -> Iterator[list[Any]]:
    """The rows of a page of differences: its cells, the labels taken off."""
    for row in page.find_class("side-by-side"):
        for label in row.find_class("side-label"):
            label.drop_tree()
        yield list(row)


def test_the_pages_of_differences_lose_no_word_of_either_side(pages: dict[str, Any], guide: Guide, corpus: Any) -> None:
    for pair in guide.pairs:
        cells = [cell for row in sides(pages[pair.address]) for cell in row if cell.get("data-path")]
        assert sorted(cell.get("data-path") for cell in cells) == sorted(provisions(corpus, pair))
        for cell in cells:
            assert folded(cell.text_content()) == folded(corpus.corrected(cell.get("data-path"))), pair.id


def provisions(corpus: Any, pair: Pair) -> list[str]:
    """Both provisions of a pair and all below them."""
    blocks = (block for path in (pair.law, pair.rules) for block in corpus.find(path).walk())
    return [block.path for block in blocks if block.path]


def test_words_that_are_not_marked_stand_on_both_sides(pages: dict[str, Any], guide: Guide) -> None:
    for pair in guide.pairs:
        for row in sides(pages[pair.address]):
            if all(cell.get("data-path") for cell in row):
                left, right = map(unmarked, row)
                assert left == right, pair.id


def unmarked(cell: Any) -> list[str]:
    """The words of a cell outside its marks, without capitals and punctuation."""
    copy: Any = html.fromstring(html.tostring(cell, encoding="unicode"))
    for mark in copy.find_class("diff-ins"):
        mark.drop_tree()
    return [word.strip(EDGES).casefold() or word for word in copy.text_content().split()]


def test_every_label_of_a_picture_is_told_in_words_with_the_same_link(pages: dict[str, Any], guide: Guide) -> None:
    for picture in guide.pictures:
        page = pages[picture.head.address]
        (words,) = page.xpath("//h2[@id='words']")
        told = {
            (link.get("data-path"), link.get("href"), folded(link.getparent().findtext("strong")))
            for element in below(words)
            for link in element.iterfind(".//a[@data-path]")
        }
        for size in ("narrow", "wide"):
            links = page.xpath("//div[@class=$size]//a", size=f"picture__{size}")
            named = [link for link in links if link.get("tabindex") != "-1"]
            labels = {(link.get("data-path"), link.get("href"), folded(link.text_content())) for link in named}
            assert labels == told, (picture.head.id, size)
            assert {link.get("href") for link in links} == {address for _, address, _ in told}


@pytest.mark.parametrize(("width", "shown", "hidden"), [(360, "narrow", "wide"), (1280, "wide", "narrow")])
def test_a_label_of_a_picture_leads_to_its_provision(
    page: Any, site_url: str, width: int, shown: str, hidden: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site_url}pictures/application.html")
    assert not page.locator(f".picture__{hidden}").is_visible()
    page.locator(f".picture__{shown} a", has_text="calendar days after").click()
    page.wait_for_selector("[id=para_17][data-path='rules/17']")
    assert page.url.endswith("#para_17")


def test_a_reader_sees_the_questions_for_readers_of_a_kind(page: Any, site_url: str, guide: Guide) -> None:
    page.goto(f"{site_url}answers/index.html")
    rows = page.locator(".question-list > li")
    for reader in ("Officer", "Trainer", "Citizen", "Everybody"):
        page.get_by_label(reader).check()
        wanted = [one for one in guide.answers if reader == "Everybody" or reader.lower() in one.for_]
        assert rows.filter(visible=True).count() == len(wanted)


def test_the_letter_is_all_that_is_printed_and_it_fits_a_page(page: Any, site_url: str) -> None:
    page.goto(f"{site_url}letter/index.html")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    assert page.locator(".letter").is_visible()
    for part in ("header", "footer.site-footer", ".site-tabs", ".breadcrumb", "h1", ".edition", ".no-print"):
        assert not any(one.is_visible() for one in page.locator(part).all()), part
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_the_letter_can_be_had_as_a_word_file_with_the_same_words(page: Any, site_url: str) -> None:
    page.goto(f"{site_url}letter/index.html")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as a Word file").click()
    assert download.value.suggested_filename == "application-part-time-employee.docx"
    with Path(download.value.path()).open("rb") as file:
        document = docx.Document(file)
    paragraphs = [*document.paragraphs, *document.sections[0].footer.paragraphs]
    written = [paragraph.text.lstrip("☐ ").strip() for paragraph in paragraphs]
    lines = page.locator(".letter :is(p, li)").all_inner_texts()
    assert [line for line in written if line] == lines


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page: Any, site_url: str, kind: str) -> None:
    page.goto(site_url + KINDS[kind])
    page.eval_on_selector_all("#eligibility-rules", "all => all.forEach(one => { one.open = true; })")
    page.eval_on_selector_all(MORE_OF_THE_SAME, "all => all.forEach(one => one.remove())")
    assert faults(page) == []
