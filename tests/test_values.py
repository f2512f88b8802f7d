"""Quick values behave like the dataclasses that they are."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace
from inspect import signature

import pytest

from xiezuo import model, values
from xiezuo.model import Place, PlaceMention, Span
from xiezuo.values import quick


@dataclass(frozen=True, slots=True)
class Plain:
    """What a quick value is compared with."""

    one: int
    two: str = "two"
    length: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.two))


@quick
@dataclass(frozen=True, slots=True)
class More(Plain):
    """Fields of its own behind inherited ones."""

    three: tuple[int, ...] = ()


def test_fields_defaults_and_post_init():
    assert More(1) == More(one=1, two="two", three=())
    assert More(1, "drei", (3,)).length == 4
    assert repr(More(1)) == "More(one=1, two='two', length=3, three=())"
    assert hash(More(1)) == hash(More(1)) != hash(More(2))


def test_the_signature_stays():
    @dataclass(frozen=True, slots=True)
    class Slow(Plain):
        three: tuple[int, ...] = ()

    slow = signature(Slow)
    assert [(p.name, p.default, p.kind) for p in signature(More).parameters.values()] == [
        (p.name, p.default, p.kind) for p in slow.parameters.values()
    ]
    with pytest.raises(TypeError):
        More()
    with pytest.raises(TypeError):
        More(1, four=4)


def test_no_field_can_be_set_later():
    span = Span(1, 2)
    with pytest.raises(FrozenInstanceError):
        span.end = 3
    with pytest.raises(FrozenInstanceError):
        del span.end


def test_copies_pickles_and_replacements_are_equal():
    mention = PlaceMention(Span(0, 2), None, reason="…")
    for same in (copy.copy(mention), copy.deepcopy(mention), replace(mention, form="name")):
        assert same == mention
    assert pickle.loads(pickle.dumps(mention)) == mention
    assert replace(mention, form="full").form == "full"


def test_checks_of_values_run():
    with pytest.raises(ValueError, match="not a span"):
        Span(2, 1)
    assert Place("620102", "城关区", "甘肃省兰州市城关区", model.Level.COUNTY).key == "620102"


def test_only_plain_fields_are_stored_quickly():
    with pytest.raises(TypeError, match=r"Made\.many"):

        @quick
        @dataclass(frozen=True, slots=True)
        class Made:
            many: list[int] = field(default_factory=list)


def test_what_nothing_changes_is_not_made_again():
    span = Span(1, 2)
    assert values.replace(span, start=1) is span
    assert values.replace(span, start=0) == Span(0, 2)
