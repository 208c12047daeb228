"""Reading a source: bytes to text, with everything refused that would make later steps guess."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from parser.editorial import Document, read_yaml
from parser.errors import EditorialError, SourceError
from parser.layout import Layout, load_layout
from parser.model import Meta

MAX_BYTES = 32_000_000
"""Two hundred times the Law. A larger file is no act."""

MAX_LINE = 1_000_000
"""Characters in one line; the longest paragraph of the two acts has 900."""

META_KEYS = ("file", "sha256", "layout", "language", "acts")
ACT_KEYS = ("id", "kind", "title", "short", "number", "date", "edition", "frbr", "official")


@dataclass(frozen=True, slots=True)
class Source:
    """A text as received, and what its `meta.yml` says. `file` is the name for messages and exports."""

    file: str
    text: str
    layout: Layout
    acts: tuple[Meta, ...]


def read_source(folder: Path, root: Path) -> Source:
    """Read `meta.yml` and the text that it names.

    Args:
        folder: the folder of one source.
        root: messages and exports name files relative to it.

    Raises:
        SourceError: a file is missing, damaged, or not the text that was accepted.
    """
    try:
        meta = read_yaml(folder / "meta.yml", root)
        meta.check_keys((), meta.data, META_KEYS)
        acts = tuple(_act(meta, index) for index, _ in enumerate(meta.section("acts")))
        layout = load_layout(str(meta.data["layout"]))
    except EditorialError as error:
        raise SourceError(str(error)) from None
    path = folder / Path(str(meta.data["file"])).name
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    data = _bytes(path, name)
    _accepted(data, meta, name)
    return Source(name, decode(data, name), layout, acts)


def decode(data: bytes, name: str) -> str:
    """The text of a source.

    Raises:
        SourceError: the bytes are no text of an act; the message names file and line.
    """
    if not data.strip():
        raise SourceError(f"{name}:1: the file is empty; put the text of the act there")
    if b"\0" in data:
        raise SourceError(f"{name}:{_line(data, data.index(0))}: a NUL byte; save the text as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = _line(data, error.start)
        raise SourceError(
            f"{name}:{where}: unreadable byte 0x{data[error.start]:02x}; save the text as UTF-8"
        ) from None
    for match in re.finditer(rf"[^\n]{{{MAX_LINE},}}", text):
        where = text.count("\n", 0, match.start()) + 1
        raise SourceError(f"{name}:{where}: a line of {len(match.group())} characters; break it into paragraphs")
    return text


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _bytes(path: Path, name: str) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise SourceError(f"{name}:1: {size} bytes, more than {MAX_BYTES}; this is no text of an act")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{name}:1: cannot be read ({error.strerror}); put the text of the act there") from None


def _accepted(data: bytes, meta: Document, name: str) -> None:
    """Refuse a text whose sha256 is not that of `meta.yml`, once it is known to be readable at all."""
    decode(data, name)
    digest = hashlib.sha256(data).hexdigest()
    if digest != str(meta.data["sha256"]):
        raise SourceError(
            f"{name}:1: the source has changed: sha256 is {digest}, accepted is {meta.data['sha256']}; "
            "restore the text, or accept the new one in meta.yml after reading the difference"
        )


def _act(meta: Document, index: int) -> Meta:
    item: dict[str, Any] = meta.section("acts")[index]
    meta.check_keys(("acts", index), item, ACT_KEYS, ("parent",))
    for key in ("date", "edition"):
        if not isinstance(item[key], date):
            raise meta.error(("acts", index, key), f'"{key}" is no date of the form 2013-01-16')
    strings = {key: str(item[key]) for key in ACT_KEYS}
    language, file, layout = (str(meta.data[key]) for key in ("language", "file", "layout"))
    if not re.fullmatch(r"[a-z][a-z0-9-]*", strings["id"]):
        raise meta.error(("acts", index, "id"), 'an "id" is lower-case letters, digits and hyphens')
    return Meta(
        **strings,
        language=language,
        file=file,
        layout=layout,
        sha256=str(meta.data["sha256"]),
        parent=item.get("parent"),
    )
