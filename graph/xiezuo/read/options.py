"""What is known about documents from outside: options of the caller and sidecar files."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields, replace
from datetime import date

from xiezuo.errors import InputError, UsageError
from xiezuo.model import Document

SIDECAR = ".meta.json"
"""The file ``NAME.meta.json`` holds what is known about ``NAME``."""

_DATE = re.compile(
    r"(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?)?)?(?:[月T\s].*)?|(\d{8})",
    re.DOTALL,
)


def iso_date(written: str) -> str | None:
    """A date as ISO at the precision that it has; None where it is not a date.

    >>> iso_date("2024-5-21 10:30"), iso_date("2024年5月"), iso_date("20240521"), iso_date("2024")
    ('2024-05-21', '2024-05', '2024-05-21', '2024')
    """
    match = _DATE.fullmatch(written.strip())
    if match is None:
        return None
    if match[4]:
        parts = [int(match[4][:4]), int(match[4][4:6]), int(match[4][6:])]
    else:
        parts = [int(part) for part in match.groups()[:3] if part]
    try:
        date(*parts, *[1] * (3 - len(parts)))
    except ValueError:
        return None
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Metadata that wins over what a document says of itself.

    ``published`` is a date ("2024", "2024-05", "2024-05-21"); ``home`` is the name of the place
    that 我市, 我区 mean.

    Raises:
        UsageError: ``published`` is not a date.
    """

    published: str | None = None
    url: str | None = None
    source: str | None = None
    home: str | None = None
    title: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None:
            iso = iso_date(self.published)
            if iso is None:
                raise UsageError(
                    f"not a date: {self.published!r}; write 2024, 2024-05 or 2024-05-21"
                )
            object.__setattr__(self, "published", iso)

    def over(self, document: Document) -> Document:
        """The document with what is known here in the place of what it says."""
        known = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(document, **{key: value for key, value in known.items() if value})


def sidecar(name: str, data: bytes) -> ReadOptions:
    """What a sidecar file says.

    Raises:
        InputError: it is not a JSON object of strings, or its ``published`` is not a date.
    """
    keys = [field.name for field in fields(ReadOptions)]
    try:
        found = json.loads(data)
    except ValueError as error:
        raise InputError(name, f"not JSON ({error})", "correct or remove it") from error
    if not isinstance(found, dict):
        raise InputError(name, "not a JSON object", f"give an object with {', '.join(keys)}")
    for key, value in found.items():
        if key not in keys:
            raise InputError(name, f"unknown key {key!r}", f"known are {', '.join(keys)}")
        if value is not None and not isinstance(value, str):
            raise InputError(name, f"{key} is not a string", "write it in quotes")
    try:
        return ReadOptions(**found)
    except UsageError as error:
        raise InputError(name, f"published: {error}") from error
