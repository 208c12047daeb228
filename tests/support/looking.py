"""A look at a page at both widths and in both colour schemes, by axe."""

from __future__ import annotations

from functools import cache
from typing import Any

COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
LOOKS: tuple[tuple[int, str, dict[str, Any]], ...] = (
    (360, "light", {}),
    (1280, "light", {}),
    (1280, "dark", COLOURS),
    (360, "dark", COLOURS),
)
"""Width, colours, and the rules of axe: all in light, in dark those that a change of colours can break."""


SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Two frames later the page has answered a change of its width."""


def faults(page: Any) -> list[tuple[Any, ...]]:
    """What axe finds in each look at the page as it stands, and where it scrolls sideways."""
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(_script())
    return [fault for look in LOOKS for fault in _faults(page, *look)]


def _faults(page: Any, width: int, scheme: str, options: dict[str, Any]) -> list[tuple[Any, ...]]:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.evaluate(SETTLED)
    asked = options | {"resultTypes": ["violations"], "preload": False}
    found = page.evaluate("options => axe.run(document, options)", asked)["violations"]
    faults: list[tuple[Any, ...]] = [(width, scheme, item["id"], item["nodes"][0]["html"]) for item in found]
    if page.evaluate("document.documentElement.scrollWidth") > width:
        faults.append((width, scheme, "scrolls sideways"))
    return faults


@cache
def _script() -> str:
    from axe_playwright_python.sync_playwright import Axe

    script: str = Axe().axe_script
    return script
