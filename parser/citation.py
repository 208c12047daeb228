"""Reading a citation as people type it: `art. 76(4)(1)`, `Rules 15`, `paragraph 4 of Article 76`, `law/2/22-1`.

The whole text must be a citation; a question that happens to hold a number is none. The browser reads citations by
the same steps (overrides/assets/js/search-core-cite.js).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parser.citation_words import ACTS, DATE, PLURALS, Step, read_words
from parser.labels import label_of, short_label
from parser.model import Block, Kind
from parser.outline import Outline

EXACT = re.compile(r"[a-z]+(?:/[a-z0-9-]+)+")
RANGE = re.compile(r"([0-9]+)-([0-9]+)")
HYPHENS = re.compile(r"[0-9]+(?:-[0-9]+){2,}")
"""`67-1-22`: steps, where two numbers would be one (`22-1`)."""

WORD = re.compile(r"[a-z]+")
BETWEEN = re.compile(r",|;|\band\b")
MAX_LENGTH = 120
"""A longer text is no citation."""

LAST = re.compile(rf"[0-9]|\b(?:{'|'.join(ACTS)})\b")
"""What the last word of a citation holds: a number, or the name of an act."""

NUMBERED = re.compile(rf"\b(?:{'|'.join(name for name in ACTS if name[0].isdigit())})\b")
"""The number of an act: only with it the name of an act is no mere word of a query."""

MAX_WORDS = 60
MAX_RUN = 8
"""Words of a text in which citations are looked for, and of one citation among other words."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation points to.

    `paths` are the provisions that it may mean, best first. Where there is none, `nearest` is the last unit that does
    exist and `missing` says in a sentence what does not. `plain` citations are one bare number, perhaps a mere number;
    `named` ones say of which act.
    """

    steps: tuple[Step, ...]
    paths: tuple[str, ...]
    nearest: str | None = None
    missing: str = ""
    plain: bool = False
    named: bool = False


def read_citation_query(text: str, outline: Outline) -> Citation | None:
    """What a text cites; None where it is no citation.

    A citation that points to nothing has no `paths` but a `nearest` provision (or act), where its beginning exists.
    """
    folded = " ".join(text.lower().replace("_", " ").split())
    if EXACT.fullmatch(folded) and folded.split("/")[0] in outline.acts:
        return _by_path(folded, outline)
    if not folded or len(folded) > MAX_LENGTH or DATE.fullmatch(folded):
        return None
    listed = _several(folded, outline) if not PLURALS.isdisjoint(WORD.findall(folded)) else None
    whole = listed or _cite(folded.replace("-", ".") if HYPHENS.fullmatch(folded) else folded, outline)
    return whole if whole and whole.paths else _several(folded, outline) or whole


def _cite(folded: str, outline: Outline) -> Citation | None:
    acts, steps = read_words(folded) or ((), ())
    return _Reader(outline, steps, named=bool(acts)).cite(acts) if steps else None


def _several(folded: str, outline: Outline) -> Citation | None:
    """`art. 76, 77`, `Rules 12(1) and 12(2)`: each part for itself, a bare number as the first part begins.

    What stands behind the last number ("paragraphs 1 and 2 of Article 76") would belong to all: that is no list here.
    """
    first, *others = (part.strip() for part in BETWEEN.split(folded))
    if any(part[:1].isdigit() and WORD.search(part) for part in others):
        return None
    begins = re.split("[0-9]", first, maxsplit=1)[0]
    parts = [first, *(f"{begins}{part}" if part[:1].isdigit() else part for part in others)]
    found = [_cite(part, outline) for part in parts] if others and all(parts) else []
    cited = [citation for citation in found if citation and citation.paths and not citation.plain]
    if not cited or len(cited) < len(parts):
        return None
    paths = dict.fromkeys(path for citation in cited for path in citation.paths)
    return Citation(cited[0].steps, tuple(paths), named=cited[0].named)


def read_act(text: str, outline: Outline) -> str | None:
    """The act that a text names, and nothing in it: `the Rules`, `Law No. 70-V`, `Decree No. 866 of 27.08.2013`."""
    folded = DATE.sub(" ", " ".join(text.lower().replace("_", " ").split()))
    acts, steps = read_words(folded[: MAX_LENGTH + 1]) or ((), ())
    named = (act for act in acts if act in outline.acts)
    return None if steps or len(folded) > MAX_LENGTH else next(named, None)


def _by_path(path: str, outline: Outline) -> Citation:
    """A path as this project writes it; of one that leads nowhere, the nearest above it. Own words are part 1."""
    wanted = path if path in outline else path.removesuffix("/part-1")
    above = wanted
    while above not in outline:
        above = above.rpartition("/")[0]
    if above == wanted:
        return Citation((), (wanted,), named=True)
    return Citation((), (), above, f'There is no "{path}".', named=True)


def citations_in(text: str, outline: Outline) -> tuple[str, ...]:
    """What some words cite among others: "does Article 76(4) apply to …".

    A bare number cites nothing, and "Article 1 of the Constitution" nothing that is here.
    """
    words, found, at = text.split()[:MAX_WORDS], dict[str, None](), 0
    while at < len(words):
        for end in range(min(len(words), at + MAX_RUN), at, -1):
            citation = read_citation_query(" ".join(words[at:end]), outline)
            whole = bool(LAST.search(words[end - 1].lower()))
            elsewhere = words[end : end + 2] == ["of", "the"] and not (citation and citation.named)
            if citation and citation.paths and whole and not citation.plain and not elsewhere:
                found.update(dict.fromkeys(citation.paths))
                at = end - 1
                break
        at += 1
    return tuple(found)


class _Reader:
    """Follows the steps of one citation through the acts."""

    def __init__(self, outline: Outline, steps: tuple[Step, ...], *, named: bool) -> None:
        self.outline = outline
        self.steps = steps
        self.named = named

    def cite(self, acts: tuple[str, ...]) -> Citation | None:
        """The provisions in the named acts, else in all; in none, the nearest."""
        known = [act for act in (acts or tuple(self.outline.acts)) if act in self.outline.acts]
        plain = len(self.steps) == 1 and not self.steps[0].unit and not acts
        found: dict[str, None] = {}
        for act in known:
            found.update(dict.fromkeys(self._follow(act)))
        if found:
            return Citation(self.steps, tuple(found), plain=plain, named=self.named)
        nearest = self._nearest(known) if acts or self.steps[0].unit not in {"", "subparagraph", "part"} else None
        if nearest is None and not acts:
            return None
        return Citation(self.steps, (), nearest, self._missing(nearest), plain, self.named)

    def _follow(self, act: str) -> list[str]:
        """The provisions of one act that the steps lead to."""
        places = [act]
        for index, step in enumerate(self.steps):
            places = [path for place in places for path in self._step(place, step, first=index == 0)]
        return places

    def _step(self, place: str, step: Step, *, first: bool) -> list[str]:
        if step.unit == "definition":
            return [path for path in self._defined(place) if self._num(path) == step.num]
        exact = self._exact(place, step, first=first)
        if exact:
            return exact
        between = self._range(place, step, first=first)
        if between or (first and step.unit != "subparagraph" and "-" not in step.num):
            return between
        return self._deeper(place, step) if not first or "-" in step.num else []

    def _exact(self, place: str, step: Step, *, first: bool) -> list[str]:
        """The unit with that number directly below a place."""
        named = step.unit in {"chapter", "annex", "part"}
        path = f"{place}/{step.unit}-{step.num}" if named else f"{place}/{step.num}"
        block = self.outline.blocks.get(path)
        if block is None or (first and not self._may_begin(block, step.unit)):
            return []
        return [path]

    def _may_begin(self, block: Block, unit: str) -> bool:
        """A paragraph without its article stands in an act without articles; "Article 15 of the Rules" is read."""
        if unit == "article":
            return self.named or block.kind is Kind.ARTICLE
        return unit != "subparagraph" and (unit != "paragraph" or block.kind is not Kind.ARTICLE)

    def _range(self, place: str, step: Step, *, first: bool) -> list[str]:
        """`Articles 56-62`: all of them."""
        match = RANGE.fullmatch(step.num)
        if match is None:
            return []
        low, high = int(match[1]), int(match[2])
        ends = [self._exact(place, Step(step.unit, str(num)), first=first) for num in (low, high)]
        if high <= low or not all(ends):
            return []
        kind = self.outline.blocks[ends[0][0]].kind
        inside = [path for path in self._below(place) if self._level(path) == self._level(ends[0][0])]
        inside = [path for path in inside if self.outline.blocks[path].kind is kind]
        start, end = inside.index(ends[0][0]), inside.index(ends[1][0])
        return inside[start : end + 1]

    def _deeper(self, place: str, step: Step) -> list[str]:
        """Numbered units further down: `Article 67(22)` is subparagraph 22) of its paragraph 1."""
        numbered = {Kind.PARAGRAPH, Kind.SUBPARAGRAPH}
        wanted = {Kind.SUBPARAGRAPH} if step.unit == "subparagraph" else numbered
        return [
            path
            for path in self._below(place)
            if self._num(path) == step.num and self.outline.blocks[path].kind in wanted
        ]

    def _below(self, place: str) -> Iterator[str]:
        prefix, top = f"{place}/", self.outline.blocks.get(place) or self.outline.acts[place]
        return (block.locator for block in top.walk() if block.path and block.locator.startswith(prefix))

    def _defined(self, place: str) -> Iterator[str]:
        """Entries of lists of definitions: subparagraphs of an article or paragraph that gives definitions."""
        for path in self._below(place):
            parent = self.outline.blocks.get(self.outline.parents[path])
            words = f"{parent.text} {parent.children[0].text}" if parent and parent.children else ""
            if self.outline.blocks[path].kind is Kind.SUBPARAGRAPH and re.search(
                r"\b(?:definitions|concepts)\b", words
            ):
                yield path

    def _num(self, path: str) -> str:
        return self.outline.blocks[path].num

    def _level(self, path: str) -> int:
        return path.count("/")

    def _nearest(self, acts: list[str]) -> str | None:
        """The deepest unit that the first steps do lead to; the act itself where it was the only one named."""
        for count in range(len(self.steps) - 1, 0, -1):
            shorter = _Reader(self.outline, self.steps[:count], named=self.named)
            for act in acts:
                if found := shorter._follow(act):
                    return found[0]
        return next((act for act in acts if self._units(act, self.steps[0])), None)

    def _missing(self, nearest: str | None) -> str:
        """What does not exist, and what does instead.

        `Law, Article 76 has no 9; it has Article 76(1) to Article 76(4).`
        """
        if nearest is None:
            return "There is no such provision."
        wanted = self.steps[0] if nearest in self.outline.acts else self.steps[-1]
        units = self._units(nearest, wanted)
        name = f"{label_of(self.outline, nearest)} has no {wanted.unit} {wanted.num}".replace("  ", " ")
        if not units:
            return f"{name}."
        first, last = (short_label(self.outline, path) for path in (units[0], units[-1]))
        return f"{name}; it has {first}." if first == last else f"{name}; it has {first} to {last}."

    def _units(self, place: str, step: Step) -> list[str]:
        """The units of the wanted sort directly below a place."""
        if step.unit == "definition":
            return list(self._defined(place))
        sorts = {"chapter": {Kind.CHAPTER}, "annex": {Kind.ANNEX}, "part": {Kind.PART}}
        wanted = sorts.get(step.unit, {Kind.ARTICLE, Kind.PARAGRAPH, Kind.SUBPARAGRAPH})
        level = self._level(place) + 1
        return [path for path in self._below(place) if self._level(path) == level and self._kind(path) in wanted]

    def _kind(self, path: str) -> Kind:
        return self.outline.blocks[path].kind
