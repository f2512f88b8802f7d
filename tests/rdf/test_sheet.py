from decimal import Decimal

import pytest

from xiezuo.rdf.iris import segment
from xiezuo.rdf.sheet import decimal, moment
from xiezuo.vocab import XSD


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.9, "0.9"),
        (0.30000000000000004, "0.3"),
        (1.0, "1"),
        (Decimal("44860000"), "44860000"),
        (Decimal("4.486E+7"), "44860000"),
        (Decimal("1.330"), "1.33"),
        (Decimal("-0.0"), "0"),
        (Decimal("1E-7"), "0.0000001"),
    ],
)
def test_decimals_are_canonical(value, text):
    assert decimal(value).value == text
    assert decimal(value).datatype == XSD.DECIMAL


@pytest.mark.parametrize(
    ("value", "datatype"),
    [("2024", XSD.YEAR), ("2024-05", XSD.YEAR_MONTH), ("2024-02-29", XSD.DATE)],
)
def test_dates_have_the_precision_of_the_text(value, datatype):
    assert moment(value).datatype == datatype
    assert moment(value).value == value


@pytest.mark.parametrize("value", ["2023-02-29", "24", "2024-5", "2024-05-21T00:00", "日前", ""])
def test_what_is_no_date_is_refused(value):
    with pytest.raises(ValueError):
        moment(value)


def test_segments_keep_chinese_and_encode_the_rest():
    assert segment("阿坝州·九寨沟_1-2~3.4") == "阿坝州·九寨沟_1-2~3.4"
    assert segment("a/b c%\u202e") == "a%2Fb%20c%25%E2%80%AE"
