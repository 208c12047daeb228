"""Whether the rules say what the texts say, and whether every part of them is of use to somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, product, zip_longest
from math import gcd
from typing import Protocol, TypeVar

from guide.eligibility.evaluate import choose, derive, is_shown, phrase
from guide.eligibility.model import (
    ABSENT,
    ALWAYS,
    OUTCOMES,
    UNKNOWN,
    Answers,
    Cite,
    Condition,
    Criterion,
    Deadline,
    Derivation,
    Eligibility,
    Fact,
    Note,
    Question,
    VerdictRule,
)
from guide.eligibility.space import every_way
from parser.errors import Diagnostic

Item = TypeVar("Item")

PROBED = 2
"""Facts beside the role that `shekara decide` is told at once, when the rules are proved."""


class Texts(Protocol):
    """What the checks need to know of the texts; `parser.corpus.Corpus` offers it."""

    def has(self, path: str) -> bool:
        """Whether there is such a provision."""

    def text_of(self, path: str) -> str:
        """Its words and those of all below it, white space folded."""


def check(rules: Eligibility, texts: Texts) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the rules; nothing when all is well."""
    form = (*_names(rules), *_conditions(rules), *_order(rules), *_endings(rules))
    return (*form, *_quotations(rules, texts), *(() if form else _use(rules)))


def all_cites(rules: Eligibility) -> Iterator[Cite]:
    """Every provision that the rules name."""
    for item in _citing(rules):
        yield from item.cites


def _citing(rules: Eligibility) -> tuple[Question | Deadline | Criterion | Note, ...]:
    return (*rules.questions, *rules.deadline, *_shown_items(rules))


def _shown_items(rules: Eligibility) -> tuple[Criterion | Note, ...]:
    return (*rules.criteria, *_notes(rules))


def _notes(rules: Eligibility) -> tuple[Note, ...]:
    return (*rules.steps, *rules.open, *rules.caveats)


def _stated(rules: Eligibility) -> tuple[Question | Fact, ...]:
    return (*rules.questions, *rules.facts)


def _quotations(rules: Eligibility, texts: Texts) -> Iterator[Diagnostic]:
    for cite in all_cites(rules):
        if not texts.has(cite.path):
            yield _error(rules, cite.line, "no such provision; look the path up in the act", cite.path)
        elif cite.words not in " ".join(texts.text_of(cite.path).split()):
            yield _error(rules, cite.line, f"these words do not stand in {cite.path}; quote it as it is", cite.words)
    for item in _citing(rules):
        if not item.cites:
            yield _error(rules, item.line, "names no provision; every claim rests on one")


def _names(rules: Eligibility) -> Iterator[Diagnostic]:
    """Ids that stand twice."""
    facts = [(name, item.line) for item in _stated(rules) for name in (item.id, *item.names)]
    sections: tuple[list[tuple[str, int]], ...] = (
        facts,
        [(item.id, item.line) for item in rules.criteria],
        [(item.id, item.line) for item in _notes(rules)],
    )
    for section in sections:
        count = Counter(name for name, _ in section)
        yield from (_error(rules, line, "this name is taken", name) for name, line in section if count[name] > 1)


def known_values(rules: Eligibility) -> dict[str, set[str]]:
    """The values that each fact may have, `absent` and derived ones included."""
    known = {item.id: {option.value for option in item.options} | {ABSENT, UNKNOWN} for item in rules.questions}
    known |= {fact.id: {*fact.values, ABSENT, UNKNOWN} for fact in rules.facts}
    for derivation in rules.derived:
        for name, value in derivation.sets:
            known.setdefault(name, {ABSENT}).add(value)
    return known


def _conditions(rules: Eligibility) -> Iterator[Diagnostic]:
    """Conditions on facts or values that do not exist, and so never hold."""
    known = known_values(rules)
    for condition, line in _all_conditions(rules):
        for name, values in (term for alternative in condition.alternatives for term in alternative):
            if name not in known:
                yield _error(rules, line, "a condition on an unknown fact", name)
            elif values - known[name]:
                unknown = ", ".join(sorted(values - known[name]))
                yield _error(rules, line, f'a condition on an unknown value of "{name}"', unknown)


def _all_conditions(rules: Eligibility) -> Iterator[tuple[Condition, int]]:
    yield from ((question.ask_when, question.line) for question in rules.questions)
    conditional: tuple[Derivation | VerdictRule | Criterion | Note, ...]
    conditional = (*rules.derived, *rules.verdicts, *_shown_items(rules))
    yield from ((item.when, item.line) for item in conditional)
    for outcome in rules.outcomes.values():
        yield from ((variant.when, outcome.line) for variant in outcome.variants)


def _order(rules: Eligibility) -> Iterator[Diagnostic]:
    """Questions that depend on a later one."""
    before: set[str] = set()
    for question in rules.questions:
        for name in sorted(question.ask_when.names() - before):
            yield _error(rules, question.line, f'"{question.id}" depends on no earlier question', name)
        before.add(question.id)


