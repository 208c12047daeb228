"""The files that the build offers for download, made from the corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator

from parser.render.akn import render_akn
from parser.render.records import json_act, json_lines
from publisher.pages.downloads import Download
from publisher.project import Project
from search.skos import to_jsonld


def make_downloads(project: Project) -> Iterator[Download]:
    """All downloads, in the order of the page that lists them."""
    corpus = project.corpus
    for act in corpus.acts.values():
        name = act.meta.short.removeprefix("the ")
        tree = json.dumps(json_act(corpus, act.id), ensure_ascii=False, indent=1) + "\n"
        lines = "".join(json_lines(corpus, act.id))
        yield Download(f"{act.id}.xml", f"{name}: Akoma Ntoso 3.0 XML", render_akn(corpus, act.id))
        yield Download(f"{act.id}.json", f"{name}: JSON, the whole tree", tree.encode())
        yield Download(f"{act.id}.jsonl", f"{name}: JSON Lines, a line a block", lines.encode())
    thesaurus = json.dumps(to_jsonld(project.library.concepts), ensure_ascii=False, indent=1) + "\n"
    yield Download("concepts.jsonld", "The concepts: SKOS as JSON-LD", thesaurus.encode())
    for source in dict.fromkeys(corpus.sources.values()):
        name = source.file.split("/")[-2]
        held = [corpus.acts[act].meta.short for act, one in corpus.sources.items() if one is source]
        yield Download(f"{name}.txt", f"The text as received: {' and '.join(held)}", source.text.encode())
