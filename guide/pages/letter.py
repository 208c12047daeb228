"""The letter of application as a page to print, with its download and what to know before using it."""

from __future__ import annotations

import html

from guide.letter import Clause, Letter
from guide.letter_docx import OPTIONAL, foot_of
from guide.pages.frame import Place, box, page, provision_link, quotation
from parser.corpus import Corpus
from parser.render.inline import escape
from parser.render.markdown import File

ADDRESS = "letter/index.html"
ANNEXES = ("rules/annex-1", "rules/annex-2")
CERTIFICATE = "The certificate is not a form"


def letter_page(corpus: Corpus, letter: Letter, edition: str) -> File:
    """The one page."""
    place = Place(ADDRESS, letter.title)
    links = ", ".join(provision_link(corpus, ADDRESS, path) for path in ANNEXES if corpus.has(path))
    notes = "\n\n".join(_note(corpus, note) for note in letter.notes)
    certificate = _note(corpus, letter.certificate)
    parts = [
        f"{escape(letter.lead)}\n{{ .lead .no-print }}",
        box("own-material no-print", escape(letter.own)),
        _buttons(letter),
        _sheet(letter, foot_of(letter, edition)),
        _part("What to know before you send it", "know", f"{notes}\n\n{box('not-stated', escape(letter.not_stated))}"),
        _part(CERTIFICATE, "certificate", f"{certificate}\n\nSpecimens: {links}"),
        _part("What each part rests on", "rests", _grounds(corpus, letter)),
    ]
    front = {"breadcrumb": [{"title": letter.title}], "hide": ["toc"]}
    return page(place, letter.lead, "\n\n".join(parts), **front)


def _part(title: str, name: str, inner: str) -> str:
    """A part of the page that stays off paper."""
    return f'<section class="no-print" markdown="1">\n\n## {title} {{ #{name} }}\n\n{inner}\n\n</section>'


def _buttons(letter: Letter) -> str:
    file = html.escape(letter.file)
    return (
        f'<p class="no-print buttons"><a class="button" href="{file}" download>Download as a Word file</a> '
        '<button class="button button--quiet" type="button" data-print-page hidden>Print</button></p>'
    )


def _sheet(letter: Letter, foot: str) -> str:
    """The letter itself, as raw HTML: blanks are lines, boxes are ticked by hand."""
    sender = "\n".join(_blank(blank.label) for blank in letter.sender)
    body = "\n".join(f"<p>{_plain(clause.text)}</p>" for clause in letter.body)
    enclosed = "\n".join(
        f"<li>{_plain(item.clause.text)}{f' ({OPTIONAL})' if item.optional else ''}</li>" for item in letter.enclosures
    )
    signature = "\n".join(map(_blank, letter.signature))
    return "\n".join(
        [
            '<section class="letter" aria-label="The letter">',
            f"<p>{_plain(letter.addressee.text)}</p>\n{_blank(letter.addressee_blank)}\n<p>From</p>\n{sender}",
            f'<p class="letter__heading"><strong>{_plain(letter.heading)}</strong></p>\n{body}',
            f'<p><strong>Enclosed</strong></p>\n<ul class="letter__boxes">\n{enclosed}\n</ul>\n{signature}',
            f'<p class="letter__foot">{_plain(foot)}</p>\n</section>',
        ]
    )


def _blank(label: str) -> str:
    return f'<p class="letter__blank"><span>({_plain(label)})</span></p>'


def _note(corpus: Corpus, note: Clause) -> str:
    return f"{escape(note.text)}\n\n{quotation(corpus, ADDRESS, note.quote)}"


def _grounds(corpus: Corpus, letter: Letter) -> str:
    clauses = (letter.addressee, *letter.body, *(item.clause for item in letter.enclosures))
    rows = [f"- {escape(one.text)} {provision_link(corpus, ADDRESS, one.quote.path)}" for one in clauses]
    rows += [f"- {escape(blank.label.capitalize())}: the site's own, {escape(blank.why)}." for blank in letter.sender]
    return "\n".join(rows)


def _plain(text: str) -> str:
    return html.escape(text, quote=False)
