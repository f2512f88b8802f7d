"""Article → mentions: places, pairs, people with their titles, organisations, dates, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xiezuo.find.dates import find_dates
from xiezuo.find.letters import may_be_aided
from xiezuo.find.organisations import find_organisations
from xiezuo.find.pairs import find_pairs, may_pair
from xiezuo.find.people import find_people
from xiezuo.find.places import find_places
from xiezuo.find.quantities import find_quantities
from xiezuo.find.works import find_works
from xiezuo.mentions import Area, Mentions
from xiezuo.model import Article, Mention, PlaceMention


def find(article: Article) -> Mentions:
    """Everything that the article names, in the order of the text.

    Places come first because the others lean on them: a pair abbreviation on the article's own
    places, an organisation on its seat, a title on the place that it is held in. Places and pairs
    are found when somebody first asks for them, the others when the sequence is first read:
    ``xiezuo.mentions`` says why.
    """
    return Mentions(
        _areas(article),
        lambda areas: _others(article, areas),
        lambda: may_be_aided(article.text) or may_pair(article.text),
    )


def _areas(article: Article) -> Iterator[Area]:
    places = tuple(find_places(article))
    yield from places
    yield from find_pairs(article, places)


def _others(article: Article, areas: Sequence[Area]) -> Iterator[Mention]:
    places = tuple(area for area in areas if isinstance(area, PlaceMention))
    organisations = tuple(find_organisations(article, places))
    yield from organisations
    yield from find_people(article, places, organisations)
    yield from find_dates(article)
    yield from find_quantities(article)
    yield from find_works(article)


__all__ = ["find"]
