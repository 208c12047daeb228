"""What else on the site is about a provision: its counterpart in the other act, and what is open about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from guide.load import Guide
from guide.open_points import OpenPoint
from parser.corpus import Corpus
from parser.labels import label_of
from parser.render.blocks import Link

MOST = 4
"""So many links a provision at most; the most telling come first."""


def related_links(guide: Guide, corpus: Corpus) -> dict[str, tuple[Link, ...]]:
    """By path of a provision, the links to show under it."""
    found: dict[str, list[Link]] = defaultdict(list)
    for path, link in (*_counterparts(guide, corpus), *_open(guide)):
        if link not in found[path]:
            found[path].append(link)
    return {path: tuple(links[:MOST]) for path, links in found.items()}


def _counterparts(guide: Guide, corpus: Corpus) -> Iterator[tuple[str, Link]]:
    for pair in guide.pairs:
        for here, there in ((pair.law, pair.rules), (pair.rules, pair.law)):
            yield here, Link(f"Side by side with {label_of(corpus.outline, there)}", pair.address)


def _open(guide: Guide) -> Iterator[tuple[str, Link]]:
    """Open points, those first that rest on few provisions, this one early among them."""
    rows = [
        (len(point.quotes), place, point.id, quote.path, _link(point))
        for point in guide.open_points
        for place, quote in enumerate(point.quotes)
    ]
    for *_, path, link in sorted(rows, key=lambda row: row[:3]):
        yield path, link


def _link(point: OpenPoint) -> Link:
    return Link(f"Left open: {point.title}", point.address)
