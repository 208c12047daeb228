"""`shekara search`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from rich.console import Console
from rich.text import Text

from parser.labels import label_of
from publisher.index import index_of
from publisher.project import Project, find_root, load_project
from publisher.verbs.verb import Verb
from search.engine import Engine
from search.explain import explain
from search.result import Hit, Result


def arguments(parser: argparse.ArgumentParser) -> None:
    """The query and how to show what it finds."""
    parser.add_argument("query", metavar="QUERY", nargs="+", help="words, a citation, or the query language")
    parser.add_argument("--json", action="store_true", help="print a JSON array of provisions, best first")
    parser.add_argument("--limit", type=_positive, default=10, metavar="N", help="at most so many (default: 10)")
    parser.add_argument("--explain", action="store_true", help="say why each provision stands where it stands")


def run(options: argparse.Namespace, folder: Path) -> int:
    """Print what a query finds."""
    project = load_project(find_root(folder))
    engine = index_of(project)
    result = engine.search(" ".join(options.query), limit=options.limit)
    if options.json:
        print(json.dumps(result.as_json(), ensure_ascii=False))
    else:
        Printer(project, engine, result, options.explain).show()
    return 0


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


class Printer:
    """Shows a result to a person: in colour on a terminal, plainly in a pipe."""

    def __init__(self, project: Project, engine: Engine, result: Result, why: bool) -> None:
        self.project = project
        self.engine = engine
        self.result = result
        self.why = why
        self.console = Console(highlight=False, soft_wrap=True)

    def show(self) -> None:
        """Hints, answers, the definition, then the provisions."""
        self._notes()
        for answer in self.result.answers:
            self.console.print(Text(answer.question, "bold green"))
            self.console.print(Text(f"   {answer.answer.strip()}"))
            self.console.print(Text(f"   {', '.join(map(self._name, answer.cites))}\n", "dim"))
        if self.result.definition:
            self.console.print(Text(f"{self.result.definition.term}: {self.result.definition.words}\n", "italic"))
        for rank, hit in enumerate(self.result.hits, 1):
            self._hit(rank, hit)
        count = self.result.total
        self.console.print(Text(f"{count} provision{'s' * (count != 1)}", "dim"))

    def _notes(self) -> None:
        if self.result.hint:
            self.console.print(Text(self.result.hint, "yellow"))
        if self.result.suggestions:
            self.console.print(Text(f"Did you mean: {', '.join(self.result.suggestions)}", "yellow"))

    def _hit(self, rank: int, hit: Hit) -> None:
        self.console.print(Text.assemble((f"{rank:2} ", "dim"), (self._name(hit.path), "bold cyan"), f"  {hit.path}"))
        line = Text("   ")
        for piece in hit.pieces:
            line.append(piece.text, "bold yellow" if piece.mark else "")
        self.console.print(line)
        if self.why:
            for reason in explain(self.engine, self.result, hit):
                self.console.print(Text(f"     {reason}", "dim"))

    def _name(self, path: str) -> str:
        return label_of(self.project.corpus.outline, path)


VERB = Verb(
    "search",
    "find provisions",
    "Words (best match first), “phrases”, AND OR NOT -word ( ), vess*, citations such as art 67(1)(22), and filters "
    "act: chapter: article: kind: concept: amended: amended-by: cites: cited-by:. The same search as on the site.",
    arguments,
    run,
)
