"""Engines in JavaScript: `node/run.mjs` puts queries through one of them, in a process of its own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.judged import LIMIT
from benchmarks.timing import ROOT

RUNNER = Path(__file__).parent / "node" / "run.mjs"
ROUNDS = 3
"""How often each query is timed."""


class LeftOutError(Exception):
    """An engine that cannot be measured here, and why."""


@dataclass(frozen=True, slots=True)
class Loads:
    """What a browser loads: bytes (compressed) until the first ranked results and in all, files before and after."""

    first: float
    all: float
    requests: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine found for each query, how long that took at best, and what a browser loads for a search."""

    name: str
    paths: list[list[str]]
    milliseconds: list[float]
    loads: Loads | None = None


def run(name: str, engine: str, queries: Sequence[str], given: Mapping[str, Any]) -> Found:
    """All queries through one engine of `node/`.

    Raises:
        LeftOutError: Node or the engine's package is not there, or it fails.
    """
    told = {"engine": engine, "queries": queries, "limit": LIMIT, "rounds": ROUNDS, **given}
    command = [_node(), str(RUNNER)]
    done = subprocess.run(command, input=json.dumps(told), capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise LeftOutError(_reason(done.stderr))
    result = json.loads(done.stdout)
    loads = result["loads"]
    counted = Loads(loads["first"], loads["all"], tuple(loads["requests"]))
    return Found(name, result["paths"], result["milliseconds"], counted)


def _node() -> str:
    """Node: the one on the PATH, or the one that Playwright brings."""
    if found := shutil.which("node"):
        return found
    if find_spec("playwright") is None:
        raise LeftOutError("Node is not installed")
    from playwright._impl._driver import compute_driver_executable  # noqa: PLC0415 - only where it is installed

    return str(compute_driver_executable()[0])


def _reason(told: str) -> str:
    """The line of an error that says what happened."""
    if "ERR_MODULE_NOT_FOUND" in told:
        return "not installed from npm"
    said = re.search(r"^\w*Error[^:\n]*: (.+)$", told, re.MULTILINE)
    return said[1].replace(f"{ROOT}/", "").rstrip(".") if said else "it failed without a word"
