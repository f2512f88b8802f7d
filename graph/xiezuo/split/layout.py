"""The lines of a document as they are laid out, and what each looks like on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from xiezuo.model import Span
from xiezuo.split.bylines import is_byline
from xiezuo.split.clean import BLANK, HAN


class Shape(Enum):
    """What a line looks like, before its neighbours are considered."""

    TITLE = "title"
    """Short, without the end of a sentence: a headline, a sub-heading, a cell of a table."""
    BYLINE = "byline"
    DATELINE = "dateline"
    """Prose that opens a report: 本报讯, 本报兰州5月2日电, 记者某某报道."""
    NOTE = "note"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the layout, without the blanks around it (document offsets).

    ``gap`` counts the empty lines above it; a rule (-----) or a form feed counts as three.
    """

    span: Span
    text: str
    gap: int
    shape: Shape


TITLE_LENGTH = 60
"""The longest headline line: the sub-headlines of newspaper pages reach 50 characters."""

_DATE = r"(?:19|20)\d\d\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}\s?日?"
_NOTE = re.compile(
    rf"""
      [【（\[]?\ ?(?: 责任?编辑?|(?:值班|本版|网络|执行|视觉)?(?:总?编辑?|主编|美编|编审)|来源|稿源|信息来源
        |文章来源|出处|[初复终]?审核?|[一二三]审|校对|终审|监制|审签|策划|统筹|摄影|摄像|图片|供图|供稿|剪辑|制作|原标题|关键词
        |标签|版权|作者|浏览(?:次数|量)?|点击(?:量|数)?|阅读(?:量|数)?|字号|字体|发布(?:日期|时间|者|人|单位)|日期|时间|更新时间
        |索引号|分享到?|微信|扫码|通讯员|打印|视力保护色) \ ?[:：】\]/｜|] .{{0,60}}
    | [（\[【]?(?:下转|上接|转|紧接)第?[\d一二三四五六七八九十A-Z]+版.{{0,12}}
    | (?:扫一扫|扫码|点击|长按|扫描|识别).{{0,30}}
    | (?:上一篇|下一篇|上一条|下一条|上一页|下一页|相关(?:链接|阅读|新闻|报道)|延伸阅读|热门推荐|推荐阅读|猜你喜欢).{{0,60}}
    | (?:版权(?:所有|声明)|免责声明|声明[:：]|特别声明|未经.{{0,12}}授权|本网站?声明|凡本[网站]).*
    | (?:首页|当前位置|您(?:现在)?的(?:当前)?位置|您现在的位置|所在位置|位置[:：]).{{0,80}}
    | [^，。]{{0,40}}(?:>|»|›|>>)[^，。]{{0,60}}
    | (?:打印|关闭|返回顶?部?|分享|收藏|评论|点赞|转发|字号?|大|中|小|APP下载|登录|注册|导航|【?(?:大|中|小)】?|我要?纠错|T\+|T-)
      (?:[\ /|｜·【】\[\]](?:.{{1,8}}))*
    | [（(▲△▼↑↓◀▶]?\ ?(?:图为|图片为|图[①-⑳\d一二三四五六七八九十左右上下]?[:：为]|上图|下图|左图|右图|资料图)[^\n]{{0,120}}
    | [（(▲△▼↑↓◀▶][^。\n]{{2,80}}(?:摄|供图|图)[）)]?
    | [^。\n]{{0,80}}[{HAN}]{{2,4}}\ ?(?:摄影?|/[摄图]|供图|提供|制图)\ ?(?:影报道)?[）)]?
    | {_DATE}(?:\ ?星期[一二三四五六日天])?(?:\ +\d\d?[:：]\d\d(?:[:：]\d\d)?)?(?:[\ |｜].{{0,60}}|来源.{{0,40}})?
    | 第?\d{{1,3}}版[:：]?.{{0,30}} | [A-Z]?\d{{1,3}}\ ?版?
    | (?:end|END|完)
    """,
    re.VERBOSE,
)
_NOT_NOTE = re.compile(rf"[{HAN}]{{2,}}(?:提供|摄影?)$")
_DATELINE = re.compile(
    rf"本[报网台刊].{{0,8}}[讯电]|[{HAN}]{{2,8}}讯[（(\s]|新华社.{{2,12}}电|中新[社网].{{2,14}}[电讯]"
    rf"|[{HAN}]{{2,10}}\d{{1,2}}月\d{{1,2}}日[电讯]"
)
_RULE = re.compile(r"[-=_*~—※☆★·.\s]{3,}")
_LINE = re.compile(r"[^\n]+")
_EDGE = BLANK
_BLOCK = re.compile(rf"(?<=[。！？”…）])(?: {{2,}}|[ {_EDGE}]*\u3000[{_EDGE}]*)(?=\S)")
_SOFT = re.compile(r"(?<=[。！？”]) +(?=\S)")


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence or a list item ends."""
    return text.rstrip("”’）》】")[-1:] in _FINAL or text.endswith(("）", "…"))


_FINAL = frozenset("。！？；：")


def _shape(text: str) -> Shape:
    if len(text) <= TITLE_LENGTH and is_byline(text):
        return Shape.BYLINE
    if _DATELINE.match(text):
        return Shape.DATELINE if len(text) > 30 else Shape.NOTE
    if len(text) <= 140 and _NOTE.fullmatch(text):
        return Shape.NOTE
    if len(text) > TITLE_LENGTH or "。" in text or text[-1] in "，、；：":
        return Shape.PROSE
    if text[-1] in "！？” " and ends_sentence(text) and len(text) > 30:
        return Shape.PROSE
    return Shape.TITLE


def rows(text: str) -> list[Row]:
    """The lines of a normalised text that have something on them."""
    found: list[Row] = []
    gap, at = 0, 0
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    soft = len(lines) < 3
    for start, end in lines:
        gap += max(0, text.count("\n", at, start) - 1) if at else 0
        at = end
        for span in _blocks(text, start, end, soft):
            line = span.of(text)
            if not line:
                gap += 1
            elif _RULE.fullmatch(line):
                gap += 3
            else:
                found.append(Row(span, line, gap, _shape(line)))
                gap = 0
    return found


def _blocks(text: str, start: int, end: int, soft: bool) -> Iterator[Span]:
    """A line's paragraphs: wide blanks after a sentence part them, in one-line texts any blank."""
    for match in (_SOFT if soft else _BLOCK).finditer(text, start, end):
        yield _strip(text, start, match.start())
        start = match.end()
    yield _strip(text, start, end)


def _strip(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    left = len(part) - len(part.lstrip(_EDGE))
    return Span(start + left, max(start + left, start + len(part.rstrip(_EDGE))))
