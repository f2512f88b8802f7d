"""How texts say that somebody travels: the rules for visits, and how more of one is told."""

from __future__ import annotations

import re

from xiezuo.extract.grammar import MARKS, Rule, TitleMention
from xiezuo.extract.travellers import TEAM
from xiezuo.model import (
    DateMention,
    OrganizationMention,
    PersonMention,
    PlaceMention,
    QuantityMention,
)

_LEAD = "(?:率领|率队|带队|率(?!先)|带领|领队)"
CLAUSE = "[^。；！？\n]"
NEAR = "[^。；！？，\n]"
_SITE = f"[{MARKS[PlaceMention]}{MARKS[OrganizationMention]}]"
GO = (
    "(?:赴|(?:实地)?(?:察看|查看|走访|参观)|来到|(?<![到以])来(?!访|源|自)|到(?!来)|抵达|抵|前往|深入|走[进近]|莅临|奔赴"
    f"|到访|回访|(?<![推引促跟走改])进(?={MARKS[PlaceMention]})"
    f"|对(?={_SITE}{NEAR}{{0,30}}?(?:考察|调研|走访|参观|访问))"
    "|访问(?!团)|考察(?!团|组)|视察|调研(?!组|团|小组|员)|在)"
)
GOAL = f"(?P<goal>{CLAUSE}?)"
_OFFICE = "(?P<office>[省市州盟县区旗])(?:委|政府|党委)"
_NUMBER = "[0-9一二三四五六七八九十]+(?:余|多)?人"
_GAP = "(?:对口|[^，。；！？\n对向与率带赴到来的由陪在派])"
_BOUND = f"(?:赴(?:{MARKS[PlaceMention]}|[一-鿿]{{1,2}}?))?"
"""In the name of a delegation, where it goes: 浙江省赴藏考察团."""
_FOLK = (
    f"[^，。；！？\n（）()对向与率带赴到来的由陪在派会{MARKS[PersonMention]}{MARKS[TitleMention]}]"
)
_KIND = (
    f"一行|的?(?:{_GAP}{{0,8}}?(?=赴))?{_BOUND}{_GAP}{{0,12}}?{TEAM}|{_GAP}{{0,8}}?[人委协联会局办]一行"
    f"|{_FOLK}{{1,12}}?一行"
)
_GROUP = f"(?P<kind>{_KIND})(?:一行)?(?:{_NUMBER})?"
_ALONE = f"[^，。；！？\n{MARKS[PersonMention]}{MARKS[PlaceMention]}{MARKS[OrganizationMention]}]"
"""Behind a comma: nobody else who might be the one who goes."""
_UNDER = (
    f"(?:，(?:在|由|应){NEAR}{{2,20}}(?:下|邀请))?，{_ALONE}{{0,8}}?(?=赴|来到|前往|深入|走进|抵达)"
)
"""Between a delegation and its verb: 代表团一行，在某某陪同下，前往…."""
_ERRAND = (
    "观摩|访问|取经|拜访|拜会|采风|踩线|衔接|考察|招商|对接|调研|洽谈|推介|学习|看望|慰问|走访|参观"
)
_PURE = f"(?:{_ERRAND})"
_LOOK = f"(?:{_ERRAND}|座谈|交流)"
HERE = "我[省市区县州旗盟]"
_THERE = tuple(
    f"{verb}{goal}"
    for verb in ("赴", "来", "到", "前往", "莅临", "走进", "回访", "奔赴", "抵达", "深入")
    for goal in (MARKS[PlaceMention], MARKS[OrganizationMention], "我")
)
"""Verbs of going with their goal, rarer than the verbs."""
_WORKS = tuple(
    f"{MARKS[PlaceMention]}{verb}"
    for verb in (
        "实地",
        "学习",
        "开展",
        "考察",
        "调研",
        "走访",
        "看望",
        "慰问",
        "访问",
        "参观",
        "拜访",
        "拜会",
    )
)
_DATE = MARKS[DateMention]
_TITLES = f"(?:女士|先生|同志|[、，]?{MARKS[TitleMention]})*"
_AT_WORK = (
    f"{MARKS[PlaceMention]}(?:实地|学习|开展)?(?:考察|调研|走访|看望|慰问|访问|参观|拜访|拜会)"
)
_STAY = "(?:挂职|任职|支教|支医|支农|帮扶工作|务工|就业|培训|跟岗|义诊|巡诊|就医|上学|招聘)"
"""Where people go to stay or to work, they do not visit."""
_YOUTHS = "(?:少先队员|青少年|师生|学生|少年儿童)"
_ORGAN = (
    "[^，。；！？\n率赴到来由派]{2,18}?(?:办公室|[局委厅办部]|[协商总]会|慈善会|红十字会|基金会|促进会|联合会|工商联|政协|人大|妇联|总工会"
    "|街道|部门)"
)
_MERCHANTS = "(?:企业家?|客商|商会|批发商|采购商|经销商|旅行社|合作社)"
_HEADS = (
    f"(?:新区)?(?:{_ORGAN}|(?:{MARKS[QuantityMention]}班子|党?委|政府|人大|政协|[、和]|党政|主要|分管|有关|相关|四套班子|领导|负责同志|负责人|同志){{1,6}}"
    f"|[一-鿿]{{0,8}}?{_MERCHANTS}|[一-鿿、]{{0,10}}?(?:书记|[省市区县州旗盟镇乡]长|主席|主任|局长)|爱心人士|方面?)?"
)
_TIMES = (
    "(?:[也还又再]|再次|先后|多次|分别|积极|专程|率队|带队|率团|组团|抱团|派员|[0-9一二两三四五六七八九十多]+次"
    f"|{MARKS[QuantityMention]}|于?{MARKS[DateMention]}|日前|上周|已|将|即将|后续|拟"
    "|携[一-鿿]{0,8}企业(?:家|代表)?"
    f"|(?:派出|组织)(?:(?:党政|{_FOLK}{{0,4}}?)?{TEAM})?|(?:率队|带队|率领)的{NEAR}{{0,6}}?{TEAM}"
    "|率(?:领|队|团)?[一-鿿、]{0,12}?(?:负责人|负责同志|人员|干部|企业家?))*"
)
_TO = "(?:远?赴|来到?|到|前往|奔赴|抵达|走进|深入|回访)"
_SEND = (
    "(?:组织|安排)[^，。；！？\n率]{2,24}?(?:负责人|负责同志|领导|代表|企业家|专家|企业|客商|部门|人员)"
    f"等?(?:一行)?{MARKS[QuantityMention]}?，?"
)
"""Whom a place gathers for a journey: 组织各乡镇主要负责人，赴…."""

