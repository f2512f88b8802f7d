"""Frozen dataclasses that are quick to make.

Reading makes some values for every few characters of a text. The ``__init__`` of a frozen
dataclass stores each field with ``object.__setattr__``, which looks its name up every time;
:func:`quick` stores it with the field's slot, in about half the time. All else stays: parameters,
defaults, ``__post_init__``, equality, order, hash, repr, and that no field can be set later.

:func:`replace` makes no new value where the old one would do.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, TypeVar

C = TypeVar("C")

if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(value: C, **changes: Any) -> C:
        """As :func:`dataclasses.replace`, but the frozen value itself where nothing changes."""
        for name, new in changes.items():
            if getattr(value, name) is not new:
                return dataclasses.replace(value, **changes)
        return value


def quick(cls: type[C]) -> type[C]:
    """Give a dataclass with slots an ``__init__`` of the same signature that takes less time.

    Raises:
        TypeError: a field is keyword-only or its default comes from a factory.
    """
    scope: dict[str, Any] = {}
    parameters, body = ["self"], []
    made: Any = cls
    for field in fields(made):
        if field.kw_only or field.default_factory is not MISSING:
            raise TypeError(f"{cls.__name__}.{field.name} is not a plain field")
        if field.init:
            scope[f"_set_{field.name}"] = getattr(cls, field.name).__set__
            scope[f"_default_{field.name}"] = field.default
            needed = field.default is MISSING
            parameters.append(field.name if needed else f"{field.name}=_default_{field.name}")
            body.append(f" _set_{field.name}(self, {field.name})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    exec("\n".join([f"def __init__({', '.join(parameters)}):", *body]), scope)
    scope["__init__"].__annotations__ = made.__init__.__annotations__
    scope["__init__"].__qualname__ = made.__init__.__qualname__
    made.__init__ = scope["__init__"]
    return cls


__all__ = ["quick", "replace"]
