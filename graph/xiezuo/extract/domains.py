"""Cooperation domains: in which fields a pair works together, and whether it does or plans to.

Three steps: every word that may name a field is read (``fields.py``), how likely it does is
weighed by the signs around it (``weighing.py``), and those that are likely enough are told of the
pairs that their clause is about (``topics.py``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from xiezuo.extract.deeds import possible
from xiezuo.extract.fields import AGREED, FOUNDED, RULES, Field, fields
from xiezuo.extract.scene import Scene
from xiezuo.extract.weighing import Signs
from xiezuo.lexicon import domains_in
from xiezuo.model import Assertion, Cooperation, Pair, Status

__all__ = ["RULES", "domains", "told", "words"]

LIKELY = 0.62
"""How likely a word must be to name a field. From 0.5 to 0.64 F1 is level; precision is not."""

_FUTURE = re.compile(
    "将(?!近)|要(?<!主要)(?<!重要)(?<!需要)(?!求)|希望|期望|愿|力争|下一步|下步|未来|接下来|今后|拟|期待|争取|建议|进一步|继续|至少|不少于|不低于"
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
    return scene.pairs_at(field.span.start)


def _candidates(scene: Scene) -> Iterator[tuple[int, Field]]:
    labels = domains_in(scene.masked)
    starts = [span.start for span, _ in labels]
    sentences = scene.article.sentences
    told = zip(sentences, possible(scene.masked, sentences), strict=True)
    for index, (sentence, tried) in enumerate(told):
        if scene.is_body(sentence.start):
            first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            for field in fields(scene, sentence, labels[first:last], tried):
                yield index, field


def domains(scene: Scene) -> Iterator[Assertion]:
    """Yield each domain of each pair, once for each phrase and status."""
    seen: set[tuple[Pair, str, str, Status]] = set()
    signs, found = words(scene)
    for index, field in found:
        for domain in field.domains:
            chance = signs.probability(field, domain, index)
            if chance < LIKELY:
                continue
            sentence = scene.article.sentences[index]
            status = _status(sentence.of(scene.masked), field.span.end - sentence.start)
            if field.rule == AGREED:
                status = Status.PLANNED
            for pair in told(scene, field):
                known = len(seen)
                seen.add((pair, domain, field.phrase, status))
                if len(seen) > known:  # a pair is hashed once, which takes its time
                    fact = Cooperation(pair, domain, field.phrase, status)
                    yield scene.state(fact, field.rule, field.span, chance)


def _status(words: str, end: int) -> Status:
    """Planned or underway, by the signs of time in the sentence.

    What is agreed or talked over is planned. Otherwise the last sign up to the end of the
    phrase's clause decides, then one further on; a sentence without any sign is a wish where it
    calls for more (深化产业协作), else a report.
    """
    if _agrees(words):
        return Status.PLANNED
    stop = _CLAUSE_END.search(words, end)
    told = stop.start() if stop else len(words)
    future, done = _signs(words)
    last_future, last_done = _last(future, told), _last(done, told)
    if last_future != last_done:
        return Status.UNDERWAY if last_done > last_future else Status.PLANNED
    if done and not future:
        return Status.UNDERWAY
    return Status.PLANNED if future or _CALLS.search(words) else Status.UNDERWAY


def _last(signs: list[int], before: int) -> int:
    """The last sign before an offset, -1 where there is none."""
    index = bisect_left(signs, before)
    return signs[index - 1] if index else -1


@lru_cache(maxsize=1)  # for all that is found in a sentence, one sentence after the other
def _agrees(words: str) -> bool:
    return _AGREES.search(words) is not None


@lru_cache(maxsize=1)
def _signs(words: str) -> tuple[list[int], list[int]]:
    """Where a sentence has signs of the future, and of what is done."""
    future = [m.start() for m in _FUTURE.finditer(words)]
    return future, [m.start() for m in (_DONE if future else _EITHER).finditer(words)]


_CLAUSE_END = re.compile("[，；。]")
