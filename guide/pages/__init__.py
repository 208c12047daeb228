"""The guide as pages: answers, open points, differences, pictures, the letter."""

from __future__ import annotations

from collections.abc import Iterator

from guide.letter_docx import letter_docx
from guide.load import Guide
from guide.pages.answers import answer_pages
from guide.pages.differences import difference_pages
from guide.pages.letter import letter_page
from guide.pages.open_points import open_pages
from guide.pages.pictures import picture_pages
from parser.corpus import Corpus
from parser.render.markdown import File

LETTER_FOLDER = "letter"


def guide_files(guide: Guide, corpus: Corpus) -> Iterator[File]:
    """All pages, their paths relative to the documents' folder."""
    yield from answer_pages(corpus, guide.answers)
    yield from open_pages(corpus, guide.open_points)
    yield from difference_pages(corpus, guide.pairs)
    yield from picture_pages(corpus, guide.pictures, {point.id: point for point in guide.open_points})
    yield letter_page(corpus, guide.letter, guide.rules_edition)


def assets(guide: Guide) -> Iterator[tuple[str, bytes]]:
    """Files that are no pages: path relative to the site's root, content."""
    yield f"{LETTER_FOLDER}/{guide.letter.file}", letter_docx(guide.letter, guide.rules_edition)
