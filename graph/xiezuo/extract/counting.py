"""Which numbers tell of a cooperation, and which of its scenery.

A number counts when its measure names what cooperation gives, builds, sends or sells, in words
that fit its unit, and nothing beside it says that it is a rank, a size, an age or an area.
"""

from __future__ import annotations

import re

from xiezuo.extract.clauses import LEADS, PLACE, QUANTITY, VERBS, Clause
from xiezuo.model import QuantityMention

_MONEY_WORDS = re.compile(
    "资金|筹措|[筹募集融]资|拨付|划拨|追加|(?:安排|落实|争取|下达|整合)了?$|工作量|[助奖]学金|租金|资本|内资|外资|利税|拨款|公益金|配套|[帮助代直展经外营热畅]销|[卖售]出|支持|[注增引]资|投入|投资|捐|援|签约|协议|[定订]单|支出|善款|助销|销售|采购|购买|购销|[认订团代]购|消费|帮扶|订单|交易|收入|增收|产值|款|补助|工资|贷款|价值|物资|额"
    "|收益|效益|营收|财政|协作$|创造税收|分红|产业|项目|到[位资疆账]|补贴|回报|经费|奖|基金|成交|慰问金|出资|筹集|募集|资助|建设|改造|工程|设施|改善"
)
_PEOPLE_WORDS = re.compile(
    "干部|人才|用工|教师|老师|医生|医护|医疗|医务|专家|校长|院长|技术人员|专技|队员|就业|务工|劳动力|劳务|返岗|岗位|培训|轮训"
    "|学员|群众|[受收]益|惠及|贫困|[脱带减]贫|旅游人次|学生|师生|患[者儿]|同胞|病人|上[班岗]|[从创]业|经商|书记(?!员)|农户|[带联]农|受众|求职者|农民|农牧民|村民|牧民|居民|困难|老人|儿童|带头人|骨干|致富|毕业生|移民"
    "|护工|员工|工人|传承人|顾问|搬迁|增收|援|志愿者|特派员|接诊|义诊|诊疗|选派|互派|挂职|支教|支医|大学生|人员|资助|慰问|妇女|互送|互访|担任|进修|跟岗|学习|人数|企业家|[客浙闽粤苏]商|残疾人|义工|疗养|休养|安居|定居|危房|新居|新房|送客|游客|旅客"
)
_THING_WORDS = re.compile(
    "项目|企业|[央民国]企|公司|园区|产业园|基地|车间|工厂|工坊|示范村|示范点|示范镇|院校|高校|学校|中学|小学|幼儿园|医院|卫生[院室所]|协议"
    "|合作社|商会|社会组织|专区|专馆|专柜|门店|展馆|品牌|产品|平台|工作[室站]|岗位|活动|招聘会|推介会|展销会|培训班|课题"
    "|技术|科室|专科|中心|大棚|圈舍|房|道路|公路|桥|集群|产业|订单|合同|帮扶|援|结对|试点|课程|物资|设备|图书|电脑|手术"
    "|互访|考察|对接|交流|会议|部署|贫困村|脱贫村|基础设施|工程|机构|实事|好事|人才|干部|团队|培训|种植|养殖|设施|义诊"
    "|摊位|展[位台区]|巡诊|讲座|示范课|教研|招商|摘帽|出列|协作|合作|书籍|捐|认证|商标|专利|直播|带货|清水池|水厂|专列|专车|[疗休]养团|媒体|操场|运动场|处理厂|加工厂|转运站|垃圾站|污水|敬老院|养老院|福利院|文化[站室广]|体育[馆场]|图书[馆室]|(?:教学|实验|综合|门诊|住院|办公|病房|公寓)楼|教室|宿舍|食堂|公寓|冷库|仓库|水窖|蓄水池|机井|路灯|公厕|厕所|渠道|名额|网点|点位|需求|书屋|整村推进|用人单位|单品|品类"
)
_BUILDING = re.compile(
    "^发展|装机|发电量|输送|供应|送电|占地|(?:规划|(?<!总)建筑|改造|建设总)面积|加工|年产|出栏|产[一-龥]{1,3}$|新建|建成|援建|修建|改造|改扩建|建设|建起|打造|共建|创建|捐建|硬化|铺设|种植|流转|采购|销售|输出|捐"
)
_PEOPLE = ("人", "人次", "户", "户次")
_UNCOUNTED = tuple("%类列部门例节度")
_DONE_TO = tuple("种款口张单床尾米")
"""Units that count only what something was done with: 推出新品种12种, but not 品种12种."""
_FACILITY = re.compile(
    "(?:乡镇|镇街|街道|贫困村|[县乡镇])级?(?:扶贫|帮扶|就业|援建|中心|农业|特色)*"
    "(?:车间|工厂|工坊|学校|中学|小学|幼儿园|医院|卫生院|项目|企业|产业园|基地)"
)
"""What stands in an area is no area: 13个乡镇扶贫车间."""
_SAYS = re.compile("(?:表示|介绍|告诉记者|[他她]?说)$")
"""Ends words that run on to who spoke: 流转了150亩土地的业主某某表示."""
_OF_SOMETHING = ("占地", "占地面积", "建筑面积", "总建筑面积", "价值", "总价值", "产量", "总产量")
"""What tells nothing where nobody says of what it is."""
_SINGLE = tuple("辆栋座台套幢架艘个所")
_FEW = 10
_TWO = 2
_BUILT = re.compile("(?:新|改|扩|援|修|捐|共|帮|兴)建|建[成起设]|打造|引进|捐赠|签")
_ONE_BUILT = re.compile(f"(?:(?:帮助|协助|支持)[^，]{{0,5}})?(?:{_BUILT.pattern})")
_NEAR = 12
"""How far before a number words tell that it is scenery."""
_ROUND = (100, 1000, 10000)

