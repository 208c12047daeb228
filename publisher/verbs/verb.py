"""What a verb is, and how it tells of its progress."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

OUT = Path("build") / "site"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its name, one line about it, its options and what it does (returning the exit status)."""

    name: str
    summary: str
    description: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Path], int]


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """A verb without options."""


def progress() -> Callable[[str], None]:
    """Tells of each step on a terminal, and nothing in a pipe."""
    console = Console(stderr=True, highlight=False)
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda title: console.print(f"[cyan]›[/] {title}")


def say(message: str) -> None:
    """A message for the person at the command line, on standard error."""
    print(message, file=sys.stderr)
