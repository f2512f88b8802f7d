"""Towns, streets and zones written after the county or city that they lie in."""

from __future__ import annotations

import re

from xiezuo.gazetteer import without_code
from xiezuo.model import Level, Place

_NOT_IN_NAMES = (
    "的和与在到赴及各等个为把将被从向对全两了是有以委"
    "府县市区省长党干政人医院企来去于并后前本该其我所"
)
_NAME = rf"[^\W\da-zA-Z_{_NOT_IN_NAMES}]"
_TOWN = re.compile(
    rf"(?P<name>{_NAME}{{1,5}}?(?:街道(?=办|党|[\W]|[^\W]{{0,4}}(?:社区|村))|(?<![城乡集小名强重村古新])镇"
    rf"(?![上域静定压江痛])|(?<![家故城下返老他同异水之回入兴山梦思])乡(?![镇村亲土贤音情愁])|苏木))"
)
_ZONE = re.compile(
    rf"(?P<name>(?:(?!合作|协作|共建|产业){_NAME}){{0,6}}?"
    r"(?:经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|高新区|经开区|综合保税区|保税区))"
)


def sub_place(text: str, end: int, parent: Place) -> tuple[Place, int] | None:
    """The town or zone whose name begins at ``end``, right after its parent, and where it ends."""
    if match := _ZONE.match(text, end):
        return without_code(match["name"], parent, Level.ZONE), match.end()
    if parent.level is Level.COUNTY and (match := _TOWN.match(text, end)):
        return without_code(match["name"], parent, Level.TOWNSHIP), match.end()
    return None
