"""The page without JavaScript: the list of all rules leads to the same verdicts, and nothing in it is unescaped."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from guide.eligibility import evaluate, load_eligibility
from guide.eligibility.export import NAME, as_data, as_script
from guide.eligibility.flow import flow_svg
from guide.eligibility.model import ABSENT, Eligibility
from guide.eligibility.page import Page
from guide.eligibility.places import CorpusPlaces
from guide.eligibility.space import every_way

ROOT = Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"
VOID = {"br", "img", "input", "meta", "link", "hr"}


@pytest.fixture(scope="module")
def rules() -> Eligibility:
    """The rules of the site."""
    return load_eligibility(ROOT / "content" / "editorial" / "eligibility.yml", ROOT)


@pytest.fixture(scope="module")
def page(rules: Eligibility, corpus: Any) -> str:
    """The page's body."""
    return Page(rules, CorpusPlaces(corpus), "../").render()


@dataclass
class Reader(HTMLParser):
    """Reads the list as a reader would: its lines in their order, with their conditions."""

    verdicts: list[dict[str, str]] = field(default_factory=list)
    derived: list[dict[str, str]] = field(default_factory=list)
    grounds: list[dict[str, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a line, a link or an id."""
        found = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.tags.append(tag)
        for name, lines in (("data-needs", self.verdicts), ("data-set", self.derived), ("data-ground", self.grounds)):
            if name in found:
                lines.append(found)
        if "href" in found:
            self.links.append(found)
        self.ids.extend(value for name, value in found.items() if name == "id")

    def handle_endtag(self, tag: str) -> None:
        """Sees that the tags nest."""
        assert self.tags.pop() == tag, "the page's tags do not nest"


@pytest.fixture(scope="module")
def read(page: str) -> Reader:
    """The page, read."""
    reader = Reader()
    reader.feed(page)
    assert reader.tags == []
    return reader


def holds(condition: str, facts: dict[str, str]) -> bool:
    return any(all(facts.get(name, ABSENT) in values for name, values in terms) for terms in json.loads(condition))


def test_p09_the_list_gives_the_verdict_and_the_grounds_of_the_wizard(rules: Eligibility, read: Reader) -> None:
    """Over all combinations, by what the page itself says."""
    for answers in every_way(rules):
        facts = dict(answers)
        for line in read.derived:
            if holds(line["data-when"], facts):
                facts.update(json.loads(line["data-set"]))
        matched = [line for line in read.grounds if holds(line["data-when"], facts)]
        effects = {line["data-effect"] for line in matched}
        outcome = next(
            line["data-verdict"]
            for line in read.verdicts
            if line["data-needs"] in {"", *effects} and holds(line["data-when"], facts)
        )
        shown = {line["data-ground"] for line in matched if outcome in (line["data-outcomes"].split() or [outcome])}
        verdict = evaluate(rules, answers)
        assert (outcome, shown) == (verdict.outcome, {ground.id for ground in verdict.grounds})


def test_every_link_leads_to_the_provision_it_names(read: Reader, corpus: Any) -> None:
    provisions = [link for link in read.links if "data-path" in link]
    assert len(provisions) > 200
    assert all(link["href"] == "../" + corpus.address(link["data-path"]) for link in provisions)
    assert {link["href"][1:] for link in read.links if link["href"].startswith("#")} <= set(read.ids)
    assert len(read.ids) == len(set(read.ids))


def test_every_text_of_the_rules_stands_on_the_page(rules: Eligibility, page: str, corpus: Any) -> None:
    """Misprints in quotations corrected and gaps marked, as on the pages of the acts."""
    from html import escape

    from guide.wording import html_of

    for note in (*rules.steps, *rules.open, *rules.caveats):
        assert escape(note.text) in page
    for ground in rules.criteria:
        assert escape(ground.why) in page
        assert all(html_of(CorpusPlaces(corpus).pieces(cite.path, cite.words)) in page for cite in ground.cites)
    assert 'substance abuse or <span class="lost">' in page
    listed = page.partition('id="verdict-may_apply"')[2]
    steps, _, duties = listed.partition("<h5>Duties and rights</h5>")
    assert 'data-note="apply"' in steps
    assert 'data-note="duty-report"' in duties.partition("<h5>")[0]


def test_the_wizard_waits_hidden_for_its_script(page: str) -> None:
    assert '<div id="eligibility-app" class="el-app" data-base="../" hidden></div>' in page
    assert "<noscript>" in page


def test_the_picture_is_well_formed_and_told_in_words(rules: Eligibility, corpus: Any) -> None:
    root = ET.fromstring(flow_svg(rules, CorpusPlaces(corpus), "../"))  # noqa: S314 (our own text)
    assert root.find(f"{SVG}title") is not None
    description = root.findtext(f"{SVG}desc") or ""
    assert all(rule.ask in description for rule in rules.verdicts if rule.ask)
    links = root.findall(f".//{SVG}a")
    assert links
    assert all(link.get("href") == "../" + corpus.address(link.get("data-path")) for link in links)


def test_what_looks_like_markup_is_text(rules: Eligibility, corpus: Any) -> None:
    """In the page, in the picture and in the script."""
    odd = '</script><b a="1">&\'\u2028'
    ground = replace(rules.criteria[0], why=odd)
    asked = replace(rules.verdicts[0], ask=odd)
    changed = replace(rules, criteria=(ground, *rules.criteria[1:]), verdicts=(asked, *rules.verdicts[1:]))
    body = Page(changed, CorpusPlaces(corpus)).render()
    assert "<b a=" not in body
    assert "&lt;b a=" in body
    ET.fromstring(flow_svg(changed, CorpusPlaces(corpus)))  # noqa: S314 (our own text)
    script = as_script(changed, CorpusPlaces(corpus))
    assert "<" not in script
    assert "\u2028" not in script


def test_the_script_holds_the_rules(rules: Eligibility, corpus: Any) -> None:
    places = CorpusPlaces(corpus)
    script = as_script(rules, places)
    assert script.startswith(f"window.{NAME} = ")
    data = json.loads(script.removeprefix(f"window.{NAME} = ").removesuffix(";\n"))
    assert data == json.loads(json.dumps(as_data(rules, places)))
    assert data["provisions"]["rules/15/1"]["href"] == corpus.address("rules/15/1")
