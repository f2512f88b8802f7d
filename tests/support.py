"""Helpers that several tests share."""

from __future__ import annotations

import hashlib

from xiezuo.model import Article, Document
from xiezuo.split import split


def make_document(text: str, name: str = "test.txt", **metadata: str) -> Document:
    """A document of a plain text; ``metadata`` are fields of Document (published, home …)."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(name=name, text=text, sha256=sha256, **metadata)  # type: ignore[arg-type]


def make_article(text: str, **metadata: str) -> Article:
    """The one article of a plain text."""
    (article,) = split(make_document(text, **metadata))
    return article
