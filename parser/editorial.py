"""YAML that people write: read safely, with the line of every value, and checked against a small schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from parser.errors import EditorialError

MAX_BYTES = 8_000_000
"""No editorial file comes near this; a larger one is a mistake."""

Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The values of a YAML file and the line (from 1) on which each stands."""

    file: str
    data: Any
    lines: Mapping[Key, int]

    def error(self, key: Key, message: str) -> EditorialError:
        """An error that names the file and the line of the value at `key`, or of the nearest one above it."""
        while key and self._line(key) is None:
            key = key[:-1]
        return EditorialError(f"{self.file}:{self._line(key) or 1}: {message}")

    def _line(self, key: Key) -> int | None:
        """The line of a value; a key that YAML reads as a number was written as text."""
        return self.lines.get(key) or self.lines.get((*key[:-1], str(key[-1])) if key else key)

    def section(self, name: str) -> list[dict[str, Any]]:
        """The list of mappings under the top-level key `name`.

        Raises:
            EditorialError: there is no such list, or one of its items is no mapping.
        """
        items = self.data.get(name) if isinstance(self.data, dict) else None
        if not isinstance(items, list):
            raise self.error((), f'a list "{name}:" is missing at the top level')
        for index, item in enumerate(items):
            if not isinstance(item, dict):
                raise self.error((name, index), f'an item of "{name}" is no mapping')
        return items

    def check_keys(self, key: Key, item: Any, required: Sequence[str], optional: Sequence[str] = ()) -> None:
        """Refuse an item that lacks a required key or has an unknown one.

        Raises:
            EditorialError: names the key and the known ones.
        """
        if not isinstance(item, dict):
            raise self.error(key, "a mapping is expected here")
        known = [*required, *optional]
        for name in item:
            if name not in known:
                raise self.error((*key, name), f'unknown key "{name}"; known: {", ".join(known)}')
        for name in required:
            if item.get(name) in (None, "", [], {}):
                raise self.error(key, f'"{name}" is missing or empty')


def read_yaml(path: Path, root: Path | None = None) -> Document:
    """Read a YAML file with the safe loader.

    Args:
        path: the file.
        root: messages name the file relative to this folder, where it lies below it.

    Raises:
        EditorialError: the file is missing, too large, not UTF-8, or no YAML; one line with file and line number.
    """
    name = path.relative_to(root).as_posix() if root and path.is_relative_to(root) else path.as_posix()
    try:
        if path.stat().st_size > MAX_BYTES:
            raise EditorialError(f"{name}:1: larger than {MAX_BYTES} bytes; split the file")
        text = path.read_bytes().decode("utf-8")
        loader = yaml.CSafeLoader(text) if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader(text)
        node = loader.get_single_node()
        if node is None:
            raise EditorialError(f"{name}:1: the file is empty")
        lines = dict(_lines(node))
        return Document(name, loader.construct_document(node), lines)
    except FileNotFoundError:
        raise EditorialError(f"{name}:1: the file is missing") from None
    except UnicodeDecodeError as error:
        raise EditorialError(f"{name}:1: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise EditorialError(f"{name}:{_line_of(error)}: not valid YAML: {_problem(error)}") from None


def write_yaml(data: Mapping[str, Any]) -> str:
    """Plain values as YAML in their order, as in the front matter of a page; many times quicker than `safe_dump`."""
    dumper = yaml.CSafeDumper if hasattr(yaml, "CSafeDumper") else yaml.SafeDumper
    text: str = yaml.dump(dict(data), Dumper=dumper, sort_keys=False, allow_unicode=True, width=1000)
    return text


def _lines(node: yaml.Node, key: Key = (), seen: frozenset[int] = frozenset()) -> Iterator[tuple[Key, int]]:
    """Every value's key and line; a mapping's value counts from the line of its key."""
    if id(node) in seen:
        raise ValueError("an alias that holds itself")
    yield key, node.start_mark.line + 1
    seen |= {id(node)}
    if isinstance(node, yaml.MappingNode):
        _refuse_twice(node)
        for name, value in node.value:
            for inner, line in _lines(value, (*key, str(name.value)), seen):
                yield inner, name.start_mark.line + 1 if inner == (*key, str(name.value)) else line
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _lines(value, (*key, index), seen)


def _refuse_twice(node: yaml.MappingNode) -> None:
    """YAML would keep the last of two values and lose the first in silence."""
    seen: set[str] = set()
    for name, _ in node.value:
        if str(name.value) in seen:
            raise yaml.MarkedYAMLError(problem=f'the key "{name.value}" stands twice', problem_mark=name.start_mark)
        seen.add(str(name.value))


def _line_of(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else 1


def _problem(error: Exception) -> str:
    return " ".join(str(getattr(error, "problem", None) or error).split())
