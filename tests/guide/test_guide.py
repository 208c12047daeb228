"""The guide as a whole: what it quotes holds, what it links exists, and the same data gives the same bytes."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from functools import cache
from pathlib import Path

import docx
import pytest
from lxml import etree

from guide.concordance import load_concordance, rows_of
from guide.letter import load_letter
from guide.load import Guide, load_guide
from guide.pages import assets, guide_files
from guide.pages.pictures import WIDTHS, Picture, drawings
from guide.pages.pictures import rows_of as labels_of
from guide.pictures import Flow, load_pictures
from guide.quotes import Quote, fold, stands_in
from guide.related import MOST, related_links
from guide.wording import Piece, pieces_of, plain_text
from parser.corpus import Corpus, load_corpus
from parser.errors import EditorialError

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)")
HREF = re.compile(r'href="(?!https?:)([^"#]*)(?:#([^"]+))?"')


@cache
def corpus() -> Corpus:
    """Both texts, read once."""
    return load_corpus(CONTENT)


@cache
def guide() -> Guide:
    """All editorial data."""
    return load_guide(CONTENT, corpus())


@cache
def pages() -> dict[str, str]:
    """All pages by their path."""
    return {file.path: file.text for file in guide_files(guide(), corpus())}


def pictures() -> list[Picture]:
    """Every picture."""
    return list(guide().pictures)


def test_every_picture_label_quotes_its_provision() -> None:
    """Each label of data has a path and words that stand there."""
    for picture in pictures():
        rows = list(labels_of(picture))
        assert len(rows) > 3
        for _, _, label in rows:
            assert stands_in(corpus(), label.quote.path, label.quote.words), label


def test_every_clause_of_the_letter_quotes_its_provision() -> None:
    """The letter rests on the Rules alone."""
    for clause in guide().letter.clauses():
        assert clause.quote.path.startswith("rules/")
        assert stands_in(corpus(), clause.quote.path, clause.quote.words)


def test_words_quoted_in_the_notes_of_pairs_stand_in_the_acts() -> None:
    """Notes quote with curly marks; what they quote is in one of the acts."""
    whole = " ".join(fold(corpus().corrected_text_of(act)).casefold() for act in corpus().acts)
    for pair in guide().pairs:
        for words in re.findall("“([^”]+)”", pair.note):
            for part in words.casefold().split(" … "):
                assert part in whole, (pair.id, part)


@pytest.mark.parametrize("size", WIDTHS)
def test_drawings_are_named_and_described(size: str) -> None:
    """Each SVG has a title and a description of its own, which its root points to, and ids that stand once."""
    seen: set[str] = set()
    for picture in pictures():
        for drawn in drawings(corpus(), picture, size):
            root = etree.fromstring(drawn)
            title, desc = root.findtext("title"), root.findtext("desc")
            assert title
            assert desc
            names = [element.get("id") for element in root.iter() if element.get("id")]
            assert root.get("aria-labelledby", "").split() == names
            assert not seen & set(names)
            seen |= set(names)


@pytest.mark.parametrize("size", WIDTHS)
def test_every_label_is_a_link_in_both_drawings(size: str) -> None:
    """The labels of the data and the links that can be reached by keyboard are the same."""
    for picture in pictures():
        roots = [etree.fromstring(drawn) for drawn in drawings(corpus(), picture, size)]
        links = [link for root in roots for link in root.iter("a") if link.get("tabindex") != "-1"]
        drawn = {(link.get("data-path"), fold("".join(link.itertext()))) for link in links}
        assert drawn == {(label.quote.path, label.text) for _, _, label in labels_of(picture)}
        for root in roots:
            for link in root.iter("a"):
                path, _, anchor = (link.get("href") or "").partition("#")
                page = posixpath.normpath(posixpath.join("pictures", path))
                assert any(f"{page}#{anchor}" == corpus().address(name) for name in corpus().outline.blocks)


@pytest.mark.parametrize("size", WIDTHS)
def test_words_stay_within_the_drawing(size: str) -> None:
    """No line begins outside, and everything ends above the lower edge."""
    for picture in pictures():
        for drawn in drawings(corpus(), picture, size):
            root = etree.fromstring(drawn)
            _, _, width, height = map(float, (root.get("viewBox") or "").split())
            for element in root.iter("tspan", "rect"):
                assert 0 <= float(element.get("x", 0)) < width
                assert 0 <= float(element.get("y", 0)) <= height


def test_only_the_check_of_an_applicant_has_a_time_in_days() -> None:
    """Thirty calendar days stand in Rules 17 and nowhere else in the flows."""
    times = [step.when for picture in pictures() if isinstance(picture, Flow) for step in picture.steps if step.when]
    assert [when.quote.path for when in times if "days" in when.text] == ["rules/17"]


def test_links_between_the_guides_pages_lead_somewhere() -> None:
    """Every relative link of a page leads to a page of the guide or of the acts, and to an anchor that is there."""
    known = {name.removesuffix(".md") for name in pages()} | {
        corpus().address(name).split("#")[0].removesuffix(".html") for name in corpus().outline.blocks
    }
    for name, text in pages().items():
        for target, anchor in [*LINK.findall(text), *HREF.findall(text)]:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), target)) if target else name
            stem = re.sub(r"\.(md|html)$", "", path)
            if not path.endswith(".docx"):
                assert stem in known, (name, target)
            if anchor and f"{stem}.md" in pages():
                assert re.search(rf'#{re.escape(anchor)}[ }}]|id="{re.escape(anchor)}"', pages()[f"{stem}.md"]), (
                    name,
                    anchor,
                )


def test_every_answer_has_its_question_on_its_page() -> None:
    """The address of an answer leads to its heading."""
    for answer in guide().answers:
        page, _, anchor = answer.address.partition("#")
        assert f"{{ #{anchor} }}" in pages()[page.replace(".html", ".md")]


def test_related_links_are_few_and_known() -> None:
    """At most four a provision, the counterpart first, each to a page of the guide."""
    links = related_links(guide(), corpus())
    assert links["rules/15"][0].title == "Side by side with Law, Article 76(4)"
    assert links["law/76/4"][0].address == "differences/exclusions.html"
    for path, items in links.items():
        assert corpus().has(path)
        assert 1 <= len(items) <= MOST
        assert all(link.address.split("#")[0].replace(".html", ".md") in pages() for link in items)


def test_every_provision_of_a_pair_is_shown_once() -> None:
    """Side by side, nothing of either text is left out or repeated."""
    for pair in guide().pairs:
        rows = rows_of(corpus(), pair, guide().pairs)
        for path, side in ((pair.law, "left"), (pair.rules, "right")):
            shown = [getattr(row, side) for row in rows if getattr(row, side)]
            assert shown == [block.locator for block in corpus().blocks_of(path) if block.path]


def test_a_known_pair_stands_side_by_side_whatever_its_words() -> None:
    """Rules 10(2) stands beside Law 77(2)(1), because the concordance says so."""
    pair = next(pair for pair in guide().pairs if pair.id == "activities-and-rights")
    rows = {(row.left, row.right) for row in rows_of(corpus(), pair, guide().pairs)}
    assert ("law/77/2/1", "rules/10/2") in rows


def test_misprints_and_gaps_in_quotations_are_marked() -> None:
    """A quotation as received shows its corrected words, and a gap where words are lost."""
    assert Piece("is", "1s") in pieces_of(corpus(), Quote("rules/10/4", "when it 1s impossible"))
    assert pieces_of(corpus(), Quote("rules/10/4", "when it is impossible")) == (Piece("when it is impossible"),)
    gap = pieces_of(corpus(), Quote("rules/19", "substance abuse or In absence of circumstances"))
    assert [piece.lost for piece in gap] == [False, True, False]
    assert "substance abuse or [words lost in the source] In absence" in plain_text(corpus(), "rules/19")


def test_the_word_file_opens_and_names_the_enclosures() -> None:
    """It holds what the page holds: the addressee, the request, each enclosure, blanks, and that it is a template."""
    [(name, data)] = list(assets(guide()))
    assert name == "letter/application-part-time-employee.docx"
    document = docx.Document(io.BytesIO(data))
    words = [paragraph.text for paragraph in document.paragraphs]
    letter = guide().letter
    assert letter.addressee.text in words
    assert all(any(item.clause.text in line for line in words) for item in letter.enclosures)
    assert [item.optional for item in letter.enclosures] == [False, True, True]
    assert all(f"({blank.label})" in words for blank in letter.sender)
    assert "The two acts prescribe no form" in document.sections[0].footer.paragraphs[0].text


def test_two_runs_give_the_same_bytes() -> None:
    """Nothing depends on the day or on chance."""
    again = load_guide(CONTENT, load_corpus(CONTENT))
    assert {file.path: file.text for file in guide_files(again, corpus())} == pages()
    assert list(assets(again)) == list(assets(guide()))
    [(_, data)] = list(assets(guide()))
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


WRONG = [
    ("pictures.yml", "look: belt", "look: sea", '"sea" is unknown here'),
    ("pictures.yml", "path: law/24/1\n", "path: law/24/99\n", 'there is no provision "law/24/99"'),
    (
        "pictures.yml",
        "who: The person\n        text: Applies",
        "whom: The person\n        text: Applies",
        'unknown key "whom"',
    ),
    (
        "pictures.yml",
        "words: Territory of crossing point",
        "words: The territory of crossing point",
        "do not stand in law/31/2",
    ),
    ("pictures.yml", "open: [G45,", "open: [G99,", 'there is no open point "G99"'),
    ("letter.yml", "optional: false", "optional: perhaps", '"optional" must be true or false'),
    ("letter.yml", "file: application", "file: ../application", "is no file name"),
    ("letter.yml", "  own: >-", "  ours: >-", 'unknown key "ours"'),
    ("concordance.yml", "rules: rules/15\n", "rules: law/15\n", '"law/15" is no provision of rules or decree'),
    ("concordance.yml", "law: law/76/4\n", "law: law/76/44\n", 'there is no provision "law/76/44"'),
    ("concordance.yml", "id: duties\n", "id: exclusions\n", 'the id "exclusions" stands twice'),
    ("open.yml", "id: G02", "id: G01", 'the id "G01" stands twice'),
    (
        "open.yml",
        "quotes:\n      - {path: rules/8/1, words: as part-time employees}",
        "quotes: []\n    more:",
        "unknown key",
    ),
]


@pytest.mark.parametrize(("file", "right", "wrong", "message"), WRONG)
def test_a_spoilt_file_is_refused(tmp_path: Path, file: str, right: str, wrong: str, message: str) -> None:
    """One line with file and line; nothing is built from it."""
    folder = tmp_path / "editorial"
    folder.mkdir()
    for path in (CONTENT / "editorial").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if path.name == file:
            assert right in text
            text = text.replace(right, wrong, 1)
        (folder / path.name).write_text(text, encoding="utf-8")
    with pytest.raises(EditorialError) as caught:
        load_guide(tmp_path, corpus())
    assert re.match(rf"\S*editorial/{file}:\d+: ", str(caught.value))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("load", [load_pictures, load_letter, load_concordance])
def test_a_missing_file_is_one_line(tmp_path: Path, load) -> None:
    """The message names the file."""
    with pytest.raises(EditorialError, match=r"none\.yml:1: the file is missing"):
        load(tmp_path / "none.yml", corpus(), tmp_path)
