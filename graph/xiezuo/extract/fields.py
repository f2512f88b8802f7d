"""The words of a sentence that may name a field of cooperation, and how they are put.

Read generously: lists that are opened and closed (围绕甲、乙、丙等方面), fields set in front
(在产业协作上，), deeds (``deeds.py``), the names of agreements, events and of what is built, and
every other word of the concept scheme (``ontology/domains.ttl``). Whether a word that is found does
name a field of a pair's cooperation is weighed afterwards (``weighing.py``), by the signs noted
here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from xiezuo.extract.deeds import RULES as DEED_RULES
from xiezuo.extract.deeds import deeds
from xiezuo.extract.grammar import Rule
from xiezuo.extract.institutions import JOINT, institutions
from xiezuo.extract.reach import led
from xiezuo.extract.scene import BLOT, PLACE_BLOT, Scene
from xiezuo.extract.wording import FIELD, PUT, put, term_signs
from xiezuo.lexicon import classify, domains_in
from xiezuo.model import Span

_ITEM = "[^。；！？\n，、]{1,24}?"
_FIRST = "(?:(?!围绕|聚焦|聚力|突出|涵盖|在|从|将)[^。；！？\n，、]){1,24}?"
_OPEN = (
    # Each branch begins with a character of its own, by which the scan skips all else.
    "(?:围绕|聚[焦力]|谋划|紧扣|立足|着(?:眼|力在)|重点在|涵盖|涉及|覆盖|包括|突出|抓好|强化|拓展|深化|加[强快大]"
    "|推[动进]|开展|促进|建成了?|实施|发展|用于|投[向身]|事：|上：|点：|面：)"
)
_CLOSE = (
    "(?:等)?(?:多个|各个|重点|诸多|各)?(?:领域|方面|环节|行业|层面|工作|协作|合作|帮扶|交流|对接|事宜|内容"
    "|产业|项目|活动|援[疆藏青]|篇文章|新?赛道|[一二三四五六七八九十两]+[个大项件张篇条])"
)

_CLOSED = (
    "等?(?:(?:多个|各个?|重点|诸多)?(?:领域|方面|环节|新?赛道)(?!、|的?优势)"
    "|[0-9一二三四五六七八九十]+[个大张项篇件条]|项目[0-9]"
    "|(?:全方位|多层次|宽领域|优质|优势)+的?(?:交流|[协合]作|资源|互动|往来)"
    "|(?:进行|开展|(?<![协合工])作|展开)了?[^，。；、]{0,6}?(?:交流|座谈|磋商|对接|合作|洽谈|探讨))"
    "|作为[^，。、]{0,8}?(?:重点|抓手|突破口|内容|渠道)"
    "|上(?:实现|取得|下功夫|持续|再|做文章|加|发力|用力|同向)"
)
_CLOSING = re.compile(led(_CLOSED))
_LISTED = "(?=[^。；！？\n，、和与及]{0,25}+[、和与及])"
"""A look for what parts the items of a list, before they are read one character at a time."""

_MARK = "江宁区与陕西省洛南县开展东西部协作"

CLOSED = Rule(
    "domain.closed",
    f"(?:^|{led(f'[在从就于将的，：了]|{_OPEN}')}){_LISTED}"
    f"(?P<items>{_FIRST}(?:(?:、|和|与|及|以及){_ITEM})+?)(?={led(_CLOSED)})",
    0.9,
    examples=("江宁区与陕西省洛南县开展东西部协作，在产业、教育和医疗等方面成效显著。",),
    counterexamples=("江宁区与陕西省洛南县开展东西部协作，县长、局长和干部参加。",),
)
LIST = Rule(
    "domain.list",
    f"{_OPEN}(?P<items>{_FIRST}(?:、{_ITEM})+?)(?={_CLOSE}(?!、)|[，。；])",
    0.8,
    examples=(
        "江宁区与陕西省洛南县开展东西部协作，深化产业、教育、医疗合作。",
        "浙江省与新疆阿克苏地区深化对口支援，不断加大产业、科技、文旅援疆力度。",
    ),
    counterexamples=("江宁区与陕西省洛南县开展东西部协作。公园建有凉亭、步道、花坛。",),
)
HEAD = Rule(
    "domain.head",
    "(?:(?:在|从)|^(?:[0-9一二三四五六七八九十]{1,2}(?:[.、．]|是))?)"
    "(?P<items>[^。；！？\n，、]{2,12}?)(?:方面|上|领域)，",
    0.85,
    examples=("江宁区与陕西省洛南县开展东西部协作。在产业协作方面，双方共建园区。",),
)
BULLET = Rule(
    "domain.bullet",
    "^(?:[0-9一二三四五六七八九十]{1,2}[.、．]|[—–\\-·•*]{1,3}) ?"
    "(?P<items>[一-鿿]{2,8}?)(?:方面|工作)?[：:。]",
    0.85,
    examples=("江宁区与陕西省洛南县开展东西部协作。\n——产业：共建园区3个。",),
)
TERM = Rule(
    "domain.term",
    f"(?P<items>){FIELD}",
    0.8,
    examples=("江宁区与陕西省洛南县开展东西部协作，深化消费帮扶。",),
    counterexamples=("江宁区与陕西省洛南县开展东西部协作，区教育局局长参加。",),
)
AGREED = Rule(
    "domain.agreed",
    "{work}",
    0.8,
    examples=("江宁区与陕西省洛南县深化东西部协作，双方签署《消费帮扶协议》。",),
    counterexamples=(f"{_MARK}，学习《乡村振兴促进法》。",),
)
EVENT = Rule(
    "domain.event",
    "{place}",
    0.7,
    examples=("江宁区与陕西省洛南县深化东西部协作。两地共同举办了文化旅游推介会。",),
)
FOUNDED = Rule(
    "domain.founded",
    "{org}",
    0.8,
    examples=(f"{_MARK}，共建江洛产业园。", f"{_MARK}。客人到苏陕协作产业园区实地察看。"),
    counterexamples=(f"{_MARK}，客人参观了洛南县产业园。",),
)
RULES = (CLOSED, LIST, HEAD, BULLET, TERM, AGREED, EVENT, FOUNDED, *DEED_RULES)

# It begins with a class, by which the scan skips all else.
_SPLIT = re.compile(
    "[、，以和与及](?:(?<=[、，])|(?<=以)及|(?<=和)(?![谐平美睦])|(?<=与)(?<![参给]与)(?!会)|(?<=及)(?<![普涉]及)(?!时))"
)


@dataclass(slots=True)  # a frozen one takes three times as long to make
class Field:
    """Words that may name fields: where they stand, what they mean, what read them, their signs."""

    span: Span
    phrase: str
    domains: tuple[str, ...]
    rule: Rule
    signs: tuple[str, ...] = ()


def fields(
    scene: Scene,
    sentence: Span,
    labels: Sequence[tuple[Span, tuple[str, ...]]],
    tried: Sequence[int],
) -> Iterator[Field]:
    """What a sentence may name: ``labels`` are words of the scheme, ``tried`` possible deeds."""
    words = sentence.of(scene.masked)
    told = _Sentence(sentence.start, words, sentence.of(scene.article.text))
    events = list(_promoted(sentence, words))
    yield from events
    # A phrase inside a list is not read again as a deed or term.
    taken = _spoken_for(sentence.start, words, events)
    yield from _listed(told, taken)
    yield from _done(told, tried, taken)
    yield from _terms(told, labels, taken)
    yield from _agreed(scene, sentence)
    yield from _bodies(scene, sentence, words)


LISTS = {
    CLOSED: re.compile("领域|方面|环节|赛道|进行|开展|展开|作|、[^。]*[个大张项篇件条目上]"),
    LIST: re.compile("、"),
    HEAD: re.compile("(?:方面|上|领域)，"),
    BULLET: re.compile("^[0-9一二三四五六七八九十—–\\-•·*]"),
}
"""The rules that read lists, and what a sentence must hold to be worth their search."""


@dataclass(slots=True)
class _Sentence:
    """Where a sentence starts, its words with names blotted out, and as it is written."""

    start: int
    words: str
    written: str

    def field(
        self, start: int, end: int, domains: tuple[str, ...], rule: Rule, signs: tuple[str, ...]
    ) -> Field:
        """The words of the sentence from one offset to another as a field."""
        span = Span(self.start + start, self.start + end)
        return Field(span, self.written[start:end], domains, rule, signs)


def _listed(sentence: _Sentence, taken: bytearray) -> Iterator[Field]:
    """The items of lists that name fields."""
    words = sentence.words
    for rule, needed in LISTS.items():
        if not needed.search(words) or (rule is CLOSED and not _CLOSING.search(words)):
            continue
        for match in rule.regex.finditer(words):
            items = _items(match.start("items"), match.end("items"), words)
            items[-1] = items[-1][0], _headed(items, match.end(), words)
            if (
                sum([_MUTUAL.search(words, start, end) is not None for start, end in items]) > 1
                or _others(words, items, match.end())
                or sum([words.endswith(_PRAISED, start, end) for start, end in items]) > 1
            ):
                # What is mutual (产业互补、技术互学、作风互鉴) is a slogan, whatever its words,
                # what is looked at (对汽车产业、教育等领域进行考察) or praised is the host's own,
                # and departments (教育、卫生等部门) are who acts, not in which field.
                _take(taken, items[0][0], items[-1][1])
                continue
            for start, end, item, meant, signs in _understood(items, words):
                if _take(taken, start, end):
                    yield sentence.field(start, end, meant, rule, (*signs, *put(item, meant)))


def _done(sentence: _Sentence, tried: Sequence[int], taken: bytearray) -> Iterator[Field]:
    """The deeds that a sentence tells of."""
    for deed in deeds(sentence.words, tried):
        if _take(taken, deed.start, deed.end):
            yield sentence.field(deed.start, deed.end, (deed.domain,), deed.rule, (PUT,))


def _terms(
    sentence: _Sentence, labels: Sequence[tuple[Span, tuple[str, ...]]], taken: bytearray
) -> Iterator[Field]:
    """The words of the scheme outside of lists and deeds."""
    words, first, follower = sentence.words, sentence.start, -1
    for span, meant in reversed(labels):
        start, end = span.start - first, span.end - first
        if any(taken[start:end]) or _OFFICE.match(words, end):
            continue
        signs = tuple(term_signs(words, Span(start, end), meant, end == follower))
        follower = start
        yield Field(span, words[start:end], meant, TERM, signs)


def _spoken_for(first: int, words: str, events: Sequence[Field]) -> bytearray:
    """The characters of a sentence that are read before, or name who acts: 教育、卫生等部门."""
    taken = bytearray(len(words))
    for event in events:
        _take(taken, event.span.start - first, event.span.end - first)
    if "部门" in words or "单位" in words:
        for row in _DEPARTMENTS.finditer(words):
            _take(taken, *row.span())
    if "盛产" in words or "主产" in words:
        for goods in _GROWN.finditer(words):
            _take(taken, *goods.span())
    if "到位" in words:
        for money in _INVESTED.finditer(words):
            _take(taken, *money.span(1))
    return taken


def _take(taken: bytearray, start: int, end: int) -> bool:
    """Mark characters as read, unless one of them has been."""
    if any(taken[start:end]):
        return False
    taken[start:end] = b"\1" * (end - start)
    return True


_Item = tuple[int, int, str, tuple[str, ...], tuple[str, ...]]


def _understood(items: Sequence[tuple[int, int]], words: str) -> Iterator[_Item]:
    """The items of a list that mean a domain: offsets, words without names, meaning, signs."""
    found: list[tuple[int, int, str, tuple[str, ...]]] = []
    for start, end in items:
        if words[end - 1] in _PERSON_ENDS and _PERSON.search(words, start, end):
            continue
        shared = _SHARED.match(words, start, end)
        begin = shared.end() if shared else start
        if not found:
            begin = _begun(words, begin, end)
        masked = words[begin:end]
        item = masked.replace(PLACE_BLOT, "")
        if BLOT in masked or not item:
            continue
        meant = _meaning(item)
        if meant:
            found.append((begin, end, item, meant))
    signs = [f"list of {min(len(found), _LONG_LIST)}"]
    if len(found) == len(items):
        signs.append("list of fields")
    elif len(found) * 2 < len(items):
        signs.append("list of other things")
    for begin, end, item, meant in found:
        place = ("holds a place",) if len(item) < end - begin else ()
        yield begin, end, item, meant, (*signs, *place)


@lru_cache(maxsize=8192)  # articles share their phrases
def _meaning(item: str) -> tuple[str, ...]:
    """The domains of a list's item: of the deed that it begins with, or else of its words."""
    deed = next(deeds(item), None)
    if deed and (not deed.start or deed.domain == "consumption"):
        return (deed.domain,)
    return classify(item) or ((deed.domain,) if deed else ())


