"""The index for the browser: classic script files, each a call of `ShekaraSearchData(name, value)`.

    engine.js    the code for the first results, and later.js what can wait: search-core-*.js of overrides/assets/js
    start.js     everything but words: how the provisions lie, phrases, places of answers and concepts, settings
    words-N.js   postings and readers of some stems; the first file has the lexicon before them
    readers.js   after the first results: further words and phrases of readers, questions of the answers
    more.js      after the first results: answers, names of concepts, definitions, references
    texts-N.js   after the first results: the words of some provisions, for snippets and phrases

Of a large corpus (`search.weights.LARGE`) a search loads the start, the lexicon, the postings of its own words, and
what is shown of its ten hits:

    large.js        the code for that
    words-0.js      the lexicon alone; each further file holds a few stems
    positions-N.js  for phrases: where the stems of words-N.js stand
    texts-N.js      a few provisions, with their headings, those above them, and their definitions
    cites.js        references, for citations and filters
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import accumulate
from pathlib import Path
from typing import Any

from rjsmin import jsmin

from parser.model import Term
from search.coder import Encoder
from search.library import Library
from search.pack import STRUCTURES, pack_changes, pack_counts, pack_masses, pack_places, pack_shape
from search.pack_phrases import pack_phrases
from search.pack_words import Stock, make_stock, pack_later_words, pack_positions, pack_words
from search.records import HEADED
from search.space import Space
from search.text import language

POSTINGS_OF_FILE = 3_000
"""Postings of one file of words, about, in a large corpus."""

TEXTS_OF_FILE = 64
"""Provisions of one file of texts in a large corpus: ten hits lie in ten of them."""

OPENING = 220
"""Letters of an answer that are shown above the results, at most."""

SCRIPTS = {
    "engine": ("coder", "unpack", "words", "lookup", "rank", "find", "engine"),
    "later": ("query", "cite", "match", "show"),
    "large": ("large",),
}
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
    texts = {name: _joined(scripts, parts) for name, parts in SCRIPTS.items() if space.large or name != "large"}
    for name, value in files(space):
        data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        texts[name] = f'ShekaraSearchData("{name}",{data});\n'
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return {f"{name}.js": len(text.encode()) for name, text in texts.items()}


def _joined(scripts: Path, parts: Sequence[str]) -> str:
    """Parts of the engine in one file, without comments and needless white space."""
    texts = ((scripts / f"search-core-{part}.js").read_text(encoding="utf-8") for part in parts)
    return str(jsmin("".join(texts)))


def files(space: Space) -> Iterator[tuple[str, Any]]:
    """The files' names and values."""
    library = space.library
    stock = make_stock(library, whole=space.large)
    parts = list(_parts(stock, space))
    yield "start", _start(space, stock, parts)
    for index, part in enumerate(parts):
        yield f"words-{index}", pack_words(part, stock, space, lexicon=index == 0)
    yield "readers", _readers(space, stock)
    if space.large:
        yield from _files_if_large(space, stock, parts)
        return
    yield "more", {**_more(library), "terms": _terms(library), "cites": _cites(library)}
    yield "texts-0", {"texts": [record.text for record in library.records]}


def _files_if_large(space: Space, stock: Stock, parts: Sequence[Sequence[str]]) -> Iterator[tuple[str, Any]]:
    library = space.library
    yield "more", _more(library)
    yield "cites", {"cites": _cites(library)}
    for index, part in enumerate(parts):
        yield f"positions-{index}", pack_positions(part, stock, space)
    terms = _terms(library)
    for index, first in enumerate(range(0, space.size, TEXTS_OF_FILE)):
        block = range(first, min(first + TEXTS_OF_FILE, space.size))
        texts = [library.records[number].text for number in block]
        yield f"texts-{index}", {"texts": texts, **_beside(block, space, terms)}


