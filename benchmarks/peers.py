"""Search engines beside ours, used as one who knows them would: SQLite's FTS5 and tantivy.

    peer = Fts5()
    peer.build(documents, folder)          # writes an index below the folder, which exists
    paths = peer.search("who may detain", 10)

`documents_of(library.records)` makes the documents: one a provision. Any word of a query may match, except those that
say little (the list that ours ignores too); words are stemmed; BM25. What the fields weigh was chosen for each on the
judged sets that ours was tuned on.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import tantivy

from search.records import Record
from search.text import language

WORD = re.compile(r"\w+")
FIELDS = ("heading", "parents", "text")


@dataclass(frozen=True, slots=True)
class Document:
    """A provision: its path, its name and heading, the headings and opening words above it, its own words."""

    path: str
    heading: str
    parents: str
    text: str


class Peer(Protocol):
    """A search engine."""

    name: str

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write the index below a folder and open it."""

    def search(self, query: str, limit: int = 10) -> list[str]:
        """The paths of what a query finds, best first."""


def documents_of(records: Sequence[Record]) -> list[Document]:
    """One document a provision."""
    return [Document(one.path, one.title, " ".join(one.parents), one.text) for one in records]


def words_of(query: str) -> list[str]:
    """The words of a query that say something, or else all; without any sign that a query language might know."""
    words = WORD.findall(query.lower())
    return [word for word in words if word not in language().low] or words


class Fts5:
    """SQLite's full text search: Porter's stemmer, BM25 with weights of columns, any word."""

    name = "SQLite FTS5"
    weights = (3.0, 1.0, 2.0)

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write the index below a folder and open it."""
        self.connection = sqlite3.connect(folder / "fts5.sqlite")
        self.connection.execute(
            "CREATE VIRTUAL TABLE provisions USING fts5"
            "(path UNINDEXED, heading, parents, text, tokenize = 'porter unicode61')"
        )
        rows = ((one.path, one.heading, one.parents, one.text) for one in documents)
        self.connection.executemany("INSERT INTO provisions VALUES (?, ?, ?, ?)", rows)
        self.connection.execute("INSERT INTO provisions(provisions) VALUES ('optimize')")
        weights = ", ".join(map(str, (0.0, *self.weights)))
        self.connection.execute("INSERT INTO provisions(provisions, rank) VALUES ('rank', ?)", (f"bm25({weights})",))
        self.connection.commit()

    def search(self, query: str, limit: int = 10) -> list[str]:
        """The paths of what a query finds, best first."""
        words = " OR ".join(f'"{word}"' for word in words_of(query))
        found = self.connection.execute(
            "SELECT path FROM provisions WHERE provisions MATCH ? ORDER BY rank LIMIT ?", (words, limit)
        )
        return [path for (path,) in found] if words else []


class Tantivy:
    """tantivy: the English stemmer, BM25 with boosts of fields, any word."""

    name = "tantivy"
    weights = (2.0, 1.0, 3.0)

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write the index below a folder and open it."""
        place = folder / "tantivy"
        place.mkdir()
        self.index = tantivy.Index(_schema(), path=str(place))
        writer = self.index.writer(num_threads=1)
        for one in documents:
            writer.add_document(
                tantivy.Document(path=one.path, heading=one.heading, parents=one.parents, text=one.text)
            )
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def search(self, query: str, limit: int = 10) -> list[str]:
        """The paths of what a query finds, best first."""
        boosts = dict(zip(FIELDS, self.weights, strict=True))
        parsed = self.index.parse_query(" ".join(words_of(query)), list(FIELDS), field_boosts=boosts)
        hits = self.searcher.search(parsed, limit, count=False).hits
        return [self.searcher.doc(address).get_first("path") for _, address in hits]


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("path", stored=True, tokenizer_name="raw")
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="en_stem")
    return builder.build()


PEERS: tuple[type[Peer], ...] = (Fts5, Tantivy)
