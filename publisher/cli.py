"""The command `shekara`. Verbs are in the table `VERBS`; each is a function with its own `--help`.

Exit status: 0 when all is well, 1 when something was found or failed, 2 for a command line that cannot be read.
Messages go to standard error; what a verb is asked for goes to standard output.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
warnings.filterwarnings("ignore", category=SyntaxWarning, module="whoosh")

from parser.errors import ShekaraError  # noqa: E402 - the two settings above must come first
from publisher import verbs  # noqa: E402

Handler = Callable[[argparse.Namespace, Path], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; returns the exit status."""
    options = make_parser().parse_args(arguments)
    handler: Handler = options.handler
    try:
        return handler(options, Path.cwd())
    except ShekaraError as error:
        print(f"shekara: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("shekara: stopped", file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def make_parser() -> argparse.ArgumentParser:
    """The command line with all verbs."""
    parser = argparse.ArgumentParser(
        prog="shekara",
        description="The Law on the State Border of Kazakhstan and the Rules for engagement of citizens as a site.",
    )
    subparsers = parser.add_subparsers(metavar="VERB", required=True)
    for verb in verbs.VERBS:
        sub = subparsers.add_parser(verb.name, help=verb.summary, description=verb.description)
        verb.arguments(sub)
        sub.set_defaults(handler=verb.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
