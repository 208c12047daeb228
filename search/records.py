"""One record a provision: everything the search knows of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from parser.corpus import Corpus
from parser.labels import act_name, short_label
from parser.model import Block, Kind, Term
from search.asked import NOTHING, Asked
from search.concepts import Concept

HEADED = frozenset({Kind.CHAPTER, Kind.ARTICLE, Kind.ANNEX})
"""Kinds whose own words are a heading."""

CAN_DEFINE = frozenset({Kind.SUBPARAGRAPH, Kind.PARAGRAPH, Kind.PART})
FOUND = frozenset({*HEADED, *CAN_DEFINE, Kind.PREAMBLE, Kind.FOOTNOTE})
"""Kinds that have a record."""


@dataclass(frozen=True, slots=True)
class Change:
    """An amendment as the search knows it: what was done, in which year, by which act."""

    action: str
    date: str
    number: str

    @property
    def year(self) -> str:
        """The year of the amending act."""
        return self.date[:4]

    def words(self) -> str:
        """Words by which people look for it: action, year, date in both usual forms, number."""
        year, month, day = self.date.split("-")
        return f"{self.action} amendment changed {year} {day}.{month}.{year} {self.date} {self.number}"


@dataclass(frozen=True, slots=True)
class Record:
    """A provision (or a footnote) with its words and what is known of it.

    `structure` is what the block is; `kind` is "definition" where it defines a term. `parents` are the headings and
    opening words above it, the nearest last. `cites`, `cited_by` hold paths. `parent` is the path of the record above.
    """

    path: str
    eid: str
    act: str
    kind: str
    structure: str
    num: str
    chapter: str
    article: str
    paragraph: str
    label: str
    marker: str
    heading: str
    text: str
    parent: str | None
    parents: tuple[str, ...]
    crumbs: tuple[str, ...]
    url: str
    terms: tuple[Term, ...] = ()
    concepts: tuple[str, ...] = ()
    amendments: tuple[Change, ...] = ()
    cites: tuple[str, ...] = ()
    cited_by: tuple[str, ...] = ()
    asked: Asked = NOTHING

    @property
    def title(self) -> str:
        """How the provision is called: `Law, Article 76(4)(1)`, with its heading where it has one."""
        return f"{self.label}. {self.heading}" if self.heading else self.label

    @property
    def years(self) -> tuple[str, ...]:
        """The years of its amendments, each once."""
        return tuple(dict.fromkeys(change.year for change in self.amendments))

    @property
    def defines(self) -> tuple[Term, ...]:
        """The terms whose definition it is."""
        return tuple(term for term in self.terms if term.introduced == "definition")


@dataclass(slots=True)
class _Maker:
    """Makes the records of a corpus; a block without a record of its own is part of the one above it."""

    corpus: Corpus
    home: dict[str, str] = field(default_factory=dict)
    made: dict[str, Record] = field(default_factory=dict)

    def make(self) -> None:
        for act in self.corpus.acts.values():
            for block in act.walk():
                if block.kind in FOUND and not self._is_opening(block):
                    self.home[block.locator] = block.locator
                    self.made[block.locator] = self._record(act.id, block)
                else:
                    self._join(block)

    def _is_opening(self, block: Block) -> bool:
        """An article's first words carry no number: nobody looks for them apart from their article."""
        parent = self.corpus.outline.blocks.get(self.corpus.outline.parents[block.locator])
        of_article = parent is not None and parent.kind is Kind.ARTICLE
        return block.kind is Kind.PART and of_article and block.eid.endswith("_1")

    def _join(self, block: Block) -> None:
        """Give a block's words to the record above it."""
        above = next((self.home[name] for name in self.corpus.outline.above(block.locator) if name in self.home), None)
        if above is None:
            return
        self.home[block.locator] = above
        words = f"{self.made[above].text} {self.corpus.corrected(block.locator)}".strip()
        terms = (*self.made[above].terms, *self.corpus.terms.get(block.locator, ()))
        cites = tuple(dict.fromkeys((*self.made[above].cites, *self._cites(block))))
        self.made[above] = replace(self.made[above], text=words, terms=terms, cites=cites)

    def _record(self, act: str, block: Block) -> Record:
        outline, own = self.corpus.outline, self.corpus.corrected(block.locator)
        above = [name for name in outline.above(block.locator) if name in self.home][::-1]
        units = {outline.blocks[name].kind: outline.blocks[name] for name in (*above, block.locator)}
        terms = self.corpus.terms.get(block.locator, ())
        return Record(
            path=block.locator,
            eid=block.eid,
            act=act,
            kind="definition" if block.kind in CAN_DEFINE and _defines(terms) else block.kind.value,
            structure=block.kind.value,
            num=block.num or _number(block.locator),
            chapter=units[Kind.CHAPTER].num if Kind.CHAPTER in units else "",
            article=units[Kind.ARTICLE].num if Kind.ARTICLE in units else "",
            paragraph=units[Kind.PARAGRAPH].num if Kind.PARAGRAPH in units else "",
            label=f"{act_name(outline, act)}, {short_label(outline, block.locator)}",
            marker=block.marker,
            heading=own if block.kind in HEADED else "",
            text="" if block.kind in HEADED else own,
            parent=above[-1] if above else None,
            parents=tuple(self.made[name].heading or self.made[name].text for name in above),
            crumbs=(act_name(outline, act), *(_crumb(self.made[name]) for name in above)),
            url=self.corpus.address(block.locator),
            terms=terms,
            amendments=tuple(self._changes(block.locator)),
            cites=self._cites(block),
        )

    def _cites(self, block: Block) -> tuple[str, ...]:
        refs = self.corpus.refs.get(block.locator, ())
        return tuple(dict.fromkeys(path for ref in refs if ref.kind != "self" for path in ref.targets))

    def _changes(self, path: str) -> Iterator[Change]:
        for amendment in self.corpus.amendments.get(path, ()):
            if amendment.by.date:
                yield Change(amendment.action, amendment.by.date, amendment.by.number or "")


