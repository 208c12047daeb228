"""The model as plain values: one record a block (JSON Lines), one tree an act (JSON).

The names and their order are the contract's; whoever reads an export relies on them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from parser.corpus import Corpus
from parser.model import Act, Amendment, Block, Cites, Emendation, Ref, Term

KEYS = (
    "act",
    "path",
    "eId",
    "kind",
    "marker",
    "num",
    "text",
    "corrected",
    "refs",
    "amendments",
    "terms",
    "source",
    "emendations",
)
"""The keys of a record, in this order in every record."""


def jsonl_records(corpus: Corpus, act_id: str | None = None) -> Iterator[dict[str, Any]]:
    """A record for every block of all acts (or of one), in the order of the source."""
    for act in [corpus.acts[act_id]] if act_id else corpus.acts.values():
        for block in act.walk():
            yield record(corpus, act.id, block)


def json_act(corpus: Corpus, act_id: str) -> dict[str, Any]:
    """One act as a tree: what is known of the act, then its blocks, each with its children."""
    act = corpus.acts[act_id]
    return {**_about(corpus, act), "blocks": [_tree(corpus, act_id, block) for block in act.blocks]}


def json_lines(corpus: Corpus, act_id: str | None = None) -> Iterator[str]:
    """The records as JSON, one a line, with the line's end."""
    for item in jsonl_records(corpus, act_id):
        yield json.dumps(item, ensure_ascii=False) + "\n"


def record(corpus: Corpus, act_id: str, block: Block) -> dict[str, Any]:
    """Everything known of one block, without its children."""
    emendations = corpus.emendations.get(block.locator, ())
    repaired = any(not item.lost for item in emendations)
    return {
        "act": act_id,
        "path": block.path,
        "eId": block.eid,
        "kind": block.kind.value,
        "marker": block.marker,
        "num": block.num,
        "text": block.text,
        "corrected": corpus.corrected(block.locator) if repaired else None,
        "refs": [_ref(item) for item in corpus.refs.get(block.locator, ())],
        "amendments": [_amendment(item) for item in corpus.amendments.get(block.locator, ())],
        "terms": [_term(item) for item in corpus.terms.get(block.locator, ())],
        "source": {"file": corpus.files[act_id], "start": block.span.start, "end": block.span.end},
        "emendations": [_emendation(item) for item in emendations],
    }


def _about(corpus: Corpus, act: Act) -> dict[str, Any]:
    """What `meta.yml` says of an act, its amendments as a whole, and its source."""
    meta = asdict(act.meta)
    digest = meta.pop("sha256")
    meta.pop("layout")
    amendments = [_amendment(item) for item in corpus.amendments.get(act.id, ())]
    return {**meta, "file": corpus.files[act.id], "sha256": digest, "amendments": amendments}


def _tree(corpus: Corpus, act_id: str, block: Block) -> dict[str, Any]:
    children = [_tree(corpus, act_id, child) for child in block.children]
    return {**record(corpus, act_id, block), "children": children}


def _ref(ref: Ref) -> dict[str, Any]:
    return {
        "text": ref.text,
        "start": ref.start,
        "end": ref.end,
        "kind": ref.kind,
        "targets": list(ref.targets),
        "cites": _cites(ref.cites) if ref.cites else None,
    }


def _cites(cites: Cites) -> dict[str, str | None]:
    return {"type": cites.type, "date": cites.date, "number": cites.number, "title": cites.title}


def _amendment(amendment: Amendment) -> dict[str, Any]:
    by = _cites(amendment.by)
    del by["title"]
    return {
        "action": amendment.action,
        "by": by,
        "enforcement": amendment.enforcement,
        "footnote": amendment.footnote,
    }


def _term(term: Term) -> dict[str, str]:
    return {
        "term": term.term,
        "definition": term.definition,
        "scope": term.scope,
        "introduced": term.introduced,
    }


def _emendation(emendation: Emendation) -> dict[str, Any]:
    return {
        "start": emendation.start,
        "end": emendation.end,
        "source": emendation.source,
        "corrected": emendation.corrected,
        "lost": emendation.lost,
        "reason": emendation.reason,
    }
