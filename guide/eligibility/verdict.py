"""A verdict as JSON and as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from guide.eligibility.model import Cite, Criterion, Edition, Note, Verdict


def as_json(verdict: Verdict) -> dict[str, Any]:
    """The verdict as plain values, in the shape that `shekara decide --json` prints."""
    return {
        "outcome": verdict.outcome,
        "title": verdict.title,
        "sentence": verdict.sentence,
        "grounds": [ground_json(ground) for ground in verdict.grounds],
        "open": [note_json(note) for note in verdict.open],
        "steps": [step_json(note) for note in verdict.steps],
        "caveats": [note_json(note) for note in verdict.caveats],
        "edition": [edition_json(edition) for edition in verdict.edition],
    }


def ground_json(ground: Criterion) -> dict[str, Any]:
    """A ground as plain values."""
    return {
        "id": ground.id,
        "effect": ground.effect,
        "governing": ground.governing,
        "why": ground.why,
        "cites": cites_json(ground.cites),
    }


def note_json(note: Note) -> dict[str, Any]:
    """A step, an open point or a caveat as plain values."""
    return {"id": note.id, "text": note.text, "cites": cites_json(note.cites)}


def step_json(note: Note) -> dict[str, Any]:
    """A step as plain values; `duty` where it is a duty, a right or a limit."""
    return note_json(note) | {"duty": note.duty}


def cites_json(cites: Iterable[Cite]) -> list[dict[str, str]]:
    """Provisions and their words."""
    return [{"path": cite.path, "words": cite.words} for cite in cites]


def edition_json(edition: Edition) -> dict[str, str]:
    """Which text of an act."""
    return {"act": edition.act, "title": edition.title, "as_of": edition.as_of, "official": edition.official}


def split(steps: Iterable[Note]) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """What is to be done, and the duties and rights."""
    listed = tuple(steps)
    return tuple(note for note in listed if not note.duty), tuple(note for note in listed if note.duty)


def as_text(verdict: Verdict) -> str:
    """The verdict for a terminal."""
    return "\n".join(_lines(verdict))


def _lines(verdict: Verdict) -> Iterator[str]:
    yield f"{verdict.title} ({verdict.outcome})"
    yield verdict.sentence
    yield from _block("Grounds", ((_ground(ground), ground.cites) for ground in verdict.grounds))
    steps, duties = split(verdict.steps)
    parts = (("Steps", steps), ("Duties and rights", duties), ("Left open", verdict.open), ("Mind", verdict.caveats))
    for title, notes in parts:
        yield from _block(title, ((note.text, note.cites) for note in notes))
    yield ""
    yield from (f"{edition.title}, as of {edition.as_of}: {edition.official}" for edition in verdict.edition)


def _ground(ground: Criterion) -> str:
    return ground.why if ground.governing else f"For comparison only. {ground.why}"


def _block(title: str, items: Iterable[tuple[str, tuple[Cite, ...]]]) -> Iterator[str]:
    listed = list(items)
    if listed:
        yield from ("", f"{title}:")
    for text, cites in listed:
        yield f"- {text}"
        yield from (f'    {cite.path}: "{cite.words}"' for cite in cites)
