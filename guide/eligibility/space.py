"""Every way through the questions."""

from __future__ import annotations

from collections.abc import Iterator

from guide.eligibility.model import Answers, Eligibility, Question


def asked(rules: Eligibility, answers: Answers) -> tuple[Question, ...]:
    """The questions that concern a person with these answers, up to the first that is not answered yet."""
    found: list[Question] = []
    known: dict[str, str] = {}
    for question in rules.questions:
        if question.ask_when.holds(known):
            found.append(question)
            if question.id not in answers:
                break
            known[question.id] = answers[question.id]
    return tuple(found)


def every_way(rules: Eligibility) -> Iterator[dict[str, str]]:
    """All complete sets of answers: every combination that somebody can give."""
    return _from(rules, 0, {})


def _from(rules: Eligibility, index: int, answers: dict[str, str]) -> Iterator[dict[str, str]]:
    if index == len(rules.questions):
        yield dict(answers)
        return
    question = rules.questions[index]
    if not question.ask_when.holds(answers):
        yield from _from(rules, index + 1, answers)
        return
    for option in question.options:
        yield from _from(rules, index + 1, answers | {question.id: option.value})
