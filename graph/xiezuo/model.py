"""The frozen values that flow from stage to stage.

Two coordinate systems occur, and every span belongs to one of them:

* *document offsets* count Unicode code points of :attr:`Document.text`, the decoded file before
  any clean-up; evidence uses them.
* *article offsets* count code points of :attr:`Article.text`, the cleaned text; mentions, lines
  and sentences use them. :meth:`Article.original` leads from the second to the first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from xiezuo.values import quick

CONTEXT = 60
"""The most characters that a quotation shows on either side of its sentence."""


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of ``text`` that the span marks."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


# Half of all values are spans: they are made in one step, see :mod:`xiezuo.values`.
_set_start = vars(Span)["start"].__set__
_set_end = vars(Span)["end"].__set__


# --- places, people, organisations -----------------------------------------------------------


class Level(StrEnum):
    """Administrative levels; the values are those of ``xz:level``."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    ZONE = "zone"


@dataclass(frozen=True, eq=False, slots=True)
class Place:
    """An administrative area; equal when :attr:`key` is equal.

    ``code`` is the six-digit GB/T 2260 code, None below county level and for zones, which are
    told apart by their parent and name. ``name`` is official and short ("河西区"), ``full_name``
    carries the parents ("天津市河西区"), ``alt_names`` are short forms and former names.
    """

    code: str | None
    name: str
    full_name: str
    level: Level
    parent: Place | None = None
    alt_names: tuple[str, ...] = ()
    key: str = field(init=False)
    """The code, or the nearest parent's key and the name: ``620102-雁园街道``."""
    province: Place = field(init=False)
    """The province-level unit that the place lies in (itself for a province)."""

    def __post_init__(self) -> None:
        above = self.parent.key if self.parent else ""
        object.__setattr__(self, "key", self.code or f"{above}-{self.name}")
        object.__setattr__(self, "province", self.parent.province if self.parent else self)

    def within(self, other: Place) -> bool:
        """Whether the place is ``other`` or lies in it."""
        place: Place | None = self
        while place is not None:
            if place.key == other.key:
                return True
            place = place.parent
        return False

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Place) and self.key == other.key)

    def __hash__(self) -> int:
        return hash(self.key)

    def __lt__(self, other: Place) -> bool:
        return self.key < other.key

    def __repr__(self) -> str:
        return f"Place({self.full_name} {self.code or ''})"


@quick
@dataclass(frozen=True, slots=True)
class Organization:
    """A body that is not an area: office, company, command post, school, hospital."""

    name: str
    place: Place | None = None

    @property
    def key(self) -> str:
        """The seat's key, where known, and the name."""
        return f"{self.place.key}-{self.name}" if self.place else self.name


Party = Place | Organization


@quick
@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named for an office, a post or a secondment; never known by the name alone."""

    name: str
    served: Party | None = None

    @property
    def key(self) -> str:
        """The key of the place or organisation served, and the name."""
        return f"{self.served.key if self.served else ''}-{self.name}"


# --- documents and articles ------------------------------------------------------------------


@dataclass(frozen=True)
class Document:
    """One input document, decoded.

    ``text`` is the file's own text or, for HTML, PDF, DOCX and JSON Lines, what its reader takes
    out of it, the title first; document offsets count in it. ``published`` is an ISO date at the
    precision that is known ("2024", "2024-05", "2024-05-21"); ``home`` is the name of the place
    that 我市, 我区 mean, where it was given.
    """

    name: str
    text: str
    sha256: str
    published: str | None = None
    url: str | None = None
    source: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    home: str | None = None


class Role(StrEnum):
    """What a line of an article is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    BODY = "body"
    NOTE = "note"
    """Captions, editors, sources, navigation: read for places and dates, never for facts."""


@quick
@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article's clean text (article offsets): a headline, a paragraph, a note."""

    span: Span
    role: Role


@dataclass(frozen=True)
class Article:
    r"""One article of a document, with its clean text.

    ``text`` is Simplified, its punctuation between Chinese characters full-width, digits and
    Latin half-width, layout breaks joined, one line a headline or paragraph ("\n" between).
    ``offsets[i]`` is the document offset of ``text[i]``, strictly increasing; a "\n" of the clean
    text has the offset of the blank or line break right before its second line. So lines are only
    ever parted where the document has one: a headline glued to its text stays part of that line.
    """

    document: Document
    position: int
    text: str
    copied: Callable[[], Sequence[int]] = field(repr=False, compare=False)
    lines: tuple[Line, ...] = ()
    part: Callable[[str], Iterable[Span]] = field(repr=False, default=lambda _: ())
    authors: tuple[str, ...] = ()

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, parted when somebody asks: of most articles of a page nobody does."""
        return tuple(self.part(self.text))

    @cached_property
    def offsets(self) -> Sequence[int]:
        """The document offset of each character, worked out when somebody asks, too."""
        return self.copied()

    @cached_property
    def headline(self) -> str:
        """The headline lines, joined by a space ("" where there is none)."""
        return " ".join(
            line.span.of(self.text) for line in self.lines if line.role is Role.HEADLINE
        )

    def original(self, span: Span) -> Span:
        """The document offsets of a span of the clean text.

        Raises:
            ValueError: the span is empty or outside the text.
        """
        if not span.start < span.end <= len(self.text):
            raise ValueError(f"no such span in article {self.position}: {span}")
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds an article offset.

        Raises:
            ValueError: the offset lies in no sentence.
        """
        index = bisect_right(self._sentence_starts, position) - 1
        if index >= 0 and position < self.sentences[index].end:
            return self.sentences[index]
        raise ValueError(f"no sentence at {position} of article {self.position}")

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _quoted(self) -> dict[tuple[int, int], tuple[Span, str, str, str]]:
        """What :func:`quote` shows of sentences, each worked out once."""
        return {}


