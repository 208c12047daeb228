"""The search index of a checkout: beside the site, built when it is missing or older than the texts."""

from __future__ import annotations

from pathlib import Path

from publisher.project import Project
from search.engine import Engine

FOLDER = Path("build") / "index"


def index_of(project: Project, folder: Path | None = None) -> Engine:
    """The search over everything, with a fresh index where the one on disk is missing, broken or of other texts."""
    place = folder or project.root / FOLDER
    return Engine.make(project.library, place)
