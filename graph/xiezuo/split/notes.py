"""Lines around a report that are not part of it: sources, editors, captions, navigation."""

from __future__ import annotations

import re

from xiezuo.split.clean import HAN

NOTE_LENGTH = 140
"""A longer line is read as prose, whatever it begins with."""

LINKS = 6
"""A long line with so many blanks and no punctuation is a row of links."""

_DATE = (
    r"(?:(?:19|20)?\d\d\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}\s?日?"
    r"|\d\d[./]\d\d[./](?:19|20)\d\d)"
)
_TIME = r"(?:\ *\d\d?[:：]\d\d(?:[:：]\d\d)?)"
_LABEL = r"""
    责任?编辑?|(?:值班|本版|网络|执行|视觉|特约)?(?:总?编辑?|主编|美编|编审)
    |(?:信息|文章|稿件|新闻|图片|视频)?来源|稿源|出处|[初复终]?审核?人?|[一二三]审|校对|终审|监制
    |签发|签审|审签|策划|统筹|编导|文案|设计|摄影|摄像|图片|供图|供稿|剪辑|制作|配音|原标题|关键[词字]|标签|版权
    |作者|通讯员|记者|文字?报道|文字?|编排|浏览(?:次数|量)?|点击(?:量|数|率)?|阅读(?:量|数)?|查看
    |(?:当前|总)?访问量?|人气|字号|字体|(?:发布|更新|发表|录入)(?:日期|时间|者|人|单位|机构)|日期|时间|索引号|分享到?
    |微信|扫码|打印|视力保护色|联系(?:电话|我们|人)|电话|地址|邮箱|邮编|网址|备案号?|许可证号?
"""
_ALONE = r"""
    监制|记者|制图|编导|统筹|策划|摄影|编辑|主编|通讯员|文案|设计|审核|校对|责编|出品
"""
_BUTTON = r"""
    打印|关闭|返回(?:顶部|首页|目录|列表)?|分享|收藏|评论|点赞|转发|字号|字体|大\ 中\ 小|APP下载
    |下载APP|登录|注册|导航|我要(?:纠错|评论|投稿|揪错)|纠错|投稿|T\+|T-|首页|搜索|上一篇|下一篇
    |正文|目录|微博|微信|QQ空间|Qzone|图集|更多|正在加载|加载中|等待处理|听全文|文章插图|配图
"""
_MORE = r"""
    [上下]一[篇条页张]|相关(?:链接|阅读|新闻|报道|附件|推荐)|延伸阅读|热门|推荐|为您推荐|猜你喜欢
    |精彩推荐|更多(?:新闻|精彩|内容)|最新(?:文章|新闻)|加载更多|返回|全部评论|新闻评论|网友评论
    |评论列表|发表评论
"""
_LEGAL = r"""
    版权声明|免责声明|声明[:：]|特别声明|未经.{0,12}授权|本网站?声明|凡本[网站]|凡注有|转载请
    |本文来自|以上内容
"""
_OUTLET = r"""
    网|网站|频道|移动版|数字报|客户端|广播电视台|电视台|[日晚早时商都]报|在线|融媒体?(?:中心)?
"""
_CREDIT = r"\ ?摄(?:影|制)?|\ ?/[摄图]|\ 供图|\ 提供|\ ?制图"
_CREDIT_LENGTH = 5
"""The longest credit with the character before it and the bracket behind it."""
_PICTURE = r"图为|图片为|图[①-⑳\d一二三四五六七八九十]?[:：]|[上下左右]图|资料图"
_LEAD = r"[（(▲△▼↑↓◀▶]"
_NOTE = re.compile(
    rf"""
    # a label and what belongs to it, or the label alone
      (?:【.{{1,4}}】)? [·*•\-\s【（\[◎○●■□]* (?:本文)? (?:{_LABEL}) \ ? [:：】\]/｜|（] [^。]*
    | (?:{_ALONE}) | [^，。]{{1,7}}： | [·*•\-]\ .{{1,12}}
    # the page of the paper
    | [（\[【]? (?:下转|上接|转|紧接) 第?\ ?[\d一二三四五六七八九十A-Z]+\ ?版 .{{0,12}}
    | (?:第\ ?)?[A-Z]?\d{{1,3}}\ ?版? | \d+\ ?/\ ?\d+
    | 第?[\dA-Z一二三四五六七八九十]+版 [:：\ ]? [^。]{{0,30}}
    # what the site wants of its reader
    | (?:扫一扫|扫码|点击(?:图片)?|长按|扫描|识别|关注我们|关注.{{2,12}}[网号]) [^。]{{0,60}}
    | (?:{_MORE}|分享到)[^。]{{0,60}} | 打开微信.{{0,60}}
    | 欢迎访问.{{2,30}} | 打开.{{2,20}}看评论 | (?:{_LEGAL}).* | 图片?来[源自].{{0,60}}
    # where the page is, and links
    | (?:您?(?:现在|当前)?的?(?:当前)?(?:所在)?位置|首页|您现在的位置) [^。]{{0,80}}
    | (?:{_BUTTON}) (?: [\s/｜|·【】\[\]]+ .{{0,8}} )*
    | [{HAN}]{{2,8}}(?:{_OUTLET}) (?:\ .{{1,6}})? | https?://\S+
    # captions
    | {_LEAD}? \ ? (?:{_PICTURE}) .* | {_LEAD} .{{2,}} [摄图] [）)]?
    # dates
    | {_DATE} (?:\ ?(?:(?:星期|周)[一二三四五六日天]|[A-Z][a-z]+))? \ ? {_TIME}?
        (?: \ ? [\ |｜] .{{0,60}} | (?:来源|责编|编辑|作者) .{{0,40}} )?
    | 《?[{HAN}]{{2,8}}报》?\ ?[（(]?\ ?{_DATE} .{{0,12}} | (?:19|20)\d\d年(?:\d{{1,2}}月)?
    # what is left of pictures and mark-up, ends
    | !\[.*\]\(.*\) | (?:\d\.\ )?(?:<[^<>]*>\s*)+
    | (?:END|end|完|[（(]完[）)]|【资料图】|\W|[A-Za-z]|\+\d)
    """,
    re.VERBOSE,
)
_SIGN = re.compile(
    r"[\d℃>»›【|｜.下我版](?:(?<=\d)\s?[-年/:：]|(?<=[℃>»›【|｜.])|(?<=下)载|(?<=我)要投稿|(?<=版)权所有)"
)
"""What every note of :data:`_SIGNED` has; it begins with a class, by which the scan skips."""
_SIGNED = re.compile(
    rf"""
      [^。]{{0,30}}(?:下载\ ?APP|我要投稿|℃)[^。]{{0,20}} | .{{2,40}}>>+ | .{{0,20}}版权所有.*
    | [^，。]{{0,40}} (?:>|»|›) [^，。]{{0,60}}
    | [^，。【】]{{0,8}} (?: 【.{{1,8}}】 \s? ){{3,}}
    | (?: [^，。|]{{1,20}} [|] \s* ){{3,}} [^，。|]{{0,20}}
    | (?=.*来源) [^，。]{{0,20}} {_DATE} {_TIME}? [^，。]{{0,10}} 来源[:：] .{{2,16}}
    | [^，。]{{2,20}} [\ |｜]+ {_DATE} {_TIME}? | [^，。]{{2,20}} \ \d\d[:：]\d\d
    | .{{1,30}}\.(?:jpe?g|png|gif|webp|mp4)
    """,
    re.VERBOSE,
)
"""Notes that begin with anything."""
_CREDIT_ENDS = frozenset("摄影制图供）)")
_CREDITED = re.compile(rf"[{HAN}](?:{_CREDIT})[）)]?\Z", re.VERBOSE)
_TRAIL = re.compile(r"[^，。]{0,60}[>»›]|.{0,8}位置|首页")
_LISTED = re.compile(r"[^，。；：！？]{61,}")
_TAIL = re.compile(
    rf"""
    (?:【.{{1,4}}】)?[·*\s【（\[]*
    (?: 责任?编辑?|编辑|责编|监制|[校审]对|审核|终审|版权|打印|关闭|扫一扫|分享到|{_MORE}|{_LEGAL} )
    """,
    re.VERBOSE,
)
_CAPTION = re.compile(rf".*(?:[{HAN}](?:{_CREDIT})|[摄图])[）)]?", re.VERBOSE)


def is_note(text: str) -> bool:
    """Whether a line is a note: a source, an editor, a caption, a link of the site."""
    if len(text) > NOTE_LENGTH:
        return False
    links = text.count(" ") >= LINKS and _LISTED.fullmatch(text) is not None
    return (
        links
        or (
            text[-1:] in _CREDIT_ENDS
            and _CREDITED.search(text, max(0, len(text) - _CREDIT_LENGTH)) is not None
        )
        or _NOTE.fullmatch(text) is not None
        or (_SIGN.search(text) is not None and _SIGNED.fullmatch(text) is not None)
    )


def is_trail(note: str) -> bool:
    """Whether a note says where on the site the page is: 首页 > 要闻 > 正文."""
    return _TRAIL.match(note) is not None


def is_caption(note: str) -> bool:
    """Whether a note is the text under a picture or the photographer's name."""
    return _CAPTION.fullmatch(note) is not None


def ends_report(note: str) -> bool:
    """Whether what follows a note is no longer the report: links, other headlines."""
    return _TAIL.match(note) is not None
