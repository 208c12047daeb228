"""What is searched, 1, 10 or 100 times: the acts and their copies, with other names and other words.

A copy is numbered and built like its act and refers to its own provisions. Its words are those of the act, dealt anew:
every provision gets another length and other words, every heading and every term too, and amendments fall elsewhere.
So no two copies have a posting, a length or a heading in common; only the vocabulary does not grow. What is written by
hand about the provisions (readers' questions, concepts, answers) stays what it is, as nobody would write it a hundred
times.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from benchmarks.timing import ROOT
from parser.corpus import make_corpus
from parser.model import Meta
from parser.source import Source
from publisher.project import load_project
from search.library import Library, load_library
from search.records import Record


def library_of(copies: int) -> Library:
    """The library with every act that many times."""
    project = load_project(ROOT)
    originals = list({source.file: source for source in project.corpus.sources.values()}.values())
    sources = (_renamed(source, copy) for copy in range(copies) for source in originals)
    corpus = replace(make_corpus(sources), emendations=project.corpus.emendations)
    library = load_library(ROOT / "content", corpus, project.guide.answers)
    return replace(library, records=tuple(_dealt(library.records, set(project.corpus.acts))))


def _renamed(source: Source, copy: int) -> Source:
    return replace(source, acts=tuple(_named(meta, copy) for meta in source.acts)) if copy else source


def _named(meta: Meta, copy: int) -> Meta:
    """The first copy of the Law is "lawba", the Law BA; the next one "lawca"."""
    mark = chr(ord("a") + copy % 26) + chr(ord("a") + copy // 26)
    parent = meta.parent and f"{meta.parent}{mark}"
    number, short = f"{copy}-{meta.number}", f"{meta.short} {mark.upper()}"
    return replace(meta, id=f"{meta.id}{mark}", short=short, number=number, frbr=f"{meta.frbr}-{copy}", parent=parent)


def _dealt(records: Sequence[Record], originals: set[str]) -> Iterator[Record]:
    """The records of copies with other words, those of the acts themselves as they are."""
    for act, group in groupby(records, key=lambda record: record.act):
        own = list(group)
        yield from own if act in originals else _with_parents(_redealt(own, random.Random(act)))


def _redealt(records: list[Record], dice: random.Random) -> Iterator[Record]:
    texts = iter(_shuffled([record.text for record in records], dice))
    headings = iter(_shuffled([record.heading for record in records], dice))
    changes = [record.amendments for record in records]
    dice.shuffle(changes)
    for record, change in zip(records, changes, strict=True):
        text = next(texts) if record.text else ""
        heading = next(headings) if record.heading else ""
        words = f"{text} {heading}".split()
        terms = tuple(
            replace(term, term=" ".join(dice.sample(words, min(len(words), 2))), definition=text)
            for term in record.terms
        )
        yield replace(record, text=text, heading=heading, terms=terms, amendments=change)


def _shuffled(texts: Sequence[str], dice: random.Random) -> Iterator[str]:
    """The texts that are not empty: their lengths in another order, filled with their words in another order."""
    words = [word for text in texts for word in text.split()]
    lengths = [len(text.split()) for text in texts if text]
    dice.shuffle(words)
    dice.shuffle(lengths)
    at = 0
    for length in lengths:
        yield " ".join(words[at : at + length])
        at += length


def _with_parents(records: Iterable[Record]) -> Iterator[Record]:
    """The records with the new words of what is above them."""
    made: dict[str, Record] = {}
    for record in records:
        above = made.get(record.parent or "")
        parents = (*above.parents, above.heading or above.text) if above else ()
        name = above.label.split(", ", 1)[-1] if above else ""
        step = f"{name}. {above.heading}" if above and above.heading else name
        crumbs = (*above.crumbs, step) if above else record.crumbs
        made[record.path] = replace(record, parents=parents, crumbs=crumbs)
    yield from made.values()
