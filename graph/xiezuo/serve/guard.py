"""Finds in a query what the endpoint does not do: ask other servers, or write.

pyoxigraph has no switch for SERVICE, so the words of a query are looked at before it is run. Text
that cannot hold a keyword (comments, IRIs, strings, variables, names with a prefix) is taken out
as the SPARQL grammar delimits it; what is left must not contain the word. pyoxigraph reads
``1SERVICE`` as a number and a keyword, so a part of a word counts, too.
"""

from __future__ import annotations

import re

_NO_KEYWORD = re.compile(
    r"""
    \#[^\n\r]*
  | <[^<>"{}|^`\\\x00-\x20]*>
  | '''(?:'{0,2}(?:[^'\\]|\\.))*''' | \"\"\"(?:"{0,2}(?:[^"\\]|\\.))*\"\"\"
  | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*"
  | [?$]\w+
  | @[A-Za-z]+(?:-[A-Za-z0-9]+)*
  | (?:(?<!\w)[^\W\d_][\w.-]*|(?<![\w.-])):(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*
    """,
    re.VERBOSE | re.DOTALL,
)
_SERVICE = re.compile("service", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\b", re.IGNORECASE)
_UPDATE = re.compile(
    r"\s*(?:(?:prefix|base)\b[^<]*\s*)*"
    r"(?:insert|delete|load|clear|create|drop|copy|move|add|with)\b",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def asks_others(sparql: str) -> bool:
    """Whether a query has, or may have, a SERVICE clause.

    >>> asks_others("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    True
    >>> asks_others("SELECT ?service { ?s a <http://example.org/SERVICE> # SERVICE")
    False
    """
    texts = {sparql, _ESCAPE.sub(_character, sparql)}
    return any(_SERVICE.search(_words(text)) for text in texts)


def names_dataset(sparql: str) -> bool:
    """Whether a query says itself, by FROM, which graphs it asks."""
    return bool(_FROM.search(_words(sparql)))


def is_update(sparql: str) -> bool:
    """Whether a text is an update and no query."""
    return bool(_UPDATE.match(_words(sparql)))


def _words(sparql: str) -> str:
    return _NO_KEYWORD.sub(" ", sparql)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
