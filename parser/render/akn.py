"""One act as Akoma Ntoso 3.0, valid against the strict schema.

How the blocks of a text become elements:

- Chapter, article, paragraph, subparagraph are the elements of these names; an unnumbered part is an `alinea`. Headings
  are `heading`; a provision's own words are its `content`, or its `intro` where other provisions follow in it. All of
  them may stand beside one another in an article, so subparagraphs directly under one, and an alinea before, between or
  after them, need no `list` around them and keep the ids that people cite.
- Title and preface are the `preface`, the opening words the `preamble`, signatures the `conclusions`.
- A footnote is a `note` in the metadata, and a `noteRef` in its place: after the words before it, or in the `wrapUp` of
  the provision that it closes.
- An annex is an `attachment` with a `doc`. Its printed lines end in `eol`.
- An approved act (the Rules) is a document of its own, since its numbering starts again and the ids of one document
  must be unique. The approving act has an `attachment` whose `documentRef` leads to it; the approved act's IRI is a
  component (`/!rules`) of the work that approves it.
- A reference to an act outside the corpus is a `ref` where its type, date and number are known, else an `entity`.
- A misprint stays as received, in an `inline` named "emended" whose title is the corrected reading. Where the source
  has lost words stands a `marker` named "lost". `ins` and `del` would say that an amendment did it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from lxml import etree

from parser.corpus import Corpus
from parser.model import Act, Block, Kind, Meta
from parser.render.akn_inline import Cited, write
from parser.render.akn_iri import identity
from parser.render.akn_meta import Component, footnotes, identification, write_meta
from parser.render.akn_xml import Element, clean, element, sub

TAGS = {
    Kind.CHAPTER: "chapter",
    Kind.ARTICLE: "article",
    Kind.PARAGRAPH: "paragraph",
    Kind.SUBPARAGRAPH: "subparagraph",
    Kind.PART: "alinea",
}
HEADED = frozenset({Kind.CHAPTER, Kind.ARTICLE})
"""Kinds whose own words are a heading."""

PLACES = {
    Kind.TITLE: "preface",
    Kind.PREFACE: "preface",
    Kind.PREAMBLE: "preamble",
    Kind.SIGNATURE: "conclusions",
    Kind.ANNEX: "attachments",
}
"""Where blocks at the top of an act stand; all others are in its body."""

ORDER = ("preface", "preamble", "body", "conclusions", "attachments")


def render_akn(corpus: Corpus, act_id: str) -> bytes:
    """The XML of one act."""
    root = element("akomaNtoso")
    _Writer(corpus, corpus.acts[act_id]).write(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


class _Writer:
    """Writes the elements of one act. `last` is the element with the words before the next footnote."""

    def __init__(self, corpus: Corpus, act: Act) -> None:
        self.corpus = corpus
        self.act = act
        self.cited = Cited()
        self.numbers = {block.locator: number for number, block in enumerate(footnotes(act.walk()), 1)}
        self.parts = {name: element(name) for name in ORDER}
        self.last = self.parts["preface"]

    def write(self, root: Element) -> None:
        """Write the act below the root. The metadata comes first and is written last: it lists what was cited."""
        act = sub(root, "act", {"name": self.act.meta.kind, "contains": "singleVersion"})
        meta = sub(act, "meta")
        for block in self.act.blocks:
            self._top(self.parts[PLACES.get(block.kind, "body")], block)
        components = tuple(self._components())
        if not len(self.parts["body"]):
            sub(self.parts["body"], "hcontainer", {"name": "empty"})
        act.extend(part for part in self.parts.values() if len(part))
        write_meta(meta, self.corpus, self.act, components, self.cited)

    def _top(self, place: Element, block: Block) -> None:
        """A block at the top of the act."""
        if block.kind is Kind.TITLE:
            self._words(sub(sub(sub(place, "longTitle", {"eId": block.eid}), "p"), "docTitle"), block)
        elif block.kind is Kind.PREFACE:
            self._words(sub(place, "p", {"eId": block.eid}), block)
        elif block.kind is Kind.PREAMBLE:
            place.set("eId", block.eid)
            self._words(sub(place, "p"), block)
        elif block.kind is Kind.SIGNATURE:
            self._words(sub(sub(place, "p"), "signature", {"eId": block.eid}), block)
        elif block.kind is Kind.ANNEX:
            self._annex(place, block)
        else:
            self._child(place, block)

    def _child(self, parent: Element, block: Block) -> None:
        """A block in a provision, in the body or in an annex."""
        if block.kind is Kind.FOOTNOTE:
            self._note_ref(self.last, block)
        elif block.kind is Kind.FORM:
            self._words(sub(parent, "p", {"eId": block.eid}), block)
        else:
            self._provision(parent, block)

    def _provision(self, parent: Element, block: Block) -> None:
        made = sub(parent, TAGS[block.kind], {"eId": block.eid})
        inner, closing = _footnotes_at_the_end(block.children)
        self._num(made, block)
        if block.kind in HEADED:
            if block.text:
                self._words(sub(made, "heading"), block)
        elif block.text or not inner:
            tag = "intro" if any(child.kind is not Kind.FOOTNOTE for child in inner) else "content"
            self._words(sub(sub(made, tag), "p"), block)
        for child in inner:
            self._child(made, child)
        if closing:
            words = sub(sub(made, "wrapUp"), "p")
            for child in closing:
                self._note_ref(words, child)

    def _annex(self, parent: Element, block: Block) -> None:
        made = sub(parent, "attachment", {"eId": block.eid})
        self._num(made, block)
        if block.text:
            self._words(sub(made, "heading"), block)
        doc = sub(made, "doc", {"name": block.kind.value})
        names = identity(self.act.meta).part(_name(block))
        sub(doc, "meta").append(identification(self.act.meta, names, _title(block)))
        body = sub(doc, "mainBody")
        for child in block.children:
            self._child(body, child)
        if not len(body):
            sub(body, "p")

    def _num(self, parent: Element, block: Block) -> None:
        if block.marker:
            self.last = sub(parent, "num")
            self.last.text = clean(block.marker)

    def _words(self, parent: Element, block: Block) -> None:
        write(parent, self.corpus, block, self.cited)
        self.last = parent

    def _note_ref(self, parent: Element, block: Block) -> None:
        if parent is self.parts["preface"]:
            parent = sub(parent, "p")
        parent.text = parent.text or ""
        sub(parent, "noteRef", {"href": f"#{block.eid}", "marker": str(self.numbers[block.locator])})

    def _components(self) -> Iterator[Component]:
        """The annexes, and the acts that this one approves, which are documents of their own."""
        names = identity(self.act.meta)
        for block in self.act.blocks:
            if block.kind is Kind.ANNEX:
                yield Component(_name(block), block.eid, _title(block), names.part(_name(block)).work_this)
        for other in self.corpus.acts.values():
            if other.meta.parent == self.act.id:
                yield self._approved(other.meta)

    def _approved(self, other: Meta) -> Component:
        part = Component(other.id, f"att_{other.id}", clean(other.title), other.frbr)
        made = sub(self.parts["attachments"], "attachment", {"eId": part.eid})
        sub(made, "documentRef", {"href": part.href, "showAs": part.title})
        return part


def _footnotes_at_the_end(children: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """The children of a provision, apart from the footnotes that stand after the last provision in it."""
    if not children or children[-1].kind is not Kind.FOOTNOTE:
        return children, ()
    count = sum(1 for _ in takewhile(lambda child: child.kind is Kind.FOOTNOTE, reversed(children)))
    if count == len(children):
        return children, ()
    return children[: len(children) - count], children[len(children) - count :]


def _name(annex: Block) -> str:
    return annex.locator.rsplit("/", 1)[-1]


def _title(annex: Block) -> str:
    return clean(f"{annex.marker} {annex.text}".strip())
