"""Parks, schools and hospitals that the cooperation builds or that bear its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xiezuo.extract.scene import PLACE_BLOT, Scene
from xiezuo.lexicon import classify, domains_in
from xiezuo.model import OrganizationMention, PairMention, PlaceMention, Span

JOINT = re.compile("[协合]作|帮扶|扶贫|援")
"""Words of a name or a list that make it the cooperation's own."""

_BUILDS = "(?:援建|新建|共建|建设|建成|建起|打造|推进|兴建|改建|扩建|共同建)"
_FOUNDS = re.compile(f"(?:{_BUILDS}[^，。；：]{{0,10}}|援建[^，。；：]{{0,24}})$")
_BUILT = re.compile(f".*?{_BUILDS}了?(?=.{{3}})")
"""A verb that has been read as part of a body's name: 建起冷链分拣中心."""
_OPENS = re.compile("[^，。；：]{0,12}(?:奠基|开工|竣工|落成|揭牌|启用|投用|占地|入驻|建设)")
_INSTITUTION = {
    "park": re.compile(
        "(?:产业园|产业园区|工业园|高新区|示范园|物流园|科技园|创业园|园区|合作区|飞地)$"
    ),
    "health": re.compile("(?:医院|卫生院|卫生室|医疗中心|卫生服务中心|综合楼|门诊楼|住院楼)$"),
    "education": re.compile("(?:学校|小学|中学|高中|学院|幼儿园|教学楼|实训楼)$"),
    "logistics": re.compile("(?:物流园|物流中心|分拣中心|冷链中心|冷库|冷链仓|仓储中心)$"),
    "science": re.compile("(?:研究院|研发中心|实验室|创新中心|科技小院)$"),
    "social": re.compile("(?:敬老院|养老院|福利院|养老服务站|养老中心)$"),
    "culture": re.compile("(?:图书馆|文化馆|文化中心|博物馆|展览馆|文化广场)$"),
    "industry": re.compile("(?:车间|工厂|生产线)$"),
    "agriculture": re.compile(
        "(?:种植基地|养殖基地|(?:果|茶|菜|菌|茶叶|产业)基地|良种场|合作社|农场|牧场|大棚)$"
    ),
    "training": re.compile("(?:培训中心|培训基地|实训基地)$"),
}


def institutions(
    scene: Scene, sentence: Span, words: str
) -> Iterator[tuple[Span, tuple[str, ...], str]]:
    """The bodies of a sentence that the cooperation builds or owns.

    Args:
        scene: the article.
        sentence: where the sentence stands.
        words: the sentence, its names blotted out.

    Returns:
        For each such body its span, the domains that its name means, and what tells of it:
        "founded", "opened" or "of the cooperation".
    """
    for body in scene.bodies_in(sentence):
        kinds = [domain for domain, suffix in _INSTITUTION.items() if suffix.search(body.name)]
        if not kinds:
            continue
        built = _BUILT.match(body.name) if len(body.name) == len(body.span) else None
        span = Span(body.span.start + (built.end() if built else 0), body.span.end)
        start, end = body.span.start - sentence.start, body.span.end - sentence.start
        if built or _FOUNDS.search(words[:start]):
            sign = "founded"
        else:
            sign = "opened" if _OPENS.match(words, end) else "of the cooperation"
        for domain in kinds:
            if sign != "of the cooperation" or _is_joint(scene, body, domain):
                yield span, _meant(scene, span, domain), sign


def _meant(scene: Scene, span: Span, domain: str) -> tuple[str, ...]:
    """What a body's name means; a park is also of the field that its name says."""
    if domain != "park":
        return (domain,)
    plain = _placeless(scene, span)
    named = {name for _, names in domains_in(plain) for name in names}
    return tuple(dict.fromkeys((domain, *(n for n in classify(plain) if n in named))))


_STAFF = re.compile("干部|人才|队员")
"""Who is sent: 援疆干部人才某医院, where no sign parts them from the body that they come from."""


def _is_joint(scene: Scene, body: OrganizationMention, domain: str) -> bool:
    """Whether a body is the cooperation's own, by its name: 闽宁产业园, 京蒙协作奶牛养殖基地.

    A park is, too, that bears the name of the side that supports.
    """
    if JOINT.search(body.name):
        return not _STAFF.search(body.name)
    return any(
        isinstance(mention, PairMention)
        or (
            domain == "park"
            and isinstance(mention, PlaceMention)
            and mention.place is not None
            and scene.side_of(mention.place) == "supporter"
        )
        for mention in scene.mentions
        if body.span.contains(mention.span)
    )


def _placeless(scene: Scene, span: Span) -> str:
    """The words of a span without the names of places, which mean nothing of a field."""
    words = span.of(scene.article.text)
    for mention in scene.mentions:
        if isinstance(mention, PlaceMention) and span.contains(mention.span):
            start = mention.span.start - span.start
            words = (
                words[:start] + PLACE_BLOT * len(mention.span) + words[start + len(mention.span) :]
            )
    return words.replace(PLACE_BLOT, "")
