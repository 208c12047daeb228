"""A cut through the spaces of a stack: ground or water, the lines upright, the air above. Numbers lead to the names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guide.draw.sheet import SMALL, Sheet
from guide.pictures import Band, Stack

WEIGHTS = {"foreign": 1.0, "belt": 1.9, "zone": 2.8, "shelf": 2.2, "waters": 2.2, "inner": 1.6}
"""How broad the areas are drawn, in parts; nothing is to scale."""

REST = 0.9
"""What lies behind the last area, likewise."""

SEA = frozenset({"shelf", "waters", "inner"})
NAME_HEIGHT = 22
SKY = 62
GROUND = 34
BED = 14


@dataclass(frozen=True, slots=True)
class Place:
    """A band and where it stands: an area from `left` to `right`, or a line where both are the same."""

    band: Band
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Levels:
    """The heights of a cut, from the top down."""

    top: float
    ground: float
    bed: float
    end: float


def draw_profile(sheet: Sheet, stack: Stack, y: float, frame: Band, numbers: Mapping[Band, int]) -> float:
    """The cut, below `y`; gives the place below it. A stack without areas has none."""
    places = tuple(_places(stack, sheet.width))
    if not any(place.right > place.left for place in places):
        return y
    top = y + NAME_HEIGHT
    levels = Levels(top, top + SKY, top + SKY + GROUND, top + SKY + GROUND + BED)
    left, right = _reach(places)
    _bracket(sheet, frame, y, left, right)
    _air(sheet, levels, left, right, numbers)
    _rest(sheet, places, levels)
    for place in places:
        _area(sheet, place, levels, numbers)
    for place in places:
        _mark(sheet, place, levels, numbers)
    return levels.end + 10


def _places(stack: Stack, width: float) -> Iterator[Place]:
    """Where every band stands; a line or a crossing point stands between two areas."""
    whole = sum(WEIGHTS.get(band.look, 0) for band in stack.bands) + REST
    x = 0.0
    for band in stack.bands:
        step = WEIGHTS.get(band.look, 0) * width / whole
        yield Place(band, x, x + step)
        x += step


def _reach(places: tuple[Place, ...]) -> tuple[float, float]:
    """From where to where frontier space reaches: everything that is not foreign."""
    own = [place for place in places if place.band.look != "foreign"]
    return own[0].left, own[-1].right


def _bracket(sheet: Sheet, frame: Band, y: float, left: float, right: float) -> None:
    """The name of the frame above what it holds."""
    sheet.ghost(left + 4, y - 2, frame.label, SMALL)
    sheet.path("space-bracket", (left + 1, y + 21), (left + 1, y + 17), (right - 1, y + 17), (right - 1, y + 21))


def _air(sheet: Sheet, levels: Levels, left: float, right: float, numbers: Mapping[Band, int]) -> None:
    sheet.rect(left, levels.top, right - left, "space-air", levels.ground - levels.top)
    for band, number in numbers.items():
        if band.look == "air":
            sheet.badge((left + right) / 2, levels.top + 20, number, band.label)


def _rest(sheet: Sheet, places: tuple[Place, ...], levels: Levels) -> None:
    """What lies behind the last area: land, higher than the water."""
    x = places[-1].right
    rise = 8 if places[-1].band.look in SEA else 0
    sheet.rect(x, levels.ground - rise, sheet.width - x, "space-rest", levels.end - levels.ground + rise)


def _area(sheet: Sheet, place: Place, levels: Levels, numbers: Mapping[Band, int]) -> None:
    """Ground or water of an area, and what lies in it along its edge."""
    width = place.right - place.left
    if not width:
        return
    if place.band.look in SEA:
        _water(sheet, place, levels)
    else:
        sheet.rect(place.left, levels.ground, width, f"space-{place.band.look}", levels.end - levels.ground)
    for inner in place.band.along:
        sheet.hatch(place.left, levels.ground, width * 0.34, levels.end - levels.ground, "space-along")
        sheet.badge(place.left + width * 0.17, levels.ground + 22, numbers[inner], inner.label)


def _water(sheet: Sheet, place: Place, levels: Levels) -> None:
    """Water above its bed; of the shelf the bed alone is the area."""
    width = place.right - place.left
    shelf = place.band.look == "shelf"
    water, bed = ("space-water", "space-bed space-bed--own") if shelf else (f"space-{place.band.look}", "space-bed")
    sheet.rect(place.left, levels.ground, width, water, levels.bed - levels.ground)
    sheet.rect(place.left, levels.bed, width, bed, BED)
    sheet.waves(place.left, place.right, levels.ground)


def _mark(sheet: Sheet, place: Place, levels: Levels, numbers: Mapping[Band, int]) -> None:
    """The line or the number of a band."""
    band, x = place.band, place.middle
    if band.look in {"line", "edge"}:
        sheet.path(f"space-{band.look}", (x, levels.top + 14), (x, levels.end))
        sheet.badge(min(max(x, 11), sheet.width - 11), levels.top + 12, numbers[band], band.label)
    elif band.look == "point":
        sheet.circle(x, levels.ground, 6, "space-dot")
        sheet.badge(x + 19, levels.ground - 14, numbers[band], band.label)
    else:
        shift = (place.right - place.left) * 0.17 if band.along else 0
        y = (levels.bed + levels.end) / 2 if band.look == "shelf" else (levels.ground + levels.bed) / 2 + 4
        sheet.badge(x + shift, y, numbers[band], band.label)