def _others(words: str, items: Sequence[tuple[int, int]], end: int) -> bool:
    """Whether what stands in or after a list says that it is of other things than fields."""
    first, last = items[0][0], items[-1][1]
    if _ACTORS.match(words, end) or _DUTY.search(words, first, items[0][1]):
        return True
    if _STRENGTHS.search(words, first, end + _FAR):
        return True
    return bool(_OTHERS.match(words, end)) and not JOINT.search(words, first, last)


def _begun(words: str, start: int, end: int) -> int:
    """Where a list's first item begins, which may follow a clause: 三市制订了产业、教育."""
    named = domains_in(words[start:end])
    clause = _CLAUSE_BEFORE.match(words, start, start + named[0][0].start if named else end - 2)
    return clause.end() if clause else start


_CLAUSE_BEFORE = re.compile(".*[了的对为将就都由向把过从]")

_OTHERS = re.compile(
    "等?(?:领域|方面|工作)?(?:进行|开展)了?(?:实地|专题|参观)?(?:考察|调研|参观|学习)"
    "|等?(?:领域|方面)[^，。；]{0,4}(?:有(?:着|了)?[^，。；]{0,4}(?:基础|优势|潜力|互补性|空间|前景)|优势|互补性|潜力|受益|探索出|(?:的)?[^，。；]{0,4}(?:情况|做法|经验)|，有[^，。；]{0,4}(?:经验|做法|值得))"
)
_DUTY = re.compile("负责|分管")
_STRENGTHS = re.compile("等[^，。；、]{0,4}优势")
_FAR = 6
"""Within how many characters after a list its summing up stands."""
_ACTORS = re.compile(
    "等?(?:[0-9一二三四五六七八九十]+个)?(?:相关|有关|多个|职能|主管|市直|县直|区直|对口)*(?:部门|单位|局)"
)
_GROWN = re.compile("[盛主]产[^，。；]*")
"""What grows in a place of itself."""

