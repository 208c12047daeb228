"""What a query may have meant: words for typing errors, the definition of a term."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parser.model import Term
from search.lookup import Lookup
from search.result import Definition
from search.space import Space
from search.text import WORD, fold, known, language, lower

MOST = 3


def suggestions(text: str, corrections: Sequence[tuple[str, str]], lookup: Lookup, *, found: bool) -> tuple[str, ...]:
    """The query with other words: those it was searched by, or, where nothing was found, words that begin alike."""
    if corrections:
        return (_replaced(text, dict(corrections)),)
    return () if found else tuple(dict.fromkeys(_alike(text, lookup)))[:MOST]


def _replaced(text: str, words: dict[str, str]) -> str:
    """The text with some of its words replaced."""
    low, parts, at = lower(text), list[str](), 0
    for match in WORD.finditer(low):
        other = words.get(fold(match.group()))
        if other:
            parts += [text[at : match.start()], other]
            at = match.end()
    return "".join([*parts, text[at:]])


def _alike(text: str, lookup: Lookup) -> Iterator[str]:
    """Words of the lexicon that begin as long as possible like a word of the query."""
    for match in WORD.finditer(lower(text)):
        form = fold(match.group())
        for length in range(len(form) - 1, 2, -1):
            near = [word for word in lookup.forms if word.startswith(form[:length])]
            if near:
                yield from near[:MOST]
                break


def definition_of(words: Sequence[str], lookup: Lookup, space: Space) -> Definition | None:
    """The definition of the term, or of the concept, that a query is the name of, or asks the meaning of."""
    telling = [word for word in words if word not in language().defining and not lookup.is_low(word)]
    name = frozenset(known(word, lookup.lexicon) for word in telling)
    if not name or None in name:
        return None
    phrases = sorted({phrase for one in name for phrase in space.phrases(one or "")})
    found = (space.library.phrases[phrase] for phrase in phrases)
    called = [phrase for phrase in found if frozenset(phrase.stems) == name]
    for phrase in called:
        if phrase.kind == "term":
            record = space.library.records[phrase.owner]
            term = next(term for term in record.terms if term.term == phrase.text)
            return _definition(term, space)
    for phrase in called:
        if phrase.kind == "label":
            for path in tuple(space.library.concepts)[phrase.owner].definitions:
                number = space.library.number(path)
                terms = space.library.records[number].terms if number is not None else ()
                if terms:
                    return _definition(terms[0], space)
    return None


def _definition(term: Term, space: Space) -> Definition:
    number = space.library.number(term.path)
    record = space.library.records[number if number is not None else 0]
    return Definition(term.term, record.path, re.sub(r"\s+", " ", term.definition), record.url)
