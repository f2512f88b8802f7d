"""The gold set's form: what it says of a text stands in the text, and places are real ones."""

import json
import re
from pathlib import Path

import pytest

from xiezuo.evaluate import FIELDS, read_gold
from xiezuo.evaluate.gold import KINDS
from xiezuo.evaluate.names import normal
from xiezuo.gazetteer import gazetteer
from xiezuo.lexicon import domains
from xiezuo.read import read

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
PROGRAMMES = {"东西部协作", "东西部扶贫协作", "对口支援", "对口帮扶", "对口合作", "对口协作"}

LOOK_ALIKES = 0.29
"""The least share of articles that are not about cooperation between regions (35 of 120)."""

TAGS = re.compile(r"<[^>]+>")
CONCEPTS = frozenset(domains())
TITLES = re.compile(r"[、,，]")

GOLD = read_gold(HERE / "gold.jsonl")
FILES = [document["file"] for document in GOLD]
every_document = pytest.mark.parametrize("document", GOLD, ids=FILES)


def plain(document):
    """The decoded text, in the spelling that names are compared in, without tags."""
    return normal(TAGS.sub("", "".join(found.text for found in read(ARTICLES / document["file"]))))


def test_lines_are_objects_in_the_order_of_their_files():
    lines = (HERE / "gold.jsonl").read_text("utf-8").splitlines()
    files = [json.loads(line)["file"] for line in lines]

    assert files == sorted(set(files))


def test_every_article_has_gold_and_every_gold_an_article():
    assert sorted(FILES) == sorted(path.name for path in ARTICLES.iterdir())


def test_look_alikes_are_a_fair_share():
    others = [document["file"] for document in GOLD if not document["relevant"]]

    assert len(others) / len(GOLD) >= LOOK_ALIKES


@every_document
def test_look_alikes_state_nothing_and_others_a_partnership(document):
    stated = {field for field in FIELDS if document[field]}

    if document["relevant"]:
        assert "partnerships" in stated
    else:
        assert not stated


@every_document
def test_articles_have_the_length_of_news(document):
    assert 120 <= len(plain(document)) <= 1000


@every_document
def test_names_of_places_are_official_and_codes_theirs(document):
    places = gazetteer()
    for row in document["partnerships"]:
        for side in ("supporter", "recipient"):
            name, code = row[side], row[f"{side}_code"]
            if code is None:
                assert all(reading.place.code is None for reading in places.readings(name)), name
            else:
                assert places.codes[code].full_name == name
        assert set(row["programmes"]) <= PROGRAMMES


@every_document
def test_domains_belong_to_a_stated_pair_and_use_the_scheme(document):
    pairs = {(row["supporter"], row["recipient"]) for row in document["partnerships"]}
    for row in document["domains"]:
        assert (row["supporter"], row["recipient"]) in pairs
        assert row["concept"] in CONCEPTS
        assert row["status"] in {"planned", "underway"}


@every_document
def test_secondments_have_a_kind_and_one_head_for_a_named_person(document):
    for row in document["secondments"]:
        assert row["kind"] in KINDS.values()
        assert row["person"] is None or row["count"] == 1


@every_document
def test_what_gold_quotes_stands_in_the_text(document):
    quoted = [row["phrase"] for row in document["domains"]]
    quoted += [row["person"] for row in document["officials"]]
    quoted += [title for row in document["officials"] for title in TITLES.split(row["title"])]
    quoted += [row["person"] for row in document["secondments"] if row["person"]]
    quoted += [row["term"] for row in document["secondments"] if row["term"]]
    quoted += [row["name"] for row in document["meetings"]]
    quoted += [row["name"] for row in document["ceremonies"] if row["name"]]
    quoted += [signed for row in document["ceremonies"] for signed in row["signed"]]
    quoted += [row["title"] for row in document["agreements"]]
    text = plain(document)

    assert [words for words in quoted if normal(words) not in text] == []
