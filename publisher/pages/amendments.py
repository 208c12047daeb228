"""The amendments page: what changed when and by which act, the newest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from parser.corpus import Corpus
from parser.model import Amendment, Cites
from parser.render.markdown import File
from publisher.pages.page import day, make_page, provision_link

PATH = "about/amendments.md"
WORDS = {"amended": "Amended", "supplemented": "Added", "excluded": "Excluded", "reworded": "Reworded"}
LEAD = """The footnotes of the two texts tell of these changes. Later ones are not in the texts, and what a
provision said before is not either."""


def amendments_page(corpus: Corpus) -> File:
    """The timeline of all amendments."""
    items = "\n".join(_entry(corpus, cites, found) for cites, found in _by_act(corpus))
    body = f'{LEAD}\n\n<ol class="timeline" markdown="1">\n{items}\n</ol>'
    return make_page(PATH, "Amendments", body, description="What changed in the Law and the Rules, newest first.")


def _by_act(corpus: Corpus) -> Iterator[tuple[Cites, list[Amendment]]]:
    """Amendments by the act that made them, the newest act first."""
    groups: dict[Cites, list[Amendment]] = defaultdict(list)
    for items in corpus.amendments.values():
        for item in items:
            groups[item.by].append(item)
    yield from sorted(groups.items(), key=lambda pair: pair[0].date or "", reverse=True)


def _entry(corpus: Corpus, cites: Cites, items: list[Amendment]) -> str:
    act = f"{cites.type.capitalize()} No. {cites.number}" if cites.number else cites.type.capitalize()
    lines = [f'<time datetime="{cites.date}">{day(cites.date)}</time> **{act}**']
    for action, words in WORDS.items():
        links = [provision_link(corpus, PATH, item.target) for item in items if item.action == action]
        if links:
            lines.append(f"{words}: {', '.join(links)}.")
    clauses = dict.fromkeys(item.enforcement for item in items if item.enforcement)
    lines.extend(f"“{clause}”\n{{: .enforcement }}" for clause in clauses)
    return '<li markdown="1">\n\n' + "\n\n".join(lines) + "\n\n</li>"
