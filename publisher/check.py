"""All checks, without writing anything. One rule a function; `CHECKS` is their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from parser.errors import ShekaraError
from parser.lossless import losses
from parser.words import accepted_words, unknown_words
from publisher.build import acts_markdown
from publisher.project import Project, load_project, prove_rules


@dataclass(frozen=True, slots=True)
class Finding:
    """One line about what was found. Notes do not fail a check."""

    line: str
    fails: bool = True


def references(project: Project) -> Iterator[Finding]:
    """References that lead nowhere are told, with the reason."""
    for item in project.corpus.diagnostics:
        yield Finding(str(item), item.severity == "error")


def losslessness(project: Project) -> Iterator[Finding]:
    """Every character of the sources stands in a block, once."""
    yield from (Finding(str(item)) for item in losses(project.corpus))


def spelling(project: Project) -> Iterator[Finding]:
    """Every word is one that a reviewer has accepted."""
    accepted = accepted_words(project.root / "content" / "editorial" / "words.txt")
    yield from (Finding(str(item)) for item in unknown_words(project.corpus, accepted))


def rules(project: Project) -> Iterator[Finding]:
    """The wizard quotes rightly, asks every question of somebody, and reaches every verdict."""
    prove_rules(project)
    yield from ()


def current(project: Project) -> Iterator[Finding]:
    """The committed Markdown is what the sources give now."""
    wanted = acts_markdown(project)
    for path, text in wanted.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            yield Finding(f"{_name(project, path)}:1: error: stale; run `shekara build` and commit the change")
    for path in sorted((project.docs / "acts").rglob("*.md")):
        if path not in wanted:
            yield Finding(f"{_name(project, path)}:1: error: nothing makes this file any more; run `shekara build`")


Check = Callable[[Project], Iterator[Finding]]
CHECKS: tuple[tuple[str, Check], ...] = (
    ("references", references),
    ("nothing lost, nothing twice", losslessness),
    ("words", spelling),
    ("the wizard's rules", rules),
    ("generated files", current),
)


def check(root: Path, report: Callable[[str], None]) -> list[Finding]:
    """Run all checks.

    Args:
        root: the checkout.
        report: is told the name of each check as it begins.

    Returns:
        What was found; reading the sources and editorial files is the first check and stops the others when it fails.
    """
    report("sources and editorial files")
    try:
        project = load_project(root)
    except ShekaraError as error:
        return [Finding(line) for line in str(error).splitlines()]
    findings: list[Finding] = []
    for name, rule in CHECKS:
        report(name)
        try:
            findings.extend(rule(project))
        except ShekaraError as error:
            findings.extend(Finding(line) for line in str(error).splitlines())
    return findings


def _name(project: Project, path: Path) -> str:
    return path.relative_to(project.root).as_posix()
