"""Everything that the site is made from, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guide.eligibility import Eligibility, load_eligibility
from guide.eligibility.checks import check as check_rules
from guide.load import Guide, load_guide
from parser.corpus import Corpus, load_corpus
from parser.errors import EditorialError, ShekaraError
from search.library import Library, load_library


@dataclass(frozen=True, slots=True)
class Project:
    """A checkout: its folder and what was read from `content/`."""

    root: Path
    corpus: Corpus
    guide: Guide
    rules: Eligibility
    library: Library

    @property
    def docs(self) -> Path:
        """The folder of the Markdown pages."""
        return self.root / "content" / "docs"


def find_root(start: Path) -> Path:
    """The checkout that a folder stands in: the nearest one above it with `mkdocs.yml` and `content/sources`.

    Raises:
        ShekaraError: there is none.
    """
    for folder in (start, *start.parents, Path(__file__).resolve().parent.parent):
        if (folder / "mkdocs.yml").is_file() and (folder / "content" / "sources").is_dir():
            return folder
    raise ShekaraError("no project found here: go to the folder that holds mkdocs.yml and content/sources")


def load_project(root: Path) -> Project:
    """Read and check everything.

    Raises:
        ShekaraError: the first file that cannot be used; one line with file, line and what to do.
    """
    content = root / "content"
    corpus = load_corpus(content)
    guide = load_guide(content, corpus)
    rules = load_eligibility(content / "editorial" / "eligibility.yml", root)
    return Project(root, corpus, guide, rules, load_library(content, corpus, guide.answers))


def prove_rules(project: Project) -> None:
    """Prove that the wizard's rules quote rightly, that every question is asked and every verdict reached.

    Raises:
        EditorialError: a line for each fault.
    """
    faults = [str(item) for item in check_rules(project.rules, project.corpus)]
    if faults:
        raise EditorialError("\n".join(faults))
