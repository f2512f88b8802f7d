"""The word lists of the finders, and how they are searched."""

from __future__ import annotations

import pytest

from xiezuo.find.lexicon import Scanner, alternation, words


@pytest.mark.parametrize("name", ["surnames", "given_characters"])
def test_character_lists_hold_each_character_once(name: str) -> None:
    characters = "".join(words(name))
    doubled = {character for character in characters if characters.count(character) > 1}
    assert not doubled
    assert all("\u4e00" <= character <= "\u9fff" for character in characters)


def test_no_word_of_no_name_hides_a_word_that_goes_on_after_names() -> None:
    assert not set(words("not_names")) & set(words("compound_surnames"))


def test_the_longest_word_counts() -> None:
    scanner = Scanner({"short": ["主任"], "long": ["主任医师"]})
    assert list(scanner.scan("主任医师和主任")) == [("long", 0, 4), ("short", 5, 7)]


def test_longer_alternatives_come_first() -> None:
    assert alternation(["县", "县委", "市"]) == "县委|县|市"
