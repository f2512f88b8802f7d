"""Chinese labels of facts, so that tables and views read without a look at the properties."""

from __future__ import annotations

from xiezuo.lexicon import domain_label, programme_label
from xiezuo.model import (
    Appointment,
    Cooperation,
    Indicator,
    Pair,
    Partnership,
    Party,
    Place,
    Secondment,
    SecondmentKind,
    SigningCeremony,
    Visit,
)

_COHORTS = {
    SecondmentKind.OFFICIAL: "党政干部",
    SecondmentKind.PROFESSIONAL: "专业技术人才",
    SecondmentKind.TASK_FORCE: "工作组",
}


def party(value: Party | None) -> str:
    """The full name of a place, the name of an organisation, or an ellipsis."""
    if value is None:
        return "……"
    return value.full_name if isinstance(value, Place) else value.name


def pair(value: Pair) -> str:
    """``天津市河西区—甘肃省平凉市``, the supporter first."""
    return f"{value.supporter.full_name}—{value.recipient.full_name}"


def partnership(fact: Partnership) -> str:
    """The pair and its programmes."""
    names = "、".join(programme_label(name) for name in sorted(set(fact.programmes)))
    return pair(fact.pair) + (f"（{names}）" if names else "")


def term(fact: Partnership) -> str:
    """``东西部扶贫协作，2016至2020，已结束``."""
    names = "、".join(programme_label(name) for name in fact.programmes)
    period = f"至{fact.end}" if fact.end else ""
    if fact.start:
        period = f"{fact.start}{period or '起'}"
    return "，".join(part for part in (names, period, "已结束" if fact.ended else "") if part)


def cooperation(fact: Cooperation) -> str:
    """The pair and the domain."""
    return f"{pair(fact.pair)}：{domain_label(fact.domain)}"


def ceremony(fact: SigningCeremony) -> str:
    """The text's name of a signing, or one made from the parties and what they signed."""
    if fact.name:
        return fact.name
    parties = "、".join(party(one) for one in fact.parties)
    if not fact.signed:
        return f"{parties}签约"
    return f"{parties}签署" + "、".join(f"《{title}》" for title in fact.signed)


def visit(fact: Visit) -> str:
    """Who visited whom."""
    visitor = fact.delegation or party(fact.visitor)
    return f"{visitor}赴" + "、".join(party(one) for one in fact.visited)


def cohort(fact: Secondment) -> str:
    """``15名专业技术人才``."""
    number = "" if fact.count is None else f"{fact.count}名"
    return number + (fact.post or _COHORTS[fact.kind])


def secondment(fact: Secondment) -> str:
    """Who was sent from where to where."""
    who = fact.person or cohort(fact)
    return f"{who}：{party(fact.sender)}→{party(fact.host)}"


def appointment(fact: Appointment) -> str:
    """Who holds which office where."""
    return f"{fact.person.name}：{party(fact.of) if fact.of else ''}{fact.title}"


def indicator(fact: Indicator) -> str:
    """What was measured, as the text writes it, and when."""
    return f"{fact.period or ''}{fact.measure} {fact.as_written}"
