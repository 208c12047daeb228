"""The search over the real texts, built once, and the browser's copy of it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def engine(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The engine in Python."""
    from publisher.project import load_project
    from search.engine import Engine

    return Engine.make(load_project(root).library, tmp_path_factory.mktemp("search") / "index")


@pytest.fixture(scope="session")
def in_browser(engine: Any, run_in_browser: Callable[..., Any]) -> Any:
    """Runs queries through the browser's engine."""
    return run_in_browser(engine)


@pytest.fixture(scope="session")
def run_in_browser(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Any]:
    """Makes the browser's copy of an engine, and runs queries through it in the Node that Playwright brings."""
    from playwright._impl._driver import compute_driver_executable

    from search.browser import export

    scripts, runner = root / "overrides" / "assets" / "js", Path(__file__).parent / "parity.js"
    node, _ = compute_driver_executable()

    def copy(engine: Any) -> Callable[..., Any]:
        data = tmp_path_factory.mktemp("browser")
        export(engine.space, data, scripts)

        def run(queries: list[str], *, records: bool = False) -> Any:
            given = json.dumps({"queries": queries, "records": records})
            done = subprocess.run(
                [node, runner, scripts, data], input=given, capture_output=True, text=True, timeout=300
            )
            assert done.returncode == 0, done.stderr
            return json.loads(done.stdout)

        return run

    return copy
