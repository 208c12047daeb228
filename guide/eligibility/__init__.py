"""May I take part, and how? Rules as data, a pure evaluator, and what the site and the command line make of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guide.eligibility.answers import AnswersError, normalise
from guide.eligibility.evaluate import evaluate
from guide.eligibility.load import load_eligibility
from guide.eligibility.model import Eligibility, Verdict
from guide.eligibility.verdict import as_json, as_text

__all__ = [
    "AnswersError",
    "Eligibility",
    "Verdict",
    "as_json",
    "as_text",
    "decide",
    "evaluate",
    "load_eligibility",
    "normalise",
]

FILE = Path("editorial") / "eligibility.yml"


def decide(answers: Mapping[str, Any], content: Path = Path("content")) -> Verdict:
    """The verdict on the facts that `shekara decide` takes, by the rules below `content`.

    Raises:
        AnswersError: a fact or a value is unknown.
        EditorialError: the file of rules breaks its format.
    """
    rules = load_eligibility(content / FILE, content.parent)
    return evaluate(rules, normalise(rules, answers))
