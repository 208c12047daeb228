"""`shekara build`."""

from __future__ import annotations

import argparse
from pathlib import Path

from publisher.build import build
from publisher.project import find_root
from publisher.verbs.verb import OUT, Verb, progress, say


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where the site goes."""
    parser.add_argument("--out", type=Path, metavar="DIR", help="the site's folder (default: build/site)")


def run(options: argparse.Namespace, folder: Path) -> int:
    """Build the site; the last good one stands until the new one is whole."""
    root = find_root(folder)
    out = (folder / options.out) if options.out else root / OUT
    build(root, out, progress())
    say(f"The site is in {out}")
    return 0


VERB = Verb(
    "build",
    "make the site from the sources and the editorial files",
    "Reads and checks everything, writes the acts as Markdown, and builds the site with its indexes and downloads. "
    "A failure, or a kill at any moment, leaves the last good site untouched.",
    arguments,
    run,
)
