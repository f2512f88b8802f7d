"""Words between somebody's name and what the text says they are: 某某，男，现任某县副县长."""

from __future__ import annotations

import re

LINK = re.compile(
    "(?:(?P<strong>职务[为是]|(?<=[里地校院县])当(?:了[^，。；的]{1,6}的)?|挂任|挂职任|挂职担任|现挂职|挂职|担任过?|兼任|出任|接任|[现新调升]任|历任|(?<=[他她])[任是]|[来调改]任|(?<=先后)任过?|变[为成]了?|转[为任]"
    "|任命为|选派[为任]|推选为|聘[任请]?为|作为|身份从)|时任|同志[为的]|[原曾]任|[还原本曾]来?是|任|是|为|，)(?:中共)?$"
)
POSTED_TO = re.compile("[到赴来在]$")
"""Before 某县挂职副县长."""
PERSONAL = re.compile(
    "^(?:[，、\\d]|男|女|同志|[\u4e00-\u9fff]族|年|月|出?生|中共党员|党员|[进援入来到赴][\u4e00-\u9fff]{1,2}[之以]?前"
    "|[他她在也曾原现]|此前|之前|目前|现在|如今|去年|前年|今年|的身份|[\u4e00-\u9fff]{0,3}人)*$"
)
ACCOMPANIED = re.compile(
    "(?:带领|带着|率领|随同|随|和|与)[^，]{0,16}|作为[^，]{0,30}|[被受](?:[省市区县]委|组织)?(?:选派|委派|派遣|派|安排)"
)
WENT = re.compile("赴|前往|进[疆藏]|援[疆藏青]|抵|挂职|选派|来到")
SOMEBODY_ELSE = re.compile(
    "[：“”（）]|说|强调|指出|表示|要求|介绍|希望|建议|选派|派出|安排|聘|由|让|请(?!缨|战)|推荐|名|干部|陪同|会见|见到|看望|慰问|等"
)
"""Between somebody and a title that may be another's."""
PRONOUN = re.compile(
    "(?:^|[，。；！？：】\n])(?:[^，。；]{0,20}?[他她](?!们|的[^身])|[0-9]{4}年[^，。；]{0,10}(?=，$))"
)
REMARK = re.compile("（[^（）]{1,12}）")
CALLED = re.compile("“[^“”]{1,8}”")
"""A word in quotation marks (“组团式”), no speech."""
NATIVE_OF = re.compile("[\u4e00-\u9fff]{2}人(?=[\u4e00-\u9fff]{2,3}(?:一直|曾|是|从))")
TAKES = re.compile("(?:同志)?(?:兼任|担任|出任|接任|兼)")
SENT_TO = re.compile("职务[为是]|[到至于在往]")
