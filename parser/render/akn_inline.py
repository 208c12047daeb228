"""Words with what is known of them: references, terms, misprints, lost words, the ends of printed lines.

The text stays the text as received. What is known of a run of characters is a mark; marks become nested elements, and
one that would cross another is cut in two. A misprint is never cut.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from itertools import pairwise

from parser.corpus import Corpus
from parser.model import Block, Cites, Emendation, Kind, Ref, Term
from parser.render.akn_iri import cited_iri, country, href, slug
from parser.render.akn_xml import Element, clean, sub


@dataclass(frozen=True, slots=True)
class Mark:
    """An element around the characters `start` to `end` of a text; an empty element where both are the same."""

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()


class Cited:
    """The acts cited without an IRI, each with the id under which the references list it."""

    def __init__(self) -> None:
        self.ids: dict[Cites, str] = {}

    def __getitem__(self, cites: Cites) -> str:
        """The id of a cited act; a new one when it is met for the first time."""
        return self.ids.setdefault(cites, f"act_{len(self.ids) + 1}")


def write(element: Element, corpus: Corpus, block: Block, cited: Cited) -> None:
    """Write the words of a block into an element that is still empty."""
    known = (corpus.refs, corpus.terms, corpus.emendations)
    if block.kind is not Kind.FORM and not any(block.locator in found for found in known):
        element.text = clean(block.text)
        return
    misprints = list(_emendations(corpus.emendations.get(block.locator, ())))
    marks = [*_refs(corpus, block, cited), *_terms(corpus, block), *_line_ends(block)]
    element.text = ""  # keeps the indentation of the file out of the words
    fill(element, clean(block.text), merge(misprints, marks))


def merge(fixed: Sequence[Mark], marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks in the order in which their elements open; each ends before or with the one that it stands in.

    Args:
        fixed: marks in order that do not overlap; they are never cut.
        marks: any others.
    """
    return _nest([*fixed, *_cut(marks, fixed)])


def _nest(marks: Iterable[Mark]) -> Iterator[Mark]:
    waiting = [(mark.start, -mark.end, order, mark) for order, mark in enumerate(marks)]
    heapify(waiting)
    ends: list[int] = []
    while waiting:
        _, _, order, mark = heappop(waiting)
        while ends and ends[-1] <= mark.start:
            ends.pop()
        if ends and ends[-1] < mark.end:
            rest = replace(mark, start=ends[-1])
            heappush(waiting, (rest.start, -rest.end, order, rest))
            mark = replace(mark, end=ends[-1])
        if mark.end > mark.start:
            ends.append(mark.end)
        yield mark


def _cut(marks: Iterable[Mark], fixed: Sequence[Mark]) -> Iterator[Mark]:
    """The marks, cut where one of the `fixed` ones begins or ends within them and reaches out of them."""
    starts = [mark.start for mark in fixed]
    for mark in marks:
        cuts = {mark.start, mark.end}
        for edge, inner in ((mark.start, 1), (mark.end, 0)):
            other = fixed[index] if (index := bisect_right(starts, edge) - 1) >= 0 else None
            if other and other.start < edge < other.end:
                cuts.add(other.end if inner else other.start)
        points = sorted(cut for cut in cuts if mark.start <= cut <= mark.end)
        if len(points) == 1:
            yield mark
        for start, end in pairwise(points):
            yield replace(mark, start=start, end=end)


def fill(parent: Element, text: str, marks: Iterable[Mark]) -> None:
    """Text and elements, from the first character to the last."""
    still_open, position = [(parent, len(text))], 0
    for mark in marks:
        while len(still_open) > 1 and still_open[-1][1] <= mark.start:
            element, end = still_open.pop()
            _append(element, text[position:end])
            position = end
        _append(still_open[-1][0], text[position : mark.start])
        position = mark.start
        element = sub(still_open[-1][0], mark.tag, dict(mark.attributes))
        if mark.end > mark.start:
            still_open.append((element, mark.end))
    while still_open:
        element, end = still_open.pop()
        _append(element, text[position:end])
        position = end


def _append(element: Element, text: str) -> None:
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _emendations(emendations: Sequence[Emendation]) -> Iterator[Mark]:
    """A misprint is an `inline` whose title is the corrected reading; lost words are an empty `marker`."""
    for item in emendations:
        if item.lost:
            attributes = (("name", "lost"), ("status", "incomplete"), ("title", clean(item.reason)))
            yield Mark(item.start, item.end, "marker", attributes)
        else:
            yield Mark(item.start, item.end, "inline", (("name", "emended"), ("title", clean(item.corrected))))


def _terms(corpus: Corpus, block: Block) -> Iterator[Mark]:
    """`term` around a defined term, `def` around the words of its definition where they follow it."""
    for term in corpus.terms.get(block.locator, ()):
        refers = (("refersTo", f"#{term_id(term)}"),)
        if term.end > term.start:
            yield Mark(term.start, term.end, "term", refers)
        start = block.text.find(term.definition, term.end)
        if term.introduced == "definition" and start >= 0:
            yield Mark(start, start + len(term.definition), "def", refers)


def term_id(term: Term) -> str:
    """The id under which the references list a term."""
    return f"term_{slug(term.term)}"


def _line_ends(block: Block) -> Iterator[Mark]:
    """The printed lines of a form."""
    if block.kind is not Kind.FORM:
        return
    position = -1
    for line in block.lines[:-1]:
        position += len(line) + 1
        yield Mark(position, position, "eol")


def _refs(corpus: Corpus, block: Block, cited: Cited) -> Iterator[Mark]:
    act_id = block.locator.split("/", 1)[0]
    for ref in corpus.refs.get(block.locator, ()):
        if ref.targets:
            yield from _resolved(corpus, ref, act_id)
        elif ref.cites and not ref.reason:
            yield _outside(ref, ref.cites, country(corpus.acts[act_id].meta), cited)
        else:
            attributes = (("name", "unresolvedReference"), ("title", ref.reason or "an act that is not named"))
            yield Mark(ref.start, ref.end, "inline", attributes)


def _resolved(corpus: Corpus, ref: Ref, act_id: str) -> Iterator[Mark]:
    """One number is a `ref` and one range an `rref`, with all the words; a list is an `mref` of them."""
    if len(ref.anchors) == 1:
        yield _link(corpus, ref.start, ref.end, ref.targets, act_id)
        return
    yield Mark(ref.start, ref.end, "mref")
    for start, end, targets in ref.anchors:
        yield _link(corpus, start, end, targets, act_id)


def _link(corpus: Corpus, start: int, end: int, targets: Sequence[str], act_id: str) -> Mark:
    first, last = (href(corpus.outline, targets[index], act_id) for index in (0, -1))
    if len(targets) == 1:
        return Mark(start, end, "ref", (("href", first),))
    return Mark(start, end, "rref", (("from", first), ("upTo", last)))


def _outside(ref: Ref, cites: Cites, land: str, cited: Cited) -> Mark:
    """A `ref` where the act has an IRI, else an `entity`: a `ref` without an address is not valid."""
    iri = cited_iri(cites, ref.text, land)
    if iri:
        return Mark(ref.start, ref.end, "ref", (("href", iri),))
    return Mark(ref.start, ref.end, "entity", (("name", "act"), ("refersTo", f"#{cited[cites]}")))
