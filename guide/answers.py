"""Plain questions and their short answers: content/editorial/answers.yml, read strictly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guide.fields import identifier, one_of, optional_text, text, texts
from guide.quotes import Quote, Texts, read_quotes
from parser.editorial import Document, Key, read_yaml

READERS = ("citizen", "trainer", "officer")
"""Whom an answer may be for."""

REQUIRED = ("id", "task", "for", "question", "also", "answer", "quotes")


@dataclass(frozen=True, slots=True)
class Task:
    """A group of questions, as readers see it."""

    id: str
    title: str
    lead: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, other ways to ask it, and a short answer with the words that it rests on."""

    id: str
    task: str
    for_: tuple[str, ...]
    question: str
    also: tuple[str, ...]
    answer: str
    quotes: tuple[Quote, ...]
    not_stated: str = ""

    @property
    def address(self) -> str:
        """Page and anchor, relative to the site's root."""
        return f"answers/{self.task}.html#{self.id}"


@dataclass(frozen=True, slots=True)
class Answers:
    """All tasks and answers, in the order of the file."""

    tasks: tuple[Task, ...]
    answers: tuple[Answer, ...]

    def of(self, task: str) -> tuple[Answer, ...]:
        """The answers of one task."""
        return tuple(answer for answer in self.answers if answer.task == task)

    def __iter__(self) -> Iterator[Answer]:
        """All answers."""
        return iter(self.answers)


def load_answers(path: Path, corpus: Texts, root: Path | None = None) -> Answers:
    """Read the file and check every path and quotation in it.

    Raises:
        EditorialError: one line with file, line and what is wrong.
    """
    doc = read_yaml(path, root)
    doc.check_keys((), doc.data, ("tasks", "answers"))
    ids: set[str] = set()
    tasks = tuple(_task(doc, ("tasks", index), item, ids) for index, item in enumerate(doc.section("tasks")))
    reader = _Reader(doc, corpus, tuple(task.id for task in tasks))
    book = Answers(tasks, tuple(reader.answer(index, item) for index, item in enumerate(doc.section("answers"))))
    _no_empty_task(doc, book)
    return book


@dataclass(slots=True)
class _Reader:
    """Reads answer after answer and remembers their ids and questions."""

    doc: Document
    corpus: Texts
    tasks: tuple[str, ...]
    ids: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)

    def answer(self, index: int, item: dict[str, Any]) -> Answer:
        doc, key = self.doc, ("answers", index)
        doc.check_keys(key, item, REQUIRED, ("not_stated",))
        question, also = text(doc, key, item, "question"), texts(doc, key, item, "also")
        self._ask_once(key, (question, *also))
        return Answer(
            id=identifier(doc, key, item, self.ids),
            task=one_of(doc, (*key, "task"), item["task"], self.tasks),
            for_=tuple(one_of(doc, (*key, "for"), reader, READERS) for reader in texts(doc, key, item, "for")),
            question=question,
            also=also,
            answer=text(doc, key, item, "answer"),
            quotes=read_quotes(doc, (*key, "quotes"), item["quotes"], self.corpus),
            not_stated=optional_text(doc, key, item, "not_stated"),
        )

    def _ask_once(self, key: Key, questions: tuple[str, ...]) -> None:
        """Refuse a question that stands elsewhere: two answers to it would compete in the search."""
        for question in questions:
            if question.casefold() in self.asked:
                raise self.doc.error(key, f'the question "{question}" stands twice')
            self.asked.add(question.casefold())


def _task(doc: Document, key: Key, item: dict[str, Any], seen: set[str]) -> Task:
    doc.check_keys(key, item, ("id", "title", "lead"))
    return Task(identifier(doc, key, item, seen), text(doc, key, item, "title"), text(doc, key, item, "lead"))


def _no_empty_task(doc: Document, book: Answers) -> None:
    for index, task in enumerate(book.tasks):
        if not book.of(task.id):
            raise doc.error(("tasks", index), f'no answer has the task "{task.id}"')