def _endings(rules: Eligibility) -> Iterator[Diagnostic]:
    """Lists whose last line must always hold, so that nobody falls through."""
    last = rules.verdicts[-1]
    if last.needs or last.when != ALWAYS:
        yield _error(rules, last.line, "the last verdict must hold always: no needs, no when")
    for outcome in rules.outcomes.values():
        if not outcome.variants or outcome.variants[-1].when != ALWAYS:
            yield _error(rules, outcome.line, "the last variant must fit always: no when", outcome.id)
    for name in OUTCOMES:
        if name not in rules.outcomes:
            yield _error(rules, 1, "an outcome has no title and sentence", name)


@dataclass(slots=True)
class Used:
    """What somebody gets to see."""

    questions: set[str] = field(default_factory=set)
    items: set[str] = field(default_factory=set)
    verdicts: set[int] = field(default_factory=set)
    variants: set[tuple[str, str]] = field(default_factory=set)


def _use(rules: Eligibility) -> Iterator[Diagnostic]:
    """Questions nobody is asked, outcomes nobody reaches, and what nobody is shown."""
    used = _used(rules)
    for question in rules.questions:
        if question.id not in used.questions:
            yield _error(rules, question.line, "nobody is asked this question", question.id)
    for verdict in rules.verdicts:
        if verdict.line not in used.verdicts:
            yield _error(rules, verdict.line, "nobody reaches this verdict", verdict.outcome)
    for outcome in rules.outcomes.values():
        for variant in outcome.variants:
            if (outcome.id, variant.title) not in used.variants:
                yield _error(rules, outcome.line, f'nobody gets this wording of "{outcome.id}"', variant.title)
    for item in _shown_items(rules):
        if item.id not in used.items:
            yield _error(rules, item.line, "nobody is shown this", item.id)


def _used(rules: Eligibility) -> Used:
    """What somebody gets to see; the search ends as soon as nothing is missing."""
    used = Used()
    wanted = (
        {question.id for question in rules.questions},
        {item.id for item in _shown_items(rules)},
        {verdict.line for verdict in rules.verdicts},
        {(outcome.id, variant.title) for outcome in rules.outcomes.values() for variant in outcome.variants},
    )
    told = _spread([(answers, False) for answers in probes(rules)])
    ways = _spread([(answers, True) for answers in every_way(rules)])
    in_turns = (one for pair in zip_longest(told, ways) for one in pair if one)
    for answers, asked in chain(((answers, False) for answers in hints(rules)), in_turns):
        used.questions.update(answers if asked else ())
        _look(rules, answers, used)
        if wanted == (used.questions, used.items, used.verdicts, used.variants):
            break
    return used


def _spread(items: Sequence[Item]) -> Iterator[Item]:
    """All items once, neighbours far apart: unlike ones come early."""
    step = next(one for one in range(len(items) * 5 // 8, 0, -1) if gcd(one, len(items)) == 1)
    yield from (items[index * step % len(items)] for index in range(len(items)))


def _look(rules: Eligibility, answers: Answers, used: Used) -> None:
    """Note what these answers lead to; what is known to be of use is not looked at again."""
    facts = derive(rules, answers)
    matched = [criterion for criterion in rules.criteria if criterion.when.holds(facts)]
    verdict = choose(rules.verdicts, {criterion.effect for criterion in matched}, facts)
    used.verdicts.add(verdict.line)
    used.variants.add((verdict.outcome, phrase(rules.outcomes[verdict.outcome].variants, facts).title))
    for items in (matched, rules.steps, rules.open, rules.caveats):
        unseen = (item for item in items if item.id not in used.items)
        used.items.update(item.id for item in unseen if is_shown(item, verdict.outcome, facts))


def hints(rules: Eligibility) -> Iterator[dict[str, str]]:
    """Those of the probes that conditions speak of: looked at first, they meet what few others meet."""
    told, roles = _told(rules), _roles(rules)
    for condition, _ in _all_conditions(rules):
        for alternative in condition.alternatives:
            named = {name: sorted(values)[:2] for name, values in alternative if name in told}
            if len(named.keys() - {"role"}) <= PROBED:
                for chosen in product(*named.values()):
                    facts = {name: value for name, value in zip(named, chosen, strict=True) if value != ABSENT}
                    yield from ([facts] if "role" in named else ({**role, **facts} for role in roles))


def probes(rules: Eligibility) -> Iterator[dict[str, str]]:
    """What `shekara decide` may be told beyond the wizard: each pair of facts, in each form and in none."""
    values = {name: sorted(found - {ABSENT}) for name, found in known_values(rules).items() if name in _told(rules)}
    roles = _roles(rules)
    for first, second in combinations(sorted(values), PROBED):
        for role in roles:
            yield from _pairs(values, first, second, role)


def _roles(rules: Eligibility) -> list[dict[str, str]]:
    return [{}, *({"role": value} for value in sorted(known_values(rules).get("role", set()) - {ABSENT}))]


def _pairs(values: Mapping[str, list[str]], first: str, second: str, role: Answers) -> Iterator[dict[str, str]]:
    yield from ({**role, first: one, second: two} for one in values[first] for two in values[second])


def _told(rules: Eligibility) -> Iterable[str]:
    return {item.id for item in _stated(rules)}


def _error(rules: Eligibility, line: int, message: str, words: str = "") -> Diagnostic:
    return Diagnostic("error", rules.file, line, message, words)