_SCENERY = re.compile(
    "下辖|所辖|辖区(?!内)|辖有|总人口|常住|户籍|(?<!种植)(?<!规划)(?<!建筑)(?<!改造)(?<!建设总)面积|总建筑面积|海拔|生产总值|GDP|年龄"
    "|(?<!培养)(?<!士)研究生(?![到赴来支])|本科(?!高校|院校)|党员|(?<!培养)[硕博]士|距离|(?<!企业)跨越|相[距隔]|行程|历时|比赛|一行|粉丝|阅读量|播放"
    "|分会场(?!预计|计划|现场|签约|销售)|少数民族(?:人口|占|聚居|自治)|代表团|调研组|考察[组团]|(?<!负责)同志(?!为|任)|班子(?!成员)|地级"
    "|(?<!互[送换])游客(?!互[送换])|旅客|人口的|占全|排名|常委|委员|嘉宾|观众|记者|代表参"
    "|固定资产投资|房价|门票|单价|每[亩斤吨头户公](?!(?:年均?|可)*(?:增收|收益))|户均(?![^，]{0,4}(?:增收|分红|收入))|负责人"
    "|剩余|未出列|该公司|月收入|月工资|月薪|挣|编制病床|平均每人|日处理|日产|共需"
    f"|日产{QUANTITY}|(?<!帮助)(?<!协助)(?<!安置)搬迁(?:安置)?移民"
    "|地理标志|绿色食品|无公害|名特优|粤字号|菜篮子|拆迁|征[地淹]|大专(?!院校)|大学(?:文化|学历|毕业|程度)|职称|党外|(?<!干)部分|摆脱贫困|既定目标|获评|荣获|的名义|承担|形象进度|增加值|(?<!创造)税收|我国|每天|城镇居民|[工农]业总产值"
    "|旅游(?:总|综合)?收入|接待(?:国内|入境)?游客"
    f"|生产线{QUANTITY}|{QUANTITY}[^，]{{0,5}}生产线|{QUANTITY}[/一每](?:公?斤|[只头株箱盒瓶袋枚度件]|平方米)|{QUANTITY}/[天日年月时]"
)
_NEVER = re.compile(
    f"全[省市县州区旗]的?[^，。；]{{0,8}}(?:种植面积|产量|产值){QUANTITY}|全[省市县区州旗]{QUANTITY}(?:各族|干部|人民|群众|(?:深度)?贫困[县村])|{QUANTITY}[^，。；]{{2,12}}之一$"
    f"|^(?:在|于)[^，。；]{{0,12}}{QUANTITY}(?:行政|自然|贫困|试点|重点)?[村乡镇县](?:镇)?(?:{VERBS})"
    f"|{QUANTITY}(?:共同)?参加[^，。；]{{0,6}}仪式|当时[^，。；]{{0,6}}收入"
    f"|{QUANTITY}组成|{QUANTITY}[^，。；]{{0,16}}(?:颁发|颁授|授予|佩戴|献上)|(?:介绍|汇报|通报)了?{QUANTITY}|{QUANTITY}[^，]{{0,8}}(?:介绍|汇报|发言)|全国{QUANTITY}$"
)
"""代表全县23万各族群众, 是6个摘帽县之一, 在5个村建立幼儿园, 30余人参加仪式, 由12人组成."""
_NO_SHARE = re.compile(
    "授牌$|(?:县级|设区|地级)市$|(?:考察|参观|观摩|调研)点$"
    "|签[订署].*(?:协会|商会|联合会|指挥部|委员会|连队|旅行社)$"
)
"""Who signed, who helps or where a visit led: no number of what was done."""
_SHARE = re.compile(f"(?:其中)?{PLACE}{QUANTITY}")
"""其中甲市4人、乙市6人: how few each sent."""
_LONG_AGO = re.compile("[二三四五六七]十年代[^。！？\n]*$")
_LISTED = re.compile("[、和与][^、，。；：等]{2,14}$")
"""Before a number that sums up the names it follows: 甲校、乙校两所学校."""
_RECEIVED = re.compile("(?:[领分]到|领取|拿到)了?$")
_WAGE = 10000
"""Less than so many yuan is what one person receives."""
_ANAPHOR = re.compile("(?:[这该此每]个?|上述|其余|包括|包含有?|分为|涵盖|每年种植)$")
"""Before a number that was told before, or that takes apart one that was."""
_AMONG = ("包括", "包含", "包含有")
_GIVEN = re.compile("捐|赠|援建")
_SHIFT = re.compile(
    "(?:较|比(?![如例亚重])|同比|环比)[^，]{0,12}(?:增长|增加|提高|减少|下降|多)?了?$|(?:增长|同比增加)了?$"
)
_AREAS = re.compile(
    "(?:国家级?|国定|省定|全国|扶贫开发工作|乡村振兴重点|边境|贫困|深度贫困|脱贫|重点|受援|对口|结对|西部|东部|发达|中西部|兄弟|沿海|协作|(?:合作|交流)(?=领域)|援[疆藏青建]|支援|帮扶)*"
    "(?:[一-龥]{1,3}族自治[县州旗]|计划单列市|中央(?:企业|国家机关|和国家机关)|县级(?:地区|单位|市)|(?:设区|地级|副省级)的?市|[省市县区州旗盟](?![省市县区]{0,2}[级外内])|新区|地[州市级区]|乡(?!村)|镇(?!村)|街道|师|团场|民族|城市|单位|部门|部委|方面|领域|环节|阶段|功能区"
    "|层面|维度|重点(?:$|[是，、]|工作)|问题|原则|字|目标|要求|意识|班子|同志|指标|月|最|小组|主题|板块|步骤|关键|亮点|聚力|持续|友好"
    "|姐妹|小时|班(?![组列车级])|点(?!位)|层|岁|年(?!产)|行业|门类|大[类项]|系列|角度|类别|重点[任工]|任务|措施|举措|政策|制度|机制|工作(?![站室])|指标|内容|要点|职能|相关)"
)
_INHABITANTS = re.compile("^.{0,4}?(?:农村)?(?:建档立卡)?贫困(?:人口|户|群众)(?:.*摘帽)?$")


