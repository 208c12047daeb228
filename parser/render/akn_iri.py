"""IRIs of works, expressions and their portions (Akoma Ntoso Naming Convention 1.0, sections 4.4 to 4.7).

A work is `/akn/kz/act/2013-01-16/70-v`; a component of one ends in `/!rules`; a portion is added as `~eId`.
References go to works, not to expressions: a citation means the act as it stands, whichever its edition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import quote

from parser.model import Cites, Meta
from parser.outline import Outline

GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class Identity:
    """The IRIs of one document: of its work and its expression, and of itself (`this`) as a component of both."""

    work: str
    expression: str
    component: str

    @property
    def work_this(self) -> str:
        """`/akn/kz/act/2013-01-16/70-v/!main`."""
        return f"{self.work}/!{self.component}"

    @property
    def expression_this(self) -> str:
        """`/akn/kz/act/2013-01-16/70-v/eng@2014-04-11/!main`."""
        return f"{self.expression}/!{self.component}"

    def part(self, name: str) -> Identity:
        """An annex of this document."""
        inner = name if self.component == "main" else f"{self.component}/{name}"
        return Identity(self.work, self.expression, inner)


def identity(meta: Meta) -> Identity:
    """The IRIs of an act; an approved act is a component of the work that approves it."""
    work, _, component = meta.frbr.partition("/!")
    return Identity(work, f"{work}/{meta.language}@{meta.edition}", component or "main")


def country(meta: Meta) -> str:
    """The country's code, the second step of every IRI."""
    return meta.frbr.split("/")[2]


def subtype_and_actor(meta: Meta) -> tuple[str, str]:
    """What kind of act it is and who issued it, where its IRI says so: `/akn/kz/act/decree/government/…`."""
    steps = meta.frbr.split("/")[4:]
    named = list(takewhile(lambda step: not step[:1].isdigit(), steps))
    subtype, actor, *_ = [*named, "", ""]
    return subtype, actor


def href(outline: Outline, path: str, act_id: str) -> str:
    """What leads to a provision or an act from within the act `act_id`: `#art_5`, or an IRI."""
    target = path.split("/", 1)[0]
    frbr, block = outline.acts[target].meta.frbr, outline.blocks.get(path)
    if block is None:
        return frbr
    if target == act_id:
        return f"#{block.eid}"
    return f"{frbr}~{block.eid}" if "/!" in frbr else f"{frbr}/~{block.eid}"


def cited_iri(cites: Cites, words: str, land: str) -> str | None:
    """The IRI of an act outside the corpus, where its type, date and number are known; None where one is not.

    Two laws of 13 January 1993 are cited without their numbers: an IRI without a number would name neither.
    An act of the government needs the word in its citation, since the issuer is a step of the IRI.
    """
    if not cites.date or not cites.number:
        return None
    ending = f"{cites.date}/{quote(cites.number.lower())}"
    if cites.type == "law":
        return f"/akn/{land}/act/{ending}"
    if GOVERNMENT in words.lower():
        return f"/akn/{land}/act/{slug(cites.type)}/{GOVERNMENT}/{ending}"
    return None


def slug(words: str) -> str:
    """Words as a part of an IRI or an id: lower case, hyphens."""
    return re.sub(r"[\W_]+", "-", words.lower()).strip("-")
