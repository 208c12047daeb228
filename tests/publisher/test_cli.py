"""The command line from outside: what people type and what they get."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from publisher.verbs import VERBS

RECORD = ["act", "path", "eId", "kind", "marker", "num", "text", "corrected", "refs", "amendments", "terms", "source"]


def shekara(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in the checkout."""
    command = [sys.executable, "-m", "publisher.cli", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def index(root: Path) -> None:
    """The search index, built once."""
    assert shekara(root, "search", "border").returncode == 0


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_every_verb_has_help_and_is_in_the_readme(root: Path, verb: str) -> None:
    done = shekara(root, verb, "--help")
    assert done.returncode == 0
    assert len(done.stdout.split("\n\n")) >= 3
    assert f"`shekara {verb}" in (root / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "path", "begins"),
    [
        ("Art. 76(4)(1)", "law/76/4/1", "1) bringing to criminal responsibility"),
        ("paragraph 15 of the Rules", "rules/15", "15. Circumstances excluding possibility"),
        ("law/2/22-1", "law/2/22-1", "22-1) service infrastructure"),
        ("subparagraph 18) of Article 55", "law/55/18", "18) approve the rules of attracting citizens"),
        ("Article 68-1", "law/68-1", "Article 68-1. Special aspects of supplying"),
        ("76.4.1", "law/76/4/1", "1) bringing to criminal responsibility"),
        ("Rules 7", "rules/7", "7. By decisions of coordination councils"),
        ("para 12 subpara 2 of the Rules", "rules/12/2", "2) upon request of citizens, present certificates"),
        ("paragraph 18), Article 55 of the Law", "law/55/18", "18) approve the rules"),
        ("Annex 2", "rules/annex-2", "Annex 2 to the Rules"),
    ],
)
def test_cite(root: Path, text: str, path: str, begins: str) -> None:
    done = shekara(root, "cite", text, "--json")
    found = json.loads(done.stdout)
    assert (found["path"], done.returncode) == (path, 0)
    assert found["text"].startswith(begins)
    assert found["address"].endswith(f"#{found['eId']}")


def test_a_citation_that_points_to_nothing_says_what_is_near(root: Path) -> None:
    done = shekara(root, "cite", "Art. 76(9)")
    assert done.returncode == 1
    assert "Article 76(1) to Article 76(4)" in done.stderr
    assert "(law/76)" in done.stderr


def test_what_is_no_citation_is_said_to_be_none(root: Path) -> None:
    done = shekara(root, "cite", "hello world")
    assert (done.returncode, done.stdout) == (1, "")
    assert "is no citation" in done.stderr


def test_search_prints_a_json_array_of_provisions(root: Path, index: None) -> None:  # noqa: ARG001
    done = shekara(root, "search", "art 67(1)(22)", "--json", "--limit", "3")
    hits = json.loads(done.stdout)
    assert hits[0]["path"] == "law/67/1/22"
    assert 1 <= len(hits) <= 3
    assert {"path", "eId", "act", "title", "snippet", "score", "url"} <= set(hits[0])


def test_search_tells_a_person_where_and_why(root: Path, index: None) -> None:  # noqa: ARG001
    done = shekara(root, "search", "hostages", "--explain")
    assert "Law, Article 73(1)(7)" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_broken_index_is_built_again(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "content", tmp_path / "content")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    assert shekara(tmp_path, "search", "art 76").returncode == 0
    for path in (tmp_path / "build" / "index").iterdir():
        path.write_bytes(b"damaged")
    done = shekara(tmp_path, "search", "art 76", "--json")
    assert json.loads(done.stdout)[0]["path"] == "law/76"
    assert "Traceback" not in done.stderr


def test_decide_prints_verdict_grounds_and_citations(root: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text('{"role": "squad", "citizen": true, "prosecuted": true}', encoding="utf-8")
    verdict = json.loads(shekara(root, "decide", "--answers", str(facts), "--json").stdout)
    cited = {cite["path"] for ground in verdict["grounds"] for cite in ground["cites"]}
    assert verdict["outcome"] == "excluded"
    assert {"rules/15/1", "law/76/4/1"} <= cited


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "facts.json:1: not valid JSON"),
        ("[]", "an object of facts is expected"),
        ('{"shoe_size": 44}', "shoe_size"),
        ('{"citizen": "perhaps"}', "perhaps"),
    ],
)
def test_facts_that_cannot_be_read_get_one_line(root: Path, tmp_path: Path, text: str, message: str) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(text, encoding="utf-8")
    done = shekara(root, "decide", "--answers", str(facts))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert message in done.stderr


def test_jsonl_is_lossless_and_has_the_keys_of_the_contract(root: Path) -> None:
    done = shekara(root, "export", "--format", "jsonl")
    records: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(list(record)[: len(RECORD)] == RECORD for record in records)
    for file in {record["source"]["file"] for record in records}:
        source = (root / file).read_text(encoding="utf-8")
        words = (record["marker"] + record["text"] for record in records if record["source"]["file"] == file)
        assert "".join("".join(words).split()) == "".join(source.split())


def test_json_is_one_tree(root: Path) -> None:
    tree = json.loads(shekara(root, "export", "--format", "json", "--act", "rules").stdout)
    assert len([block for block in tree["blocks"] if block["kind"] == "chapter"]) == 3


def test_opensearch_gets_an_action_and_a_record_a_provision(root: Path) -> None:
    lines = [json.loads(line) for line in shekara(root, "export", "--format", "opensearch").stdout.splitlines()]
    assert "mappings" in lines[0]
    assert len(lines) % 2 == 1
    assert lines[1]["index"]["_id"] == lines[2]["path"]


def test_a_reader_who_closes_the_pipe_sees_no_traceback(root: Path) -> None:
    command = f"{sys.executable} -m publisher.cli export --format jsonl | head -n 1"
    done = subprocess.run(["sh", "-c", command], cwd=root, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout)["path"] is None