_FUNDS = re.compile("(?:协作|帮扶|援助|扶贫|财政|援[疆藏青])资金$")
_HELPED = re.compile("受益|脱贫(?!摘帽|的?任务)|增收|就业|务工|搬")

_SPACES = ("平方米", "亩", "公里")
_GOODS = ("公斤", *"吨箱款种件只头斤袋盒册台套张辆")
"""What is brought to a market is counted in these."""
_ONE_PERSON = re.compile(
    "(?:农户|村民|种植大?户|养殖大?户|[贫脱][困贫]户)[一-龥]{2,3}(?:的|家|靠)|每个月|一亩地?|夫妻|两口子|全家|一家人|原来|以前|从前|那时|我(?![们省市县区州旗盟国])|我们[一俩]?家|我们俩|[他她](?!们)|每[月天日]|能收入|能挣|自己|自家|^收入有?$"
)
"""What one villager earns is no number of the cooperation."""
_TWINNED = re.compile(
    "(?:建立)?(?:结对|帮扶|共建|打造).{0,8}(?:村|镇|街道|社区|镇街|部门|单位)(?:（.*）)?$"
)
_BROUGHT_ALONG = re.compile("组织参[加会展](?=.)(?!.*(?:类别|州市|市州|县市|区县)$)")
"""组织74个贫困县参加, but not from how many towns they came, or of how many kinds."""
_SURGERY = re.compile("(?:实施|免费)[^，]*手术|手术(?:已|共|累计)*完成|筛查|接诊|诊[治疗]|救治")
_REACHED = re.compile(
    "(?:覆盖|惠及|辐射)(?:(?:全[市县区州]|贫困|脱贫)的?)?(?:乡镇|镇街|村镇|街道|镇)"
)
_CONSISTS = re.compile("(?:捐|赠|价值|物资|设备)[^。；]{0,20}包[括含][^。；]*$")
"""价值46万元的医疗设备包括呼吸机4台、监护仪12台: what a gift consists of."""
_BROUGHT_THERE = re.compile("销[往至到售]|[运送]往|[运送]抵|驰援")
_PAPERS = re.compile("(?:方案|意见|文件|通知|办法|规划)$")


