"""Every combination of answers: both evaluators say the same, and the properties of the material hold."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from guide.eligibility import as_json, evaluate, load_eligibility
from guide.eligibility.checks import probes
from guide.eligibility.export import as_data
from guide.eligibility.model import MAY, Eligibility, Verdict
from guide.eligibility.places import CorpusPlaces
from guide.eligibility.space import asked, every_way

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "overrides" / "assets" / "js" / "eligibility-core.js"

LIST = {
    "rules/15/1": ("prosecuted", "true"),
    "rules/15/2": ("wilful_admin_within_year", "2"),
    "rules/15/3": ("leaving_permanently", "true"),
    "rules/15/4": ("health_circumstance", "true"),
    "rules/15/5": ("willing", "false"),
}
DOUBTS = {"unknown", "year_in_doubt", "dual"}
SHUT = {"excluded", "deregister", "not_eligible", "out_of_scope"}

BATCH = """
const core = require(process.argv[1]);
const {rules, batch} = JSON.parse(require("fs").readFileSync(0, "utf8"));
const mark = (verdict) => [verdict.outcome, verdict.title,
  ...["grounds", "open", "steps", "caveats"].map((part) => verdict[part].map((item) => item.id).join(" "))].join("|");
const full = {};
const marks = batch.map((answers) => {
  const verdict = core.evaluate(rules, answers);
  const name = mark(verdict);
  full[name] = verdict;
  return name;
});
const ways = batch.map((answers) => core.asked(rules, answers).map((question) => question.id).join(" "));
process.stdout.write(JSON.stringify({marks, full, ways}));
"""


@pytest.fixture(scope="module")
def rules() -> Eligibility:
    """The rules of the site."""
    return load_eligibility(ROOT / "content" / "editorial" / "eligibility.yml", ROOT)


@pytest.fixture(scope="module")
def every(rules: Eligibility) -> list[tuple[dict[str, str], Verdict]]:
    """Every combination of answers with its verdict."""
    return [(answers, evaluate(rules, answers)) for answers in every_way(rules)]


@pytest.fixture(scope="module")
def distinct(every: list[tuple[dict[str, str], Verdict]]) -> dict[str, tuple[dict[str, str], Verdict]]:
    """One combination for each verdict that differs from all others in what it shows."""
    return {mark(verdict) + answers.get("role", ""): (answers, verdict) for answers, verdict in every}


def mark(verdict: Verdict) -> str:
    parts = (verdict.grounds, verdict.open, verdict.steps, verdict.caveats)
    return "|".join([verdict.outcome, verdict.title, *(" ".join(item.id for item in part) for part in parts)])


def words_of(verdict: Verdict) -> str:
    notes = [note.text for part in (verdict.open, verdict.steps, verdict.caveats) for note in part]
    return "\n".join([verdict.title, verdict.sentence, *(ground.why for ground in verdict.grounds), *notes])


def paths_of(verdict: Verdict) -> set[str]:
    items = (*verdict.grounds, *verdict.open, *verdict.steps, *verdict.caveats)
    return {cite.path for item in items for cite in item.cites}


def governing(verdict: Verdict) -> set[str]:
    return {cite.path for ground in verdict.grounds if ground.governing for cite in ground.cites}


def reported(answers: Mapping[str, str]) -> set[str]:
    return {path for path, (name, value) in LIST.items() if answers.get(name) == value}


def test_both_evaluators_agree(rules: Eligibility, every: list[tuple[dict[str, str], Verdict]], corpus: Any) -> None:
    """Verdict, grounds and citations, over all combinations and over what `shekara decide` may be told besides."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    batch = [answers for answers, _ in every] + list(probes(rules))
    sent = json.dumps({"rules": as_data(rules, CorpusPlaces(corpus)), "batch": batch})
    ran = subprocess.run([node, "-e", BATCH, str(CORE)], input=sent, capture_output=True, text=True, timeout=120)
    assert ran.stderr == ""
    theirs = json.loads(ran.stdout)
    ours = {}
    for answers, name, way in zip(batch, theirs["marks"], theirs["ways"], strict=True):
        verdict = evaluate(rules, answers)
        assert mark(verdict) == name, answers
        assert " ".join(question.id for question in asked(rules, answers)) == way, answers
        ours[name] = verdict
    for name, verdict in ours.items():
        assert as_json(verdict) == theirs["full"][name]


