"""Partnerships: who is paired with whom, since when, and who was before."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.extract import extract
from xiezuo.extract.home import home_of
from xiezuo.find import find
from xiezuo.model import Partnership

Pairs = set[tuple[str, str]]


def partnerships(text: str, **metadata: str) -> list[Partnership]:
    article = make_article(text, **metadata)
    return [a.fact for a in extract(article, find(article)) if isinstance(a.fact, Partnership)]


def pairs(text: str, **metadata: str) -> Pairs:
    return {(p.pair.supporter.name, p.pair.recipient.name) for p in partnerships(text, **metadata)}


def home(text: str, **metadata: str) -> str | None:
    article = make_article(text, **metadata)
    place = home_of(article, find(article), None)
    return place and place.full_name


ORDERED = {("海淀区", "赤城县"), ("西城区", "张北县")}


@pytest.mark.parametrize(
    "text",
    [
        "北京市海淀、西城两区分别对口帮扶赤城县、张北县。",
        "会上，北京市海淀区、西城区分别与赤城县、张北县签订扶贫协作协议。",
        "扶贫协作启动，北京市海淀区结对赤城县，西城区结对张北县。",
        "扶贫协作结对关系如下\n海淀区——赤城县；西城区——张北县\n",
        "扶贫协作结对安排\n海淀区 | 赤城县 | 新增结对\n西城区 | 张北县 | 继续结对\n",
        "扶贫协作结对名单\n1 海淀区 赤城县 2016年12月\n2 西城区 张北县 2017年3月\n",
    ],
)
def test_lists_go_in_order(text: str) -> None:
    assert pairs(text) == ORDERED


def test_lists_of_unequal_length_are_not_crossed() -> None:
    text = "东西部协作启动，北京市海淀区、西城区、东城区分别与赤城县、张北县签订结对协议。"
    assert pairs(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "广西山区变了样：自开展东西部协作以来，深圳市宝安区与都安、大化两个瑶族自治县结对。",
            {("宝安区", "都安瑶族自治县"), ("宝安区", "大化瑶族自治县")},
        ),
        (
            "江苏省对口支援共和、贵德、同德三县。",
            {("江苏省", "共和县"), ("江苏省", "贵德县"), ("江苏省", "同德县")},
        ),
        ("天津市河西区结对帮扶平凉市、庆阳市7县。", set()),
    ],
)
def test_a_count_closes_a_list(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


def test_partners_change() -> None:
    found = partnerships("2021年，黔东南州的东西部协作结对关系由浙江省杭州市调整为广东省佛山市。")
    ended = {p.pair.supporter.name: p.ended for p in found if p.pair.recipient.level != "province"}
    assert ended["杭州市"]
    assert not ended["佛山市"]


def test_a_supporter_is_dropped_for_another() -> None:
    found = partnerships(
        "东西部协作结对关系调整，镇江市句容市不再帮扶蒲城县，改为与渭南市澄城县结对。"
    )
    assert {(p.pair.recipient.name, p.ended) for p in found if p.ended} == {("蒲城县", True)}
    assert ("句容市", "澄城县") in {(p.pair.supporter.name, p.pair.recipient.name) for p in found}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("自2017年起，镇江市对口帮扶渭南市。", "2017"),
        ("2010年，中央确定安徽省对口支援皮山县。", "2010"),
        ("2016年，镇江市与渭南市建立东西部扶贫协作关系。", "2016"),
        ("镇江市对口帮扶渭南市，2019年投入资金2亿元。", None),
        ("2019年5月6日，镇江市与渭南市召开东西部扶贫协作联席会议。", None),
    ],
)
def test_since_when(text: str, start: str | None) -> None:
    assert {p.start for p in partnerships(text)} == {start}


@pytest.mark.parametrize(
    "text",
    [
        "本报西宁8月25日电 辽宁省对口帮扶青海省，派出科技人员35名。",
        "辽宁青海扶贫协作洽谈会在西宁举行，辽宁省对口帮扶青海省。",
    ],
)
def test_where_it_is_written_or_held_is_no_partner(text: str) -> None:
    assert pairs(text) == {("辽宁省", "青海省")}


@pytest.mark.parametrize(
    "text",
    [
        "南京—洛南往返航线开通，为东西部协作架起空中桥梁。",
        "东西部协作再添通道，“南京—洛南”旅游专线首发。",
        "东西部协作会议召开，南京至洛南货运班列开行。",
    ],
)
def test_between_where_one_travels_is_no_pair(text: str) -> None:
    assert pairs(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "2月15日，江西省对口支援湖北随州医疗队的队员在搬运物资，湖北省疫情形势严峻。",
        "由八百多人组成的湖北援沪医疗队来到上海，住进方舱。",
        "湖南对口支援湖北荆门市医疗队的38名队员凯旋，420名医疗队员都回到湖南。",
    ],
)
def test_doctors_sent_against_an_epidemic_are_no_programme(text: str) -> None:
    article = make_article(text)
    assert list(extract(article, find(article))) == []


def test_help_inside_one_province_sends_nobody() -> None:
    text = "多年来，成都市对口支援四川省阿坝州，派去的工作队换了五批，对口支援队员共计362人。"
    article = make_article(text)
    assert list(extract(article, find(article))) == []


def test_branches_of_firms_are_no_places() -> None:
    text = "公司建立结对帮扶机制，由江苏分公司结对新疆分公司、浙江分公司结对四川分公司。"
    assert pairs(text) == set()


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("我市与昭通市建立东西部扶贫协作关系。", "中山日报", "广东省中山市"),
        (
            "副县长到我县挂职，松江区投入我县资金。\n来源：勐腊融媒",
            "",
            "云南省西双版纳傣族自治州勐腊县",
        ),
        ("三峡夷陵网9月17日讯 静安区与我区签署备忘录。", "", "湖北省宜昌市夷陵区"),
        ("江苏省共向我省投入资金5亿元。", "", None),
    ],
)
def test_the_paper_tells_the_home_place(text: str, source: str, expected: str | None) -> None:
    assert home(text, **({"source": source} if source else {})) == expected


def test_parts_of_the_home_place() -> None:
    text = "我市由石岐区、小榄镇分别结对帮扶昭通市盐津县、永善县，推进东西部扶贫协作。"
    assert pairs(text, source="中山日报") == {("石岐区", "盐津县"), ("小榄镇", "永善县")}


def test_a_long_list_without_a_programme_behind_it_comes_to_an_end() -> None:
    # Once a list in a repetition: twice the time for each place more.
    listed = "和".join(["天津市河西区", "甘肃省平凉市"] * 40)
    text = f"天津市河西区与甘肃省平凉市召开东西部协作联席会议。\n{listed}的风光不同。\n"
    assert pairs(text) == {("河西区", "平凉市")}


def test_the_pair_that_an_article_is_about_within_its_provinces() -> None:
    text = (
        "广东省与黑龙江省开展对口合作。南有广州，北有齐齐哈尔。广州气候温暖。"
        "齐齐哈尔粮食丰收。走进广州的展馆，能看到齐齐哈尔的展品。"
    )
    assert pairs(text) == {("广东省", "黑龙江省"), ("广州市", "齐齐哈尔市")}
    once = text.replace("广州气候温暖。", "").replace("齐齐哈尔粮食丰收。", "")
    assert pairs(once) == {("广东省", "黑龙江省")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("深圳市光明新区对口帮扶田林县。", {("光明新区", "田林县")}),
        ("通州区对口协作湖北省十堰市武当山特区。", {("通州区", "武当山特区")}),
        ("深圳经济特区成立四十周年，深圳市对口帮扶百色市。", {("深圳市", "百色市")}),
    ],
)
def test_new_areas_and_special_areas(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "宁波市和延边州签订东西部扶贫协作协议。在浙江和吉林两省党委的领导下，两地成效显著。"
            "浙吉两省高度重视。",
            {("宁波市", "延边朝鲜族自治州")},
        ),
        (
            "宁波市和凉山州签订东西部协作协议。浙江和四川两省东西部协作成果丰硕。",
            {("宁波市", "凉山彝族自治州"), ("浙江省", "四川省")},
        ),
    ],
)
def test_leaders_of_two_provinces_are_no_pair(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


def test_counted_parts_are_those_that_a_sentence_names() -> None:
    text = "禅城区赴黔东南州黎平县、锦屏县、天柱县招聘。自禅城区结对帮扶黔东南州{}以来，成果丰硕。"
    three = {("禅城区", name) for name in ("黎平县", "锦屏县", "天柱县")}
    assert pairs(text.format("三县")) == three
    assert pairs(text.format("四县")) != three


def test_recipients_that_were_added_or_exchanged() -> None:
    text = "上海市黄浦区对口帮扶澜沧县、孟连县，去年又增加景谷县、江城县两个县。"
    assert {name for _, name in pairs(text)} >= {
        "景谷傣族彝族自治县",
        "江城哈尼族彝族自治县",
    }
    told = partnerships("2010年，河南省由对口支援阿克苏地区转为支援哈密地区及兵团十三师。")
    ended = {fact.pair.recipient.name: fact.ended for fact in told}
    assert ended == {"阿克苏地区": True, "哈密市": False, "第十三师": False}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "北京市对口支援玉树州。图为北京市援建的曲麻莱县牧民新居。",
            {("北京市", "玉树藏族自治州")},
        ),
        (
            "济南市槐荫区和花垣县开展东西部扶贫协作，签订《花垣县人民政府—山东某某学院合作协议》。",
            {("槐荫区", "花垣县")},
        ),
        (
            "天津市和平区与长春市朝阳区开展对口合作，为天津、长春的发展贡献力量。",
            {("和平区", "朝阳区")},
        ),
        (
            "佛山市对口支援新疆伽师县镇乡结对工作方案出台。",
            {("佛山市", "伽师县")},
        ),
        (
            "物资运抵上海市浦东新区新场镇。自新场对口帮扶鹤庆县以来，两地结下友谊。",
            {("新场镇", "鹤庆县")},
        ),
        (
            "福建援藏队捐款。工作组在做好八宿县对口援建工作中，走村串户。",
            {("福建省", "八宿县")},
        ),
    ],
)
def test_what_is_paired_beside_what_is_not(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


def test_a_city_of_the_corps_is_not_paired_beside_a_regiment_of_its_division() -> None:
    text = (
        "十堰市对口援助八十六团15年。十堰市援疆干部考察了第五师双河市汽车产业园、十堰市援建的学校。"
    )
    assert pairs(text) == {("十堰市", "八十六团")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "天津市创新东西部协作机制：宝坻区援永登县、宁河区助榆中县、东丽区扶皋兰县。",
            {("宝坻区", "永登县"), ("宁河区", "榆中县"), ("东丽区", "皋兰县")},
        ),
        (
            "扶贫馆展销丰台区对口帮扶地区（林西县、扎赉特旗等）的农产品。",
            {("丰台区", "林西县"), ("丰台区", "扎赉特旗")},
        ),
        (
            "援建指挥部在北京市委、市政府和青海省委、省政府的领导下，对口支援玉树县。",
            {("北京市", "玉树藏族自治州")},
        ),
        ("贵州省与宁夏回族自治区签订东西部劳务协作协议。", set()),
        ("自2013年苏州铜仁两市结对以来，苏州市多次组织企业考察铜仁市。", {("苏州市", "铜仁市")}),
        (
            "日喀则市变化很大。上海市对口援藏项目1582个；山东省对口援藏项目1355个。",
            {("上海市", "日喀则市"), ("山东省", "日喀则市")},
        ),
        ("在成都市召开的对口支援西藏工作座谈会上，专家发言。", set()),
        (
            "资金到位的有黑龙江省、山西省、江苏省（援助克州）等省市，援疆项目开局良好。",
            {("江苏省", "克孜勒苏柯尔克孜自治州")},
        ),
        ("考察团参观了甘肃省兰州、敦煌和新疆哈密（广东对口援疆地区）等城市。", set()),
        (
            "1996年，莆田市就与西吉县成了亲戚。如今，涵江区接续与西吉县开展东西部协作。",
            {("莆田市", "西吉县"), ("涵江区", "西吉县")},
        ),
        ("黑龙江省援藏干部抵达拉萨贡嘎机场，开始对口支援日喀则市。", {("黑龙江省", "日喀则市")}),
        (
            "黑龙江省援藏干部来到日喀则市。援藏干部和黑龙江省代表团抵达拉萨贡嘎机场。"
            "黑龙江省对口支援日喀则市以来，成果丰硕。",
            {("黑龙江省", "日喀则市")},
        ),
        (
            "绍兴市援疆指挥部提升对兵团一师的援建工作。一师七团与绍兴市大唐街道签约。"
            "七团4个连队与诸暨市大唐街道相关村签订共建协议书。",
            {("绍兴市", "第一师"), ("大唐街道", "七团")},
        ),
    ],
)
def test_who_of_those_named_is_paired(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "福州市副市长周立文到定西市调研东西部协作工作，深入安定区、陇西县、岷县，察看了园区。",
            {("福州市", "定西市")},
        ),
        (
            "东西部协作启动，如东县帮扶略阳县，启东市帮扶镇巴县，海安市帮扶宁强县。",
            {("如东县", "略阳县"), ("启东市", "镇巴县"), ("海安市", "宁强县")},
        ),
        (
            "宝安区对口帮扶田阳区、凤山县、东兰县三县（区）。",
            {("宝安区", "田阳区"), ("宝安区", "凤山县"), ("宝安区", "东兰县")},
        ),
        (
            "泰州市姜堰区、海陵区、医药高新区分别与子洲县、清涧县、吴堡县结对帮扶。",
            {("姜堰区", "子洲县"), ("海陵区", "清涧县"), ("医药高新区", "吴堡县")},
        ),
        (
            "湛江市与融水县、三江县扶贫协作对接会举行。",
            {("湛江市", "融水苗族自治县"), ("湛江市", "三江侗族自治县")},
        ),
        ("那曲市的牧民，在浙江和辽宁两省的对口支援下住进了新房。", set()),
        (
            "上海援藏干部在日喀则市江孜县、亚东县、拉孜县开展对口支援工作。",
            {("上海市", "江孜县"), ("上海市", "亚东县"), ("上海市", "拉孜县")},
        ),
    ],
)
def test_lists_parts_and_calls(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "由宁波市代表浙江省对口帮扶贵州省，特别是帮扶黔西南州。",
            {("宁波市", "贵州省"), ("浙江省", "贵州省")},
        ),
        (
            "方案定下3区5市结对合作，安徽省淮北市、亳州市等8个市受帮扶。其中，"
            "温州市与亳州市建立结对帮扶关系。温州市的干部赴亳州市挂职。",
            {("温州市", "亳州市")},
        ),
        (
            "某办就对口支援西藏工作发布消息。湖北省政府就对口支援西藏工作举行发布会。"
            "湖北省对口支援山南市以来，成果丰硕。",
            {("湖北省", "山南市")},
        ),
        (
            "六盘水市是大连市结对帮扶的城市。大连市对口帮扶城市——六盘水市喜获丰收。",
            {("大连市", "六盘水市")},
        ),
        ("对口协作开展以来，县长感谢石景山区对十堰市及张湾区的支持。", {("石景山区", "张湾区")}),
        (
            "浙江省和四川省深化东西部协作。浙江与四川虽相隔千里，协作却日益密切。"
            "宁波市和凉山州签订东西部协作协议。",
            {("浙江省", "四川省"), ("宁波市", "凉山彝族自治州")},
        ),
        (
            "吉林省援疆工作座谈会在乌鲁木齐召开。吉林省始终高度重视对口援疆工作。"
            "吉林援疆干部来到阿勒泰地区。",
            {("吉林省", "阿勒泰地区")},
        ),
        (
            "沪青两地交流合作升温。长宁区不断加强与果洛州的合作，对口支援工作成效显著。",
            {("上海市", "青海省"), ("长宁区", "果洛藏族自治州")},
        ),
        (
            "上海市及静安区、虹口区加大东西部协作力度，为文山州脱贫攻坚贡献了力量。",
            {
                ("上海市", "文山壮族苗族自治州"),
                ("静安区", "文山壮族苗族自治州"),
                ("虹口区", "文山壮族苗族自治州"),
            },
        ),
    ],
)
def test_whose_task_it_is(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


def test_the_cities_pair_in_brackets_behind_the_provinces() -> None:
    text = "在鲁渝（济万）扶贫协作中，东西部协作项目落地，济宁市支持万州区共建养殖基地。"
    assert ("济宁市", "万州区") in pairs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "启东市的超市开业了，启东市对口帮扶成效显著。货架上有来自对口支援地陕西省宁强县、"
            "新疆维吾尔自治区新源县的特产，启东市的居民很喜欢。",
            {("启东市", "宁强县"), ("启东市", "新源县")},
        ),
        (
            "浙江省对口支援新疆阿克苏地区新任教师的培训结束，湖州市对口支援柯坪县的教师返乡。",
            {("浙江省", "阿克苏地区"), ("湖州市", "柯坪县")},
        ),
        (
            "辽宁省援疆干部人才努力工作。辽宁省对口援疆前方指挥部来到塔城地区考察。"
            "鞍山市对口支援乌苏市以来，成果丰硕。",
            {("辽宁省", "塔城地区"), ("鞍山市", "乌苏市")},
        ),
        (
            "广东省和四川省甘孜州的东西部扶贫协作升温，惠州市对口支援两个贫困县——道孚县和丹巴县。",
            {("广东省", "甘孜藏族自治州"), ("惠州市", "道孚县"), ("惠州市", "丹巴县")},
        ),
        ("沪吉两地座谈会举行，沪吉合作迈上新台阶。", set()),
        ("沪滇合作迈上新台阶。", {("上海市", "云南省")}),
    ],
)
def test_what_a_list_or_a_task_goes_on_with(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        (
            "东西部劳务协作活动中，泰安市与垫江县签订合作协议。",
            "",
            {("泰安市", "垫江县")},
        ),
        (
            "周立文率团赴天津市宝坻区对接对口帮扶工作。清水县与宝坻区开展东西部扶贫协作。",
            "天水日报",
            {("宝坻区", "清水县")},
        ),
        (
            "州委领导赴天津市东丽区对接东西部协作工作。夏河县的干部参加。",
            "甘南日报",
            {("东丽区", "甘南藏族自治州")},
        ),
        ("京张合作交流升温，北京市与张家口市在产业协作上成果丰硕。", "", set()),
        (
            "湖南省由原来对口支援新疆和田地区，调整为对口支援吐鲁番市。",
            "",
            {("湖南省", "和田地区"), ("湖南省", "吐鲁番市")},
        ),
        (
            "重庆、烟台两地举办推介会。烟台市对口帮扶巫山县，采购巫山县的农产品。",
            "",
            {("烟台市", "巫山县")},
        ),
        (
            "绍兴市援建指挥部负责人说，绍兴市援建青川县项目开工。",
            "",
            {("绍兴市", "青川县")},
        ),
        (
            "粤黔两地充分发挥各自优势。广州市与黔南州开展东西部协作。",
            "",
            {("广东省", "贵州省"), ("广州市", "黔南布依族苗族自治州")},
        ),
    ],
)
def test_where_a_word_is_not_enough(text: str, source: str, expected: Pairs) -> None:
    assert pairs(text, **({"source": source} if source else {})) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "对口援建成效显著。胶州市的干部来到北川县。胶州市对口援建的擂鼓镇、漩坪乡面貌一新。",
            {("胶州市", "擂鼓镇"), ("胶州市", "漩坪乡")},
        ),
        (
            "城阳区和成县开展东西部协作。今年夏庄街道对口帮扶的店村镇喜获丰收。",
            {("城阳区", "成县"), ("夏庄街道", "店村镇")},
        ),
        ("库尔勒市向石家庄市捐赠香梨。对口支援成效显著。", set()),
        (
            "作为河北省对口支援地区，新疆巴音郭楞蒙古自治州和兵团第二师向河北捐款。",
            {("河北省", "巴音郭楞蒙古自治州"), ("河北省", "第二师")},
        ),
        (
            "江苏省对口支援伊犁州成果丰硕。昭苏县风光好。第十一批泰州市援伊工作组改造了道路。",
            {("江苏省", "伊犁哈萨克自治州"), ("泰州市", "昭苏县")},
        ),
        (
            "山东省一行来青海走访，在西宁召开座谈会。李明远说，对口支援青海是重要任务。",
            {("山东省", "青海省")},
        ),
        (
            "吉林省对口支援阿勒泰地区及其所辖的阿勒泰、布尔津、哈巴河3县（市）。",
            {
                ("吉林省", "阿勒泰地区"),
                ("吉林省", "阿勒泰市"),
                ("吉林省", "布尔津县"),
                ("吉林省", "哈巴河县"),
            },
        ),
        (
            "浙江省和四川省开展东西部协作。联合宁波大学选派10名教师到凉山州支教。",
            {("浙江省", "四川省")},
        ),
    ],
)
def test_sides_that_go_without_saying(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "京蒙协作成果丰硕。干部来到阿鲁科尔沁旗，依托平谷区的资源培育产业。阿鲁科尔沁旗的牧民"
            "高兴。阿鲁科尔沁旗变了样，平谷区的干部放心了。",
            {("北京市", "内蒙古自治区"), ("平谷区", "阿鲁科尔沁旗")},
        ),
        (
            "京蒙协作成果丰硕。干部来到阿鲁科尔沁旗和敖汉旗，依托平谷区的资源培育产业。"
            "阿鲁科尔沁旗的牧民高兴。敖汉旗变了样。",
            {("北京市", "内蒙古自治区")},
        ),
        (
            "浙江省对口支援海西州。一位来自温州市的援青干部在都兰县工作。",
            {("浙江省", "海西蒙古族藏族自治州")},
        ),
        ("杭州市江干区对口帮扶恩施市。", {("江干区", "恩施市")}),
        ("常平组团与玉屏县召开东西部协作座谈会。", {("常平组团", "玉屏侗族自治县")}),
        ("大亚湾区与晴隆县山海相连，携手推进东西部协作。", {("大亚湾经济技术开发区", "晴隆县")}),
    ],
)
def test_parts_of_a_pair_and_zones(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("沙县对口合作上海浦东新区，两地互访频繁。", "", {("浦东新区", "沙县区")}),
        ("深哈合作升温，深圳市和哈尔滨市的项目开工。", "", {("深圳市", "哈尔滨市")}),
        ("图木舒克市成了广东省对口支援点。", "", {("广东省", "图木舒克市")}),
        (
            "浙江在线讯 丽水援疆成果丰硕。自1997年丽水对口援疆以来，我市已选派50名干部，"
            "他们将前往我市对口支援的新和县工作。",
            "",
            {("丽水市", "新和县")},
        ),
    ],
)
def test_words_that_only_some_texts_use(text: str, source: str, expected: Pairs) -> None:
    assert pairs(text, **({"source": source} if source else {})) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "寮步镇与湄潭县召开东西部协作联席会议，落实东莞市的要求。",
            {("寮步镇", "湄潭县")},
        ),
        ("寮步镇与湄潭县召开东西部协作联席会议。", set()),
        (
            "镇江丹阳市与渭南富平县按照镇渭扶贫协作的部署签订协议。",
            {("丹阳市", "富平县"), ("镇江市", "渭南市")},
        ),
    ],
)
def test_towns_of_cities_and_cities_of_counties(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "上海青浦工业园区党工委书记周立文到元谋县开展东西部协作。自2018年以来，工业园区在对口帮扶"
            "元谋县的过程中投入资金。",
            {("青浦工业园区", "元谋县")},
        ),
        (
            "宁海县对口支援青川县的沙州镇、木鱼镇、骑马乡等3个乡镇。",
            {("宁海县", "沙州镇"), ("宁海县", "木鱼镇"), ("宁海县", "骑马乡")},
        ),
        ("自从徐（州）淮（北）结对合作帮扶以来，两市往来频繁。", {("徐州市", "淮北市")}),
        (
            "湖南省·新疆维吾尔自治区及新疆生产建设兵团对口支援工作座谈会召开。",
            {("湖南省", "新疆维吾尔自治区")},
        ),
        (
            "东西部劳务协作座谈会召开。泰安市人才基地与垫江县人才基地签订合作协议。",
            {("泰安市", "垫江县")},
        ),
    ],
)
def test_zones_towns_and_letters_spelled_out(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "江苏省企业赴对口合作市考察。辽宁省与江苏省建立全面对口合作关系。",
            {("江苏省", "辽宁省")},
        ),
        (
            "天津、重庆的200名第九批援藏干部人才抵达昌都市，开始对口支援工作。",
            {("天津市", "昌都市"), ("重庆市", "昌都市")},
        ),
        (
            "时任区长的他作为湖南省第九批援藏干部来到西藏，在山南市工作。醴陵市对口支援扎囊县。",
            {("醴陵市", "扎囊县")},
        ),
        (
            "对口帮扶工作座谈会召开。江苏省、江苏省委支持苏州市。做好对口帮扶铜仁市工作，江苏省很重视。",
            {("苏州市", "铜仁市")},
        ),
        ("广东黑龙江对口合作座谈会召开。", {("广东省", "黑龙江省")}),
        (
            "国家新增南京、扬州、盐城3个东部城市对口帮扶陕西省。",
            {("南京市", "陕西省"), ("扬州市", "陕西省"), ("盐城市", "陕西省")},
        ),
        (
            "宝应县与靖边县按照苏陕两省、扬榆两市协作部署召开对口协作联席会议。",
            {("宝应县", "靖边县"), ("江苏省", "陕西省"), ("扬州市", "榆林市")},
        ),
        ("东西部协作以来，按照“湟中所需、六合所能”加强对接。", {("六合区", "湟中区")}),
        (
            "对口协作启动，淅川县、丹江口市分别同朝阳区、海淀区开展了合作，北京市的企业来了。",
            {("朝阳区", "淅川县"), ("海淀区", "丹江口市")},
        ),
        (
            "松江区和昭通市召开东西部协作联席会议，落实上海和云南两地党委的部署。",
            {("松江区", "昭通市")},
        ),
        ("通州区负责与翁牛特旗结对帮扶。", {("通州区", "翁牛特旗")}),
        ("通州区负责与翁牛特旗的企业联系。", set()),
    ],
)
def test_lists_letters_and_leaders(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


def test_long_lists_of_one_length_go_in_order_without_being_told_so() -> None:
    text = (
        "越城区、椒江区、江山市和浦江县等四地，开启对口帮扶马边、峨边、沐川、金口河四县区的工作。"
    )
    assert pairs(text) == {
        ("越城区", "马边彝族自治县"),
        ("椒江区", "峨边彝族自治县"),
        ("江山市", "沐川县"),
        ("浦江县", "金口河区"),
    }


def test_parts_that_no_sentence_names_stand_for_the_whole() -> None:
    text = (
        "深圳高度重视东西部协作。深圳帮扶广西4市的任务年底前都做完了。"
        "今年以来，深圳在广西共建产业园，大化县、都安县的土鸡送往深圳。"
    )
    assert pairs(text) == {("深圳市", "广西壮族自治区")}
    text = "天津市和平区结对帮扶平凉市3个县。和平区结对静宁县、庄浪县、崇信县，东西部协作升温。"
    assert ("和平区", "平凉市") not in pairs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "杭州市临平区20所学校与广元市剑阁县20所学校结对。",
            {("临平区", "剑阁县")},
        ),
        ("剑阁县与杭州市临平区结成对子，村里办起了车间。", {("临平区", "剑阁县")}),
        ("杭州市临平区法院与广元市剑阁县法院开展执行协作。", set()),
        ("杭州市临平区某社区党支部与广元市剑阁县社区党支部结对。", set()),
        (
            "受杭州市影响的剑阁县受临平区和新昌县对口支援。",
            {("临平区", "剑阁县"), ("新昌县", "剑阁县")},
        ),
        ("杭州市临平区与广元市剑阁县的企业签订购销合同。", set()),
        ("杭州市临平区与温州市泰顺县结对，两地学校互派教师支教。", set()),
        ("山西省忻州市五台县与甘肃省定西市岷县的学校结对。", set()),
    ],
)
def test_partners_that_work_together_without_naming_the_programme(
    text: str, expected: Pairs
) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "东西部协作成果丰硕。在杭州市临平区的大力支持下，广元市剑阁县建起了车间。",
            {("临平区", "剑阁县")},
        ),
        (
            "东西部协作成果丰硕。临平区安排帮扶资金800万元，支持剑阁县、旺苍县发展产业。",
            {("临平区", "剑阁县"), ("临平区", "旺苍县")},
        ),
        (
            "东西部协作成果丰硕。临平区在剑阁县、旺苍县投入帮扶资金800万元。",
            {("临平区", "剑阁县"), ("临平区", "旺苍县")},
        ),
        ("东西部协作成果丰硕。在临平区的支持下，车间建起来了。剑阁县也来参观。", set()),
        ("浙川两地虽远隔千里，却情同手足，东西部协作不停步。", {("浙江省", "四川省")}),
        ("按照浙川两省部署，东西部协作不停步。", set()),
    ],
)
def test_help_and_money_tell_who_supports(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "黑龙江和兵团第十师的对口支援座谈会在十师北屯市召开。",
            {("黑龙江省", "第十师")},
        ),
        ("黑龙江省对口支援兵团第十师。十师北屯市新建学校。", {("黑龙江省", "北屯市")}),
        (
            "东西部协作推进。在涪溪口会议室，青川县召开萧山区临浦镇对口帮扶青川县竹园镇座谈会。",
            {("临浦镇", "竹园镇")},
        ),
    ],
)
def test_where_a_meeting_is_held_is_no_side(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


def test_counties_and_districts_by_a_word_are_no_place() -> None:
    text = "东西部协作推进。萧山区与石柱县结成东西部协作友好区县，南部县区受益。"
    assert pairs(text) == {("萧山区", "石柱土家族自治县")}


def test_where_a_delegation_lands_or_meets_is_not_whom_it_supports() -> None:
    text = (
        "河南省援疆工作座谈会举行。河南代表团抵达喀什，看望援疆干部。"
        "河南省援疆干部在哈密市建成学校。"
    )
    assert pairs(text) == {("河南省", "哈密市")}


def test_the_only_county_that_a_province_is_known_to_support_is_meant() -> None:
    text = "安徽省援疆工作推进会召开。在皮山县，安徽援疆干部建起了学校。和田地区教育局感谢安徽。"
    assert pairs(text) == {("安徽省", "皮山县")}


def test_a_headline_names_whom_the_article_is_about() -> None:
    text = (
        "青川县代表团走进萧山区\n\n代表团一行走访了园区，座谈了东西部协作工作。"
        "青川县领导感谢帮扶，萧山区企业介绍了情况。"
    )
    assert pairs(text) == {("萧山区", "青川县")}


def test_a_county_named_far_more_often_than_its_city_is_meant() -> None:
    text = (
        "绍兴市人民医院赴水城区开展对口帮扶。水城区人民医院揭牌。水城区群众在门口看病。"
        "水城区离六盘水市区不远，六盘水市领导和绍兴市专家参加。水城区院长致辞。"
    )
    assert pairs(text) == {("绍兴市", "水城区")}


@pytest.mark.parametrize(
    "text",
    [
        "新疆群众千里援豫。河南遭遇暴雨，哈密市驰援郑州市，送去100吨瓜果，支援了河南省的救灾。",
        "湖南强降雨引发洪涝，广东驰援怀化市，湛江市救援队参加抢险，支援湖南。",
    ],
)
def test_help_in_a_flood_is_no_partnership(text: str) -> None:
    assert pairs(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "对口支援新疆是国家战略。诸暨市对口支援阿瓦提县，诸暨市委书记在阿克苏地区看望干部。",
        "诸暨市对口支援阿瓦提县。诸暨市代表团在阿克苏地区参观了全国对口支援新疆成就展。",
    ],
)
def test_the_prefecture_is_not_paired_beside_the_share_of_a_city(text: str) -> None:
    assert pairs(text) == {("诸暨市", "阿瓦提县")}


def test_leaders_who_lend_their_support_are_no_pair() -> None:
    text = "在浙江和四川双方领导的大力推动下，台州市与南充市东西部扶贫协作持续深化。"
    assert pairs(text) == {("台州市", "南充市")}


def test_who_honours_somebody_is_no_partner() -> None:
    text = (
        "慈溪市教师陈平在四川省仪陇县的学校里，“组团式”帮扶开始了。仪陇县的同事很高兴。"
        "慈溪市发来贺信，他获评南充市优秀教师、南充市优秀校长。"
    )
    assert pairs(text) == {("慈溪市", "仪陇县")}


def test_later_recipients_are_those_of_who_was_named_last() -> None:
    text = "1996年，台州市援助巴中市。浙江对口帮扶四川广元；2014年，帮扶对象调整为阿坝州和木里县。"
    assert {("浙江省", "阿坝藏族羌族自治州"), ("浙江省", "木里藏族自治县")} <= pairs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "大连与六盘水、巴彦淖尔、石渠等对口协作城市签订合作项目43个。",
            {("大连市", "六盘水市"), ("大连市", "巴彦淖尔市")},
        ),
        (
            "宜川县政协一行来通州考察。通州区政协主席陆建平陪同。通宜两地结对以来推动苏陕协作走实。",
            {("江苏省", "陕西省"), ("通州区", "宜川县")},
        ),
        (
            "江阴市先后派出12名医生来到延川县。延川县的干部说，江阴市援建的会诊中心已投入使用。",
            {("江阴市", "延川县")},
        ),
        (
            "苏州市和松桃苗族自治县扶贫协作成效明显，张家港市承担“携手奔小康”任务。",
            {("苏州市", "松桃苗族自治县"), ("张家港市", "松桃苗族自治县")},
        ),
    ],
)
def test_bonds(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "东莞市第二批支教团36名教师启程赴云南省昭通市。东莞市每年选派30名教师到昭通市支教。",
            {("东莞市", "昭通市")},
        ),
        (
            "惠州市惠阳区与普安县协作以来，惠阳区先后派出干部6人到普安县挂职。",
            {("惠阳区", "普安县")},
        ),
        ("惠州市惠阳区与太和县协作以来，惠阳区先后派出干部6人到太和县挂职。", set()),
    ],
)
def test_what_partners_do_tells_of_their_programme(
    text: str, expected: set[tuple[str, str]]
) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "辽宁对口支援塔城地区。营口、锦州、丹东三市，则分别与额敏县、沙湾市、裕民县结对。",
            {
                ("辽宁省", "塔城地区"),
                ("营口市", "额敏县"),
                ("锦州市", "沙湾市"),
                ("丹东市", "裕民县"),
            },
        ),
        (
            "北京与沈阳对口合作。海淀区配浑南区，朝阳区配和平区，西城区配沈河区。",
            {
                ("北京市", "沈阳市"),
                ("海淀区", "浑南区"),
                ("朝阳区", "和平区"),
                ("西城区", "沈河区"),
            },
        ),
        (
            "对口支援成果丰硕。玉树州、果洛州、海北州分别由北京、上海、山东对口支援。",
            {
                ("北京市", "玉树藏族自治州"),
                ("上海市", "果洛藏族自治州"),
                ("山东省", "海北藏族自治州"),
            },
        ),
        (
            "江苏省对口支援我省海南州。六省市支援玉树、黄南、海南、海北四个藏族自治州。",
            {("江苏省", "海南藏族自治州")},
        ),
        (
            "国务院号召全国支援三峡库区移民。三十一年，江苏省无偿援助云阳县资金7.83亿元。",
            {("江苏省", "云阳县")},
        ),
        (
            "路桥区派来的干部、挂任嘉陵区农业农村局副局长的方志海谈东西部协作。",
            {("路桥区", "嘉陵区")},
        ),
    ],
)
def test_lists_in_order_and_tasks(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(text) == expected
