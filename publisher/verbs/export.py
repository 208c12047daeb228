"""`shekara export`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from parser.errors import ShekaraError
from parser.render.akn import render_akn
from parser.render.records import json_act, json_lines
from publisher.project import Project, find_root, load_project
from publisher.verbs.verb import Verb
from search.opensearch import bulk, mapping


def as_json(project: Project, acts: list[str]) -> Iterator[str]:
    """The trees of the acts: one object, or a list of them."""
    trees = [json_act(project.corpus, act) for act in acts]
    yield json.dumps(trees[0] if len(trees) == 1 else trees, ensure_ascii=False, indent=1) + "\n"


def as_json_lines(project: Project, acts: list[str]) -> Iterator[str]:
    """A record a block."""
    for act in acts:
        yield from json_lines(project.corpus, act)


def as_akn(project: Project, acts: list[str]) -> Iterator[str]:
    """The Akoma Ntoso XML of one act.

    Raises:
        ShekaraError: more than one act is asked for; XML holds one document.
    """
    if len(acts) > 1:
        raise ShekaraError(f"Akoma Ntoso holds one act: choose one with --act ({', '.join(acts)})")
    yield render_akn(project.corpus, acts[0]).decode()


def as_opensearch(project: Project, acts: list[str]) -> Iterator[str]:
    """On the first line the body that creates the index, then the lines for the bulk API.

    Raises:
        ShekaraError: single acts are asked for; the index is one.
    """
    if len(acts) < len(project.corpus.acts):
        raise ShekaraError("the index for OpenSearch is one: leave --act out")
    yield json.dumps(mapping(project.library), ensure_ascii=False) + "\n"
    yield from (line + "\n" for line in bulk(project.library))


FORMATS: dict[str, Callable[[Project, list[str]], Iterator[str]]] = {
    "jsonl": as_json_lines,
    "json": as_json,
    "akn": as_akn,
    "opensearch": as_opensearch,
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """In which form, and which act."""
    parser.add_argument("--format", choices=sorted(FORMATS), required=True, help="the form of the export")
    parser.add_argument("--act", metavar="ACT", help="one act: law, decree or rules (default: all)")


def run(options: argparse.Namespace, folder: Path) -> int:
    """Write the model to standard output."""
    project = load_project(find_root(folder))
    known = list(project.corpus.acts)
    if options.act and options.act not in known:
        raise ShekaraError(f'there is no act "{options.act}"; known: {", ".join(known)}')
    for piece in FORMATS[options.format](project, [options.act] if options.act else known):
        sys.stdout.write(piece)
    return 0


VERB = Verb(
    "export",
    "write the acts as data to standard output",
    "jsonl: one record a block of the source, in its order. json: the tree of an act. akn: Akoma Ntoso 3.0 XML of one "
    "act. opensearch: on the first line the body that creates the index, then the lines for the bulk API.",
    arguments,
    run,
)
