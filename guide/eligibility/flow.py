"""The order of the verdicts as a picture: SVG, readable by a screen reader, every provision a link."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from html import escape

from guide.eligibility.model import Criterion, Eligibility, VerdictRule
from guide.eligibility.places import Places

WIDTH, LEFT, RIGHT, BOX = 790, 330, 430, 360
"""Of the picture; of a question; where an answer begins; of an answer."""

LINE, PAD, GAP = 19, 12, 26
MOST = 8
"""So many provisions in a box; the list below the picture has them all."""

ARROW = (
    '<marker id="el-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
    '<path class="el-flow-head" d="M0 0 8 4 0 8z"/></marker>'
)


def flow_svg(rules: Eligibility, places: Places, base: str = "") -> str:
    """The picture: questions down the left side, verdicts on the right, in the order in which they are tried."""
    rows = [rule for rule in rules.verdicts if rule.ask]
    parts: list[str] = []
    top = 4
    for index, rule in enumerate(rows):
        row = _Row(rules, rule, places, base)
        parts.extend(row.draw(top))
        bottom = top + row.height
        if index < len(rows) - 1:
            parts.append(_down(bottom))
        top = bottom + GAP
    return _frame(rows, rules, top - GAP + 4, "".join(parts))


def _frame(rows: list[VerdictRule], rules: Eligibility, height: int, body: str) -> str:
    order = " ".join(f"{rule.ask} If yes: {_title(rules, rule)}." for rule in rows)
    return (
        f'<svg class="el-flow" viewBox="0 0 {WIDTH} {height}" role="group" aria-labelledby="el-flow-title el-flow-desc"'
        ' xmlns="http://www.w3.org/2000/svg">'
        '<title id="el-flow-title">How the verdict is found</title>'
        f'<desc id="el-flow-desc">Questions in order. {escape(order)}</desc>'
        f"<defs>{ARROW}</defs>{body}</svg>"
    )


def _title(rules: Eligibility, rule: VerdictRule) -> str:
    """The title that fits the rule, without what only one of several wordings says."""
    variants = rules.outcomes[rule.outcome].variants
    fitting = next(one for one in variants if one.when.holds(_plain(rule)))
    return fitting.title.split(":", 1)[0]


def _plain(rule: VerdictRule) -> dict[str, str]:
    """The facts that a rule fixes."""
    return {name: next(iter(values)) for name, values in rule.when.alternatives[0] if len(values) == 1}


def rests_on(rules: Eligibility, rule: VerdictRule) -> tuple[Criterion, ...]:
    """The grounds that lead to a verdict, or on which an open way rests."""
    if rule.needs:
        follows = (one for one in rules.criteria if one.effect == "consequence" and rule.outcome in one.outcomes)
        return (*follows, *(one for one in rules.criteria if one.effect == rule.needs))
    return tuple(one for one in rules.criteria if rule.outcome in one.outcomes and one.when.holds(_plain(rule)))


class _Row:
    """A question, its arrow and its verdict."""

    def __init__(self, rules: Eligibility, rule: VerdictRule, places: Places, base: str) -> None:
        self.ask = textwrap.wrap(rule.ask, 40)
        self.title = textwrap.wrap(_title(rules, rule), 40)
        paths = dict.fromkeys(cite.path for ground in rests_on(rules, rule) for cite in ground.cites)
        self.paths = list(paths)[:MOST]
        self.links = {path: (base + places.address(path), places.label(path)) for path in self.paths}
        self.height = 2 * PAD + LINE * max(len(self.ask), len(self.title) + len(self.pairs()))

    def pairs(self) -> list[list[str]]:
        """The provisions, two in a line."""
        return [self.paths[index : index + 2] for index in range(0, len(self.paths), 2)]

    def draw(self, top: int) -> Iterator[str]:
        """The shapes of the row."""
        middle = top + self.height // 2
        yield _box("el-flow-ask", 2, top, LEFT, self.height)
        yield from _lines(self.ask, 16, middle - (len(self.ask) - 1) * LINE / 2 + 5, "el-flow-text")
        yield f'<path class="el-flow-line" marker-end="url(#el-arrow)" d="M{LEFT + 2} {middle}H{RIGHT - 2}"/>'
        yield f'<text class="el-flow-label" x="{(LEFT + RIGHT) // 2}" y="{middle - 7}" text-anchor="middle">yes</text>'
        yield _box("el-flow-answer", RIGHT, top, BOX - 4, self.height)
        yield from _lines(self.title, RIGHT + 14, top + PAD + 14, "el-flow-title")
        for number, pair in enumerate(self.pairs()):
            yield from self._links(pair, top + PAD + 14 + LINE * (len(self.title) + number))

    def _links(self, pair: list[str], y: float) -> Iterator[str]:
        for index, path in enumerate(pair):
            href, label = map(escape, self.links[path])
            text = f'<text class="el-flow-cite" x="{RIGHT + 14 + index * 172}" y="{y:g}">{label}</text>'
            yield f'<a href="{href}" data-path="{escape(path)}">{text}</a>'


def _box(name: str, x: int, y: int, width: int, height: int) -> str:
    return f'<rect class="{name}" x="{x}" y="{y}" width="{width}" height="{height}" rx="6"/>'


def _lines(lines: list[str], x: int, y: float, name: str) -> Iterator[str]:
    for index, line in enumerate(lines):
        yield f'<text class="{name}" x="{x}" y="{y + index * LINE:g}">{escape(line)}</text>'


def _down(y: int) -> str:
    middle = LEFT // 2
    return (
        f'<path class="el-flow-line" marker-end="url(#el-arrow)" d="M{middle} {y}V{y + GAP - 2}"/>'
        f'<text class="el-flow-label" x="{middle + 10}" y="{y + GAP - 8}">no</text>'
    )
