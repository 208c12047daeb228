"""The first results on a slow network and a slow processor, and what each further letter costs.

The built site is served compressed to headless Chromium, 360 pixels wide, which is held to 400 kilobits a second with
a delay of 400 ms and to a quarter of the processor. The page is open; the clock starts when the empty field gets the
focus and a whole query at once (a reader's own typing would hide a part of what follows) and stops when the first
result stands on the page. Then a query is typed letter by letter; its time is that of the search itself. Targets:
2.8 s, and 16 ms.
"""

from __future__ import annotations

import gzip
import runpy
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from rich.table import Table

from benchmarks.timing import ROOT
from publisher.build import build

RUNS = 7
SLOW_NETWORK = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER = 4
FIELDS = {"box in the header": ("index.html", "#site-search"), "search page": ("search/index.html", "#search-input")}
QUERY = "who may join a voluntary squad in the frontier zone"
FIRST = """([field, query]) => new Promise(done => {
  const box = document.querySelector(field), begun = performance.now();
  const look = () => document.querySelector("#site-search-list [role=option], #search-results [data-path]")
    ? done(performance.now() - begun) : requestAnimationFrame(look);
  box.focus();
  box.value = query;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  look();
})"""
LETTERS = """async query => {
  const engine = window.ShekaraSearchLoad.engine(), times = [];
  await engine.complete();
  for (let length = 1; length <= query.length; length++) {
    const begun = performance.now();
    await engine.search(query.slice(0, length), { limit: 10 });
    times.push(performance.now() - begun);
  }
  return times;
}"""


class Compressed(SimpleHTTPRequestHandler):
    """Serves the files of a folder as a web server would: compressed."""

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        headers = {"Content-Type": self.guess_type(path), "Content-Encoding": "gzip", "Content-Length": str(len(data))}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Keep the terminal quiet."""


def tables() -> Iterator[Table]:
    """Seconds until the first results, and milliseconds of a letter."""
    table = Table("where", "first results, s: best", "median", "worst", "a letter, ms: median", "95 of 100", "worst")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build(ROOT, site, lambda _: None)
        setup = runpy.run_path(str(ROOT / "tests" / "browser_setup.py"))
        browser = playwright.chromium.launch(executable_path=setup["find_browser"]() or None, args=["--no-sandbox"])
        with _served(site) as address:
            for name, (page, field) in FIELDS.items():
                runs = [_measure(browser, address + page, field) for _ in range(RUNS)]
                table.add_row(name, *_row([first for first, _ in runs], [one for _, times in runs for one in times]))
    yield table


def _row(first: list[float], letters: list[float]) -> Iterator[str]:
    yield from (f"{value / 1000:.2f}" for value in (min(first), median(first), max(first)))
    yield from (f"{value:.1f}" for value in (median(letters), quantiles(letters, n=20)[-1], max(letters)))


def _measure(browser: Browser, address: str, field: str) -> tuple[float, list[float]]:
    """Milliseconds until the first results, and those of each letter typed on."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address)
    _slow_down(page)
    first: float = page.evaluate(FIRST, [field, QUERY[:30]])
    letters: list[float] = page.evaluate(LETTERS, QUERY)
    context.close()
    return first, letters


def _slow_down(page: Page) -> None:
    session: Any = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
