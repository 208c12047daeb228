"""What 1, 10 and 100 copies of the Law cost: parsed, resolved and written as Akoma Ntoso.

As separate acts, one after the other; as acts of one corpus, which may refer to one another; and as one text with
chapters and articles numbered on. Each in a process of its own, by processor time, with the peak of its memory; one
copy is measured before and after every job, so that a machine that is busy meanwhile is busy for both. Target: 100
copies cost at most 110 times one, in under 400 MB.
"""

from __future__ import annotations

import gc
import json
import re
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import mean

from rich.table import Table

from benchmarks.timing import ROOT, apart
from parser.corpus import make_corpus
from parser.render.akn import render_akn
from parser.source import Source, read_source

COPIES = (1, 10, 100)
MODES = {"acts": "separate acts", "corpus": "one corpus", "text": "one text"}
NUMBERED = re.compile(r"(?:^Chapter|\bArticles?) [0-9]+(?:(?:, |-)[0-9]+)*", re.MULTILINE)
CHAPTERS, ARTICLES = 13, 80


def tables() -> Iterator[Table]:
    """A row for every number of copies and every way to process them."""
    table = Table("copies of the Law", "as", "seconds", "times one", "peak, MB", "XML, MB")
    for mode, title in MODES.items():
        for copies in COPIES:
            found = apart("-m", "benchmarks.scaling", mode, str(copies))
            row = (f"{found['seconds']:.3f}", f"{found['times']:.1f}", f"{found['peak']:.0f}", f"{found['xml']:.1f}")
            table.add_row(str(copies), title, *row)
    yield table


def measure(mode: str, copies: int) -> dict[str, float]:
    """Seconds, times the cost of one copy, peak megabytes and megabytes of XML of one job."""
    job, one = list(_groups(mode, copies)), list(_groups("acts", 1))
    ones: list[float] = []
    jobs: list[float] = []
    _seconds(one)  # the first run fills caches
    for _ in range(max(2, 20 // copies)):
        ones += [_seconds(one) for _ in range(10)]
        jobs.append(_seconds(job))
        ones += [_seconds(one) for _ in range(10)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    size = sum(_process(group) for group in job) / 1e6
    return {"seconds": mean(jobs), "times": mean(jobs) / mean(ones), "peak": peak, "xml": size}


def _seconds(job: list[list[Source]]) -> float:
    gc.collect()
    start = time.process_time()
    for group in job:
        _process(group)
    return time.process_time() - start


def _process(sources: list[Source]) -> int:
    corpus = make_corpus(sources)
    return sum(len(render_akn(corpus, act)) for act in corpus.acts)


def _groups(mode: str, copies: int) -> Iterator[list[Source]]:
    """The sources of each corpus."""
    law = read_source(ROOT / "content" / "sources" / "law", ROOT)
    if mode == "text":
        yield [replace(law, text="\n".join(_numbered_on(law.text, copy) for copy in range(copies)))]
    elif mode == "corpus":
        yield [_renamed(law, copy) for copy in range(copies)]
    else:
        for _ in range(copies):
            yield [law]


def _renamed(law: Source, copy: int) -> Source:
    [meta] = law.acts
    return replace(law, acts=(replace(meta, id=f"law-{copy}", number=f"{copy}", frbr=f"{meta.frbr}-{copy}"),))


def _numbered_on(text: str, copy: int) -> str:
    """The text with the numbers of its chapters and articles, and of the articles that it cites, moved on."""
    body = text[text.index("Chapter 1.") if copy else 0 : text.rindex("The President of")]

    def moved(match: re.Match[str]) -> str:
        step = copy * (CHAPTERS if match.group().startswith("Chapter") else ARTICLES)
        return re.sub(r"(?<!68-)[0-9]+", lambda number: str(int(number.group()) + step), match.group())

    return NUMBERED.sub(moved, body)


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
