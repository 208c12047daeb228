"""`shekara serve`."""

from __future__ import annotations

import argparse
from pathlib import Path

from publisher.build import build
from publisher.project import find_root
from publisher.serve import serve
from publisher.verbs.verb import OUT, Verb, progress


def arguments(parser: argparse.ArgumentParser) -> None:
    """On which port."""
    parser.add_argument(
        "--port", type=int, default=8000, metavar="N", help="the port (default: 8000; 0 takes a free one)"
    )


def run(options: argparse.Namespace, folder: Path) -> int:
    """Build, then show the site until Ctrl+C."""
    root = find_root(folder)
    out = root / OUT
    build(root, out, progress())
    serve(out, options.port)
    return 0


VERB = Verb(
    "serve",
    "build, then show the site on 127.0.0.1",
    "Builds the site and serves it to this machine only. The address is printed; Ctrl+C ends it.",
    arguments,
    run,
)
