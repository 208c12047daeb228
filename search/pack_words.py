"""Words, coded for the browser: the lexicon, postings, positions. search-core-unpack.js reads them back.

Each function writes one stream, or a part of one; its comments are the format.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.coder import Encoder
from search.library import Library, fields_of
from search.space import Space
from search.text import forms, known_form, language, low_stems

WEIGHT = 2
"""Bits of a weight, which is at most `search.weights.FULL`."""

LETTERS = 6
"""Bits of a letter: there are fewer than 64, and 0 ends a word."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The lexicon as the browser gets it: words of its first results, then the later ones, each in alphabetical order.

    Stems are numbered in the order of their first forms; there are `first` of them before the later ones. Stems of
    `low` words have no postings: nothing is ranked by them.
    """

    words: Mapping[str, str]
    later: Mapping[str, str]
    stems: tuple[str, ...]
    first: int
    numbers: Mapping[str, int]
    low: frozenset[str]
    alphabet: str


def bits_for(count: int) -> int:
    """Bits of a number below another."""
    return max(1, (count - 1).bit_length())


def make_stock(library: Library, *, whole: bool) -> Stock:
    """Number the stems of a lexicon; `whole` says that no word of it comes later."""
    lexicon = library.lexicon
    first = {} if whole else _first_words(library)
    words = lexicon if whole else {form: name for form, name in lexicon.items() if form in first}
    later = {form: name for form, name in lexicon.items() if form not in words}
    stems = tuple(dict.fromkeys((*words.values(), *later.values())))
    return Stock(
        words,
        later,
        stems,
        len(dict.fromkeys(words.values())),
        {name: number for number, name in enumerate(stems)},
        low_stems().intersection(stems),
        "".join(sorted({char for form in lexicon for char in form})),
    )


def _first_words(library: Library) -> dict[str, None]:
    """The words of the lexicon by which the first results are found."""
    texts = [phrase.text for phrase in library.phrases if not phrase.later]
    for record in library.records:
        texts.extend((*fields_of(record).values(), *record.asked.words))
    said = dict.fromkeys((*language().low, *(form for text in texts for form in forms(text))))
    return dict.fromkeys(form for one in said if (form := known_form(one, library.lexicon)))


def pack_words(names: Sequence[str], stock: Stock, space: Space, *, lexicon: bool) -> str:
    """For each of some stems its postings and its readers; in the first file after the lexicon.

    Of a large corpus the later readers are here as well: their file would be long, and most of it for nothing.
    """
    coder = Encoder()
    if lexicon:
        _pack_lexicon(coder, stock.words, stock)
    usual: dict[int, int] = {}
    for name in names:
        low = name in stock.low
        _pack_postings(coder, {} if low else space.own(name), space.size, usual)
        _pack_places(coder, "often", () if low else space.listed(name), space.size)
        if space.large:
            _pack_places(coder, "also", () if low else space.listed(name, later=True), space.size)
    return coder.text()


def pack_later_words(coder: Encoder, stock: Stock, space: Space) -> None:
    """The later words, then for each stem its later readers."""
    _pack_lexicon(coder, stock.later, stock)
    for name in stock.stems:
        _pack_places(coder, "also", () if name in stock.low else space.listed(name, later=True), space.size)


def _pack_lexicon(coder: Encoder, lexicon: Mapping[str, str], stock: Stock) -> None:
    """How many forms; for each: letters shared with the form before, further letters, and its stem."""
    coder.number("forms", len(lexicon))
    last: dict[str, int] = {}
    before = ""
    for index, (form, name) in enumerate(lexicon.items()):
        unlike = (i for i, (a, b) in enumerate(zip(form, before, strict=False)) if a != b)
        shared = next(unlike, min(len(form), len(before)))
        coder.number(("shared", min(len(before), 15)), shared)
        letter = stock.alphabet.index(form[shared - 1]) + 1 if shared else 0
        for place, char in enumerate((*form[shared:], "")):
            number = stock.alphabet.index(char) + 1 if char else 0
            coder.symbol(("letter", letter, place == 0), number, LETTERS)
            letter = number
        _pack_stem(coder, name, index - last.get(name, index), min(shared, 5), stock, later=lexicon is stock.later)
        last[name] = index
        before = form


def _pack_stem(coder: Encoder, name: str, back: int, shared: int, stock: Stock, *, later: bool) -> None:
    """How far back the same stem is. Of a new one: whether the first words have it, whether it is low."""
    coder.number(("same", shared), back)
    if back:
        return
    if later:
        known = stock.numbers[name] < stock.first
        coder.bit("known", int(known))
        if known:
            coder.symbol("old", stock.numbers[name], bits_for(stock.first))
            return
    coder.bit("low", int(name in stock.low))


def _pack_postings(coder: Encoder, own: Mapping[int, int], size: int, usual: dict[int, int]) -> None:
    """How many provisions; for each: the gap to the one before, 1 for the provision's usual weight, else the weight."""
    coder.number("count", len(own))
    spread, before = (size // len(own)).bit_length() if own else 0, -1
    for number, weight in own.items():
        coder.number(("gap", spread), number - before - 1)
        before = number
        known = number in usual
        if known:
            coder.bit("usual", int(weight == usual[number]))
        if not known or weight != usual[number]:
            coder.symbol(("weight", known), weight, WEIGHT)
        usual.setdefault(number, weight)


def _pack_places(coder: Encoder, context: str, places: Sequence[int], size: int) -> None:
    """How many provisions, and the gap from one to the next."""
    coder.number((context, "count"), len(places))
    spread, before = (size // len(places)).bit_length() if places else 0, -1
    for number in places:
        coder.number((context, "gap", spread), number - before - 1)
        before = number


def pack_positions(names: Iterable[str], stock: Stock, space: Space) -> str:
    """For each stem and each of its provisions, for text and heading: how often, and the words since the last time."""
    coder = Encoder()
    for name in names:
        if name not in stock.low:
            fields = {field: space.positions(field, name) for field in ("text", "heading")}
            for number in space.own(name):
                for field, places in fields.items():
                    _pack_list(coder, field, places.get(number, ()))
    return coder.text()


def _pack_list(coder: Encoder, field: str, places: Sequence[int]) -> None:
    coder.number(("times", field), len(places))
    before = -1
    for place in places:
        coder.number(("step", field), place - before - 1)
        before = place
