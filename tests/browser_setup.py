"""Make sure that tests have a browser: an installed Chromium, or one that Playwright or the system can install."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
HELP = (
    "Tests need a Chromium browser and found none. Install it (Debian, Ubuntu: apt-get install chromium), "
    "or name one in CHROMIUM=/path/to/chromium."
)


def find_browser() -> str | None:
    """The path of an installed Chromium; "" stands for the one that Playwright has downloaded."""
    named = os.environ.get("CHROMIUM")
    found = [named, *map(shutil.which, NAMES), str(MAC) if MAC.exists() else None]
    return next(filter(None, found), None) or ("" if _downloaded() else None)


def _downloaded() -> bool:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def main() -> int:
    """Find a browser, or install one where that is possible without asking."""
    if find_browser() is not None:
        return 0
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        attempts.insert(
            0, ["sh", "-c", "apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium"]
        )
    for attempt in attempts:
        subprocess.run(attempt, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if find_browser() is not None:
            return 0
    print(HELP, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
