"""The acts as Markdown pages with front matter: an article a page, a chapter a page, an act as a whole.

Pages are plain Markdown (attribute lists, footnotes, Markdown in HTML), so that they can be read and compared as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from parser.address import PAGES, address_of, page_of
from parser.corpus import Corpus
from parser.editorial import write_yaml
from parser.labels import act_name, label_of, short_label
from parser.model import Act, Block, Kind
from parser.render.blocks import Link, Page
from parser.render.inline import escape, relative

NOTICE = "<!-- Generated from content/sources by `shekara build`; edit the sources or the parser, not this file. -->"


@dataclass(frozen=True, slots=True)
class File:
    """A generated file: its path below the documents' folder and its text."""

    path: str
    text: str


def render_markdown(corpus: Corpus, related: Mapping[str, tuple[Link, ...]] | None = None) -> Iterator[File]:
    """All pages of all acts.

    Args:
        corpus: the acts.
        related: by path, further links to show under a provision.
    """
    for act in corpus.acts.values():
        yield from ActPages(corpus, act, related or {}).files()


class ActPages:
    """The pages of one act."""

    def __init__(self, corpus: Corpus, act: Act, related: Mapping[str, tuple[Link, ...]]) -> None:
        self.corpus = corpus
        self.act = act
        self.related = related
        self.outline = corpus.outline
        self.top = f"acts/{act.id}/index.html"
        self.paged = [block for block in act.walk() if block.kind in PAGES]
        self.has_articles = any(block.kind is Kind.ARTICLE for block in self.paged)

    def files(self) -> Iterator[File]:
        """Contents, one file a page, and the whole act on one page."""
        yield self._contents()
        for index, block in enumerate(self.paged):
            yield self._page(block, index)
        if self.paged:
            yield self._whole()

    def _contents(self) -> File:
        """The act's own page: title, dates and opening words, then its chapters; a short act stands here whole."""
        page = Page(self.corpus, self.top, self.related, heading=2)
        short = not self.paged
        opening = [block for block in self.act.blocks if short or block.kind not in {*PAGES, Kind.SIGNATURE}]
        title = next((block.text for block in opening if block.kind is Kind.TITLE), self.act.meta.title)
        body = page.render(block for block in opening if block.kind is not Kind.TITLE)
        anchor = next((block.eid for block in opening if block.kind is Kind.TITLE), "title")
        heading = f'# {escape(title)} {{ #{anchor} data-path="{self.act.id}" }}'
        meta = self._meta(self.act.id, "act", act_name(self.outline, self.act.id), self.top)
        lists = [] if short else [self._whole_link(), *self._lists()]
        return self._file(self.top, meta, "\n\n".join([heading, body, *lists]))

    def _whole_link(self) -> str:
        return f"[Read {self.act.meta.short} on one page](whole.md){{ .button .button--quiet }}"

    def _lists(self) -> Iterator[str]:
        """The contents: chapters with their articles."""
        rows = [block for block in self.paged if block.kind is not Kind.ARTICLE]
        for chapter in rows:
            articles = [block for block in chapter.children if block.kind is Kind.ARTICLE]
            yield self._row_heading(chapter)
            if articles:
                yield self._list(articles)

    def _row_heading(self, block: Block) -> str:
        link = relative(self.top, page_of(self.outline, block.locator))
        return f"## [{self._title(block)}]({link})"

    def _list(self, blocks: list[Block]) -> str:
        rows = "\n".join(
            f'<li markdown="1">[<span class="number">Article {block.num}</span> '
            f"<span>{escape(self.corpus.corrected(block.locator))}</span>]({block.kind.value}-{block.num}.md)</li>"
            for block in blocks
        )
        return f'<ol class="act-contents" markdown="1">\n{rows}\n</ol>'

    def _title(self, block: Block) -> str:
        words = self.corpus.corrected(block.locator)
        name = "Annex" if block.kind is Kind.ANNEX else block.kind.value.capitalize()
        if block.kind is Kind.ANNEX:
            return f"{name} {block.num}"
        return f"{name} {block.num}. {escape(words)}"

    def _page(self, block: Block, index: int) -> File:
        address = page_of(self.outline, block.locator)
        page = Page(self.corpus, address, self.related)
        shown = self._without_articles(block)
        body = page.render([shown])
        articles = [child for child in block.children if child.kind is Kind.ARTICLE]
        if articles:
            body += "\n" + self._list(articles) + "\n"
        meta = self._meta(block.locator, block.kind.value, self._title(block).replace("\\", ""), address)
        meta |= self._neighbours(index, address)
        return self._file(address, meta, body)

    def _without_articles(self, block: Block) -> Block:
        """A chapter's page lists its articles, which have pages of their own."""
        if not any(child.kind is Kind.ARTICLE for child in block.children):
            return block
        kept = tuple(child for child in block.children if child.kind is not Kind.ARTICLE)
        return Block(block.kind, block.marker, block.num, block.text, block.span, block.locator, block.eid, kept)

    def _whole(self) -> File:
        address = f"acts/{self.act.id}/whole.html"
        page = Page(self.corpus, address, {}, heading=2)
        title = f"# {escape(self.act.meta.title)}"
        body = page.render(block for block in self.act.blocks if block.kind is not Kind.TITLE)
        name = f"{act_name(self.outline, self.act.id)} on one page"
        meta = self._meta(self.act.id, "whole", name, address) | {"hide": ["navigation", "toc"]}
        button = '<button class="button no-print" type="button" data-print-page hidden>Print</button>'
        return self._file(address, meta, f"{title}\n\n{button}\n\n{body}")

    def _meta(self, path: str, kind: str, title: str, address: str) -> dict[str, Any]:
        block = self.outline.blocks.get(path)
        return {
            "title": title if path == self.act.id else f"{title} — {act_name(self.outline, self.act.id)}",
            "description": self._description(path),
            "kind": kind,
            "act": self.act.id,
            "path": path,
            "eId": block.eid if block else None,
            "edition": _day(self.act.meta.edition),
            "amended": self._amended(path),
            "official": self.act.meta.official,
            "breadcrumb": self._breadcrumb(path, address, title),
            "sidebar_title": f"In {self.act.meta.short}",
            "sidebar": self._sidebar(path, address),
        }

    def _description(self, path: str) -> str:
        text = self.corpus.corrected_text_of(path)
        return text if len(text) <= 155 else text[:154].rsplit(" ", 1)[0] + "…"

    def _amended(self, path: str) -> list[str]:
        """The dates of the amendments of a page's provisions, each once."""
        items = {
            item.by.date: None
            for name, found in self.corpus.amendments.items()
            for item in found
            if name == path or name.startswith(f"{path}/") or path in self.outline.above(name)
        }
        return [_day(date) for date in sorted(filter(None, items))]

    def _breadcrumb(self, path: str, address: str, title: str) -> list[dict[str, str]]:
        above = [name for name in self.outline.above(path) if name in self.outline][::-1]
        links = [
            {
                "title": label_of(self.outline, name) if "/" not in name else short_label(self.outline, name),
                "href": _href(address, page_of(self.outline, name)),
            }
            for name in above
        ]
        if address != self.top and path == self.act.id:
            links = [{"title": act_name(self.outline, path), "href": "index.html"}]
        return [*links, {"title": title if path == self.act.id else short_label(self.outline, path)}]

    def _sidebar(self, path: str, address: str) -> list[dict[str, Any]]:
        """The chapters, with the articles of the one that the page stands in; annexes come last."""
        rows: list[dict[str, Any]] = []
        here = {path, *self.outline.above(path)}
        for block in self.paged:
            chapter = self.outline.parents[block.locator]
            if block.kind is Kind.ARTICLE and chapter not in here:
                continue
            row: dict[str, Any] = {
                "title": self._title(block).replace("\\", ""),
                "href": _href(address, page_of(self.outline, block.locator)),
            }
            row["level"] = 2 if block.kind is Kind.ARTICLE and chapter != self.act.id else 1
            if block.kind is Kind.ARTICLE:
                row["title"] = f"{block.num}. {self.corpus.corrected(block.locator)}"
            if block.text.isupper():
                row["caps"] = True
            if block.locator == path:
                row["current"] = True
            rows.append(row)
        return rows

    def _neighbours(self, index: int, address: str) -> dict[str, Any]:
        found = {}
        for name, place in (("previous", index - 1), ("next", index + 1)):
            if 0 <= place < len(self.paged):
                block = self.paged[place]
                title = self._title(block).replace("\\", "")
                found[name] = {"title": title, "href": _href(address, page_of(self.outline, block.locator))}
        return found

    def _file(self, address: str, meta: Mapping[str, Any], body: str) -> File:
        kept = {key: value for key, value in meta.items() if value not in (None, [], "")}
        return File(
            address.removesuffix(".html") + ".md", f"---\n{write_yaml(kept)}---\n\n{NOTICE}\n\n{body.strip()}\n"
        )


def _href(page: str, target: str) -> str:
    """A link in front matter, as it stands in the built site."""
    link = relative(page, target)
    return link.replace(".md", ".html", 1)


def _day(iso: str) -> str:
    return ".".join(reversed(iso.split("-")))


__all__ = ["File", "address_of", "render_markdown"]
