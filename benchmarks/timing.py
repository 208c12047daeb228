"""Measuring: processor time, the best of several runs, and processes of their own for memory."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of processor time: the quickest run, and the one in the middle."""

    best: float
    median: float


def alternate(jobs: Sequence[Callable[[], object]], runs: int) -> list[Timing]:
    """Run jobs in turns, so that a busy moment of the machine hits all of them; the first turn is not counted."""
    seconds: list[list[float]] = [[] for _ in jobs]
    for _ in range(runs + 1):
        for job, times in zip(jobs, seconds, strict=True):
            gc.collect()  # one job's rubbish is not another's work
            start = time.process_time()
            job()
            times.append(time.process_time() - start)
    return [Timing(min(times[1:]), sorted(times[1:])[(len(times) - 1) // 2]) for times in seconds]


def apart(*arguments: str) -> dict[str, Any]:
    """What Python prints as JSON when it is called with some arguments, in a process of its own."""
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found
