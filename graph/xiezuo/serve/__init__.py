"""The graph on the web: a SPARQL 1.1 endpoint, and pages for those who write no SPARQL.

It needs the extra: ``pip install 'xiezuo[serve]'``.
"""

from __future__ import annotations

from xiezuo.serve.app import create_app
from xiezuo.serve.messages import Settings
from xiezuo.serve.run import run, servable

__all__ = ["Settings", "create_app", "run", "servable"]
