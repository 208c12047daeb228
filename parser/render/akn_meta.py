"""What Akoma Ntoso says about an act: its identification, amendments, references and footnotes.

Nothing here is supplied that the texts or `meta.yml` do not say. Three things follow from that:

- The author of a work is the issuer that its IRI names (`/government/`), else the state.
- A manifestation needs a date, and two runs must give the same bytes: it has the date of the edition.
- A footnote that says "amended" does not say whether words were replaced, added or struck out. The nearest type of a
  `textualMod` is `substitution`. An event has the date of the amending act; when it took effect is in the note's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from parser.corpus import Corpus
from parser.model import Act, Amendment, Block, Cites, Kind, Meta
from parser.render.akn_inline import Cited, term_id, write
from parser.render.akn_iri import Identity, cited_iri, country, href, identity, slug, subtype_and_actor
from parser.render.akn_xml import Element, clean, element, sub

EDITOR = "shekara"
SOURCE = f"#{EDITOR}"
TEXTUAL_MODS = {
    "amended": "substitution",
    "reworded": "replacement",
    "supplemented": "insertion",
    "excluded": "repeal",
}


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a work that has a name of its own: an annex, an approved act."""

    name: str
    eid: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Amending:
    """An act that amended this one: its id among the references, and its IRI if it can have one."""

    eid: str
    iri: str | None


def write_meta(meta: Element, corpus: Corpus, act: Act, components: tuple[Component, ...], cited: Cited) -> None:
    """Fill the `meta` of an act, after its body has been written: the references list what the body cites."""
    blocks = tuple(act.walk())
    amendments = tuple(_amendments(corpus, act, blocks))
    amending = _amending_acts(corpus, act.meta, amendments, cited)
    notes = [_note(corpus, block, number, cited) for number, block in enumerate(footnotes(blocks), 1)]
    meta.append(identification(act.meta, identity(act.meta), act.meta.title, components))
    meta.append(_lifecycle(act.meta, amending))
    if mods := list(_textual_mods(corpus, act, amendments, amending)):
        meta.append(element("analysis", element("passiveModifications", *mods), source=SOURCE))
    references = [*_documents(corpus, act.meta, amending, components), *_classes(corpus, act.meta, blocks, cited)]
    meta.append(element("references", *references, source=SOURCE))
    if notes:
        meta.append(element("notes", *notes, source=SOURCE))


def footnotes(blocks: Iterable[Block]) -> Iterator[Block]:
    """The footnotes among some blocks; a footnote's number is its place among them."""
    return (block for block in blocks if block.kind is Kind.FOOTNOTE)


def identification(of: Meta, names: Identity, title: str, components: tuple[Component, ...] = ()) -> Element:
    """Work, expression and manifestation of an act or of an annex (Naming Convention 4.4 to 4.6)."""
    expression = element(
        "FRBRExpression",
        *_named(names.expression_this, names.expression),
        *_dated(of.edition, "edition", EDITOR),
        element("FRBRauthoritative", value="false"),
        element("FRBRlanguage", language=of.language),
    )
    manifestation = element(
        "FRBRManifestation",
        *_named(f"{names.expression_this}.xml", f"{names.expression}.xml"),
        *_dated(of.edition, "edition", EDITOR),
        element("FRBRformat", value="application/akn+xml"),
    )
    return element("identification", _work(of, names, title, components), expression, manifestation, source=SOURCE)


def _work(of: Meta, names: Identity, title: str, components: tuple[Component, ...]) -> Element:
    subtype, actor = subtype_and_actor(of)
    parts = [element("componentData", name=part.name, href=f"#{part.eid}", showAs=part.title) for part in components]
    return element(
        "FRBRWork",
        *_named(names.work_this, names.work),
        element("FRBRalias", name="official", value=of.official),
        *_dated(of.date, "generation", actor or country(of)),
        *([element("componentInfo", *parts)] if parts else []),
        element("FRBRcountry", value=country(of)),
        *([element("FRBRsubtype", value=subtype)] if subtype else []),
        element("FRBRnumber", value=of.number),
        element("FRBRname", value=clean(title)),
    )


def _named(this: str, uri: str) -> Iterator[Element]:
    yield element("FRBRthis", value=this)
    yield element("FRBRuri", value=uri)


def _dated(date: str, name: str, author: str) -> Iterator[Element]:
    yield element("FRBRdate", date=date, name=name)
    yield element("FRBRauthor", href=f"#{author}")


