"""Keeps processes warm, hands each job to an idle one, and replaces those that were killed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from xiezuo.errors import StoreError
from xiezuo.serve.messages import Job, Reply, Settings, refusal
from xiezuo.serve.worker import Died, TimedOut, Worker

T = TypeVar("T")

_AGAIN = 1.0
"""Seconds until a process that could not be started is started again."""


class Pool:
    """Processes for the jobs of one kind; jobs wait their turn, none is refused."""

    def __init__(self, settings: Settings, count: int) -> None:
        self.settings = settings
        self.count = count
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._workers: dict[Worker, str] = {}
        self._renewals: set[asyncio.Task[None]] = set()
        self._threads = ThreadPoolExecutor(2 * count, thread_name_prefix="xiezuo-pool")
        self._edition = edition(settings.store)

    async def start(self) -> None:
        """Starts the processes.

        Raises:
            StoreError: the store cannot be opened.
        """
        await asyncio.gather(*(self._add() for _ in range(self.count)))

    async def run(self, job: Job) -> Reply:
        """The reply to a job; 503 with the reason where it took too long or too much memory."""
        worker = await self._take()
        try:
            return await self._in_thread(lambda: worker.ask(job))
        except TimedOut:
            return refusal(503, f"stopped after {self.settings.timeout:g} seconds, the time-out")
        except Died:
            limit = self.settings.memory / 2**30
            return refusal(503, f"stopped: it took more memory than the {limit:g} GiB there are")
        except asyncio.CancelledError:
            worker.kill()
            raise
        finally:
            self._give_back(worker)

    async def stop(self) -> None:
        """Ends all processes."""
        for task in tuple(self._renewals):
            task.cancel()
        workers = tuple(self._workers)
        for worker in workers:
            worker.kill()
        self._threads.shutdown()
        for worker in workers:
            worker.bury()

    async def _take(self) -> Worker:
        """An idle process that has the store as it is now: a new build is served at once."""
        self._edition = edition(self.settings.store) or self._edition
        while True:
            worker = await self._idle.get()
            if worker.alive and self._workers[worker] == self._edition:
                return worker
            self._replace(worker)

    def _give_back(self, worker: Worker) -> None:
        if worker.alive:
            self._idle.put_nowait(worker)
        else:
            self._replace(worker)

    def _replace(self, worker: Worker) -> None:
        del self._workers[worker]
        worker.kill()
        task = asyncio.get_running_loop().create_task(self._renew(worker))
        self._renewals.add(task)
        task.add_done_callback(self._renewals.discard)

    async def _renew(self, old: Worker) -> None:
        await self._in_thread(old.bury)
        while True:
            try:
                return await self._add()
            except StoreError:  # a build is putting a new store in its place
                await asyncio.sleep(_AGAIN)

    async def _add(self) -> None:
        found = edition(self.settings.store)
        worker = await self._in_thread(lambda: Worker(self.settings))
        self._workers[worker] = found
        self._idle.put_nowait(worker)

    async def _in_thread(self, call: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)


def edition(store: Path) -> str:
    """A mark that changes when a build replaces the store; "" while there is none."""
    try:
        found = (store / "CURRENT").stat()
    except OSError:
        return ""
    return f"{found.st_ino}-{found.st_mtime_ns}"
