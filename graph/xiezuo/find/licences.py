"""When a short form may be read as a place: each licence has its words, or its reason."""

from __future__ import annotations

import re

from xiezuo.find.lexicon import words

_FUNCTION = "和于从向与及应任时"  # family names that are function words far more often
_SURNAMES = frozenset("".join(words("surnames"))) - frozenset(_FUNCTION)

_COMING = (
    "赴|奔赴|远赴|来|来到|前来|到|抵|抵达|前往|走进|深入|援|支援|对口支援|帮扶|对口帮扶|结对帮扶|援助"
    "|援建|驻|进驻|结对|携手|牵手|助力|情系|相约|扎根|落户|挂职|支教|支医|对口协作|对接|走访|考察|访问"
    "|受援地|受援县|协作县|协作|对口"
)
_JOINING = "与和同跟及、·•—―–－至向在为是由从对"
_SIDE = (
    "党政|代表团|考察团|考察组|[省市州县区旗]委|[省市州县区旗]政府|干部|挂职|两[地省市州县区旗]|县区|结对"
    "|协作|东西部|对口|帮扶|支援|合作|联席|座谈|群众|人民|三峡库区|农特产品|特产|优品|好物|招商|推介|当地|考察|调研"
    "|对接|交流|学习|访问|开展|举行|召开|签[订署约]|(?:等[两三四五六七八九十]*|[两三四五六七八九十])[县区旗市州盟](?![委政长])|[—―–\\-－·•]"
)

_AFTER_COMING = re.compile(rf"(?:{_COMING})$")
_AFTER_JOINING = re.compile(rf"(?:^|[-{_JOINING}，。：；“《（\s])$")
_BEFORE_SIDE = re.compile(_SIDE)
_BEFORE_BODY = re.compile(
    r"党政(?:代表|考察)团|代表团|考察团|[县市区州旗]委(?!员)|[县市区州旗]政府|挂职干部"
    r"|援[疆藏青川甘黔滇桂宁蒙陕渝]"
)
_BEFORE_OUTLET = re.compile(
    r"日报|晚报|晨报|新闻网|融媒|电视台|广播电视|政府网|网讯|网(?=[0-9])|网[ \n>]|在线"
)
_ASSETS = (
    "企业|市场|总部|研发|资金|技术|科技|品牌|订单|平台|设计"
    "|资源|产品|基地|制造|生产|工厂|原料|车间|劳动力|园区|种植|养殖"
)
_IN_SLOGAN = re.compile(f"(?:所|之)[需能]|(?:{_ASSETS})[+＋]")
_PLUS = ("+", "＋")
_JOINED_ASSET = re.compile(f"(?<=[+＋])[一-鿿]{{2,4}}(?:{_ASSETS})")
_BEFORE_RUBRIC = re.compile(r"讯[（(\s0-9]|要闻|发布(?![会厅了])")
_WINDOW = 6
SLOGAN = "“所需”“所能”前"
"""Why a short form is a place in 广元所需、杭州所能."""


def is_personal(text: str, start: int, end: int, rare: bool = False) -> bool:
    """Whether a two-character name looks like a person's or a hill's: 李安吉, 书记沈阳, 大坪山.

    Args:
        text: the article's text.
        start: where the name begins.
        end: where it ends.
        rare: whether the place is so little known that a family name in front settles it.
    """
    if end - start != 2:
        return False
    larger = rare and _LARGER.search(text, max(0, start - 2), start)
    led = start > 1 and text[start] in _SURNAMES and _TITLE_END.match(text, start - 2, start)
    if larger or led:
        return True
    if start == 0 or text[start - 1] not in _SURNAMES:
        return False
    common = text[start - 1] in _COMMON_SURNAMES
    if common and _NAME_GOES_ON.match(text, end):
        return True
    before = text[start - 2 : start - 1]
    if rare and common and before + text[start - 1] not in _ORDINARY:
        return True
    return (
        not before
        or not _is_han(before)
        or bool(_TITLE_END.match(text, max(0, start - 3), start - 1))
    )


_LARGER = re.compile("(?<![扩加增做壮强重巨])[大小九老]$")
"""Before a name that is only the rest of another: 九龙湖, 大坪山."""
_COMMON_SURNAMES = frozenset("".join(words("surnames"))[:160]) & _SURNAMES
_ORDINARY = frozenset(words("before_places"))
_NAME_GOES_ON = re.compile(r"说[，：]|指出|表示|介绍说|透露|告诉|先生|女士|同志|\s*摄")
_TITLE_END = re.compile(
    r"书记|[省市州县区旗局部校院处科队会站厂村行]长|秘书长|委员|代表|经理|总裁|主编|演员|选手|司令"
    r"|主任|主席|常委|教授|中心|同志|记者|老师|医生"
)


