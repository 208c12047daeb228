"""The downloads page: the acts as data, the thesaurus, the texts as received."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parser.render.inline import escape
from parser.render.markdown import File
from publisher.pages.page import make_page

PATH = "downloads/index.md"
LEAD = """The acts and the thesaurus as files to keep, to search or to build upon. They hold the same words, paths and
eIds as the pages."""
ALSO = """\
- <a href="shekara-site.zip" download>The whole site, a ZIP file</a>, for [use without a network](../help/offline.md)
- [Application as a part-time employee](../letter/index.md), a letter to print or to download as a Word file
- Each act on one page, to read or to print: [the Law](../acts/law/whole.md), [the Rules](../acts/rules/whole.md)
"""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that the build puts beside the pages: its name below `downloads/`, what it is, and its bytes."""

    name: str
    title: str
    data: bytes


def downloads_page(downloads: Sequence[Download]) -> File:
    """The list of downloads with their sizes."""
    return make_page(
        PATH,
        "Downloads",
        f"{LEAD}\n\n{ALSO}\n" + "\n".join(_rows(downloads)),
        description=LEAD.split(",", maxsplit=1)[0],
    )


def _rows(downloads: Sequence[Download]) -> Iterator[str]:
    yield "| File | What it is | Size |"
    yield "|---|---|---|"
    for item in downloads:
        size = f"{max(1, round(len(item.data) / 1024))} KB"
        link = f'<a href="{item.name}" download>{escape(item.name)}</a>'
        yield f"| {link} | {escape(item.title)} | {size} |"
