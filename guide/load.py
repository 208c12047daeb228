"""All editorial data of the guide, read and checked against the texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guide.answers import Answers, load_answers
from guide.concordance import Pair, load_concordance
from guide.letter import Letter, load_letter
from guide.open_points import OpenPoint, load_open_points
from guide.pictures import Pictures, load_pictures
from parser.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Guide:
    """What people wrote about the two acts; every word of an act in it was looked up."""

    answers: Answers
    open_points: tuple[OpenPoint, ...]
    pairs: tuple[Pair, ...]
    pictures: Pictures
    letter: Letter
    rules_edition: str


def load_guide(content: Path, corpus: Corpus) -> Guide:
    """Read the files below `content/editorial`.

    Raises:
        EditorialError: one line with file, line and what is wrong.
    """
    folder, root = content / "editorial", content.parent
    points = load_open_points(folder / "open.yml", corpus, root)
    known = frozenset(point.id for point in points)
    return Guide(
        answers=load_answers(folder / "answers.yml", corpus, root),
        open_points=points,
        pairs=load_concordance(folder / "concordance.yml", corpus, root),
        pictures=load_pictures(folder / "pictures.yml", corpus, root, known),
        letter=load_letter(folder / "letter.yml", corpus, root),
        rules_edition=".".join(reversed(corpus.acts["rules"].meta.edition.split("-"))),
    )
