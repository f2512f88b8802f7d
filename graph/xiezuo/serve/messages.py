"""What the web side and the processes that ask the store hand each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

Parameters = Mapping[str, tuple[str, ...]]
"""The parameters of a request: a name may come more than once."""

PLAIN = "text/plain; charset=utf-8"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a server serves, and its limits.

    ``store`` is an Oxigraph store on disk; ``base`` is below which its resources lie (found in
    the store where it is None). ``timeout`` is the seconds that a request may work on the store,
    ``rows`` how many rows or triples of an answer are sent, ``memory`` the bytes that one process
    may take, ``workers`` how many processes answer queries, and ``cors`` the origin whose pages
    may read the answers ("*" for any, "" for none).
    """

    store: Path
    base: str | None = None
    timeout: float = 30.0
    rows: int = 100_000
    memory: int = 4 * 2**30
    workers: int = 4
    cors: str = "*"


@dataclass(frozen=True, slots=True)
class Job:
    """One request: the name of a task, what the client accepts, and what it asks.

    ``site`` is the server's own address without a slash at its end, ``path`` what follows the
    task's own path.
    """

    task: str
    site: str = ""
    accept: str = "*/*"
    path: str = ""
    parameters: Parameters = field(default_factory=dict)

    def values(self, name: str) -> tuple[str, ...]:
        """All values of a parameter."""
        return self.parameters.get(name, ())

    def value(self, name: str) -> str:
        """The first value of a parameter, without the blanks around it; "" where it has none."""
        return next(iter(self.values(name)), "").strip()


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: what is sent, and how."""

    body: bytes
    media_type: str = PLAIN
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def having(self, **headers: str) -> Reply:
        """The reply with more headers; ``_`` in a name stands for ``-``."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return replace(self, headers={**self.headers, **more})


def refusal(status: int, message: str) -> Reply:
    """A status other than 200 with a line that says why."""
    return Reply(f"{message}\n".encode(), PLAIN, status)


class Refused(Exception):
    """A request that is not done; carries the reply that says why."""

    def __init__(self, status: int, message: str) -> None:
        self.reply = refusal(status, message)
        super().__init__(message)
