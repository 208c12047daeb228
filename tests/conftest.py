"""What tests share: the real corpus, a built site, a server for it, a browser that forgives nothing."""

from __future__ import annotations

import os
import runpy
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Material beside the checkout that a user does not have; tests of it are skipped there."""
    if not SHARED.is_dir():
        pytest.skip("the material beside the checkout is not here")
    return SHARED


@pytest.fixture(scope="session")
def corpus() -> Any:
    """The two texts, read once."""
    from parser.corpus import load_corpus

    return load_corpus(ROOT / "content")


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once by the build that users run; all processes that share the tests share it."""
    from publisher.build import build

    base = tmp_path_factory.getbasetemp()
    place = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    out = place / "built" / "site"
    with FileLock(place / "built.lock"):
        if not out.exists():
            build(ROOT, out, lambda _: None)
    return out


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of a server of the built site, on this machine."""
    from publisher.serve import make_server

    with make_server(site_dir, 0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    from playwright.sync_api import sync_playwright

    setup = runpy.run_path(str(ROOT / "tests" / "browser_setup.py"))
    path = setup["find_browser"]()
    if path is None:
        pytest.fail(setup["HELP"])
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path or None, args=CHROMIUM)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens pages with given settings; the test fails on a console error or a request to another host."""
    troubles: list[str] = []
    contexts: list[Any] = []

    def make(**settings: Any) -> Any:
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: _watch(request.url, troubles))
        return page

    yield make
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture
def page(open_page: Callable[..., Any]) -> Any:
    """A page of a desk's width."""
    return open_page(viewport={"width": 1280, "height": 900})


def _watch(url: str, troubles: list[str]) -> None:
    allowed = ("http://127.0.0.1", "file://", "data:", "blob:", "about:")
    if not url.startswith(allowed):
        troubles.append(f"a request to another host: {url}")
