"""Defined terms: the entries of a list of definitions, sentences that begin "X – …", and "(hereinafter – …)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from parser.model import Block, Kind, Term
from parser.outline import Outline

DASH = r"\s*[–—]\s+|\s+-\s+"
ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.IGNORECASE)
LIST_OF_TERMS = re.compile(r"\b(?:definitions|concepts|terms)\b.*\bshall be used\b")
"""`The following basic definitions shall be used in this Law:`."""

ENTRY = re.compile(rf"(?P<term>[^–—]+?)(?:{DASH})(?P<definition>.+)", re.DOTALL)
SIGNS = ("–", "—", " - ", "hereinafter")
"""Every term has one of these beside it; most blocks have none."""

OPENING = re.compile(r"(?!This\b)[A-Z][\w\s]{2,60}?(?:\s\([^()]*\))?\s–\s")
"""A sentence that defines its subject: `Frontier regime – established procedure for entry …`."""

DUTY = "shall be obliged"
"""`Heads of organizations – owners of quays … – shall be obliged to …` defines nothing."""

HEREINAFTER = re.compile(r"\(hereinafter\s*(?:referred\s+to\s+as|[–—-])\s*")
CLAUSE = re.compile(r"[.;:)]\s|(?:\s[–—-]\s)")


def find_terms(block: Block, act: str, outline: Outline) -> tuple[Term, ...]:
    """The terms that a block defines or introduces; they hold in the whole act."""
    if not any(sign in block.text for sign in SIGNS):
        return ()
    entry = _definition(block, act, outline)
    found = [*([entry] if entry else []), *_introduced(block, act, entry)]
    if not found:
        return ()
    return tuple({term.term: term for term in reversed(found)}.values())[::-1]


def _definition(block: Block, act: str, outline: Outline) -> Term | None:
    """The entry of a list of definitions, or a sentence that opens with its term and a dash."""
    if not _is_entry(block, outline) and not _is_sentence(block):
        return None
    spans = list(_brackets(block.text))
    match = ENTRY.match(_blank(block.text, spans))
    if match is None:
        return None
    term = ARTICLE.sub("", " ".join(match["term"].split()))
    words = block.text[match.start("definition") :].rstrip(";")
    return Term(term, words, block.locator, act, "definition", 0, len(match["term"].rstrip()))


def _is_entry(block: Block, outline: Outline) -> bool:
    if block.kind is not Kind.SUBPARAGRAPH:
        return False
    parent = outline.blocks.get(outline.parents[block.locator])
    if parent is None:
        return False
    return any(_opens_list(words.text) for words in (parent, *parent.children[:1]))


@lru_cache(maxsize=64)
def _opens_list(text: str) -> bool:
    """Whether a list of definitions follows; asked again for every entry of the list."""
    return bool(LIST_OF_TERMS.search(text))


def _is_sentence(block: Block) -> bool:
    if block.kind not in {Kind.PARAGRAPH, Kind.PART}:
        return False
    return bool(OPENING.match(block.text)) and DUTY not in block.text


def _introduced(block: Block, act: str, entry: Term | None) -> Iterator[Term]:
    """The terms of `(hereinafter – …)`, with the words that they stand for."""
    for match in HEREINAFTER.finditer(block.text):
        end = _end_of_term(block.text, match.end())
        term = ARTICLE.sub("", block.text[match.end() : end].strip())
        names_entry = entry is not None and match.start() < block.text.index(entry.definition)
        words = entry.definition if entry and names_entry else _words_before(block.text, match.start(), term)
        yield Term(term, words, block.locator, act, "hereinafter", match.end(), end)


def _words_before(text: str, end: int, term: str) -> str:
    """What a term stands for: from the last place where its first two words stand, else the clause before it."""
    before = text[:end].rstrip()
    named = before.rfind(" ".join(term.split()[:2]))
    cut = [found.end() for found in CLAUSE.finditer(before)]
    return before[named if named >= 0 else cut[-1] if cut else 0 :]


def _end_of_term(text: str, start: int) -> int:
    """Where a term ends: at its bracket, or at a dash where the source forgot the bracket."""
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] == "(") - (text[index] == ")")
        if depth < 0 or text.startswith((" – ", " — "), index):
            return index
    return len(text)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    for match in HEREINAFTER.finditer(text):
        end = _end_of_term(text, match.end())
        yield match.start(), end + text.startswith(")", end)


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with the spans made blank, every character in its place."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
