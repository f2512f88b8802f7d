"""The bytes of one input, before a reader has made sense of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """One input: its name for messages and for ``Document.name``, and its bytes."""

    name: str
    data: bytes
