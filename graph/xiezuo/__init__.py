"""xiezuo reads Chinese news on East–West cooperation into a knowledge graph.

>>> import xiezuo
>>> kg = xiezuo.build("seeds/")  # doctest: +SKIP
>>> kg.query("supporters-of", place="平凉市")  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xiezuo.knowledge_graph import KnowledgeGraph, open_graph
    from xiezuo.pipeline import build

__version__ = "0.1.0"

__all__ = ["KnowledgeGraph", "__version__", "build", "open_graph"]

_HOMES = {
    "KnowledgeGraph": "xiezuo.knowledge_graph",
    "build": "xiezuo.pipeline",
    "open_graph": "xiezuo.knowledge_graph",
}


def __getattr__(name: str) -> object:
    """The public functions, imported when they are first used (PEP 562).

    Every module of the package imports this one first; it must not import them all.
    """
    if name not in _HOMES:
        raise AttributeError(f"module 'xiezuo' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
