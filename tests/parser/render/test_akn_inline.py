"""Marks become nested elements: no character is lost, and no misprint is cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from parser.render.akn_inline import Mark, fill, merge
from parser.render.akn_xml import NAMESPACE, element

TEXT = "The law's own words, thirty-two."
PLACES = st.integers(0, len(TEXT))
SPANS = st.tuples(PLACES, PLACES).map(sorted)


@st.composite
def apart(draw: st.DrawFn) -> list[Mark]:
    """Misprints: in order, never overlapping."""
    places = sorted(draw(st.lists(PLACES, max_size=6, unique=True)))
    return [Mark(start, end, "inline") for start, end in zip(places[::2], places[1::2], strict=False)]


MARKS = st.lists(SPANS.map(lambda span: Mark(span[0], span[1], "span")), max_size=6)


def spans(parent: etree._Element, tag: str, start: int = 0) -> list[tuple[int, int]]:
    """Where the elements of a tag stand, in characters."""
    found: list[tuple[int, int]] = []
    position = start + len(parent.text or "")
    for child in parent:
        length = len("".join(child.itertext()))
        if child.tag.endswith("}" + tag):
            found.append((position, position + length))
        found.extend(spans(child, tag, position))
        position += length + len(child.tail or "")
    return found


def covered(marks: list[tuple[int, int]]) -> set[int]:
    """The characters that stand in some mark."""
    return {place for start, end in marks for place in range(start, end)}


@given(apart(), MARKS)
def test_marks_become_elements(misprints: list[Mark], marks: list[Mark]) -> None:
    """The text stays, every misprint is one element, every mark covers its characters, in pieces where it must."""
    paragraph = etree.Element("p")
    fill(paragraph, TEXT, merge(misprints, marks))
    assert "".join(paragraph.itertext()) == TEXT
    assert spans(paragraph, "inline") == [(mark.start, mark.end) for mark in misprints]
    expected = [(mark.start, mark.end) for mark in marks]
    assert covered(spans(paragraph, "span")) == covered(expected)
    empty = [mark for mark in expected if mark[0] == mark[1]]
    assert [mark for mark in sorted(spans(paragraph, "span")) if mark[0] == mark[1]] == sorted(empty)


def test_a_mark_that_crosses_a_misprint_is_cut_in_two() -> None:
    paragraph = element("p")
    fill(paragraph, "abcdef", merge([Mark(2, 4, "inline")], [Mark(0, 3, "span")]))
    shown = etree.tostring(paragraph, encoding="unicode").replace(f' xmlns="{NAMESPACE}"', "")
    assert shown == "<p><span>ab</span><inline><span>c</span>d</inline>ef</p>"