_INVESTED = re.compile("(?:签约|引进|引资)[^。；]{0,60}?(到位(?:各类)?资金)")
"""The money of firms, which is none that is given."""

_OFFICE = re.compile("[局厅](?!面)")
_DEPARTMENTS = re.compile(
    "[一-鿿]{2,6}(?:、[^，。；：、]{1,8})*等?(?:[0-9一二三四五六七八九十]+个)?(?:相关|有关|主管|职能|[省市州县区]直)*(?:部门|单位)"
    "(?!对接|结对|互访|[协合]作|间)"
)
_PRAISED = (*"高好强优大快", "有实招", "有特色", "有亮点")
"""What follows a list of things that are looked at, and how praise of what one has done ends."""

_LONG_LIST = 4
"""A list with more fields than this is no surer."""

_PERSON = re.compile(
    "(?:负责人|同志|代表|企业家|嘉宾|领导|书记|主席|主任|局长|客商|员工|职工|村民|群众"
    "|(?<![格布结开])局|委|办|厅|一行)$"
)
"""Who takes part, which is no field."""
_PERSON_ENDS = frozenset("人志表家宾导记席任长商工民众局委办厅行")
"""The last characters of these."""

_MUTUAL = re.compile("(?:互[补学通鉴动促融享惠]|共享|共融|共进)")
_SHARED = re.compile(
    "(?:双方|两[地省市县区]|我们)?(?:主要|通过|还|重点|持续|进一步|不断)*(?:就(?![业近地医])|开展|在(?!线)|涉及|涵盖|包括|覆盖|围绕|聚焦|推进|推动|深化|加强|拓展|扩大|促进|强化|实施|做好|抓好|建成|援建)?(?:了)?"
)

