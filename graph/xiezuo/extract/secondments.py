"""Secondments: who is sent from one side to the other, by name, as a group or as a team."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xiezuo.extract import secondees, taskforces
from xiezuo.extract.grammar import MARKS, Match, Rule
from xiezuo.extract.postings import Posting, Sides, postings, related, sides_at
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Assertion,
    OrganizationMention,
    Place,
    QuantityMention,
    Secondment,
    SecondmentKind,
)

_AID = "援{place}|东西部|对口支援|挂职|援派|选派|派驻|支教|支医|支农|帮扶|协作|扶贫|援建"
_QUALITY = (
    f"(?:{_AID}|优秀|年轻|骨干|党政|领导|专业|技术|专技|教育|医疗|卫生|农业|农技|科技|管理|各类|各级|柔性"
    "|旅游|文旅|规划|金融|水利|城建|园林|青年|中青年|紧缺|急需|名|高级|县处级|处级|科级|后备|乡镇|中小学|中学|小学|高中|初中|幼儿园|基层|的)*"
)
_ROLE = (
    "(?:干部人才|干部|人才|教师|老师|校长|园长|医生|医师|医护人员|医务人员|医务工作者|医疗人员|技术人员|科技人员|技术骨干|教练员|教练|“(?:三支|\ue005)”人员"
    "|(?:支教|支医|支农|挂职|选派|帮扶|援派)人员"
    "|专业人员|专技人员|业务人员|工作人员|专家|护士|特派员|农技员|队员|骨干|管理人员)"
)
_NOUN = f"{_QUALITY}{_ROLE}"
_NOUNS = f"{_NOUN}(?:[、和及]{_NOUN})*"
# The last word of a text that is cut in mid-word.
_CUT = r"(?:专业?技?术?|党政?干?|技术?|教|医)\Z"
_AIDERS = f"{_QUALITY}(?:{_AID}){_QUALITY}{_ROLE}"
_SEND = "(?:选派|派出|派驻|援派|选调|增派|互派|委派|派遣|选送|抽调|输送|下派|派来|挑选出?|选出)"
_BATCH_NAME = "(?:第[0-9一二三四五六七八九十]+批(?:次的?)?)"
# Teams that are counted like people: 援藏队伍共58人, “组团式”援藏医疗队19人.
_CREW = (
    f"(?:援{{place}}|支教|支医|帮扶|组团式”?){_QUALITY}(?:工作|服务)?(?:队伍|队(?!员)|团队|专家组)"
)
_CLAUSE = "[^，。；！？\n]"

GROUPS = (
    Rule(
        "secondment.counted",
        f"(?:(?<!“){{n:quantity}}|(?P<one>(?<=[^\n：])一[名位])){_BATCH_NAME}?"
        f"(?:的?{{place}}(?:{_BATCH_NAME}|籍|来{_CLAUSE}{{0,8}}?)?|[^，。；！？\n\ue005]{{1,18}}?的)?"
        f"(?P<noun>(?>{_NOUNS})|{_CREW}|同志|{_CUT})(?!代表|作|家属|培训|{_CLAUSE}{{0,4}}计划)"
        "(?:(?:（[^（）]{1,10}）)?，?(?:共计?|累计|合计|总计|达)?{t:quantity})?"
        f"|(?P<behind>{_NOUN}|{_CREW})(?:互派|交流)?(?:挂职|任职|支教|支医)?"
        "(?:共计?|共?有|约|近|超过|达|累计|合计|分别为|各|一行|（)?"
        "(?:{q:quantity}、?(?={quantity}))?{m:quantity}",
        0.85,
        examples=(
            "江宁区与陕西省洛南县开展东西部协作，江宁区选派15名党政干部赴洛南县挂职。",
            "江宁区与陕西省洛南县开展东西部协作，两地互派专业技术人才6名。",
            "江宁区与陕西省洛南县开展东西部协作，江宁区选派四批挂职干部共16名到洛南县。",
            "江宁区与陕西省洛南县开展东西部协作，江宁区选派20人赴洛南县。其中，教师12名、医生8名。",
            "江宁区与陕西省洛南县开展东西部协作，江宁区将选派15名党政干部赴洛南县挂职。",
            "江苏省与陕西省开展东西部协作，57名第三批援陕干部人才抵达洛南县。",
            "江苏省与陕西省开展东西部协作，第三批援陕队伍共58人，分赴洛南县等地。",
        ),
        counterexamples=(
            "江宁区与陕西省洛南县开展东西部协作，培训党政干部15名。",
            "江宁区与陕西省洛南县开展东西部协作，每年选派挂职干部不少于2名。",
            "江宁区与陕西省洛南县开展东西部协作，挂职干部中有“80后”干部2名。",
            "江宁区与陕西省洛南县开展东西部协作，洛南县曾派出20名医护人员驰援江宁区抗疫。",
        ),
    ),
    Rule(
        "secondment.part",
        # 支教12人、支医8人; 其中组团式援疆12人
        "(?:组团式援{place}|组团式|援{place}|支教|支医|支农|”计划){n:quantity}(?=[，、。；（]|$)",
        0.8,
        examples=("江宁区与陕西省洛南县开展东西部协作，江宁区选派支教12人、支医8人到洛南县。",),
        counterexamples=("江宁区与陕西省洛南县开展东西部协作，支教培训12人。",),
    ),
    Rule(
        "secondment.number",
        f"{_SEND}(?:了|的)?(?:{{b:quantity}})?{{n:quantity}}(?=[、，。分均赴到来进启对前]|$)",
        0.8,
        examples=("江宁区与陕西省洛南县开展东西部协作，江宁区选派的3人赴洛南县挂职。",),
    ),
    Rule(
        "secondment.team",
        f"{{team:org}}(?:共|共有|一行)?{{n:quantity}}(?!{_ROLE})|{{m:quantity}}{{crew:org}}员",
        0.8,
        examples=("江苏省与陕西省开展东西部协作，江苏省援陕医疗队19人到洛南县义诊。",),
        counterexamples=("江苏省与陕西省开展东西部协作，洛南县人民医院19人受表彰。",),
    ),
    Rule(
        "secondment.led",
        f"(?:带领|带着|率领|和|与|同){{n:quantity}}(?:的)?(?P<noun>(?:{_QUALITY}(?:{_ROLE}|同事|援友|团队)))"
        f"(?:一起|一同|一道)?(?:来到|抵达|到任|到达|进驻|奔赴|远赴|前往|赴|到|进)"
        "(?:{party}|这里|当地|我[省市区县州旗盟])",
        0.8,
        examples=(
            "江宁区与陕西省洛南县开展东西部协作，5月，王明远和12名同事来到洛南县，开始三年的工作。",
            "江宁区与陕西省洛南县开展东西部协作，王明远带领5名队员来到洛南县。",
            "江宁区与陕西省洛南县开展东西部协作，他带着9名同事来到这里，开始三年的工作。",
        ),
        counterexamples=("江宁区与陕西省洛南县开展东西部协作，王明远和12名同事座谈。",),
    ),
    Rule(
        "secondment.visited",
        f"(?:慰问|看望|接见|会见|欢送|走访|迎接)了?{_CLAUSE}{{0,20}}?(?P<noun>{_AIDERS}(?:[、和及]{_NOUN})*)",
        0.75,
        examples=("江宁区与陕西省洛南县开展东西部协作，座谈会后慰问了洛南县在江宁区的挂职干部。",),
        counterexamples=("江宁区与陕西省洛南县开展东西部协作，切实发挥挂职干部的桥梁纽带作用。",),
    ),
    Rule(
        "secondment.batch",
        f"第[0-9一二三四五六七八九十]+批(?P<noun>{_AIDERS}){_CLAUSE}{{0,10}}?"
        "(?:抵达|启程|奔赴|赴|出发|出征|到岗|到达|进驻)",
        0.75,
        examples=("江苏省与陕西省开展东西部协作，江苏省第三批援陕干部人才启程。",),
        counterexamples=("江苏省与陕西省开展东西部协作，第三批援陕干部人才要牢记使命。",),
    ),
    Rule(
        "secondment.sent",
        f"(?P<to>向{{place}}(?:先后|累计)?)?{_SEND}了?(?:一?大?批|多批|多名|若干名|一批批|{{b:quantity}})?"
        f"(?P<noun>{_NOUNS})(?(to)|(?=(?:赴|到|来|进|至|前往|奔赴){_CLAUSE}{{0,3}}{{place}}))",
        0.75,
        examples=(
            "江宁区与陕西省洛南县开展东西部协作，江宁区选派了大批干部到洛南县挂职。",
            "江宁区与陕西省洛南县开展东西部协作，江宁区向洛南县派出了多批教师。",
        ),
    ),
    Rule(
        "secondment.aided",
        # 浙江援川干部人才, 西宁在南京挂职干部, 来赤峰市挂职的北京干部
        f"(?:{{place}}(?<!是\ue000)(?<!为\ue000)(?<!叫\ue000)(?:{_BATCH_NAME}|历届|历批|各批|全体|广大)?"
        f"(?:援{{place}}|(?:在|驻|赴|派驻)(?:{{place}}|[省市县区州旗盟])的?(?:挂职|帮扶|支教|支医|援派))(?P<noun>{_NOUN})"
        f"|(?:在|来|到|赴){{place}}(?:挂职|支教|支医|帮扶)(?:的{{place}})?(?P<guest>{_NOUN})"
        # 对援青干部人才的关心爱护, 关心关爱援疆干部人才
        # 福建医疗帮扶团队
        f"|{{place}}(?P<crew>{_QUALITY}(?:帮扶|支援|支教|支医)(?:团队|专家团队|专家组|医疗队|专家))"
        f"|(?:关心|关爱|爱护|感谢|支持|对|一批批|一批又一批)(?:全体|广大|各批|历届|{{place}})?(?P<cared>{_AIDERS})(?!来说|而言))"
        "(?!(?:总?领队|名单|选派|选拔|管理|培训|轮换|联络|之家|公寓|楼|代表|[、，]?[\ue002\ue007]))",
        0.7,
        examples=(
            "江苏省与陕西省开展东西部协作，省领导感谢陕西省对江苏援陕干部人才的关心爱护。",
            "江宁区与陕西省洛南县开展东西部协作，洛南县在江宁区挂职干部参加活动。",
            "江宁区与陕西省洛南县开展东西部协作，在来洛南县挂职的江宁区干部的帮助下，产业兴起。",
        ),
        counterexamples=(
            "江宁区与陕西省洛南县开展东西部协作，会议部署江苏援陕干部选派工作。",
            "江宁区与陕西省洛南县开展东西部协作，王明远是江苏援陕干部。",
        ),
    ),
)
RULES = (*GROUPS, *taskforces.RULES, *secondees.RULES)
_COUNTED, _PART, _NUMBER, _TEAM, _LED, _VISITED, _BATCH, _SENT, _AIDED = GROUPS

_LOOSE = (_BATCH, _VISITED, _AIDED)
"""Rules for groups without a number, which the article may give elsewhere."""

_NAMED_BY = ("noun", "behind", "guest", "crew", "cared")
_PEOPLE_UNITS = ("人", "名", "位", "人次", "个", "")
_BATCHES = ("批", "批次")
_SENTENCE = re.compile("[^。；！？\n]+")
_CONTEXT = re.compile(
    f"{_SEND}|挂职|支教|支医|支农|援[\ue000疆藏青]|启程|奔赴|进藏|赴|柔性引进|组团式|轮换|跟岗|跟班|任教|同事|援友"
    "|对口支援工作|帮扶工作|(?:帮扶|支援)(?:团队|专家|医疗队)|抵达|医疗队|支教队|工作队"
)
_NOT_SENT = re.compile(
    "培训|轮训|培养|培育|带教|就业|务工|参会|参加|出席|评选|表彰|引进|招聘|考察|接诊|[0-9]后”?$"
)
_ELSEWHERE = re.compile("驰援|抗疫|抗击|抗震|救灾")
"""What is help in an emergency, no secondment."""
_TRAINED = re.compile("(?<!岗前)(?<!行前)(?<!后)(?<!前)培训|进修")
_PLANNED = re.compile("(?<!即)将(?!军)|计划(?![”》])|拟|要(?!求)|希望|预计|力争|争取")
_SENDING = re.compile(_SEND)
_SERVING = re.compile("挂职|支教|支医|跟岗|帮扶|援")
_AID_TEAM = re.compile("(?:援|组团式|支教|支医|对口).*(?:队|组|团队)$")
_NUMERAL = re.compile(f"{MARKS[QuantityMention]}|一[名位]")
_TEAMED = re.compile(
    f"{MARKS[OrganizationMention]}(?:共有?|一行)?{MARKS[QuantityMention]}"
    f"|{MARKS[QuantityMention]}{MARKS[OrganizationMention]}员"
)
_LEADS = re.compile(f"[领着率和与同]{MARKS[QuantityMention]}")
_PARTS = re.compile("其中|这[其当]中|据了解|据悉|[^，\n]{0,12}中，")
"""How a sentence begins that takes apart the group of the one before it."""
_QUOTA = ("不少于", "不低于", "至少")
_NATIONWIDE = re.compile(
    "东部[0-9一二三四五六七八九十]*个?省|各省|全国|中央单位|[0-9]+个?省(?:区)?市|中央和国家机关|中央组织部|企业[、和及]中央"
)
_REACH = 20
_GAP = 3
"""The most characters between a sentence and the one that takes its group apart: ”。\\n."""
_PROFESSION = re.compile("教|师|医|护|技|专家|人才|特派员")


def secondments(scene: Scene) -> Iterator[Assertion]:
    """Yield each secondment that the article states, a group or a person once.

    Groups come with their number where the text has one; a sentence that names several sending
    places gives one for each of them. Plans, training and labour transfer are none. Of an article
    without any pair only the numbers of a nation-wide programme (援藏) are read.
    """
    found: list[Posting] = list(_groups(scene))
    if scene.relevant:
        found = [*secondees.secondees(scene), *found, *taskforces.task_forces(scene)]
    kept: list[Posting] = []
    for one in sorted(found, key=lambda posting: posting.rule in _LOOSE):
        again = (_same(one.secondment, other.secondment) for other in kept)
        if not any(again) and not (one.rule in _LOOSE and _told_better(scene, one, kept)):
            kept.append(one)
    for one in sorted(kept, key=lambda posting: posting.trigger):
        yield scene.state(one.secondment, one.rule, one.trigger)


def _told_better(scene: Scene, one: Posting, others: Sequence[Posting]) -> bool:
    """Whether the article also gives the number of a group that is met or seen off.

    A group that is only spoken of is also one with the team that the article names, or with
    somebody named beside it.
    """
    spoken = one.rule is _AIDED
    sentence = scene.sentence_index(one.trigger.start)
    for other in others:
        group = other.secondment
        if group.person is not None:
            better = spoken and scene.sentence_index(other.trigger.start) == sentence
        elif group.count is None:
            better = spoken
        else:
            better = group.kind == one.secondment.kind
        if better and related(group.sender, one.secondment.sender):
            return True
    return False


def _same(one: Secondment, other: Secondment) -> bool:
    """Whether two statements of an article are of one secondment."""
    ends = ((one.sender, other.sender), (one.host, other.host))
    if one.person or other.person:
        return one.person == other.person
    if one.count != other.count or (one.kind != other.kind and one.count is None):
        return False
    if one.kind == other.kind == SecondmentKind.TASK_FORCE and None not in ends[0]:
        # A province's team and those of its cities.
        return one.sender == other.sender
    return all(a is None or b is None or related(a, b) for a, b in ends)


def _groups(scene: Scene) -> Iterator[Posting]:
    """The unnamed groups that are sent, from the sentences that speak of sending."""
    text = scene.marked.text
    sentences: list[re.Match[str]] = []
    for sentence in _SENTENCE.finditer(text):
        gap = text[sentences[-1].end() : sentence.start()] if sentences else ""
        # What follows takes apart the group of the sentence before it, or goes on with that.
        follows = 0 < len(gap) <= _GAP and _PARTS.match(text, *sentence.span())
        parted = gap == "；" and _PARTS.match(text, *sentences[-1].span())
        if _CONTEXT.search(text, *sentence.span()) or follows or parted:
            sentences.append(sentence)
    counted = [s for s in sentences if _NUMERAL.search(text, *s.span())]
    # People who are led somewhere, and teams, need no word for sending.
    led = [s for s in _SENTENCE.finditer(text) if _LEADS.search(text, *s.span())]
    teams = [s for s in _SENTENCE.finditer(text) if _TEAMED.search(text, *s.span())]
    plan = {
        _COUNTED.id: counted,
        _PART.id: counted,
        _NUMBER.id: counted,
        _TEAM.id: teams,
        _LED.id: led,
    }
    for rule in (_COUNTED, _PART, _NUMBER, _TEAM, _LED, _SENT, _BATCH, _VISITED, _AIDED):
        for sentence in plan.get(rule.id, sentences):
            for found in rule.regex.finditer(text, *sentence.span()):
                match = Match(rule, scene.marked, found)
                if scene.is_body(match.span.start) and _is_sent(match, sentence.start()):
                    yield from _group(scene, match)


def _is_sent(match: Match, opening: int) -> bool:
    """Whether the people that the match names are sent, not trained, and have been sent.

    ``opening`` is where the sentence begins in the marked text.
    """
    text, start, end = match.marked.text, match.found.start(), match.found.end()
    clause = text[max(opening, text.rfind("，", 0, start) + 1) : start]
    behind = re.split("[，。；！？\n]", text[end : end + _REACH])[0]
    trained = _TRAINED.search(behind) and not _SERVING.search(behind)
    if _NOT_SENT.search(clause[-10:]) or trained or _ELSEWHERE.search(behind):
        return False
    count = _count(match)
    if count is None:
        return match.rule is _AIDED or not _PLANNED.search(text[opening:start])
    if count.qualifier.startswith(_QUOTA) or (
        _PLANNED.search(clause) and not _SENDING.search(clause)
    ):
        return False
    # 人才三个 is no number of people, 三名 is.
    units = _PEOPLE_UNITS if match.has("n") else _PEOPLE_UNITS[:4]
    units = units if match.rule is _NUMBER else (*units, *_BATCHES)
    return count.unit in units or match.rule is _SENT


def _count(match: Match) -> QuantityMention | None:
    """The number of a match; of batches and heads the heads."""
    counts = [
        mention
        for group in ("t", "n", "m", "b")
        for mention in (match.mentions(group) if match.has(group) else ())
        if isinstance(mention, QuantityMention)
    ]
    if len(counts) > 1 and counts[1].unit not in _BATCHES:
        return counts[1]
    return counts[0] if counts else None


def _group(scene: Scene, match: Match) -> Iterator[Posting]:
    """The secondments of a group: one for each place that sends, and for each kind uncounted."""
    quantity = _count(match)
    heads = quantity is not None and quantity.unit in _PEOPLE_UNITS
    count = int(quantity.value) if quantity is not None and heads else None
    if match.rule is _COUNTED and match.has("one"):
        count = 1
    noun = _noun(scene, match)
    if match.rule is _TEAM and not _AID_TEAM.search(noun):
        return
    if noun.endswith(("同事", "援友", "队员", "团队")):
        noun = _sentence(scene, match)
    sides = sides_at(scene, match.span, group=True, met=match.rule is _VISITED)
    if "互派" in match.found[0] and isinstance(sides.host, Place):
        sides = sides.turned() if scene.side_of(sides.host) == "supporter" else sides
    if not scene.relevant and count is None:
        return
    if count is not None:
        everywhere = _NATIONWIDE.search(_sentence(scene, match)) and not sides.senders_said
        if everywhere or not scene.relevant:
            aided = _aided(scene, match.span.start)
            if aided is None:
                return
            sides = Sides((), aided)
        sides = sides.summed_up()
    nouns = re.split("[、和及]", noun) if count is None else [noun]
    if match.rule is _VISITED:
        # 看望挂职干部和专技人才: one group that is met.
        nouns = nouns[:1]
    for kind in dict.fromkeys(_kind(word) for word in nouns):
        fact = Secondment(kind, count=count)
        yield from postings(scene, fact, sides, match.rule, match.span)


def _noun(scene: Scene, match: Match) -> str:
    """The words for the people of a match, or for their kind where it has only a number."""
    if match.rule is _NUMBER:
        # 这样的支教教师，某市派出463人次。
        before = _sentence(scene, match).split(match.found[0][:2])[0]
        return "教师" if _PROFESSION.search(before) and "干部" not in before else "干部"
    if match.rule is _PART:
        return "教师" if re.search("支|组团", match.found[0]) else "干部"
    groups = ("team", "crew") if match.rule is _TEAM else _NAMED_BY
    return next(filter(None, map(match.text, groups)), "")


def _aided(scene: Scene, offset: int) -> Place | None:
    """The region of a nation-wide programme (援藏) that the words at an offset are about."""
    text = scene.article.text
    regions: dict[int, Place] = {}
    for mention in scene.places:
        short = mention.form == "abbreviation" and text[mention.span.start - 1] in "援进"
        if mention.place and (short or text.endswith("对口支援", 0, mention.span.start)):
            regions.setdefault(scene.sentence_index(mention.span.start), mention.place)
    sentence = scene.sentence_index(offset)
    return next((regions[i] for i in sorted(regions, reverse=True) if i <= sentence), None)


def _sentence(scene: Scene, match: Match) -> str:
    return scene.article.sentence_at(match.span.start).of(scene.article.text)


def _kind(noun: str) -> SecondmentKind:
    """What kind of people a noun means; mixed groups count as professionals."""
    if "干部人才" in noun or not _PROFESSION.search(noun):
        return SecondmentKind.OFFICIAL
    return SecondmentKind.PROFESSIONAL
