"""The questions on the web: their list, and each with a form, its answer and its SPARQL."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import unquote, urlencode

from xiezuo.errors import UnknownPlace, UnknownQuestion, UsageError
from xiezuo.query import Parameter, Question, ask, questions
from xiezuo.query.formats import as_rows
from xiezuo.query.question import similar
from xiezuo.serve import negotiate
from xiezuo.serve.desk import Desk
from xiezuo.serve.markup import Content, Markup, element, joined, link, page, table
from xiezuo.serve.messages import Job, Refused, Reply
from xiezuo.serve.names import linked
from xiezuo.serve.results import not_acceptable, rows
from xiezuo.store import Rows
from xiezuo.vocab import PREFIXES

SHOWN = 1000
"""Rows of an answer on a page; the other formats have all."""

_OWN = ("format", "evidence")
"""Parameters that are the page's, not the question's."""

_OFFERS = (*negotiate.ROWS, negotiate.HTML)


def chosen_format(job: Job, offers: tuple[str, ...]) -> str | None:
    """The media type that ``?format=`` or else the Accept header asks for."""
    wanted = job.value("format")
    if not wanted:
        return negotiate.choose(job.accept, offers)
    found = negotiate.FORMATS.get(wanted)
    if found not in offers:
        known = [name for name, media_type in negotiate.FORMATS.items() if media_type in offers]
        raise Refused(400, f"no format {wanted!r}; there are {', '.join(known)}")
    return found


def list_questions(_desk: Desk, job: Job) -> Reply:
    """All questions, as a page or in JSON."""
    if chosen_format(job, (negotiate.JSON, negotiate.HTML)) == negotiate.HTML:
        rows_ = [
            [link(name, f"/questions/{name}"), one.summary.get("zh"), one.summary.get("en")]
            for name, one in questions().items()
        ]
        return page("问题 Questions", table(["name", "问题", "question"], list(rows_)))
    found = {"prefixes": PREFIXES, "questions": [_in_json(one, job.site) for one in _all()]}
    return Reply(json.dumps(found, ensure_ascii=False, indent=1).encode(), "application/json")


def _all() -> list[Question]:
    return list(questions().values())


def _in_json(question: Question, site: str) -> dict[str, object]:
    return {
        "name": question.name,
        "url": f"{site}/questions/{question.name}",
        "summary": dict(question.summary),
        "description": dict(question.description),
        "tags": question.tags,
        "parameters": [
            {
                "name": parameter.name,
                "kind": parameter.kind,
                "optional": parameter.optional,
                "default": parameter.default,
                "meaning": dict(parameter.meaning),
            }
            for parameter in question.parameters
        ],
        "sparql": question.sparql,
    }


def answer_question(desk: Desk, job: Job) -> Reply:
    """The answer to a question, in the format that is asked for.

    Raises:
        UnknownQuestion: there is none of this name.
        UsageError: a parameter is missing or wrong; a page says so itself.
    """
    name = unquote(job.path)
    question = questions().get(name)
    if question is None:
        raise UnknownQuestion(name, similar(name, list(questions())))
    chosen = chosen_format(job, _OFFERS)
    if chosen is None:
        return not_acceptable(_OFFERS)
    given = {
        key: values[0] for key, values in job.parameters.items() if key not in _OWN and values[0]
    }
    if chosen == negotiate.HTML:
        return _page(desk, job, question, given)
    answer = _asked(desk, job, question, given)[0]
    limit = desk.settings.rows
    if len(answer) <= limit:
        return rows(answer, chosen)
    cut = rows(Rows(answer.variables, answer.rows[:limit]), chosen, limit)
    return cut.having(X_Row_Limit=f"{limit}; truncated")


def _asked(desk: Desk, job: Job, question: Question, given: Mapping[str, str]) -> tuple[Rows, str]:
    wanted = job.value("evidence")
    evidence = None if not wanted else wanted not in ("0", "false", "no")
    asked = ask(desk.store, question, given, evidence)
    return as_rows(asked.answer), asked.sparql


def _page(desk: Desk, job: Job, question: Question, given: Mapping[str, str]) -> Reply:
    """The form; under it the answer, or what is wrong with the parameters."""
    title = question.summary.get("zh") or question.name
    about = [
        element("p", question.summary.get("en"), lang="en"),
        element("p", question.description.get("zh")),
        _form(question, given),
    ]
    required = {p.name for p in question.parameters if p.needed}
    if required - given.keys():
        return page(title, *about, _sparql(question.sparql))
    try:
        answer, sparql = _asked(desk, job, question, given)
    except UsageError as error:
        return page(title, *about, _problem(question, given, error), status=400)
    return page(title, *about, *_answer(desk, answer, given), _sparql(sparql))


def _form(question: Question, given: Mapping[str, str]) -> Markup:
    fields = [_field(parameter, given.get(parameter.name, "")) for parameter in question.parameters]
    return element("form", *fields, element("button", "查询 Ask"), class_="question")


def _field(parameter: Parameter, value: str) -> Markup:
    meaning = parameter.meaning.get("zh") or parameter.name
    marks = {"required": ""} if parameter.needed else {}
    box = element(
        "input",
        name=parameter.name,
        value=value,
        placeholder=parameter.default or "",
        title=parameter.meaning.get("en", ""),
        **marks,
    )
    return element("label", meaning, box)


def _problem(question: Question, given: Mapping[str, str], error: UsageError) -> Markup:
    """What is wrong, with links to what may have been meant."""
    hints: list[Content] = []
    if isinstance(error, UnknownPlace):
        for suggestion in error.suggestions:
            meant = {
                key: suggestion if value.strip() == error.value else value
                for key, value in given.items()
            }
            hints += [link(suggestion, f"?{urlencode(meant)}"), " "]
    return element("div", element("p", str(error)), element("p", *hints), class_="problem")


def _answer(desk: Desk, answer: Rows, given: Mapping[str, str]) -> list[Markup]:
    filled = [i for i in range(len(answer.variables)) if any(row[i] is not None for row in answer)]
    cells: list[list[Content]] = [
        [linked(desk, row[i]) for i in filled] for row in answer.rows[:SHOWN]
    ]
    count = f"{len(answer)} 行 rows"
    if len(answer) > SHOWN:
        count += f"，只显示前 {SHOWN} 行 (only the first {SHOWN} are shown)"
    formats = [
        joined(" · ", link(name.upper(), f"?{urlencode({**given, 'format': name})}"))
        for name in ("csv", "tsv", "json", "xml")
    ]
    found = (
        table([answer.variables[i] for i in filled], cells)
        if len(answer)
        else element("p", "没有找到。Nothing found.")
    )
    return [element("p", count, *formats, class_="count"), element("div", found, class_="wide")]


def _sparql(text: str) -> Markup:
    return element("details", element("summary", "SPARQL"), element("pre", text))
