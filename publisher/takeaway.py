"""The whole site as one file to take along, for places without a network."""

from __future__ import annotations

import zipfile
from pathlib import Path

NAME = "shekara-site.zip"
FOLDER = "shekara-site"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every file in it: the same site gives the same bytes."""


def pack(site: Path, target: Path) -> None:
    """Write all files of a site into a ZIP file, in one folder.

    Args:
        site: the built site.
        target: the file to write; it may lie in the site, and is not packed itself.
    """
    files = sorted(path for path in site.rglob("*") if path.is_file())
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for path in files:
            if path != target:
                entry = zipfile.ZipInfo(f"{FOLDER}/{path.relative_to(site).as_posix()}", EARLIEST)
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, compresslevel=3)
