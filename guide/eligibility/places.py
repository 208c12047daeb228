"""Where the cited provisions stand, and what they are called: all that the page and the script need of the texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from guide.quotes import Quote
from guide.wording import Piece, pieces_of
from parser.corpus import Corpus
from parser.labels import label_of


class Places(Protocol):
    """What is asked of the texts; a test may answer in their stead."""

    def address(self, path: str) -> str:
        """Page and anchor, relative to the site's root."""

    def label(self, path: str) -> str:
        """The name of a provision in plain words."""

    def pieces(self, path: str, words: str) -> tuple[Piece, ...]:
        """Words quoted from a provision, cut at their misprints and gaps."""


@dataclass(frozen=True, slots=True)
class CorpusPlaces:
    """The places in a corpus."""

    corpus: Corpus

    def address(self, path: str) -> str:
        """Page and anchor, relative to the site's root."""
        return self.corpus.address(path)

    def label(self, path: str) -> str:
        """The name of a provision in plain words."""
        return label_of(self.corpus.outline, path)

    def pieces(self, path: str, words: str) -> tuple[Piece, ...]:
        """Words quoted from a provision, cut at their misprints and gaps."""
        return pieces_of(self.corpus, Quote(path, words))
