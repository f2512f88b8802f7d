"""Searches over every text whose scan skips whatever cannot begin a match."""

from __future__ import annotations

import pytest

from xiezuo.extract.clauses import VERB
from xiezuo.extract.reach import scans
from xiezuo.extract.secondments import _CONTEXT


@pytest.mark.parametrize("pattern", [VERB, _CONTEXT], ids=["verb", "sending"])
def test_branches_begin_with_characters(pattern):
    """A branch that begins with a class, a group or a look behind makes the scan try every place.

    Write 修了|装了 for [修装]了, and 组织(?<!会组织) for (?<!会)组织.
    """
    assert scans(pattern.pattern)
