"""Partnerships: which places an article reports as paired.

Every statement that links an eastern and a western place (:mod:`xiezuo.extract.hints`) adds to
the weight of their pair: frames that name a pairing weigh most, places that only stand in one
sentence about the programme weigh little. A pair is reported once its weight passes a threshold;
an article that names no programme reports none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from xiezuo.extract.bonds import RULES as BOND_RULES
from xiezuo.extract.changes import RULES as CHANGE_RULES
from xiezuo.extract.direction import same_level
from xiezuo.extract.errands import RULES as ERRAND_RULES
from xiezuo.extract.errands import listed
from xiezuo.extract.frames import (
    ABBREVIATION,
    AIDING,
    ARTICLE,
    DECISIVE,
    THANKS,
    TITLED,
    TOGETHER,
)
from xiezuo.extract.frames import RULES as FRAME_RULES
from xiezuo.extract.grammar import Rule
from xiezuo.extract.hints import (
    hints_of,
    hints_of_article,
    hints_of_parts,
)
from xiezuo.extract.implied import implied_cues, may_imply, may_pair, spoken_cues
from xiezuo.extract.links import (
    AIDED,
    Hint,
    is_aid,
    is_of_city,
    is_prefecture,
    is_share,
    raised,
)
from xiezuo.extract.rosters import RULES as ROSTER_RULES
from xiezuo.extract.scene import Scene
from xiezuo.extract.unsaid import RULES as UNSAID_RULES
from xiezuo.extract.unsaid import SPREAD
from xiezuo.extract.worksites import RULES as WORKSITE_RULES
from xiezuo.extract.worksites import counties_of_towns, divisions_beside, parts_named_after
from xiezuo.gazetteer import gazetteer
from xiezuo.lexicon import programmes_in
from xiezuo.mentions import areas, may_abbreviate
from xiezuo.model import Article, Assertion, Level, Mention, Pair, Partnership, Place, Span
from xiezuo.values import replace

RULES = (
    *FRAME_RULES,
    *CHANGE_RULES,
    *ROSTER_RULES,
    *WORKSITE_RULES,
    *UNSAID_RULES,
    *BOND_RULES,
    *ERRAND_RULES,
)
"""Every rule for partnerships."""

DEFAULT = ("east-west-cooperation",)
"""What 京蒙协作 means where the article names no programme."""

THRESHOLD = 2.0
"""The weight from which a pair is reported; set on the development articles."""

_VAGUE = (AIDING, TOGETHER, ARTICLE)
"""Rules that do not say who supports whom."""

_OF_ALL = frozenset((ABBREVIATION, TITLED, SPREAD))
"""Rules that tell of provinces, within whose pair that of two cities can be told as well."""

_ALOUD = 1.0
"""The weight from which an abbreviated pair is more than rhetoric: 闽宁协作, not 闽宁情."""

OFTEN = 3
"""So often an article names the two places that it is about."""

_FAR = 3.0
"""So many times heavier a pair is that one which it repeats and which is only hinted at is not."""

FIRM = 2.5
"""The weight from which a pair counts beside one that it repeats above or below."""
_EPIDEMIC = re.compile("疫情|疫”|新冠|方舱|核酸|疾控|凯旋")
_DISASTER = re.compile("驰援|救灾|抗灾|抗洪|抢险|灾情")
_STRUCK = re.compile("暴雨|洪水|洪涝|洪灾|强降雨|内涝|台风|泥石流")
_STANDING = re.compile("东西部|扶贫|协作|帮扶|援[疆藏青川]|结对|对口合作|三峡|地震|灾后")
"""Words of the programmes, in a text that also speaks of an epidemic."""


def names_programme(article: Article, mentions: Sequence[Mention]) -> bool:
    """Whether an article speaks of a programme: one that does not reports no partnership.

    Of the mentions only the places and pairs count, and they where the words do not decide.
    """
    if programmes_in(article.text) or next(spoken_cues(article.text), None) is not None:
        return True
    if not may_pair(article.text) and not (may_imply(article.text) and may_abbreviate(mentions)):
        return False
    return bool(implied_cues(Scene(article, tuple(areas(mentions)))))


def partnerships(scene: Scene) -> Iterator[Assertion]:
    """Yield each pair that the article reports, once for each sentence that supports it."""
    cues = programmes_in(scene.article.text)
    spans = [*(span for span, _ in cues), *implied_cues(scene)]
    if not spans or is_relief(scene.article.text):
        return
    found = hints_of(scene, spans)
    accepted = _accepted(scene, found) or _accepted(
        scene, [*found, *hints_of_article(scene, THRESHOLD)]
    )
    accepted += [(hint.pair, [hint]) for hint in _inner(scene, [pair for pair, _ in accepted])]
    told = [hint for _, hints in accepted for hint in hints]
    pairs = {pair for pair, _ in accepted}
    for hint in (
        *counties_of_towns(scene, told),
        *parts_named_after(scene, told),
        *divisions_beside(scene, told),
        *listed(scene, told),
    ):
        if hint.pair not in pairs:
            pairs.add(hint.pair)
            accepted.append((hint.pair, [hint]))
    programmes = tuple(dict.fromkeys(name for _, name in cues)) or DEFAULT
    for pair, hints in accepted:
        named = {name for hint in hints for name in _programmes_at(scene, hint, cues)}
        for hint in sorted(hints, key=lambda hint: hint.trigger.start):
            fact = Partnership(
                pair, tuple(sorted(named)) or programmes[:1], hint.start, hint.end, hint.ended
            )
            yield scene.state(fact, hint.rule, hint.trigger)


def is_relief(text: str) -> bool:
    """Whether a text tells of help against an epidemic or a flood, and of no standing programme."""
    epidemic = "医疗队" in text and _EPIDEMIC.search(text)
    flood = _STRUCK.search(text) and _DISASTER.search(text) if not epidemic else None
    return bool(epidemic or flood) and _STANDING.search(text) is None


def _inner(scene: Scene, accepted: Sequence[Pair]) -> Iterator[Hint]:
    """The pair that an article is about, where only the pair around it is said aloud."""
    parts = list(hints_of_parts(scene, accepted, THRESHOLD))
    yield from parts
    if parts or len(accepted) != 1 or accepted[0].recipient.level is not Level.PROVINCE:
        return
    for hint in hints_of_article(scene, THRESHOLD, OFTEN):
        if any(hint.pair.inside(pair) for pair in accepted) and same_level(hint.pair):
            yield hint


def _programmes_at(scene: Scene, hint: Hint, cues: Sequence[tuple[Span, str]]) -> Iterator[str]:
    """The programmes that the hint's sentence names."""
    sentence = scene.article.sentence_at(hint.trigger.start)
    start, end = sentence.start, sentence.end
    return (name for span, name in cues if start <= span.start and span.end <= end)


