"""Questions: ``.rq`` files, valid SPARQL under a header of grlc decorators.

The header is YAML on lines that begin with ``#+``. Beside grlc's ``summary``, ``description``,
``tags`` and ``defaults`` (a list of ``name: value``), it has ``summary_zh``, ``description_zh``,
``parameters`` (what each parameter means: ``kind``, ``en``, ``zh``), ``asked`` (how people ask it,
as patterns that :mod:`xiezuo.query.understand` explains) and ``evidence: true`` for questions
whose answers show their sentences without being asked to.

A parameter is a variable of grlc's form: ``?_place_iri`` is the parameter *place*,
``?__year_number`` the optional parameter *year*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from xiezuo import resources
from xiezuo.errors import InputError, UnknownQuestion
from xiezuo.query.bind import variables

_DECORATOR = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)
_VARIABLE = re.compile(
    r"_(?P<optional>_?)(?P<name>[A-Za-z0-9]\w*?)(?:_(?P<type>iri|literal|integer|number|date))?"
)
_SPARQL = re.compile(r"^\s*(?:#[^\n]*\n\s*)*(?:SELECT|ASK|CONSTRUCT|DESCRIBE|PREFIX|BASE)\b", re.I)
_DEFAULT_KINDS = {
    "iri": "iri",
    "literal": "text",
    "integer": "number",
    "number": "number",
    "date": "date",
}
"""What a parameter of each of grlc's types means, unless the header says it."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question; ``variable`` is without the question mark."""

    name: str
    variable: str
    kind: str
    optional: bool = False
    default: str | None = None
    meaning: Mapping[str, str] = field(default_factory=dict)

    @property
    def needed(self) -> bool:
        """Whether a question cannot be asked without it."""
        return not self.optional and self.default is None


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query with what its header says; texts by language, "en" and "zh"."""

    name: str
    sparql: str
    summary: Mapping[str, str] = field(default_factory=dict)
    description: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    evidence: bool = False
    asked: tuple[str, ...] = ()


def parse_question(sparql: str, name: str) -> Question:
    """A question from the text of a ``.rq`` file; ``name`` is for messages.

    Raises:
        InputError: the header is no YAML mapping or says something that there is not.
    """
    try:
        header = yaml.safe_load("\n".join(_DECORATOR.findall(sparql))) or {}
    except yaml.YAMLError as error:
        raise InputError(name, f"the header is no YAML ({error})") from error
    if not isinstance(header, dict):
        raise InputError(name, "the header is no YAML mapping")
    parameters = _parameters(sparql, header, name)
    return Question(
        name=name,
        sparql=sparql,
        summary=_by_language(header, "summary"),
        description=_by_language(header, "description"),
        tags=tuple(map(str, header.get("tags") or ())),
        parameters=parameters,
        evidence=header.get("evidence") is True,
        asked=tuple(map(str, header.get("asked") or ())),
    )


def _by_language(header: Mapping[str, Any], key: str) -> dict[str, str]:
    texts = {"en": header.get(key), "zh": header.get(f"{key}_zh")}
    return {language: str(text).strip() for language, text in texts.items() if text}


def _parameters(sparql: str, header: Mapping[str, Any], where: str) -> tuple[Parameter, ...]:
    meanings, defaults = header.get("parameters") or {}, _defaults(header, where)
    found = [
        _parameter(match, meanings.get(match["name"]) or {}, defaults.get(match["name"]))
        for match in map(_VARIABLE.fullmatch, variables(sparql))
        if match
    ]
    unknown = {*meanings, *defaults} - {parameter.name for parameter in found}
    if unknown:
        raise InputError(
            where, f"the header names {', '.join(sorted(unknown))}, the query does not"
        )
    return tuple(found)


def _defaults(header: Mapping[str, Any], where: str) -> dict[str, str]:
    defaults = header.get("defaults") or []
    if not isinstance(defaults, list) or not all(isinstance(one, dict) for one in defaults):
        raise InputError(where, "“defaults” is no list of “name: value”")
    return {str(name): str(value) for one in defaults for name, value in one.items()}


def _parameter(match: re.Match[str], meaning: Mapping[str, str], default: str | None) -> Parameter:
    kind = meaning.get("kind") or _DEFAULT_KINDS[match["type"] or "literal"]
    texts = {language: meaning[language] for language in ("en", "zh") if language in meaning}
    return Parameter(match["name"], match[0], kind, bool(match["optional"]), default, texts)


@cache
def questions() -> Mapping[str, Question]:
    """The questions that come with xiezuo, by name.

    Raises:
        InputError: the header of one is broken.
    """
    found = {}
    for file in resources.queries():
        name = file.name.removesuffix(".rq")
        found[name] = parse_question(file.read_text(encoding="utf-8"), name)
    return found


def load_question(what: str | Path) -> Question:
    """The question that ``what`` is: a name, the path of a ``.rq`` file, or SPARQL itself.

    Raises:
        UnknownQuestion: no question has this name; carries those with similar names.
        InputError: the file cannot be read, or its header is broken.
    """
    text = str(what)
    if _SPARQL.match(text):
        return parse_question(text, "query")
    if text.endswith(".rq") or isinstance(what, Path):
        try:
            return parse_question(Path(text).read_text(encoding="utf-8-sig"), text)
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(text, f"cannot be read ({error})") from error
    name = text.strip().lower().replace("_", "-").replace(" ", "-")
    known = questions()
    if name not in known:
        raise UnknownQuestion(text, similar(name, list(known)))
    return known[name]


def similar(name: str, names: Sequence[str], most: int = 3) -> list[str]:
    """The names that may have been meant: of the same letters, or with the same word in them."""
    words = {word for word in name.split("-") if len(word) > 3}
    sharing = [known for known in names if words & set(known.split("-"))]
    return list(dict.fromkeys([*get_close_matches(name, names, most, 0.5), *sharing]))[:most]
