"""The phrases of cooperation domains and programmes, read from the ontology's SKOS schemes.

``domains.ttl`` says at its head how a phrase is classified; a domain, programme or phrase that is
added there counts here, without a change of code.

>>> classify("电商消费")
('consumption', 'ecommerce')
>>> classify("现代农业产业园建设")
('park',)
>>> classify("四个意识")
()
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, MatchKind
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from xiezuo.model import Span
from xiezuo.resources import ontology_file
from xiezuo.vocab import DOMAIN_SCHEME, PROGRAMME_SCHEME, RDFS, SKOS

OTHER = "other"
"""The domain that counts only where there is no other."""

_HEAD_OF_MANY = "industry"
_GENERAL = ("产业", "全产业")
"""How those labels of a domain begin that say nothing where another is named: 苹果全产业链."""

_LONGEST = 16
"""No label is longer (a test holds it)."""

_SERVICES = frozenset(("culture", "education", "health", "science", "tourism"))
"""Domains whose labels are joined in one phrase."""

_MADE = frozenset(("agriculture", "culture", "digital", "ecology", "energy", "tcm", "tourism"))
"""Domains whose industries are theirs: 旅游产业发展."""

_HEAD = re.compile("(?:帮扶|协作|合作|交流|支援|援助|对接)$")
"""What a row of labels may share: 教育卫生帮扶."""

_NO_LABEL = re.compile(
    "市政府|市政协|市政委|务工作|移民生|居民生|人民生|农民生|牧民生|便民生|公民生"
    "|农牧民|农牧区|红石榴|石榴籽|服务普惠|普惠均衡|普惠优质|供销合作社|小康社会|社会主义|社会科学|经济圈|经济带|经济区|经济学|经济日报"
    "|技术开发区|调研发|其中职|饮水思源|内科教|资助学|帮助学校|总结对|团结对|水乳交融"
    "|自然风光|风光旖旎|风光秀|风光无限|田园风光|北国风光|酥油茶|石榴花|家乡建|博会展"
    "|健康发展|健康成长|健康有序|健康稳定|身体健康|文化底蕴|文化名城|文化名镇|文化水平"
    "|开拓创新|不断创新|守正创新|摆脱贫|统战部|宣传部|商务部|教育部|水利部|科技部"
    "|体育局|商务区|技术员|干部职工|干部群众|村干部|机关干部|领导干部|全体干部|老干部"
    "|基层干部|市场监管|市场监督|健康证|健康码|健康状况|高新区（|开发区（"
    "|乡村振兴重点帮扶|乡村振兴局|住宿费|交通费|培训会|动员会"
    "|创新合作机制|创新合作方式|创新合作模式|创新协作|创新帮扶|创新机制|创新体制|创新思路|创新思维"
    "|创新理念|创新方式|创新举措|创新载体|创新工作|办学创新|调查研究|深入研究|共同研究|认真研究"
    "|线上线下|研究解决|研究制定|研究部署|研究确定|研究提出|研究合作|结对区|结对县|结对旗|结对地区|结对双方"
)
"""Words that hold the characters of a label without its meaning: there is no 市政 in 市政府."""

_NO_FAIR = "(?!与投资|投资|[与和暨及]?[经投][济贸资]|[与和暨及]?贸易|洽谈会|博览会)"
"""Behind a label of a programme: it is the name of a trade fair, 中国东西部合作与投资贸易洽谈会."""

_DEED = re.compile("(?:采购|订购|销售|外销|展销|购销|产销|(?<!旅游)(?<!文旅)营销|仓储)$")
"""Labels and cues that decide where they end a phrase, however long the one before them is."""

_PUNCTUATION = re.compile(r"[\s“”‘’\"'《》〈〉（）()、，,。.·\-—]+")


@dataclass(frozen=True)
class _Scheme:
    """The words of one scheme: each word with the concepts that it means, and one automaton."""

    labels: Mapping[str, tuple[str, ...]]
    cues: Mapping[str, tuple[str, ...]]
    meanings: tuple[tuple[str, ...] | None, ...]
    """What the words of the automaton mean as labels, None for those that are none."""
    automaton: AhoCorasick


def classify(phrase: str) -> tuple[str, ...]:
    """The domains that a phrase means, sorted; () where it has no word of any.

    Punctuation and spaces do not count. The answer depends on the ontology only.
    """
    return _classify(_PUNCTUATION.sub("", phrase))


def domains_in(text: str) -> tuple[tuple[Span, tuple[str, ...]], ...]:
    """The labels of domains in a text, longest first at each place, none overlapping."""
    return tuple(_scan(_scheme("domains.ttl", DOMAIN_SCHEME), text))


@lru_cache(maxsize=1)  # an article is asked twice, whether it names one and which
def programmes_in(text: str) -> tuple[tuple[Span, str], ...]:
    """The programmes that a text names; a label of two programmes comes twice."""
    labels = _scheme("programmes.ttl", PROGRAMME_SCHEME).labels
    return tuple(
        (Span(*found.span()), name)
        for found in _programme().finditer(text)
        for name in labels[found[0]]
    )


def domain_label(name: str, language: str = "zh") -> str:
    """What users read for a domain: 医疗卫生 for "health"; the name itself where it is unknown."""
    return _text(concept_labels(NamedNode(DOMAIN_SCHEME + name)), language) or name


def programme_label(name: str, language: str = "zh") -> str:
    """What users read for a programme; the name itself where it is unknown."""
    return _text(concept_labels(NamedNode(PROGRAMME_SCHEME + name)), language) or name


def concept_labels(concept: NamedNode) -> tuple[Literal, ...]:
    """The preferred labels of a concept, or the labels of a term of the ontology; () for others."""
    return _labels().get(concept, ())


def domains() -> tuple[str, ...]:
    """The ids of all domains, sorted."""
    return tuple(sorted(_names(DOMAIN_SCHEME)))


def programmes() -> tuple[str, ...]:
    """The ids of all programmes, sorted."""
    return tuple(sorted(_names(PROGRAMME_SCHEME)))


def _names(namespace: str) -> Iterator[str]:
    for concept in _labels():
        if concept.value.startswith(namespace):
            yield concept.value.removeprefix(namespace)


def _text(labels: Iterable[Literal], language: str) -> str | None:
    return next((label.value for label in labels if label.language == language), None)


@lru_cache(maxsize=65536)
def _classify(phrase: str) -> tuple[str, ...]:
    scheme = _scheme("domains.ttl", DOMAIN_SCHEME)
    whole = {*scheme.labels.get(phrase, ()), *scheme.cues.get(phrase, ())}
    if whole:
        return tuple(sorted(whole))
    phrase = _NO_LABEL.sub("", phrase).removesuffix("结对")
    deed = _DEED.search(phrase)
    if deed and deed.start():
        return scheme.labels.get(deed[0]) or scheme.cues[deed[0]]
    parts = list(_scan(scheme, phrase))
    named = sum(len(span) for span, _ in parts)
    if parts and named == len(_HEAD.sub("", phrase)) and parts[-1][0].end == named:
        return _specific({name for _, names in _kept(parts, phrase) for name in names})
    return _fused(parts) or _inside(scheme, phrase) or ((OTHER,) if parts else ())


def _inside(scheme: _Scheme, phrase: str) -> tuple[str, ...]:
    """What the deciding word inside a phrase means, if there is one that is not of xzd:other."""
    general: tuple[str, ...] = ()
    for words in (scheme.labels, scheme.cues):
        for word in _words_inside(words, phrase):
            if words[word] == (OTHER,):
                continue
            if not _is_general(Span(0, len(word)), words[word], word):
                return words[word]
            general = general or words[word]
        if general:
            return general
    return ()


def _kept(
    parts: Sequence[tuple[Span, tuple[str, ...]]], phrase: str
) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The labels that a phrase is made of, without 产业提升 after what is grown or made: 柑橘."""
    made = False
    for span, names in parts:
        if not (made and _is_general(span, names, phrase)):
            yield span, names
        made = _MADE.issuperset(names)


