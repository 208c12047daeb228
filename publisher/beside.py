"""Doing something in a second process while this one goes on: a build has two cores and two long jobs."""

from __future__ import annotations

import multiprocessing
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from parser.errors import ShekaraError


@contextmanager
def beside(job: Callable[[], None], told: Path) -> Iterator[None]:
    """Run a job while the block runs, and wait for it; where a process cannot be forked, run it first.

    Args:
        job: what to do; it leaves its results in files.
        told: a file for what a failed job says.

    Raises:
        ShekaraError: the job failed, with what it said.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        job()
        yield
        return
    process = multiprocessing.get_context("fork").Process(target=_run, args=(job, told), daemon=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child touches no thread of this process
        process.start()
    try:
        yield
    finally:
        process.join()
    if process.exitcode:
        raise ShekaraError(told.read_text(encoding="utf-8") if told.exists() else "the search index could not be built")


def _run(job: Callable[[], None], told: Path) -> None:
    """The child: what a user can put right is told, anything else leaves its traceback on standard error."""
    try:
        job()
    except ShekaraError as error:
        told.write_text(str(error), encoding="utf-8")
        raise SystemExit(1) from None