def counts(clause: Clause, measure: str) -> bool:
    """Whether a quantity that was read to have this measure tells of a cooperation."""
    return (
        len(measure) >= 2
        and not _SAYS.search(measure)
        and not _is_scenery(clause, measure)
        and _fits_unit(clause, measure)
    )


_ACT = re.compile(f"{VERBS}|[有建]$|{LEADS}$|提出$|参[与加][^，]{{2,10}}的$")
_ANYONE = re.compile(
    "[一-龥]{0,4}(?:群众|学生|师生|患者|病人|农民|农牧民|村民|牧民|居民|老人|儿童|妇女|孩子|大学生)(?:$|[和及与])"
)
"""People of whom nothing is said to be done for them."""
_TREATED = re.compile(f"{VERBS}|[有建]$|就[学读诊业]|得到|享受|建在|坐落|脱贫|增收")
_FREED = re.compile("[^，。]*(?:脱贫|出列|摘帽)")
_FOR = re.compile("(?:[为给使让]|帮助)$")
"""Before what something is done for: 为3所学校新建运动场."""
_LED = re.compile(
    "(?:计划|拟|预计|示范|集中|累计|力争|年内|新|直接|间接|共同|现场|当场|初步|免费|无偿|联合|可|能|将|在[一-龥]{1,2})*"
    f"(?:{VERBS}|{LEADS}|新发展|(?<=现场)指导|卖出|售出|利用|结成|容纳|年(?:出栏|加工|生产|产|繁育|供应))"
)
_SUBJECT_DOES = re.compile(f"[一-龥]{{1,8}}?(?:{VERBS})[一-龥]{{2,}}$")
_BARE = re.compile(f"(?:计划|已|实际|拟|预计)*(?:{VERBS}){{1,2}}")
"""Verbs that say nothing of what is counted."""
_BOUND = re.compile("签[订署][^，]{0,8}(?:协议|合同)|复制推广")
"""What the things counted signed, or what was copied: 签订服务协议协作县, 复制推广政策举措."""
_ATTENDED = re.compile(
    "[^，。；]{0,16}?(?:参[加与]|聆听|到场|观摩)|[^，。；、]{0,6}的?(?:嘉宾|客商|代表)"
)
_GREW = re.compile("(?:增加|扩大|发展|提高|拓展)到$")
_CALLED = re.compile("互访|率[队团]|赴")
"""先后7次互访考察."""
_SPECTATORS = re.compile("记者|嘉宾|观众")
_CROWD = 100
"""So many people are worth telling of as guests."""
_THRIVES = re.compile(
    "[^，。；]{2,24}?(?:拔地而起|正在建设|(?:现场|集中|先后|已)*进行了|遍地开花|落[地户](?!的)|投[运用产]|完工|竣工|启用|往返|参与|建立了|上[线架岗班]|提升|受[益惠]|交付"
    "|进入|走[进向上出]|[销远运发]往|远销|运[抵到来]|亮相|参展|[入进]驻|落在|纳入|从业|务工|就业|返岗|结[为成]|告别|端上|找到|[喜搬]迁|挪出|[搬迁][出入]|摆脱|重[获见]"
    "|用上|喝上|住[进上]|搬[进入]|学会|掌握|获得(?!.{0,12}(?:称号|奖))|得到|享受|探索|[拿领分]到|通[上车]|带[到进来向])"
)
"""What the things behind a number have become: 27个水利项目拔地而起."""
_GUESTS = re.compile(
    "(?:组织|引导|输送|发送|动员|满载|搭载|乘载|运送)[^，]{0,8}[游旅]客|(?:专列|包机|专机)[游旅]客"
)
"""Visitors that the cooperation brings."""
_FROM_THERE = re.compile(f"[{PLACE}]籍?[游旅]客")
_ATTENDING = re.compile("(?:参会|参展|签约)[^，]{0,4}企业$")
_GROUNDS = re.compile("(?:园区?|基地|农场|大棚|厂房)$")
"""What is told with its area, whatever it did."""
_OWN = re.compile(
    "协作|帮扶|^投资|^考察|援|结对|签约|签[订署]|合作|示范|共建|扶贫|落[地户]|入驻|参[加会与展]|建立|开工|竣工|完工|投产"
    "|出列$|摘帽$|复制推广|认证|^走进"
)


