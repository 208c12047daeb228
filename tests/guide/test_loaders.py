"""Loaders of editorial files: what is right is read whole, what is wrong is one line with file and line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from guide.answers import READERS, load_answers
from guide.open_points import load_open_points
from guide.quotes import stands_in
from parser.corpus import Corpus, load_corpus
from parser.errors import EditorialError

ROOT = Path(__file__).resolve().parents[2]
EDITORIAL = ROOT / "content" / "editorial"

ANSWER = """\
tasks:
  - {id: joining, title: Taking part, lead: Who may.}
answers:
  - id: who
    task: joining
    for: [citizen]
    question: Who may?
    also: [may I]
    answer: Citizens may.
    quotes:
      - {path: rules/16, words: shall apply to a territorial subdivision}
"""

WRONG_ANSWERS = [
    ("rules/16", "rules/99", '11: there is no provision "rules/99"'),
    ("words: shall apply", "words: must apply", "11: these words do not stand in rules/16"),
    ("words: shall apply", "words: hall apply", "11: these words do not stand in rules/16"),
    ("task: joining", "task: leaving", '5: "leaving" is unknown here; known: joining'),
    ("[citizen]", "[soldier]", '6: "soldier" is unknown here; known: citizen, trainer, officer'),
    ("id: who", "id: who?", '4: "who?" is no id'),
    ("also: [may I]", "also: [WHO may?]", 'the question "WHO may?" stands twice'),
    ("answer: Citizens may.", "answer: 5", '9: "answer" must be text'),
    ("answer: Citizens may.", "reply: Yes.", '9: unknown key "reply"'),
    ("also: [may I]", "also: [5]", '8: "also" must be a list of texts'),
    ("id: joining, title: Taking part", "id: joining, name: Taking part", 'unknown key "name"'),
]


@cache
def corpus() -> Corpus:
    """Both texts, read once."""
    return load_corpus(ROOT / "content")


def test_all_answers_are_read() -> None:
    """More than sixty answers, each for somebody, each with words that hold."""
    book = load_answers(EDITORIAL / "answers.yml", corpus(), ROOT)
    assert len(book.answers) >= 60
    assert sum(len(book.of(task.id)) for task in book.tasks) == len(book.answers)
    for answer in book:
        assert set(answer.for_) <= set(READERS)
        assert all(stands_in(corpus(), quote.path, quote.words) for quote in answer.quotes)


def test_all_open_points_are_read() -> None:
    """Every point names a provision and its words."""
    points = load_open_points(EDITORIAL / "open.yml", corpus(), ROOT)
    assert len({point.id for point in points}) == len(points) > 50
    for point in points:
        assert all(stands_in(corpus(), quote.path, quote.words) for quote in point.quotes)


def test_a_quotation_may_be_as_received_or_emended() -> None:
    """Both readings of a misprint hold, a third does not, and words of another provision do not."""
    assert stands_in(corpus(), "rules/10/4", "when it 1s impossible")
    assert stands_in(corpus(), "rules/10/4", "when it  is\nimpossible")
    assert not stands_in(corpus(), "rules/10/4", "when it was impossible")
    assert not stands_in(corpus(), "rules/10/3", "when it is impossible")
    assert not stands_in(corpus(), "rules/10/4", "")


def test_the_small_file_is_right(tmp_path: Path) -> None:
    """The file that the next test spoils is right by itself."""
    path = tmp_path / "answers.yml"
    path.write_text(ANSWER, encoding="utf-8")
    assert load_answers(path, corpus(), tmp_path).answers[0].address == "answers/joining.html#who"


@pytest.mark.parametrize(("right", "wrong", "message"), WRONG_ANSWERS)
def test_a_wrong_answer_is_refused(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    """One line: file, line number, what is wrong."""
    path = tmp_path / "answers.yml"
    path.write_text(ANSWER.replace(right, wrong), encoding="utf-8")
    with pytest.raises(EditorialError) as caught:
        load_answers(path, corpus(), tmp_path)
    assert str(caught.value).startswith("answers.yml:")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_second_answer_with_the_same_id_is_refused(tmp_path: Path) -> None:
    """Ids are addresses: each leads to one place."""
    path = tmp_path / "answers.yml"
    again = ANSWER.split("answers:\n")[1].replace("Who may?", "Who else?").replace("may I", "may we")
    path.write_text(ANSWER + again, encoding="utf-8")
    with pytest.raises(EditorialError, match='the id "who" stands twice'):
        load_answers(path, corpus(), tmp_path)


def test_a_task_without_answers_is_refused(tmp_path: Path) -> None:
    """An empty group would be an empty page."""
    path = tmp_path / "answers.yml"
    text = ANSWER.replace("answers:\n", "  - {id: leaving, title: Leaving, lead: How.}\nanswers:\n", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EditorialError, match=r'answers\.yml:3: no answer has the task "leaving"'):
        load_answers(path, corpus(), tmp_path)
