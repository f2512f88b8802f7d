"""Asks a store a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from xiezuo.errors import UsageError
from xiezuo.query.bind import bind, with_prefixes, without_filters
from xiezuo.query.evidence import with_evidence
from xiezuo.query.question import Question, load_question
from xiezuo.query.values import read_values
from xiezuo.store import Answer, Rows, Store


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the SPARQL that was run for it, and the answer."""

    question: Question
    sparql: str
    answer: Answer


def ask(
    store: Store,
    what: str | Path | Question,
    parameters: Mapping[str, str] | None = None,
    evidence: bool | None = None,
) -> Asked:
    """The answer of a store to a question.

    Args:
        store: whom to ask.
        what: the name of a question, the path of a ``.rq`` file, SPARQL, or a question.
        parameters: values by parameter name, as a user writes them; places by name or code.
        evidence: whether each row shows its sentence; None leaves that to the question.

    Raises:
        UnknownQuestion: no question has this name.
        UsageError: a parameter is missing, unknown or cannot be read; evidence was asked for and
            the rows do not say which fact they tell.
        QueryError: the query cannot be run.
        StoreError: the store cannot be reached.
    """
    question = what if isinstance(what, Question) else load_question(what)
    values = read_values(store, question, parameters or {})
    absent = {one.variable for one in question.parameters} - values.keys()
    sparql = bind(without_filters(with_prefixes(question.sparql), absent), values)
    answer = store.query(sparql)
    if question.evidence if evidence is None else evidence:
        if not isinstance(answer, Rows):
            raise UsageError("only the rows of a SELECT have evidence")
        answer = with_evidence(store, answer)
    return Asked(question, sparql, answer)
