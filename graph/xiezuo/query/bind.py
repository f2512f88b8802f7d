"""Puts terms into queries as terms: on the tokens of the SPARQL, never by pasting text.

A variable is replaced only where the grammar has a variable: a string, an IRI or a comment that
contains the same characters stays as it is, and whatever a value holds, it is serialised as one
RDF term. The result is plain SPARQL that every engine reads alike.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode

from xiezuo.vocab import PREFIXES

Value = NamedNode | Literal

_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>'''(?:'{0,2}(?:[^'\\]|\\.))*'''|\"\"\"(?:"{0,2}(?:[^"\\]|\\.))*\"\"\"
       |'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*")
  | (?P<bound>\bBOUND\s*\(\s*[?$](?P<tested>\w+)\s*\))
  | (?P<variable>[?$](?P<name>\w+))
  | (?P<prefixed>[^\W\d_][\w.-]*:|(?<![\w]):)
  | (?P<word>\w+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def variables(sparql: str) -> tuple[str, ...]:
    """The names of the variables of a query, each once, in the order in which they appear."""
    found = (match["name"] or match["tested"] for match in _tokens(sparql))
    return tuple(dict.fromkeys(name for name in found if name))


def bind(sparql: str, values: Mapping[str, Value]) -> str:
    r"""``sparql`` with each variable of ``values`` replaced by its term; ``BOUND`` of it is true.

    >>> print(bind("SELECT ?s { ?s ?p ?_v FILTER(?t != '?_v') }", {"_v": Literal('a"b')}))
    SELECT ?s { ?s ?p "a\"b" FILTER(?t != '?_v') }
    """

    def replaced(match: re.Match[str]) -> str:
        if match["tested"] in values:
            return "true"
        return str(values[match["name"]]) if match["name"] in values else match[0]

    return "".join(replaced(match) for match in _tokens(sparql))


def without_filters(sparql: str, names: Collection[str]) -> str:
    """``sparql`` without its filters ``FILTER(!BOUND(?name) || …)`` for each of ``names``.

    Such a filter lets everything pass where the variable has no value; some engines are slow with
    it, or cannot run it.

    >>> without_filters("SELECT * { ?s ?p ?o FILTER(!BOUND(?_v) || ?o = (?_v)) }", ["_v"])
    'SELECT * { ?s ?p ?o }'
    """
    tokens = list(_tokens(sparql))
    words = [match[0].upper() for match in tokens]
    shown: list[str] = []
    position = 0
    while position < len(tokens):
        coming = [i for i in range(position, len(tokens)) if not words[i].isspace()][:5]
        if [words[i] for i in coming[:3]] == ["FILTER", "(", "!"] and _tests(tokens, coming, names):
            position = _closing(words, coming[1]) + 1
            continue
        shown.append(tokens[position][0])
        position += 1
    return "".join(shown)


def _tests(tokens: Sequence[re.Match[str]], coming: Sequence[int], names: Collection[str]) -> bool:
    return tokens[coming[3]]["tested"] in names and tokens[coming[4]][0] == "|"


def _closing(words: Sequence[str], position: int) -> int:
    """Where the parenthesis closes that opens at a position."""
    depth = 0
    while True:
        depth += (words[position] == "(") - (words[position] == ")")
        if not depth:
            return position
        position += 1


def with_prefixes(sparql: str) -> str:
    """``sparql`` with the project's prefixes declared where it uses and does not declare them.

    They are put before its first line, so that the line numbers of errors stay.
    """
    used: list[str] = []
    declared: set[str] = set()
    previous = ""
    for match in _tokens(sparql):
        if match["prefixed"]:
            name = match["prefixed"][:-1]
            (declared.add if previous == "PREFIX" else used.append)(name)
        if not match[0].isspace() and not match["comment"]:
            previous = match[0].upper()
    missing = dict.fromkeys(name for name in used if name in PREFIXES and name not in declared)
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in missing) + sparql


def _tokens(sparql: str) -> Iterator[re.Match[str]]:
    return _TOKEN.finditer(sparql)
