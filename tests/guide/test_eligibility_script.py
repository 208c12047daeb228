"""The wizard's pure parts in Node: the way through the questions, the fragment, the date and the calendar file."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from guide.eligibility import load_eligibility
from guide.eligibility.export import as_data
from guide.eligibility.model import Eligibility
from guide.eligibility.places import CorpusPlaces
from guide.eligibility.space import every_way

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "overrides" / "assets" / "js"
HEAD = """
const [core, dates] = ["core", "dates"].map((name) => require(process.argv[1] + "/eligibility-" + name + ".js"));
const {rules, input} = JSON.parse(require("fs").readFileSync(0, "utf8"));
const done = (value) => process.stdout.write(JSON.stringify(value));
"""


@pytest.fixture(scope="module")
def rules() -> Eligibility:
    """The rules of the site."""
    return load_eligibility(ROOT / "content" / "editorial" / "eligibility.yml", ROOT)


@pytest.fixture(scope="module")
def run(rules: Eligibility, corpus: Any) -> Any:
    """Runs a script in Node with the rules and an input, and gives back what it is done with."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    data = as_data(rules, CorpusPlaces(corpus))

    def make(script: str, given: Any = None) -> Any:
        sent = json.dumps({"rules": data, "input": given})
        command = [node, "-e", HEAD + script, str(SCRIPTS)]
        ran = subprocess.run(command, input=sent, capture_output=True, text=True, timeout=120)
        assert ran.stderr == ""
        return json.loads(ran.stdout)

    return make


def test_p09_a_link_reproduces_the_result_in_whatever_order_it_was_answered(rules: Eligibility, run: Any) -> None:
    """All combinations: answers shuffled, written to a fragment, read back, evaluated."""
    shuffle = random.Random(866)
    batch = []
    for answers in every_way(rules):
        items = list(answers.items())
        shuffle.shuffle(items)
        batch.append(dict(items))
    script = """
    done(input.map((answers) => {
      const fragment = core.toFragment(rules, answers, "result");
      const read = core.fromFragment(rules, fragment);
      const same = JSON.stringify(core.evaluate(rules, read.answers)) === JSON.stringify(core.evaluate(rules, answers));
      return same && read.at === "result" && core.toFragment(rules, read.answers, "result") === fragment
        && core.next(rules, answers) === null;
    }).filter((fine) => !fine).length);
    """
    assert run(script, batch) == 0


@pytest.mark.parametrize(
    ("fragment", "answers", "at"),
    [
        ("", {}, "cooperation"),
        ("#at=result", {}, "cooperation"),
        ("#cooperation=public", {"cooperation": "public"}, "role"),
        ("#cooperation=public&at=check", {"cooperation": "public"}, "role"),
        ("#cooperation=public&at=cooperation", {"cooperation": "public"}, "cooperation"),
        ("#cooperation=non_public", {"cooperation": "non_public"}, "check"),
        ("#cooperation=non_public&role=squad&at=result", {"cooperation": "non_public"}, "result"),
        ("#cooperation=<b>&role=squad", {"role": "squad"}, "cooperation"),
        ("#cooperation=%E0%A4%A", {}, "cooperation"),
        ("#__proto__=1&constructor=2&at=toString", {}, "cooperation"),
    ],
)
def test_what_a_fragment_leads_to(run: Any, fragment: str, answers: dict[str, str], at: str) -> None:
    """Unknown questions and answers are left out, and nobody gets ahead of an open question."""
    assert run("done(core.fromFragment(rules, input));", fragment) == {"answers": answers, "at": at}


def test_a_changed_answer_drops_what_no_longer_concerns_and_keeps_the_rest(run: Any) -> None:
    answers = {"cooperation": "public", "role": "squad", "engaged": "true", "leader": "true", "citizen": "true"}
    script = "done([core.prune(rules, input), core.next(rules, input).id]);"
    kept, following = run(script, answers | {"engaged": "false"})
    assert kept == {"cooperation": "public", "role": "squad", "engaged": "false", "citizen": "true"}
    assert following == "on_list"


def test_the_progress_never_promises_too_few(rules: Eligibility, run: Any) -> None:
    script = """
    const longest = (answers, index) => core.progress(rules, answers, core.asked(rules, answers)[index]);
    done([longest({}, 0), longest({cooperation: "public", role: "part_time"}, 2),
          longest({cooperation: "non_public"}, 0)]);
    """
    most = max(len(answers) for answers in every_way(rules))
    assert run(script) == [
        {"number": 1, "most": most},
        {"number": 3, "most": 11},
        {"number": 1, "most": 1},
    ]


def test_which_answers_a_link_tells_of(run: Any) -> None:
    script = "done(core.tellsOf(rules, input).map((question) => question.id));"
    assert run(script, {"citizen": "true", "prosecuted": "false", "health_circumstance": "unknown"}) == [
        "prosecuted",
        "health_circumstance",
    ]
    assert run(script, {"cooperation": "non_public"}) == []


def test_the_last_of_the_thirty_days(run: Any) -> None:
    """The day after receipt is day one; over a month's end, a leap day and a year's end."""
    days = ["2026-11-21", "2028-01-31", "2026-12-15", "2026-02-30", "tomorrow", ""]
    last = run("done(input.map((day) => dates.lastDay(day, 30)));", days)
    assert last == ["2026-12-21", "2028-03-01", "2027-01-14", None, None, None]
    assert run('done(dates.inWords("2027-01-14"));') == "14 January 2027"


def test_the_calendar_file(run: Any) -> None:
    text = run('done(dates.calendar("2026-12-31", input, input, dates.stamp(new Date(0))));', "a, b; c\\d – " * 12)
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert {"DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "DTSTAMP:19700101T000000Z"} <= set(lines)
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "SUMMARY:" + "a\\, b\\; c\\\\d – " * 12 in text.replace("\r\n ", "")
    assert text.endswith("END:VCALENDAR\r\n")
