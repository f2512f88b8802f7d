"""The country's provinces, prefectures and counties: names, codes, and who supports whom.

``places.tsv`` is written by :mod:`xiezuo.gazetteer.build` from published packages (its head
names them and their licences); ``zones.tsv`` holds units without a code, ``pairings.tsv``
pairings with the reports that they are from.
"""

from xiezuo.gazetteer.lookup import (
    WITHOUT_COUNTIES,
    Gazetteer,
    Name,
    gazetteer,
    is_eastern,
    side,
    without_code,
)

__all__ = [
    "WITHOUT_COUNTIES",
    "Gazetteer",
    "Name",
    "gazetteer",
    "is_eastern",
    "side",
    "without_code",
]
