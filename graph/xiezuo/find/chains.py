"""What the titles of one person, and those of a list, take from each other.

A place named once holds for the bare titles that follow it: 甘肃省委副书记、省长.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xiezuo.find.lexicon import alternation, words
from xiezuo.model import Office, Organization, Party, Place
from xiezuo.values import replace

LEVEL = "自治区|省|市|州|盟|地区|区|县|旗|镇|乡|街道|地(?=委)"
SEAT = (
    "委|党委|政府|人大|政协|纪委|监委|领导|法院|检察院|行署|直属|级|直|工会|总工会|团委|妇联|科协"
)
LEVELLED = re.compile(rf"(?:{LEVEL})(?=(?:{SEAT})|[\u4e00-\u9fff]{{1,12}}[局委办厅部院会]|委)")
_POST = alternation(words("posts"))
_BARE = re.compile(
    rf"(?:临时)?(?:组织|宣传|统战|{alternation(words('office_ends'))}|党委|党组|党工委|工委|管委会|办事处|组织部|宣传部|统战部|政法委|纪委|监委|人大|政协|人武部"
    f"|武装部|办公室|人大常委会|政府|委)*(?:第一|执行|专职|代)?(?:常务)?副?(?:{_POST})(?:兼.*)?"
)


def inherit(offices: Sequence[Office], scopes: Sequence[Party], listed: bool) -> tuple[Office, ...]:
    """A chain's offices; the bare ones take the place of one before them where it fits."""
    done: list[Office] = []
    for index, office in enumerate(offices):
        own = [before.of for before in reversed(done) if before.of]
        if office.deixis and office.of is None and not own:
            own = _above(offices[index + 1 :])
        near = done[-1].of if done else scopes[-1] if listed and scopes else None
        done.append(_settled(office, [*own, *scopes], near))
        if office.deixis == "省" and done[-1].of is None:
            scopes = ()  # behind an unknown 省委常委 no 市委书记 is of a city in the list
    return tuple(done)


def _above(later: Sequence[Office]) -> list[Party]:
    """The places around that of a later title: 省委常委、哈尔滨市委书记 is in its province."""
    found: list[Party] = []
    whole = next((office.of for office in later if isinstance(office.of, Place)), None)
    while whole is not None and (whole := whole.parent) is not None:
        found.append(whole)
    return found


def _settled(office: Office, known: Sequence[Party], near: Party | None) -> Office:
    """The office with the place that it takes from ``known``: the chain's own, then the list's.

    A title that names no level (秘书长) takes that of the title right before it, ``near``.
    """
    of = office.of
    if isinstance(of, Organization) and of.place is None:
        return replace(office, of=_located(of, known))
    if of is None and office.deixis:
        of = next((party for party in known if fits(office.deixis, party)), None)
    elif of is None and _BARE.fullmatch(office.title):
        of = near
    return office if of is None else replace(office, of=of, deixis="")


def _located(body: Organization, scopes: Sequence[Party]) -> Organization:
    """A body that is named by its level only (省援疆指挥部) with the place that it means."""
    level = LEVELLED.match(body.name)
    for place in scopes:
        if level and isinstance(place, Place) and fits(level[0], place):
            return Organization(place.name + body.name[level.end() :], place)
    return body


def scopes_after(offices: Sequence[Office], scopes: Sequence[Party]) -> tuple[Party, ...]:
    """What bare titles after these can inherit: their places, and the list's if they share it."""
    own = tuple(dict.fromkeys(office.of for office in offices if office.of))
    return (
        tuple(dict.fromkeys((*scopes, *own))) if own and own[0] in scopes else own or tuple(scopes)
    )


def fits(level: str, party: Party) -> bool:
    """Whether a title that leaves ``level`` open can be one of ``party``."""
    if not level:
        return True
    if not isinstance(party, Place):
        return False
    return party.name.endswith({"地": ("地区",), "省": ("省", "自治区")}.get(level, (level,)))
