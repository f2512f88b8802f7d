"""How texts tell of somebody sent: the rules for leaders, 挂职 officials, doctors and teachers."""

from __future__ import annotations

from xiezuo.extract.grammar import MARKS, Rule, TitleMention
from xiezuo.model import DateMention, PersonMention

_CLAUSE = "[^，。；！？\n]"
# What stands between somebody and where they serve: no word for meeting those who serve there.
_MET = "慰问|看望|接见|会见|座谈|走访|调研|考察|欢送|欢迎|率|一行|要求|介绍|表示|及|、|{quantity}"
_FAR = (
    f"(?:(?!{_MET}|会见|强调|[说道]：|{MARKS[PersonMention]}|{MARKS[TitleMention]})[^。；！？\n])"
)
"""What stands between somebody and what the same sentence goes on to tell of them."""
_PLAIN = f"(?:(?!{_MET})[^，。；！？\n])"

_SENT = (
    f"(?:(?:来到|远赴|奔赴|前往|抵达|赴|到|进驻){{party}}{_PLAIN}{{0,10}}?(?:，[^，。；\n]{{0,6}}?(?:开始|开启|进行|从事|承担)[^，。；\n]{{0,10}}?)?"
    "(?:挂职|支教|支医|任教|任职|帮扶(?!项目|车间|资金|协作)|援{place}(?!办))"
    f"|(?:现|目前|正|如今|至今)在?{{party}}{_PLAIN}{{0,6}}?(?:挂职|支教|支医|任教|帮扶|援{{place}})|挂任{{party}}"
    f"|(?:作为|成为|是|加入|参加){_PLAIN}{{0,20}}?(?:援{{place}}|挂职|支教|支医|派驻|选派|援派|派来|帮扶|东西部协作){_PLAIN}{{0,10}}?"
    "(?:干部|人才|教师|老师|医生|队员|成员|一员|之一|医疗队|支教队)"
    "|，[^，。；\n]{0,16}?援{place}，"
    "|(?:迎来|开启|开始|投身|踏上|结束|延长|主动申请|报名)[^，。；\n]{0,10}?(?:援{place}|支教|支医|挂职))"
)
"""What a sentence goes on to tell of somebody who was sent."""