def test_p01_every_verdict_shows_provisions_that_exist(
    distinct: dict[str, tuple[dict[str, str], Verdict]], corpus: Any
) -> None:
    for answers, verdict in distinct.values():
        assert verdict.grounds, answers
        assert all(ground.cites for ground in verdict.grounds)
        assert all(corpus.has(path) and "#" in corpus.address(path) for path in paths_of(verdict))


def test_p02_every_ground_of_the_list_is_shown(every: list[tuple[dict[str, str], Verdict]]) -> None:
    """And the Law's own list governs for squads, and for squads alone."""
    for answers, verdict in every:
        if verdict.outcome in {"excluded", "deregister"}:
            assert reported(answers) <= governing(verdict), answers
        law = {path for path in governing(verdict) if path.startswith("law/76/4/")}
        if answers.get("role") != "squad":
            assert law == set(), answers
        elif verdict.outcome in {"excluded", "deregister"}:
            assert {path.replace("rules/15", "law/76/4") for path in reported(answers)} <= law, answers


def test_p03_an_excluding_fact_never_opens_a_way(every: list[tuple[dict[str, str], Verdict]]) -> None:
    seen: set[tuple[tuple[str, str], ...]] = set()
    for answers, verdict in every:
        if verdict.outcome not in {"excluded", "deregister"}:
            continue
        assert verdict.outcome == ("deregister" if answers["engaged"] == "true" else "excluded")
        for name, value in LIST.values():
            changed = answers | {name: value}
            key = tuple(changed.items())
            if key not in seen:
                seen.add(key)
                assert reported(changed) >= reported(answers)
    by_answers = {tuple(answers.items()): verdict.outcome for answers, verdict in every}
    assert all(by_answers[key] in {"excluded", "deregister"} for key in seen)


def test_p04_what_is_unknown_is_unclear(every: list[tuple[dict[str, str], Verdict]]) -> None:
    """Unless another answer shuts the way already."""
    names = ["citizen", *(name for name, _ in LIST.values())]
    for answers, verdict in every:
        if DOUBTS & {answers.get(name, "") for name in names}:
            assert verdict.outcome in {"unclear", *SHUT}, answers
            assert (verdict.outcome == "unclear") == (not reported(answers)), answers


def test_p05_no_acceptance_is_promised(distinct: dict[str, tuple[dict[str, str], Verdict]]) -> None:
    """Thirty calendar days and refusal without reasons with every may_apply; thirty days nowhere else as a limit."""
    for answers, verdict in distinct.values():
        said = words_of(verdict)
        assert not re.search(r"will be (accepted|engaged|registered|listed)|guarantee", said)
        if verdict.outcome == "may_apply":
            assert "thirty calendar days" in said
            assert "refuses without" in said
            assert "rules/17" in paths_of(verdict)
        if answers.get("role") in {"squad", "individual"}:
            assert not re.search(r"thirty|\b30\b", said), answers


def test_p06_every_open_way_names_the_training(distinct: dict[str, tuple[dict[str, str], Verdict]]) -> None:
    for _, verdict in distinct.values():
        if verdict.outcome in MAY:
            assert {"rules/11", "law/77/1/4"} <= paths_of(verdict)
            assert "Legal training" in words_of(verdict)


