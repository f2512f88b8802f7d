"""Brings a question into its plain form: what it names, and what its words mean.

The text is cut into the cheapest row of tokens: words of ``data/words.tsv``, places, domains,
times, facts, letters and names of persons. A character or word that is none of these costs most,
and leaves a token that no pattern takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pypinyin import lazy_pinyin

from xiezuo import lexicon
from xiezuo.errors import AmbiguousPlace, UnknownPlace
from xiezuo.find.letters import letters
from xiezuo.find.lexicon import words
from xiezuo.gazetteer import gazetteer
from xiezuo.model import Level, Place
from xiezuo.query.periods import Period, without_periods
from xiezuo.query.romanised import places_at

FILLER, PLACE, TIME, FACT = "-", "@", "{time}", "{fact}"
DOMAIN, LETTERS, PERSON, UNKNOWN = "{domain}", "{letters}", "{person}", "?"

_TIME_MARK, _FACT_MARK = "\ue000", "\ue001"
_FACT = re.compile(r"https?://[^\s，。？！、]+|[a-z]+/[\w%./-]+", re.ASCII)
_UNIT = re.compile(r"[一-龥·]|\d+|[A-Za-zÀ-ÿ]+(?:'[A-Za-z]+)?|[\ue000\ue001]|\S")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ']+|\d{1,2}")
_END = re.compile(r"(?<!有)没有?(?=[啊呀呢吧嘛哦]?\s*(?:[,，;；、？?。!！]|$))")
"""A 没有 that ends a clause asks; anywhere else it denies."""

_GENITIVE = "'s"
_PRONOUNS = frozenset(("it", "they", "它", "它们"))
_LONGEST = 16
_PHRASE = 6
_RARE, _NAME, _STRANGE = 30.0, 40.0, 100.0
"""What a token costs that is hardly one: two first characters of places, what may be a person, and
what is nothing; any other costs 1."""

_NO_DOMAINS = frozenset(("结对", "帮扶"))
_NOT_NAME_ENDS = frozenset("的了都是在有曾现过也又还和与跟及及")
_NOT_IN_NAMES = frozenset("谁哪什么吗呢")


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a question: the concepts that it may stand for, and what it names."""

    text: str
    concepts: frozenset[str]
    value: str = ""
    places: tuple[Place, ...] = ()
    period: Period | None = None


def readings(text: str) -> list[list[Token]]:
    """The plain forms of a question: one, or two where a pair such as 闽宁 may name its places."""
    found = _resolved(_tokens(text))
    if not any(LETTERS in token.concepts for token in found):
        return [_joined(found)]
    spelt = [
        part
        for token in found
        for part in (_letter_places(token) if LETTERS in token.concepts else (token,))
    ]
    return [_joined(found), _joined(spelt)]


def _resolved(tokens: list[Token]) -> list[Token]:
    """The tokens with the one place where a later "it" means it: Hangzhou, which does it help."""
    named = [index for index, token in enumerate(tokens) if PLACE in token.concepts]
    said = [index for index, token in enumerate(tokens) if token.text.lower() in _PRONOUNS]
    if len(named) == len(said) == 1 and named[0] < said[0]:
        tokens[said[0]] = tokens[named[0]]
        del tokens[named[0]]
    return tokens


def _letter_places(token: Token) -> tuple[Token, ...]:
    known = [letters().get(letter, ()) for letter in token.value]
    if not all(known):
        return (token,)
    return tuple(Token(places[0].name, frozenset((PLACE,)), places[0].name) for places in known)


def _tokens(text: str) -> list[Token]:
    facts = _FACT.findall(text)
    text = _FACT.sub(f" {_FACT_MARK} ", text).replace("’", "'")
    text = re.sub(r"n't\b", " not", _END.sub(" ", text))
    text = re.sub("(?<=[A-Za-z])-(?=[A-Za-z])", " ", text)
    text, periods = without_periods(text, _TIME_MARK)
    units = [unit for found in _UNIT.findall(text) for unit in _without_genitive(found)]
    marks = {
        _FACT_MARK: iter([Token(fact, frozenset((FACT,)), fact) for fact in facts]),
        _TIME_MARK: iter([Token("", frozenset((TIME,)), period=one) for one in periods]),
    }
    return [
        next(marks[token.text], token) if token.text in marks else token for token in _cut(units)
    ]


