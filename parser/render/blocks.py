"""Blocks as Markdown: one paragraph a block, with its id, its path and its number as a link to itself."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from parser.address import address_of, page_of
from parser.corpus import Corpus
from parser.labels import label_of
from parser.model import Amendment, Block, Kind
from parser.render.inline import Notes, escape, relative, words

CLASSES = {
    Kind.TITLE: "title-block",
    Kind.PREFACE: "title-block",
    Kind.PREAMBLE: "preamble provision",
    Kind.SIGNATURE: "signature",
    Kind.PARAGRAPH: "provision paragraph",
    Kind.SUBPARAGRAPH: "provision subparagraph",
    Kind.PART: "provision part",
}
DEPTHS = frozenset({Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.PART})
ACTIONS = {"amended": "amended", "supplemented": "added", "excluded": "excluded", "reworded": "reworded"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another part of the site: its words and its address relative to the site's root."""

    title: str
    address: str


@dataclass(slots=True)
class Page:
    """A page while it is written. `related` holds, by path, links that others want to see under a provision."""

    corpus: Corpus
    address: str
    related: Mapping[str, tuple[Link, ...]]
    heading: int = 1
    notes: Notes = field(default_factory=Notes)
    footnotes: dict[str, str] = field(default_factory=dict)

    def render(self, blocks: Iterable[Block]) -> str:
        """The Markdown of some blocks and everything below them, with the notes that belong to them at the end."""
        body = "\n\n".join(part for block in blocks for part in self._block(block))
        return "\n\n".join([body, *self._editor_notes(), *self._footnotes()]) + "\n"

    def _block(self, block: Block) -> Iterator[str]:
        if block.kind is Kind.FOOTNOTE:
            self._note(block)
            return
        if block.kind in {Kind.CHAPTER, Kind.ARTICLE, Kind.ANNEX}:
            yield self._heading(block)
            yield from self._badges(block)
        elif block.kind is not Kind.FORM:
            yield self._paragraph(block)
        forms = [child for child in block.children if child.kind is Kind.FORM]
        for child in block.children:
            yield from self._block(child) if child.kind is not Kind.FORM else ()
        if forms:
            yield self._specimen(forms)
        yield from self._backlinks(block)

    def _heading(self, block: Block) -> str:
        level = self.heading + (block.kind is Kind.ARTICLE and self.heading > 1)
        title = words(self.corpus, block, self.address, self.notes)
        caps = f'<span class="caps">{title}</span>' if block.text.isupper() else title
        mark = f'<span class="heading-number">{html.escape(block.marker)}</span> '
        return f'{"#" * level} {mark}{caps} {{ #{block.eid} data-path="{block.locator}" }}'

    def _paragraph(self, block: Block) -> str:
        text = words(self.corpus, block, self.address, self.notes)
        attributes = " ".join(f".{name}" for name in CLASSES[block.kind].split())
        if block.kind in DEPTHS:
            attributes += f" .depth-{self._depth(block)}"
        path = f' data-path="{block.locator}"' if block.path else ""
        badges = "".join(f" {badge}" for badge in self._badge_list(block))
        return f"{self._marker(block)}{text}{self._note_marks(block)}{badges}\n{{: #{block.eid} {attributes}{path} }}"

    def _marker(self, block: Block) -> str:
        if block.path is None:
            return ""
        label = "" if block.marker else f' aria-label="{html.escape(label_of(self.corpus.outline, block.locator))}"'
        return f'<a class="marker" href="#{block.eid}"{label}>{html.escape(block.marker)}</a> '

    def _depth(self, block: Block) -> int:
        """How far a block stands below the article, paragraph or act that begins a list."""
        above = (self.corpus.find(name) for name in self.corpus.outline.above(block.locator))
        return sum(1 for parent in above if parent and parent.kind in DEPTHS)

    def _note_marks(self, block: Block) -> str:
        """Marks of the footnotes that are about this block."""
        names = dict.fromkeys(item.footnote for item in self.corpus.amendments.get(block.locator, ()))
        return "".join(f"[^{_note_name(name)}]" for name in names)

    def _badges(self, block: Block) -> Iterator[str]:
        """What was changed in a unit with a heading and when, to be seen without opening the footnote."""
        badges = self._badge_list(block)
        if badges:
            yield " ".join(badges) + self._note_marks(block) + "\n{: .badges }"

    def _badge_list(self, block: Block) -> list[str]:
        return [self._badge(item) for item in self.corpus.amendments.get(block.locator, ())]

    def _badge(self, item: Amendment) -> str:
        note = _note_name(item.footnote)
        return f"[{ACTIONS[item.action]} {_day(item.by.date)}](#fn:{note}){{ .badge-amended }}"

    def _backlinks(self, block: Block) -> Iterator[str]:
        """Which provisions cite this one, and what else on the site is about it."""
        citing = self.corpus.cited_by.get(block.locator, ())
        outline = self.corpus.outline
        lists = [
            (
                f"Cited by {len(citing)} provision{'s' * (len(citing) > 1)}",
                [Link(label_of(outline, name), address_of(outline, name)) for name in citing],
            ),
            ("See also", list(self.related.get(block.locator, ()))),
        ]
        for title, links in lists:
            if links:
                items = "\n".join(f"- [{escape(link.title)}]({relative(self.address, link.address)})" for link in links)
                yield f'<details class="cited-by" markdown="1"><summary>{title}</summary>\n\n{items}\n\n</details>'

    def _note(self, block: Block) -> None:
        text = words(self.corpus, block, self.address, self.notes)
        self.footnotes[_note_name(block.locator)] = text

    def _specimen(self, forms: list[Block]) -> str:
        """The lines of an annex's form, marked as a specimen that the authority alone issues."""
        lines = "\n\n".join(self._form(form) for form in forms)
        caption = "Specimen. This certificate is issued by the authority only; it is not a form to fill in."
        return (
            f'<figure class="form-specimen" markdown="1">\n<figcaption>{caption}</figcaption>\n\n{lines}\n\n</figure>'
        )

    def _form(self, form: Block) -> str:
        """A block of a form; its printed lines are kept as long as nothing in them was repaired."""
        plain = form.locator not in self.corpus.emendations
        text = "<br>\n".join(map(escape, form.lines)) if plain else words(self.corpus, form, self.address, self.notes)
        return f"{text}\n{{: #{form.eid} }}"

    def _footnotes(self) -> Iterator[str]:
        for name, text in self.footnotes.items():
            yield f"[^{name}]: {text}"

    def _editor_notes(self) -> Iterator[str]:
        if not self.notes.marks:
            return
        items = "\n".join(self._editor_note(number, *entry) for number, entry in enumerate(self.notes.marks.items(), 1))
        yield f'<section class="editor-notes"><h2>Notes of this edition</h2>\n<ol>\n{items}\n</ol></section>'

    def _editor_note(self, number: int, repair: tuple[str, str, str], places: list[str]) -> str:
        source, right, reason = map(html.escape, repair)
        what = f"“{right}” stands for" if right else "The source reads"
        back = ", ".join(f'<a href="#{place}">{index}</a>' for index, place in enumerate(places, 1))
        return f'<li id="em-{number}">{what} “{source}”: {reason}. Back to {back}</li>'


def _note_name(locator: str) -> str:
    return locator.replace("/", "-").replace("-footnote", "")


def _day(iso: str | None) -> str:
    """2019-03-12 as the source prints it: 12.03.2019."""
    return ".".join(reversed(iso.split("-"))) if iso else "on an unknown day"


def home_of(corpus: Corpus, locator: str) -> str:
    """The page that shows a block."""
    return page_of(corpus.outline, locator)
