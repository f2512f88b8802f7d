"""Official titles, read leftwards from the word that ends them.

甘肃省政府副秘书长、援甘前方指挥部总指挥 are two offices; each has the words of its title without
the place, the place or body that it names, or the level character that it leaves open (市 of a
bare 市委书记). A place named once holds for the bare titles that follow it in the same chain.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from xiezuo.find.chains import LEVEL, LEVELLED, inherit
from xiezuo.find.lexicon import alternation, words
from xiezuo.find.names import name_end
from xiezuo.model import (
    Article,
    Office,
    Organization,
    OrganizationMention,
    Party,
    Place,
    PlaceMention,
    Span,
)
from xiezuo.values import replace

POST = alternation(words("posts"))
PROFESSION = alternation(words("professions"))
_TO_DELIMITER = re.compile(
    r".*(?:[、，。；：！？（）《》\s—…·?.]|“(?!组团式)|(?<!组团式)”)", re.DOTALL
)
_POST_BEFORE = re.compile(rf"(?:{POST}|{PROFESSION})(?:（[^（）]{{1,6}}）)?$")
_STOP = re.compile(
    alternation(words("title_stops")) + "|[我本该][省市区县州旗盟](?!委|政)|我|与(?!外事|社会)"
    "|(?<!科技)(?<!经济)(?<!工业)和(?!社会|改革|信息|旅游|自然|城乡|计划|体育|经济|国际|合作|支援|对口|区域|协作|交流|商务|林|田|平|谐|硕|布|静)"
    "|对(?!口|外)|接待(?!处|办|中心)|协调(?!处|办|局|组|小组|中心)|代表(?!团|大会|处|委)|(?<!责)任(?!职|务|丘|县(?!委|政府|长|人大|政协)|泽)|(?<![局委办厅院校])原(?=[省市县区州]|党|副)"
)
_ALSO = re.compile("和(?=合作|支援|对口|区域|协作|交流)")
"""Behind a name: the official of an office whose name can stand behind 和 in a longer one."""
_WRITTEN_LEVELS = ("自治区", "地区", *"省市州盟区县旗镇乡")
"""Levels that a title repeats from the place in front: 洛南县委书记 is 县委书记."""
_OPEN = re.compile(rf"代?(?:常务)?副?({LEVEL})(?=[长委政人纪监领法检行直级工总团妇科])|({LEVEL})")
_COMPANY_POST = re.compile(
    "(?:常务|执行|高级)?副?(?:总经理|董事长|总裁|总监|经理|法定代表人|厂长)$"
)
_BODY = re.compile(rf"(?:{alternation(words('bodies'))})(?!长|部|办|学|挥)")
_GROUP = re.compile("小?组(?=副?$)")
_PAST = re.compile(
    r"^(?:中共|原任|原(?!州|平|阳)|时任|前(?!进|郭|海)|现任|新任|候任|挂职|挂任|援派|其|援[疆藏青](?=副?[校院园]长))+"
)
_POSTED = re.compile("挂职(?!干部)")
_GOES = re.compile("挂职|派驻|派到|派往|援派|赴")
_BATCH = re.compile("第[0-9一二三四五六七八九十]+批")
_SENT_BY = re.compile("[^，、。]{2,14}?(?:派驻|派赴|派往|选派赴|[批驻]赴|赴)$")
"""Between a sending place and the one that somebody's team is in."""
_GLUED = re.compile(
    "(?:常委|书记)(?=(?:常务)?副?(?:书记|[省市州盟区县旗镇乡]长|部长|局长|主任|主席|董事长|总经理|[院校]长)$)"
)
_SHORT = 6
"""How much can stand between a short name in brackets and the post: 内科副."""
_SHORT_NAME = re.compile("（(?:以下)?简称[^（）]*）$")
_DEPARTMENT = re.compile(f"(?:{LEVEL})(?:{alternation(words('office_ends'))})$")
_TEAM = re.compile("(?:工作|联络)[组队]|分?指挥部|分队")
_OF_TEAM = re.compile("(?<=[县市区州旗队组部])（[^（）]{2,6}）$")
_JOINS = re.compile("(?:的|[时现前曾担]任)$")
_COMMAND = re.compile("(?P<post>副?总?指挥长?)|总?领队")
"""The title of who leads a command post or a team."""
_SIDE = re.compile("^(?:方面?|两级)领导$")
"""Of 宁波方领导: those of the city."""
_NO_SIDE = re.compile("方面?领导$")
_SENTENCE_END = re.compile("[。！？\n]")
_ENUMERATED = re.compile("各|有关|相关|等(?<![高中平]等)[^，。、]{0,6}$|全体|所有|部分")
_LONGEST = 28


