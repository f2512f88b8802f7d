"""A process that works on the store: it takes one job at a time and can be killed at any moment.

pyoxigraph cannot stop a query that runs, so the process that runs it is what is stopped.
"""

from __future__ import annotations

import signal
import sys
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Lock

from xiezuo.errors import StoreError
from xiezuo.serve.messages import Job, Reply, Settings
from xiezuo.serve.tasks import Desk, work

if sys.platform != "win32":
    import resource

GRACE = 2.0
"""Seconds after the time-out at which a process whose server has gone ends itself."""

START = 60.0
"""Seconds in which a process has to open the store."""

if sys.platform == "win32":
    _context = get_context("spawn")
else:  # starts a process in milliseconds, where "spawn" starts an interpreter
    _context = get_context("forkserver")
    _context.set_forkserver_preload(["xiezuo.serve.tasks"])

_PROCESSES = Lock()
"""Held while processes are started and buried: multiprocessing's list of them is not safe."""


class TimedOut(Exception):
    """A job ran into the time-out; its process has been killed."""


class Died(Exception):
    """The process of a job ended before its reply: by its memory limit, or with the server."""


class Worker:
    """One process, seen from the server.

    Raises:
        StoreError: the store cannot be opened.
    """

    def __init__(self, settings: Settings) -> None:
        self._timeout = settings.timeout
        self._connection, theirs = _context.Pipe()
        self._process = _context.Process(target=_serve, args=(theirs, settings), daemon=True)
        with _PROCESSES:
            self._process.start()
        theirs.close()
        try:
            problem = self._connection.recv() if self._connection.poll(START) else "no answer"
        except EOFError:
            problem = "its process ended"
        if problem:
            self.bury()
            raise StoreError(f"{settings.store}: cannot be served ({problem})")

    def ask(self, job: Job) -> Reply:
        """The reply to a job; blocks until it is there.

        Raises:
            TimedOut, Died: there is none, and the process is no more.
        """
        try:
            self._connection.send(job)
            if self._connection.poll(self._timeout):
                reply: Reply = self._connection.recv()
                return reply
        except (EOFError, OSError) as error:
            self.bury()
            raise Died from error
        self.bury()
        raise TimedOut

    @property
    def alive(self) -> bool:
        """Whether it takes jobs."""
        return not self._connection.closed and self._process.is_alive()

    def kill(self) -> None:
        """Ends the process, whatever it does; who waits for its reply learns that it died."""
        with _PROCESSES:
            if not self._connection.closed:
                self._process.kill()

    def bury(self) -> None:
        """Ends the process and frees what it held; nobody may be waiting for its reply."""
        with _PROCESSES:
            if not self._connection.closed:
                self._process.kill()
                self._process.join()
                self._process.close()
                self._connection.close()


def _serve(connection: Connection, settings: Settings) -> None:
    """What the process does: opens the store, then takes jobs until the server goes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (settings.memory, settings.memory))
    try:
        desk = Desk.open(settings)
    except StoreError as error:
        connection.send(str(error))
        return
    connection.send("")
    try:
        while True:
            job = connection.recv()
            _alarm(settings.timeout + GRACE)
            reply = work(desk, job)
            _alarm(0)
            connection.send(reply)
    except (EOFError, ConnectionError):  # the server has gone
        return


def _alarm(seconds: float) -> None:
    """Has the system end this process after so many seconds; 0 calls it off."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)