RULES = (
    Rule(
        "visit.led",
        f"{{leader:people}}(?:等)?(?:一行)?{NEAR}{{0,6}}?{_LEAD}(?P<team>(?:由{CLAUSE}{{1,90}}?组成的)?{CLAUSE}{{0,24}}?|{NEAR}{{6,60}}?一行{NEAR}{{0,4}}?){GO}{GOAL}",
        0.85,
        examples=(
            "5月6日，江宁区委书记周立文率党政代表团赴陕西省洛南县考察东西部协作工作。",
            "江宁区副区长周立文带领由区农业农村局、区商务局以及有关街道负责人组成的代表团，"
            "专程深入陕西省洛南县就东西部协作开展调研。",
        ),
        counterexamples=("江宁区副区长周立文率援陕工作队赴陕西省洛南县开展东西部协作工作。",),
        needs=("率", "带队", "带领", "领队"),
    ),
    Rule(
        "visit.delegation",
        f"(?:{{visitor:places}}|我(?P<ours>[省市区县州旗盟])|(?P<level>[省市区县州旗盟])(?<=[，。；！？\n：日午{_DATE}].)){_GROUP}(?:{NEAR}{{0,10}}?|{NEAR}{{0,12}}?{_UNDER}){GO}{GOAL}",
        0.9,
        examples=(
            "江宁区与陕西省洛南县东西部协作有成效。江宁区赴陕考察组在洛南县调研。",
            "5月6日，陕西省洛南县党政代表团一行赴南京市江宁区考察东西部协作工作。",
            "南京市江宁区企业家考察团前往陕西省洛南县，考察东西部协作项目。",
            "江宁区与陕西省洛南县东西部协作有成效。江宁区考察组一行5人，在商会会长周立文带领下，前往洛南县考察。",
            "江宁区与陕西省洛南县东西部协作有成效。江宁区爱心人士一行赴洛南县看望学生。",
        ),
    ),
    Rule(
        "visit.party",
        f"{{leader:people}}{_TITLES}(?:等人?)?一行人?(?:{_NUMBER})?，?{NEAR}{{0,6}}?{GO}{GOAL}",
        0.7,
        examples=(
            "5月6日，江宁区委书记周立文一行到陕西省洛南县考察东西部协作工作。",
            "江宁区与陕西省洛南县东西部协作有成效。江宁区委书记周立文来到洛南县。"
            "周立文书记一行先后来到洛南县城关街道、农业园，察看协作项目。",
        ),
        needs=("一行",),
    ),
    Rule(
        "visit.body",
        f"(?P<body>{{org}}(?:[、和与]{{org}})*)(?P<kind>[^，。；！？\n组]{{0,16}}?(?:一行|{TEAM}))?"
        f"(?:{NEAR}{{0,10}}?|{NEAR}{{0,6}}?{_UNDER}){GO}{GOAL}",
        0.7,
        examples=(
            "5月6日，南京市江宁区工商业联合会一行赴陕西省洛南县考察东西部协作工作。",
            "江宁区与陕西省洛南县东西部协作有成效。记者跟随江宁区扶贫工作组来到洛南县。",
        ),
        counterexamples=(
            "江宁区与陕西省洛南县东西部协作有成效。江宁区工商业联合会在洛南县有分会。",
        ),
    ),
    Rule(
        "visit.bodies",
        "(?P<bodies>{org}(?:[、和与]{org})*)(?:等[^，。；！？\n]{0,4}企业)?"
        "(?:(?:组织|携手?|带领|联合|会同|邀请)[^，。；！？\n赴到来]{0,50}|代表|负责人|随团|一行){0,2}"
        f"(?:赴|来|到|前往|走进)(?P<aim>(?:{{place}}|{HERE})(?!{CLAUSE}{{0,24}}?{_STAY}){CLAUSE}{{0,40}})",
        0.7,
        examples=(
            "南京市江宁区工商业联合会赴陕西省洛南县开展东西部协作捐赠活动。",
            "南京市江宁区工商业联合会携9家企业走进陕西省洛南县，开展东西部协作考察。",
        ),
        counterexamples=("南京市江宁区第一医院赴陕西省洛南县开展东西部协作义诊。",),
    ),
    Rule(
        "visit.firms",
        f"(?:组织|邀请|动员|引导|安排|有|{HERE})(?!更多){NEAR}{{0,8}}?"
        f"(?P<firms>(?<!等){{quantity}}[^，。；！？\n\ue005的]{{0,8}}?{_MERCHANTS}"
        f"|{{place}}(?:的一批)?[^，。；！？\n\ue005的、赴到来]{{0,6}}?{_MERCHANTS}"
        f"|[^，。；！？\n赴到来]{{2,40}}?等{{quantity}}[^，。；！？\n的]{{0,4}}?企业)(?:代表|负责人)?"
        f"{NEAR}{{0,8}}?(?:(?:赴|来|到|前往|走进)|{CLAUSE}{{0,20}}?(?:飞抵|抵达|奔赴|走进))"
        f"(?P<aim>{NEAR}{{0,4}}?(?:{{place}}|{HERE}){CLAUSE}{{0,40}})",
        0.7,
        examples=(
            "南京市江宁区组织12家企业赴陕西省洛南县考察东西部协作项目。",
            "江宁区与陕西省洛南县东西部协作有成效。江宁区组织了12家企业，带着项目，飞抵洛南县洽谈。",
        ),
        counterexamples=("南京市江宁区组织12家企业与陕西省洛南县签订东西部协作协议。",),
        needs=("企业", "客商", "商会", "批发商", "采购商", "经销商", "旅行社", "合作社"),
    ),
    Rule(
        "visit.pupils",
        f"(?P<firms>{{place}}的?{{quantity}}[^，。；！？\n\ue005]{{0,8}}?{_YOUTHS})(?:代表)?{NEAR}{{0,8}}?"
        f"(?:来到|走进|抵达|前往|赴)(?P<aim>(?:{{place}}|{HERE})(?!{NEAR}{{0,12}}?(?:{_STAY}|就读|求学|学习|读书)){CLAUSE}{{0,40}})",
        0.7,
        examples=(
            "江宁区与陕西省洛南县东西部协作有成效。洛南县的50名少先队员来到江宁区参加手拉手活动。",
        ),
        counterexamples=("江宁区与陕西省洛南县东西部协作有成效。洛南县的50名学生来到江宁区就读。",),
        needs=("少先队员", "青少年", "师生", "学生", "少年儿童"),
    ),
    Rule(
        "visit.made_up",
        f"由(?P<makers>{{party}}[^。；！？\n]{{0,90}}?)(?:等[^，。；、\n]{{0,16}})?组成的{NEAR}{{0,12}}?"
        f"(?:一行|{TEAM}){NEAR}{{0,16}}?{GO}{GOAL}",
        0.7,
        examples=(
            "由南京市江宁区残联、江宁区工商联等单位负责人组成的一行9人来到陕西省洛南县开展东西部协作活动。",
        ),
        counterexamples=("由南京市江宁区残联组成的小组在陕西省洛南县东西部协作会议上发言。",),
        needs=("组成的",),
    ),
    Rule(
        "visit.received",
        f"{{visitor:places}}{_GROUP}(?:{NEAR}{{0,12}}?的?(?P<goal>到来|来访|到访)|(?:来{NEAR}{{1,8}}?)?表示[^，。；]{{0,4}}欢迎)"
        "|[来到]访的(?:{guest:places}|{leader:people})",
        0.75,
        examples=(
            "洛南县委书记周立文对南京市江宁区党政代表团的到来表示欢迎，"
            "陕西省洛南县的东西部协作成效明显。",
        ),
        needs=("到来", "来访", "到访", "欢迎"),
    ),
    Rule(
        "visit.met",
        "(?:在{host:place})?(?:会见|会晤|欢迎|与|同|和|对|向)了?[^，。；！？\n]{0,8}?{leader:people}"
        "(?:等人?)?一行"
        "(?=举?行?了?(?:座谈|会谈|会晤|交流|的?到来|来[^，。；]{1,8}欢迎|表示[^，。；]{0,4}欢迎|[，。\n]|就))",
        0.7,
        examples=(
            "江宁区与陕西省洛南县东西部协作有成效。洛南县委书记周立文会见了江宁区副区长钟远山一行。",
        ),
        needs=("一行",),
    ),
    Rule(
        "visit.hosted",
        f"(?:会见|接见|会晤|看望|接待)了?(?:在{{place}})?[^。；！？\n]{{0,60}}?(?:{{place}}暨)?{{visitor:places}}{_GROUP}",
        0.75,
        examples=(
            "江宁区与陕西省洛南县东西部协作有成效。江宁区委书记周立文会见了由县长钟远山率领的洛南县党政代表团。",
        ),
        needs=("会见", "接见", "会晤", "接待"),
    ),
    Rule(
        "visit.led_to",
        f"率领的{{visitor:places}}{_GROUP}(?=座谈|会谈|进行|举行|就|，)"
        f"|在{{host:place}}[与同和]{{guest:places}}(?:{_KIND})(?:座谈|会谈|会晤)",
        0.75,
        examples=(
            "江宁区与陕西省洛南县东西部协作有成效。区长周立文同县长钟远山率领的洛南县代表团座谈。",
            "江宁区与陕西省洛南县东西部协作有成效。区领导在江宁区与洛南县党政代表团座谈交流。",
        ),
        needs=("率领的", "座谈", "会谈", "会晤"),
    ),
    Rule(
        "visit.mutual",
        f"(?P<mutual>两[省市县区州旗盟地]|双方){NEAR}{{0,8}}?代表团{NEAR}{{0,8}}?互访(?!机制|制度)",
        0.75,
        examples=("江宁区与陕西省洛南县东西部协作有成效。去年，两地党政代表团成功互访。",),
        counterexamples=("江宁区与陕西省洛南县建立东西部协作关系，健全两地代表团互访机制。",),
        needs=("互访",),
    ),
    Rule(
        "visit.office",
        f"{_OFFICE}{NEAR}{{0,16}}?(?:率队|带队|率团|{_LEAD}{NEAR}{{0,16}}?[队团组]){NEAR}{{0,2}}?{GO}{GOAL}",
        0.7,
        examples=(
            "陕西省洛南县与南京市江宁区东西部协作有成效。今年县委主要领导率队赴江宁区对接。",
            "陕西省洛南县与南京市江宁区东西部协作有成效。县政府领导带领招商小分队到江宁区招商。",
        ),
        needs=("率", "带队", "带领"),
    ),
    Rule(
        "visit.leader",
        f"{{leader:people}}{_TITLES}(?:等(?:人|{MARKS[QuantityMention]})?)?(?:曾|还|也|又|再次|专程|特地|一同|一起|先后|多次|近日|日前|于?{_DATE})*"
        f"(?:莅临(?P<aim>(?:{{party}}|{HERE}){CLAUSE}{{0,40}})"
        f"|(?:赴|到|来到?|前往|在(?={_AT_WORK}))(?P<goal>(?:{{party}}|{HERE})(?!{NEAR}{{0,12}}?(?:{_STAY}|{TEAM}))"
        f"(?:{_PURE}|{NEAR}{{1,14}}?{_LOOK})))",
        0.8,
        examples=(
            "洛南县副县长周立文赴南京市江宁区招商，江宁区与陕西省洛南县东西部协作有成效。",
            "江宁区政协主席周立文、副主席钟远山等到陕西省洛南县开展东西部协作调研。",
            "江宁区与陕西省洛南县东西部协作有成效。江宁区委书记周立文在洛南县调研时提出三点意见。",
        ),
        counterexamples=(
            "洛南县副县长周立文赴南京市江宁区挂职，江宁区与陕西省洛南县东西部协作有成效。",
        ),
        needs=(*_THERE, *_WORKS),
    ),
    Rule(
        "visit.bound",
        f"(?:率团|率队|带队)(?:赴|来|到访?|抵)[^，。；！？\n的]{{1,10}}的{{leader:people}}"
        f"|由{{chief:people}}(?:率领|带队|率队)的(?P<team>{NEAR}{{0,8}}?{TEAM})(?:一行)?"
        f"|对于?{{guide:people}}{_TITLES}的(?:到来|来访|到访)",
        0.75,
        examples=(
            "江宁区与陕西省洛南县东西部协作有成效。会前，江宁区委书记周立文会见了率团来宁的洛南县县长钟远山。",
            "江宁区与陕西省洛南县东西部协作有成效。洛南县县长钟远山对江宁区副区长周立文的到访表示欢迎。",
            "江宁区与陕西省洛南县东西部协作有成效。区长周立文会见了由洛南县县长钟远山率领的代表团一行。",
        ),
        counterexamples=(
            "江宁区与陕西省洛南县东西部协作有成效。洛南县县长钟远山对江宁区副区长周立文的支持表示感谢。",
        ),
        needs=("率", "带队", "的到", "的来"),
    ),
    Rule(
        "visit.place",
        f"{{visitor:place}}(?<![从自在].)(?:(?P<heads>{_HEADS}){_TIMES}|{_SEND})(?:(?<=[率带组][队团])"
        f"{_TO}(?P<aim>(?:{{place}}|{HERE}){CLAUSE}{{0,60}})|{_TO}"
        f"(?P<goal>(?:{{place}}|{HERE})(?!{NEAR}{{0,12}}?(?:{_STAY}|{TEAM}))"
        f"(?:，?{_PURE}|{NEAR}{{1,14}}?{_LOOK}|，就{NEAR}{{2,16}}?{_LOOK})))",
        0.8,
        examples=(
            "南京市江宁区赴陕西省洛南县对接东西部协作工作。",
            "南京市江宁区主要负责同志率队赴陕西省洛南县调研东西部协作工作。",
            "江宁区与陕西省洛南县东西部协作有成效。江宁区主要领导率队赴洛南县开展帮扶工作。",
            "南京市江宁区“强村富民”指挥部办公室到陕西省洛南县开展东西部协作调研。",
            "江宁区与陕西省洛南县东西部协作有成效。洛南县组团赴江宁区推介特产。",
            "江宁区与陕西省洛南县东西部协作有成效。洛南县组织各镇主要负责人30人，赴江宁区学习考察。",
            "南京市江宁区领导来到陕西省洛南县，看望慰问东西部协作干部。",
            "江宁区与陕西省洛南县东西部协作有成效。江宁区派出工作组赴洛南县，对接厂房建设。",
        ),
        counterexamples=(
            "南京市江宁区选派教师赴陕西省洛南县支教，东西部协作升温。",
            "从南京市江宁区到陕西省洛南县考察东西部协作的路修好了。",
        ),
        needs=_THERE,
    ),
    Rule(
        "visit.welcomed",
        f"{{host:place}}(?:也|还|又)?迎来了?(?:[^，。；！？\n]{{0,8}}：)?{{visitor:places}}{_GROUP}",
        0.85,
        examples=("南京市江宁区迎来了陕西省洛南县东西部协作考察团。",),
        counterexamples=("南京市江宁区迎来了陕西省洛南县的苹果，东西部协作升温。",),
        needs=("迎来",),
    ),
)
WENT_ON = Rule(
    "visit.party", f"(?P<same>{TEAM}(?:一行|成员)?|一行|先后){NEAR}{{0,8}}?{GO}{GOAL}", 0.7
)
"""代表团先后考察了…: more of the visit that was told of last; at the beginning of a clause."""
LATER = re.compile(
    f"(?:[常副]?[一-鿿]{{0,3}}?(?:书记|[省市区县州旗盟]长|主席|主任|部长))?(?:等人?)?(?:一行{NEAR}{{0,6}}?{GO}{GOAL}|一行(?:举?行?(?:座谈|会谈|会晤|交流)|的?到来|表示[^，。；]{{0,4}}欢迎)"
    f"|(?:曾|还|又|再次|专程)?率(?:队|团|领|[^，。；！？\n]{{1,8}}团){NEAR}{{0,6}}?{GO}(?P<aim>{CLAUSE}{{0,60}})"
    f"|在(?P<stay>{MARKS[PlaceMention]})期间)"
)
"""Behind the name of a leader who was named with his titles before: 周立文一行来到…."""
