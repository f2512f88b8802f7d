import pytest

from xiezuo.evaluate import FIELDS, Counts, score


def document(file, relevant=True, **fields):
    return {"file": file, "relevant": relevant} | {field: [] for field in FIELDS} | fields


def titles(*names):
    return [{"title": name} for name in names]


def test_counts_are_summed_over_documents():
    gold = [
        document("a", agreements=titles("甲协议", "乙协议")),
        document("b", agreements=titles("丙协议")),
    ]
    found = [
        document("b", agreements=titles("丙协议", "丁协议")),
        document("a", agreements=titles("甲协议")),
    ]
    report = score(gold, found)
    assert report.fields["agreements"] == Counts(right=2, wrong=1, missed=1)
    assert report.total.f1 == pytest.approx(2 / 3)
    assert [(o.file, o.gold is None) for o in report.errors()] == [("a", False), ("b", True)]


def test_a_title_of_another_document_is_no_match():
    gold = [document("a", agreements=titles("甲协议")), document("b")]
    found = [document("a"), document("b", agreements=titles("甲协议"))]
    assert score(gold, found).total == Counts(wrong=1, missed=1)


def test_relevance_and_wrong_facts_on_other_documents():
    gold = [document("a"), document("b", relevant=False), document("c", relevant=False)]
    found = [
        document("a", relevant=False),
        document("b", agreements=titles("甲", "乙")),
        document("c", relevant=False),
    ]
    report = score(gold, found)
    assert report.relevant == Counts(right=0, wrong=1, missed=1)
    assert report.irrelevant == (2, 1, 2)


def test_documents_without_a_text_are_named_and_not_scored():
    report = score([document("a", agreements=titles("甲")), document("b")], [document("b")])
    assert report.unscored == ("a",)
    assert report.total == Counts()
    assert report.total.f1 == 1.0


def test_nothing_found_of_something_is_zero():
    counts = Counts(missed=3)
    assert (counts.precision, counts.recall, counts.f1) == (0.0, 0.0, 0.0)
    assert Counts(wrong=3).f1 == 0.0