def _without_genitive(unit: str) -> tuple[str, ...]:
    return (unit[:-2], _GENITIVE) if unit.lower().endswith(_GENITIVE) and len(unit) > 2 else (unit,)


def _cut(units: Sequence[str]) -> list[Token]:
    """The cheapest row of tokens for the units; of equally cheap ones that with longer first."""
    best: list[tuple[float, list[Token]]] = [(0.0, [])]
    for end in range(1, len(units) + 1):
        choices = []
        for start in range(max(0, end - _LONGEST), end):
            for cost, token in _candidates(units, start, end):
                before, row = best[start]
                choices.append((before + cost, start, [*row, token]))
        cost, _, row = min(choices, key=lambda choice: choice[:2])
        best.append((cost, row))
    return best[-1][1]


def _candidates(units: Sequence[str], start: int, end: int) -> Iterator[tuple[float, Token]]:
    part = tuple(units[start:end])
    if part == (_GENITIVE,):
        yield 0.0, Token(_GENITIVE, frozenset((FILLER,)))
    elif all(_LATIN.fullmatch(unit) for unit in part):
        yield from _latin(part, units[end:])
    elif all("一" <= unit <= "龥" or unit == "·" for unit in part):
        yield from _chinese("".join(part))
    elif len(part) == 1:
        yield _other(part[0])


def _other(unit: str) -> tuple[float, Token]:
    if unit in (_TIME_MARK, _FACT_MARK):
        return 1.0, Token(unit, frozenset((UNKNOWN,)))
    if unit in gazetteer().codes:
        return 1.0, Token(unit, frozenset((PLACE,)), unit)
    if unit.isalnum():
        return _STRANGE, Token(unit, frozenset((UNKNOWN,)))
    return 0.0, Token(unit, frozenset((FILLER,)))


def _latin(part: tuple[str, ...], following: Sequence[str]) -> Iterator[tuple[float, Token]]:
    text = " ".join(part)
    concepts: frozenset[str] = frozenset()
    if len(part) <= _PHRASE:
        concepts = _vocabulary()[1].get(_stems(part), frozenset())
    if concepts:
        yield 1.0, _word(text, concepts)
    elif named := _place_of(part):
        yield 1.0, Token(text, frozenset((PLACE,)), places=named)
    elif len(part) == 2 and (pair := _romanised_letters(part)):
        yield _RARE, Token(text, frozenset((LETTERS,)), pair)
    elif len(part) == 2 and _is_romanised_person(part):
        yield _RARE, Token(text, frozenset((PERSON,)), text)
    if len(part) == 1:
        yield _STRANGE, Token(text, frozenset((UNKNOWN,)))


def _place_of(part: tuple[str, ...]) -> tuple[Place, ...]:
    places, used = places_at([unit.lower() for unit in part])
    return places if used == len(part) else ()


def _chinese(text: str) -> Iterator[tuple[float, Token]]:
    concepts = _vocabulary()[0].get(text, frozenset())
    domain = not concepts & _NO_DOMAINS and _is_domain(text)
    if concepts or domain:
        yield 1.0, _word(text, concepts, domain)
    elif len(text) > 1 and gazetteer().readings(text):
        yield 1.0, Token(text, frozenset((PLACE,)), text)
    elif len(text) == 2 and all(letter in letters() for letter in text):
        yield 1.0, Token(text, frozenset((LETTERS,)), text)
    elif len(text) == 2 and all(letter in _first_characters() for letter in text):
        yield _RARE, Token(text, frozenset((LETTERS, PERSON)), text)
    elif _is_person(text):
        yield _NAME, Token(text, frozenset((PERSON,)), text)
    if len(text) == 1:
        yield _STRANGE, Token(text, frozenset((UNKNOWN,)))


