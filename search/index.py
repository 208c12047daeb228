"""The Whoosh index: one document a provision, then one a phrase, in one segment and in this order.

folder/          the index; made aside and put in place when it is whole
_MAIN_*.toc …  Whoosh's files
stamp          the fingerprint of what the documents were made from
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", category=SyntaxWarning, module=r"whoosh\..*")
    from whoosh import fields, index
    from whoosh.analysis import Filter, RegexTokenizer, Token

from search.errors import SearchError
from search.library import Library, fields_of
from search.records import Record
from search.text import TOKEN, fold, lower, stem

STAMP = "stamp"
WEIGHTED = ("text", "heading", "terms", "changes")
"""The fields that words are looked up in."""


class Stemming(Filter):  # type: ignore[misc]
    """Words as the search knows them: folded and stemmed by the English stemmer. Stop words stay, for phrases."""

    def __call__(self, stream: Iterator[Token]) -> Iterator[Token]:
        """Change each token in place."""
        for token in stream:
            token.text = stem(fold(token.text))
            yield token


class Cutting(RegexTokenizer):  # type: ignore[misc]
    """Cuts a text into words by `search.text.TOKEN`, whatever its case."""

    def __init__(self) -> None:
        super().__init__(TOKEN)

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        """The tokens of the text in lower case; lowering keeps every character's place."""
        return super().__call__(lower(value), **options)  # type: ignore[no-any-return]


def analyzer() -> Any:
    """Cut, fold, stem. Whoosh's own StemFilter would use the older Porter stemmer unless it is told another."""
    return Cutting() | Stemming()


def schema() -> fields.Schema:
    """The fields of a document. Those of a phrase have `asked` alone; `said` are a provision's words of its readers."""
    words = analyzer()
    return fields.Schema(
        path=fields.ID(unique=True, stored=True),
        act=fields.ID(stored=True),
        chapter=fields.ID(stored=True),
        article=fields.ID(stored=True),
        paragraph=fields.ID(stored=True),
        kind=fields.KEYWORD(stored=True),
        heading=fields.TEXT(analyzer=words, phrase=True),
        parents=fields.TEXT(analyzer=words, phrase=True),
        text=fields.TEXT(analyzer=words, phrase=True),
        terms=fields.TEXT(analyzer=words, phrase=True),
        changes=fields.TEXT(analyzer=words, phrase=True),
        concepts=fields.KEYWORD(stored=True),
        cites=fields.KEYWORD(stored=True),
        cited_by=fields.KEYWORD(stored=True),
        asked=fields.KEYWORD(),
        said=fields.KEYWORD(),
    )


def build_index(library: Library, folder: Path) -> None:
    """Write the index of a library to a folder; what stands there is replaced when the new one is whole.

    Args:
        library: what is indexed.
        folder: where; its parent is made if it is missing.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as work:
        aside = Path(work) / "new"
        aside.mkdir()
        _write(library, aside)
        (aside / STAMP).write_text(library.fingerprint, encoding="ascii")
        _swap(aside, folder, Path(work) / "old")


def _write(library: Library, folder: Path) -> None:
    writer = index.create_in(str(folder), schema()).writer(limitmb=256)
    for record, votes in zip(library.records, library.votes, strict=True):
        said = " ".join(" ".join([name] * count) for name, count in votes.items())
        writer.add_document(**_document(record), said=said)
    for phrase in library.phrases:
        writer.add_document(asked=" ".join(phrase.stems))
    writer.commit(optimize=True)


def _document(record: Record) -> dict[str, str]:
    return {
        "path": record.path,
        "act": record.act,
        "chapter": record.chapter,
        "article": record.article,
        "paragraph": record.paragraph,
        "kind": " ".join(dict.fromkeys((record.kind, record.structure))),
        "parents": " ".join(record.parents),
        "concepts": " ".join(record.concepts),
        "cites": " ".join(record.cites),
        "cited_by": " ".join(record.cited_by),
        **fields_of(record),
    }


def _swap(aside: Path, folder: Path, old: Path) -> None:
    """Put the new folder in place of the old one. Another process may do the same at this moment: one of them wins."""
    with suppress(FileNotFoundError):
        folder.rename(old)
    try:
        aside.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise


def open_index(library: Library, folder: Path) -> Any:
    """Whoosh's reader of the index of a library.

    Raises:
        SearchError: there is none, it is damaged, or it was made from something else.
    """
    try:
        stamp = (folder / STAMP).read_text(encoding="ascii")
        reader = index.open_dir(str(folder), readonly=True).reader()
    except FileNotFoundError:
        raise SearchError(f"{folder}: there is no search index; build it") from None
    except Exception as error:  # noqa: BLE001 - a damaged file raises anything from struct.error to KeyError
        raise SearchError(f"{folder}: the search index is damaged ({_said(error)}); build it again") from None
    if stamp != library.fingerprint or reader.doc_count_all() != len(library.records) + len(library.phrases):
        raise SearchError(f"{folder}: the search index is of other texts; build it again")
    return reader


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__
