"""Run the benchmarks: all of them, or those that are named.

A benchmark is a module with a function `tables`; what it measures, and against what, is the module's docstring.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path
from types import ModuleType

from rich.console import Console

NAMES = tuple(
    sorted(
        path.stem for path in Path(__file__).parent.glob("*.py") if "\ndef tables(" in path.read_text(encoding="utf-8")
    )
)


def main(arguments: list[str] | None = None) -> int:
    """Print the tables of the benchmarks."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(NAMES))
    names = parser.parse_args(arguments).names or NAMES
    if unknown := [name for name in names if name not in NAMES]:
        parser.error(f"there is no {unknown[0]}; there are {', '.join(NAMES)}")
    console = Console(width=None if sys.stdout.isatty() else 120)
    for name in names:
        module = _load(name)
        console.rule(name)
        console.print(str(module.__doc__).strip(), highlight=False)
        for table in module.tables():
            console.print(table)
    return 0


def _load(name: str) -> ModuleType:
    try:
        return importlib.import_module(f"benchmarks.{name}")
    except ModuleNotFoundError as error:
        sys.exit(f"{name}: {error.name} is not installed; `make benchmark` installs what is compared, then runs all")


if __name__ == "__main__":
    sys.exit(main())
