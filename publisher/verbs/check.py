"""`shekara check`."""

from __future__ import annotations

import argparse
from pathlib import Path

from publisher.check import check
from publisher.project import find_root
from publisher.verbs.verb import Verb, no_arguments, progress, say


def run(_: argparse.Namespace, folder: Path) -> int:
    """Run all checks and print what they found, a line each."""
    findings = check(find_root(folder), progress())
    for finding in findings:
        say(finding.line)
    failures = sum(finding.fails for finding in findings)
    say(
        f"{failures} error{'s' * (failures != 1)}, {len(findings) - failures} notes" if findings else "All checks hold."
    )
    return 1 if failures else 0


VERB = Verb(
    "check",
    "run all checks without writing anything",
    "Checks the sources' sha256, numbering, losslessness, references, words, every path and quotation of the editorial "
    "files, and that the generated Markdown is current. Exit status 1 when something is wrong.",
    no_arguments,
    run,
)
