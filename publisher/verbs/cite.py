"""`shekara cite`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from parser.citation import Citation, read_act, read_citation_query
from parser.corpus import Corpus, load_corpus
from parser.errors import CitationError
from parser.labels import label_of
from publisher.project import find_root
from publisher.verbs.verb import Verb


def arguments(parser: argparse.ArgumentParser) -> None:
    """The citation."""
    parser.add_argument(
        "text", metavar="TEXT", nargs="+", help='"Art. 76(4)(1)", "paragraph 15 of the Rules", law/2/22-1'
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace, folder: Path) -> int:
    """Print what a citation points to; further meanings follow the likeliest one."""
    corpus = load_corpus(find_root(folder) / "content")
    text = " ".join(options.text)
    act = read_act(text, corpus.outline)
    citation = Citation((), (act,)) if act else read_citation_query(text, corpus.outline)
    if citation is None:
        raise CitationError(
            f'"{text}" is no citation; write for example "Art. 76(4)(1)" or "paragraph 15 of the Rules"'
        )
    if not citation.paths:
        raise CitationError(_nothing(text, citation, corpus))
    found = [provision(corpus, path) for path in citation.paths]
    print(json.dumps(found[0] | {"others": found[1:]}, ensure_ascii=False) if options.json else _plain(found))
    return 0


def provision(corpus: Corpus, path: str) -> dict[str, Any]:
    """A provision as plain values: path, eId, name, words and address."""
    block = corpus.find(path)
    return {
        "path": path,
        "eId": block.eid if block else None,
        "label": label_of(corpus.outline, path),
        "text": corpus.corrected_text_of(path),
        "address": corpus.address(path),
    }


def _plain(found: list[dict[str, Any]]) -> str:
    first = found[0]
    words = first["text"] if first["eId"] else ""
    lines = [f"{first['label']}  ({first['path']})", *([words] if words else []), first["address"]]
    lines += [f"or: {other['label']}  ({other['path']})" for other in found[1:]]
    return "\n".join(lines)


def _nothing(text: str, citation: Citation, corpus: Corpus) -> str:
    """What a citation that points to nothing comes nearest to."""
    message = f'"{text}" points to nothing.'
    if citation.missing:
        message += f" {citation.missing}"
    if citation.nearest:
        message += f" Nearest: {label_of(corpus.outline, citation.nearest)} ({citation.nearest})"
    return message


VERB = Verb(
    "cite",
    "say what a citation points to",
    "Reads a citation in any usual form and prints the provision's path, words and address. One that points to nothing "
    "is answered with the nearest thing, and exit status 1.",
    arguments,
    run,
)
