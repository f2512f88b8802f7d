"""Bylines: who wrote a report, on a line of its own or in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from xiezuo.split.clean import HAN

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦昌马苗凤方俞任袁"
    "柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成"
    "戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘"
    "缪解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲家封储靳段富巫焦牧谷车侯宓蓬全班仰秋仲伊宫宁仇栾"
    "甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲邰从鄂索籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳姬申扶冉宰雍桑桂濮"
    "牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾居衡步都耿满弘匡国文寇广禄阙东欧利蔚越隆师巩"
    "厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙养鞠须丰巢关蒯相查荆红游竺权盖益桓肖闫覃涂付仝佟佘牟商苑逯代岳帅缑亢况后有琴"
    "仉督归海晋楚法汝鄢涅钦揭占迟撒曲尼次格扎达旦央措卓玛热买阿努帕古吾木沙依库"
)
"""Characters that names begin with: 百家姓, and the commonest ones of Tibetan and Uyghur names."""

_NAME = (
    rf"(?:[{HAN}]{{1,9}}(?:·[{HAN}]{{1,10}}){{1,2}}|[{HAN}](?:\ {{1,3}}|　)[{HAN}](?![{HAN}])"
    rf"|[{HAN}]{{2,4}})"
)
_SEP = r"[\s、，,/|:：;；]"
_ROLE = rf"(?:[{HAN}·/《》]{{0,14}}?(?:记者|采访人员|通讯员|评论员|撰稿人|特派员|实习生|报道组))"
_AND_PICTURES = r"(?:\s?[/|、&]\s?[文图片]{1,2})?(?=[\s:：/|])"
_LABELS = rf"作者|撰文|撰稿|采写|供稿|摄影报道|文字报道|文字|文{_AND_PICTURES}|图{_AND_PICTURES}"
_LABEL = f"(?:{_LABELS})"
_OTHER = (
    r"(?:[\[【（]?(?:信息|文章|稿件|图片)?来源|稿源|出处|(?:责任|执行|值班|网络)?(?:编辑|主编)"
    r"|责编|[责美]编|[校审]对|[初终复]?审核?|统筹|策划|监制|摄影|摄像|供图|制图|图片|发布时间"
    r"|时间|日期|点击|浏览|阅读)"
)
_AUTHOR = rf"(?:{_LABEL}{_SEP}*)?(?:{_ROLE}|{_LABEL})"
_END = r"(?:摄影报道|报道|文/图|图/文|文|图|发自.{2,20})"
_BYLINE = re.compile(
    rf"[■□●○◆◇▲△▶►★☆◎❑▪·※\s]*[（(]?(?:[{HAN}]{{2,12}}[\s|])?{_AUTHOR}{_SEP}*{_NAME}?"
    rf"(?:{_SEP}+(?:{_OTHER}{_SEP}*[^\s，。]{{1,16}}|{_AUTHOR}|{_NAME}|[{HAN}]{{5,12}}(?={_SEP})))*"
    rf"(?:{_SEP}*{_END})?[）)]?"
)
# Each branch begins with a character, by which the scan skips all else.
_HINT = re.compile(rf"记者|采访人员|通讯员|{_LABELS}|评论员|特派员|实习生|报道组")
_PLAIN = re.compile(
    rf"(?:记者|通讯员|{_LABEL}){_SEP}+([{HAN}]\ ?[{HAN}]{{1,2}}|[{HAN}]+·.*?)(?![{HAN}])"
)
_SPACED = re.compile(rf"([{HAN}])\s{{1,3}}([{HAN}])(\s?[:：]|$)")
_FROM = re.compile(r"发自.*")
_MARKED = re.compile(rf"[■□◆◇▲●]\s*({_NAME}(?:\s+{_NAME})*)")
_INLINE = re.compile(
    rf"[（(【](?=[^（）()【】]{{0,40}}(?:{_ROLE}|作者))([^（）()【】。]{{2,80}})[）)】]"
    rf"|^(作者\s?[:：]\s?{_NAME}(?:[\s、]+{_NAME})*)(?![{HAN}])"
    rf"|(?:^|[讯电])\s?([{HAN}]{{0,8}}记者[\s:：]*{_NAME}(?:[\s、]+{_NAME})*)(?=\s)"
)
_WRITER = re.compile("记者|采访人员|通讯员|评论员|撰稿人|特派员|实习生|报道组|作者")
"""What every byline of :data:`_INLINE` has."""
_SIGNED = re.compile(rf"。\s?[（(]([{_SURNAMES}][{HAN}\s]{{1,4}}(?:[\s、][{HAN}\s]{{2,4}})*)[）)]$")
_SEGMENT = re.compile(rf"({_AUTHOR})|({_OTHER}(?={_SEP}))")
_TOKEN = re.compile(rf"[{HAN}](?:\ {{1,3}}|　)[{HAN}](?![{HAN}])|[{HAN}·]+")
_NOT_NAME = re.compile(
    r"本报|特约|全媒体|融媒|首席|见习|供稿|报道|摄影|来源|编辑|联盟|客户端|新闻|据|点击|图片|浏览"
    r"|[报网社台版讯局部办委院]$|公司$|中心$|^[文图摄]"
)


def unspaced(text: str) -> str:
    """A line whose label is set with a blank (编 辑：某某), without it."""
    spaced = _SPACED.match(text) if text[1:2].isspace() else None
    return "".join(spaced.groups()) + text[spaced.end() :] if spaced else text


def is_byline(text: str) -> bool:
    """Whether a line is nothing but a byline: ``■ 通讯员 张某某 李某某``, ``本报记者/王某``."""
    if _HINT.search(text) and _BYLINE.fullmatch(text):
        found = names(text)
        return bool(found) and (_PLAIN.search(text) is not None or found[0][0] in _SURNAMES)
    marked = _MARKED.fullmatch(text)
    return marked is not None and all(
        name[0] in _SURNAMES and len(name) < 4 for name in _listed(marked[1])
    )


def closing_byline(text: str) -> bool:
    """Whether a paragraph ends in a byline in brackets: ``…。（记者 张某某）``."""
    if text[-1] not in "）)":
        return False
    found = list(_INLINE.finditer(text, max(0, len(text) - 90)))
    return bool(found) and found[-1].end() == len(text)


@lru_cache(maxsize=64)  # a line is asked whether it is a byline, and then for its names
def names(byline: str) -> tuple[str, ...]:
    """The names of a byline in their order, each once; without editors and sources."""
    marked = _MARKED.fullmatch(byline)
    if marked and not _HINT.search(byline):
        return tuple(dict.fromkeys(_listed(marked[1])))
    byline = _FROM.sub("", unspaced(byline))
    found: dict[str, None] = {}
    segments = list(_SEGMENT.finditer(byline))
    ends = [segment.start() for segment in segments[1:]] + [len(byline)]
    for segment, end in zip(segments, ends, strict=False):
        if segment[1] is not None:
            found |= dict.fromkeys(_listed(byline[segment.end() : end]))
    return tuple(found)


def _listed(text: str) -> Iterator[str]:
    """What may be a name in a list of names."""
    for match in _TOKEN.finditer(text):
        name = "".join(match[0].split())
        if ("·" in name or 2 <= len(name) <= 4) and not _NOT_NAME.search(name):
            yield name


def inline(text: str) -> Iterator[str]:
    """The names in a paragraph's bylines: 本报讯（记者 某某）, a closing （某 某）."""
    if _WRITER.search(text):
        for match in _INLINE.finditer(text):
            yield from names(match[1] or match[2] or match[3])
    if text.endswith(("）", ")")) and (signed := _SIGNED.search(text)):
        yield from _listed(signed[1])
