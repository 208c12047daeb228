"""The words of one block as Markdown: references become links, misprints their corrections, terms are marked."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from parser.address import address_of
from parser.corpus import Corpus
from parser.labels import label_of
from parser.model import Block, Emendation, Kind

SPECIAL = re.compile(r"([\\`*_{}\[\]])")
LINE_START = re.compile(r"^([#+-]|[0-9]+[.)])")
LOST = '<span class="lost">[words lost in the source]</span>'


@dataclass(frozen=True, slots=True)
class Wrap:
    """Characters `start` to `end` of a text, and what stands before and after them in Markdown."""

    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Notes:
    """The editor's notes of a page: equal repairs share one. By repair, the ids of the marks that lead to it."""

    marks: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)

    def add(self, item: Emendation) -> tuple[int, str]:
        """The number of a repair's note, and the id of a new mark that leads to it."""
        key = (item.source, item.corrected, item.reason)
        places = self.marks.setdefault(key, [])
        number = list(self.marks).index(key) + 1
        places.append(f"em-{number}-{len(places) + 1}")
        return number, places[-1]


def escape(text: str) -> str:
    """Words that mean themselves in Markdown and HTML."""
    return SPECIAL.sub(r"\\\1", html.escape(text, quote=False))


def relative(page: str, target: str) -> str:
    """The link from a page to an address of the site, both relative to its root, as MkDocs wants it in Markdown."""
    path, _, anchor = target.partition("#")
    if path == page and anchor:
        return f"#{anchor}"
    link = posixpath.relpath(path, posixpath.dirname(page)).removesuffix(".html") + ".md"
    return f"{link}#{anchor}" if anchor else link


def words(corpus: Corpus, block: Block, page: str, notes: Notes) -> str:
    """The corrected words of a block in Markdown.

    Args:
        corpus: where references and emendations are found.
        block: the block.
        page: the address of the page that the words stand on, for relative links.
        notes: the editor's notes of that page; further ones are added.
    """
    wraps = sorted(_wraps(corpus, block, page), key=lambda wrap: (wrap.start, -wrap.end))
    emendations = corpus.emendations.get(block.locator, ())
    pieces: list[str] = []
    position = 0
    for wrap in wraps:
        if wrap.start < position:
            continue
        end = _whole(wrap.end, emendations)
        pieces.append(_emended(block, position, wrap.start, emendations, notes))
        inner = _emended(block, wrap.start, end, emendations, notes)
        pieces.append(f"{wrap.before}{inner}{wrap.after}")
        position = end
    pieces.append(_emended(block, position, len(block.text) + 1, emendations, notes))
    return LINE_START.sub(r"\\\1", "".join(pieces))


def _wraps(corpus: Corpus, block: Block, page: str) -> Iterator[Wrap]:
    for term in corpus.terms.get(block.locator, ()):
        if term.introduced == "definition":
            yield Wrap(term.start, term.end, "<dfn>", "</dfn>")
    for ref in corpus.refs.get(block.locator, ()):
        if ref.kind == "external":
            yield Wrap(ref.start, ref.end, '<span class="ref-outside">', "</span>")
        for start, end, targets in ref.anchors if block.kind is not Kind.TITLE else ():
            yield _link(corpus, page, targets, (ref.start, ref.end) if len(ref.anchors) == 1 else (start, end))


def _link(corpus: Corpus, page: str, targets: tuple[str, ...], span: tuple[int, int]) -> Wrap:
    """A link to the first target; a range says on paper and to a pointer where it ends."""
    names = [label_of(corpus.outline, path) for path in targets]
    title = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
    address = relative(page, address_of(corpus.outline, targets[0]))
    return Wrap(*span, "[", f']({address}){{ .ref data-print="{html.escape(title)}" }}')


def _whole(end: int, emendations: tuple[Emendation, ...]) -> int:
    """The end of a wrap, moved behind an emendation that it would cut in two."""
    return max([end, *(item.end for item in emendations if item.start < end < item.end)])


def _emended(block: Block, start: int, end: int, emendations: tuple[Emendation, ...], notes: Notes) -> str:
    pieces: list[str] = []
    position = start
    for item in emendations:
        if not start <= item.start < end:
            continue
        pieces.append(escape(block.text[position : item.start]))
        pieces.append(_note(item, notes))
        position = item.end
    return "".join(pieces) + escape(block.text[position:end])


def _note(item: Emendation, notes: Notes) -> str:
    """A corrected word, or the mark of a gap, with the mark that leads to its note at the end of the page."""
    number, place = notes.add(item)
    what = "Words lost in the source" if item.lost else "Misprint corrected"
    link = f'id="{place}" href="#em-{number}" aria-label="{what}, note {number}"'
    mark = f'<a class="emended-mark" {link}>†{number}</a>'
    return f" {LOST}{mark}" if item.lost else f'<ins class="emended">{escape(item.corrected)}{mark}</ins>'