def make_records(
    corpus: Corpus, concepts: Iterable[Concept] = (), asked: Mapping[str, Asked] | None = None
) -> tuple[Record, ...]:
    """The records of all acts in the order of the texts.

    Args:
        corpus: the acts.
        concepts: what `search.concepts.load_concepts` read; their ids are noted on the provisions that they name.
        asked: what readers of each path would type (`search.asked.load_asked`).
    """
    maker = _Maker(corpus)
    maker.make()
    named: dict[str, dict[str, None]] = {}
    for concept in concepts:
        for path in concept.paths:
            named.setdefault(maker.home.get(path, path), {})[concept.id] = None
    said: dict[str, Asked] = {}
    for path, one in (asked or {}).items():
        home = maker.home.get(path, path)
        said[home] = said.get(home, NOTHING) + one
    cited = _cited_by(maker)
    return tuple(
        replace(
            record,
            concepts=tuple(named.get(record.path, ())),
            asked=said.get(record.path, NOTHING),
            cited_by=tuple(cited.get(record.path, ())),
        )
        for record in maker.made.values()
    )


def _cited_by(maker: _Maker) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = {}
    for path, citing in maker.corpus.cited_by.items():
        for name in citing:
            found.setdefault(maker.home.get(path, path), {})[maker.home.get(name, name)] = None
    return found


def _number(locator: str) -> str:
    """The number at the end of a named step: `part-2` is 2."""
    return locator.rsplit("-", 1)[-1] if locator[-1].isdigit() else ""


def _defines(terms: Sequence[Term]) -> bool:
    return any(term.introduced == "definition" for term in terms)


def _crumb(record: Record) -> str:
    """A record above another in a line: its name, with its heading where it has one."""
    name = record.label.split(", ", 1)[-1]
    return f"{name}. {record.heading}" if record.heading else name
