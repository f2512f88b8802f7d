"""Everything that xiezuo raises on purpose.

::

    XiezuoError
    ├── InputError          a file or document cannot be used; names it and says what to do
    ├── UsageError          an argument, option or parameter is wrong (exit code 2)
    │   ├── UnknownPlace    no place has this name or code; carries suggestions
    │   │   └── AmbiguousPlace  several places do; carries their full names
    │   └── UnknownQuestion no question has this name; carries suggestions
    ├── QueryError          SPARQL that cannot be parsed or run
    └── StoreError          a store cannot be opened, written or reached
"""

from __future__ import annotations

from collections.abc import Sequence


class XiezuoError(Exception):
    """The root of the tree: catching it catches everything that xiezuo raises on purpose."""


class InputError(XiezuoError):
    """A file or document that cannot be used; the message names it and says what to do."""

    def __init__(self, name: str, problem: str, remedy: str = "") -> None:
        self.name = name
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{name}: {problem}" + (f" — {remedy}" if remedy else ""))

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        """Pickles, so that a worker process can hand it back."""
        return InputError, (self.name, self.problem, self.remedy)


class UsageError(XiezuoError):
    """An argument, option or parameter that is wrong."""


class _Unknown(UsageError):
    """Something that has no such name; carries what may have been meant."""

    noun = "value"

    def __init__(self, value: str, suggestions: Sequence[str] = ()) -> None:
        self.value = value
        self.suggestions = tuple(suggestions)
        hint = f"; did you mean {', '.join(self.suggestions)}?" if self.suggestions else ""
        super().__init__(f"no {self.noun} {value!r}{hint}")


class UnknownPlace(_Unknown):
    """No place of the gazetteer or the graph has this name or code."""

    noun = "place"


class AmbiguousPlace(UnknownPlace):
    """Several places have this name; the suggestions are their full names."""

    noun = "single place"


class UnknownQuestion(_Unknown):
    """No question has this name."""

    noun = "question"


class QueryError(XiezuoError):
    """SPARQL that cannot be parsed or run; the message shows the spot."""


class StoreError(XiezuoError):
    """A store that cannot be opened, written or reached."""
