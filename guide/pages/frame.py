"""What the guide's pages have in common: front matter, links to provisions, quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from guide.quotes import Quote
from guide.wording import markdown_of, pieces_of
from parser.corpus import Corpus
from parser.editorial import write_yaml
from parser.labels import label_of
from parser.render.inline import escape, relative
from parser.render.markdown import File

NOTICE = "<!-- Generated from content/editorial by `shekara build`; edit the YAML there, not this file. -->"
STYLE = "assets/css/guide.css"


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a section: its address from the site's root and its title."""

    address: str
    title: str


def page(place: Place, description: str, body: str, **front: Any) -> File:
    """A page in Markdown with its front matter and heading."""
    meta = {"title": place.title, "description": description, "kind": "page", "styles": [STYLE], **front}
    kept = {key: value for key, value in meta.items() if value not in (None, [], "")}
    text = write_yaml(kept)
    name = place.address.removesuffix(".html") + ".md"
    return File(name, f"---\n{text}---\n\n{NOTICE}\n\n# {escape(place.title)}\n\n{body.strip()}\n")


def section_front(section: Sequence[Place], index: int) -> dict[str, Any]:
    """Breadcrumb, list of neighbours, previous and next of the page `section[index]`; the first one is the index."""
    here = section[index]
    rows = [_row(here, place, level=1 if number == 0 else 2) for number, place in enumerate(section)]
    trail = [*([_step(here, section[0])] if index else []), {"title": here.title}]
    front: dict[str, Any] = {"breadcrumb": trail, "sidebar_title": section[0].title, "sidebar": rows}
    if index > 1:
        front["previous"] = _step(here, section[index - 1])
    if 0 < index < len(section) - 1:
        front["next"] = _step(here, section[index + 1])
    return front


def href(page_address: str, target: str) -> str:
    """A link as it stands in the built site, for raw HTML and front matter."""
    path, _, anchor = relative(page_address, target).partition("#")
    built = f"{path.removesuffix('.md')}.html" if path.endswith(".md") else path
    return f"{built}#{anchor}" if anchor else built


def provision_link(corpus: Corpus, page_address: str, path: str, words: str = "") -> str:
    """A Markdown link to a provision, by its plain name where no words are given."""
    address = relative(page_address, corpus.address(path))
    return f'[{escape(words or label_of(corpus.outline, path))}]({address}){{ .ref data-path="{path}" }}'


def quotation(corpus: Corpus, page_address: str, quote: Quote) -> str:
    """The words of a provision as a block, with the link to it below."""
    link = provision_link(corpus, page_address, quote.path)
    return (
        f'<blockquote class="provision-quote" data-path="{quote.path}" markdown="1">\n\n'
        f"{line(markdown_of(pieces_of(corpus, quote)))}\n\n"
        f'<footer markdown="span">{link}</footer>\n\n</blockquote>'
    )


def box(kind: str, text: str) -> str:
    """Words of the site's own in a box: `not-stated`, `inference`, `own-material`."""
    return f'<div class="{kind}" markdown="1">\n\n{text}\n\n</div>'


def line(text: str) -> str:
    """Text that Markdown does not take for a list or a heading."""
    return f"\\{text}" if text[:1] in "#+-" else text


def _row(here: Place, place: Place, level: int) -> dict[str, Any]:
    row = {**_step(here, place), "level": level}
    return {**row, "current": True} if place == here else row


def _step(here: Place, place: Place) -> dict[str, str]:
    return {"title": place.title, "href": href(here.address, place.address)}