_AGREEMENT = re.compile("(?:协议书?|备忘录|规划|计划|方案|意向书)(?:（[^）]*）)?$")


def _agreed(scene: Scene, sentence: Span) -> Iterator[Field]:
    """The fields that the titles of agreements name; what is agreed is planned."""
    for mention in scene.works:
        if sentence.contains(mention.span) and _AGREEMENT.search(mention.title):
            for found, meant in domains_in(mention.title):
                word = found.of(mention.title)
                yield Field(mention.span, word, meant, AGREED, put(word, meant))


_PROMOTED = re.compile("推介[会活]|展[销示]会|招聘会|签约仪式")
_PROMOTION = re.compile("[^，。；“”]{2,30}?(?:推介会|推介活动|展销会|展示会|招聘会|签约仪式)")


def _promoted(sentence: Span, words: str) -> Iterator[Field]:
    """The fields in the name of an event that brings business together: 旅游招商推介会."""
    if not _PROMOTED.search(words):
        return
    for event in _PROMOTION.finditer(words):
        for found, meant in domains_in(event[0]):
            word = found.of(event[0])
            start = sentence.start + event.start() + found.start
            yield Field(Span(start, start + len(word)), word, meant, EVENT, put(word, meant))


def _bodies(scene: Scene, sentence: Span, words: str) -> Iterator[Field]:
    """The fields of the parks, hospitals and schools that are built, by their names."""
    for span, meant, sign in institutions(scene, sentence, words):
        yield Field(span, span.of(scene.article.text), meant, FOUNDED, (PUT, sign))


def _headed(items: Sequence[tuple[int, int]], end: int, words: str) -> int:
    """Where the last item of a list ends: with the head, where others bear it, too."""
    head = _SHARED_HEAD.match(words, end)
    if head and any(words.endswith(head[0], first, last) for first, last in items[:-1]):
        return head.end()
    return items[-1][1]


_SHARED_HEAD = re.compile("[协合]作|帮扶|交流|对接")
_AND_SO_ON = re.compile("等(?<![高中平初同均]等)(?!级|次|离)")


def _items(start: int, end: int, words: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    position = start
    for separator in [*_SPLIT.finditer(words, start, end), None]:
        stop = separator.start() if separator else end
        if stop > position:
            more = _AND_SO_ON.search(words, position + 1, stop)
            found.append((position, more.start() if more else stop))
        if separator:
            position = separator.end()
    return found
