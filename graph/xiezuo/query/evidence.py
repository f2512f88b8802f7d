"""Adds to each row of an answer the sentence that states its fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized

from pyoxigraph import Literal, NamedNode

from xiezuo.errors import UsageError
from xiezuo.query.select import lexical, select
from xiezuo.store import Rows, Store, Term
from xiezuo.vocab import XSD

COLUMNS = ("sentence", "article", "file", "published", "statements")
"""What is added: of the surest statement its sentence, and its article's headline, file and date;
and how many statements of the fact there are."""

FACT = "fact"
"""The column that says which fact a row tells."""

_BATCH = 500
"""Facts that are asked for at once: few enough for the endpoints that limit a query's length."""

_STATEMENTS = """
SELECT ?fact ?assertion ?confidence ?sentence ?article ?file ?published WHERE {
  VALUES ?fact { %s }
  ?fact xz:evidence ?assertion .
  ?assertion xz:confidence ?confidence ; oa:hasTarget ?target .
  ?target oa:hasSource ?source ; oa:hasSelector ?selector .
  ?selector oa:exact ?sentence .
  ?source schema:isPartOf ?document .
  ?document xz:fileName ?file .
  OPTIONAL { ?source schema:headline ?article }
  OPTIONAL { ?source schema:datePublished ?published }
}
"""


def with_evidence(store: Store, rows: Rows) -> Rows:
    """``rows`` with :data:`COLUMNS` between their own columns and the fact, which comes last.

    A column that the rows already have stays as it is.

    Raises:
        UsageError: no column says which fact a row tells.
    """
    if FACT not in rows.variables:
        raise UsageError(f"rows without ?{FACT} have no evidence: select it")
    facts = {fact for fact in rows.column(FACT) if isinstance(fact, NamedNode)}
    surest = _surest(store, sorted(facts, key=lambda fact: fact.value))
    own = [name for name in rows.variables if name != FACT]
    added = [name for name in COLUMNS if name not in own]

    def widened(row: tuple[Term | None, ...]) -> tuple[Term | None, ...]:
        cells = dict(zip(rows.variables, row, strict=True))
        shown = surest.get(cells[FACT], {})
        return (*map(cells.get, own), *map(shown.get, added), cells[FACT])

    return Rows((*own, *added, FACT), tuple(map(widened, rows.rows)))


def _surest(store: Store, facts: Sequence[NamedNode]) -> dict[Term | None, dict[str, Term]]:
    """What is shown of each fact: its surest statement, then the earliest, then by its IRI."""
    found: dict[Term | None, dict[str, dict[str, Term]]] = {}
    for start in range(0, len(facts), _BATCH):
        values = " ".join(map(str, facts[start : start + _BATCH]))
        for cells in select(store, _STATEMENTS % values):
            statements = found.setdefault(cells[FACT], {})
            known = statements.setdefault(str(cells["assertion"]), cells)
            if str(cells["file"]) < str(known["file"]):  # one content under two file names
                statements[str(cells["assertion"])] = cells
    return {
        fact: min(statements.values(), key=_rank) | {"statements": _count(statements)}
        for fact, statements in found.items()
    }


def _rank(cells: Mapping[str, Term]) -> tuple[float, str, str]:
    published = lexical(cells.get("published")) or "9999"
    return -float(lexical(cells["confidence"])), published, lexical(cells["assertion"])


def _count(statements: Sized) -> Literal:
    return Literal(str(len(statements)), datatype=XSD.INTEGER)
