"""What the texts leave open: one page, a point after the other, and an index by provision."""

from __future__ import annotations

from collections.abc import Iterator

from guide.open_points import OpenPoint
from guide.pages.frame import Place, page, provision_link, quotation
from parser.corpus import Corpus
from parser.render.inline import escape
from parser.render.markdown import File

INDEX = Place("open/index.html", "What the texts leave open")
LEAD = """Silences, doubts and contradictions of the two texts, each with the words that show it. Nothing is mended
here, and no reading is preferred. For a decision, ask the authority that decides."""


def open_pages(corpus: Corpus, points: tuple[OpenPoint, ...]) -> Iterator[File]:
    """The one page."""
    contents = "\n".join(f"- [{escape(point.title)}](#{point.id})" for point in points)
    shown = [_point(corpus, point) for point in points]
    body = "\n\n".join(
        [
            f"{LEAD}\n{{ .lead }}",
            _fold("By title", contents),
            _fold("By provision", _by_provision(corpus, points)),
            *shown,
        ]
    )
    front = {"breadcrumb": [{"title": INDEX.title}], "hide": ["toc"]}
    description = "What the Law and the Rules do not say, leave in doubt, or say in two ways."
    yield page(INDEX, description, body, **front)


def _fold(title: str, inner: str) -> str:
    return f'<details class="fold no-print" markdown="1"><summary>{title}</summary>\n\n{inner}\n\n</details>'


def _point(corpus: Corpus, point: OpenPoint) -> str:
    heading = f"## {escape(point.title)} {{ #{point.id} }}"
    quotes = (quotation(corpus, INDEX.address, quote) for quote in point.quotes)
    return "\n\n".join([heading, escape(point.text), *quotes])


def _by_provision(corpus: Corpus, points: tuple[OpenPoint, ...]) -> str:
    """Each quoted provision with the points about it, in the order of the acts."""
    order = {name: number for number, name in enumerate([*corpus.acts, *corpus.outline.blocks])}
    found: dict[str, dict[str, str]] = {}
    for point in points:
        for quote in point.quotes:
            found.setdefault(quote.path, {})[point.id] = point.title
    return "\n".join(_provision(corpus, path, found[path]) for path in sorted(found, key=order.__getitem__))


def _provision(corpus: Corpus, path: str, points: dict[str, str]) -> str:
    links = "; ".join(f"[{escape(title)}](#{name})" for name, title in points.items())
    return f"- {provision_link(corpus, INDEX.address, path)}: {links}"
