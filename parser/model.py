"""The act as data, in the words of Akoma Ntoso where it has one.

A text is a tree of blocks. Every block is a piece of the source that stands by itself, with the number as printed
(`marker`) and its own words (`text`). Walking the tree from the top gives the source back in its order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal


class Kind(StrEnum):
    """What a block is. The values are those of the export (`shekara export --format jsonl`)."""

    TITLE = "title"
    PREFACE = "preface"
    PREAMBLE = "preamble"
    CHAPTER = "chapter"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    PART = "part"
    FOOTNOTE = "footnote"
    SIGNATURE = "signature"
    ANNEX = "annex"
    FORM = "form"

    __hash__ = str.__hash__  # Enum's own is written in Python, and kinds are looked up at every step


PROVISIONS = frozenset(
    {
        Kind.PREAMBLE,
        Kind.CHAPTER,
        Kind.ARTICLE,
        Kind.PARAGRAPH,
        Kind.SUBPARAGRAPH,
        Kind.PART,
        Kind.ANNEX,
    }
)
"""Kinds that can be cited: their locator is a path."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a block stands in its file: characters `start` to `end` (exclusive), and its first line (from 1)."""

    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the source that stands by itself, and what belongs to it.

    `locator` names the block for good; it is the contract's path when the block is a provision.
    `text` has its white space folded and is otherwise as received. `lines` keeps the printed lines of forms.
    """

    kind: Kind
    marker: str
    num: str
    text: str
    span: Span
    locator: str
    eid: str
    children: tuple[Block, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def path(self) -> str | None:
        """The path by which people cite the block, or None where it is no provision."""
        return self.locator if self.kind in PROVISIONS else None

    def walk(self) -> Iterator[Block]:
        """The block and all below it, in the order of the source."""
        stack = [self]
        while stack:
            block = stack.pop()
            yield block
            stack.extend(reversed(block.children))

    def provisions(self) -> tuple[Block, ...]:
        """The provisions directly below this one."""
        return tuple(child for child in self.children if child.kind in PROVISIONS)


@dataclass(frozen=True, slots=True)
class Meta:
    """What `meta.yml` says of an act (of the act in the file, and of each act that it approves)."""

    id: str
    kind: str
    title: str
    short: str
    number: str
    date: str
    edition: str
    frbr: str
    official: str
    language: str
    file: str
    layout: str
    sha256: str = ""
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its data and its blocks in the order of the source."""

    meta: Meta
    blocks: tuple[Block, ...]

    @property
    def id(self) -> str:
        """The first part of every path of the act: law, decree, rules."""
        return self.meta.id

    def walk(self) -> Iterator[Block]:
        """All blocks of the act in the order of the source."""
        for block in self.blocks:
            yield from block.walk()


@dataclass(frozen=True, slots=True)
class Cites:
    """An act outside this corpus (or the act of an amendment) as it is cited."""

    type: str
    date: str | None
    number: str | None
    title: str | None


RefKind = Literal["internal", "cross-act", "external", "self"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference: characters `start` to `end` of the block's text, and what they point to.

    `reason` says why nothing is pointed to; it is empty when the reference is resolved. `anchors` says which
    characters of the block's text stand for which targets: each number of a list leads to its own.
    """

    text: str
    start: int
    end: int
    kind: RefKind
    targets: tuple[str, ...] = ()
    cites: Cites | None = None
    reason: str = ""
    anchors: tuple[tuple[int, int, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change of one provision, as a footnote tells it. `footnote` is the locator of the footnote."""

    target: str
    action: Literal["amended", "supplemented", "excluded", "reworded"]
    by: Cites
    enforcement: str
    footnote: str


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term: the words of its definition, where it stands and where it holds.

    `scope` is the id of the act in which the term holds; `introduced` tells a definition from a "(hereinafter – …)".
    """

    term: str
    definition: str
    path: str
    scope: str
    introduced: Literal["definition", "hereinafter"]
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Emendation:
    """A repair of an evident misprint, or (with an empty `corrected`) a mark where the source has lost words.

    `start` and `end` are characters of the block's text as received.
    """

    locator: str
    source: str
    corrected: str
    reason: str
    start: int
    end: int
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Everything known of one block, apart from its place in the tree."""

    refs: tuple[Ref, ...] = ()
    terms: tuple[Term, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    emendations: tuple[Emendation, ...] = ()
    cited_by: tuple[str, ...] = field(default=())