def _word(text: str, concepts: frozenset[str], domain: bool = False) -> Token:
    """A token of a word; one that names a domain also means what its parts mean."""
    named = next((concept[1:] for concept in sorted(concepts) if concept[0] == "="), "")
    if domain and all(concept[0] == "=" for concept in concepts):
        parts = _cut_words(text)
        concepts |= frozenset().union(*(_vocabulary()[0].get(part, ()) for part in parts))
    if named or domain:
        concepts |= {DOMAIN}
    return Token(text, concepts, text if domain else named)


def _cut_words(text: str) -> list[str]:
    """The words that a text is made of, longest first; [] where something is left over."""
    for length in range(len(text) - 1, 0, -1):
        if text[:length] in _vocabulary()[0]:
            rest = text[length:]
            if rest in _vocabulary()[0]:
                return [text[:length], rest]
            if parts := _cut_words(rest):
                return [text[:length], *parts]
    return []


def _is_domain(text: str) -> bool:
    if len(text) < 2:
        return False
    spans = lexicon.domains_in(text)
    whole = len(spans) == 1 and len(spans[0][0]) == len(text)
    named = lexicon.classify(text)
    return whole and len(named) == 1 and named != (lexicon.OTHER,)


def _is_person(text: str) -> bool:
    if _NOT_IN_NAMES & set(text):
        return False
    if "·" in text.strip("·"):
        return len(text) <= 12
    if text[0] not in _surnames() and text[:2] not in _surnames():
        return False
    most = 4 if text[:2] in _surnames() else 3
    return 2 <= len(text) <= most and text[-1] not in _NOT_NAME_ENDS


def _is_romanised_person(part: tuple[str, ...]) -> bool:
    family, given = part
    return family[:1].isupper() and given[:1].isupper() and family.lower() in _romanised_surnames()


def _romanised_letters(part: tuple[str, ...]) -> str:
    """The letters of a pair in pinyin: 闽宁 for Min-Ning, where one known pairing fits."""
    one, other = (_spelt_letters().get(word.lower(), ()) for word in part)
    found = {
        a + b
        for a in one
        for b in other
        if letters()[b][0] in gazetteer().partners(letters()[a][0])
    }
    return found.pop() if len(found) == 1 else ""


@cache
def _spelt_letters() -> Mapping[str, tuple[str, ...]]:
    """The letters of provinces by their pinyin."""
    found: dict[str, tuple[str, ...]] = {}
    for letter, places in letters().items():
        if places[0].level is Level.PROVINCE:
            spelling = lazy_pinyin(letter)[0]
            found[spelling] = (*found.get(spelling, ()), letter)
    return found


@cache
def _surnames() -> frozenset[str]:
    return frozenset((*"".join(words("surnames")), *words("compound_surnames")))


@cache
def _romanised_surnames() -> frozenset[str]:
    return frozenset("".join(lazy_pinyin(name)) for name in _surnames())


@cache
def _first_characters() -> frozenset[str]:
    """What may stand for a place in the name of a pair, beside its abbreviation."""
    larger = (Level.PROVINCE, Level.PREFECTURE)
    places = (place for place in gazetteer().codes.values() if place.level in larger)
    return frozenset((*letters(), *(place.name[0] for place in places)))


