"""Differences of wording: a list of pairs of provisions, and a page a pair with both texts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guide.compare import Run, compare
from guide.concordance import Pair, Row, rows_of
from guide.pages.frame import Place, box, page, provision_link, section_front
from guide.wording import GAP, plain_text
from parser.corpus import Corpus
from parser.labels import label_of
from parser.render.inline import LOST, escape
from parser.render.markdown import File

INDEX = Place("differences/index.html", "Where the two acts differ in words")
LEAD = """Provisions of the Law and of the Rules or the Decree that speak of the same thing, side by side. They are two
translations of two editions: the Law of 2014, the Rules of 2023. A difference in words may be one of meaning, of
edition, or of translation only."""
READING = """<mark class="diff-ins">Marked and underlined</mark> words stand at this place in one text only. Capitals
and punctuation are not compared, corrected misprints are. Items of lists stand side by side by the likeness of their
words and by their order; that does not say that they mean the same."""


def difference_pages(corpus: Corpus, pairs: Sequence[Pair]) -> Iterator[File]:
    """The list, then a page for each pair."""
    section = [INDEX, *(Place(pair.address, pair.title) for pair in pairs)]
    rows = "\n".join(_list_row(corpus, pair) for pair in pairs)
    body = f'{LEAD}\n{{ .lead }}\n\n<div class="card-grid" markdown="1">\n{rows}\n</div>'
    front = section_front(section, 0) | {"hide": ["toc"]}
    yield page(INDEX, "Provisions of the Law and the Rules side by side, differences marked.", body, **front)
    for index in range(1, len(section)):
        yield _pair_page(corpus, pairs, section, index)


def _list_row(corpus: Corpus, pair: Pair) -> str:
    names = " and ".join(escape(label_of(corpus.outline, path)) for path in (pair.law, pair.rules))
    return f'<div markdown="1">[{escape(pair.title)}]({pair.id}.md)<p>{names}</p></div>'


def _pair_page(corpus: Corpus, pairs: Sequence[Pair], section: list[Place], index: int) -> File:
    pair, address = pairs[index - 1], section[index].address
    links = " and ".join(provision_link(corpus, address, path) for path in (pair.law, pair.rules))
    rows = "\n\n".join(_row(corpus, pair, address, row) for row in rows_of(corpus, pair, pairs))
    body = "\n\n".join([links, box("own-material", escape(pair.note)), f"{READING}\n{{ .reading }}", rows])
    names = " and ".join(label_of(corpus.outline, path) for path in (pair.law, pair.rules))
    return page(section[index], f"{names} side by side.", body, **section_front(section, index))


def _row(corpus: Corpus, pair: Pair, address: str, row: Row) -> str:
    left, right = (plain_text(corpus, name) if name else "" for name in (row.left, row.right))
    runs = compare(left, right) if left and right else _unmarked(left, right)
    sides = zip((row.left, row.right), runs, (pair.law, pair.rules), strict=True)
    cells = "\n\n".join(_cell(corpus, address, *side) for side in sides)
    return f'<div class="side-by-side" markdown="1">\n\n{cells}\n\n</div>'


def _unmarked(left: str, right: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    return (Run(left, same=True),), (Run(right, same=True),)


def _cell(corpus: Corpus, address: str, name: str | None, runs: tuple[Run, ...], path: str) -> str:
    if name is None:
        label = escape(label_of(corpus.outline, path))
        return f'<div class="no-fellow" markdown="1">\n\nNo counterpart in: {label}.\n\n</div>'
    label = f"{provision_link(corpus, address, name)}\n{{ .side-label }}"
    words = " ".join(map(_run, runs))
    return f'<div data-path="{name}" markdown="1">\n\n{label}\n\n{words}\n\n</div>'


def _run(run: Run) -> str:
    words = escape(run.text).replace(escape(GAP), LOST)
    return words if run.same else f'<mark class="diff-ins">{words}</mark>'
