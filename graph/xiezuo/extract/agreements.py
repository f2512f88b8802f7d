"""Agreements: documents, by title, that the sides sign or work under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xiezuo.extract.grammar import Rule
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Agreement,
    Assertion,
    PairMention,
    Party,
    Place,
    PlaceMention,
    WorkMention,
)

_SIGN = "(?:签署|签订|签定|签下|签|达成|缔结|印发|出台|制定|审议|通过|完善)"

RULES = (
    Rule(
        "agreement.signed",
        f"{_SIGN}(?:了)?[^。；！？\n]{{0,24}}?{{works:works}}",
        0.95,
        examples=("江宁区与陕西省洛南县召开东西部协作联席会议，签署《东西部协作框架协议》。",),
        counterexamples=("江宁区与陕西省洛南县召开东西部协作联席会议，学习《条例》。",),
    ),
    Rule(
        "agreement.titled",
        "{works:works}",
        0.9,
        examples=("江宁区与陕西省洛南县商定《深化东西部协作规划》。",),
        counterexamples=(
            "江宁区与陕西省洛南县演出东西部协作情景剧《山海情》。",
            "江宁区与陕西省洛南县落实《江苏省乡村振兴局关于东西部协作协议任务分解的通知》。",
        ),
    ),
)

_SHORTEST = 4
"""《协议》 and 《规划》 refer to a document; they are not its title."""

_TAIL = "(?:（[^）]*）|\\([^)]*\\))?$"
_JOINT = re.compile(f"(?:协议书?|备忘录|合同|意向书|协定|倡议书?|框架){_TAIL}")
_ONE_SIDED = re.compile(f"(?:机制|规划|方案|计划|要点|清单|通知|意见|办法|安排){_TAIL}")
_ISSUER = re.compile(
    "(?:[局厅委办部]|政府|办公室|领导小组)关于.*(?:通知|意见|方案|办法|批复|函)》?$"
)
"""Titles of what one body sends to others: 某省乡村振兴局关于…的通知."""
_NOTICE = re.compile(f"(?:通知|意见|办法){_TAIL}")
"""What one side tells its own, unless the title has both: 《关于建立甲市与乙市关系的通知》."""
_TOGETHER = re.compile("双方|共同|联合|两[地省市县区]|签署|签订|共商|商定|[·•—]")
_ISSUED = 16
"""How many characters before a title can say who issued it."""

_OF_STATE = re.compile("国务院|中央|国家|办公厅|关于印发|部分省市|东部地区|革命老区重点|关于下达")
_COOPERATION = re.compile("协作|合作|帮扶|支援|援[疆藏青]|扶贫|结对|共建|劳务|消费|协议|战略")


def agreements(scene: Scene) -> Iterator[Assertion]:
    """Yield each document of the cooperation once, by the rule that says most about it."""
    seen: set[str] = set()
    for match in scene.marked.matches(RULES):
        for mention in match.mentions("works"):
            if not isinstance(mention, WorkMention) or mention.title in seen:
                continue
            if not _is_joint(scene, mention):
                continue
            seen.add(mention.title)
            parties: dict[Party, None] = {}
            for pair in scene.pairs_at(match.span.start):
                parties[pair.supporter] = parties[pair.recipient] = None
            yield scene.state(Agreement(mention.title, tuple(parties)), match.rule, mention.span)


def _is_joint(scene: Scene, mention: WorkMention) -> bool:
    """Whether a document is one of the sides together, not a plan or notice of one of them."""
    title = mention.title
    if len(title) < _SHORTEST or not _COOPERATION.search(title) or _ISSUER.search(title):
        return False
    if _JOINT.search(title):
        return True
    before = scene.article.text[max(0, mention.span.start - _ISSUED) : mention.span.start]
    if not _ONE_SIDED.search(title) or _OF_STATE.search(f"{before}{title}"):
        return False
    if _NOTICE.search(title):
        return _names_both(scene, mention)
    sentence = scene.article.sentence_at(mention.span.start).of(scene.article.text)
    return bool(_TOGETHER.search(f"{title}，{sentence}")) or _names_both(scene, mention)


def _names_both(scene: Scene, mention: WorkMention) -> bool:
    """Whether a title has both sides of a pair: 《甲省与乙省对口合作工作实施方案》."""
    named: set[Place | None] = set()
    for one in scene.mentions:
        if mention.span.contains(one.span):
            if isinstance(one, PlaceMention):
                named.add(one.place)
            # 《京沈对口合作实施方案》 is of both, 《省级苏陕协作资金管理办法》 of the province.
            elif isinstance(one, PairMention) and one.span.start == mention.span.start + 1:
                named |= {one.first, one.second}
    return any(pair.supporter in named and pair.recipient in named for pair in scene.pairs)
