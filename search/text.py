"""Words of a text as the index knows them: cut, folded to one spelling, stemmed.

The browser has no stemmer: it gets every folded form with its stem. Cutting and folding are done there by the same
patterns, so both must stay within what Python and JavaScript read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from whoosh.lang import stemmer_for_language

from parser.editorial import read_yaml

LETTER = "a-zß-öø-ÿā-ɏЀ-ӿ"
"""Letters of words, in lower case: Latin with marks, and Cyrillic."""

TOKEN = rf"[0-9]+(?:\.[0-9]+)+|[0-9]+-(?:[0-9]+|[ivxl]+)(?![{LETTER}0-9])|[0-9]+|[{LETTER}]+(?:'[{LETTER}]+)*"
"""`12.03.2019`, `22-1`, `130-v`, `30`, `doesn't`. "part-time" is two words, one after the other."""

WORD = re.compile(TOKEN)
POSSESSIVE = re.compile(r"'s?$|'s(?=')")
SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "І": "i", "İ": "i"})
"""One form of the apostrophe, and a Cyrillic letter that Roman numbers of amending acts are printed with."""

SHORTEST = 3
"""Letters that are left of a word when its ending is taken off, at least."""


@dataclass(frozen=True, slots=True)
class Language:
    """The lists of `language.yml`."""

    low: frozenset[str]
    defining: frozenset[str]
    spelling: tuple[tuple[str, str], ...]
    apart: Mapping[str, str]
    families: tuple[tuple[str, ...], ...]
    endings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its folded form and the characters it stands on."""

    form: str
    start: int
    end: int


@cache
def language() -> Language:
    """The lists, read once."""
    data: dict[str, Any] = read_yaml(Path(__file__).with_name("language.yml")).data
    return Language(
        low=frozenset(data["low"].split()),
        defining=frozenset(data["defining"]),
        spelling=tuple((str(one), str(other)) for one, other in data["spelling"]),
        apart={str(one): str(other) for one, other in data["apart"]},
        families=tuple(tuple(family.split()) for family in data["families"]),
        endings=tuple((str(one), str(other)) for one, other in data["endings"]),
    )


@cache
def _spelling() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), new.replace("$", "\\")) for pattern, new in language().spelling)


def lower(text: str) -> str:
    """The text in lower case, character for character."""
    text = text.translate(SAME_LENGTH)
    if text.isascii():
        return text.lower()
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order."""
    for match in WORD.finditer(lower(text)):
        yield Token(fold(match.group()), match.start(), match.end())


@cache
def fold(word: str) -> str:
    """One spelling for a word in lower case: no possessive, British and American alike."""
    word = POSSESSIVE.sub("", word)
    for pattern, new in _spelling():
        word = pattern.sub(new, word)
    return word


@cache
def stem(form: str) -> str:
    """The stem of a folded form."""
    if form in language().apart:
        return language().apart[form]
    stemmed = _stemmed(form)
    return _families().get(stemmed, stemmed)


def _stemmed(form: str) -> str:
    stemmed: str = stemmer_for_language("en")(form)
    return stemmed


@cache
def _families() -> Mapping[str, str]:
    """For each stem of a family, that of its first word."""
    folded = [[_stemmed(fold(word)) for word in family] for family in language().families]
    return {name: family[0] for family in folded for name in family}


def known(form: str, lexicon: Mapping[str, str]) -> str | None:
    """The stem of a folded form that a lexicon has, perhaps with another ending."""
    found = known_form(form, lexicon)
    return None if found is None else lexicon[found]


def known_form(form: str, lexicon: Mapping[str, str]) -> str | None:
    """The word of a lexicon that a folded form is, perhaps with another ending."""
    if form in lexicon:
        return form
    for ending, instead in language().endings:
        if form.endswith(ending) and len(form) - len(ending) >= SHORTEST:
            other = form[: len(form) - len(ending)] + instead
            if other in lexicon:
                return other
    return None


def forms(text: str) -> list[str]:
    """The folded forms of a text's words."""
    return [fold(word) for word in WORD.findall(lower(text))]


def stems(text: str) -> list[str]:
    """The stems of a text's words."""
    return [stem(form) for form in forms(text)]


@cache
def low_stems() -> frozenset[str]:
    """The stems of words that say little about what is looked for."""
    return frozenset(stem(form) for form in language().low)


def is_low(form: str) -> bool:
    """Whether a word says little about what is looked for."""
    return stem(form) in low_stems()
