"""What the eligibility rules are made of. Nothing here knows a rule: those are content/editorial/eligibility.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Answers = Mapping[str, str]
"""Facts by name. A fact that nobody stated is not in it."""

ABSENT = "absent"
"""The value that stands for a fact nobody stated."""

UNKNOWN = "unknown"

Effect = Literal[
    "scope",
    "requirement",
    "exclusion",
    "consequence",
    "doubt",
    "precondition",
    "basis",
    "comparison",
    "answer",
    "silence",
    "missing",
]
EFFECTS: tuple[str, ...] = get_args(Effect)
OUTCOMES = (
    "may_apply",
    "may_be_listed",
    "may_participate",
    "not_eligible",
    "excluded",
    "deregister",
    "not_yet",
    "unclear",
    "not_stated",
    "out_of_scope",
    "answer",
)
"""The names of the verdicts, which tests and readers of the JSON rely on."""

MAY = ("may_apply", "may_be_listed", "may_participate")


@dataclass(frozen=True, slots=True)
class Condition:
    """Alternatives, of which one must hold; each asks of some facts that they have one of some values."""

    alternatives: tuple[tuple[tuple[str, frozenset[str]], ...], ...]

    def holds(self, facts: Answers) -> bool:
        """Whether the condition holds of these facts."""
        for alternative in self.alternatives:  # plain loops: this runs millions of times over every combination
            for name, values in alternative:
                if facts.get(name, ABSENT) not in values:
                    break
            else:
                return True
        return False

    def names(self) -> frozenset[str]:
        """The facts that it looks at."""
        return frozenset(name for alternative in self.alternatives for name, _ in alternative)


ALWAYS = Condition(((),))


@dataclass(frozen=True, slots=True)
class Cite:
    """A provision and words that stand in it."""

    path: str
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Option:
    """One closed answer. `accepts` are other spellings of its value."""

    value: str
    label: str
    hint: str
    accepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What the wizard asks, of whom, and why."""

    id: str
    names: tuple[str, ...]
    short: str
    text: str
    why: str
    cites: tuple[Cite, ...]
    ask_when: Condition
    sensitive: bool
    options: tuple[Option, ...]
    line: int

    def label(self, value: str) -> str:
        """The words of an answer."""
        return next(option.label for option in self.options if option.value == value)


@dataclass(frozen=True, slots=True)
class Band:
    """Numbers up to `upto` (None: all that are left) count as `value`."""

    upto: int | None
    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that `shekara decide` takes and the wizard does not ask for."""

    id: str
    label: str
    names: tuple[str, ...]
    values: tuple[str, ...]
    bands: tuple[Band, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Derivation:
    """Facts that follow when a condition holds; `label` names a fact that nothing else names."""

    label: str
    when: Condition
    sets: tuple[tuple[str, str], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """A possible ground: what it says, when it holds, and what it does."""

    id: str
    effect: str
    governing: bool
    when: Condition
    outcomes: frozenset[str]
    why: str
    cites: tuple[Cite, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Note:
    """A step, a point left open, or a caveat. `duty` marks a step that is none: a duty, a right or a limit."""

    id: str
    when: Condition
    outcomes: frozenset[str]
    text: str
    cites: tuple[Cite, ...]
    line: int
    duty: bool = False


@dataclass(frozen=True, slots=True)
class VerdictRule:
    """One line of the order in which verdicts are tried."""

    outcome: str
    needs: str
    when: Condition
    ask: str
    line: int


@dataclass(frozen=True, slots=True)
class Variant:
    """A verdict's title and sentence for some of those whom it meets."""

    when: Condition
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict and how it is put into words."""

    id: str
    variants: tuple[Variant, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """Days that run from a day which the reader names, and how that is put into words."""

    outcomes: frozenset[str]
    days: int
    label: str
    result: str
    assumption: str
    entry: str
    cites: tuple[Cite, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Edition:
    """Which text of an act everything rests on."""

    act: str
    title: str
    as_of: str
    official: str


@dataclass(frozen=True, slots=True)
class Eligibility:
    """All of it, checked in form; `checks` looks at what it says."""

    file: str
    edition: tuple[Edition, ...]
    questions: tuple[Question, ...]
    facts: tuple[Fact, ...]
    expand: Mapping[str, tuple[tuple[str, str], ...]]
    derived: tuple[Derivation, ...]
    criteria: tuple[Criterion, ...]
    verdicts: tuple[VerdictRule, ...]
    outcomes: Mapping[str, Outcome]
    deadline: tuple[Deadline, ...]
    steps: tuple[Note, ...]
    open: tuple[Note, ...]
    caveats: tuple[Note, ...]

    def question(self, name: str) -> Question:
        """The question with that id."""
        return next(question for question in self.questions if question.id == name)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say to some facts."""

    outcome: str
    title: str
    sentence: str
    grounds: tuple[Criterion, ...]
    open: tuple[Note, ...]
    steps: tuple[Note, ...]
    caveats: tuple[Note, ...]
    edition: tuple[Edition, ...]
