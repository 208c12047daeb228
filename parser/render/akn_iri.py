"""IRIs of works, expressions and their portions (Akoma Ntoso Naming Convention 1.0, sections 4.4 to 4.7).

A work is `/akn/kz/act/2013-01-16/70-v`; a component of one ends in `/!rules`; a portion is added as `~eId`.
References go to works, not to expressions: a citation means the act as it stands, whichever its edition.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from parser.model import Cites, Meta
from parser.outline import Outline

MAIN = "/!main"
GOVERNMENT = "government"


def work_iri(meta: Meta) -> str:
    """The work that an act is, or is a component of: without `/!rules`."""
    return meta.frbr.partition("/!")[0]


def component(meta: Meta) -> str:
    """The part of an IRI that names the component: `/!rules`, and `/!main` where the act is the work itself."""
    found = meta.frbr[len(work_iri(meta)) :]
    return found or MAIN


def expression_iri(meta: Meta) -> str:
    """The work in its language and edition: `/akn/kz/act/2013-01-16/70-v/eng@2014-04-11`."""
    return f"{work_iri(meta)}/{meta.language}@{meta.edition}"


def country(meta: Meta) -> str:
    """The country's code, the second step of every IRI."""
    return meta.frbr.split("/")[2]


def subtype_and_actor(meta: Meta) -> tuple[str, str]:
    """What kind of act it is and who issued it, where its IRI says so: `/akn/kz/act/decree/government/…`."""
    subtype, actor, *_ = [*re.split(r"/[0-9]{4}", work_iri(meta))[0].split("/")[4:], "", ""]
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
        return f"/akn/{land}/act/{quote(cites.type.replace(' ', '-'))}/{GOVERNMENT}/{ending}"
    return None


def slug(words: str) -> str:
    """Words as a part of an IRI or an id: lower case, hyphens."""
    return re.sub(r"[\W_]+", "-", words.lower()).strip("-")