# --- mentions (article offsets) --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an article that name something."""

    span: Span


@quick
@dataclass(frozen=True, slots=True)
class PlaceMention(Mention):
    """A place name. ``place`` is None where several places bear the name and nothing decides.

    ``form`` is "full", "name", "short", "former", "abbreviation" (甘 in 援甘) or "sub" (a town or
    zone after its county); ``reason`` says in one Chinese phrase why this place was chosen.
    ``span`` covers the parents written right before the name (甘肃省平凉市崆峒区 is one mention).
    """

    place: Place | None
    form: str = "name"
    reason: str = ""
    candidates: tuple[Place, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class PairMention(Mention):
    """A pair abbreviation: 津甘, 闽宁, 沪滇, 延锡. In the order written; no direction implied."""

    first: Place
    second: Place
    reason: str = ""


@quick
@dataclass(frozen=True, slots=True)
class OrganizationMention(Mention):
    """An organisation's name; ``place`` is its seat where the text or the name says so."""

    name: str
    place: Place | None = None


@quick
@dataclass(frozen=True, slots=True)
class Office:
    """One office in a person's titles: ``title`` without the place (区委书记).

    ``of`` is the place or organisation where it is named; otherwise ``deixis`` holds the level
    character that the title leaves open ("区" of a bare 区委书记; "" where none), to be filled by
    whoever knows what the article is about.
    """

    title: str
    span: Span
    of: Party | None = None
    deixis: str = ""


@quick
@dataclass(frozen=True, slots=True)
class PersonMention(Mention):
    """A person named with a title; ``span`` is the name, each office has its own span."""

    name: str
    offices: tuple[Office, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date. ``value`` is ISO at the text's precision, None where nothing anchors it.

    ``relative`` tells 日前 and 当天 from dates that are written out; ``end`` closes a range.
    """

    value: str | None
    end: str | None = None
    relative: bool = False


@quick
@dataclass(frozen=True, slots=True)
class QuantityMention(Mention):
    """A number with its unit, in base units: 超4486万元 is 44860000 元 with qualifier 超."""

    value: Decimal
    unit: str
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class WorkMention(Mention):
    """A document's title between 《 and 》; ``title`` is without them."""

    title: str


# --- facts -----------------------------------------------------------------------------------


class Status(StrEnum):
    """How far a cooperation has come."""

    PLANNED = "planned"
    UNDERWAY = "underway"


class SecondmentKind(StrEnum):
    """Who is sent; the values are the local names of ``xz:secondmentKind``."""

    OFFICIAL = "Official"
    PROFESSIONAL = "Professional"
    TASK_FORCE = "TaskForce"


@quick
@dataclass(frozen=True, slots=True)
class Pair:
    """A supporter and a recipient; the key of everything that belongs to a partnership."""

    supporter: Place
    recipient: Place

    def __hash__(self) -> int:
        return hash((self.supporter.key, self.recipient.key))

    @property
    def key(self) -> str:
        """Both places' keys."""
        return f"{self.supporter.key}-{self.recipient.key}"

    def __lt__(self, other: Pair) -> bool:
        return self.key < other.key

    def inside(self, other: Pair) -> bool:
        """Whether it pairs parts of another's sides, or one side itself with a part."""
        within = self.supporter.within(other.supporter) and self.recipient.within(other.recipient)
        return self != other and within


@quick
@dataclass(frozen=True, slots=True)
class Partnership:
    """A standing pairing of two places. ``programmes`` are local names of ``xzp:``."""

    pair: Pair
    programmes: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    ended: bool = False


@quick
@dataclass(frozen=True, slots=True)
class Cooperation:
    """A partnership's cooperation in one domain (a local name of ``xzd:``)."""

    pair: Pair
    domain: str
    phrase: str
    status: Status


@dataclass(frozen=True, slots=True)
class SigningCeremony:
    """A signing. ``name`` is None where the text gives it none; ``signed`` without 《》."""

    name: str | None
    parties: tuple[Party, ...]
    signed: tuple[str, ...] = ()
    pair: Pair | None = None
    domains: tuple[str, ...] = ()
    date: str | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A joint conference or talks between the sides."""

    name: str
    parties: tuple[Party, ...]
    pair: Pair | None = None
    date: str | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """A delegation's visit; ``visited`` are places, sites and organisations.

    ``visitor`` is whose delegation it is, ``delegation`` what the text calls it (东丽区代表团), ""
    where it has no name of its own.
    """

    visitor: Party
    visited: tuple[Party, ...]
    pair: Pair | None = None
    date: str | None = None
    delegation: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement, by its title without 《》."""

    title: str
    parties: tuple[Party, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Secondment:
    """One person, or an unnamed group (``person`` None), sent from one side to the other."""

    kind: SecondmentKind
    person: str | None = None
    count: int | None = None
    sender: Party | None = None
    host: Party | None = None
    post: str | None = None
    pair: Pair | None = None
    start: str | None = None
    end: str | None = None
    duration: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class Appointment:
    """An office that a named person holds; ``title`` is without the place."""

    person: Person
    title: str
    of: Party | None = None


@quick
@dataclass(frozen=True, slots=True)
class Indicator:
    """A number that measures a cooperation, in base units (4486万元 is 44860000 元)."""

    measure: str
    value: Decimal
    unit: str
    as_written: str
    qualifier: str = ""
    period: str | None = None
    supporter: Place | None = None
    recipient: Place | None = None


Fact = (
    Partnership
    | Cooperation
    | SigningCeremony
    | Meeting
    | Visit
    | Agreement
    | Secondment
    | Appointment
    | Indicator
)


# --- evidence --------------------------------------------------------------------------------


@quick
@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an article states a fact, and which rule read it there.

    ``span`` is the sentence in document offsets; ``exact`` is that text without line breaks,
    ``prefix`` and ``suffix`` at most :data:`CONTEXT` characters around it. ``trigger`` is the
    words inside ``exact`` that fired the rule, and ``confidence`` lies in (0, 1].
    """

    document: Document = field(repr=False)
    article: int
    span: Span
    exact: str
    prefix: str
    suffix: str
    trigger: str
    rule: str
    confidence: float


@quick
@dataclass(frozen=True, slots=True)
class Assertion:
    """One article's statement of a fact."""

    fact: Fact
    evidence: Evidence


def _joined(text: str) -> str:
    """A piece of a document without the layout's line breaks."""
    if "\n" in text or "\r" in text:
        return text.replace("\n", "").replace("\r", "")
    return text


def quote(article: Article, trigger: Span, rule: str, confidence: float) -> Evidence:
    """The evidence for a fact that the words at ``trigger`` (article offsets) state.

    The sentence around the trigger is quoted; a trigger over several sentences quotes them all.
    """
    start, end = trigger.start, trigger.end
    first = article.sentence_at(start)
    last = first if end <= first.end else article.sentence_at(end - 1)
    shown = article._quoted.get((first.start, last.end))
    if shown is None:
        shown = article._quoted[first.start, last.end] = _shown(
            article, Span(first.start, last.end)
        )
    if not start < end <= len(article.text):
        raise ValueError(f"no such words in article {article.position}: {trigger}")
    document, offsets = article.document, article.offsets
    words = _joined(document.text[offsets[start] : offsets[end - 1] + 1])
    return Evidence(document, article.position, *shown, words, rule, confidence)


def _shown(article: Article, sentences: Span) -> tuple[Span, str, str, str]:
    """The document offsets of sentences, their words and what stands on either side."""
    span = article.original(sentences)
    text = article.document.text
    before = _joined(text[max(0, span.start - 2 * CONTEXT) : span.start])
    after = _joined(text[span.end : span.end + 2 * CONTEXT])
    return span, _joined(span.of(text)), before[-CONTEXT:], after[:CONTEXT]


# --- what a build knows ----------------------------------------------------------------------


@dataclass(frozen=True)
class ArticleRecord:
    """What the graph keeps of an article: everything but its text."""

    document: Document = field(repr=False)
    position: int
    headline: str
    authors: tuple[str, ...]
    about_cooperation: bool
    home: Place | None = None


@dataclass(frozen=True, slots=True)
class MergedFact:
    """One fact of the world with every statement of it; ``reason`` says why they are one.

    ``person`` is who a secondment or an appointment is about, told apart from namesakes;
    ``signed`` are the keys of the agreements that were signed at a ceremony.
    """

    fact: Fact
    key: str
    assertions: tuple[Assertion, ...]
    reason: str = ""
    person: Person | None = None
    signed: tuple[str, ...] = ()

    @property
    def confidence(self) -> float:
        """The highest of its statements."""
        return max(assertion.evidence.confidence for assertion in self.assertions)


@dataclass(frozen=True)
class Resolution:
    """Everything that a build found, in an order that depends on the input's content only."""

    articles: tuple[ArticleRecord, ...]
    facts: tuple[MergedFact, ...]