def _accepted(scene: Scene, hints: Sequence[Hint]) -> list[tuple[Pair, list[Hint]]]:
    """The pairs whose hints weigh enough, the heaviest first, each with its best hint a sentence.

    A pair of two levels (a city and a province), or one that only stands together in a sentence
    or two, counts only where it does not repeat a better one above or below it, or a frame says
    it outright.
    """
    best = _best(scene, hints)
    weights = {pair: sum(h.weight for h in found.values()) for pair, found in best.items()}
    rules = {
        pair: {h.rule for h in found.values() if h.rule != ABBREVIATION or h.weight >= _ALOUD}
        for pair, found in best.items()
    }
    vague = {pair for pair, used in rules.items() if used <= {AIDING, TOGETHER}}
    accepted: list[Pair] = []
    for pair in sorted(best, key=lambda p: (p in vague, not _fits(p), -weights[p], p)):
        if weights[pair] < THRESHOLD:
            continue
        told = bool(rules[pair] & DECISIVE)
        plain = weights[pair] >= FIRM or (_fits(pair) and pair not in vague)
        above = [
            other
            for other in accepted
            if _repeats(pair, other) and not (same_level(pair) and rules[other] <= _OF_ALL)
        ]
        taking = {o.recipient for o in accepted if rules[o] & DECISIVE}
        if rules[pair] <= {TOGETHER} and pair.supporter in taking:
            continue  # 甲区多了乙县，此前对口帮扶的丙县圆满收官: 丙 helps nobody
        if pair in vague and any(weights[o] > _FAR * weights[pair] for o in above):
            continue
        # Of Tibet and Xinjiang a text may name the prefecture and its counties, not just one.
        telling = [
            o
            for o in above
            if rules[o] & DECISIVE and o.recipient.code not in AIDED and not _is_delegated(o, pair)
        ]
        aid = is_aid(pair) and len(telling) != 1
        aid = aid or (is_share(pair) and all(map(is_aid, above)))
        ours = same_level(pair) and scene.home in (pair.supporter, pair.recipient)
        if (
            told
            or ours
            or (plain and (aid or not is_aid(pair) or pair not in vague))
            or aid
            or not above
        ):
            accepted.append(pair)
    accepted = _without_vague(accepted, rules, vague)
    accepted.sort(key=lambda p: (-weights[p], p))
    return [(pair, list(best[pair].values())) for pair in accepted]


def _without_vague(
    accepted: list[Pair], rules: Mapping[Pair, set[Rule]], vague: set[Pair]
) -> list[Pair]:
    """The pairs without those that only stand near one another and that others explain better."""
    loose = {
        p
        for p, used in rules.items()
        if used <= {*_VAGUE, THANKS} and not (_fits(p) and _is_known(p))
    }
    large = {p for p in accepted if _is_of_municipality(p) and not rules[p] & DECISIVE}
    firm = [pair for pair in accepted if pair not in vague]
    accepted = [p for p in accepted if rules[p] & DECISIVE or not _is_shared(p, accepted)]
    return [
        pair
        for pair in accepted
        if not (pair in vague | loose and _is_shared_out(pair, accepted))
        and not (pair in large and _is_shared_out(pair, accepted))
        and not (pair in vague and (_is_crossed(pair, firm) or _is_astride(pair, firm)))
        and not (not rules[pair] & DECISIVE and _is_led(pair, accepted))
        and not (pair in vague and is_share(pair) and _is_told_of(pair, firm))
    ]