def _is_scenery(clause: Clause, measure: str) -> bool:
    """Whether the words around a quantity say that it is a rank, a size, an age or an area."""
    quantity, unit = clause.quantity, clause.quantity.unit
    led = _LED.match(measure) is not None
    if _is_no_count(clause, measure, led=led):
        return True
    freed = measure.endswith(("摘帽", "出列")) or (led and unit == "家")
    if (
        unit in ("个", "家", "项", "条")
        and not freed
        and _AREAS.match(clause.right.removeprefix("的").lstrip(PLACE))
        and not _FACILITY.match(clause.right)
    ):
        twinned = _TWINNED.search(measure) or _BROUGHT_ALONG.match(measure)
        # 覆盖全州88个乡镇 tells how far the help reaches.
        return not (
            (twinned and (twinned.start() == 0 or _ACT.search(clause.left)))
            or _REACHED.match(measure)
            or (_BOUND.match(measure) and not measure.endswith(("部门", "单位")))
        )
    given = _ONE_PERSON.search(clause.left) and "捐" not in measure
    received = quantity.value < _WAGE and _RECEIVED.search(clause.left)
    if unit == "元" and (given or received) and not _FUNDS.search(measure):
        return True
    if unit in _SPACES and "以上" in quantity.qualifier and clause.right.startswith("的"):
        # 80平方米以上的居室 tells a size.
        return True
    # 120户脱贫户户均增收: the average is the next number.
    around = f"{clause.left[-_NEAR:]}{QUANTITY}{clause.right[:6].partition('户均')[0]}"
    known = _is_known(clause, measure) or (led and measure.endswith("园区面积"))
    words = None if known else _SCENERY.search(around)
    words = words or _SHIFT.search(clause.left)
    freed = freed or _FREED.match(clause.below) is not None
    if not freed and not (clause.left in _AMONG and _GIVEN.search(clause.above)):
        words = words or _ANAPHOR.search(clause.left)
    # 使2876户贫困户受益 tells whom it helped, 全县贫困人口1.28万人 who lives there.
    return words is not None or (
        _INHABITANTS.match(measure) is not None
        and not led
        and not _HELPED.search(measure + clause.below[:_NEAR])
    )


def _is_no_count(clause: Clause, measure: str, *, led: bool) -> bool:
    """Whether a number counts nothing: a share, one thing, a way to speak, a list summed up."""
    quantity, unit = clause.quantity, clause.quantity.unit
    lessons = (unit == "节" and "课" in measure) or (
        unit == "例" and _SURGERY.search(measure) is not None
    )
    power = unit == "度" and "电" in measure
    thrives = _THRIVES.match(clause.below) is not None
    few = not clause.digits and quantity.value < _FEW and unit in ("家", "所", "个")
    return (
        (unit in _UNCOUNTED and not (lessons or power))
        or _NO_SHARE.search(measure) is not None
        or measure in _OF_SOMETHING
        or (unit != "元" and measure.endswith("价值"))
        or (unit == "对" and clause.right != "")
        or (unit == "人" and quantity.value < _FEW and _SHARE.fullmatch(clause.text) is not None)
        or (unit in _DONE_TO and (not (led or thrives) or "名片" in measure + clause.right))
        or (quantity.value <= 1 and not _is_one(clause, measure, led=led))
        or (not clause.digits and clause.left.endswith(("“", "‘")))
        or (not clause.digits and _is_phrase(quantity, led=led and _is_plain(quantity, measure)))
        or (few and _LISTED.search(clause.named) is not None)
        or _NEVER.search(f"{clause.left}{QUANTITY}{clause.right}") is not None
        or _LONG_AGO.search(clause.named) is not None
    )


