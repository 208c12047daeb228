"""The numbers of the index, coded for the browser. overrides/assets/js/search-core-unpack.js reads them back.

Each function writes one stream; its comments are the format.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from itertools import groupby

from search.coder import Encoder
from search.phrases import Phrase
from search.records import Record
from search.space import Space
from search.text import low_stems
from search.weights import mass_class

STRUCTURES = ("preamble", "chapter", "article", "paragraph", "subparagraph", "part", "annex", "footnote")
"""What a record may be, by its number in the streams."""

WEIGHT = 4
"""Bits of a weight, which is at most `search.weights.FULL`."""

CLASS = 5
"""Bits of a class of `search.weights.mass_class`."""

LETTERS = 6
"""Bits of a letter: there are fewer than 64, and 0 ends a word."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the records lie in each other, coded; `numbers` are those that do not follow from the one before."""

    stream: str
    numbers: tuple[str, ...]


def pack_shape(records: Sequence[Record], parents: Sequence[int]) -> Shape:
    """What each record is, how deep it lies, and its number.

    structure (after the one before), depth, 1 when the number is the expected one, 1 when it defines a term (after the
    one before of its structure).
    """
    coder, odd, depths = Encoder(), list[str](), list[int]()
    last: dict[tuple[str, str], str] = {}
    defined = [0] * len(STRUCTURES)
    before = 0
    for index, record in enumerate(records):
        depths.append(depths[parents[index]] + 1 if parents[index] >= 0 else 0)
        structure = STRUCTURES.index(record.structure)
        coder.symbol(("structure", before), structure, 3)
        coder.number(("depth", structure), depths[index])
        if record.num:
            scope = (_base(record, records, parents[index]), record.structure)
            expected = following(last.get(scope), record.structure)
            coder.bit(("expected", structure), int(record.num == expected))
            if record.num != expected:
                odd.append(record.num)
            last[scope] = record.num
        defines = int(bool(record.defines))
        coder.bit(("defines", structure, defined[structure]), defines)
        defined[structure] = defines
        before = structure
    return Shape(coder.text(), tuple(odd))


def _base(record: Record, records: Sequence[Record], parent: int) -> str:
    """What a number is counted in: articles and paragraphs below chapters in the whole act."""
    above = records[parent] if parent >= 0 else None
    return record.act if above is None or above.structure == "chapter" else above.path


def following(before: str | None, structure: str) -> str:
    """The number that is expected after another; the first part after the opening words is part 2."""
    if before is None:
        return "2" if structure == "part" else "1"
    return str(int(before.split("-")[0].split("_")[0]) + 1)


@dataclass(frozen=True, slots=True)
class Stock:
    """The lexicon in the order of the files: forms, the stems in the order of their first forms, their numbers.

    Stems of `low` words have no postings: nothing is ranked by them.
    """

    forms: tuple[str, ...]
    stems: tuple[str, ...]
    numbers: Mapping[str, int]
    low: frozenset[str]
    alphabet: str


def make_stock(lexicon: Mapping[str, str]) -> Stock:
    """Number the stems of a lexicon."""
    stems = tuple(dict.fromkeys(lexicon.values()))
    alphabet = "".join(sorted({char for form in lexicon for char in form}))
    low = low_stems().intersection(stems)
    return Stock(tuple(lexicon), stems, {name: number for number, name in enumerate(stems)}, low, alphabet)


def pack_words(names: Sequence[str], stock: Stock, space: Space, lexicon: Mapping[str, str] | None = None) -> str:
    """The postings of some stems; in the first file after the lexicon."""
    coder = Encoder()
    if lexicon is not None:
        _pack_lexicon(coder, lexicon, stock.alphabet)
    usual: dict[int, int] = {}
    for name in names:
        _pack_postings(coder, {} if name in stock.low else space.own(name), space.size, usual)
    return coder.text()


def _pack_lexicon(coder: Encoder, lexicon: Mapping[str, str], alphabet: str) -> None:
    """How many forms; for each: letters shared with the form before, further letters, how far back the same stem is.

    A new stem has a bit more: whether it says little.
    """
    coder.number("forms", len(lexicon))
    last: dict[str, int] = {}
    before = ""
    for index, (form, name) in enumerate(lexicon.items()):
        unlike = (i for i, (a, b) in enumerate(zip(form, before, strict=False)) if a != b)
        shared = next(unlike, min(len(form), len(before)))
        coder.number(("shared", min(len(before), 15)), shared)
        letter = alphabet.index(form[shared - 1]) + 1 if shared else 0
        for place, char in enumerate((*form[shared:], "")):
            number = alphabet.index(char) + 1 if char else 0
            coder.symbol(("letter", letter, place == 0), number, LETTERS)
            letter = number
        coder.number(("same", min(shared, 5)), index - last[name] if name in last else 0)
        if name not in last:
            coder.bit("low", int(name in low_stems()))
        last[name] = index
        before = form


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


def pack_positions(names: Sequence[str], stock: Stock, space: Space) -> str:
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


def pack_counts(counts: Sequence[int]) -> str:
    """Whole numbers, one after the other."""
    coder = Encoder()
    for count in counts:
        coder.number("count", count)
    return coder.text()


