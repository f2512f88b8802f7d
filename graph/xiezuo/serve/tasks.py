"""What a process does with a job; :data:`TASKS` is the table."""

from __future__ import annotations

from collections.abc import Callable

from xiezuo.errors import QueryError, StoreError, UnknownQuestion, UsageError
from xiezuo.serve.description import describe_dataset, describe_service
from xiezuo.serve.desk import Desk
from xiezuo.serve.messages import Job, Refused, Reply, refusal
from xiezuo.serve.protocol import answer_query
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
}
"""What answers each kind of job."""


def work(desk: Desk, job: Job) -> Reply:
    """The reply to a job; what is wrong with it becomes a status and a message."""
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
