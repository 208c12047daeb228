"""What a reference points to. No guesses: what does not resolve keeps its words and a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.acts_cited import read_citation
from parser.model import Block, Cites, Kind, Ref
from parser.outline import Outline
from parser.references import Candidate, Number, Step, find_references

THIS_UNIT = {"article": Kind.ARTICLE, "chapter": Kind.CHAPTER, "paragraph": Kind.PARAGRAPH}
OUTERMOST = {"article", "chapter", "annex"}
WHOLE_ACT = re.compile(r"^(?:this\s+(?:law|decree|code|constitution)|these\s+rules)$", re.IGNORECASE)


def resolve_block(block: Block, act: str, outline: Outline) -> tuple[Ref, ...]:
    """The references in one block, resolved.

    Args:
        block: the block whose text is read.
        act: the id of its act.
        outline: all acts that a reference may lead to.
    """
    resolver = Resolver(block, act, outline)
    return tuple(ref for candidate in find_references(block.text) if (ref := resolver.resolve(candidate)))


class Resolver:
    """Resolves the candidates of one block."""

    def __init__(self, block: Block, act: str, outline: Outline) -> None:
        self.block = block
        self.act = act
        self.outline = outline

    def resolve(self, candidate: Candidate) -> Ref | None:
        """The reference of a candidate; None for an act's own designation in its preface."""
        act, cites = self._act(candidate)
        if act is None:
            return self._ref(candidate, "external", (), cites, reason="")
        if not candidate.steps:
            return self._whole(candidate, act, cites)
        base = self._base(candidate, act)
        if base is None:
            return self._ref(candidate, "internal", (), cites, "no provision above it that the words could mean")
        anchors = tuple(self._anchors(candidate.steps, base))
        kind = "internal" if act == self.act else "cross-act"
        missing = "" if anchors else f"{act} has no such provision"
        return self._ref(candidate, kind, anchors, cites, missing)

    def _act(self, candidate: Candidate) -> tuple[str | None, Cites | None]:
        """The act that a candidate speaks of, with its citation when the words name one; None when it is outside."""
        words = candidate.whole
        if "dated" in words or "Code" in words or "Constitution" in words:
            if words.lower().startswith(("this ", "these ")):
                return self.act, None
            cites = read_citation(words, candidate.act_type)
            return self._known(cites), cites
        if "Rules for engagement" in words:
            return ("rules" if "rules" in self.outline.acts else None), None
        return self.act, None

    def _known(self, cites: Cites) -> str | None:
        """The act of the corpus with the cited date and type (and number, where one is printed)."""
        for act in self.outline.acts.values():
            meta = act.meta
            if meta.kind == cites.type and meta.date == cites.date and cites.number in {None, meta.number}:
                return act.id
        return None

    def _whole(self, candidate: Candidate, act: str, cites: Cites | None) -> Ref | None:
        words = candidate.whole.lower().split()
        unit = THIS_UNIT.get(words[-1]) if words[0] == "this" else None
        target = self.outline.enclosing(self.block.locator, unit) if unit else act
        if target is None:
            return self._ref(candidate, "self", (), None, f"it stands in no {words[-1]}")
        if cites and act == self.act and self.block.kind is Kind.PREFACE:
            return None
        anchor = (candidate.start, candidate.end, (target,))
        return self._ref(candidate, "self" if act == self.act else "cross-act", (anchor,), cites, "")

    def _base(self, candidate: Candidate, act: str) -> str | None:
        """The provision in which the outermost step is to be looked up."""
        words = candidate.whole.lower().split()
        outer = candidate.steps[-1].unit
        if words and words[0] == "this" and words[-1] in THIS_UNIT:
            return self.outline.enclosing(self.block.locator, THIS_UNIT[words[-1]])
        if outer in OUTERMOST or candidate.whole or act != self.act:
            return act
        kind = Kind.ARTICLE if outer == "paragraph" else Kind.PARAGRAPH
        return self.outline.enclosing(self.block.locator, kind) or act

    def _anchors(self, steps: tuple[Step, ...], base: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Every number of the innermost step with what it points to; outer steps must each name one provision."""
        for step in reversed(steps[1:]):
            found = self._targets(base, step.unit, step.numbers[0])
            if len(found) != 1:
                return
            base = found[0]
        before = None
        for number in steps[0].numbers:
            if number.joined and before:
                targets = self.outline.between(base, steps[0].unit, before.num, number.num)[1:]
            else:
                targets = self._targets(base, steps[0].unit, number)
            before = number
            if targets:
                yield number.start, number.end, targets

    def _targets(self, base: str, unit: str, number: Number) -> tuple[str, ...]:
        """What one printed number means: `68-1` is an article, `56-62` seven of them, `47(1)` a paragraph."""
        first, *inner = re.findall(r"[0-9]+(?:-[0-9]+)?", number.num)
        path = self.outline.step(base, unit, first)
        if path is None and "-" in first:
            return self.outline.between(base, unit, *first.split("-", 1))
        for num in inner:
            path = path and (self.outline.step(path, "paragraph", num))
        return (path,) if path else ()

    def _ref(
        self,
        candidate: Candidate,
        kind: str,
        anchors: tuple[tuple[int, int, tuple[str, ...]], ...],
        cites: Cites | None,
        reason: str,
    ) -> Ref:
        words = self.block.text[candidate.start : candidate.end]
        targets = tuple(path for _, _, paths in anchors for path in paths)
        return Ref(words, candidate.start, candidate.end, kind, targets, cites, reason, anchors)  # type: ignore[arg-type]
