"""The server's log: one JSON object a line, on stderr."""

from __future__ import annotations

import json
import logging
import sys
import time
from datetime import UTC, datetime

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_REQUESTS = logging.getLogger("xiezuo.requests")


class JsonLines(logging.Formatter):
    """A record as JSON: time (UTC), level, logger, message, and what the record carries besides."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "request", {}),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


def configure() -> None:
    """Sends the log of the server, and uvicorn's, to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name in ("uvicorn", "xiezuo"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
        logger.setLevel(logging.INFO)


class RequestLog:
    """Logs each request when it is answered: method, path, status, bytes, milliseconds, client.

    What was asked is not logged: a query can hold names of people.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, sent = time.perf_counter(), {"status": 500, "bytes": 0}

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent["status"] = message["status"]
            elif message["type"] == "http.response.body":
                sent["bytes"] += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, counted)
        finally:
            entry = {
                "method": scope["method"],
                "path": scope["path"],
                **sent,
                "ms": round(1000 * (time.perf_counter() - began), 1),
                "client": (scope.get("client") or ("",))[0],
            }
            _REQUESTS.info("%s %s", scope["method"], sent["status"], extra={"request": entry})
