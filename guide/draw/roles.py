"""Who does what: a box an authority, with some of its tasks; one column, or two where there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guide.draw.sheet import NAME, NOTE, SMALL, TITLE, Sheet
from guide.pictures import Body, BodyGroup, Roles

PAD = 12
GAP = 12


def draw_roles(new_sheet: Callable[[str], Sheet], picture: Roles) -> Iterator[str]:
    """A drawing for each group."""
    for group in picture.groups:
        sheet = new_sheet(group.title)
        y = sheet.words(0, 2, sheet.width, group.title, TITLE) + 8
        yield sheet.markup(_group(sheet, group, y))


def _group(sheet: Sheet, group: BodyGroup, y: float) -> float:
    """Boxes in their order, each in the column that is shorter so far."""
    columns = 2 if sheet.width >= 560 else 1
    width = (sheet.width - GAP * (columns - 1)) / columns
    ends = [y] * columns
    for body in group.bodies:
        column = ends.index(min(ends))
        ends[column] = _body(sheet, body, column * (width + GAP), ends[column], width) + GAP
    return max(ends)


def _body(sheet: Sheet, body: Body, x: float, top: float, width: float) -> float:
    box = sheet.rect(x + 1, top, width - 2, "body body--inner" if body.bond else "body")
    y = sheet.label(x + PAD, top + 6, width - 2 * PAD, body.label, NAME)
    for task in body.tasks:
        sheet.circle(x + PAD + 4, y + 14, 2, "dot")
        y = sheet.label(x + PAD + 14, y + 4, width - 2 * PAD - 14, task, NOTE)
    if body.inner:
        y = _inner(sheet, body.inner, x + PAD, y + 8, width - 2 * PAD)
    box.set("height", f"{y + 10 - top:.1f}")
    return y + 10


def _inner(sheet: Sheet, body: Body, x: float, y: float, width: float) -> float:
    """An authority under another one, and what binds the two."""
    if body.bond:
        below = sheet.label(x + 16, y, width - 16, body.bond, SMALL) + 4
        sheet.arrow(x + 6, y + 2, below)
        y = below
    return _body(sheet, body, x, y, width)
