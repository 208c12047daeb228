"""A sheet to draw on: shapes and words from top to bottom, built as elements and never as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from guide.draw.measure import wrap
from guide.pictures import Label

STROKES = 8
"""How far apart the strokes of a hatched area are."""

LEADING = 1.36
"""The height of a line, in parts of its size."""


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: class of the style sheet, size, weight."""

    look: str
    size: float
    bold: bool = False


NAME = Type("name", 15, bold=True)
NOTE = Type("note", 13)
SMALL = Type("small", 12)
TITLE = Type("group", 13, bold=True)


@dataclass(slots=True)
class Sheet:
    """An SVG under way. `href` turns a provision's path into a link from the page."""

    ident: str
    width: float
    title: str
    description: str
    href: Callable[[str], str]
    root: etree._Element = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the name and the description that a screen reader speaks."""
        self.root = etree.Element("svg", {"role": "group", "class": "picture__svg"})
        self.root.set("aria-labelledby", f"{self.ident}-title {self.ident}-desc")
        for tag, words in (("title", self.title), ("desc", self.description)):
            element = etree.SubElement(self.root, tag, {"id": f"{self.ident}-{tag}"})
            element.text = words

    def rect(self, x: float, y: float, width: float, look: str, height: float = 0) -> etree._Element:
        """A box; its height may be set later, when what stands in it is known."""
        box = etree.SubElement(self.root, "rect", {"class": look, "x": number(x), "y": number(y), "rx": "3"})
        box.set("width", number(width))
        box.set("height", number(height))
        return box

    def path(self, look: str, *points: tuple[float, float]) -> None:
        """A line through some points; the style sheet may give it an arrow's head."""
        places = " L".join(f"{number(x)} {number(y)}" for x, y in points)
        etree.SubElement(self.root, "path", {"class": look, "d": f"M{places}"})

    def arrow(self, x: float, top: float, bottom: float) -> None:
        """A line downwards with a head."""
        self.path("way", (x, top), (x, bottom - 2))
        self.path("way", (x - 5, bottom - 8), (x, bottom - 2), (x + 5, bottom - 8))

    def circle(self, x: float, y: float, radius: float, look: str, parent: etree._Element | None = None) -> None:
        """A circle."""
        places = {"class": look, "cx": number(x), "cy": number(y), "r": number(radius)}
        etree.SubElement(self.root if parent is None else parent, "circle", places)

    def words(self, x: float, y: float, width: float, text: str, style: Type) -> float:
        """Words from `y` downwards; gives the place below them."""
        return self._text(self.root, (x, y, width), text, style)

    def label(self, x: float, y: float, width: float, label: Label, style: Type) -> float:
        """A label: its words are a link to its provision. Gives the place below."""
        path = label.quote.path
        link = etree.SubElement(self.root, "a", {"href": self.href(path), "data-path": path})
        return self._text(link, (x, y, width), label.text, style)

    def ghost(self, x: float, y: float, label: Label, style: Type) -> None:
        """A label that stands elsewhere too: a link for a pointer only, so that nobody hears or tabs it twice."""
        self._text(self._ghost_link(label), (x, y, self.width), label.text, style)

    def badge(self, x: float, y: float, value: int, label: Label) -> None:
        """The number of a label in a circle, for a pointer a link too."""
        link = self._ghost_link(label)
        self.circle(x, y, 9.5, "badge", link)
        place = {"class": "badge-number", "x": number(x), "y": number(y + 4), "text-anchor": "middle"}
        size = "12" if value < 10 else "10.5"
        etree.SubElement(link, "text", {**place, "font-size": size}).text = str(value)

    def waves(self, left: float, right: float, y: float) -> None:
        """The surface of water."""
        step = 12
        arcs = " ".join(f"t{step} 0" for _ in range(int((right - left) / step) - 1))
        shape = f"M{number(left)} {number(y)} q{step / 2:g} -4 {step} 0 {arcs}"
        etree.SubElement(self.root, "path", {"class": "wave", "d": shape})

    def hatch(self, x: float, y: float, width: float, height: float, look: str) -> None:
        """Slanted strokes in a band: an area within another one."""
        self.rect(x, y, width, f"{look}-ground", height)
        start = x - height + STROKES
        while start < x + width:
            low, high = max(start, x), min(start + height, x + width)
            self.path(look, (low, y + height - (low - start)), (high, y + height - (high - start)))
            start += STROKES

    def markup(self, height: float) -> str:
        """The SVG for a page."""
        self.root.set("viewBox", f"0 0 {number(self.width)} {number(height)}")
        return etree.tostring(self.root, encoding="unicode")

    def _ghost_link(self, label: Label) -> etree._Element:
        attributes = {"href": self.href(label.quote.path), "tabindex": "-1", "aria-hidden": "true"}
        return etree.SubElement(self.root, "a", attributes)

    def _text(self, parent: etree._Element, place: tuple[float, float, float], text: str, style: Type) -> float:
        x, y, width = place
        element = etree.SubElement(parent, "text", {"class": style.look, "font-size": number(style.size)})
        for line in wrap(text, width, style.size, style.bold):
            y += style.size * LEADING
            span = etree.SubElement(element, "tspan", {"x": number(x), "y": number(y - style.size * 0.3)})
            span.text, span.tail = line, " "
        return y


def number(value: float) -> str:
    """A coordinate, short and always the same."""
    return f"{value:.1f}".removesuffix(".0")
