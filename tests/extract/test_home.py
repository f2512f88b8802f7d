"""The home place of an article: what 我市 means where no outlet is named."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.extract.home import home_among, home_of
from xiezuo.find import find
from xiezuo.gazetteer import gazetteer
from xiezuo.model import Pair


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "走进我市对口帮扶城市——陕西安康。安康的茶叶很好。常州市民关心安康。安康在秦巴山区。",
            "常州市",
        ),
        ("9月3日，市长王明远率杭州市党政代表团在广元市考察。广元市领导陪同我市一行。", "杭州市"),
        ("杭州市委书记王明远率杭州市党政代表团到我市考察。广元市委领导陪同。", "广元市"),
        (
            "江苏省常州市委书记王明远率党政代表团来我市。市长李立群介绍情况。安康市与常州市结对。"
            "常州市向安康市捐款。常州市领导参加。",
            "安康市",
        ),
    ],
)
def test_the_home_place_is_whose_outlet_tells(text, name):
    article = make_article(text)
    home = home_of(article, tuple(find(article)), None)
    assert home is not None and home.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "我县企业赴青川县对接。桐庐县对口帮扶广元市的工作展开。来我县考察的青川县领导感谢我县。",
            None,
        ),
        ("我州代表团赴上海市考察。", "迪庆藏族自治州"),
        ("上海市党政代表团来我市考察。", None),
    ],
)
def test_of_the_sides_of_the_pairs_told_one_is_the_home_place(text, name):
    article = make_article(text)
    pair = Pair(gazetteer().place("310000"), gazetteer().place("533400"))
    home = home_among(article, tuple(find(article)), (pair,))
    assert (home and home.name) == name
