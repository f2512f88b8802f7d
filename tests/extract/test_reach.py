"""What is read from the rules' expressions: words that matches hold, and where they can end."""

import pytest
from tests.support import make_article

from xiezuo.extract import RULES
from xiezuo.extract.grammar import Rule, mark
from xiezuo.extract.reach import Sieve, held, stays_within
from xiezuo.find import find

TEXTS = [text for rule in RULES for text in (*rule.examples, *rule.counterexamples)]


@pytest.fixture(scope="module")
def marked():
    """The rules' own examples, three in a row, as marked texts."""
    articles = [make_article("\n".join(TEXTS[at : at + 3])) for at in range(0, len(TEXTS), 3)]
    return [mark(article, find(article)) for article in articles]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_nothing_is_missed_where_words_are_looked_for_first(rule, marked):
    for text in marked:
        found = [match.found.span() for match in text.matches((rule,))]
        assert found == [match.span() for match in rule.regex.finditer(text.text)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_match_holds_what_it_is_said_to(rule, marked):
    sets = [*held(rule.regex.pattern), *([rule.needs] if rule.needs else [])]
    for text in (one.text for one in marked):
        for match in rule.regex.finditer(text):
            assert all(any(word in text for word in words) for words in sets), match
            if rule.is_local:
                assert not {"。", "\n"} & set(match[0])


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("甲乙|丙丁", {"甲乙", "丙丁"}),
        ("(?:甲乙|.)丙", {"丙"}),
        ("(?=.*甲乙).*丙", {"甲乙"}),
        ("(?!甲乙).*丙", {"丙"}),
        ("(?:甲乙){0,3}[丙丁]{1,2}", {"丙", "丁"}),
        ("[^甲]\\d?", set()),
        ("(?i:ab)(?P<x>c)", {"c"}),
    ],
)
def test_words_of_expressions(pattern, words):
    assert held(pattern)[:1] == ([words] if words else [])


@pytest.mark.parametrize(
    ("pattern", "stays"),
    [
        ("甲[^。\n]*(?:乙|丙)(?![丁])", True),
        ("甲[^\n]*乙", False),
        ("甲(?=[^乙])", True),
        ("甲(?=[^乙]丙)", False),
        ("甲(?!丙|乙[。丙]丁)", False),
        ("(?<=[^乙])甲", True),
        ("^甲", False),
        ("甲\\b", False),
        ("(甲)\\1", False),
        ("甲\\w", False),
        ("甲\\d[0-9]", True),
        ("(甲)?乙(?(1)丙|丁)", True),
        ("(甲)?乙(?(1)丙|[^丁])", False),
    ],
)
def test_where_matches_end(pattern, stays):
    assert stays_within(pattern, "。\n") is stays


def test_rules_that_stay_in_a_sentence_are_tried_on_those_with_their_words():
    article = make_article("甲说乙。甲听乙，甲说乙\n甲乙说")
    rule = Rule("a", "甲[^。\n]?(?:说|问)乙?", 0.5)
    assert [m.found.span() for m in mark(article, []).matches((rule,))] == [
        (0, 3),
        (8, 11),
        (12, 15),
    ]


def test_a_sieve_keeps_whatever_can_match(marked):
    sieve = Sieve([rule.regex.pattern for rule in RULES])
    for text in (one.text for one in marked):
        possible = sieve.possible(text)
        assert possible == sorted(set(possible))
        matching = [index for index, rule in enumerate(RULES) if rule.regex.search(text)]
        assert set(matching) <= set(possible)
