"""`shekara decide`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from guide.eligibility import as_json, as_text, decide
from parser.errors import ShekaraError
from publisher.project import find_root
from publisher.verbs.verb import Verb

MAX_BYTES = 1_000_000
"""A file of answers is a handful of facts."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The answers."""
    parser.add_argument("--answers", type=Path, required=True, metavar="FILE.json", help="the facts, as JSON")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace, folder: Path) -> int:
    """Print the verdict on some facts."""
    verdict = decide(read_answers(folder / options.answers), find_root(folder) / "content")
    print(json.dumps(as_json(verdict), ensure_ascii=False) if options.json else as_text(verdict))
    return 0


def read_answers(path: Path) -> dict[str, Any]:
    """The facts in a file.

    Raises:
        ShekaraError: the file is missing, too large, or no JSON object.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ShekaraError(f"{path.name}:1: larger than {MAX_BYTES} bytes; a file of answers is small")
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ShekaraError(f"{path.name}:1: cannot be read ({error.strerror})") from None
    except json.JSONDecodeError as error:
        raise ShekaraError(f"{path.name}:{error.lineno}: not valid JSON: {error.msg}") from None
    except (UnicodeDecodeError, RecursionError, ValueError):
        raise ShekaraError(f"{path.name}:1: not readable as JSON in UTF-8") from None
    if not isinstance(data, dict):
        raise ShekaraError(
            f'{path.name}:1: an object of facts is expected, such as {{"role": "squad", "citizen": true}}'
        )
    return data


VERB = Verb(
    "decide",
    "the wizard's verdict for given answers",
    "Evaluates the facts of a JSON file by the rules of content/editorial/eligibility.yml and prints the verdict with "
    "every provision that it rests on.",
    arguments,
    run,
)
