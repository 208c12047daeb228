"""From facts to a verdict. Pure, without a rule of its own; overrides/assets/js/eligibility-core.js does the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from guide.eligibility.model import Answers, Criterion, Eligibility, Note, Variant, Verdict, VerdictRule

Shown = TypeVar("Shown", Criterion, Note)


def evaluate(rules: Eligibility, answers: Answers) -> Verdict:
    """The verdict on these answers, with every ground that applies and not the first alone."""
    facts = derive(rules, answers)
    matched = [criterion for criterion in rules.criteria if criterion.when.holds(facts)]
    outcome = choose(rules.verdicts, {criterion.effect for criterion in matched}, facts).outcome
    variant = phrase(rules.outcomes[outcome].variants, facts)
    return Verdict(
        outcome=outcome,
        title=variant.title,
        sentence=variant.sentence,
        grounds=shown(matched, outcome, facts),
        open=shown(rules.open, outcome, facts),
        steps=shown(rules.steps, outcome, facts),
        caveats=shown(rules.caveats, outcome, facts),
        edition=rules.edition,
    )


def derive(rules: Eligibility, answers: Answers) -> dict[str, str]:
    """The answers and what follows from them, line by line."""
    facts = dict(answers)
    for derivation in rules.derived:
        if derivation.when.holds(facts):
            facts.update(derivation.sets)
    return facts


def choose(verdicts: Iterable[VerdictRule], effects: set[str], facts: Answers) -> VerdictRule:
    """The first verdict that holds; the last one always does."""
    return next(
        verdict for verdict in verdicts if (not verdict.needs or verdict.needs in effects) and verdict.when.holds(facts)
    )


def phrase(variants: Iterable[Variant], facts: Answers) -> Variant:
    """The first wording that fits; the last one always does."""
    return next(variant for variant in variants if variant.when.holds(facts))


def shown(items: Iterable[Shown], outcome: str, facts: Answers) -> tuple[Shown, ...]:
    """Those that belong to this verdict and these facts."""
    return tuple(item for item in items if is_shown(item, outcome, facts))


def is_shown(item: Criterion | Note, outcome: str, facts: Answers) -> bool:
    """Whether it belongs to this verdict and these facts."""
    return (not item.outcomes or outcome in item.outcomes) and item.when.holds(facts)
