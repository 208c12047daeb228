"""The rules as a classic script for the browser: what eligibility-core.js reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from guide.eligibility.checks import all_cites
from guide.eligibility.model import Condition, Criterion, Eligibility, Note, Question
from guide.eligibility.places import Places
from guide.eligibility.verdict import cites_json, edition_json, ground_json, note_json, step_json

NAME = "SHEKARA_ELIGIBILITY"
"""The global that the script sets."""


def as_script(rules: Eligibility, places: Places) -> str:
    """The content of assets/eligibility-data.js."""
    text = json.dumps(as_data(rules, places), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"window.{NAME} = {_harmless(text)};\n"


def as_data(rules: Eligibility, places: Places) -> dict[str, Any]:
    """The rules as plain values, with the name and the address of every provision that they cite."""
    return {
        "edition": [edition_json(edition) for edition in rules.edition],
        "questions": [_question(question) for question in rules.questions],
        "derived": [{"when": condition_data(item.when), "set": item.sets} for item in rules.derived],
        "criteria": [_criterion(criterion) for criterion in rules.criteria],
        "verdicts": [
            {"outcome": rule.outcome, "needs": rule.needs, "when": condition_data(rule.when)} for rule in rules.verdicts
        ],
        "outcomes": _outcomes(rules),
        "deadline": _deadlines(rules),
        "steps": [step_json(note) | _scope(note) for note in rules.steps],
        "open": [_note(note) for note in rules.open],
        "caveats": [_note(note) for note in rules.caveats],
        "provisions": _provisions(rules, places),
        "readings": _readings(rules, places),
    }


def condition_data(condition: Condition) -> list[list[list[Any]]]:
    """Alternatives of terms, each a fact and its values in order."""
    return [[[name, sorted(values)] for name, values in terms] for terms in condition.alternatives]


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "short": question.short,
        "text": question.text,
        "why": question.why,
        "sensitive": question.sensitive,
        "ask_when": condition_data(question.ask_when),
        "cites": cites_json(question.cites),
        "options": [{"value": one.value, "label": one.label, "hint": one.hint} for one in question.options],
    }


def _criterion(criterion: Criterion) -> dict[str, Any]:
    return ground_json(criterion) | _scope(criterion)


def _note(note: Note) -> dict[str, Any]:
    return note_json(note) | _scope(note)


def _scope(item: Criterion | Note) -> dict[str, Any]:
    return {"when": condition_data(item.when), "outcomes": sorted(item.outcomes)}


def _outcomes(rules: Eligibility) -> Mapping[str, Any]:
    return {
        outcome.id: [
            {"when": condition_data(one.when), "title": one.title, "sentence": one.sentence} for one in outcome.variants
        ]
        for outcome in rules.outcomes.values()
    }


def _deadlines(rules: Eligibility) -> list[dict[str, Any]]:
    return [
        {
            "outcomes": sorted(item.outcomes),
            "days": item.days,
            "label": item.label,
            "result": item.result,
            "assumption": item.assumption,
            "entry": item.entry,
            "cites": cites_json(item.cites),
        }
        for item in rules.deadline
    ]


def _provisions(rules: Eligibility, places: Places) -> dict[str, dict[str, str]]:
    return {path: {"name": places.label(path), "href": places.address(path)} for path in _paths(rules)}


def _readings(rules: Eligibility, places: Places) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Quotations with a misprint or a gap, in pieces: by provision and words."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for cite in all_cites(rules):
        pieces = places.pieces(cite.path, cite.words)
        if any(piece.source or piece.lost for piece in pieces):
            found.setdefault(cite.path, {})[cite.words] = [asdict(piece) for piece in pieces]
    return found


def _paths(rules: Eligibility) -> Iterable[str]:
    return sorted({cite.path for cite in all_cites(rules)})


def _harmless(text: str) -> str:
    """JSON that may stand in a script or between script tags."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