@cache
def _vocabulary() -> tuple[Mapping[str, frozenset[str]], Mapping[tuple[str, ...], frozenset[str]]]:
    """The concepts of Chinese words, and of English phrases by the stems of their words."""
    chinese: dict[str, set[str]] = {}
    english: dict[tuple[str, ...], set[str]] = {}
    text = (files("xiezuo") / "query" / "data" / "words.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if "\t" in line:
            concept, own, phrases = line.split("\t")
            for word in own.split():
                chinese.setdefault(word, set()).add(concept)
            for phrase in filter(None, (phrase.strip() for phrase in phrases.split(","))):
                units = tuple(_UNIT.findall(phrase.replace("n't", " not").replace("-", " ")))
                english.setdefault(_stems(units), set()).add(concept)
    return (
        {word: frozenset(found) for word, found in chinese.items()},
        {phrase: frozenset(found) for phrase, found in english.items()},
    )


def _stems(units: Sequence[str]) -> tuple[str, ...]:
    return tuple(_stem(unit.lower()) for unit in units)


_WHOLE = frozenset(("training", "train", "news", "new", "does", "has", "was", "this", "series"))
"""English words that are no other word with an ending."""


@cache
def _stem(word: str) -> str:
    """An English word without its ending, so that cooperates and cooperating are one."""
    if word in _WHOLE or len(word) <= 3:
        return word
    for ending in ("ies", "ied"):
        if word.endswith(ending):
            return word.removesuffix(ending) + "y"
    word = word.removesuffix("s") if not word.endswith("ss") else word
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            word = word.removesuffix(ending)
            if word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word.removesuffix("e") if len(word) > 3 else word


_BETWEEN = frozenset(("of", "in", "'s", ",", "，", "的", "(", "（", "“", "”", '"', "「", "」"))
"""What may stand between a place and the one that it lies in, or its other name."""


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a place and the one that it lies in as one, and without fillers."""
    found: list[Token] = []
    between: list[Token] = []
    for token in tokens:
        if token.concepts == {FILLER} or token.text.lower() in _BETWEEN:
            between.append(token)
            continue
        near = found and PLACE in token.concepts and PLACE in found[-1].concepts
        close = all(one.text.lower() in _BETWEEN for one in between)
        one = _one_place(found[-1], token) if near and close else None
        if one:
            found[-1] = one
        else:
            found += [*(word for word in between if word.concepts != {FILLER}), token]
        between = []
    found += [word for word in between if word.concepts != {FILLER}]
    return _once(found)


def _once(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without places that were named before."""
    known: set[Place] = set()
    found = []
    for token in tokens:
        places = _places(token) if PLACE in token.concepts else ()
        if not places or not known.issuperset(places):
            found.append(token)
        known.update(places)
    return found


def _one_place(first: Token, second: Token) -> Token | None:
    """Two names as one place: one of them lies in the other, or they are the same."""
    if first.value and second.value:
        joined = first.value + second.value
        if _places(Token(joined, first.concepts, joined)):
            return Token(joined, first.concepts, joined)
    pairs = [(a, b) for a in _places(first) for b in _places(second)]
    if any(a == b for a, b in pairs):
        return second if second.value else first
    inner = [a if a.within(b) else b for a, b in pairs if a.within(b) or b.within(a)]
    if not inner:
        return None
    return Token(f"{first.text} {second.text}", first.concepts, places=tuple(dict.fromkeys(inner)))


def _places(token: Token) -> tuple[Place, ...]:
    if token.places or not token.value:
        return token.places
    try:
        return (gazetteer().place(token.value),)
    except AmbiguousPlace:
        return tuple(reading.place for reading in gazetteer().readings(token.value))
    except UnknownPlace:
        return ()


def place_names(tokens: Sequence[Token]) -> list[str]:
    """What the places of a question are called, so that they can be asked for, in their order.

    Raises:
        AmbiguousPlace: a romanised name is that of several, and no known pairing decides.
    """
    return [token.value or _unambiguous(token, tokens) for token in tokens]


def _unambiguous(token: Token, tokens: Sequence[Token]) -> str:
    others = {place for other in tokens if other is not token for place in _places(other)}
    paired = [place for place in token.places if gazetteer().partners(place) & others]
    fitting = paired or [p for p in token.places if gazetteer().partners(p)] or token.places
    if len(fitting) > 1:
        raise AmbiguousPlace(token.text, sorted(place.full_name for place in fitting))
    place = fitting[0]
    unique = len({reading.place for reading in gazetteer().readings(place.name)}) == 1
    return place.name if unique else place.full_name
