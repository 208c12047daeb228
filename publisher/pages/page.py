"""What generated pages have in common: front matter, links, a note on where they come from."""

from __future__ import annotations

from typing import Any

from parser.corpus import Corpus
from parser.editorial import write_yaml
from parser.labels import label_of
from parser.render.inline import escape, relative
from parser.render.markdown import File


def make_page(path: str, title: str, body: str, **front: Any) -> File:
    """A Markdown page.

    Args:
        path: below the documents' folder, ending in `.md`.
        title: its title and first heading.
        body: Markdown below the heading.
        front: further front matter.
    """
    meta = write_yaml({"title": title, "kind": "page", **front})
    return File(path, f"---\n{meta}---\n\n# {escape(title)}\n\n{body.strip()}\n")


def provision_link(corpus: Corpus, page: str, path: str, words: str = "") -> str:
    """A Markdown link from a page (its path below the documents' folder) to a provision, with its plain name."""
    address = relative(page.removesuffix(".md") + ".html", corpus.address(path))
    return f'[{escape(words or label_of(corpus.outline, path))}]({address}){{ .ref data-path="{path}" }}'


def day(iso: str | None) -> str:
    """2019-03-12 as the sources print it: 12.03.2019."""
    return ".".join(reversed(iso.split("-"))) if iso else "date not given"
