"""The web side: routes, what of a request becomes a job, and what becomes of its reply."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from xiezuo import __version__
from xiezuo.serve import negotiate
from xiezuo.serve.description import ENDPOINT, VOID
from xiezuo.serve.logs import RequestLog
from xiezuo.serve.messages import HTML, Job, Parameters, Refused, Reply, Settings
from xiezuo.serve.pool import Pool
from xiezuo.serve.protocol import READ_ONLY
from xiezuo.serve.replies import EDITOR_POLICY, sent
from xiezuo.serve.requests import parameters, read_parameters
from xiezuo.serve.store_protocol import ENDPOINT as GRAPH_STORE

PAGES = {
    "/": "home",
    "/questions": "questions",
    "/questions/{path}": "question",
    "/ask": "ask",
    "/id/{path:path}": "resource",
    "/resource": "resource",
    "/search": "search",
    "/ontology": "ontology",
    "/view": "view",
    VOID: "dataset",
    GRAPH_STORE: "graph",
    GRAPH_STORE + "/{path:path}": "graph",
}
"""What is there to GET beside the endpoint, each with the task that makes it."""


def create_app(settings: Settings) -> Starlette:
    """The server as an ASGI application; its processes start and stop with its lifespan."""
    web = _Web(settings)
    routes = [
        Route(ENDPOINT, web.sparql, methods=["GET", "POST"]),
        Route("/health", web.health, methods=["GET"]),
        *(Route(path, web.page(task), methods=["GET"]) for path, task in PAGES.items()),
        Mount("/assets", StaticFiles(packages=[("xiezuo.serve", "assets")])),
    ]
    middleware = [Middleware(RequestLog)]
    if settings.cors:
        cors = Middleware(
            CORSMiddleware,
            allow_origins=[settings.cors],
            allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
            allow_headers=["*"],
            expose_headers=["ETag", "X-Row-Limit", "Link", "Content-Location"],
        )
        middleware.append(cors)
    return Starlette(
        routes=routes,
        middleware=middleware,
        exception_handlers={Refused: _refused},
        lifespan=web.lifespan,
    )


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return sent(request, error.reply)


class _Web:
    """The pools, and what answers each route.

    Pages have processes of their own: whatever is asked at the endpoint, they stay quick.
    """

    def __init__(self, settings: Settings) -> None:
        self.queries = Pool(settings, settings.workers)
        self.pages = Pool(settings, max(1, settings.workers // 2))

    @asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """Starts the processes before the first request and ends them after the last."""
        try:
            await self.queries.start()
            await self.pages.start()
            yield
        finally:
            await self.queries.stop()
            await self.pages.stop()

    async def sparql(self, request: Request) -> Response:
        """The endpoint: a query, the editor for browsers, or the service description."""
        asked = await parameters(request)
        if "update" in asked:
            raise Refused(403, READ_ONLY)
        if "query" in asked:
            return sent(request, await self.queries.run(_job(request, "query", asked)))
        if request.method == "POST":
            raise Refused(400, "there is no query in the request")
        accept = request.headers.get("accept", "*/*")
        if negotiate.choose(accept, (*negotiate.GRAPHS, negotiate.HTML)) == negotiate.HTML:
            return sent(request, _editor())
        return sent(request, await self.pages.run(_job(request, "service", asked)))

    def page(self, task: str) -> Callable[[Request], Awaitable[Response]]:
        """What answers a route of :data:`PAGES`."""

        async def answer(request: Request) -> Response:
            asked = read_parameters(request.url.query)
            return sent(request, await self.pages.run(_job(request, task, asked)))

        return answer

    async def health(self, request: Request) -> Response:
        """Whether the store can be asked."""
        reply = await self.pages.run(Job("health"))
        status = "ok" if reply.status == 200 else reply.body.decode().strip()
        body = json.dumps({"status": status, "version": __version__}).encode()
        return sent(request, Reply(body, "application/json", reply.status))


def _job(request: Request, task: str, asked: Parameters) -> Job:
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    beyond = raw.decode("ascii", "replace").split("/", 2)
    return Job(
        task,
        str(request.base_url).rstrip("/"),
        request.headers.get("accept", "*/*"),
        beyond[2] if "path" in request.path_params else "",
        asked,
    )


def _editor() -> Reply:
    body = files("xiezuo.serve").joinpath("assets", "editor.html").read_bytes()
    return Reply(body, HTML).having(Content_Security_Policy=EDITOR_POLICY)
