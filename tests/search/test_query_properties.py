"""What holds for every query: it is read, its conditions are conditions, its results one order, its snippets quotes.

Words are drawn from the texts, and every search is of the real index; the same draws in every run.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from search.facets import facets
from search.query import Filter, List, Query, Word, parse
from search.snippet import LENGTH, plain, snippet
from search.text import is_low, stem, stems, tokens

few = settings(max_examples=15, deadline=None, derandomize=True)
many = settings(max_examples=100, deadline=None, derandomize=True)
ALL = 2000

SIGNS = ["AND", "OR", "NOT", "-", "(", ")", '"', " ", "*", ":", "act:", "act:law", "chapter:9", "kind:", "amended:2020"]
PIECES = [
    *SIGNS,
    "vessel",
    "vess*",
    "part-time",
    "18)",
    "66(14)",
    '"state border"',
    'cites:"Article 55"',
    "\N{BOM}",
    "é",
]
mixtures = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
spaced = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
queries = st.one_of(st.text(max_size=80), mixtures, spaced)


@cache
def vocabulary(engine: Any) -> list[str]:
    """The telling words of the provisions as they are printed."""
    found = {word for record in engine.library.records for word in re.findall(r"[a-z]{3,}", record.text.lower())}
    return sorted(word for word in found if not is_low(word))


@st.composite
def typed(draw: st.DrawFn, engine: Any) -> str:
    """A word of the texts."""
    return draw(st.sampled_from(vocabulary(engine)))


@st.composite
def conditions(draw: st.DrawFn, engine: Any) -> str:
    """Something that provisions fulfil or do not: a word in brackets with itself, a phrase, a filter."""
    word = draw(typed(engine))
    filters = ["act:rules", "chapter:9", "kind:subparagraph", "amended:yes", "article:67", "cites:law/55"]
    return draw(st.sampled_from([f"({word} OR {word})", f"({word} AND {word})", f'"{word}"', *filters]))


@cache
def found(engine: Any, query: str) -> frozenset[str]:
    """The paths of all that a query finds."""
    return frozenset(hit.path for hit in engine.search(query, limit=ALL).hits)


@many
@given(queries)
def test_any_text_is_read(text: str) -> None:
    query = parse(text)
    assert isinstance(query, Query)
    assert query.node is not None or not re.search(r"\w+", query.text.replace("_", "")) or query.hint
    assert query.hint is None or "\n" not in query.hint


@many
@given(queries)
def test_what_cannot_be_read_becomes_words_and_filters(text: str) -> None:
    query = parse(text)
    assume(query.hint is not None and query.hint.endswith("searched as words.") and "filter" not in query.hint)
    nodes = query.node.nodes if isinstance(query.node, List) else [query.node] if query.node else []
    assert all(isinstance(node, (Word, Filter)) for node in nodes)


@few
@given(queries)
def test_any_text_is_searched(engine: Any, text: str) -> None:
    result = engine.search(text)
    assert len(result.hits) == min(10, result.total)
    assert result.query == text


@few
@given(st.data())
def test_and_is_the_intersection(engine: Any, data: st.DataObject) -> None:
    one, other = data.draw(conditions(engine)), data.draw(conditions(engine))
    assert found(engine, f"{one} AND {other}") == found(engine, one) & found(engine, other)
    assert found(engine, f"{one} {other}") == found(engine, one) & found(engine, other)


@few
@given(st.data())
def test_or_is_the_union(engine: Any, data: st.DataObject) -> None:
    one, other = data.draw(typed(engine)), data.draw(typed(engine))
    assert found(engine, f"{one} OR {other}") == found(engine, f"{one} OR {one}") | found(engine, f"{other} OR {other}")


@few
@given(st.data())
def test_minus_removes_all_that_the_condition_finds(engine: Any, data: st.DataObject) -> None:
    one, other = data.draw(conditions(engine)), data.draw(conditions(engine))
    assert found(engine, f"{one} -{other}") == found(engine, one) - found(engine, other)
    assert found(engine, f"{one} NOT {other}") == found(engine, one) - found(engine, other)


@few
@given(st.data())
def test_words_side_by_side_keep_what_is_excluded_out(engine: Any, data: st.DataObject) -> None:
    one, other = data.draw(typed(engine)), data.draw(typed(engine))
    left = engine.search(f"{one} -{other}", limit=ALL).hits
    assert all(stem(token.form) != stem(other) for hit in left for token in tokens(hit.record.text) if stem(other))


@few
@given(st.data())
def test_a_phrase_finds_its_provision_and_only_such_words_in_a_row(engine: Any, data: st.DataObject) -> None:
    record = data.draw(st.sampled_from([one for one in engine.library.records if one.kind != "footnote"]))
    words = [token.form for token in tokens(record.text)]
    assume(words)
    start = data.draw(st.integers(0, len(words) - 1))
    row = words[start : start + data.draw(st.integers(1, 5))]
    assume(not all(map(is_low, row)))
    hits = engine.search(f'"{" ".join(row)}"', limit=ALL).hits
    assert record.path in {hit.path for hit in hits}
    for hit in hits:
        assert any(stands_in_a_row(stems(" ".join(row)), stems(text)) for text in (hit.record.text, hit.record.heading))


def stands_in_a_row(names: list[str], words: list[str]) -> bool:
    """Whether some words stand in others, one after the other."""
    return any(words[at : at + len(names)] == names for at in range(len(words)))


@few
@given(st.data())
def test_a_filter_keeps_just_what_has_the_value(engine: Any, data: st.DataObject) -> None:
    """A facet's number is how many provisions remain when its value is chosen; the kind of a definition is two."""
    query = data.draw(conditions(engine))
    hits = engine.search(query, limit=ALL)
    for name in ("act", "chapter", "kind", "concept", "amended"):
        for value in hits.facets[name][:1]:
            kept = found(engine, f"{query} {name}:{value.value}")
            assert kept == {hit.path for hit in hits.hits if has(engine, hit.record, name, value.value)}
            assert len(kept) == value.count or name == "kind"