def _beside(block: range, space: Space, terms: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """What else is shown of the provisions of a file: headings, also of what the first one lies in, and definitions."""
    above = list(_above(block[0], space))
    named = [
        [number, record.heading] for number in (*above, *block) if (record := space.library.records[number]).heading
    ]
    return {"headings": named, "terms": [term for term in terms if term[1] in block]}


def _above(number: int, space: Space) -> Iterator[int]:
    while (number := space.parents[number]) >= 0:
        yield number


def _parts(stock: Stock, space: Space) -> Iterator[list[str]]:
    """The stems of each file of words: all in one, or none beside the lexicon and then a few in each."""
    if not space.large:
        yield list(stock.stems[: stock.first])
        return
    part, size = list[str](), POSTINGS_OF_FILE
    for name in stock.stems:
        count = 0 if name in stock.low else _places_of(name, space)
        if size + count > POSTINGS_OF_FILE:
            yield part
            part, size = [], 0
        part.append(name)
        size += count
    yield part


def _places_of(name: str, space: Space) -> int:
    """How many places a file of words has for a stem: postings and readers."""
    return len(space.own(name)) + len(space.listed(name)) + len(space.listed(name, later=True))


def _start(space: Space, stock: Stock, parts: Sequence[Sequence[str]]) -> dict[str, Any]:
    library = space.library
    shape = pack_shape(library.records, space.parents)
    firsts = accumulate(map(len, parts), initial=0)
    return {
        "size": space.size,
        "acts": [[act, _name(library, act), _first(library, act)] for act in library.outline.acts],
        "shape": shape.stream,
        "numbers": shape.numbers,
        "structures": STRUCTURES,
        "changes": pack_changes(library.records),
        "alphabet": stock.alphabet,
        "stems": stock.first,
        "parts": list(firsts)[:-1],
        "block": TEXTS_OF_FILE if space.large else space.size,
        "phrases": _phrases(space, stock),
        "concepts": len(library.concepts),
        "shown": pack_counts([len(space.shown_labels(number)) for number in range(len(library.concepts))]),
        "conceptPlaces": pack_places(space.concept_places, space.size),
        "answers": len(library.answers),
        "answerPlaces": pack_places(space.answer_places, space.size),
        "weights": asdict(space.weights),
        "language": _language(),
        **(
            {"masses": pack_masses(library.records, space.own_masses)}
            if space.large
            else {"headings": [record.heading for record in library.records if record.structure in HEADED]}
        ),
    }


def _phrases(space: Space, stock: Stock) -> str:
    coder = Encoder()
    pack_phrases(coder, stock, space, later=False)
    return coder.text()


def _readers(space: Space, stock: Stock) -> str:
    """Words and phrases of readers that sharpen the first results; of a large corpus phrases alone."""
    coder = Encoder()
    if not space.large:
        pack_later_words(coder, stock, space)
    pack_phrases(coder, stock, space, later=True)
    return coder.text()


def _name(library: Library, act: str) -> str:
    return library.outline.acts[act].meta.short.removeprefix("the ")


def _first(library: Library, act: str) -> int:
    return next((number for number, record in enumerate(library.records) if record.act == act), -1)


def _cites(library: Library) -> list[list[Any]]:
    """Each record that refers to others, with their paths."""
    return [[number, *record.cites] for number, record in enumerate(library.records) if record.cites]


def _language() -> dict[str, Any]:
    lists = language()
    return {
        "spelling": lists.spelling,
        "endings": lists.endings,
    }


def _more(library: Library) -> dict[str, Any]:
    """What is shown but not ranked by."""
    return {
        "answers": [
            [one.id, one.question, _opening(one.answer), one.address, list(dict.fromkeys(q.path for q in one.quotes))]
            for one in library.answers
        ],
        "defining": " ".join(sorted(language().defining)),
        "concepts": [[concept.id, concept.preferred] for concept in library.concepts],
        "labels": [list(concept.alternative) for concept in library.concepts],
        "definitions": [[library.number(path) for path in concept.definitions] for concept in library.concepts],
    }


def _opening(text: str) -> str:
    """The beginning of an answer, up to the end of a sentence or of a word: the page of the answer has all of it."""
    head = text.strip()[: OPENING + 1]
    if len(head) <= OPENING:
        return head
    sentence = max(head.rfind(". "), head.rfind("? "))
    return head[: sentence + 1] if sentence > OPENING // 3 else head[: head.rfind(" ")] + " …"


def _terms(library: Library) -> list[list[Any]]:
    """The terms in the order of their phrases: which, the record, the term, its definition."""
    phrases = [phrase for phrase in library.phrases if phrase.kind == "term"]
    found = (_term(library.records[phrase.owner].terms, phrase.text) for phrase in phrases)
    return [[index, phrases[index].owner, term.term, term.definition] for index, term in enumerate(found)]


def _term(terms: Sequence[Term], name: str) -> Term:
    return next(term for term in terms if term.term == name)