def pack_phrases(phrases: Sequence[Phrase], stock: Stock, space: Space) -> str:
    """The phrases of each kind by their owners: how many, then each as a set of stems.

    Stems that the owner's provisions or its earlier phrases have cost little: each is a bit. The others are numbers.
    Of a large corpus, the browser does not know the words of all provisions when it reads this.
    """
    texts = [[] for _ in range(space.size)] if space.large else _stems_of_records(stock, space)
    packer = _PhrasePacker(stock, space, texts)
    answers, concepts = len(space.answer_places), len(space.concept_places)
    owners = {"asked": space.size, "answer": answers, "label": concepts, "term": space.size}
    by_owner = {key: list(group) for key, group in groupby(phrases, key=lambda one: (one.kind, one.owner))}
    for number, (kind, count) in enumerate(owners.items()):
        for owner in range(count):
            packer.pack(number, packer.places(kind, owner), packer.ordered(by_owner.get((kind, owner), [])))
    return packer.coder.text()


def _stems_of_records(stock: Stock, space: Space) -> list[list[int]]:
    """The stems in the own words of each provision."""
    found: list[list[int]] = [[] for _ in range(space.size)]
    for number, name in enumerate(stock.stems):
        for record in {} if name in stock.low else space.own(name):
            found[record].append(number)
    return found


class _PhrasePacker:
    """Writes the phrases, and knows of each stem what the reader will know when it reads the next one."""

    def __init__(self, stock: Stock, space: Space, texts: Sequence[Sequence[int]]) -> None:
        self.coder = Encoder()
        self.stock = stock
        self.space = space
        self.texts = texts
        self.bits = max(1, (len(stock.stems) - 1).bit_length())
        self.uses = [0] * len(stock.stems)

    def places(self, kind: str, owner: int) -> Sequence[int]:
        """The provisions whose words an owner's phrases are likely to share."""
        places = {"answer": self.space.answer_places, "label": self.space.concept_places}.get(kind)
        return places[owner][:3] if places else (owner,)

    def ordered(self, group: Sequence[Phrase]) -> list[Phrase]:
        """The phrases of an owner, short ones first: that costs less. Shown labels stay before hidden ones."""
        if not group or group[0].kind == "term":
            return list(group)
        shown = len(self.space.shown_labels(group[0].owner)) if group[0].kind == "label" else 0
        return [*sorted(group[:shown], key=_length), *sorted(group[shown:], key=_length)]

    def pack(self, kind: int, places: Sequence[int], group: Sequence[Phrase]) -> None:
        """The phrases of one owner."""
        self.coder.number(("phrases", kind), len(group))
        near = self._near(places) if group else {}
        seen: dict[int, int] = {}
        before = 0
        for phrase in group:
            stems = sorted(self.stock.numbers[name] for name in phrase.stems)
            self.coder.number(("stems", kind, before), len(stems))
            before = min(len(stems), 7)
            self._pack_set(kind, set(stems), near, seen)
            for number in stems:
                seen[number] = seen.get(number, 0) + 1
                self.uses[number] += 1

    def _near(self, places: Sequence[int]) -> dict[int, int]:
        """The stems of some provisions (1 of the first, 2 of others) and of what is above each (3)."""
        near: dict[int, int] = {}
        for index, place in enumerate(places):
            near.update({number: 1 if index == 0 else 2 for number in self.texts[place] if number not in near})
            above = self.space.parents[place]
            if above >= 0:
                near.update({number: 3 for number in self.texts[above] if number not in near})
        return near

    def _pack_set(self, kind: int, left: set[int], near: Mapping[int, int], seen: Mapping[int, int]) -> None:
        """A bit for each likely stem, those seen most often with this owner first; then the others as numbers."""
        for number in sorted(near.keys() | seen.keys(), key=lambda one: (-seen.get(one, 0), one)):
            if not left:
                return
            place, times = near.get(number, 0), min(seen.get(number, 0), 3)
            uses = min(self.uses[number].bit_length(), 6)
            self.coder.bit(("there", kind, place, times, uses, min(len(left), 3)), int(number in left))
            left.discard(number)
        for number in sorted(left):
            self.coder.symbol("stem", number, self.bits)


def _length(phrase: Phrase) -> int:
    return len(phrase.stems)


def pack_places(places: Sequence[Sequence[int]], size: int) -> str:
    """Lists of records: how many, the first, then the steps from one to the next (doubled, odd when backwards)."""
    coder = Encoder()
    bits = max(1, (size - 1).bit_length())
    for numbers in places:
        coder.number("places", len(numbers))
        before = -1
        for number in numbers:
            if before < 0:
                coder.symbol("first", number, bits)
            else:
                coder.number("step", (number - before) * 2 if number > before else (before - number) * 2 - 1)
            before = number
    return coder.text()


def pack_changes(records: Sequence[Record]) -> tuple[list[tuple[str, str, str]], str]:
    """Amendments: the different ones, then how many, and for each the provisions since the one before and which."""
    changes = [(number, astuple(change)) for number, record in enumerate(records) for change in record.amendments]
    known = list(dict.fromkeys(change for _, change in changes))
    coder, before = Encoder(), 0
    coder.number("count", len(changes))
    for number, change in changes:
        coder.number("gap", number - before)
        coder.number("which", known.index(change))
        before = number
    return known, coder.text()


def pack_masses(records: Sequence[Record], masses: Sequence[int]) -> str:
    """For each provision the class of the weight of its words, after its structure."""
    coder = Encoder()
    for record, mass in zip(records, masses, strict=True):
        coder.symbol(("mass", STRUCTURES.index(record.structure)), mass_class(mass), CLASS)
    return coder.text()
