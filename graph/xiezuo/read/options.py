"""What is known about documents from outside: options of the caller and sidecar files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Metadata that wins over what a sidecar file or the document itself says.

    ``published`` is an ISO date ("2024", "2024-05", "2024-05-21"); ``home`` is the name of the
    place that 我市, 我区 mean.
    """

    published: str | None = None
    url: str | None = None
    source: str | None = None
    home: str | None = None
