"""The spaces of the Law: a cut through land and through sea, and below each the names with what one may do there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from guide.draw.profile import draw_profile
from guide.draw.sheet import NAME, NOTE, TITLE, Sheet
from guide.pictures import Band, Spaces, Stack

PAD = 10
BADGE = 26
ROOM_FOR_TWO = 500
"""From this width on, names stand at the left and notes at the right."""


def draw_spaces(new_sheet: Callable[[str], Sheet], picture: Spaces) -> Iterator[str]:
    """A drawing for each stack, the name of the frame in the first one."""
    numbers = {band: number for number, band in enumerate(_bands(picture), start=1)}
    for index, stack in enumerate(picture.groups):
        sheet = new_sheet(stack.title)
        y = 2.0 if index else _row(sheet, picture.frame, {}, 2) + 12
        y = sheet.words(0, y, sheet.width, stack.title, TITLE) + 6
        y = draw_profile(sheet, stack, y, picture.frame, numbers)
        yield sheet.markup(_rows(sheet, stack, y, numbers) + 2)


def _bands(picture: Spaces) -> Iterator[Band]:
    """Every band, an inner one before that in which it lies, as they come on the way from the State Border."""
    for stack in picture.groups:
        for band in stack.bands:
            yield from band.along
            yield band


def _rows(sheet: Sheet, stack: Stack, y: float, numbers: Mapping[Band, int]) -> float:
    for band in stack.bands:
        for inner in band.along:
            y = _row(sheet, inner, numbers, y)
        y = _row(sheet, band, numbers, y)
    return y


def _row(sheet: Sheet, band: Band, numbers: Mapping[Band, int], y: float) -> float:
    """A band's number, name and notes in a box with the look that it has in the cut."""
    box = sheet.rect(1, y, sheet.width - 2, f"space-row space-{band.look}")
    indent = BADGE if band in numbers else 0
    below = _words(sheet, band, PAD + indent, y + 4, sheet.width - 2 * PAD - indent) + 8
    if indent:
        sheet.badge(PAD + 9, y + 16, numbers[band], band.label)
    box.set("height", f"{below - y:.1f}")
    return below + 3


def _words(sheet: Sheet, band: Band, x: float, y: float, width: float) -> float:
    """Name and notes: below each other, or side by side where there is room."""
    wide = width >= ROOM_FOR_TWO and bool(band.notes)
    left = width * 0.36 if wide else 0
    name = sheet.label(x, y, (left or width) - 6, band.label, NAME)
    below = y if wide else name + 2
    for note in band.notes:
        below = sheet.label(x + left, below, width - left, note, NOTE) + 3
    return max(name, below)
