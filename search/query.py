"""The query language. The browser reads it by the same steps (overrides/assets/js/search-core-query.js).

    query   either                      words: any of them, best match first
    either  both  ("OR" both)*
    both    list  ("AND" list)*
    list    unit+                       units side by side: phrases, filters and exclusions must hold, words may
    unit    ("NOT" | "-") unit | "(" either ")" | "…" | filter:value | word | word*

What is not well formed is searched as words, with a hint that says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FILTERS = ("act", "chapter", "article", "kind", "concept", "amended", "amended-by", "cites", "cited-by")
MAX_LENGTH = 500
"""Characters of a query that are read."""

MAX_DEPTH = 20
"""Brackets and exclusions in each other; deeper ones are searched as words."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or with `prefix` the beginning of one. It may hold marks: `part-time`, `CAN/CNS`."""

    text: str
    prefix: bool = False

    def __str__(self) -> str:
        """As it is typed."""
        return f"{self.text}*" if self.prefix else self.text


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand together in this order."""

    text: str

    def __str__(self) -> str:
        """As it is typed."""
        return f'"{self.text}"'


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on what is known of a provision."""

    name: str
    value: str

    def __str__(self) -> str:
        """As it is typed."""
        return f'{self.name}:"{self.value}"' if re.search(r"[\s()]", self.value) else f"{self.name}:{self.value}"


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    node: Node

    def __str__(self) -> str:
        """As it is typed."""
        return f"-{_grouped(self.node, (Both, Either, List, Not))}"


