"""Cooperation domains: in which fields a pair works together, and whether it does or plans to.

Three steps: every word that may name a field is read (``fields.py``), how likely it does is
weighed by the signs around it (``weighing.py``), and those that are likely enough are told of the
pairs that their clause is about (``topics.py``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xiezuo.extract.deeds import possible
from xiezuo.extract.fields import AGREED, FOUNDED, RULES, Field, fields
from xiezuo.extract.naming import FEW
from xiezuo.extract.scene import Scene
from xiezuo.extract.weighing import Signs
from xiezuo.lexicon import domains_in
from xiezuo.model import Assertion, Cooperation, Evidence, Pair, Status

__all__ = ["RULES", "domains", "told", "words"]

LIKELY = 0.6
"""How likely a word must be to name a field. From 0.5 to 0.64 F1 is level; precision is not."""

_FUTURE = re.compile(
    "将(?!近)|要(?<!主要)(?<!重要)(?<!需要)(?!求)|希望|期望|愿|力争|下一步|下步|未来|接下来|今后|拟|期待|争取|建议|进一步|继续|预计|(?<![按照])计划(?=投入|实施|安排|选派|建设|新建|引进|推进|开展|打造|组织|建成|援建)|至少|不少于|不低于"
)
_DONE = re.compile(
    "已经?(?![久有])|累计|近年来|多年来|年来|以来|先后|截至|办成|建成|完成了|开展了|作出了|做出了"
)
_FRUIT = re.compile("取得|落地|实现了|完成|(?:成效|成果)(?:显著|明显|丰硕)")
"""Signs that something is done, unless it is wished for: 希望两地取得实效."""
_EITHER = re.compile(f"{_DONE.pattern}|{_FRUIT.pattern}")
_CALLS = re.compile(
    "深化|加强|推进|推动|促进|拓展|扩大|加大|强化|抓好|做好|围绕|聚焦|着力|持续|不断"
)
_AGREES = re.compile(
    "签署|签订|签定|商定|商讨|共商|探讨|就[^，。]{2,40}(?:交流|座谈|磋商|沟通|对接)"
)

_GIVES = re.compile("已有|已达|累计|捐赠|捐资|捐款|捐献|赠送|移交|发放")

_COME_FROM = re.compile("来自[^，。；与和的]{0,40}\\Z")
"""Before the fields that people come from: 来自医疗、教育等多个领域."""


def words(scene: Scene) -> tuple[Signs, list[tuple[int, Field]]]:
    """The words that may name fields, each with its sentence's index, and their signs."""
    signs = Signs(scene)
    return signs, signs.read(_candidates(scene))


def told(scene: Scene, field: Field) -> tuple[Pair, ...]:
    """The pairs that a word is told of; what is built is told of the pair in whose place it is."""
    if field.rule == FOUNDED:
        seats = {body.place for body in scene.bodies_in(field.span)}
        there = tuple(pair for pair in scene.pairs if pair.recipient in seats)
        if there:
            return there
    pairs = scene.pairs_at(field.span.start)
    if len(pairs) != FEW:  # what more pairs are told of is a list, in which each counts
        return pairs
    return tuple(pair for pair in pairs if not _is_frame(pair, pairs))


def _is_frame(whole: Pair, pairs: Iterable[Pair]) -> bool:
    """Whether another supporter's part of a pair is told of beside it, within which it stands."""
    return any(part.inside(whole) and part.supporter != whole.supporter for part in pairs)


def _candidates(scene: Scene) -> Iterator[tuple[int, Field]]:
    labels = domains_in(scene.masked)
    starts = [span.start for span, _ in labels]
    sentences = scene.article.sentences
    told = zip(sentences, possible(scene.masked, sentences), strict=True)
    for index, (sentence, tried) in enumerate(told):
        if scene.is_body(sentence.start):
            first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            for field in fields(scene, sentence, labels[first:last], tried):
                if not _COME_FROM.search(scene.masked, sentence.start, field.span.start + 2):
                    yield index, field


def domains(scene: Scene) -> Iterator[Assertion]:
    """Yield each domain of each pair, once for each phrase and status."""
    seen: set[tuple[Pair, str, str, Status]] = set()
    tenses: dict[int, _Tense] = {}
    signs, found = words(scene)
    for index, field in found:
        for domain in field.domains:
            chance = signs.probability(field, domain, index)
            if chance < LIKELY:
                continue
            if index not in tenses:
                tenses[index] = _tense(scene, index)
            status = Status.PLANNED if field.rule == AGREED else tenses[index].at(field.span.end)
            evidence: Evidence | None = None
            for pair in told(scene, field):
                known = len(seen)
                seen.add((pair, domain, field.phrase, status))
                if len(seen) > known:  # a pair is hashed once, which takes its time
                    fact = Cooperation(pair, domain, field.phrase, status)
                    evidence = evidence or scene.evidence(field.rule, field.span, chance)
                    yield Assertion(fact, evidence)


@dataclass(slots=True)  # a frozen one takes three times as long to make
class _Tense:
    """Where a sentence stands, and where it has signs of the future and of what is done.

    ``agrees`` and ``calls`` say that it tells of what is agreed, and that it calls for more.
    """

    text: str
    end: int
    agrees: bool
    future: list[int]
    done: list[int]
    calls: bool

    def at(self, end: int) -> Status:
        """Planned or underway, for what the words up to an offset name.

        What is agreed or talked over is planned. Otherwise the last sign up to the end of the
        phrase's clause decides, then one further on; a sentence without any sign is a wish where
        it calls for more (深化产业协作), else a report.
        """
        if self.agrees and not self._gives(end):
            return Status.PLANNED
        if self.done and self.future:
            stop = _CLAUSE_END.search(self.text, end, self.end)
            told = stop.start() if stop else self.end
            last_future, last_done = _last(self.future, told), _last(self.done, told)
            return Status.UNDERWAY if last_done > last_future else Status.PLANNED
        if self.done:
            return Status.UNDERWAY
        return Status.PLANNED if self.future or self.calls else Status.UNDERWAY

    def _gives(self, end: int) -> bool:
        """Whether the clause of the words up to an offset tells of what is handed over."""
        start = max(self.text.rfind(mark, 0, end) for mark in "，；。\n") + 1
        stop = _CLAUSE_END.search(self.text, end, self.end)
        return _GIVES.search(self.text, start, stop.start() if stop else self.end) is not None


def _tense(scene: Scene, index: int) -> _Tense:
    sentence, text = scene.article.sentences[index], scene.masked
    where = sentence.start, sentence.end
    future = [m.start() for m in _FUTURE.finditer(text, *where)]
    done = [m.start() for m in (_DONE if future else _EITHER).finditer(text, *where)]
    agrees, calls = _AGREES.search(text, *where), _CALLS.search(text, *where)
    return _Tense(text, sentence.end, agrees is not None, future, done, calls is not None)


def _last(signs: list[int], before: int) -> int:
    """The last sign before an offset, -1 where there is none."""
    index = bisect_left(signs, before)
    return signs[index - 1] if index else -1


_CLAUSE_END = re.compile("[，；。]")
