"""How a provision is called in plain words: `Law, Article 76(4)(1)`, `Rules, paragraph 15(4)`."""

from __future__ import annotations

from collections.abc import Iterator

from parser.model import Block, Kind
from parser.outline import Outline


def act_name(outline: Outline, act: str) -> str:
    """The short name of an act without its article: `Law`."""
    short = outline.acts[act].meta.short
    return short.removeprefix("the ")


def label_of(outline: Outline, path: str) -> str:
    """The name of an act or a provision, for links and lists."""
    act = path.split("/", 1)[0]
    name = act_name(outline, act)
    return f"{name}, {short_label(outline, path)}" if "/" in path else name


def short_label(outline: Outline, path: str) -> str:
    """The name of a provision without its act: `Article 76(4)(1)`."""
    chain = [outline.blocks[name] for name in (path, *outline.above(path)) if name in outline.blocks][::-1]
    named = [block for block in chain if block.kind is not Kind.CHAPTER or block.locator == path]
    return "".join(_steps(named)).strip()


def _steps(chain: list[Block]) -> Iterator[str]:
    for index, block in enumerate(chain):
        if block.kind in {Kind.PARAGRAPH, Kind.SUBPARAGRAPH} and index:
            yield f"({block.num})"
        elif block.kind is Kind.PART:
            yield f"{',' if index else ''} part {block.locator.rsplit('-', 1)[-1]}"
        elif block.kind in {Kind.ARTICLE, Kind.CHAPTER, Kind.ANNEX}:
            yield f"{block.kind.value.capitalize()} {block.num}"
        else:
            yield f"{', ' if index else ''}{block.kind.value} {block.num}".rstrip()
