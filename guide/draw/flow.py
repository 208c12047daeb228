"""A procedure as a flow: a box a step, from top to bottom, with who acts and by when; other ways stand aside."""

from __future__ import annotations

from dataclasses import dataclass

from guide.draw.sheet import NAME, NOTE, SMALL, TITLE, Sheet
from guide.pictures import Flow, Label, Step

PAD = 12
GAP = 22
ASIDE = 240
"""The width of the column for other ways, where there is room for one."""

ROOM_FOR_TWO = 560
WAY = PAD * 2
"""Where the main way runs."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the drawing has come to: `below` everything, and where the `way` leaves the last step."""

    below: float
    way: float


def draw_flow(sheet: Sheet, picture: Flow) -> str:
    """The whole picture."""
    wide = sheet.width >= ROOM_FOR_TWO
    width = sheet.width - ASIDE - GAP if wide else sheet.width
    place = Place(2, 2)
    for number, step in enumerate(picture.steps, start=1):
        if number > 1:
            sheet.arrow(WAY, place.way, place.below + GAP)
            place = Place(place.below + GAP, 0)
        top = place.below
        bottom = _step(sheet, step, number, top, width)
        place = Place(bottom, bottom)
        if step.branch:
            below = _aside(sheet, step.branch, top, width) if wide else _below(sheet, step.branch, bottom)
            place = Place(max(bottom, below), bottom)
    return sheet.markup(place.below + 2)


def _step(sheet: Sheet, step: Step, number: int, top: float, width: float) -> float:
    """The box of a step."""
    box = sheet.rect(1, top, width - 2, "step")
    room = width - 2 * PAD
    y = sheet.words(PAD, top + 6, room, f"{number}. {step.who}", TITLE)
    y = sheet.label(PAD, y + 2, room, step.label, NAME)
    for note in step.notes:
        sheet.circle(PAD + 4, y + 14, 2, "dot")
        y = sheet.label(PAD + 14, y + 4, room - 14, note, NOTE)
    y = _time(sheet, step, y + 6, room) + 9
    box.set("height", f"{y - top:.1f}")
    return y


def _time(sheet: Sheet, step: Step, y: float, room: float) -> float:
    """By when: the words of the text, or that it has none."""
    if not (step.when or step.no_time):
        return y - 4
    sheet.circle(PAD + 6, y + 9, 6, "clock")
    sheet.path("clock-hand", (PAD + 6, y + 5), (PAD + 6, y + 9), (PAD + 9, y + 9))
    if step.when:
        return sheet.label(PAD + 18, y, room - 18, step.when, NOTE)
    return sheet.words(PAD + 18, y, room - 18, step.no_time, SMALL)


def _aside(sheet: Sheet, branch: Label, top: float, width: float) -> float:
    """Another way, at the right of its step."""
    x = width + GAP
    box = sheet.rect(x, top, ASIDE - 2, "branch")
    y = sheet.label(x + PAD, top + 6, ASIDE - 2 * PAD, branch, NOTE) + 9
    box.set("height", f"{y - top:.1f}")
    sheet.path("way way--other", (width, top + 20), (x, top + 20))
    return y


def _below(sheet: Sheet, branch: Label, top: float) -> float:
    """Another way, indented below its step; the main way goes on at its left."""
    x, start = PAD * 4, top + 10
    box = sheet.rect(x, start, sheet.width - x - 1, "branch")
    y = sheet.label(x + PAD, start + 6, sheet.width - x - 2 * PAD, branch, NOTE) + 9
    box.set("height", f"{y - start:.1f}")
    sheet.path("way way--other", (PAD * 3, top), (PAD * 3, start + 20), (x, start + 20))
    return y
