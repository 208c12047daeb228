"""Records: the contract's keys, in its order, and not a word lost."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parser.corpus import Corpus
from parser.model import Kind
from parser.render.records import KEYS, json_act, json_lines, jsonl_records

ROOT = Path(__file__).resolve().parents[3]
CONTRACT = ("act", "path", "eId", "kind", "marker", "num", "text", "corrected", "refs", "amendments", "terms", "source")
REF_KINDS = {"internal", "cross-act", "external", "self"}
ACTIONS = {"amended", "supplemented", "excluded", "reworded"}

Record = dict[str, Any]


@pytest.fixture(scope="module")
def records(corpus: Corpus) -> list[Record]:
    """All records."""
    return list(jsonl_records(corpus))


@pytest.fixture(scope="module")
def by_path(records: list[Record]) -> dict[str, Record]:
    """The records of provisions."""
    return {record["path"]: record for record in records if record["path"]}


def without_space(text: str) -> str:
    """The text without its white space."""
    return "".join(text.split())


def test_every_record_has_the_keys_of_the_contract_in_its_order(records: list[Record]) -> None:
    """The contract's keys come first, what is ours comes after."""
    assert KEYS[: len(CONTRACT)] == CONTRACT
    assert all(tuple(record) == KEYS for record in records)


def test_one_record_a_block(records: list[Record], corpus: Corpus) -> None:
    """Every block of the acts has one record, in the same order."""
    blocks = [block for act in corpus.acts.values() for block in act.walk()]
    assert [(record["eId"], record["text"]) for record in records] == [(block.eid, block.text) for block in blocks]
    assert {record["kind"] for record in records} == {kind.value for kind in Kind}


def test_records_lose_nothing_of_the_files(records: list[Record]) -> None:
    """Marker and text of a file's records, joined, equal the file when white space is ignored."""
    joined: dict[str, str] = defaultdict(str)
    for record in records:
        joined[record["source"]["file"]] += record["marker"] + record["text"]
    assert len(joined) == 2
    for file, text in joined.items():
        assert without_space(text) == without_space((ROOT / file).read_text(encoding="utf-8"))


def test_a_records_source_holds_its_words(records: list[Record]) -> None:
    """`start` and `end` are characters of the decoded file; the spans follow one another."""
    texts = {file: (ROOT / file).read_bytes().decode("utf-8") for file in {r["source"]["file"] for r in records}}
    ends: dict[str, int] = defaultdict(int)
    for record in records:
        file, start, end = (record["source"][key] for key in ("file", "start", "end"))
        assert without_space(texts[file][start:end]) == without_space(record["marker"] + record["text"])
        assert start >= ends[file]
        ends[file] = end


def test_paths_and_eids_are_unique(records: list[Record]) -> None:
    """No two provisions share a path, no two blocks of an act an eId."""
    paths = [record["path"] for record in records if record["path"] is not None]
    assert len(paths) == len(set(paths))
    eids = [(record["act"], record["eId"]) for record in records]
    assert len(eids) == len(set(eids))


def test_references_stand_where_they_say(records: list[Record], corpus: Corpus) -> None:
    """A reference's words are those of the text, and its targets are provisions or acts."""
    for record in records:
        for ref in record["refs"]:
            assert tuple(ref) == ("text", "start", "end", "kind", "targets", "cites")
            assert record["text"][ref["start"] : ref["end"]] == ref["text"]
            assert ref["kind"] in REF_KINDS
            assert all(corpus.has(path) for path in ref["targets"])
            assert ref["cites"] is None or tuple(ref["cites"]) == ("type", "date", "number", "title")


def test_a_range_lists_every_target(by_path: dict[str, Record]) -> None:
    """`Articles 56-62` is seven articles."""
    [ref] = by_path["law/63/1"]["refs"]
    assert ref["targets"] == [f"law/{number}" for number in range(56, 63)]


