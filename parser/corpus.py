"""Everything known of the texts, put together: the one entrance to this package.

read sources -> parse -> outline -> references -> amendments -> terms -> emendations -> backlinks
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from parser.address import address_of
from parser.emendations import corrected, read_emendations
from parser.errors import Diagnostic, SourceError
from parser.model import Act, Amendment, Block, Emendation, Kind, Ref, Term
from parser.notes import read_amendments
from parser.outline import Outline, make_outline
from parser.resolve import resolve_block
from parser.source import Source, read_source
from parser.structure import parse
from parser.terms import find_terms

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Corpus:
    """The acts and what was found in them. Mappings go by a block's locator; one that has nothing is not in them."""

    acts: Mapping[str, Act]
    outline: Outline
    refs: Mapping[str, tuple[Ref, ...]]
    amendments: Mapping[str, tuple[Amendment, ...]]
    terms: Mapping[str, tuple[Term, ...]]
    emendations: Mapping[str, tuple[Emendation, ...]]
    cited_by: Mapping[str, tuple[str, ...]]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]

    @property
    def files(self) -> Mapping[str, str]:
        """The source file of each act."""
        return {act: source.file for act, source in self.sources.items()}

    def has(self, path: str) -> bool:
        """Whether a path leads to an act or a provision."""
        return path in self.outline

    def find(self, path: str) -> Block | None:
        """The block with that path or locator; None for an act as a whole and for what does not exist."""
        return self.outline.blocks.get(path)

    def blocks_of(self, path: str) -> tuple[Block, ...]:
        """The block of a provision and all below it without footnotes; for an act, all its blocks."""
        block = self.outline.blocks.get(path)
        roots = (block,) if block else self.acts[path].blocks
        return tuple(inner for root in roots for inner in root.walk() if inner.kind is not Kind.FOOTNOTE)

    def text_of(self, path: str) -> str:
        """The words of a provision and all below it, with their numbers, as received."""
        return _joined((block.marker, block.text) for block in self.blocks_of(path))

    def corrected_text_of(self, path: str) -> str:
        """The words of a provision and all below it, with their numbers, after emendations."""
        return _joined((block.marker, self.corrected(block.locator)) for block in self.blocks_of(path))

    def corrected(self, locator: str) -> str:
        """The own words of a block after emendations."""
        block = self.outline.blocks[locator]
        return corrected(block.text, self.emendations.get(locator, ()))

    def address(self, path: str) -> str:
        """Page and anchor of a provision, relative to the site's root."""
        return address_of(self.outline, path)


def load_corpus(content: Path) -> Corpus:
    """Read all sources below `content/sources` and the emendations.

    Raises:
        SourceError: a text cannot be read, is not the one that was accepted, or has numbering faults (a line each).
        EditorialError: the emendations break their format or do not fit the texts.
    """
    root = content.parent
    folders = sorted(path.parent for path in (content / "sources").glob("*/act.txt"))
    folders = sorted({*folders, *(path.parent for path in (content / "sources").glob("*/meta.yml"))})
    if not folders:
        raise SourceError(f"{content.name}/sources:1: no source found; a folder with act.txt and meta.yml is needed")
    corpus = make_corpus(read_source(folder, root) for folder in folders)
    errors = [str(item) for item in corpus.diagnostics if item.severity == "error"]
    if errors:
        raise SourceError("\n".join(errors))
    emendations = read_emendations(content / "editorial" / "emendations.yml", root, corpus.outline)
    return replace(corpus, emendations=emendations)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing here holds itself: looking for such rubbish again and again would cost more with every provision."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


@_uncollected()
def make_corpus(sources: Iterable[Source]) -> Corpus:
    """The corpus of some sources without emendations; what is odd in the texts is in its diagnostics."""
    acts: list[Act] = []
    diagnostics: list[Diagnostic] = []
    origin: dict[str, Source] = {}
    for source in sources:
        parsed, odd = parse(source)
        acts.extend(parsed)
        diagnostics.extend(odd)
        origin |= {act.id: source for act in parsed}
    outline = make_outline(sorted(acts, key=_in_order))
    refs = _found(outline, resolve_block)
    diagnostics.extend(_unresolved(refs, outline, origin))
    return Corpus(
        acts=outline.acts,
        outline=outline,
        refs=refs,
        amendments=_amendments(outline, refs),
        terms=_found(outline, find_terms),
        emendations={},
        cited_by=_cited_by(outline, refs),
        diagnostics=tuple(diagnostics),
        sources=origin,
    )


def _in_order(act: Act) -> tuple[str, bool]:
    """Acts by date, the approving act before the approved one."""
    return act.meta.date, act.meta.parent is not None


def _found(outline: Outline, find: Callable[[Block, str, Outline], tuple[T, ...]]) -> dict[str, tuple[T, ...]]:
    """What a finder finds in each block, by locator; blocks without a find are left out."""
    return {
        block.locator: found
        for act in outline.acts.values()
        for block in act.walk()
        if (found := find(block, act.id, outline))
    }


def _amendments(outline: Outline, refs: Mapping[str, tuple[Ref, ...]]) -> dict[str, tuple[Amendment, ...]]:
    found: dict[str, list[Amendment]] = defaultdict(list)
    for block in outline.blocks.values():
        if block.kind is Kind.FOOTNOTE:
            for amendment in read_amendments(block, refs.get(block.locator, ())):
                found[amendment.target].append(amendment)
    return {path: tuple(items) for path, items in found.items()}


def _cited_by(outline: Outline, refs: Mapping[str, tuple[Ref, ...]]) -> dict[str, tuple[str, ...]]:
    """For each provision, the provisions whose words refer to it; footnotes and an act's "this Law" do not count."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for locator, items in refs.items():
        if outline.blocks[locator].path is not None:
            for path in (path for ref in items if ref.kind != "self" for path in ref.targets):
                found[path][locator] = None
    return {path: tuple(names) for path, names in found.items()}


def _unresolved(
    refs: Mapping[str, tuple[Ref, ...]], outline: Outline, origin: Mapping[str, Source]
) -> Iterator[Diagnostic]:
    for locator, items in refs.items():
        for ref in items:
            if ref.reason:
                file = origin[locator.split("/", 1)[0]].file
                line = outline.blocks[locator].span.line
                yield Diagnostic("note", file, line, f"reference leads nowhere ({ref.reason})", ref.text)


def _joined(parts: Iterable[tuple[str, str]]) -> str:
    return " ".join(" ".join(part for part in pair if part) for pair in parts)
