"""What readers would type to find a provision: content/editorial/asked/*.yml."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from parser.corpus import Corpus
from parser.editorial import Document, read_yaml


def load_asked(folder: Path, corpus: Corpus, root: Path | None = None) -> Mapping[str, tuple[str, ...]]:
    """The phrases for each path, in the order of the files.

    Raises:
        EditorialError: a path leads nowhere, a phrase is no text or stands twice under its path.
    """
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted(folder.glob("*.yml")):
        document = read_yaml(file, root)
        if not isinstance(document.data, dict):
            raise document.error((), "a mapping from paths to lists of phrases is expected")
        for path, phrases in document.data.items():
            found[path] = found.get(path, ()) + _phrases(document, path, phrases, corpus)
    return found


def _phrases(document: Document, path: str, phrases: object, corpus: Corpus) -> tuple[str, ...]:
    if not isinstance(path, str) or not corpus.has(path):
        raise document.error((path,), f'there is no provision "{path}"')
    if not isinstance(phrases, list) or not phrases:
        raise document.error((path,), f'"{path}" has no list of phrases')
    for index, phrase in enumerate(phrases):
        if not isinstance(phrase, str) or not phrase.strip():
            raise document.error((path, index), "a phrase is no text; put it in quotes")
        if phrase in phrases[:index]:
            raise document.error((path, index), f'"{phrase}" stands twice under {path}')
    return tuple(" ".join(phrase.split()) for phrase in phrases)
