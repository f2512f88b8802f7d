"""Servers on loopback for the tests: started once for each graph, stopped at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests import world as invented
from tests.serving import Client, serving

from xiezuo.rdf import to_quads
from xiezuo.resolve import resolve
from xiezuo.serve import Settings
from xiezuo.store import write_store


@pytest.fixture(scope="session")
def world_store(tmp_path_factory) -> Path:
    """A build's store, of invented facts of every kind."""
    folder = tmp_path_factory.mktemp("world")
    write_store(folder / "store", to_quads(resolve(invented.articles(invented.MANY))))
    return folder / "store"


@pytest.fixture(scope="session")
def world(world_store) -> Iterator[Client]:
    """A server of the invented facts."""
    with serving(Settings(world_store, workers=2)) as client:
        yield client


@pytest.fixture
def server() -> Iterator[Callable[..., Client]]:
    """Starts servers of a test's own."""
    with ExitStack() as started:

        def start(store: Path, **settings) -> Client:
            return started.enter_context(serving(Settings(store, **{"workers": 2, **settings})))

        yield start