@dataclass(frozen=True, slots=True)
class List:
    """Units side by side."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        """As it is typed."""
        return " ".join(_grouped(node, (Both, Either, List)) for node in self.nodes)


@dataclass(frozen=True, slots=True)
class Both:
    """All of the parts must hold."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        """As it is typed."""
        return " AND ".join(_grouped(node, (Both, Either)) for node in self.nodes)


@dataclass(frozen=True, slots=True)
class Either:
    """One of the parts must hold."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        """As it is typed."""
        return " OR ".join(_grouped(node, (Either,)) for node in self.nodes)


Node = Word | Phrase | Filter | Not | List | Both | Either


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood; `node` is None where it says nothing. `hint` says what was not understood."""

    text: str
    node: Node | None
    hint: str | None = None

    @property
    def plain(self) -> str:
        """What stands outside filters, where there is nothing else than words: where a citation may stand."""
        nodes = self.node.nodes if isinstance(self.node, List) else (self.node,)
        if any(not isinstance(node, (Word, Filter)) or (isinstance(node, Word) and node.prefix) for node in nodes):
            return ""
        return " ".join(token.text for token in _tokens(self.text) if token.kind != "filter")


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of a query: `kind` is one of ( ) not and or phrase filter word open."""

    kind: str
    text: str
    name: str = ""


class _MalformedError(Exception):
    """The query is not well formed; the message is the hint."""


NAME = "|".join(sorted(FILTERS, key=len, reverse=True))
PIECE = re.compile(
    rf"(?P<space>\s+)|(?P<filter>(?:{NAME}):(?:\"(?P<quoted>[^\"]+)\"|(?P<bare>[^\s()\"]+(?:\([^\s()\"]*\)[^\s()\"]*)*)))"
    r"|\"(?P<phrase>[^\"]*)\"|(?P<open>\")|(?P<bracket>[()])|(?P<not>-(?=[^\s)-]))"
    r"|(?P<word>[^\s()\"]+(?:\([^\s()\"]*\)[^\s()\"]*)*)",
    re.IGNORECASE,
)
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufeff]")
"""Characters that Python and JavaScript do not agree about whether they are spaces."""

UNKNOWN_FILTER = re.compile(r"([a-z][a-z-]*):(?=\S|$)", re.IGNORECASE)
OPERATORS = {"AND": "and", "OR": "or", "NOT": "not"}
SPEAKS = re.compile(r"[^\W_]")


def parse(text: str) -> Query:
    """Read a query; this never fails."""
    text = " ".join(CONTROL.sub(" ", text[:MAX_LENGTH]).split())
    tokens = [token for token in _tokens(text) if token.kind not in {"word", "phrase"} or SPEAKS.search(token.text)]
    if not tokens:
        return Query(text, None)
    try:
        node = _Parser(tokens).parse()
    except _MalformedError as error:
        return Query(text, _as_words(tokens), f"{error}; searched as words.")
    return Query(text, node, _unknown_filter(tokens))


def _tokens(text: str) -> Iterator[_Token]:
    """The pieces of a query. A bracket that closes a number, as in `18)`, belongs to the number."""
    depth, before = 0, ""
    for match in PIECE.finditer(text):
        kind, piece = str(match.lastgroup), match.group()
        if kind in {"filter", "quoted", "bare"}:
            name, value = piece.split(":", 1)
            named = SPEAKS.search(value)
            yield _Token("filter", value.strip('"').strip(), name.lower()) if named else _Token("word", f"{name}:")
        elif kind == "bracket":
            if piece == ")" and depth == 0 and before[-1:].isdigit():
                continue
            depth += 1 if piece == "(" else -1
            yield _Token(piece, piece)
        elif kind == "phrase":
            yield _Token("phrase", match["phrase"])
        elif kind != "space":
            yield _Token(OPERATORS.get(piece, kind) if kind == "word" else kind, piece)
        before = piece


def _unknown_filter(tokens: list[_Token]) -> str | None:
    """A hint for a word that looks like a filter."""
    for token in tokens:
        match = UNKNOWN_FILTER.match(token.text) if token.kind == "word" else None
        if match and match[1].lower() in FILTERS:
            return f'The filter "{match[1].lower()}:" needs a value.'
        if match:
            return f'There is no filter "{match[1].lower()}:"; searched as words.'
    return None


def _as_words(tokens: list[_Token]) -> Node | None:
    """Every word and filter of a query, without its operators."""
    nodes: list[Node] = []
    for token in tokens:
        if token.kind == "filter":
            nodes.append(_filter(token))
        elif token.kind in {"word", "phrase"}:
            nodes.extend(_word(piece) for piece in token.text.split() if SPEAKS.search(piece))
    return _one(nodes, List) if nodes else None


def _word(text: str) -> Word:
    bare = text.lstrip("-").rstrip("*")
    return Word(bare.lower() if bare in OPERATORS else bare, prefix=text.endswith("*"))


def _filter(token: _Token) -> Filter:
    return Filter(token.name, token.text)


def _one(nodes: list[Node], kind: type[List | Both | Either]) -> Node:
    return nodes[0] if len(nodes) == 1 else kind(tuple(nodes))


def _grouped(node: Node, kinds: tuple[type[Node], ...]) -> str:
    return f"({node})" if isinstance(node, kinds) else str(node)


class _Parser:
    """Recursive descent; every method reads the rule of its name."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def parse(self) -> Node:
        if any(token.kind == "open" for token in self.tokens):
            raise _MalformedError("A quotation mark is missing")
        node = self.either()
        if self.kind:
            raise _MalformedError("A bracket is closed that was not opened")
        return node

    @property
    def kind(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""

    def either(self) -> Node:
        nodes = [self.both()]
        while self.kind == "or":
            self.at += 1
            nodes.append(self.both())
        return _one(nodes, Either)

    def both(self) -> Node:
        nodes = [self.list()]
        while self.kind == "and":
            self.at += 1
            nodes.append(self.list())
        return _one(nodes, Both)

    def list(self) -> Node:
        nodes: list[Node] = []
        while self.kind in {"not", "(", "phrase", "filter", "word"}:
            nodes.append(self.unit())
        if not nodes:
            raise _MalformedError(self._expected())
        return _one(nodes, List)

    def unit(self) -> Node:
        token = self.tokens[self.at]
        self.at += 1
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _MalformedError("Too many brackets")
        node = self._read(token)
        self.depth -= 1
        return node

    def _read(self, token: _Token) -> Node:
        if token.kind == "not":
            if self.kind not in {"not", "(", "phrase", "filter", "word"}:
                raise _MalformedError("NOT needs a word after it")
            return Not(self.unit())
        if token.kind == "(":
            return self._bracket()
        if token.kind == "phrase":
            return Phrase(" ".join(token.text.split()))
        return _filter(token) if token.kind == "filter" else _word(token.text)

    def _bracket(self) -> Node:
        node = self.either()
        if self.kind != ")":
            raise _MalformedError("A bracket is missing")
        self.at += 1
        return node

    def _expected(self) -> str:
        if self.kind in {"and", "or"} or (self.at and self.tokens[self.at - 1].kind in {"and", "or"}):
            return "AND and OR need words on both sides"
        return "Something is missing in the brackets" if self.at else "A bracket is closed that was not opened"
