"""Pictures: a list, and a page a picture with the same in words below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from guide.draw.flow import draw_flow
from guide.draw.roles import draw_roles
from guide.draw.sheet import Sheet
from guide.draw.spaces import draw_spaces
from guide.open_points import OpenPoint
from guide.pages.frame import STYLE, Place, href, page, provision_link, section_front
from guide.pictures import Band, Body, Flow, Head, Label, Pictures, Roles, Spaces, Step
from guide.wording import markdown_of, pieces_of
from parser.corpus import Corpus
from parser.render.inline import escape, relative
from parser.render.markdown import File

INDEX = Place("pictures/index.html", "Pictures")
LEAD = """Where each space lies, how each procedure runs, and who does what. Every label leads to the provision that
it stands for; below each picture the same is told in words, with the words of the provisions."""
WIDTHS = {"narrow": 340.0, "wide": 680.0}
"""Two drawings of each picture: for a phone, and for more room. The style sheet shows one."""

CAPTION = "Names and lines of the picture are links to the provisions that they stand for."

Picture = Spaces | Flow | Roles
Rows = Iterator[tuple[int, str, Label]]


def picture_pages(corpus: Corpus, pictures: Pictures, points: Mapping[str, OpenPoint]) -> Iterator[File]:
    """The list, then a page for each picture."""
    section = [INDEX, *(Place(picture.head.address, picture.head.title) for picture in pictures)]
    cards = "\n".join(_card(picture.head) for picture in pictures)
    body = f'{LEAD}\n{{ .lead }}\n\n<div class="card-grid" markdown="1">\n{cards}\n</div>'
    front = section_front(section, 0) | {"hide": ["toc"]}
    yield page(INDEX, "The border's spaces, the procedures and the authorities as pictures.", body, **front)
    for index, picture in enumerate(pictures, start=1):
        yield _picture_page(corpus, picture, points, section, index)


def _card(head: Head) -> str:
    return f'<div markdown="1">[{escape(head.title)}]({head.id}.md)<p>{escape(head.lead)}</p></div>'


def drawings(corpus: Corpus, picture: Picture, size: str) -> tuple[str, ...]:
    """The SVGs of a picture, `narrow` or `wide`: one, or one for each of its groups."""
    head = picture.head
    link = partial(_link, corpus, head.address)

    def new_sheet(part: str = "") -> Sheet:
        name = "-".join([head.id, *part.lower().split(), size])
        return Sheet(name, WIDTHS[size], ": ".join(filter(None, (head.title, part))), head.description, link)

    if isinstance(picture, Flow):
        return (draw_flow(new_sheet(), picture),)
    if isinstance(picture, Spaces):
        return tuple(draw_spaces(new_sheet, picture))
    return tuple(draw_roles(new_sheet, picture))


def _link(corpus: Corpus, address: str, path: str) -> str:
    return href(address, corpus.address(path))


def _picture_page(
    corpus: Corpus, picture: Picture, points: Mapping[str, OpenPoint], section: list[Place], index: int
) -> File:
    head = picture.head
    both = "\n".join(
        f'<div class="picture__{size}">{"".join(drawings(corpus, picture, size))}</div>' for size in WIDTHS
    )
    figure = f'<figure class="picture">\n{both}\n<figcaption>{CAPTION}</figcaption>\n</figure>'
    told = "\n".join(_told(corpus, head.address, *row) for row in rows_of(picture))
    doubts = "\n".join(_doubt(head.address, points[name]) for name in head.open)
    parts = [f"{escape(head.lead)}\n{{ .lead }}", figure, f"## The same in words {{ #words }}\n\n{told}"]
    parts.append(f"## What is open here {{ #open }}\n\n{doubts}")
    front = section_front(section, index) | {"styles": [STYLE, "assets/css/pictures.css"], "hide": ["toc"]}
    return page(section[index], head.lead, "\n\n".join(parts), **front)


def rows_of(picture: Picture) -> Rows:
    """Every label of a picture in its order: how deep it stands, what stands before it, the label."""
    if isinstance(picture, Spaces):
        yield from _band_rows(picture.frame, 0)
        for stack in picture.groups:
            for band in stack.bands:
                yield from _band_rows(band, 0, f"{stack.title}: ")
    elif isinstance(picture, Flow):
        for number, step in enumerate(picture.steps, start=1):
            yield from _step_rows(step, number)
    else:
        for group in picture.groups:
            for body in group.bodies:
                yield from _body_rows(body, 0, f"{group.title}: ")


def _band_rows(band: Band, depth: int, before: str = "") -> Rows:
    yield depth, before, band.label
    for inner in band.along:
        yield from _band_rows(inner, depth + 1, "In it, along its edge: ")
    for note in band.notes:
        yield depth + 1, "", note


def _step_rows(step: Step, number: int) -> Rows:
    silence = f" ({step.no_time})" if step.no_time else ""
    yield 0, f"Step {number}. {step.who}{silence}: ", step.label
    for note in step.notes:
        yield 1, "", note
    if step.when:
        yield 1, "By when: ", step.when
    if step.branch:
        yield 1, "Beside it: ", step.branch


def _body_rows(body: Body, depth: int, before: str = "") -> Rows:
    yield depth, before, body.label
    for task in body.tasks:
        yield depth + 1, "", task
    if body.inner:
        yield from _body_rows(body.inner, depth + 1)
        if body.inner.bond:
            yield depth + 2, "", body.inner.bond


def _told(corpus: Corpus, address: str, depth: int, before: str, label: Label) -> str:
    words = markdown_of(pieces_of(corpus, label.quote))
    link = provision_link(corpus, address, label.quote.path)
    return f"{'    ' * depth}- {escape(before)}**{escape(label.text)}** — “{words}” ({link})"


def _doubt(address: str, point: OpenPoint) -> str:
    return f"- [{escape(point.title)}]({relative(address, point.address)})"
