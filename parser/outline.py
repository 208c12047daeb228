"""Where everything is: every provision by its path, and how numbers lead from one to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parser.model import Act, Block, Kind

STEPS = {
    "article": (Kind.ARTICLE,),
    "chapter": (Kind.CHAPTER,),
    "annex": (Kind.ANNEX,),
    "paragraph": (Kind.PARAGRAPH, Kind.SUBPARAGRAPH),
    "subparagraph": (Kind.SUBPARAGRAPH, Kind.PARAGRAPH),
    "part": (Kind.PART,),
}
"""The kinds that a unit's word may mean, the likeliest first: "paragraph 18), Article 55" is subparagraph 18)."""

NAMED_STEPS = {"chapter": "chapter-", "annex": "annex-", "part": "part-"}


@dataclass(frozen=True, slots=True)
class Outline:
    """All acts of a corpus by the paths of their provisions. `parents` leads from a locator to the one above it.

    `siblings` holds the provisions of a kind whose paths differ only in their last step, in the order of the source
    (all articles of an act, whatever their chapter), `places` the place of each among them.
    """

    acts: Mapping[str, Act]
    blocks: Mapping[str, Block]
    parents: Mapping[str, str]
    siblings: Mapping[tuple[str, Kind], Sequence[str]]
    places: Mapping[str, int]

    def __contains__(self, path: str) -> bool:
        """Whether a path leads to an act or a provision."""
        return path in self.acts or (path in self.blocks and self.blocks[path].path is not None)

    def above(self, locator: str) -> Iterator[str]:
        """The locators above a block, the nearest first, the act's id last."""
        while locator in self.parents:
            locator = self.parents[locator]
            yield locator

    def enclosing(self, locator: str, kind: Kind) -> str | None:
        """The block of that kind that a locator stands in, or is."""
        for name in (locator, *self.above(locator)):
            if name in self.blocks and self.blocks[name].kind is kind:
                return name
        return None

    def step(self, parent: str, unit: str, num: str) -> str | None:
        """The provision that `unit num` names below `parent`, or None.

        A provision one level further down counts too when no number stands between (an article's only paragraph).
        """
        path = f"{parent}/{NAMED_STEPS.get(unit, '')}{num}"
        block = self.blocks.get(path)
        if block is not None and block.kind in STEPS[unit]:
            return path
        return None

    def between(self, parent: str, unit: str, first: str, last: str) -> tuple[str, ...]:
        """All provisions from `first` to `last` below `parent`, in the order of the source, both included."""
        start, end = self.step(parent, unit, first), self.step(parent, unit, last)
        if start is None or end is None:
            return ()
        siblings = self.siblings[parent, self.blocks[start].kind]
        return tuple(siblings[self.places[start] : self.places[end] + 1])


def make_outline(acts: Iterable[Act]) -> Outline:
    """The outline of some acts."""
    by_id = {act.id: act for act in acts}
    blocks: dict[str, Block] = {}
    parents: dict[str, str] = {}
    for act in by_id.values():
        for block in act.blocks:
            _enter(block, act.id, blocks, parents)
    siblings: dict[tuple[str, Kind], list[str]] = defaultdict(list)
    places: dict[str, int] = {}
    for locator, block in blocks.items():
        group = siblings[locator.rpartition("/")[0], block.kind]
        places[locator] = len(group)
        group.append(locator)
    return Outline(by_id, blocks, parents, siblings, places)


def _enter(block: Block, parent: str, blocks: dict[str, Block], parents: dict[str, str]) -> None:
    blocks[block.locator] = block
    parents[block.locator] = parent
    for child in block.children:
        _enter(child, block.locator, blocks, parents)
