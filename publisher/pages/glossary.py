"""The glossary: every term that the two acts define or introduce, with the words of the definition."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from parser.corpus import Corpus
from parser.emendations import corrected
from parser.labels import act_name
from parser.model import Kind, Term
from parser.render.inline import escape
from parser.render.markdown import File
from publisher.pages.page import make_page, provision_link

PATH = "glossary/index.md"
LEAD = """Every term that the Law or the Rules define, or introduce by “hereinafter”. A term holds in the act that
defines it and not in the other one; where the two acts seem to mean the same by different words, the
[concepts](../concepts/index.md) say so."""


def glossary_page(corpus: Corpus) -> File:
    """All terms from A to Z."""
    terms = sorted((term for items in corpus.terms.values() for term in items), key=_key)
    letters = [(letter, list(group)) for letter, group in groupby(terms, key=lambda term: _key(term)[0][0].upper())]
    index = "\n".join(f'<li><a href="#letter-{letter}">{letter}</a></li>' for letter, _ in letters)
    body = "\n\n".join(_section(corpus, letter, group) for letter, group in letters)
    return make_page(
        PATH,
        "Glossary",
        f'{LEAD}\n\n<ul class="letters">\n{index}\n</ul>\n\n{body}',
        description="The defined terms of the Law and the Rules with their definitions.",
        hide=["toc"],
    )


def _key(term: Term) -> tuple[str, str, str]:
    return term.term.lower(), term.scope, term.introduced


def _section(corpus: Corpus, letter: str, terms: list[Term]) -> str:
    entries = "\n\n".join(entry for term in terms for entry in _entry(corpus, term))
    return f"## {letter} {{ #letter-{letter} }}\n\n{entries}"


def _entry(corpus: Corpus, term: Term) -> Iterator[str]:
    """A term with its definition; a list that belongs to the definition stands below it."""
    act = act_name(corpus.outline, term.scope)
    how = f"in the {act}" if term.introduced == "definition" else f"short name in the {act}"
    link = provision_link(corpus, PATH, term.path)
    words = [f"{escape(term.term)}\n:   {escape(definition_of(corpus, term))}"]
    block = corpus.find(term.path)
    if block and term.introduced == "definition" and term.definition.endswith(":"):
        parts = (child for child in block.children if child.kind is Kind.PART)
        words.extend(f"    - {escape(corpus.corrected(part.locator))}" for part in parts)
    yield "\n\n".join([*words, f"    {link}, {how}"])


def definition_of(corpus: Corpus, term: Term) -> str:
    """The words of a definition after emendations."""
    block = corpus.outline.blocks[term.path]
    start = block.text.find(term.definition)
    end = start + len(term.definition)
    inside = [item for item in corpus.emendations.get(term.path, ()) if start <= item.start and item.end <= end]
    words = block.text[:end]
    return corrected(words, inside)[start:] if start >= 0 else term.definition
