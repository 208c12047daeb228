"""Putting a finished folder in the place of an old one, so that a whole one stands there at every moment.

Linux and macOS can exchange two names in one step (renameat2, renamex_np). Elsewhere two renames do it, and what a
kill between them leaves behind is put right by `recover` at the next start.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2


def replace_folder(new: Path, place: Path) -> None:
    """Let `new` stand at `place`; what stood there before is deleted afterwards.

    Args:
        new: a finished folder on the same file system as `place`.
        place: the folder's name for its users; it may not exist yet.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        new.rename(place)
        return
    if _exchange(new, place):
        shutil.rmtree(new, ignore_errors=True)
        return
    old = _aside(place)
    shutil.rmtree(old, ignore_errors=True)
    place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def recover(place: Path) -> None:
    """Bring the last good folder back when a kill fell between two renames."""
    old = _aside(place)
    if old.exists() and not place.exists():
        old.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def _aside(place: Path) -> Path:
    return place.with_name(f".{place.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system cannot."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            return bool(library.renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(library.renamex_np(first, second, RENAME_SWAP) == 0)
    except (OSError, AttributeError, TypeError):
        return False
    return False
