"""Repairs of evident misprints, and marks where the source has lost words. The text as received is never altered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from parser.editorial import Document, Key, read_yaml
from parser.model import Emendation
from parser.outline import Outline


def read_emendations(path: Path, root: Path, outline: Outline) -> Mapping[str, tuple[Emendation, ...]]:
    """The emendations of each block by its locator, in the order of its text.

    Raises:
        EditorialError: the file breaks its format, or a reading is not found exactly once in its block.
    """
    document = read_yaml(path, root)
    document.check_keys((), document.data, ("emendations", "lost"))
    found: dict[str, list[Emendation]] = defaultdict(list)
    for index, item in enumerate(document.section("emendations")):
        document.check_keys(("emendations", index), item, ("path", "source", "corrected", "reason"))
        emendation = _emendation(document, ("emendations", index), item, outline)
        found[emendation.locator].append(emendation)
    for index, item in enumerate(document.section("lost")):
        document.check_keys(("lost", index), item, ("path", "source", "gap_after", "reason"))
        gap = _gap(document, ("lost", index), item, outline)
        found[gap.locator].append(gap)
    return {name: _ordered(document, name, items) for name, items in found.items()}


def corrected(text: str, emendations: Sequence[Emendation]) -> str:
    """The text after its emendations; gaps are left as they are."""
    for emendation in reversed(emendations):
        if not emendation.lost:
            text = text[: emendation.start] + emendation.corrected + text[emendation.end :]
    return text


def _emendation(document: Document, key: Key, item: dict[str, str], outline: Outline) -> Emendation:
    start, end = _place(document, key, item, outline)
    source, right = str(item["source"]), str(item["corrected"])
    if source == right:
        raise document.error(key, "the corrected reading is that of the source")
    left, cut = _same_ends(source, right)
    locator = _locator(document, key, item, outline)
    whole = source[left : len(source) - cut], right[left : len(right) - cut]
    return Emendation(locator, *whole, str(item["reason"]), start + left, end - cut)


def _same_ends(source: str, right: str) -> tuple[int, int]:
    """How many characters both readings share at both ends, cut back to whole words."""
    left = next(
        (i for i, (a, b) in enumerate(zip(source, right, strict=False)) if a != b), min(map(len, (source, right)))
    )
    left = source.rfind(" ", 0, left) + 1 if right.rfind(" ", 0, left) == source.rfind(" ", 0, left) else 0
    most = min(len(source), len(right)) - left
    cut = next((i for i in range(most) if source[-1 - i] != right[-1 - i]), most)
    spaces = [i for i in range(cut) if source[len(source) - 1 - i] == " "]
    return left, (spaces[-1] + 1 if spaces else 0)


def _gap(document: Document, key: Key, item: dict[str, str], outline: Outline) -> Emendation:
    start, _ = _place(document, key, item, outline)
    source, before = str(item["source"]), str(item["gap_after"])
    if not source.startswith(before):
        raise document.error((*key, "gap_after"), f'"{source}" does not begin with "{before}"')
    place = start + len(before)
    return Emendation(_locator(document, key, item, outline), source, "", str(item["reason"]), place, place, lost=True)


def _locator(document: Document, key: Key, item: dict[str, str], outline: Outline) -> str:
    locator = str(item["path"])
    if locator not in outline.blocks:
        raise document.error((*key, "path"), f'there is no "{locator}"')
    return locator


def _place(document: Document, key: Key, item: dict[str, str], outline: Outline) -> tuple[int, int]:
    """Where the reading of the source stands in its block."""
    text = outline.blocks[_locator(document, key, item, outline)].text
    source = str(item["source"])
    count = text.count(source)
    if count != 1:
        found = "not found" if count == 0 else f"found {count} times"
        raise document.error((*key, "source"), f'"{source}" is {found} in {item["path"]}; it must stand there once')
    start = text.index(source)
    return start, start + len(source)


def _ordered(document: Document, locator: str, items: list[Emendation]) -> tuple[Emendation, ...]:
    items.sort(key=lambda item: (item.start, item.end))
    for before, after in pairwise(items):
        if after.start < before.end:
            raise document.error((), f'two emendations of {locator} overlap: "{before.source}" and "{after.source}"')
    return tuple(items)
