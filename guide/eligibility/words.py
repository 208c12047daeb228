"""Conditions in words, for people who read the rules instead of answering questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide.eligibility.model import ABSENT, ALWAYS, UNKNOWN, Band, Condition, Eligibility

PLAIN = {"true": "yes", "false": "no", UNKNOWN: "not known", ABSENT: "not stated"}


def labels(rules: Eligibility) -> dict[str, str]:
    """What each fact is called."""
    found = {name: derivation.label for derivation in rules.derived if derivation.label for name, _ in derivation.sets}
    found |= {fact.id: fact.label for fact in rules.facts}
    return found | {question.id: question.short for question in rules.questions}


def value_labels(rules: Eligibility) -> dict[tuple[str, str], str]:
    """What each value of a fact is called, where it is not a plain yes or no."""
    options = ((question.id, option) for question in rules.questions for option in question.options)
    found = {(name, option.value): option.label for name, option in options if option.value not in PLAIN}
    return found | {(fact.id, value): words for fact in rules.facts for value, words in _bands(fact.bands).items()}


def describe(rules: Eligibility, condition: Condition) -> tuple[str, ...]:
    """Each alternative of a condition in words; nothing for one that always holds."""
    if condition == ALWAYS:
        return ()
    names, values = labels(rules), value_labels(rules)
    return tuple(
        "; and ".join(_term(names[name], name, wanted, values) for name, wanted in terms)
        for terms in condition.alternatives
    )


def _term(label: str, name: str, wanted: Iterable[str], values: Mapping[tuple[str, str], str]) -> str:
    order = [value for fact, value in values if fact == name] + list(PLAIN)
    listed = sorted(wanted, key=order.index)
    words = " or ".join(_lower(values.get((name, value), PLAIN.get(value, value))) for value in listed)
    return f"{label}: {words}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _bands(bands: tuple[Band, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    last: int | None = None
    for band in bands:
        above = f"more than {last}" if last is not None else "any"
        found[band.value] = above if band.upto is None else f"up to {band.upto}"
        last = band.upto
    return found