def test_amendments_stand_on_the_provision_that_the_footnote_is_about(by_path: dict[str, Record]) -> None:
    """The footnote under Article 68-1 speaks of Chapter 9 and of the article: the article was supplemented."""
    assert by_path["law/chapter-9"]["amendments"] == []
    [amendment] = by_path["law/68-1"]["amendments"]
    assert amendment == {
        "action": "supplemented",
        "by": {"type": "law", "date": "2014-04-11", "number": "189-V"},
        "enforcement": (
            "shall be enforced upon expiry of ten calendar days after the date of its first official publication"
        ),
        "footnote": "law/68-1/footnote-1",
    }


def test_two_amendments_of_one_footnote_are_two(by_path: dict[str, Record]) -> None:
    """The footnotes of the annexes tell of two decrees each."""
    for path in ("rules/annex-1", "rules/annex-2"):
        assert [item["by"]["number"] for item in by_path[path]["amendments"]] == ["104", "259"]


def test_no_amendment_is_lost(records: list[Record], corpus: Corpus) -> None:
    """As many amendments in the records as the corpus knows."""
    found = [item for record in records for item in record["amendments"]]
    assert len(found) == sum(map(len, corpus.amendments.values())) == 24
    assert {item["action"] for item in found} <= ACTIONS
    assert all(item["footnote"] in corpus.outline.blocks for item in found)


def test_terms_say_where_they_hold(by_path: dict[str, Record]) -> None:
    """A definition, and a name that it introduces."""
    first, second = by_path["law/2/6"]["terms"]
    assert (first["term"], first["scope"], first["introduced"]) == (
        "continental shelf of the Republic of Kazakhstan",
        "law",
        "definition",
    )
    assert (second["term"], second["introduced"]) == ("continental shelf", "hereinafter")


@pytest.mark.parametrize(
    ("path", "words"),
    [("law/9/2", "carried out by joint committee"), ("rules/10/4", "when it is impossible"), ("law/3/1", None)],
)
def test_corrected_is_null_without_an_emendation(by_path: dict[str, Record], path: str, words: str | None) -> None:
    """The corrected text stands beside the text as received, never in its place."""
    record = by_path[path]
    if words is None:
        assert record["corrected"] is None
    else:
        assert words in record["corrected"]
        assert words not in record["text"]


def test_emendations_rebuild_the_corrected_text(records: list[Record]) -> None:
    """The readings and their places lead from the text to the corrected text; a gap supplies no word."""
    for record in records:
        text = record["text"]
        for item in reversed(record["emendations"]):
            assert item["lost"] or text[item["start"] : item["end"]] == item["source"]
            assert not item["lost"] or (item["start"] == item["end"] and item["corrected"] == "")
            text = text[: item["start"]] + item["corrected"] + text[item["end"] :]
        assert text == (record["text"] if record["corrected"] is None else record["corrected"])


def test_lines_are_json(records: list[Record], corpus: Corpus) -> None:
    """Every line is one object; letters are written as they are."""
    lines = list(json_lines(corpus, "rules"))
    assert [json.loads(line) for line in lines] == [record for record in records if record["act"] == "rules"]
    assert all(line.count("\n") == 1 for line in lines)
    assert any("“" in line for line in lines)


def walk(tree: Record) -> Iterator[Record]:
    """A block of the nested model and all below it, without their children."""
    yield {key: value for key, value in tree.items() if key != "children"}
    for child in tree["children"]:
        yield from walk(child)


@pytest.mark.parametrize("act", ["law", "decree", "rules"])
def test_the_tree_holds_the_records(records: list[Record], corpus: Corpus, act: str) -> None:
    """The nested model of an act, flattened, is its records."""
    tree = json_act(corpus, act)
    assert [item for block in tree["blocks"] for item in walk(block)] == [r for r in records if r["act"] == act]
    assert json.loads(json.dumps(tree)) == tree
    assert tree["id"] == act
    assert tree["frbr"].startswith("/akn/kz/act/")
    assert tree["parent"] == ("decree" if act == "rules" else None)
