"""The index for the browser: classic script files, each a call of `ShekaraSearchData(name, value)`.

    engine.js    the code for the first results, and later.js what can wait: search-core-*.js of overrides/assets/js
    start.js     everything but words: how the provisions lie, phrases, places of answers and concepts, settings
    words-N.js   a part of the lexicon and the postings of its stems; one file for an act or two
    more.js      after the first results: answers, names of concepts, definitions
    texts-N.js   after the first results: the words of the provisions, for snippets and phrases

A word, its stem and its forms begin with the same two letters, so one file answers for it. At a hundred times the
provisions a search loads the start and the files of its own words only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from parser.model import Term
from search.library import Library
from search.pack import STRUCTURES, Stock, make_stock, pack_phrases, pack_places, pack_shape, pack_words
from search.records import HEADED
from search.space import Space
from search.text import language

FORMAT = 1
WORDS_OF_FILE = 60_000
"""Postings of one file of words, about."""

TEXTS_OF_FILE = 1_000
"""Provisions of one file of texts."""


SCRIPTS = {"engine": ("coder", "words", "rank", "find", "engine"), "later": ("query", "cite", "match", "show")}
"""The parts of the engine by the file that they are joined to, in order."""


def export(space: Space, folder: Path, scripts: Path) -> Mapping[str, int]:
    """Write the files; older ones in the folder are removed. Returns the size of each.

    Args:
        space: what is searched.
        folder: `assets/search` of the site.
        scripts: where the parts of the engine are, `overrides/assets/js`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.js"):
        old.unlink()
    texts = {name: _joined(scripts, parts) for name, parts in SCRIPTS.items()}
    for name, value in files(space):
        data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        texts[name] = f'ShekaraSearchData("{name}",{data});\n'
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return {f"{name}.js": len(text.encode()) for name, text in texts.items()}


def _joined(scripts: Path, parts: Sequence[str]) -> str:
    """Parts of the engine in one file, without comments and indentation."""
    texts = ((scripts / f"search-core-{part}.js").read_text(encoding="utf-8") for part in parts)
    return "".join(re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).lstrip() for text in texts)


def files(space: Space) -> Iterator[tuple[str, Any]]:
    """The files' names and values."""
    library = space.library
    stock = make_stock(library.lexicon)
    parts = list(_parts(stock, library.lexicon, space))
    yield "start", _start(space, stock, parts)
    for index, part in enumerate(parts):
        yield f"words-{index}", pack_words(part, library.lexicon, stock, space)
    yield "more", _more(library)
    for index, first in enumerate(range(0, space.size, TEXTS_OF_FILE)):
        yield f"texts-{index}", [record.text for record in library.records[first : first + TEXTS_OF_FILE]]


def _parts(stock: Stock, lexicon: Mapping[str, str], space: Space) -> Iterator[list[str]]:
    """The forms of each file of words: cut where the first two letters change."""
    part, size = list[str](), 0
    for form in stock.forms:
        if part and size > WORDS_OF_FILE and form[:2] != part[-1][:2]:
            yield part
            part, size = [], 0
        part.append(form)
        size += len(space.own(lexicon[form]))
    yield part


def _start(space: Space, stock: Stock, parts: Sequence[Sequence[str]]) -> dict[str, Any]:
    library = space.library
    shape = pack_shape(library.records, space.parents)
    first = {lexicon_form: index for index, lexicon_form in enumerate(stock.forms)}
    return {
        "format": FORMAT,
        "size": space.size,
        "acts": [[act, _name(library, act), _first(library, act)] for act in library.outline.acts],
        "shape": shape.stream,
        "numbers": shape.numbers,
        "structures": STRUCTURES,
        "headings": [record.heading for record in library.records if record.structure in HEADED],
        "defining": [number for number, record in enumerate(library.records) if record.defines],
        "changes": [
            [number, change.action, change.date, change.number]
            for number, record in enumerate(library.records)
            for change in record.amendments
        ],
        "alphabet": stock.alphabet,
        "stems": len(stock.stems),
        "low": sorted(stock.numbers[name] for name in stock.low),
        "parts": [[part[0], _first_stem(part[0], stock, library), first[part[0]]] for part in parts],
        "phrases": pack_phrases(library.phrases, stock, space, alone=len(parts) == 1),
        "ownMasses": [] if len(parts) == 1 else space.own_masses,
        "shown": [len(space.shown_labels(number)) for number in range(len(library.concepts))],
        "conceptPlaces": pack_places(space.concept_places, space.size),
        "answers": len(library.answers),
        "answerPlaces": pack_places(space.answer_places, space.size),
        "weights": asdict(space.weights),
        "language": _language(),
    }


def _name(library: Library, act: str) -> str:
    return library.outline.acts[act].meta.short.removeprefix("the ")


def _first(library: Library, act: str) -> int:
    return next((number for number, record in enumerate(library.records) if record.act == act), -1)


def _first_stem(form: str, stock: Stock, library: Library) -> int:
    return stock.numbers[library.lexicon[form]]


def _cites(library: Library) -> list[list[Any]]:
    """Each record that refers to others, with their paths."""
    return [[number, *record.cites] for number, record in enumerate(library.records) if record.cites]


def _language() -> dict[str, Any]:
    lists = language()
    return {
        "low": " ".join(sorted(lists.low)),
        "spelling": lists.spelling,
        "endings": lists.endings,
    }


def _more(library: Library) -> dict[str, Any]:
    """What is shown but not ranked by."""
    return {
        "answers": [
            [one.id, one.question, one.answer, one.address, list(dict.fromkeys(quote.path for quote in one.quotes))]
            for one in library.answers
        ],
        "terms": [[number, term.term, term.definition] for number, term in _terms(library)],
        "cites": _cites(library),
        "defining": " ".join(sorted(language().defining)),
        "concepts": [[concept.id, concept.preferred] for concept in library.concepts],
        "labels": [list(concept.alternative) for concept in library.concepts],
        "definitions": [[library.number(path) for path in concept.definitions] for concept in library.concepts],
    }


def _terms(library: Library) -> Iterator[tuple[int, Term]]:
    """The terms in the order of their phrases."""
    for phrase in library.phrases:
        if phrase.kind == "term":
            terms = library.records[phrase.owner].terms
            yield phrase.owner, next(term for term in terms if term.term == phrase.text)