def _amendments(corpus: Corpus, act: Act, blocks: Iterable[Block]) -> Iterator[Amendment]:
    """The amendments of the act as a whole and of its provisions, in the order of the source."""
    for path in (act.id, *(block.locator for block in blocks)):
        yield from corpus.amendments.get(path, ())


def _amending_acts(
    corpus: Corpus, meta: Meta, amendments: Iterable[Amendment], cited: Cited
) -> Mapping[Cites, Amending]:
    """The acts that amended this one, the oldest first."""
    found: dict[Cites, Amending] = {}
    for amendment in sorted(amendments, key=lambda item: item.by.date or ""):
        if amendment.by not in found:
            words = [ref.text for ref in corpus.refs[amendment.footnote] if ref.cites == amendment.by]
            iri = cited_iri(amendment.by, " ".join(words), country(meta))
            found[amendment.by] = Amending(f"pref_{len(found) + 1}" if iri else cited[amendment.by], iri)
    return found


def _lifecycle(meta: Meta, amending: Mapping[Cites, Amending]) -> Element:
    """The act's making and its amendments. An amending act whose date is not printed is no event."""
    dated = [(cites.date, item.eid, "amendment") for cites, item in amending.items() if cites.date]
    events = [
        element("eventRef", eId=f"eref_{number}", date=date, source=f"#{source}", type=kind)
        for number, (date, source, kind) in enumerate([(meta.date, "original", "generation"), *dated], 1)
    ]
    return element("lifecycle", *events, source=SOURCE)


def _textual_mods(
    corpus: Corpus, act: Act, amendments: Iterable[Amendment], amending: Mapping[Cites, Amending]
) -> Iterator[Element]:
    for number, amendment in enumerate(amendments, 1):
        yield element(
            "textualMod",
            element("source", href=f"#{amending[amendment.by].eid}"),
            element("destination", href=href(corpus.outline, amendment.target, act.id)),
            eId=f"pmod_{number}",
            type=TEXTUAL_MODS[amendment.action],
        )


def _documents(
    corpus: Corpus, meta: Meta, amending: Mapping[Cites, Amending], components: tuple[Component, ...]
) -> Iterator[Element]:
    """The acts that have to do with this one: what it was, what amended it, what is attached to it or it to."""
    yield _reference("original", "original", identity(meta).work, meta.title)
    for cites, item in amending.items():
        if item.iri:
            yield _reference("passiveRef", item.eid, item.iri, _title(cites))
    for part in components:
        yield _reference("hasAttachment", f"hasatt_{part.name}", part.href, part.title)
    if meta.parent:
        parent = corpus.acts[meta.parent].meta
        yield _reference("attachmentOf", f"attof_{parent.id}", parent.frbr, parent.title)


def _classes(corpus: Corpus, meta: Meta, blocks: Iterable[Block], cited: Cited) -> Iterator[Element]:
    """Organizations, terms and acts without an IRI: instances of the top-level classes (Naming Convention 4.8)."""
    land, (_, actor) = country(meta), subtype_and_actor(meta)
    yield _reference("TLCOrganization", EDITOR, f"/ontology/organization/{EDITOR}", EDITOR.title())
    author = actor or land
    yield _reference(
        "TLCOrganization", author, f"/ontology/organization/{land}/{author}", actor.capitalize() or land.upper()
    )
    terms = [term for block in blocks for term in corpus.terms.get(block.locator, ())]
    for eid, term in {term_id(term): term for term in reversed(terms)}.items():
        yield _reference("TLCTerm", eid, f"/ontology/term/{meta.language}/{slug(term.term)}", term.term)
    for cites, eid in cited.ids.items():
        yield _reference("TLCObject", eid, f"/ontology/object/{land}/{slug(_title(cites))}", _title(cites))


def _reference(tag: str, eid: str, iri: str, title: str) -> Element:
    return element(tag, eId=eid, href=iri, showAs=clean(title))


def _title(cites: Cites) -> str:
    """An act as a person would name it, from what its citation says; codes and constitutions have only their names."""
    if cites.title and cites.title.lower().startswith(cites.type):
        return cites.title
    date = cites.date and f"of {cites.date}"
    number, title = cites.number and f"No. {cites.number}", cites.title and f"“{cites.title}”"
    return " ".join(part for part in (cites.type.capitalize(), date, number, title) if part)


def _note(corpus: Corpus, block: Block, number: int, cited: Cited) -> Element:
    note = element("note", eId=block.eid, marker=str(number), placement="bottom")
    write(sub(note, "p"), corpus, block, cited)
    return note