def _is_general(span: Span, names: tuple[str, ...], phrase: str) -> bool:
    """Whether a word says nothing where another names the field: 产业提升 of 柑橘."""
    return names == (_HEAD_OF_MANY,) and span.of(phrase).startswith(_GENERAL)


def _fused(parts: Sequence[tuple[Span, tuple[str, ...]]]) -> tuple[str, ...]:
    """What two labels of services mean that stand side by side: 教育医疗水平."""
    for (first, names), (second, others) in pairwise(parts):
        if first.end == second.start and _SERVICES.issuperset((*names, *others)):
            return tuple(sorted({*names, *others}))
    return ()


def _words_inside(words: Mapping[str, tuple[str, ...]], phrase: str) -> Iterator[str]:
    """The words that a phrase contains: the longest first, of equally long ones the last."""
    for length in range(min(len(phrase), _LONGEST), 0, -1):
        for start in range(len(phrase) - length, -1, -1):
            word = phrase[start : start + length]
            if word in words:
                yield word


def _specific(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names - {OTHER} or names))


def _scan(scheme: _Scheme, text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    meanings = scheme.meanings
    for word, start, end in scheme.automaton.find_matches_as_indexes(text):
        if meant := meanings[word]:
            yield Span(start, end), meant


@cache
def _scheme(file: str, namespace: str) -> _Scheme:
    labels: dict[str, set[str]] = {}
    cues: dict[str, set[str]] = {}
    words_of = {SKOS.PREF_LABEL: labels, SKOS.ALT_LABEL: labels, SKOS.HIDDEN_LABEL: cues}
    for concept, predicate, label in _statements(file):
        if predicate in words_of and isinstance(label, Literal) and label.language == "zh":
            name = concept.value.removeprefix(namespace)
            words_of[predicate].setdefault(label.value, set()).add(name)
    words = tuple(sorted({*labels, *_NO_LABEL.pattern.split("|")}))
    meanings = {word: tuple(sorted(names)) for word, names in labels.items()}
    return _Scheme(
        labels=meanings,
        cues={word: tuple(sorted(names)) for word, names in cues.items()},
        meanings=tuple(map(meanings.get, words)),
        automaton=AhoCorasick(words, matchkind=MatchKind.LeftmostLongest),
    )


@cache
def _programme() -> re.Pattern[str]:
    """Any label of a programme, the longest at each place: so few are found faster this way."""
    words = _scheme("programmes.ttl", PROGRAMME_SCHEME).labels
    labels = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(f"(?:{labels}){_NO_FAIR}")


@cache
def _labels() -> Mapping[NamedNode, tuple[Literal, ...]]:
    labels: dict[NamedNode, list[Literal]] = {}
    for file in ("domains.ttl", "programmes.ttl", "xiezuo.ttl"):
        for subject, predicate, value in _statements(file):
            if predicate in (SKOS.PREF_LABEL, RDFS.LABEL) and isinstance(value, Literal):
                labels.setdefault(subject, []).append(value)
    return {
        subject: tuple(sorted(found, key=lambda label: label.language or "", reverse=True))
        for subject, found in labels.items()
    }


def _statements(file: str) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    """The statements of a file of the ontology that have an IRI as subject."""
    for quad in parse(ontology_file(file).read_bytes(), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            yield quad.subject, quad.predicate, quad.object
