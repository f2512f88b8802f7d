"""Numbers with their units, in base units: 超4486万元 is 44860000 元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from xiezuo.model import Article, QuantityMention, Span

# --- units -----------------------------------------------------------------------------------

# Each unit with what, right after it, makes it part of another word or none: 3个月, 五所有.
# Longer units stand before those that begin them (人次 before 人). Time, age and rank are absent.
_PLAIN_UNITS = (
    "平方公里|平方千米|平方米|立方米|兆瓦|千瓦时|千瓦|公里|千米|公斤|公顷|美元|欧元|港元|人次|批次|趟次|场次"
    "|台次|户次|家次|车次|架次|班次|趟|人日|课时|学时|台套|亩|吨|羽|株|棵|栋|幢|宗|笔|例|盏|枚|款|辆|套|册|箱|尾"
    "|盒|瓶|袋|斤|桶|颗|艘|棒|标箱"
)
_UNITS = {
    "元": "旦|月|素|宵|阳|谋",
    "人": "[民社大代局]",
    "名": "单|字|称|列|额",
    "位": "于|列|居|置",
    "家": "庭|长们|[子庄沟寨湾屯堡集岭渠]",
    "个": "多?月|半月|日夜|昼夜|小时|星期|礼拜|季度|工作日|世纪|百分点",
    "项": "目",
    "批": "准|复|示|评",
    "期": "间|待|望|刊",
    "场": "镇|所|馆",
    "户": "籍|外|口",
    "对": "口|接|外|标|于|象",
    "所": "有|在|以|谓|需",
    "次": "日|年|月",
    "台": "湾|州|账|镇|乡|村",
    "件": "(?<!\\d件)事",
    "支": "持|援(?![疆藏青])|部(?!队)|书|教(?!学|育)|医(?![疗务护])|农(?![业技民])|一",
    "份": "额",
    "种": "植|养|子|苗",
    "类": "似",
    "张": "家|掖",
    "本": "报|地|市|县|区|省|年|月|土",
    "列": "入|为",
    "座": "谈",
    "处": "长|理|于|级",
    "间": "接|隔",
    "头": "条|部",
    "只": "有|要|是",
    "条": "件|例",
    "门": "诊|口",
    "口": "岸|号",
    "班": "子|车",
    "节": "日|目|能|约",
    "部": "长|门|署|分|委",
    "村": "委|支|两委|民|级",
    "镇": "长|村|级",
    "单": "位|元",
    "米": "线|粉",
    "眼": "镜|光|睛|前|科|下|看|界|里|疾|病|部",
    "床": "位",
    "双": "方|边|向|创|语|减|百|千|十",
    "组": "团|织|建|成|长|合|办|装",
}
_PERSONS_UNITS = {"名": "人", "位": "人"}
_UNIT = "|".join([_PLAIN_UNITS, *(f"{unit}(?!{after})" for unit, after in _UNITS.items())])

# 12万农村劳动力, 6000多贫困群众: the noun stands where the unit would, after words for its kind.
_KIND = (
    "(?:农村|城乡|贫困|脱贫|建档立卡|当地|受益|各族|困难|移民|易地|搬迁|务工|低收入|的|、"
    "|(?:[藏回壮苗彝侗瑶白傣土羌]|蒙古|维吾尔|布依|土家|哈尼|纳西)族|[一-龥]{1,3}籍)*"
)
_PERSONS = (
    "人口|群众|(?:[一-龥]{2})?游客|农民工|劳动力|农牧民|师生|学生|学员|居民|干部|职工|农民|村民|老人|儿童"
    "|同胞|客商|[务从][工业]人员|妇女|青年|人才|患者|[一-龥]{2}人(?=[在到赴来从已通])"
)
_HOUSEHOLDS = "农户|贫困户|脱贫户|农牧户|家庭"
_OF_PERSONS = (
    "(?!小[组区]|委员会|代表大会|大会|中心|之家|家园|公寓|宿舍|食堂|书屋|服务[站点中]"
    "|活动[站室中]|学校|医院|联合会)"
)
"""Behind persons whose group or house is counted: 1150个村民小组, 3个儿童之家."""
_PERSONS_NEXT = re.compile(f"(?!、){_KIND}(?:{_PERSONS}){_OF_PERSONS}")
_NOUN = rf"(?={_KIND}(?:(?P<persons>{_PERSONS})|(?P<households>{_HOUSEHOLDS})))"

# --- numbers ---------------------------------------------------------------------------------

_MORE = "[余多来]"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_HAN_DIGIT = "一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
_HAN_POWER = "十百千拾佰仟"
_FUNDS = "(?:人民币|[一-龥]{0,6}?(?:资金|捐款|善款|助学金|经费))"
_COUNTED = (
    rf" ?(?:(?P<percent>[%％])|(?P<unit>{_UNIT}|(?<=[万亿])度(?!假))(?:人民币)?|{_NOUN}"
    rf"|(?P<bare>(?<=[万亿余多])(?=[，。；、的)）]|$))|(?P<money>(?<=[万亿余多])(?={_FUNDS})))"
)
# Both patterns begin with a set of characters, by which the scan skips what cannot begin a number;
# what must not stand before is looked at behind that first character.
_NUMBER = re.compile(
    # Not inside 1+10, 2023-003, A4, 3***13 or a longer number, and no ordinal.
    rf"(?P<number>[0-9](?<![\d.,+*A-Za-z第]\d)(?<!第 \d)(?:[\d,]*\d)?(?:\.\d+)?)"
    rf"(?:(?P<whole>[亿万千])(?P<rest>{_ARABIC}))?"
    rf"(?:(?P<own>[%％万亿]?){_MORE}?[人名家个元户]? ?[至到—–~～-]+ ?(?P<upper>{_ARABIC}))?"
    rf" ?{_MORE}?(?P<scale>[十百千]?{_MORE}?(?:万亿|[万亿])|[百千]|个亿)?{_MORE}?{_COUNTED}"
)
_HAN = re.compile(
    rf"(?P<number>[{_HAN_DIGIT}{_HAN_POWER}万亿]"
    rf"(?<![第数几上零〇\d{_HAN_DIGIT}{_HAN_POWER}万亿+].)(?<!\d .)"
    rf"(?:[零〇{_HAN_DIGIT}{_HAN_POWER}]|[万亿](?!家|户|村))*+)(?<!(?<![零〇{_HAN_DIGIT}{_HAN_POWER}万亿])一)"
    # 三点二亿元, but not 九点二十人到会.
    rf"(?:点(?P<decimals>[零〇{_HAN_DIGIT}]+)(?=[万亿]))?"
    rf"{_MORE}?(?P<scale>(?<=[{_MORE[1:-1]}零〇{_HAN_DIGIT}])[万亿])?{_COUNTED}"
)
_HAN_PERCENT = re.compile(r"百分之(?P<number>[零一二三四五六七八九十百]+|\d+(?:\.\d+)?)")
# 三台县, 五家渠市, 三门峡; 二期, 三批 are ranks; 千家万户, 万村 are figures of speech.
_HAN_NEVER = re.compile(
    r"[一-龥](?:台|门|期|村|镇|部|口|张|本)|二[批次个]|五家渠|[百千]家|万[户家]|万千"
    rf"|[{_HAN_DIGIT}]{{2}}|两个(?:维护|确立)|四个(?:意识|自信|全面|不摘)"
)

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_DIGITS |= {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {"两": 2}
_POWERS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

# --- what stands around ----------------------------------------------------------------------

_BEFORE = re.compile(
    "(?:不低于|不少于|不超过|至少|最多|最高|超过|超出|突破|将近|接近|大约|高达|多达|达到|共计"
    "|[超逾]|(?<![附最])近|(?<![签合节制履预违])约|(?<![发到传])达|(?<!公)共) ?$"
)
_BEFORE_WIDTH = 5
_NEUTRAL = ("达", "达到", "共", "共计", "高达", "多达")
"""Words before a number that say neither more nor less."""
_AFTER = re.compile(" ?(?:以上|左右|上下|之多)")
_QUOTE = tuple('“”‘’"')
_NEVER_BEHIND = re.compile(
    "海拔[^，。；\n]{0,6}$|第[一二三四五六七八九十]{1,3}[批期届轮]?[、和及与至到]$"
)
"""What stands before an altitude, and before the later of two ordinals: 第九、十批."""
_MONEY = re.compile(
    "(?:资金|投[资入]|援助|捐[赠助]|款|金额|总额|销售[额量]|产值|价值|收入|经费)[^，。；\n0-9]{0,5}$"
)
_PEOPLE = re.compile("(?:人口|群众|人数|劳动力|人员|(?P<unit>人次))[^，。；\n0-9]{0,5}$")
_LEFT_WIDTH = 12
_YEAR = re.compile("(?:19|20)[0-9]{2}$")
"""Without a unit no number but a year: 2020农民工服务保障行动."""


def find_quantities(article: Article) -> Iterator[QuantityMention]:
    """The numbers with units of an article, in the order of the text.

    The span covers qualifier, number, 万 or 亿, unit and what follows to qualify it. ``value`` is
    in base units (元 for 万元, 人 for 名 and 位, both of which count people); a percentage has
    the unit %, a range its lower bound and the qualifier 至 with the upper one. Ordinals, ages,
    years, altitudes, dates and numbers inside codes are no quantities.
    """
    text = article.text
    matches = [m for pattern in (_NUMBER, _HAN, _HAN_PERCENT) for m in pattern.finditer(text)]
    matches.sort(key=re.Match.start)
    end = 0
    for match in matches:
        mention = _quantity(text, match) if match.start() >= end else None
        if mention is not None:
            end = mention.span.end
            yield mention


def _quantity(text: str, match: re.Match[str]) -> QuantityMention | None:
    """The mention that a match stands for; None where it only looks like one."""
    start, end = match.span()
    left = text[max(0, start - _LEFT_WIDTH) : start]
    if (match.re is _HAN and _HAN_NEVER.match(text, start)) or _NEVER_BEHIND.search(left):
        return None
    if match.re is _HAN and text[start - 1 : start] in _QUOTE and text[end : end + 1] in _QUOTE:
        # “三支”人才 is a name.
        return None
    if match.re is _HAN_PERCENT:
        return QuantityMention(Span(start, end), _number(match["number"]), "%")
    unit = _unit(match, left)
    if unit is None or (not match["unit"] and _YEAR.match(match[0])):
        return None
    qualifiers = []
    if before := _BEFORE.search(left[-_BEFORE_WIDTH:]):
        start -= len(before[0])
        qualifiers.append(before[0].strip())
    qualifiers += re.findall(_MORE, match[0])[:1]
    value, upto = _value(match)
    qualifiers += upto
    if after := _AFTER.match(text, end):
        end = after.end()
        qualifiers.append(after[0].strip())
    if match["number"] == "万" and unit == "元" and not qualifiers[:1] + upto:
        # 价值万元: on many pages the digits are lost.
        return None
    if len(qualifiers) > 1:
        # 达1.5亿多元 is more than 1.5, as 1.5亿多元 is.
        qualifiers = [words for words in qualifiers if words not in _NEUTRAL]
    whole = value.to_integral_value()
    return QuantityMention(
        Span(start, end), whole if whole == value else value, unit, "".join(qualifiers)
    )


def _unit(match: re.Match[str], left: str) -> str | None:
    """The unit of a match, inferred where a noun or nothing stands in its place."""
    if match["percent"]:
        return "%"
    unit = match["unit"]
    if match["persons"] or (unit == "个" and _PERSONS_NEXT.match(match.string, match.end())):
        return "人"
    if unit:
        return _PERSONS_UNITS.get(unit, unit)
    if match["households"]:
        return "户"
    # 投入资金300多万。 leaves 元 out, 受益群众达5.5万， 人; any other bare number says too little.
    counted = _PEOPLE.search(left)
    if (
        match["money"] is not None
        or _MONEY.search(left)
        or match["scale"] == "个亿"
        or (match["scale"] == "亿" and not counted)
    ):
        return "元"
    return (counted["unit"] or "人") if counted else None


def _value(match: re.Match[str]) -> tuple[Decimal, list[str]]:
    """A match's number in base units, and for a range its upper bound as a qualifier."""
    scale = match["scale"]
    number = _number(match["number"])
    if match.re is _HAN:
        decimals = "".join(str(_DIGITS[digit]) for digit in match["decimals"] or "")
        return (number + Decimal(f"0.{decimals or 0}")) * _scale(scale), []
    if match["rest"]:
        return number * _scale(match["whole"]) + _number(match["rest"]) * _scale(scale), []
    if match["upper"]:
        # 3000万至1亿元 scales each bound, 20至30万元 both with the last scale.
        own = match["own"] if match["own"] in _MYRIADS else scale
        return number * _scale(own), [f"至{match['upper']}{scale or ''}"]
    return number * _scale(scale), []


def _scale(words: str | None) -> Decimal:
    """The factor of 万, 亿, 千万 … with 余 or 多 inside; 1 for none."""
    factor = 1
    for character in words or "":
        factor *= _POWERS.get(character) or _MYRIADS.get(character, 1)
    return Decimal(factor)


def _number(words: str) -> Decimal:
    """The value of an Arabic or Chinese numeral: 1,330.5, 两千三百, 一万二, 千万."""
    if words[0].isascii():
        return Decimal(words.replace(",", ""))
    total = section = digit = 0
    for character in words:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif power := _POWERS.get(character):
            section += (digit or 1) * power
            digit = 0
        else:
            section += digit
            # 千万 is one factor times another, 三亿五千万 a sum of two.
            total += ((section or 1) if total == 0 else section) * _MYRIADS[character]
            section = digit = 0
    # 一万二 is 12000: a last digit right after a power counts for the next lower one.
    before = words[-2] if digit and len(words) > 1 else ""
    power = _POWERS.get(before) or _MYRIADS.get(before) or 10
    return Decimal(total + section + digit * power // 10)