def framed(text: str, start: int, end: int) -> str | None:
    """Why the words around a short form say that it is a place, or None."""
    before = text[max(0, start - _WINDOW) : start]
    if _AFTER_COMING.search(before) or (before.endswith("在") and text.startswith("，", end)):
        return "前有动词"
    if _IN_SLOGAN.match(text, end) or (
        text[start - 1 : start] in _PLUS and _JOINED_ASSET.match(text, start)
    ):
        return SLOGAN
    if _BEFORE_BODY.match(text, end):
        return "后接代表团或机关"
    alone = not _is_han(text[start - 1 : start] or " ")
    if _BEFORE_OUTLET.match(text, end) or (alone and _BEFORE_RUBRIC.match(text, end)):
        return "媒体以地方为名"
    if _AFTER_JOINING.search(before) and _BEFORE_SIDE.match(text, end):
        return "前后文为地方"
    return None


_INSIDE = re.compile(
    r"(?P<road>[东西南北中]?[一二三四五六七八九十]?"
    r"(?:路(?!径|线|演|网|子|上)|大道|大街|街(?!道|区|头|镇)|胡同|立交桥|高架)"
    r"|[东西南北]?(?:火车|高铁|汽车)?站(?!点|位|在)|(?:国际)?机场)"
    r"|(?P<firm>分公司|支公司|子公司|分行|支行|集团|股份|控股|银行(?!业)|酒店|宾馆|牌(?!匾|子)|杯(?!子))"
    r"|(?P<paper>日报|晚报|晨报|都市报|商报|卫视|广播|电视台|融媒|新闻网|新闻客户端|网讯|网(?![络红格点上友店])|证券"
    r"|航空(?=公司|集团|股份)|发展银行)"
    r"|(?P<school>(?:科技|财经|外国语|师范|理工|工业|农业|医科|中医药|中医|交通|职业技术|职业"
    r"|工程|音乐|美术|体育|商业|城建|民族|海洋|邮电|电子|石油|航空航天|农林|林业|传媒|语言|政法|工商|经贸"
    r"|医学|旅游|建筑|开放|广播电视|大)*(?:大学(?!生)|学院|大附中))"
)
_INSIDE_BEGINS = frozenset(
    "东西南北中一二三四五六七八九十路大街胡立高火汽站国机集股控酒宾银牌杯日晚晨都商卫广电融新网证航发"
    "分支子科财外师理工农医交职音美体城民海邮石林传语政经旅建开学"
)
"""The characters that one of the above begins with: most names are done with at a glance."""
_WHOLE = {
    "road": "路名、站名的一部分",
    "firm": "企业、品牌名的一部分",
    "paper": "媒体名的一部分",
    "school": "校名的一部分",
}
_GOES_ON = re.compile(
    r"[江河湖岛峡](?!边|畔|滨|区|段|沿)|山(?![区水东西乡海]|清)|海(?=域|峡|湾)"
    r"|镇(?!上|域|村)|乡(?![村镇亲])|街道|社区|村(?![企民村寨])|苏木|[东西南北]?里(?=小区|社区|等|[、，。])"
)


def inside(text: str, end: int) -> str | None:
    """Why a place name is only part of another name (a road, a university, a paper), or None."""
    if text[end : end + 1] not in _INSIDE_BEGINS:
        return None
    match = _INSIDE.match(text, end)
    return _WHOLE[match.lastgroup] if match and match.lastgroup else None


def goes_on(text: str, end: int) -> bool:
    """Whether a short form goes on as another name: of a river (图们江), of a town (大竹镇)."""
    return _GOES_ON.match(text, end) is not None


_ABOUT_PAIRS = re.compile(r"两[地县市区州]|东西部|(?:扶贫|对口)?协作|对口|结对|帮扶|携手|支援")


def is_about_pairs(text: str, end: int) -> bool:
    """Whether what follows two places is about their pairing: 太仓玉屏东西部协作."""
    return _ABOUT_PAIRS.match(text, end) is not None


_COUNTED = re.compile(
    r"(?:[、和][一-鿿]{2,4}){0,9}?(?:等?[两三四五六七八九十]{1,3}|[0-9]{1,2})个?(?:[一-鿿]{1,4}自治)?[县区市州旗]"
)


def is_counted(text: str, end: int) -> bool:
    """Whether a name stands in a list that is closed by its count: 共和、贵德、同德三县."""
    return _COUNTED.match(text, end) is not None


_OF_PARTNERS = re.compile(
    r"(?:[、和][一-鿿]{2,6}){0,12}?等?(?:[0-9]{1,2}|[两三四五六七八九十]{1,3})?个?"
    r"(?:东西部|扶贫|对口|结对)+(?:扶贫|协作|帮扶|支援|合作)*的?(?:城市|地区|[县市]{1,2})(?![委长政级])"
)


def is_of_partners(text: str, last: int, start: int, end: int) -> bool:
    """Whether a name goes on a list that is closed as one of partners: 陇南、石渠等对口地区.

    ``last`` is where the name before it ends.
    """
    return text[last:start] in ("、", "和") and _OF_PARTNERS.match(text, end) is not None


def _is_han(char: str) -> bool:
    return "一" <= char <= "鿿"
