"""One HTML file from a model: the template, its style and scripts, and the data, all inside."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from operator import attrgetter
from typing import Any

from xiezuo.view.layout import Layout, arrange
from xiezuo.view.model import ViewModel
from xiezuo.view.network import network, network_data, vis_script
from xiezuo.view.pinyin import spellings
from xiezuo.vocab import PREFIXES

_ASSETS = files("xiezuo.view") / "assets"

_UNSAFE = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""What could end a script element, or a line of script, inside JSON."""


def page(model: ViewModel, ntriples: str) -> str:
    """The page of a model: no other file, no network, the same text for the same model.

    ``ntriples`` are the triples of its facts, packed into the page for export; "" for none.
    """
    data = page_data(model, arrange(model)) | {
        "rdf": _pack(ntriples) if ntriples else "",
        "prefixes": PREFIXES,
    }
    style = _asset("view.css")
    scripts = [vis_script(), _script()]
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {_hash(style)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    parts = {
        "policy": policy,
        "style": style,
        "data": embed(data),
        "vis": scripts[0],
        "script": scripts[1],
    }
    return _fill(_asset("template.html"), parts)


def page_data(model: ViewModel, layout: Layout) -> dict[str, Any]:
    """What the page's script reads: the model, and the network that pyvis makes of it."""
    return {
        "nodes": [_slim(node) for node in model.nodes],
        "facts": [_slim(fact) for fact in model.facts],
        "edges": [_slim(edge) for edge in model.edges],
        "quotes": [_slim(quote) for quote in model.quotes],
        "sentences": [_slim(sentence) for sentence in model.sentences],
        "articles": [_slim(article) for article in model.articles],
        "concepts": model.concepts,
        "note": model.note,
        "spellings": {
            node.id: spellings(node)
            for node in model.nodes
            if node.kind != "pair" and not node.group
        },
        "network": network_data(network(model, layout)),
        "open": layout.open,
    }


def embed(data: Any) -> str:
    """JSON that is safe inside a script element, whatever the texts in it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _UNSAFE.items():
        text = text.replace(character, escape)
    return text


def _pack(text: str) -> str:
    """A text, compressed, in base64. No time stamp: the same for the same text."""
    return base64.b64encode(gzip.compress(text.encode(), 6, mtime=0)).decode()


def _slim(value: Any) -> dict[str, Any]:
    """A value's fields, without those that are empty; zeros and False stay."""
    names, fields = _fields(value.__class__)
    return {
        name: item
        for name, item in zip(names, fields(value), strict=True)
        if item or isinstance(item, int | float)
    }


@cache
def _fields(class_: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of a class's fields, and what gets all of them at once."""
    names = tuple(vars(class_)["__slots__"])
    return names, attrgetter(*names)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _asset(name: str) -> str:
    return _ASSETS.joinpath(name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    """The page's own scripts, one after the other in the order of their names."""
    folder = _ASSETS / "js"
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".js"))
    parts = [folder.joinpath(name).read_text(encoding="utf-8") for name in names]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


def _fill(template: str, parts: dict[str, str]) -> str:
    """The template with its ``{{name}}`` filled, in one pass: no part is searched again."""
    pieces = template.split("{{")
    result = [pieces[0]]
    for piece in pieces[1:]:
        name, _, rest = piece.partition("}}")
        result += [parts[name], rest]
    return "".join(result)