def _best(scene: Scene, hints: Sequence[Hint]) -> dict[Pair, dict[int, Hint]]:
    """The heaviest hint of each pair in each sentence, with what any of them there dates."""
    best: dict[Pair, dict[int, Hint]] = defaultdict(dict)
    told = {hint.pair for hint in hints if hint.rule not in _VAGUE}
    shares = [pair for pair in told if is_share(pair)]
    whole = {mention.place for mention in scene.places}
    for given in hints:
        named = given.pair.supporter.province in whole
        pair = raised(given.pair) if named and given.pair not in told else given.pair
        if pair != given.pair and any(share.inside(given.pair) for share in shares):
            continue  # The city's share is told: its guests from the prefecture are no pair.
        hint = replace(given, pair=pair)
        sentence = scene.sentence_index(hint.trigger.start)
        of_pair = best[hint.pair]
        known = of_pair.get(sentence, hint)
        heavier = hint if hint.weight > known.weight else known
        of_pair[sentence] = replace(
            heavier,
            start=heavier.start or hint.start or known.start,
            ended=hint.ended or known.ended,
        )
    return best


def _fits(pair: Pair) -> bool:
    """Whether the sides stand on levels that support one another."""
    return same_level(pair) or (is_share(pair) and not is_prefecture(pair.recipient))


def _is_known(pair: Pair) -> bool:
    """Whether two provinces are partners by other reports; of lower places nothing is asked."""
    whole = pair.recipient.level is Level.PROVINCE
    return not whole or pair.recipient in gazetteer().partners(pair.supporter)


def _is_shared_out(pair: Pair, accepted: Sequence[Pair]) -> bool:
    """Whether the article says which part of Tibet or Xinjiang the supporter supports.

    Or, of a pair of uneven levels or with a whole region, which of its parts are paired.
    """
    whole = pair.recipient.code in AIDED or not _is_known(pair)
    wide = whole or _is_of_municipality(pair) or not (_fits(pair) or is_aid(pair))
    return any(
        other != pair
        and (other.supporter.within(pair.supporter) if wide else other.supporter == pair.supporter)
        and other.recipient.within(pair.recipient)
        and (wide or is_aid(other))
        for other in accepted
    ) or any(
        other.supporter == pair.supporter and is_of_city(other.recipient, pair.recipient)
        for other in accepted
    )


def _is_of_municipality(pair: Pair) -> bool:
    """Whether a city would support a whole municipality: it supports a district of it."""
    recipient = pair.recipient
    whole = recipient.level is Level.PROVINCE and recipient.name.endswith("市")
    return whole and pair.supporter.level is not Level.PROVINCE


def _is_crossed(pair: Pair, firm: Sequence[Pair]) -> bool:
    """Whether both sides are paired with others of the level: a sentence names two pairs."""
    return any(
        p.supporter == pair.supporter and p.recipient.level is pair.recipient.level for p in firm
    ) and any(
        p.recipient == pair.recipient and p.supporter.level is pair.supporter.level for p in firm
    )


def _is_astride(pair: Pair, firm: Sequence[Pair]) -> bool:
    """Whether a part of the supporter helps the recipient, and the supporter what it lies in."""
    return any(
        p.recipient == pair.recipient and p.supporter != pair.supporter and p.inside(pair)
        for p in firm
    ) and any(
        p.supporter == pair.supporter and p.recipient != pair.recipient and pair.inside(p)
        for p in firm
    )


def _is_shared(pair: Pair, accepted: Sequence[Pair]) -> bool:
    """Whether both sides support a third: two givers in a sentence."""
    aided = {p.recipient for p in accepted if p.supporter == pair.supporter}
    return any(p.recipient in aided for p in accepted if p.supporter == pair.recipient)


def _is_led(pair: Pair, accepted: Sequence[Pair]) -> bool:
    """Whether both sides are supported by a third: two recipients in a sentence."""
    helpers = {p.supporter for p in accepted if p.recipient == pair.supporter}
    return any(p.supporter in helpers for p in accepted if p.recipient == pair.recipient)


def _is_told_of(pair: Pair, firm: Sequence[Pair]) -> bool:
    """Whether a city's share is told to be another county of the prefecture."""
    recipient = pair.recipient
    return any(
        p.supporter == pair.supporter
        and p.recipient.level is recipient.level
        and p.recipient.parent == recipient.parent
        for p in firm
    )


def _is_delegated(part: Pair, pair: Pair) -> bool:
    """Whether a city does its share (甲市支援乙县) of what its province does: 某省援疆."""
    return part.supporter != pair.supporter and is_share(part) and part.inside(pair)


def _repeats(pair: Pair, other: Pair) -> bool:
    """Whether both sides of two pairs are the same or lie in one another."""
    return _related(pair.supporter, other.supporter) and _related(pair.recipient, other.recipient)


def _related(one: Place, other: Place) -> bool:
    return one.within(other) or other.within(one)


__all__ = ["RULES", "names_programme", "partnerships"]