RULES = (
    Rule(
        "secondment.leader",
        "{person}",
        0.85,
        examples=("江苏省与陕西省开展东西部协作，江苏省援陕工作队领队王明远到洛南县调研。",),
    ),
    Rule(
        "secondment.posted",
        "{person}",
        0.85,
        examples=(
            "江宁区与陕西省洛南县开展东西部协作，江宁区挂职干部、洛南县副县长王明远参加活动。",
            "江宁区与陕西省洛南县开展东西部协作，挂职洛南县副县长的王明远参加活动。",
            "江宁区与陕西省洛南县开展东西部协作。\n周文明，江宁区中学语文教师，现在洛南县中学支教。",
        ),
        counterexamples=("江宁区与陕西省洛南县开展东西部协作，洛南县副县长王明远慰问了挂职干部。",),
    ),
    Rule(
        "secondment.told",
        f"{{who:people}}(?!{_PLAIN}{{0,4}}?[与和同跟](?:来|赴|在|到|即将)){_PLAIN}{{0,10}}?"
        # 是第十批援疆干部, 参加过支援新疆
        f"(?:，?(?:是|作为|为|当选){_PLAIN}{{0,16}}?(?:援{{place}}{_PLAIN}{{0,6}}?|赴{{party}}(?:支教|支医|挂职)的|(?:派来|选派|派驻|援派)的?(?:挂职|支教|帮扶)?)"
        "(?:干部|人才|工作队|医生|教师|队员)"
        f"|，(?:是|{{quantity}}|一[名位])?来自{{party}}的{_PLAIN}{{0,8}}?(?:援{{place}}|挂职|支教|支医|帮扶)(?:干部|人才|医生|教师|队员)"
        f"|，?作为{_PLAIN}{{0,16}}?(?:对口|结对)?(?:帮扶|支援){{place}}的?{_PLAIN}{{0,8}}?(?:人员|人才|教师|医生|干部)"
        # 去年从某市医院到某县工作
        f"|{_PLAIN}{{0,6}}?从{{party}}来?到{{party}}工作"
        "|(?:参加过?|投身|投入)(?:了|到)?(?:支援|援){place}"
        # 此次对口支援的是…, 前往援派的学校
        "|(?:此次|这次|负责)?(?:对口支援|援派|帮扶|挂职)的"
        f"|{_PLAIN}{{0,8}}?(?:前往|赴|到|来到|来){_PLAIN}{{0,6}}?(?:援派|对口支援|支援|挂职)的"
        # 赴某县，担任某校校长
        f"|，?(?:远?赴|到|来到|前往){_PLAIN}{{0,4}}?{{party}}，?{_PLAIN}{{0,4}}?(?:挂职)?(?:担任|出任|挂任)"
        # ，选派到某医院
        # 到某县支教
        "|，?被?(?:(?:选派|派驻|援派|挂职)(?:职务[为是]|到|至|于|在|往)|派[往到至赴])"
        f"|{_PLAIN}{{0,8}}?(?:赴|到|来到|来|前往|在|远赴|选派到|选派至){_PLAIN}{{0,4}}?{{party}}"
        f"{_PLAIN}{{0,14}}?(?:挂职|支教|支医|任职|帮扶工作|援{{place}})"
        f"(?!的?{_PLAIN}{{0,6}}?(?:干部|人员|人才|教师|医生|队员)))",
        0.75,
        examples=("江宁区与陕西省洛南县开展东西部协作，教师王明远到洛南县支教。",),
        counterexamples=("江宁区与陕西省洛南县开展东西部协作，教师王明远到洛南县旅游。",),
    ),
    Rule(
        "secondment.story",
        f"{{who:people}}(?:同志|老师|医生)?{_FAR}{{0,90}}?{_SENT}",
        0.7,
        examples=(
            "江宁区与陕西省洛南县开展东西部协作，周文明是江宁区中医院的一名骨科医生，"
            "去年5月响应组织号召，来到洛南县中医医院帮扶。",
        ),
        counterexamples=(
            "江宁区与陕西省洛南县开展东西部协作，江宁区区长王明远率队，来到洛南县看望帮扶干部。",
        ),
    ),
    Rule(
        "secondment.pronoun",
        f"[他她](?!们){_FAR}{{0,60}}?{_SENT}"
        f"|(?<=[。；，年月{MARKS[DateMention]}])作为{_PLAIN}{{0,16}}?(?:援{{place}}|挂职|支教|支医|帮扶)"
        f"{_PLAIN}{{0,6}}?(?:干部|人才|教师|医生|队员|成员)(?:，|前往|远?赴|到|来到){_PLAIN}{{0,4}}?{{party}}",
        0.65,
        examples=(
            "江宁区与陕西省洛南县开展东西部协作，洛南县需要老师。教师王明远很年轻。"
            "去年，他主动请缨，来到洛南县中学支教。",
            "江苏省与陕西省开展东西部协作，记者走进洛南县。\n王明远，男，1970年生，骨科主任医师。"
            "2019年作为江苏第二批援陕医生赴洛南县人民医院。",
        ),
        counterexamples=(
            "江宁区与陕西省洛南县开展东西部协作，江宁区区长王明远说，他来到洛南县看望支教老师。",
        ),
    ),
    Rule(
        "secondment.returned",
        f"{{who:person}}{_PLAIN}{{0,10}}?从{{host:place}}(?:挂职|支教|支医|援{{place}})",
        0.8,
        examples=("江宁区与陕西省洛南县开展东西部协作，洛南县副县长王明远今年从江宁区挂职归来。",),
        counterexamples=("江宁区与陕西省洛南县开展东西部协作，王明远从江宁区采购归来。",),
    ),
    Rule(
        "secondment.successor",
        "接[替任](?:[他她]|{person}|职务)的(?:人?是|，是)?{who:person}",
        0.75,
        examples=(
            "江宁区与陕西省洛南县开展东西部协作，江宁区挂职干部、洛南县副县长王明远期满，"
            "接替他的是江宁区商务局局长周立文。",
        ),
        counterexamples=("江宁区与陕西省洛南县开展东西部协作，接替他的是江宁区商务局局长周立文。",),
    ),
    Rule(
        "secondment.heading",
        f"{{who:person}}，?{_CLAUSE}{{0,4}}?(?:带队|(?:带着|带领|率领|率){{quantity}}的?{_CLAUSE}{{0,6}}?"
        "(?:团队|队|专家|医生|教师)(?:来到|抵达|到达|奔赴|赴|到|进驻){party})",
        0.75,
        examples=(
            "江宁区与陕西省洛南县开展东西部协作，主任医师王明远去年带着6人医疗团队来到洛南县。",
        ),
        counterexamples=(
            "江宁区与陕西省洛南县开展东西部协作，江宁区区长王明远带着6人团队来到洛南县。",
        ),
    ),
)
LEADER, POSTED, TOLD, STORY, PRONOUN, RETURNED, SUCCESSOR, HEADING = RULES
