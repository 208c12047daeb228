"""Proof that nothing is dropped and nothing stands twice: the blocks, joined, are the source without white space."""

from __future__ import annotations

from collections.abc import Iterator

from parser.corpus import Corpus
from parser.errors import Diagnostic
from parser.model import Block
from parser.source import Source


def losses(corpus: Corpus) -> Iterator[Diagnostic]:
    """One diagnostic for each file whose blocks differ from it, and for each block that differs from its offsets."""
    for source in dict.fromkeys(corpus.sources.values()):
        acts = [act for act in corpus.acts.values() if corpus.sources[act.id] is source]
        blocks = [block for act in acts for block in act.walk()]
        whole = "".join(_bare(block.marker + block.text) for block in blocks)
        if whole != _bare(source.text):
            yield _first_difference(source, whole)
        for block in blocks:
            if _bare(source.text[block.span.start : block.span.end]) != _bare(block.marker + block.text):
                yield _report(source, block.span.line, f"{block.locator} differs from its place in the source", block)


def _bare(text: str) -> str:
    return "".join(text.split())


def _first_difference(source: Source, whole: str) -> Diagnostic:
    """The line of the source where the blocks first differ from it."""
    seen = 0
    for line, text in enumerate(source.text.split("\n"), 1):
        bare = _bare(text)
        if whole[seen : seen + len(bare)] != bare:
            return Diagnostic("error", source.file, line, "words of the source are lost or repeated", text)
        seen += len(bare)
    return Diagnostic("error", source.file, line, "the blocks hold more than the source", whole[seen:])


def _report(source: Source, line: int, message: str, block: Block) -> Diagnostic:
    return Diagnostic("error", source.file, line, message, block.text)
