"""What a process does with a job; :data:`TASKS` is the table."""

from __future__ import annotations

from collections.abc import Callable

from xiezuo.errors import QueryError, StoreError, UnknownQuestion, UsageError
from xiezuo.serve.description import describe_dataset, describe_service
from xiezuo.serve.desk import Desk
from xiezuo.serve.home import home, view
from xiezuo.serve.markup import element, page
from xiezuo.serve.messages import PLAIN, Job, Refused, Reply, refusal
from xiezuo.serve.negotiate import HTML, choose
from xiezuo.serve.ontology import describe_ontology
from xiezuo.serve.plain import answer_plain
from xiezuo.serve.protocol import answer_query
from xiezuo.serve.questions import answer_question, list_questions
from xiezuo.serve.resource import describe_resource
from xiezuo.serve.search import search
from xiezuo.serve.store_protocol import answer_graph

__all__ = ["TASKS", "Desk", "work"]


def check(desk: Desk, _job: Job) -> Reply:
    """That the store answers."""
    desk.evaluate("ASK { ?s ?p ?o }", "http://localhost")
    return Reply(b"ok")


TASKS: dict[str, Callable[[Desk, Job], Reply]] = {
    "query": answer_query,
    "graph": answer_graph,
    "service": describe_service,
    "dataset": describe_dataset,
    "health": check,
    "home": home,
    "questions": list_questions,
    "question": answer_question,
    "ask": answer_plain,
    "resource": describe_resource,
    "search": search,
    "ontology": describe_ontology,
    "view": view,
}
"""What answers each kind of job."""


def work(desk: Desk, job: Job) -> Reply:
    """The reply to a job; what is wrong with it becomes a status and a message."""
    reply = _tried(desk, job)
    if reply.status < 400 or reply.media_type != PLAIN or job.task in ("query", "graph"):
        return reply
    if choose(job.accept, ("text/plain", HTML)) != HTML:
        return reply
    return page(f"{reply.status}", element("p", reply.body.decode()), status=reply.status)


def _tried(desk: Desk, job: Job) -> Reply:
    try:
        return TASKS[job.task](desk, job)
    except Refused as error:
        return error.reply
    except UnknownQuestion as error:
        return refusal(404, str(error))
    except (UsageError, QueryError) as error:
        return refusal(400, str(error))
    except StoreError as error:
        return refusal(503, str(error))
    except MemoryError:
        return refusal(503, "stopped: it took more memory than there is")
