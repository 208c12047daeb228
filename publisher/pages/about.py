"""About this edition: what the texts are, how completely they were read, what was repaired. All counts are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from parser.corpus import Corpus
from parser.labels import act_name
from parser.model import Act, Emendation, Kind
from parser.render.inline import escape
from parser.render.markdown import File
from publisher.pages.page import day, make_page, provision_link

PATH = "about/index.md"
KINDS = {
    Kind.CHAPTER: "chapters",
    Kind.ARTICLE: "articles",
    Kind.PARAGRAPH: "numbered paragraphs",
    Kind.SUBPARAGRAPH: "numbered subparagraphs",
    Kind.PART: "blocks without a number",
    Kind.ANNEX: "annexes",
    Kind.FOOTNOTE: "footnotes",
}

LEAD = """This site shows two acts of the Republic of Kazakhstan, word for word, in unofficial English translations.
It is no official publication and no legal advice. **Check the official text before you rely on a
provision.**

The two texts are not of the same date: each is shown as of the newest amendment that its own footnotes
tell of. What was changed later is not here. On the official site the Law has been amended since."""

PARSE = """Every character of the two texts except white space stands on this site once: `shekara check` joins all
the blocks and compares them with the texts as received. The counts below are taken from the build that
made this page."""

REPAIRS = """The texts as received are never altered. Where a misprint is evident and its right reading certain, the
page shows the right reading, underlined with dots, and a note with the reading of the source. Where the
source has lost words, the gap is marked, and nothing is supplied. The JSON and JSON Lines exports carry
both readings."""


def about_page(corpus: Corpus) -> File:
    """The page about the edition."""
    parts = [
        LEAD,
        "## The texts\n\n" + "\n".join(_texts(corpus)),
        f"## How completely the texts were read\n\n{PARSE}\n\n" + "\n".join(_counts(corpus)),
        "## References\n\n" + _references(corpus),
        f"## Misprints repaired and words lost\n\n{REPAIRS}\n\n{_tally(corpus)}\n\n" + "\n".join(_repairs(corpus)),
    ]
    return make_page(
        PATH, "About this edition", "\n\n".join(parts), description="Sources, dates, completeness, repairs."
    )


def _texts(corpus: Corpus) -> Iterator[str]:
    for act in corpus.acts.values():
        meta = act.meta
        link = f"[{meta.official.removeprefix('https://')}]({meta.official}){{ .ref-external }}"
        yield f"{act_name(corpus.outline, act.id)}: {escape(meta.title)}"
        yield f":   No. {meta.number} of {day(meta.date)}, shown as of **{day(meta.edition)}**. Official text: {link}."
        yield f"    sha256 of the source: `{meta.sha256[:8]}…{meta.sha256[-8:]}`\n"


def _counts(corpus: Corpus) -> Iterator[str]:
    acts = list(corpus.acts.values())
    yield "| Counted | " + " | ".join(act_name(corpus.outline, act.id) for act in acts) + " |"
    yield "|---|" + "---|" * len(acts)
    counted = [Counter(block.kind for block in act.walk()) for act in acts]
    for kind, name in KINDS.items():
        yield f"| {name} | " + " | ".join(str(count[kind]) for count in counted) + " |"
    yield "| amendments told of | " + " | ".join(str(_amendments(corpus, act)) for act in acts) + " |"
    yield "| words | " + " | ".join(str(sum(len(block.text.split()) for block in act.walk())) for act in acts) + " |"


def _amendments(corpus: Corpus, act: Act) -> int:
    return sum(len(items) for path, items in corpus.amendments.items() if path.split("/", 1)[0] == act.id)


def _references(corpus: Corpus) -> str:
    refs = [ref for items in corpus.refs.values() for ref in items]
    kinds = Counter(ref.kind for ref in refs)
    lost = sum(1 for ref in refs if ref.reason)
    return (
        f"{len(refs)} references were found: {kinds['internal']} to another provision of the same act, "
        f"{kinds['cross-act']} to the other act, {kinds['self']} to the act or chapter itself (“this Law”), and "
        f"{kinds['external']} to acts that are not on this site. {lost} could not be resolved."
    )


def _tally(corpus: Corpus) -> str:
    items = [item for found in corpus.emendations.values() for item in found]
    lost = sum(1 for item in items if item.lost)
    return f"{len(items) - lost} misprints are repaired, {lost} places have lost words."


def _repairs(corpus: Corpus) -> Iterator[str]:
    yield "| Where | The source reads | Shown here | Why |"
    yield "|---|---|---|---|"
    for locator, items in corpus.emendations.items():
        for item in items:
            yield _row(corpus, locator, item)


def _row(corpus: Corpus, locator: str, item: Emendation) -> str:
    block = corpus.outline.blocks[locator]
    path = locator if block.path else next((name for name in corpus.outline.above(locator) if corpus.has(name)), "")
    where = provision_link(corpus, PATH, path) + ("" if block.path else f", {block.kind.value}")
    shown = "*words lost*" if item.lost else escape(item.corrected)
    return f"| {where} | {escape(item.source)} | {shown} | {escape(item.reason)} |"
