"""Search engines that run in a browser, run in Node: ours and its peers. What is done in JavaScript is in `node/`.

Each gets the same documents, one a provision. Pagefind, MiniSearch and lunr come from npm (`make benchmark` installs
what `package-lock.json` pins), Material's worker from its package on PyPI.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import material

from benchmarks.javascript import Found, run
from benchmarks.peers import documents_of
from benchmarks.timing import ROOT
from search.browser import export
from search.library import Library
from search.records import Record
from search.space import Space
from search.text import language

SCRIPTS = ROOT / "overrides" / "assets" / "js"
MATERIAL = {
    "lang": ["en"],
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000}, "text": {"boost": 1}, "tags": {"boost": 1000000}},
}
"""What Material's plugin writes into an index for a site in English whose owner has set nothing."""

BOOST = {"heading": 2, "text": 2, "parents": 1, "labels": 2}

Measured = Callable[[Sequence[str]], Found]
"""Puts queries through an engine."""


def ours(space: Space, folder: Path) -> tuple[str, Measured]:
    """Our engine in JavaScript, with the files of a build."""
    place, name = folder / "ours", "ours, in JavaScript"
    export(space, place, SCRIPTS)
    return name, partial(_run, name, "ours", {"scripts": str(SCRIPTS), "data": str(place)})


def peers(library: Library, folder: Path) -> Iterator[tuple[str, Measured]]:
    """The name of each peer, and how to measure it."""
    documents = [asdict(one) for one in documents_of(library.records)]
    named = list(_with_labels(documents, library))
    plain = {"documents": documents, **_settings()}
    engines: dict[str, tuple[str, dict[str, Any]]] = {
        "lunr of Material": ("material", _material(documents, library.records)),
        "lunr, stemmed": ("lunr", plain),
        "Pagefind": ("pagefind", {**plain, "folder": str(folder / "pagefind")}),
        "Pagefind, any word": ("pagefind", {**plain, "folder": str(folder / "pagefind-any"), "apart": True}),
        "MiniSearch": ("minisearch", plain),
        "MiniSearch, thesaurus": ("minisearch", {**plain, "documents": named, "synonyms": True}),
    }
    for name, (engine, given) in engines.items():
        yield name, partial(_run, name, engine, given)


def _run(name: str, engine: str, given: Mapping[str, Any], queries: Sequence[str]) -> Found:
    return run(name, engine, queries, given)


def _settings() -> dict[str, Any]:
    """What the fields weigh, and the words that are left out."""
    return {"boost": BOOST, "low": sorted(language().low)}


def _with_labels(documents: list[dict[str, str]], library: Library) -> Iterator[dict[str, str]]:
    """The documents, each with all labels of the concepts whose provision it is."""
    for document, record in zip(documents, library.records, strict=True):
        concepts = (library.concepts[name] for name in record.concepts)
        yield {**document, "labels": " ".join(label for one in concepts for label in one.labels)}


def _locations(records: Sequence[Record]) -> Iterator[str]:
    """Addresses as Material's plugin writes them: the first of a page is the page's own."""
    seen: set[str] = set()
    for record in records:
        page = record.url.split("#")[0]
        yield record.url if page in seen else page
        seen.add(page)


def _material(documents: Sequence[dict[str, str]], records: Sequence[Record]) -> dict[str, Any]:
    """Its worker, and the index that its plugin would write were every provision a section with a heading."""
    located = list(zip(_locations(records), documents, strict=True))
    docs = [
        {"location": place, "title": _html(one["heading"]), "text": f"<p>{_html(one['text'])}</p>"}
        for place, one in located
    ]
    return {
        "worker": str(next(_scripts_of_material().glob("workers/search.*.min.js"))),
        "index": {"config": MATERIAL, "docs": docs},
        "documents": [{"location": place, "path": one["path"]} for place, one in located],
    }


def _html(text: str) -> str:
    return escape(text, quote=False)


def _scripts_of_material() -> Path:
    return Path(material.__file__).parent / "templates" / "assets" / "javascripts"
