"""A question in plain words: leads to the named question that it means, or to the nearest ones."""

from __future__ import annotations

from urllib.parse import urlencode

from xiezuo.errors import UnknownQuestion
from xiezuo.query import load_question, understand
from xiezuo.serve import negotiate
from xiezuo.serve.desk import Desk
from xiezuo.serve.markup import Markup, element, link, page
from xiezuo.serve.messages import HTML, Job, Reply


def box(words: str = "") -> Markup:
    """The form that asks in plain words."""
    field = element(
        "input",
        name="question",
        value=words,
        required="",
        placeholder="谁在帮扶陇县？ Who supports Longxian?",
        aria_label="用中文或英文提问 A question in plain words",
    )
    return element("form", field, element("button", "提问 Ask"), action="/ask", class_="plain")


def answer_plain(_desk: Desk, job: Job) -> Reply:
    """Sends ``?question=`` on to the named question that it means; ``?format=`` is taken along.

    Raises:
        UnknownQuestion: it means none, and the client accepts no page that says so.
    """
    words = job.value("question")
    if not words:
        return page("提问 Ask", box())
    try:
        understood = understand(words)
    except UnknownQuestion as error:
        if negotiate.choose(job.accept, (*negotiate.ROWS, negotiate.HTML)) != negotiate.HTML:
            raise
        return _not_understood(words, error)
    formats = {"format": chosen} if (chosen := job.value("format")) else {}
    query = urlencode({**understood.parameters, **formats})
    address = f"/questions/{understood.question.name}?{query}"
    return Reply(b"", HTML, 303).having(Location=address)


def _not_understood(words: str, error: UnknownQuestion) -> Reply:
    nearest = [
        element("li", link(question.summary["zh"], f"/questions/{question.name}"))
        for question in map(load_question, error.suggestions)
    ]
    return page(
        "没有听懂这个问题 Not understood",
        box(words),
        element("p", "最接近的问题。The nearest questions:") if nearest else None,
        element("ul", *nearest) if nearest else None,
        element("p", link("全部问题 All questions", "/questions")),
        status=404,
    )