def has(engine: Any, record: Any, name: str, value: str) -> bool:
    """Whether a provision counts for a value of a facet."""
    if name == "kind" and value == record.structure:
        return True
    return value in {one.value for one in facets([engine.library.numbers[record.path]], engine.library)[name]}


@few
@given(st.data())
def test_a_page_of_results_is_a_slice_of_one_order(engine: Any, data: st.DataObject) -> None:
    query = f"{data.draw(typed(engine))} {data.draw(typed(engine))}"
    whole = engine.search(query, limit=ALL)
    offset, limit = data.draw(st.integers(0, whole.total + 2)), data.draw(st.integers(0, 12))
    page = engine.search(query, limit=limit, offset=offset)
    assert page.hits == whole.hits[offset : offset + limit]
    assert (page.total, page.facets) == (whole.total, whole.facets)
    scores = [hit.score for hit in whole.hits]
    assert scores == sorted(scores, reverse=True)


@few
@given(st.data())
def test_the_same_query_gives_the_same_result(engine: Any, data: st.DataObject) -> None:
    query = f"{data.draw(typed(engine))} {data.draw(conditions(engine))}"
    assert engine.search(query).as_json() == engine.search(f"  {query}\t\n").as_json()


@few
@given(st.data())
def test_a_snippet_quotes_the_provision(engine: Any, data: st.DataObject) -> None:
    result = engine.search(f"{data.draw(typed(engine))} {data.draw(typed(engine))}", limit=5)
    for hit in result.hits:
        check_quote(list(hit.pieces), engine.text_of(engine.library.numbers[hit.path]))
        assert all(stem(one.form) in result.terms for piece in hit.pieces if piece.mark for one in tokens(piece.text))


@many
@given(st.text(alphabet="ab -.,12É\n’", max_size=700), st.frozensets(st.sampled_from(["a", "b", "ab", "12"])))
def test_any_text_has_a_snippet(text: str, wanted: frozenset[str]) -> None:
    pieces = snippet(text, wanted)
    assert all(piece.text for piece in pieces)
    check_quote(pieces, text)


def check_quote(pieces: list[Any], text: str) -> None:
    """The pieces in order are a run of the text, with an ellipsis where it is cut, and cut between words."""
    shown = plain(pieces)
    cut = (shown.startswith("… "), shown.endswith(" …"))
    quote = shown.removeprefix("… ").removesuffix(" …")
    places = [at for at in range(len(text) - len(quote) + 1) if text.startswith(quote, at)]
    assert any(cut == (at > 0, at + len(quote) < len(text)) for at in places)
    assert len(quote) <= LENGTH + 10 or not any(cut)
    assert any(not in_a_word(text, at) and not in_a_word(text, at + len(quote)) for at in places) or long_word(text)


def in_a_word(text: str, at: int) -> bool:
    """Whether a place lies within a word."""
    return any(token.start < at < token.end for token in tokens(text))


def long_word(text: str) -> bool:
    """Whether a text has a word that no snippet could hold."""
    return any(token.end - token.start > LENGTH for token in tokens(text))