def test_the_verdict_itself_says_that_paragraph_10_is_open_for_individual_volunteers(
    every: list[tuple[dict[str, str], Verdict]],
) -> None:
    open_words = "the words do not say whether paragraph 10 covers individual volunteers"
    for answers, verdict in every:
        asked_for = answers.get("activity") == "paragraph_10" and verdict.outcome in {*MAY, "not_yet"}
        assert (open_words in verdict.sentence) == asked_for, answers


OWN = {"citizen", "prosecuted", "wilful_admin_within_year", "leaving_permanently", "trained"}


def test_what_only_the_reader_can_know_is_not_laid_to_the_words(every: list[tuple[dict[str, str], Verdict]]) -> None:
    """The title says why the verdict is unclear; a doubt that the words leave comes first."""
    for answers, verdict in every:
        if verdict.outcome == "unclear":
            unknown = any(answers.get(name) == "unknown" for name in OWN)
            words = {"dual", "year_in_doubt"} & set(answers.values()) or answers["health_circumstance"] == "unknown"
            own = verdict.title == "It depends on what you do not know"
            assert own == (unknown and not words), answers


def test_who_only_does_not_want_to_begin_is_sent_nowhere(every: list[tuple[dict[str, str], Verdict]]) -> None:
    for answers, verdict in every:
        if verdict.outcome == "excluded":
            assert (verdict.steps == ()) == (reported(answers) == {"rules/15/5"}), answers


def test_duties_and_rights_are_no_steps(rules: Eligibility) -> None:
    duties = {note.id for note in rules.steps if note.duty}
    assert duties == {"leader-control", "duty-report", "duty-certificate", "duty-explain", "rights", "force"}
    assert not any(re.match("Your (duty|rights)", note.text) for note in rules.steps if not note.duty)


SILENT = re.compile(
    r"\b(age|aged|years old|eighteen|18|resid\w*|pay|paid|salary|wage|valid\w*|appeal\w*|complain\w*|court|hours)\b",
    re.IGNORECASE,
)


def test_p07_nothing_is_stated_that_the_acts_do_not_state(
    rules: Eligibility, distinct: dict[str, tuple[dict[str, str], Verdict]]
) -> None:
    """Such words stand only where the site says that the acts are silent, or where the acts use them."""
    said = {
        sentence for _, verdict in distinct.values() for sentence in re.split(r"(?<=[.!?])\s+|\n", words_of(verdict))
    }
    said |= {criterion.why for criterion in rules.criteria}
    for sentence in said:
        if SILENT.search(sentence):
            silent = re.search(r"do not say|Neither act|permanent (place of )?residence|not stated", sentence)
            assert silent, sentence


def test_p08_every_question_is_closed(rules: Eligibility) -> None:
    """No question asks for a name, a number, a diagnosis or free text."""
    for question in rules.questions:
        assert len(question.options) > 1
        words = " ".join([question.text, *(option.label for option in question.options)])
        assert not re.search(
            r"\b(name of|identity number|IIN|diagnos\w*|which disease|write|describe|phone|address)\b", words
        )


def test_p08_no_script_sends_or_stores_an_answer() -> None:
    channels = r"fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|localStorage|sessionStorage|indexedDB|cookie"
    writers = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    for script in CORE.parent.glob("eligibility-*.js"):
        assert not re.search(f"{channels}|{writers}", script.read_text("utf-8")), script.name


def test_p10_every_question_and_answer_is_used_and_every_outcome_has_its_way(
    rules: Eligibility, every: list[tuple[dict[str, str], Verdict]]
) -> None:
    given = {(name, value) for answers, _ in every for name, value in answers.items()}
    assert given == {(question.id, option.value) for question in rules.questions for option in question.options}
    unreached = set(rules.outcomes) - {verdict.outcome for _, verdict in every}
    assert unreached == {"answer", "not_stated"}, "these two answer facts that the wizard does not ask for"
    assert unreached <= {evaluate(rules, answers).outcome for answers in probes(rules)}
    assert all(len(asked(rules, answers)) == len(answers) for answers, _ in every)
