"""The verdicts on cases, and what a file of rules or of answers may not say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.eligibility import AnswersError, as_json, as_text, decide, load_eligibility
from guide.eligibility.checks import check
from guide.eligibility.model import Eligibility
from parser.errors import EditorialError

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "content" / "editorial" / "eligibility.yml"
GOLDEN = ROOT.parent / "shared" / "golden" / "eligibility.yaml"
CLEAN = {
    "citizen": True,
    "prosecuted": False,
    "wilful_admin_within_year": 0,
    "leaving_permanently": False,
    "health_circumstance": False,
    "willing": True,
}
NO_VERDICT = {"answer", "not_stated"}


@pytest.fixture(scope="module")
def rules() -> Eligibility:
    """The rules of the site."""
    return load_eligibility(FILE, ROOT)


def own_cases() -> list[Any]:
    files = sorted((ROOT / "tests" / "cases" / "eligibility").glob("*.yml"))
    cases = [(path.stem, case) for path in files for case in yaml.safe_load(path.read_text("utf-8"))]
    return [pytest.param(case, id=f"{stem}: {case['title']}") for stem, case in cases]


def golden_cases() -> list[Any]:
    if not GOLDEN.is_file():
        return []
    return [pytest.param(case, id=case["id"]) for case in yaml.safe_load(GOLDEN.read_text("utf-8"))["cases"]]


def verdict_on(answers: dict[str, Any]) -> dict[str, Any]:
    return as_json(decide(answers, ROOT / "content"))


def cited(verdict: dict[str, Any], parts: tuple[str, ...] = ("grounds", "open", "steps", "caveats")) -> set[str]:
    return {cite["path"] for part in parts for item in verdict[part] for cite in item["cites"]}


def governing(verdict: dict[str, Any]) -> set[str]:
    return {cite["path"] for ground in verdict["grounds"] if ground["governing"] for cite in ground["cites"]}


@pytest.mark.parametrize("case", own_cases())
def test_own_case(case: dict[str, Any]) -> None:
    answers = case["answers"]
    facts = {**(CLEAN if case.get("clean") else {}), **answers.get("facts", {})}
    verdict = verdict_on({**answers, "facts": facts})
    said = as_text(decide({**answers, "facts": facts}, ROOT / "content"))
    assert verdict["outcome"] == case["outcome"]
    assert set(case.get("cites", [])) <= cited(verdict)
    assert set(case.get("governs", [])) <= governing(verdict)
    assert set(case.get("compares", [])) <= cited(verdict) - governing(verdict)
    assert [words for words in case.get("says", []) if words not in said] == []
    assert [words for words in case.get("says_not", []) if words in said] == []


@pytest.mark.parametrize("case", golden_cases())
def test_case_of_the_material(case: dict[str, Any]) -> None:
    """What belongs to the answers pages gets no verdict here, or the answer that the facts show."""
    expected = case["expected"]
    verdict = verdict_on({"role": case["role"], "facts": case["facts"]})
    if expected["outcome"] in NO_VERDICT and verdict["outcome"] not in NO_VERDICT:
        assert verdict["outcome"] == "unclear"
        return
    assert verdict["outcome"] in {expected["outcome"], *expected.get("also_accept", [])}
    assert set(expected["must_cite"]) <= cited(verdict)
    assert not set(expected.get("must_not_cite_as_governing", [])) & governing(verdict)


def test_every_outcome_is_reached_by_a_case() -> None:
    """P10: no outcome without a case."""
    assert {case.values[0]["outcome"] for case in own_cases()} == set(load_eligibility(FILE).outcomes)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"colour": "red"}, 'unknown fact "colour"; known: activity, age,'),
        ({"role": "general"}, '"general" is no value of "role"; known: part_time, individual, squad'),
        ({"citizen": "maybe"}, '"maybe" is no value of "citizen"; known: true, false, dual, unknown'),
        ({"wilful_admin_within_year": -1}, '"-1" is no value of "wilful_admin_within_year"'),
        ({"age": True}, '"True" is no value of "age"; known: given, a whole number'),
        ({"citizen": True, "citizenship": False}, '"citizen" is stated twice, as "true" and as "false"'),
        ({"facts": [1]}, '"facts" must be a mapping'),
        ({"citizen": {"a": 1}}, 'is no value of "citizen"'),
    ],
)
def test_an_answer_nobody_knows_is_refused_in_one_line(answers: dict[str, Any], words: str) -> None:
    with pytest.raises(AnswersError) as caught:
        verdict_on(answers)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("    short: Form\n", "    short: Form\n    colour: red\n", 'unknown key "colour"'),
        ("effect: scope", "effect: magic", '"magic" is unknown here; known: scope'),
        ("outcome: not_eligible, needs", "outcome: never, needs", '"never" is unknown here'),
        ("sensitive: true", "sensitive: perhaps", '"sensitive" must be true or false'),
        ("days: 30", "days: thirty", '"days" must be a whole number'),
        ("    ask_when: {cooperation: public}", "    ask_when: public", "a condition is a mapping"),
        ("    short: Form\n", "    short: 5\n", '"short" must be text'),
        ("    duty: true\n", "    duty: perhaps\n", '"duty" must be true or false'),
        ("  - id: two-translations\n", "  - id: two-translations\n    duty: true\n", 'unknown key "duty"'),
        ("    outcomes: [deregister]\n", "    outcomes: deregister\n", '"outcomes" must be a list'),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    text = FILE.read_text("utf-8")
    assert old in text
    changed = tmp_path / "eligibility.yml"
    changed.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(EditorialError, match=r"^eligibility\.yml:\d+: ") as caught:
        load_eligibility(changed, tmp_path)
    assert words in str(caught.value)


def test_nothing_is_wrong_with_the_rules(rules: Eligibility, corpus: Any) -> None:
    assert [str(diagnostic) for diagnostic in check(rules, corpus)] == []


LEADER = "ask_when: {role: squad, engaged: true}"
EXCLUDED = "{outcome: excluded, needs: exclusion"
VARIANT = "      - when: {role: individual"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- {path: rules/15/1, words:", "- {path: rules/15/9, words:", "no such provision"),
        ('words: "criminal prosecution"', 'words: "criminal persecution"', "these words do not stand in rules/15/1"),
        (LEADER, "ask_when: {role: squad, trained: true}", '"leader" depends on no earlier question: "trained"'),
        (LEADER, "ask_when: {role: squad, engaged: unknown}", 'nobody is asked this question: "leader"'),
        (LEADER, "ask_when: {role: platoon}", 'a condition on an unknown value of "role": "platoon"'),
        (LEADER, "ask_when: {rolle: squad}", 'a condition on an unknown fact: "rolle"'),
        (EXCLUDED, EXCLUDED + ", when: {engaged: true}", 'nobody reaches this verdict: "excluded"'),
        ("  - {outcome: unclear}", "  - {outcome: unclear, needs: doubt}", "the last verdict must hold always"),
        ("- id: exclusion-2\n", "- id: exclusion-1\n", 'this name is taken: "exclusion-1"'),
        ("when: {death: true}", "when: {death: true, willing: true, age: given}", "nobody is shown this"),
        (VARIANT, VARIANT + ", engaged: absent", 'nobody gets this wording of "may_participate"'),
    ],
)
def test_what_the_checks_find(tmp_path: Path, corpus: Any, old: str, new: str, words: str) -> None:
    text = FILE.read_text("utf-8")
    assert old in text
    changed = tmp_path / "eligibility.yml"
    changed.write_text(text.replace(old, new, 1), "utf-8")
    found = [str(diagnostic) for diagnostic in check(load_eligibility(changed, tmp_path), corpus)]
    assert any(words in line and line.startswith("eligibility.yml:") for line in found), found


def test_the_edition_is_that_of_the_sources(rules: Eligibility, corpus: Any) -> None:
    """The dates stand in the sources' own description too."""
    for edition in rules.edition:
        meta = corpus.acts[edition.act].meta
        day, month, year = edition.as_of.split(".")
        assert (edition.official, f"{year}-{month}-{day}") == (meta.official, meta.edition)
