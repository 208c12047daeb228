"""Answers: an index of all questions, and a page a task."""

from __future__ import annotations

from collections.abc import Iterator

from guide.answers import READERS, Answer, Answers, Task
from guide.pages.frame import Place, box, page, quotation, section_front
from parser.corpus import Corpus
from parser.render.inline import escape, relative
from parser.render.markdown import File

INDEX = Place("answers/index.html", "Answers to plain questions")
LEAD = """Short answers in plain words, each with the words of the provisions that it rests on. An answer is not law
and decides nothing; where the two acts are silent, it says so."""
NAMES = {"citizen": "a citizen", "trainer": "a trainer", "officer": "an officer"}


def answer_pages(corpus: Corpus, book: Answers) -> Iterator[File]:
    """The index, then a page for each task."""
    section = [INDEX, *(Place(f"answers/{task.id}.html", task.title) for task in book.tasks)]
    body = "\n\n".join([f"{LEAD}\n{{ .lead }}", _filter(book), *(_task_list(book, task) for task in book.tasks)])
    front = section_front(section, 0) | {"hide": ["toc"]}
    yield page(INDEX, "Plain questions about taking part and about the border, with quoted provisions.", body, **front)
    for index, task in enumerate(book.tasks, start=1):
        yield _task_page(corpus, book.of(task.id), task, section, index)


def _filter(book: Answers) -> str:
    """Radio buttons that narrow the index by style sheet alone; without it all questions show."""
    rows = [_radio("all", "Everybody", f"{len(book.answers)}", checked=" checked")]
    for reader in READERS:
        count = sum(reader in answer.for_ for answer in book)
        rows.append(_radio(reader, NAMES[reader].split(" ", 1)[1].capitalize(), str(count)))
    return (
        '<fieldset class="reader-filter no-print">\n<legend>Questions for</legend>\n'
        + "\n".join(rows)
        + "\n</fieldset>"
    )


def _radio(value: str, label: str, count: str, checked: str = "") -> str:
    field = f'<input type="radio" name="reader" id="for-{value}" value="{value}"{checked}>'
    return f'<label for="for-{value}">{field} {label} <span class="count">({count})</span></label>'


def _task_list(book: Answers, task: Task) -> str:
    """A task's questions; the classes say for whom they are."""
    answers = book.of(task.id)
    return (
        f'<section class="question-group {_readers(answers)}" markdown="1">\n\n'
        f"## [{escape(task.title)}]({task.id}.md) {{ #{task.id} }}\n\n{escape(task.lead)}\n\n"
        f"{_question_list(answers, INDEX.address)}\n\n</section>"
    )


def _question_list(answers: tuple[Answer, ...], address: str) -> str:
    rows = "\n".join(_row(answer, address) for answer in answers)
    return f'<ul class="question-list" markdown="1">\n{rows}\n</ul>'


def _row(answer: Answer, address: str) -> str:
    link = relative(address, answer.address)
    return f'<li class="{_readers((answer,))}" markdown="span">[{escape(answer.question)}]({link})</li>'


def _readers(answers: tuple[Answer, ...]) -> str:
    return " ".join(f"for-{reader}" for reader in READERS if any(reader in answer.for_ for answer in answers))


def _task_page(corpus: Corpus, answers: tuple[Answer, ...], task: Task, section: list[Place], index: int) -> File:
    contents = _question_list(answers, section[index].address)
    shown = (_answer(corpus, section[index].address, answer) for answer in answers)
    body = "\n\n".join([f"{escape(task.lead)}\n{{ .lead }}", contents, *shown])
    return page(section[index], task.lead, body, **section_front(section, index))


def _answer(corpus: Corpus, address: str, answer: Answer) -> str:
    parts = [f"## {escape(answer.question)} {{ #{answer.id} }}", f"{escape(answer.answer)}\n{{ .answer-text }}"]
    parts += [quotation(corpus, address, quote) for quote in answer.quotes]
    if answer.not_stated:
        parts.append(box("not-stated", escape(answer.not_stated)))
    return "\n\n".join(parts)
