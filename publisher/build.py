"""From sources and editorial files to the site, step by step.

Everything is made aside, below `build/`, and exchanged for the old site when it is whole: a failure or a kill at any
moment leaves the last good site. The same input gives the same bytes.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from guide.eligibility.export import as_script
from guide.eligibility.places import CorpusPlaces
from guide.pages import assets, guide_files
from guide.related import related_links
from parser.errors import ShekaraError
from parser.render.markdown import File, render_markdown
from publisher.beside import beside
from publisher.downloads import make_downloads
from publisher.index import index_of
from publisher.pages.about import about_page
from publisher.pages.amendments import amendments_page
from publisher.pages.concepts import concept_pages
from publisher.pages.downloads import Download, downloads_page
from publisher.pages.eligibility import DATA, eligibility_page
from publisher.pages.glossary import glossary_page
from publisher.project import Project, load_project, prove_rules
from publisher.swap import recover, replace_folder
from publisher.takeaway import NAME, pack
from search.browser import export

TOLD = 10
"""How many warnings of MkDocs one is told at once."""


@dataclass(slots=True)
class Work:
    """A build under way: where it is made, and what was read and made so far."""

    root: Path
    folder: Path
    project: Project | None = None
    downloads: list[Download] = field(default_factory=list)

    @property
    def docs(self) -> Path:
        """The staged Markdown."""
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        """The site that is being made."""
        return self.folder / "site"

    @property
    def read(self) -> Project:
        """The project, once it is read."""
        if self.project is None:
            raise AssertionError("nothing was read yet")
        return self.project


def read(work: Work) -> None:
    """Read and check the sources and the editorial files."""
    work.project = load_project(work.root)


def write_acts(work: Work) -> None:
    """Write the acts' Markdown into the checkout, where it is committed."""
    wanted = acts_markdown(work.read)
    for path, text in wanted.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            _write(path, text.encode())
    for path in sorted((work.read.docs / "acts").rglob("*.md")):
        if path not in wanted:
            path.unlink()


def stage(work: Work) -> None:
    """Lay out all pages for MkDocs: hand-written ones, the acts, and those made from data."""
    shutil.copytree(work.read.docs, work.docs)
    work.downloads = list(make_downloads(work.read))
    for file in generated_pages(work.read, work.downloads):
        _write(work.docs / file.path, file.text.encode())


def make_site(work: Work) -> None:
    """Let MkDocs make the pages, any warning of its own an error; the search index is built beside it."""
    newest = max(act.meta.edition for act in work.read.corpus.acts.values())
    epoch = int(datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp())
    second = beside(partial(prove_and_index, work), work.folder / "told")
    with second, _environment(SOURCE_DATE_EPOCH=str(epoch)), _warnings_of_mkdocs() as warnings:
        try:
            config = load_config(str(work.root / "mkdocs.yml"), docs_dir=str(work.docs), site_dir=str(work.site))
            mkdocs_build(config)
        except (Abort, MkDocsException) as error:
            warnings.append(str(error))
    if warnings:
        more = [f"and {len(warnings) - TOLD} more"] if len(warnings) > TOLD else []
        raise ShekaraError("\n".join([*(f"mkdocs.yml:1: error: {line}" for line in warnings[:TOLD]), *more]))


def add_files(work: Work) -> None:
    """Put downloads, data and the browser's index beside the pages."""
    project = work.read
    (work.folder / "search").rename(work.site / "assets" / "search")
    for item in work.downloads:
        _write(work.site / "downloads" / item.name, item.data)
    for path, data in assets(project.guide):
        _write(work.site / path, data)
    _write(work.site / DATA, as_script(project.rules, CorpusPlaces(project.corpus)).encode())


def prove_and_index(work: Work) -> None:
    """Prove the wizard's rules, build the search index, and lay out the browser's copy of it."""
    prove_rules(work.read)
    engine = index_of(work.read)
    export(engine.space, work.folder / "search", work.root / "overrides" / "assets" / "js")


def prune(work: Work) -> None:
    """Take out what MkDocs copies and no page uses: Material's JavaScript, source maps, a sitemap without addresses."""
    shutil.rmtree(work.site / "assets" / "javascripts", ignore_errors=True)
    for unused in (*work.site.rglob("*.map"), *work.site.glob("sitemap.xml*")):
        unused.unlink()


def take_along(work: Work) -> None:
    """Pack the finished site."""
    pack(work.site, work.site / "downloads" / NAME)


Step = Callable[[Work], None]
STEPS: tuple[tuple[str, Step], ...] = (
    ("Reading the texts", read),
    ("Writing the acts as Markdown", write_acts),
    ("Laying out the pages", stage),
    ("Building the pages and the search index", make_site),
    ("Leaving out what no page uses", prune),
    ("Adding downloads and the browser's index", add_files),
    ("Packing the site into one file to take along", take_along),
)
"""The build, in order."""


def build(root: Path, out: Path, report: Callable[[str], None]) -> None:
    """Build the site into a folder.

    Args:
        root: the checkout.
        out: the site's folder; its last good content stays until the new one is whole.
        report: is told each step's name as it begins.

    Raises:
        ShekaraError: something a user can put right; the old site stands.
    """
    _refuse_foreign(out)
    recover(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as folder:
        work = Work(root, Path(folder))
        for title, step in STEPS:
            report(title)
            step(work)
        _write(work.site / ".shekara", b"Made by `shekara build`; replaced as a whole by the next one.\n")
        replace_folder(work.site, out)


def _refuse_foreign(out: Path) -> None:
    """Never replace a folder that no build has made."""
    made_here = (out / ".shekara").exists() or not out.exists() or (out.is_dir() and not any(out.iterdir()))
    if not made_here:
        raise ShekaraError(f"{out} holds something else than a built site; choose another folder with --out")


def acts_markdown(project: Project) -> dict[Path, str]:
    """The acts' pages as they must stand in the checkout."""
    related = related_links(project.guide, project.corpus)
    return {project.docs / file.path: file.text for file in render_markdown(project.corpus, related)}


def generated_pages(project: Project, downloads: list[Download]) -> Iterator[File]:
    """The pages made from data, except the acts."""
    yield amendments_page(project.corpus)
    yield glossary_page(project.corpus)
    yield about_page(project.corpus)
    yield downloads_page(downloads)
    yield from concept_pages(project.corpus, project.library.concepts)
    yield from guide_files(project.guide, project.corpus)
    yield eligibility_page(project.rules, CorpusPlaces(project.corpus))


def _write(path: Path, data: bytes) -> None:
    """Write a file so that a kill leaves the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.new")
    aside.write_bytes(data)
    aside.replace(path)


@contextmanager
def _warnings_of_mkdocs() -> Iterator[list[str]]:
    """What MkDocs warns of, in one line each."""
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(" ".join(record.getMessage().split()))  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield found
    finally:
        logger.removeHandler(handler)


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    """Environment variables that hold for a while."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