class Titles:
    """The titles of one article."""

    def __init__(
        self,
        article: Article,
        places: Sequence[PlaceMention],
        organisations: Sequence[OrganizationMention],
    ) -> None:
        self._text = article.text
        self._places = places
        self._starts = [mention.span.start for mention in places]
        self._bodies = {mention.span.end: mention for mention in organisations}

    def place_at(self, offset: int) -> PlaceMention | None:
        """The place mention that covers an offset."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self._places[index].span.end > offset:
            return self._places[index]
        return None

    def places_before(self, offset: int) -> tuple[Place, ...]:
        """The places named in the sentence before an offset, the nearest first."""
        found: list[Place] = []
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            mention = self._places[index]
            if _SENTENCE_END.search(self._text, mention.span.end, offset):
                break
            if mention.place is not None:
                found.append(mention.place)
        return tuple(dict.fromkeys(found))

    def behind_seat(self, title: Span, floor: int) -> tuple[Span | None, Office | None]:
        """The name right before a title that stands behind its body or place, and its office.

        某市援疆指挥部某某副指挥长, 某县某某副县长.
        """
        words = title.of(self._text)
        for start in (title.start - 3, title.start - 2):
            if start <= floor or name_end(self._text, start) != title.start:
                continue
            if self._text[title.start - 1] in "科室":
                continue  # 某县人民医院任儿科主任
            body, place = self._bodies.get(start), self.place_at(start - 1)
            if body is not None:
                office = Office(words, title, Organization(body.name, body.place))
                if found := _DEPARTMENT.search(body.name):
                    # 某市教育局某某局长 is 市教育局局长 of the city.
                    level = "" if body.place else _open_level(found[0])
                    office = Office(found[0] + words, title, body.place, level)
                return Span(start, title.start), office
            if place is not None and place.span.end == start and place.form in ("full", "name"):
                return Span(start, title.start), Office(words, title, place.place)
        return None, None

    def begin(self, offset: int) -> int:
        """Where a title begins with the body or town that it is of: 是某医院的副院长."""
        if self._text[offset - 1] != "的":
            return offset
        body = self._bodies.get(offset - 1) or self.place_at(offset - 2)
        whole = body is not None and body.span.end == offset - 1
        return body.span.start if body is not None and whole else offset

    def body_before(self, offset: int) -> Organization | None:
        """The organisation last named in the sentence before an offset."""
        ends = [end for end in self._bodies if end <= offset]
        last = max(ends, default=0)
        if not last or _SENTENCE_END.search(self._text, last, offset):
            return None
        return Organization(self._bodies[last].name, self._bodies[last].place)

    def taken_at(self, offset: int) -> Organization | None:
        """The organisation at which a title behind 任 is taken up: 前往某县人民医院任儿科主任."""
        body = self._bodies.get(offset - 1) if self._text[offset - 1] == "任" else None
        return Organization(body.name, body.place) if body is not None else None

    def chain(self, post: Span, floor: int, scopes: Sequence[Party] = ()) -> tuple[Office, ...]:
        """The offices of the titles that end with the post at ``post``, in the order written.

        Nothing before ``floor`` is looked at: there the last name ended. ``scopes`` are the
        places and bodies of the titles before it, the widest first.
        """
        offices: list[Office] = []
        while True:
            left = self._segment_start(post.start, floor)
            office, whole = self._office(left, post)
            if office is None:
                break
            offices += _parted(office)
            previous = self._post_before(left, floor) if whole else None
            if previous is None:
                break
            post = previous
        listed = bool(offices) and offices[-1].span.start == floor + 1
        return inherit(offices[::-1], scopes, listed and self._text[floor] in "、，和")

    def _segment_start(self, offset: int, floor: int) -> int:
        """Where the stretch of text without punctuation that leads up to ``offset`` begins."""
        left = max(floor, offset - _LONGEST)
        delimited = _TO_DELIMITER.match(self._text, left, offset)
        if delimited is None:
            return left
        # 某地区第一人民医院（以下简称“一院”）院长
        near = offset - delimited.end() <= _SHORT
        remark = _SHORT_NAME.search(self._text, floor, delimited.end()) if near else None
        if remark is None and _TEAM.match(self._text, delimited.end()):
            # 某省第十批援藏工作队某县（某市）工作组组长
            remark = _OF_TEAM.search(self._text, floor, delimited.end())
        return self._segment_start(remark.start(), floor) if remark else delimited.end()

    def _post_before(self, segment: int, floor: int) -> Span | None:
        """The post that ends the title before the one whose segment begins at ``segment``."""
        end = segment - 1
        if end > floor and self._text[end - 1 : end + 1] in ("，、", "、，"):
            end -= 1
        if end <= floor or self._text[end] not in "、，兼 ":
            return None
        found = _POST_BEFORE.search(self._text, max(floor, end - 14), end)
        if found is None:
            return None
        start = self._segment_start(found.start(), floor)
        if _ENUMERATED.search(self._text, start, found.start()):
            return None
        return Span(found.start(), found.end())

    def _office(self, left: int, post: Span) -> tuple[Office | None, bool]:
        """The office whose title lies between ``left`` and the post's end.

        The second value says whether the title reaches back to ``left``, so that a title before
        it can belong to the same person.
        """
        start = self._after_stop(left, post.start)
        # 某局副局长、来自某区的挂职干部某某
        whole = start == left or self._text.startswith("来自", left) or self._sent(left, start)
        past = _PAST.match(self._text[start : post.start])
        if past:
            start += past.end()
        place = self._place_in(start, post)
        level = LEVELLED.search(self._text, start, post.start)
        if place is not None and level and level.start() < place.span.start:
            # 市政府驻昆明办事处: the place lies inside the name of an office.
            place = None
        if place is not None:
            # What stands before the place belongs to a body's name: 粤黔协作工作队遵义工作组.
            before = self._text[start : place.span.start]
            whole = (
                whole
                and (not before or _BODY.search(before) or _BATCH.fullmatch(before)) is not None
            )
            if (team := self._team(start, place, post)) is not None:
                return team, whole
            start = place.span.start
            body_start = place.span.end
        else:
            body_start = start
        posted = list(_POSTED.finditer(self._text, body_start, post.start))
        body_start = posted[-1].end() if posted else body_start
        host = self._host(start, post)
        if host is not None:
            # 衢江区挂职平武县委常委: what stands before is where they come from.
            place, start = host, host.span.start
            body_start = max(body_start, host.span.end)
        # 达州市长: the place's last character opens the post.
        body_start = min(body_start, post.start)
        if place is None and level and level.start() > start:
            body_start = start = self._unlisted(start, level.start())
        title = re.sub(r"（[^（）]*）", "", self._text[body_start : post.end])
        if len(title) > _LONGEST or "·" in title:
            return None, False
        span = Span(start, post.end)
        office = self._seated(title, span, place, body_start)
        if office.of is None and _NO_SIDE.search(title):
            return self._sided(office), whole
        return office, whole

    def _team(self, start: int, place: PlaceMention, post: Span) -> Office | None:
        """The office in a team with a place in its name: 粤桂协作工作队河池组组长."""
        group = _GROUP.match(self._text, place.span.end, post.start)
        if group is None or not _BODY.search(self._text[start : place.span.start]):
            return None
        of = Organization(self._text[start : group.end()], None)
        return Office(self._text[group.end() : post.end], Span(start, post.end), of)

    def _sent(self, left: int, start: int) -> bool:
        """Whether a title says who sent a team before where it is: 某市派驻某县联络组组长."""
        sender = self.place_at(left)
        within = sender is not None and sender.span.start == left
        return within and _SENT_BY.fullmatch(self._text, left, start) is not None

    def _host(self, start: int, post: Span) -> PlaceMention | None:
        """The place that somebody is posted to, where the title names home as well."""
        for found in _GOES.finditer(self._text, start + 1, post.start):
            place = self.place_at(found.end())
            if place is not None and place.span.start == found.end():
                return place if place.span.end <= post.start + 1 else None
        return None

    def _sided(self, office: Office) -> Office | None:
        """The leaders of a side that the title names short: 海西方领导 of 海西州."""
        stem = _NO_SIDE.sub("", office.title)
        named = (mention.place for mention in self._places if mention.place is not None)
        place = next((p for p in named if len(stem) > 1 and p.name.startswith(stem)), None)
        if place is None:
            return None
        level = next((word for word in _WRITTEN_LEVELS if place.name.endswith(word)), "")
        return Office(f"{level}领导", office.span, place)

    def _unlisted(self, start: int, level: int) -> int:
        """Where a title begins that has words before its level: those of a place not listed.

        沙柳河镇党委书记 and 火炬开发区党工委书记 keep their place; before 区委书记 it is left out.
        """
        if self._text[level] in "镇乡街" or self._text[level - 1] in "发新园景管社小校片城":
            return start
        return level

    def _after_stop(self, left: int, right: int) -> int:
        """Where the title begins: after the last word of the stretch that is in no title."""
        start = left + (_ALSO.match(self._text, left) is not None)
        for stop in _STOP.finditer(self._text, left, right):
            covering = self.place_at(stop.start())
            # 和县委书记 after a name is "and the county's", never He county.
            if covering is None or (stop[0] == "和" and covering.span.start == stop.start()):
                start = stop.end()
        return start

    def _place_in(self, start: int, post: Span) -> PlaceMention | None:
        """The first place named in a title (the whole of 四川省甘孜州乡城县 is one mention)."""
        index = bisect_left(self._starts, start)
        while index < len(self._places) and self._starts[index] < post.start:
            mention = self._places[index]
            if mention.span.end <= post.start + 1 and mention.form not in (
                "abbreviation",
                "inside",
            ):
                return mention
            index += 1
        return None

    def _seated(
        self, title: str, span: Span, place: PlaceMention | None, body_start: int
    ) -> Office:
        """The office with its place, its body or what it leaves open."""
        ends = [match.end() for match in _BODY.finditer(title) if match.end() < len(title)]
        company = _COMPANY_POST.search(title)
        if not ends and company and company.start() >= 4:
            ends = [company.start()]
        if ends:
            # Counted from behind: a remark in the name has been left out of the title.
            of = self._body(span.start, span.end - len(title) + ends[-1], place)
            return Office(title[ends[-1] :], span, of)
        if place is None:
            body = self._held_in(title, span.start)
            level = _open_level(title)
            if body is None or level:
                return Office(title, span, None, level)
            return Office(title, span, Organization(body.name, body.place))
        name = place.span.of(self._text)
        if place.place is not None and _SIDE.match(title):
            title, name = "领导", place.place.name
        whole = place.place.name if place.place else name
        # 苏州 ends with no level: its own name is 苏州市.
        levels = (word for word in _WRITTEN_LEVELS if name.endswith(word) and whole.endswith(word))
        level = next(levels, "")
        if not _OPEN.match(title) and title[:1] not in "副常原代":
            title = level + title
        if place.place is None:
            return Office(title, span, None, _open_level(title))
        return Office(title, span, place.place)

    def _held_in(self, title: str, start: int) -> OrganizationMention | None:
        """The body that a title is of whose words do not name one.

        It stands before a word that joins them (某市第四人民医院的医生, 在某指挥部担任指挥), or is
        the last command post or team that the text names: 时任总指挥某某.
        """
        join = _JOINS.search(self._text, max(0, start - 2), start)
        if join is not None and join.start() in self._bodies:
            return self._bodies[join.start()]
        kind = _COMMAND.fullmatch(title)
        if kind is None:
            return None
        ends = ("指挥部", "前指") if kind["post"] else ("工作队",)
        found = (e for e, body in self._bodies.items() if e <= start and body.name.endswith(ends))
        return self._bodies.get(max(found, default=-1))

    def _body(self, start: int, end: int, place: PlaceMention | None) -> Organization:
        """The organisation that ends at ``end``, as its mention names it where there is one."""
        mention = self._bodies.get(end)
        if mention is not None and mention.span.start >= start:
            return Organization(mention.name, mention.place)
        name = re.sub(r"^(?:中共|原(?!州|平|阳))", "", self._text[start:end])
        return Organization(name, place.place if place else None)


def _parted(office: Office) -> list[Office]:
    """Two titles that nothing parts (县委常委副县长), the last first; else the one."""
    joint = _GLUED.search(office.title)
    if joint is None:
        return [office]
    first, last = office.title[: joint.end()], office.title[joint.end() :]
    level = "" if office.of else _open_level(last)
    return [replace(office, title=last, deixis=level), replace(office, title=first)]


def _open_level(title: str) -> str:
    """The level character that a title without a place leaves open (区委书记 → 区)."""
    found = _OPEN.match(title)
    if not found:
        return ""
    if title.startswith(("区党委", "区政府主席", "区政府副主席")):
        return "自治区"
    return found[1] or found[2]
