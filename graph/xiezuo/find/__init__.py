"""Article → mentions: places, pairs, people with their titles, organisations, dates, numbers."""

from __future__ import annotations

from xiezuo.find.dates import find_dates
from xiezuo.find.organisations import find_organisations
from xiezuo.find.pairs import find_pairs
from xiezuo.find.people import find_people
from xiezuo.find.places import find_places
from xiezuo.find.quantities import find_quantities
from xiezuo.find.works import find_works
from xiezuo.model import Article, Mention


def find(article: Article) -> list[Mention]:
    """Everything that the article names, in the order of the text.

    Places come first because the others lean on them: a pair abbreviation on the article's own
    places, an organisation on its seat, a title on the place that it is held in.
    """
    places = tuple(find_places(article))
    organisations = tuple(find_organisations(article, places))
    found: list[Mention] = [
        *places,
        *find_pairs(article, places),
        *organisations,
        *find_people(article, places, organisations),
        *find_dates(article),
        *find_quantities(article),
        *find_works(article),
    ]
    found.sort(key=lambda mention: (mention.span.start, mention.span.end))
    return found


__all__ = ["find"]
