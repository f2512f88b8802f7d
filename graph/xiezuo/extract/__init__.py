"""Article and mentions → the facts that the article states.

Partnerships come first: they say what the article is about, and an article that reports no
partnership reports nothing else but the numbers of a programme as a whole and whom it sent. To add
a kind, add a file and a line to ``EXTRACTORS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from xiezuo.extract.agreements import RULES as AGREEMENT_RULES
from xiezuo.extract.agreements import agreements
from xiezuo.extract.appointments import RULES as APPOINTMENT_RULES
from xiezuo.extract.appointments import appointments
from xiezuo.extract.ceremonies import ceremonies
from xiezuo.extract.domains import RULES as DOMAIN_RULES
from xiezuo.extract.domains import domains
from xiezuo.extract.grammar import Rule
from xiezuo.extract.home import deictics, home_among, home_of
from xiezuo.extract.indicators import RULES as INDICATOR_RULES
from xiezuo.extract.indicators import indicators
from xiezuo.extract.journeys import RULES as VISIT_RULES
from xiezuo.extract.meetings import RULES as MEETING_RULES
from xiezuo.extract.meetings import meetings
from xiezuo.extract.partnerships import RULES as PARTNERSHIP_RULES
from xiezuo.extract.partnerships import is_relief, names_programme, partnerships
from xiezuo.extract.scene import Scene
from xiezuo.extract.secondments import RULES as SECONDMENT_RULES
from xiezuo.extract.secondments import secondments
from xiezuo.extract.sides import nationwide
from xiezuo.extract.signings import RULES as CEREMONY_RULES
from xiezuo.extract.visits import visits
from xiezuo.model import Article, Assertion, Mention, Partnership, Place

Extractor = Callable[[Scene], Iterator[Assertion]]

EXTRACTORS: dict[str, Extractor] = {
    "domains": domains,
    "ceremonies": ceremonies,
    "meetings": meetings,
    "visits": visits,
    "agreements": agreements,
    "appointments": appointments,
    "secondments": secondments,
    "indicators": indicators,
}
"""What each kind is read by, after the partnerships."""

RULES: tuple[Rule, ...] = (
    *PARTNERSHIP_RULES,
    *DOMAIN_RULES,
    *CEREMONY_RULES,
    *MEETING_RULES,
    *VISIT_RULES,
    *AGREEMENT_RULES,
    *APPOINTMENT_RULES,
    *SECONDMENT_RULES,
    *INDICATOR_RULES,
)
"""Every rule, with its examples; its id is what :attr:`Evidence.rule` names."""


def _in_one_province(scene: Scene) -> bool:
    """Whether an article names places of one province only, and not the programme as a whole."""
    provinces = {mention.place.province for mention in scene.places if mention.place}
    return len(provinces) == 1 and not nationwide(scene.article)


def extract(
    article: Article, mentions: Sequence[Mention], home: Place | None = None
) -> Iterator[Assertion]:
    """Yield what an article states, partnerships first.

    Args:
        article: the article.
        mentions: what :func:`xiezuo.find.find` found in it.
        home: the place that 我市 means, where the document or the user says so.
    """
    if not names_programme(article, mentions):
        return
    home = home_of(article, mentions, home)
    everything = tuple(mentions)
    if ours := tuple(deictics(article, mentions, home)):
        everything = tuple(sorted((*everything, *ours), key=lambda m: m.span.start))
    scene = Scene(article, everything, home)
    found = list(partnerships(scene))
    if not found:
        # 东部8个省市投入231.9亿元 names no pair and is of the programme all the same, and so is
        # 17个省市选派2114名援藏干部人才, with whoever speaks of them.
        other = _in_one_province(scene) or is_relief(article.text)
        sent = [] if other else list(secondments(scene))
        yield from (*sent, *(appointments(scene) if sent else ()))
        yield from indicators(scene)
        return
    reported = [a.fact for a in found if isinstance(a.fact, Partnership)]
    pairs = dict.fromkeys(fact.pair for fact in reported)
    side = home_among(article, mentions, tuple(pairs)) if home is None else None
    if side is not None:
        yield from extract(article, mentions, side)
        return
    yield from found
    scene = scene.about(tuple(pairs), (fact.pair for fact in reported if fact.ended))
    for extractor in EXTRACTORS.values():
        yield from extractor(scene)
