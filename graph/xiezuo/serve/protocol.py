"""The query operation of the SPARQL 1.1 Protocol."""

from __future__ import annotations

from xiezuo.errors import QueryError
from xiezuo.serve import guard
from xiezuo.serve.desk import Dataset, Desk
from xiezuo.serve.messages import Job, Reply, refusal
from xiezuo.serve.results import written

READ_ONLY = "this endpoint is read-only: no updates, no LOAD"
NO_SERVICE = "this endpoint asks no other server: SERVICE is not offered"


def answer_query(desk: Desk, job: Job) -> Reply:
    """The answer to the ``query`` of a request, over the graphs that it names.

    Raises:
        QueryError: the query cannot be parsed or run.
    """
    queries = job.values("query")
    if len(queries) != 1:
        return refusal(400, f"there must be one query, not {len(queries)}")
    (sparql,) = queries
    if guard.is_update(sparql):
        return refusal(403, READ_ONLY)
    if guard.asks_others(sparql):
        return refusal(403, NO_SERVICE)
    default, named = job.values("default-graph-uri"), job.values("named-graph-uri")
    dataset = Dataset(default, named) if default or named else None
    try:
        result = desk.evaluate(sparql, job.site, dataset)
        return written(result, job.accept, desk.settings.rows)
    except (ValueError, RuntimeError) as error:
        raise QueryError(f"the query cannot be run: {error}") from error
