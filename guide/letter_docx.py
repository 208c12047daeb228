"""The letter of application as a Word document. The same letter gives the same bytes on every day."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Pt

from guide.letter import Letter

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold; no file of ours has another."""

FONT = "Times New Roman"
LINE_END = Cm(16)
BOX = "☐"
OPTIONAL = "if I wish"


def letter_docx(letter: Letter, edition: str) -> bytes:
    """The document on one A4 page.

    Args:
        letter: its words.
        edition: the edition of the Rules, as readers write it: 26.05.2023.
    """
    document = docx.Document()
    _set_up(document, letter, edition)
    _opening(document, letter)
    for clause in letter.body:
        document.add_paragraph(clause.text)
    _enclosures(document, letter)
    for label in letter.signature:
        _blank_line(document, label)
    return _fixed(document)


def foot_of(letter: Letter, edition: str) -> str:
    """What the foot of the letter says of itself."""
    return f"{letter.own} Rules as of {edition}, unofficial translation."


def _set_up(document: Document, letter: Letter, edition: str) -> None:
    """Paper, type, properties, and the note at the foot."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    style.paragraph_format.space_after = Pt(8)
    properties = document.core_properties
    properties.title, properties.author, properties.language = letter.title, "", "en"
    properties.comments, properties.revision, properties.last_modified_by = letter.own, 1, ""
    properties.created = properties.modified = datetime(*EPOCH)  # noqa: DTZ001 - the format knows no time zone
    section.footer.paragraphs[0].add_run(foot_of(letter, edition)).font.size = Pt(8)


def _opening(document: Document, letter: Letter) -> None:
    document.add_paragraph(letter.addressee.text)
    _blank_line(document, letter.addressee_blank)
    document.add_paragraph("From")
    for blank in letter.sender:
        _blank_line(document, blank.label)
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.paragraph_format.space_before = heading.paragraph_format.space_after = Pt(16)
    heading.add_run(letter.heading).bold = True


def _enclosures(document: Document, letter: Letter) -> None:
    document.add_paragraph().add_run("Enclosed").bold = True
    for item in letter.enclosures:
        mark = f" ({OPTIONAL})" if item.optional else ""
        document.add_paragraph(f"{BOX}  {item.clause.text}{mark}").paragraph_format.left_indent = Cm(0.6)


def _blank_line(document: Document, label: str) -> None:
    """A line to write on, and below it what belongs there."""
    line = document.add_paragraph("\t")
    line.paragraph_format.tab_stops.add_tab_stop(LINE_END, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(10), Pt(0)
    small = document.add_paragraph().add_run(f"({label})")
    small.font.size = Pt(9)


def _fixed(document: Document) -> bytes:
    """The document with the same time on every file in it."""
    made, fixed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            target.writestr(info, source.read(name))
    return fixed.getvalue()
