"""Words that nobody has accepted yet: how a misprint is found without luck.

`content/editorial/words.txt` holds every word of the two texts that a reviewer has read and found right. A word that
stands in a text, is not in that list, and is neither emended nor part of a place with lost words, is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from parser.corpus import Corpus
from parser.errors import Diagnostic, EditorialError
from parser.model import Block

WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")


def accepted_words(path: Path) -> frozenset[str]:
    """The accepted words, lower case.

    Raises:
        EditorialError: the list is missing or unreadable.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise EditorialError(f"{path.name}:1: the list of accepted words is missing or not UTF-8") from None
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def words_of(text: str) -> Iterator[str]:
    """The words of a text, lower case, with one form of the apostrophe."""
    for match in WORD.finditer(text):
        yield match.group().replace("’", "'").lower()


def unknown_words(corpus: Corpus, accepted: frozenset[str]) -> Iterator[Diagnostic]:
    """A diagnostic for each word of the corrected texts that is not accepted."""
    for act in corpus.acts.values():
        for block in act.walk():
            text = corpus.corrected(block.locator)
            for word in dict.fromkeys(words_of(text)):
                if word not in accepted and word not in _cut_off(corpus, block):
                    file, line = corpus.files[act.id], block.span.line
                    yield Diagnostic("error", file, line, f'unknown word "{word}" in {block.locator}', text)


def _cut_off(corpus: Corpus, block: Block) -> frozenset[str]:
    """The words of the places where the source is torn; what they were is not known."""
    lost = (item.source for item in corpus.emendations.get(block.locator, ()) if item.lost)
    return frozenset(word for source in lost for word in words_of(source))
