"""The country's provinces, prefectures and counties: names, codes, and who supports whom.

``places.tsv`` is written by :mod:`xiezuo.gazetteer.build` from published packages (its head
names them and their licences); ``pairings.tsv`` holds pairings with the reports they are from.
"""

from xiezuo.gazetteer.lookup import Gazetteer, Name, gazetteer

__all__ = ["Gazetteer", "Name", "gazetteer"]
