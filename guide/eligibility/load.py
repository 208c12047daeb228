"""Read content/editorial/eligibility.yml with a strict schema: what is unknown or malformed is named with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from guide.eligibility.model import (
    ALWAYS,
    EFFECTS,
    OUTCOMES,
    Band,
    Cite,
    Condition,
    Criterion,
    Deadline,
    Derivation,
    Edition,
    Eligibility,
    Fact,
    Note,
    Option,
    Outcome,
    Question,
    Variant,
    VerdictRule,
)
from parser.editorial import Document, Key, read_yaml

SECTIONS = (
    "edition",
    "questions",
    "facts",
    "expand",
    "derived",
    "criteria",
    "verdicts",
    "outcomes",
    "deadline",
    "steps",
    "open",
    "caveats",
)
Item = TypeVar("Item")


def load_eligibility(path: Path, root: Path | None = None) -> Eligibility:
    """The rules of a file.

    Raises:
        EditorialError: one line with file, line, what is wrong and what is allowed.
    """
    doc = read_yaml(path, root)
    doc.check_keys((), doc.data, SECTIONS)
    return Eligibility(
        file=doc.file,
        edition=_each(doc, "edition", _edition),
        questions=_each(doc, "questions", _question),
        facts=_each(doc, "facts", _fact),
        expand=dict(_each(doc, "expand", _expansion)),
        derived=_each(doc, "derived", _derivation),
        criteria=_each(doc, "criteria", _criterion),
        verdicts=_each(doc, "verdicts", _verdict),
        outcomes={outcome.id: outcome for outcome in _each(doc, "outcomes", _outcome)},
        deadline=_each(doc, "deadline", _deadline),
        steps=_each(doc, "steps", _step),
        open=_each(doc, "open", _note),
        caveats=_each(doc, "caveats", _note),
    )


def _each(doc: Document, section: str, read: Callable[[Document, Key, dict[str, Any]], Item]) -> tuple[Item, ...]:
    return tuple(read(doc, (section, index), item) for index, item in enumerate(doc.section(section)))


def _edition(doc: Document, key: Key, item: dict[str, Any]) -> Edition:
    doc.check_keys(key, item, ("act", "title", "as_of", "official"))
    return Edition(*(_text(doc, key, item, name) for name in ("act", "title", "as_of", "official")))


def _question(doc: Document, key: Key, item: dict[str, Any]) -> Question:
    doc.check_keys(key, item, ("id", "short", "text", "why", "cites", "options"), ("names", "ask_when", "sensitive"))
    return Question(
        id=_text(doc, key, item, "id"),
        names=_values(doc, (*key, "names"), item.get("names", [])),
        short=_text(doc, key, item, "short"),
        text=_text(doc, key, item, "text"),
        why=_text(doc, key, item, "why"),
        cites=_cites(doc, key, item),
        ask_when=_condition(doc, (*key, "ask_when"), item.get("ask_when")),
        sensitive=_flag(doc, key, item, "sensitive", default=False),
        options=tuple(_option(doc, (*key, "options", index), one) for index, one in _list(doc, key, item, "options")),
        line=_line(doc, key),
    )


def _option(doc: Document, key: Key, item: dict[str, Any]) -> Option:
    doc.check_keys(key, item, ("value", "label"), ("hint", "accepts"))
    return Option(
        value=_value(doc, (*key, "value"), item["value"]),
        label=_text(doc, key, item, "label"),
        hint=_text(doc, key, item, "hint") if "hint" in item else "",
        accepts=_values(doc, (*key, "accepts"), item.get("accepts", [])),
    )


def _fact(doc: Document, key: Key, item: dict[str, Any]) -> Fact:
    doc.check_keys(key, item, ("id", "label"), ("names", "values", "bands"))
    if ("values" in item) == ("bands" in item):
        raise doc.error(key, 'a fact has either "values" or "bands"')
    bands = tuple(_band(doc, (*key, "bands", index), band) for index, band in _list(doc, key, item, "bands"))
    return Fact(
        id=_text(doc, key, item, "id"),
        label=_text(doc, key, item, "label"),
        names=_values(doc, (*key, "names"), item.get("names", [])),
        values=_values(doc, (*key, "values"), item.get("values", [])) or tuple(band.value for band in bands),
        bands=bands,
        line=_line(doc, key),
    )


def _band(doc: Document, key: Key, item: dict[str, Any]) -> Band:
    doc.check_keys(key, item, ("value",), ("upto",))
    upto = item.get("upto")
    if upto is not None and type(upto) is not int:
        raise doc.error((*key, "upto"), '"upto" must be a whole number')
    return Band(upto, _value(doc, (*key, "value"), item["value"]))


def _expansion(doc: Document, key: Key, item: dict[str, Any]) -> tuple[str, tuple[tuple[str, str], ...]]:
    doc.check_keys(key, item, ("value", "set"))
    return _value(doc, (*key, "value"), item["value"]), _sets(doc, (*key, "set"), item["set"])


def _derivation(doc: Document, key: Key, item: dict[str, Any]) -> Derivation:
    doc.check_keys(key, item, ("when", "set"), ("label",))
    label = _text(doc, key, item, "label") if "label" in item else ""
    when = _condition(doc, (*key, "when"), item["when"])
    return Derivation(label, when, _sets(doc, (*key, "set"), item["set"]), _line(doc, key))


def _criterion(doc: Document, key: Key, item: dict[str, Any]) -> Criterion:
    doc.check_keys(key, item, ("id", "effect", "why", "cites"), ("when", "outcomes", "governing"))
    return Criterion(
        id=_text(doc, key, item, "id"),
        effect=_one_of(doc, (*key, "effect"), item["effect"], EFFECTS),
        governing=_flag(doc, key, item, "governing", default=True),
        when=_condition(doc, (*key, "when"), item.get("when")),
        outcomes=_outcomes(doc, key, item),
        why=_text(doc, key, item, "why"),
        cites=_cites(doc, key, item),
        line=_line(doc, key),
    )


def _step(doc: Document, key: Key, item: dict[str, Any]) -> Note:
    return replace(_note(doc, key, item, ("duty",)), duty=_flag(doc, key, item, "duty", default=False))


def _note(doc: Document, key: Key, item: dict[str, Any], more: tuple[str, ...] = ()) -> Note:
    doc.check_keys(key, item, ("id", "text", "cites"), ("when", "outcomes", *more))
    return Note(
        id=_text(doc, key, item, "id"),
        when=_condition(doc, (*key, "when"), item.get("when")),
        outcomes=_outcomes(doc, key, item),
        text=_text(doc, key, item, "text"),
        cites=_cites(doc, key, item),
        line=_line(doc, key),
    )


def _verdict(doc: Document, key: Key, item: dict[str, Any]) -> VerdictRule:
    doc.check_keys(key, item, ("outcome",), ("needs", "when", "ask"))
    return VerdictRule(
        outcome=_one_of(doc, (*key, "outcome"), item["outcome"], OUTCOMES),
        needs=_one_of(doc, (*key, "needs"), item["needs"], EFFECTS) if "needs" in item else "",
        when=_condition(doc, (*key, "when"), item.get("when")),
        ask=_text(doc, key, item, "ask") if "ask" in item else "",
        line=_line(doc, key),
    )


def _outcome(doc: Document, key: Key, item: dict[str, Any]) -> Outcome:
    doc.check_keys(key, item, ("id", "variants"))
    name = _one_of(doc, (*key, "id"), item["id"], OUTCOMES)
    variants = (_variant(doc, (*key, "variants", index), one) for index, one in _list(doc, key, item, "variants"))
    return Outcome(name, tuple(variants), _line(doc, key))


def _variant(doc: Document, key: Key, item: dict[str, Any]) -> Variant:
    doc.check_keys(key, item, ("title", "sentence"), ("when",))
    when = _condition(doc, (*key, "when"), item.get("when"))
    return Variant(when, _text(doc, key, item, "title"), _text(doc, key, item, "sentence"))


def _deadline(doc: Document, key: Key, item: dict[str, Any]) -> Deadline:
    texts = ("label", "result", "assumption", "entry")
    doc.check_keys(key, item, ("outcomes", "days", *texts, "cites"))
    if type(item["days"]) is not int or item["days"] < 1:
        raise doc.error((*key, "days"), '"days" must be a whole number from 1')
    label, result, assumption, entry = (_text(doc, key, item, name) for name in texts)
    cites = _cites(doc, key, item)
    return Deadline(_outcomes(doc, key, item), item["days"], label, result, assumption, entry, cites, _line(doc, key))


def _condition(doc: Document, key: Key, data: Any) -> Condition:
    if data is None:
        return ALWAYS
    alternatives = data if isinstance(data, list) else [data]
    if not alternatives or not all(isinstance(one, dict) and one for one in alternatives):
        raise doc.error(key, "a condition is a mapping of facts to values, or a list of such mappings")
    return Condition(tuple(tuple(_terms(doc, key, one)) for one in alternatives))


def _terms(doc: Document, key: Key, alternative: Mapping[str, Any]) -> Iterator[tuple[str, frozenset[str]]]:
    for name, values in alternative.items():
        listed = values if isinstance(values, list) else [values]
        yield str(name), frozenset(_value(doc, key, value) for value in listed)


def _sets(doc: Document, key: Key, data: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(data, dict) or not data:
        raise doc.error(key, "a mapping of facts to values is expected here")
    return tuple((str(name), _value(doc, key, value)) for name, value in data.items())


def _cites(doc: Document, key: Key, item: dict[str, Any]) -> tuple[Cite, ...]:
    return tuple(_cite(doc, (*key, "cites", index), cite) for index, cite in _list(doc, key, item, "cites"))


def _cite(doc: Document, key: Key, item: dict[str, Any]) -> Cite:
    doc.check_keys(key, item, ("path", "words"))
    return Cite(_text(doc, key, item, "path"), _text(doc, key, item, "words"), _line(doc, key))


def _outcomes(doc: Document, key: Key, item: dict[str, Any]) -> frozenset[str]:
    names = _list(doc, key, item, "outcomes")
    return frozenset(_one_of(doc, (*key, "outcomes"), name, OUTCOMES) for _, name in names)


def _list(doc: Document, key: Key, item: dict[str, Any], name: str) -> Iterator[tuple[int, Any]]:
    data = item.get(name, [])
    if not isinstance(data, list):
        raise doc.error((*key, name), f'"{name}" must be a list')
    return iter(enumerate(data))


def _text(doc: Document, key: Key, item: dict[str, Any], name: str) -> str:
    if not isinstance(item[name], str):
        raise doc.error((*key, name), f'"{name}" must be text; put it in quotes')
    return " ".join(item[name].split())


def _flag(doc: Document, key: Key, item: dict[str, Any], name: str, *, default: bool) -> bool:
    value = item.get(name, default)
    if not isinstance(value, bool):
        raise doc.error((*key, name), f'"{name}" must be true or false')
    return value


def _values(doc: Document, key: Key, data: Any) -> tuple[str, ...]:
    if not isinstance(data, list):
        raise doc.error(key, "a list is expected here")
    return tuple(_value(doc, key, value) for value in data)


def _value(doc: Document, key: Key, value: Any) -> str:
    """A value as both evaluators see it: text, with `true` and `false` for the YAML words."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | str) and str(value):
        return str(value)
    raise doc.error(key, "a value must be true, false, a whole number or a word")


def _one_of(doc: Document, key: Key, value: Any, known: tuple[str, ...]) -> str:
    if value not in known:
        raise doc.error(key, f'"{value}" is unknown here; known: {", ".join(known)}')
    return str(value)


def _line(doc: Document, key: Key) -> int:
    return doc.lines.get(key, 1)