def _is_known(clause: Clause, measure: str) -> bool:
    """Whether a measure is of a cooperation whatever stands around: its funds, its guests."""
    if _attends(clause) or (clause.quantity.unit == "次" and _CALLED.match(clause.right)):
        return True
    if measure.startswith(("捐赠", "捐款", "捐资", "捐助", "赠送")):
        # 考察团向某县捐赠10万元
        return True
    attending = clause.quantity.unit == "家" and _ATTENDING.match(measure)
    if clause.left.endswith(("由", "从")) or _GREW.search(clause.left):
        # 面积由500亩扩大到3万亩
        return "面积" in measure
    guests = _GUESTS.search(measure) or _FROM_THERE.match(clause.right)
    return bool(attending or guests or _FUNDS.search(measure))


def _attends(clause: Clause) -> bool:
    """Whether a number is of those who came to an event, so many that they are told of."""
    people = clause.quantity.unit in ("人", "人次", "组") and not _SPECTATORS.search(clause.text)
    crowd = people and clause.quantity.value >= _CROWD
    return bool(crowd and _ATTENDED.match(clause.below))


def _is_one(clause: Clause, measure: str, *, led: bool) -> bool:
    """Whether a single thing is worth counting: 召开联席会议1次, 新建教学楼1栋, 捐赠公务车一辆."""
    unit = clause.quantity.unit
    if unit == "次":
        return led and clause.digits and not clause.right
    built = clause.digits or measure.startswith("捐")
    return built and unit in _SINGLE and _ONE_BUILT.match(measure) is not None


def _is_phrase(quantity: QuantityMention, *, led: bool) -> bool:
    """Whether a number in Chinese characters is a way to speak: 四项工程, 千人千家."""
    few = quantity.value < _FEW and quantity.unit not in ("家", "所") and not led
    return few or (quantity.value in _ROUND and not quantity.qualifier and quantity.unit != "元")


def _is_plain(quantity: QuantityMention, measure: str) -> bool:
    """Whether a small number in characters counts people or things: 六名教师, 两个中心."""
    if quantity.unit == "人":
        return True
    built = _BUILT.match(measure) and _THING_WORDS.search(measure)
    return quantity.value == _TWO and built is not None


def _fits_unit(clause: Clause, measure: str) -> bool:
    """Whether the measure names something of cooperation that is counted in this unit."""
    unit = clause.quantity.unit
    does = clause.verb != "" and not clause.right and _SUBJECT_DOES.match(measure)
    led = (_LED.match(measure) or does) and (unit in _PEOPLE or not _BARE.fullmatch(measure))
    called = unit == "次" and clause.right.startswith(("互访", "赴"))
    if led or called or _attends(clause):
        return True
    if unit in ("元", "美元"):
        return _MONEY_WORDS.search(measure) is not None
    if unit in _PEOPLE:
        # 39名孤残儿童 alone are no number of the cooperation, 80名儿童得到资助 are.
        treated = _TREATED.search(clause.text) or _THRIVES.match(clause.below)
        idle = _ANYONE.match(measure) is not None and not treated
        return not idle and _PEOPLE_WORDS.search(measure) is not None
    if measure.startswith("复制推广") or (unit in _SPACES and _GROUNDS.search(measure)):
        return True
    taught = unit in ("期", "场", "次") and clause.left.endswith(("通过", "依托", "经过"))
    told = (
        _ACT.search(clause.left)
        or taught
        or (_FOR.search(clause.left) and _BUILT.search(clause.right))
    )
    # 85个贫困村5万人全部脱贫
    freed = clause.goes_on and measure.endswith(("贫困村", "贫困县")) and _FREED.match(clause.below)
    acts = told is not None or clause.verb != "" or clause.left.startswith("其中") or bool(freed)
    thrives = _THRIVES.match(clause.below) is not None
    acts = acts or thrives or taught
    if _PAPERS.search(measure) or (clause.right and not (acts or _OWN.search(measure))):
        # 5家企业正在装修: things of which nothing is said to have been done.
        return False
    built = _BUILDING.search(measure) or _TWINNED.search(measure)
    sold = unit in _GOODS and (
        thrives or _BROUGHT_THERE.search(clause.left) or _CONSISTS.search(clause.named)
    )
    return bool(sold) or (built or _THING_WORDS.search(measure)) is not None
