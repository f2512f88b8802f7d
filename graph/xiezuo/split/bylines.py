"""Bylines: who wrote a report, on a line of its own or in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xiezuo.split.clean import HAN

_MARK = r"[■□●○◆◇▲△▶►★☆◎❑▪•·※\s]"
_ROLE = (
    rf"(?:(?:[{HAN}·]{{0,12}}?(?:记者|通讯员|评论员|撰稿人?|报道组|实习生|特派员|首席编辑))"
    r"|作者|撰文|撰稿|摄影报道|摄影|摄像|采写|报道|文字|[文图](?:\s?[/／|｜、]\s?[文图片]{1,2})?|编辑|供图|供稿)"
)
_NAME = rf"(?:[{HAN}]{{2,4}}|[{HAN}]\s{{1,3}}[{HAN}]|[{HAN}]{{1,8}}(?:·[{HAN}]{{1,10}})+)"
_JOIN = r"[\s、，,/／|｜:：;；]"
_BYLINE = re.compile(
    rf"{_MARK}*[（(]?(?:{_ROLE}{_JOIN}*(?:{_NAME}(?:{_JOIN}+{_NAME})*)?{_JOIN}*(?:文|图|摄|报道|文/图)?{_JOIN}*)+"
    rf"(?:摄影报道|报道|通讯员)?[）)]?"
)
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐"
    "费薛雷贺倪汤罗毕郝安常乐于傅齐康伍余顾孟黄穆萧尹姚邵汪毛狄成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾江童颜郭梅"
    "盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房缪解应丁邓洪包左石崔吉龚程邢裴陆荣翁甄曲储靳段焦牧谷车侯宁仇栾"
    "甘厉祖武符刘景詹龙叶韶黎白蒲卓蔺屠蒙池乔阴曾申尚温庄晏柴瞿阎连习艾易廖耿匡寇关查荆游权盖桓欧岳肖闫覃仲冉"
    "涂雍隋佟褚尤商牟佘谭"
)
"""The characters that most surnames begin with (百家姓, without those that are common words)."""
_MARKED = re.compile(rf"[■□◆◇▲●]\s*({_NAME}(?:\s+{_NAME})*)")
_INLINE = re.compile(
    rf"[（(](?=[^（）()]{{0,40}}(?:记者|通讯员|作者|见习|实习生))([^（）()。]{{2,80}})[）)]"
    rf"|本[报网台刊](?:首席|全媒体)?记者[\s:：]*({_NAME}(?:[\s、]+{_NAME})*)"
)
_TOKEN = re.compile(rf"{_NAME}")
_ROLES = re.compile(rf"{_ROLE}|特约|全媒体|融媒体?|首席|见习|[■□●○◆◇▲△▶►★☆◎❑▪※（）()/／|｜:：]")


def is_byline(text: str) -> bool:
    """Whether a line is nothing but a byline: ``■ 通讯员 张某某 李某某``, ``本报记者/王某``."""
    if _BYLINE.fullmatch(text):
        return True
    marked = _MARKED.fullmatch(text)
    return marked is not None and all(
        name[0] in _SURNAMES and len(name) < 4 for name in marked[1].split()
    )


def closing_byline(text: str) -> bool:
    """Whether a paragraph ends in a byline in brackets: ``…。（记者 张某某）``."""
    match = None
    for match in _INLINE.finditer(text, max(0, len(text) - 90)):
        pass
    return match is not None and match.end() == len(text) and text[-1] in "）)"


def names(byline: str) -> tuple[str, ...]:
    """The names of a byline, in their order, each once."""
    found: dict[str, None] = {}
    for match in _TOKEN.finditer(_ROLES.sub("、", byline)):
        found.setdefault(re.sub(r"\s", "", match[0]))
    return tuple(found)


def inline(text: str) -> Iterator[str]:
    """The bylines inside a paragraph: 本报讯（记者 某某）, a closing （通讯员 某某）."""
    for match in _INLINE.finditer(text):
        yield match[1] or match[2]
