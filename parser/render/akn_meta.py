"""What Akoma Ntoso says about an act: its identification, amendments, references and footnotes.

Nothing here is supplied that the texts or `meta.yml` do not say. Three things follow from that:

- The author of a work is the issuer that its IRI names (`/government/`), else the state.
- A manifestation needs a date, and two runs must give the same bytes: it has the date of the edition.
- A footnote that says "amended" does not say whether words were replaced, added or struck out. The nearest type of a
  `textualMod` is `substitution`. An event has the date of the amending act; when it took effect is in the note's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree
from lxml.builder import ElementMaker

from parser.corpus import Corpus
from parser.model import Act, Amendment, Block, Cites, Kind, Meta
from parser.render.akn_inline import NAMESPACE, Cited, clean, term_id, write
from parser.render.akn_iri import (
    Identity,
    cited_iri,
    country,
    href,
    identity,
    slug,
    subtype_and_actor,
    work_iri,
)

E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
EDITOR = "shekara"
SOURCE = f"#{EDITOR}"
TEXTUAL_MODS = {
    "amended": "substitution",
    "reworded": "replacement",
    "supplemented": "insertion",
    "excluded": "repeal",
}


class Component(NamedTuple):
    """A part of a work that has a name of its own: an annex, an approved act."""

    name: str
    eid: str
    title: str


def write_meta(meta: etree._Element, corpus: Corpus, act: Act, components: tuple[Component, ...], cited: Cited) -> None:
    """Fill the `meta` of an act, after its body has been written: the references list what the body cites."""
    amending = _amending_acts(corpus, act)
    notes = [_note(corpus, block, number, cited) for number, block in enumerate(footnotes(act), 1)]
    meta.append(identification(act.meta, identity(act.meta), components))
    meta.append(_lifecycle(act.meta, amending))
    if mods := list(_textual_mods(corpus, act, amending)):
        meta.append(E.analysis(E.passiveModifications(*mods), source=SOURCE))
    meta.append(E.references(*_references(corpus, act, amending, cited), source=SOURCE))
    if notes:
        meta.append(E.notes(*notes, source=SOURCE))


def footnotes(act: Act) -> Iterator[Block]:
    """The footnotes of an act in the order of the source; their numbers are their places in it."""
    return (block for block in act.walk() if block.kind is Kind.FOOTNOTE)


def identification(of: Meta, names: Identity, components: tuple[Component, ...] = ()) -> etree._Element:
    """Work, expression and manifestation of an act or of an annex (Naming Convention 4.4 to 4.6)."""
    return E.identification(
        _work(of, names, components),
        E.FRBRExpression(
            *_named(names.expression_this, names.expression),
            *_dated(of.edition, "edition", EDITOR),
            E.FRBRauthoritative(value="false"),
            E.FRBRlanguage(language=of.language),
        ),
        E.FRBRManifestation(
            *_named(f"{names.expression_this}.xml", f"{names.expression}.xml"),
            *_dated(of.edition, "edition", EDITOR),
            E.FRBRformat(value="application/akn+xml"),
        ),
        source=SOURCE,
    )


def _work(of: Meta, names: Identity, components: tuple[Component, ...]) -> etree._Element:
    subtype, actor = subtype_and_actor(of)
    parts = [E.componentData(name=part.name, href=f"#{part.eid}", showAs=clean(part.title)) for part in components]
    return E.FRBRWork(
        *_named(names.work_this, names.work),
        E.FRBRalias(name="official", value=of.official),
        *_dated(of.date, "generation", actor or country(of)),
        *([E.componentInfo(*parts)] if parts else []),
        E.FRBRcountry(value=country(of)),
        *([E.FRBRsubtype(value=subtype)] if subtype else []),
        E.FRBRnumber(value=of.number),
        E.FRBRname(value=of.title),
    )


def _named(this: str, uri: str) -> Iterator[etree._Element]:
    yield E.FRBRthis(value=this)
    yield E.FRBRuri(value=uri)


def _dated(date: str, name: str, author: str) -> Iterator[etree._Element]:
    yield E.FRBRdate(date=date, name=name)
    yield E.FRBRauthor(href=f"#{author}")


def _amending_acts(corpus: Corpus, act: Act) -> Mapping[Cites, tuple[str, str | None]]:
    """The acts that amended this one, in the order of the footnotes, each with its id and its IRI if it has one."""
    found: dict[Cites, tuple[str, str | None]] = {}
    for _, amendment in _amendments(corpus, act):
        if amendment.by not in found:
            words = [ref.text for ref in corpus.refs[amendment.footnote] if ref.cites == amendment.by]
            iri = cited_iri(amendment.by, " ".join(words), country(act.meta))
            found[amendment.by] = f"pref_{len(found) + 1}", iri
    return found


def _amendments(corpus: Corpus, act: Act) -> Iterator[tuple[str, Amendment]]:
    """The amendments of the act's provisions and of the act as a whole, each with what it amends."""
    for path in (act.id, *(block.locator for block in act.walk())):
        for amendment in corpus.amendments.get(path, ()):
            yield path, amendment
