"""What a user writes in a file of answers, brought to the names and values of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guide.eligibility.model import ABSENT, UNKNOWN, Band, Eligibility
from parser.errors import ShekaraError

WORDS = {"yes": "true", "no": "false"}


class AnswersError(ShekaraError):
    """An answer that the rules do not know. The message is one line and lists what they know."""


@dataclass(frozen=True, slots=True)
class Known:
    """A fact, however it is called, and the values it may have."""

    id: str
    spellings: Mapping[str, str]
    bands: tuple[Band, ...]


def normalise(rules: Eligibility, data: Mapping[str, Any]) -> dict[str, str]:
    """The answers of a file: flat, or as `{"role": …, "facts": {…}}`. What is null or left out is not stated.

    Raises:
        AnswersError: the name or the value of a fact is unknown.
    """
    known = known_facts(rules)
    found: dict[str, str] = {}
    for name, value in _flat(data):
        if name not in known:
            names = ", ".join(sorted({fact.id for fact in known.values()}))
            raise AnswersError(f'unknown fact "{name}"; known: {names}')
        for fact, text in _expanded(rules, known[name], value):
            _enter(found, fact, text)
    return found


def known_facts(rules: Eligibility) -> dict[str, Known]:
    """Every name that a fact may go by."""
    found: dict[str, Known] = {}
    for question in rules.questions:
        spellings = {word: option.value for option in question.options for word in (option.value, *option.accepts)}
        entry = Known(question.id, spellings, _counted(option.value for option in question.options))
        found |= dict.fromkeys((question.id, *question.names), entry)
    for fact in rules.facts:
        entry = Known(fact.id, {value: value for value in fact.values}, fact.bands)
        found |= dict.fromkeys((fact.id, *fact.names), entry)
    return found


def _counted(values: Iterable[str]) -> tuple[Band, ...]:
    """Where numbers are answers, the largest stands for itself and all above it."""
    numbers = sorted(int(value) for value in values if value.isdigit())
    return tuple(Band(None if number == numbers[-1] else number, str(number)) for number in numbers)


def _flat(data: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    facts = data.get("facts", {})
    if not isinstance(facts, Mapping):
        raise AnswersError('"facts" must be a mapping of facts to values')
    yield from ((name, value) for name, value in data.items() if name != "facts")
    yield from facts.items()


def _expanded(rules: Eligibility, fact: Known, value: Any) -> Sequence[tuple[str, str]]:
    """The fact and its value; or what a value that says more than one thing stands for."""
    word = _word(value)
    if fact.id == "role" and word in rules.expand:
        return [pair for pair in rules.expand[word] if pair[1] != ABSENT]
    text = _value(fact, value, word)
    return [] if text == ABSENT else [(fact.id, text)]


def _word(value: Any) -> str:
    if value is None:
        return ABSENT
    word = str(value).strip().lower().replace(" ", "_")
    return WORDS.get(word, word) or ABSENT


def _value(fact: Known, value: Any, word: str) -> str:
    if word in (ABSENT, UNKNOWN):
        return fact.spellings.get(word, UNKNOWN if word == UNKNOWN and not fact.bands else ABSENT)
    if word in fact.spellings and not (fact.bands and word.isdigit()):
        return fact.spellings[word]
    if fact.bands and word.isdigit() and not isinstance(value, bool):
        return next(band.value for band in fact.bands if band.upto is None or int(word) <= band.upto)
    number = ["a whole number"] if fact.bands else []
    allowed = [*dict.fromkeys(fact.spellings.values()), *number]
    raise AnswersError(f'"{value}" is no value of "{fact.id}"; known: {", ".join(allowed)}')


def _enter(found: dict[str, str], fact: str, text: str) -> None:
    if found.get(fact, text) != text:
        raise AnswersError(f'"{fact}" is stated twice, as "{found[fact]}" and as "{text}"')
    found[fact] = text
