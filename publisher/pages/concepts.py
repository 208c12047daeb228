"""A page for every concept of the thesaurus, and their index from A to Z."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from guide.pages.frame import quotation
from guide.quotes import Quote
from parser.corpus import Corpus
from parser.labels import act_name
from parser.render.inline import escape
from parser.render.markdown import File
from publisher.pages.page import make_page, provision_link
from search.concepts import Concept, Concepts

FOLDER = "concepts"
INDEX = f"{FOLDER}/index.md"
LEAD = """What the two acts speak of, each with its provisions. The two translations often use different words for
what seems to be the same; a concept joins them, and says so where that is an inference and not the acts' own word."""


def concept_pages(corpus: Corpus, concepts: Concepts) -> Iterator[File]:
    """The index and a page a concept."""
    ordered = sorted(concepts, key=lambda concept: concept.preferred.lower())
    yield _index(ordered)
    for concept in ordered:
        yield ConceptPage(corpus, concepts, concept).file()


def _index(ordered: list[Concept]) -> File:
    """All concepts by their first letter, with their other names."""
    groups = [(letter, list(items)) for letter, items in groupby(ordered, key=lambda one: one.preferred[0].upper())]
    letters = "\n".join(f'<li><a href="#letter-{letter}">{letter}</a></li>' for letter, _ in groups)
    sections = "\n\n".join(_letter(letter, items) for letter, items in groups)
    body = f'{LEAD}\n\n<ul class="letters">\n{letters}\n</ul>\n\n{sections}'
    return make_page(
        INDEX, "Concepts", body, description="What the two acts speak of, from A to Z.", hide=["toc"], layout="wide"
    )


def _letter(letter: str, items: list[Concept]) -> str:
    rows = "\n".join(map(_row, items))
    return f'## {letter} {{ #letter-{letter} }}\n\n<ul class="concept-grid" markdown="1">\n{rows}\n</ul>'


def _row(concept: Concept) -> str:
    return f'<li markdown="1">[{escape(concept.preferred)}]({concept.id}.md)<p>{_names(concept)}</p></li>'


def _names(concept: Concept) -> str:
    count = len(concept.provisions)
    names = escape(", ".join(concept.alternative))
    return f"{names}; {count} provision{'s' * (count != 1)}" if names else f"{count} provision{'s' * (count != 1)}"


class ConceptPage:
    """The page of one concept."""

    def __init__(self, corpus: Corpus, concepts: Concepts, concept: Concept) -> None:
        self.corpus = corpus
        self.concepts = concepts
        self.concept = concept
        self.path = f"{FOLDER}/{concept.id}.md"

    def file(self) -> File:
        """Names, definitions side by side, provisions, neighbours."""
        concept = self.concept
        title = concept.preferred[0].upper() + concept.preferred[1:]
        parts = [*self._names(), *self._notes(), *self._definitions(), *self._provisions(), *self._neighbours()]
        crumbs = [{"title": "Concepts", "href": "index.html"}, {"title": title}]
        description = f"{title}: its provisions in the Law and the Rules."
        return make_page(self.path, title, "\n\n".join(parts), description=description, breadcrumb=crumbs, hide=["toc"])

    def _names(self) -> Iterator[str]:
        if self.concept.alternative:
            yield f"Also: {escape(', '.join(self.concept.alternative))}.\n{{: .lead }}"

    def _notes(self) -> Iterator[str]:
        if self.concept.inference:
            yield f'<div class="inference" markdown="1">\n\n{escape(self.concept.inference)}\n\n</div>'
        if self.concept.note:
            yield escape(self.concept.note)

    def _definitions(self) -> Iterator[str]:
        """The definition of each act in a column of its own."""
        if not self.concept.definitions:
            return
        columns = "\n".join(map(self._definition, self.concept.definitions))
        yield f'## Definition\n\n<div class="side-by-side" markdown="1">\n{columns}\n</div>'

    def _definition(self, path: str) -> str:
        title = act_name(self.corpus.outline, path.split("/", 1)[0])
        words = self._quotation(escape(self.corpus.corrected_text_of(path)), path)
        return f'<div markdown="1">\n\n### {title}\n\n{words}\n\n</div>'

    def _provisions(self) -> Iterator[str]:
        yield "## Provisions"
        for place in self.concept.provisions:
            quote = Quote(place.path, " ".join(place.quote.split()))
            yield quotation(self.corpus, self.path.replace(".md", ".html"), quote)
        link = f"../search/index.md?q=concept%3A{self.concept.id}"
        yield f"[Search everything about it]({link}){{ .button .button--quiet }}"

    def _quotation(self, words: str, path: str) -> str:
        source = provision_link(self.corpus, self.path, path)
        quote = '<blockquote class="provision-quote" markdown="1">'
        return f'{quote}\n\n{words}\n\n<footer markdown="1">{source}</footer>\n\n</blockquote>'

    def _neighbours(self) -> Iterator[str]:
        narrower = [one.id for one in self.concepts.narrower(self.concept.id)]
        known = {*self.concept.broader, *narrower}
        related = [name for name in (*self.concept.related, *self._relating()) if name not in known]
        for title, ids in (("Broader", self.concept.broader), ("Narrower", narrower), ("Related", related)):
            if ids:
                yield f"## {title}\n\n" + self._list(dict.fromkeys(ids))

    def _relating(self) -> Iterator[str]:
        """Concepts that call this one related; the relation goes both ways."""
        yield from (one.id for one in self.concepts if self.concept.id in one.related)

    def _list(self, ids: Iterable[str]) -> str:
        names = sorted((self.concepts[name].preferred, name) for name in ids)
        return "\n".join(f"- [{escape(label)}]({name}.md)" for label, name in names)
