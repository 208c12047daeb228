"""The search for a server: OpenSearch's mapping with the same analysis and synonyms, and the records for its bulk API.

for line in bulk(library): print(line)      # then: POST /_bulk, after PUT /<index> with mapping(library)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from search.library import Library
from search.records import Record
from search.text import TOKEN, forms, language, stem

INDEX = "shekara"
KEYWORDS = (
    *("path", "eid", "act", "kind", "structure", "chapter", "article", "paragraph"),
    *("concepts", "cites", "cited_by"),
)
TEXTS = ("heading", "parents", "text", "terms", "asked")


def mapping(library: Library) -> dict[str, Any]:
    """The body that creates the index: settings and mappings."""
    mappings = {"dynamic": "strict", "properties": _properties()}
    return {"settings": {"analysis": _analysis(library)}, "mappings": mappings}


def bulk(library: Library, name: str = INDEX) -> Iterator[str]:
    """Two lines of JSON a record: what to do, and the record."""
    for record in library.records:
        yield json.dumps({"index": {"_index": name, "_id": record.path}})
        yield json.dumps(_document(record, library), ensure_ascii=False)


def _analysis(library: Library) -> dict[str, Any]:
    """Cut, fold and stem as `search.text` does; a query's words also stand for the other labels of a concept."""
    return {
        "char_filter": {"apostrophes": {"type": "mapping", "mappings": ["’=>'", "‘=>'", "ʼ=>'"]}},
        "tokenizer": {
            "words": {
                "type": "pattern",
                "pattern": f"({TOKEN})",
                "flags": "CASE_INSENSITIVE|UNICODE_CASE",
                "group": 1,
            }
        },
        "filter": {
            **{f"spelling_{number}": one for number, one in enumerate(_spelling())},
            "possessive": {"type": "stemmer", "language": "possessive_english"},
            "apart": {
                "type": "stemmer_override",
                "rules": [f"{form} => {name}" for form, name in language().apart.items()],
            },
            "stem": {"type": "stemmer", "language": "porter2"},
            "concepts": {"type": "synonym_graph", "synonyms": list(_synonyms(library))},
        },
        "analyzer": {"text": _analyzer([]), "query": _analyzer(["concepts"])},
    }


def _analyzer(further: list[str]) -> dict[str, Any]:
    spelling = [f"spelling_{number}" for number, _ in enumerate(_spelling())]
    steps = ["lowercase", "possessive", *spelling, "apart", "stem", *further]
    return {"type": "custom", "char_filter": ["apostrophes"], "tokenizer": "words", "filter": steps}


def _spelling() -> list[dict[str, str]]:
    """British and American spelling made one, by the patterns of `language.yml`."""
    return [
        {"type": "pattern_replace", "pattern": pattern, "replacement": instead}
        for pattern, instead in language().spelling
    ]


def _synonyms(library: Library) -> Iterator[str]:
    """The labels of each concept, in the words of the index."""
    for concept in library.concepts:
        labels = dict.fromkeys(" ".join(stem(form) for form in forms(label)) for label in concept.labels)
        told = [label for label in labels if re.search(r"\w", label)]
        if len(told) > 1:
            yield ", ".join(told)


def _properties() -> dict[str, Any]:
    text = {"type": "text", "analyzer": "text", "search_analyzer": "query"}
    return {
        **{name: {"type": "keyword"} for name in KEYWORDS},
        **dict.fromkeys(TEXTS, text),
        "title": {"type": "text", "analyzer": "text"},
        "url": {"type": "keyword", "index": False},
        "amendments": {
            "properties": {"action": {"type": "keyword"}, "date": {"type": "date"}, "number": {"type": "keyword"}},
        },
    }


def _document(record: Record, library: Library) -> dict[str, Any]:
    named = {name: getattr(record, name) for name in KEYWORDS}
    return {
        **{name: list(value) if isinstance(value, tuple) else value for name, value in named.items()},
        "title": record.title,
        "heading": record.heading,
        "parents": list(record.parents),
        "text": record.text,
        "terms": [term.term for term in record.terms],
        "asked": [*record.asked.said, *(label for name in record.concepts for label in library.concepts[name].labels)],
        "url": record.url,
        "amendments": [{"action": one.action, "date": one.date, "number": one.number} for one in record.amendments],
    }
