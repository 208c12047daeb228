"""The whole site by `shekara build`, beside bare `mkdocs build` on the same Markdown.

Ours reads and checks the texts and the editorial files, writes the Markdown, lets MkDocs make the pages, and adds
downloads and indexes. The bare build is given that Markdown, laid out before the clock starts, with the same theme and
settings. Both run as commands in a copy of the checkout, in turns. Target: at most 1.5 times.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from rich.table import Table

from benchmarks.timing import ROOT
from publisher.build import Work, read, stage

RUNS = 5
PARTS = ("content", "overrides", "mkdocs.yml", "pyproject.toml")


def tables() -> Iterator[Table]:
    """Time by the clock and on the processor."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "checkout"
        _copy(root)
        ours = ("publisher.cli", "build", "--out", "build/site")
        bare = ("mkdocs", "build", "--quiet", "--config-file", "bare.yml", "--site-dir", "build/bare")
        turns = [(_run(root, ours), _run(root, bare)) for _ in range(RUNS)]
        table = Table(f"median of {RUNS}", "shekara build", "mkdocs build", "times")
        for index, name in enumerate(("seconds by the clock", "seconds on the processor")):
            mine, theirs = (median(turn[job][index] for turn in turns) for job in (0, 1))
            table.add_row(name, f"{mine:.2f}", f"{theirs:.2f}", f"{mine / theirs:.2f}")
        pages = [str(sum(1 for _ in (root / "build" / name).rglob("*.html"))) for name in ("site", "bare")]
        table.add_row("pages", *pages)
    yield table


def _copy(root: Path) -> None:
    """A copy of the checkout, and in it the Markdown and the settings of the bare build."""
    root.mkdir()
    for name in PARTS:
        path = ROOT / name
        shutil.copytree(path, root / name) if path.is_dir() else shutil.copy(path, root / name)
    work = Work(root, root / "bare")
    work.folder.mkdir()
    read(work)
    stage(work)
    (root / "bare.yml").write_text("INHERIT: mkdocs.yml\ndocs_dir: bare/docs\n", encoding="utf-8")


def _run(root: Path, module: Sequence[str]) -> tuple[float, float]:
    """Seconds by the clock and on the processor of one command."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    before, start = _processor(), time.perf_counter()
    subprocess.run([sys.executable, "-m", *module], cwd=root, env=environment, capture_output=True, check=True)
    return time.perf_counter() - start, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
