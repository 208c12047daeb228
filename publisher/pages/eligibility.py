"""The wizard's page: the place for the script, and the whole list of rules for those who read."""

from __future__ import annotations

from guide.eligibility import Eligibility
from guide.eligibility.page import Page
from guide.eligibility.places import Places
from parser.render.markdown import File
from publisher.pages.page import make_page

PATH = "eligibility/index.md"
TITLE = "May I take part?"
DATA = "assets/eligibility-data.js"
SCRIPTS = (DATA, *(f"assets/js/eligibility-{name}.js" for name in ("core", "dates", "view", "app")))


def eligibility_page(rules: Eligibility, places: Places) -> File:
    """The page of the wizard."""
    body = f'<div class="el-page">\n{Page(rules, places, base="../").render()}\n</div>'
    return make_page(
        PATH,
        TITLE,
        body,
        description="Closed questions, a verdict with every provision that it rests on, and the next steps.",
        styles=["assets/css/eligibility.css"],
        scripts=list(SCRIPTS),
        hide=["toc"],
    )
