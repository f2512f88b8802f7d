"""The frames that name a pairing, and the weaker signs of one, as rules with their weights."""

from __future__ import annotations

from xiezuo.extract.grammar import MARKS, Rule
from xiezuo.model import PlaceMention

CUE = "(?:结对|对口|协作|帮扶|支援|扶贫|联席会|携手奔小康|对子|(?:结|成了|攀)[^，。；\n]{0,2}亲)"
_GAP = "[^。；！？\n]"
_NEAR = f"[^。；！？\n，、个{MARKS[PlaceMention]}]"
_FEW_CLAUSES = f"[^。；！？\n{MARKS[PlaceMention]}]{{2,30}}?"
_PAIRED = (
    "(?:(?:分别|继续)?(?:对口|结对|牵手)(?:帮扶|支援|[协合]作)?|[援助帮][建扶]?的?|[—－–-]{1,2})"
)
_ORGAN = "(?:[省市州区县旗盟]?(?:委|党委)?[、，和]?[省市州区县旗盟]?(?:人民)?(?:政府|党委))?"
_ADVERB = "(?:分别|先后|正式|共同|已经?|将|接续|持续|继续|开始|就|也|又|还|再次|早已|负责)"
_JOIN = "(?:[、·•—–\\-~－ ]|——|--|和|与|同|跟|及|以及|对接|携手|牵手|迎来了?)"
_YEARS = "[0-9一二三四五六七八九十]+多?周?年"
ROUTE = "[”」]?[一-鿿]{0,4}?(?:航线|航班|列车|专列|班列|专线|高铁|铁路|动车|包机|直[航飞]|高速公路)"
NOT_A_SIDE = (
    f"(?!各|所辖|(?!{_YEARS}|[0-9]+岁)[0-9一二三四五六七八九十\ue005]|对口(?:协作|帮扶)?城?市(?![（：—为是\ue000]|推介|交流|对接|座谈)|周[”」]"
    f"|[两等]?[省市区县地]?的?(?:对口|结对)?(?:支援|帮扶|援助|帮助)下)(?!{ROUTE})"
)
_NO_PUPILS = "(?!的(?:各族)?(?:少先队员|青?少年|学生|孩子|小朋友|儿童))"  # who make friends
_AID = (
    "(?:(?:对口|结对|定点|倾力|倾情)*(?:帮扶|支援|援建|援助|协作帮扶|协作)|结对"
    f"|(?:对口|结对)(?:帮扶|支援|协作|合作|扶贫)*的?(?:地区|旗县|区县|县区|县市|城市|县|市)(?:（|：|——|为|是|有|包括|(?={MARKS[PlaceMention]}))"
    f"|对口(?:合作)?(?={MARKS[PlaceMention]})|(?:对口|结对|帮扶)的(?:地区|[县市区州])?就?是)"
)

JOINED = Rule(
    "partnership.joined",
    # The sides are not lists here: a list in a repetition takes time beyond all bounds.
    f"{{first}}{_ORGAN}(?:(?:于?{{date}}、?|{_ADVERB})*{_JOIN}{{1,3}}{{side}}{_ORGAN})+{NOT_A_SIDE}{_NO_PUPILS}"
    f"(?!{_ADVERB}*{_AID}了?{{place}}|等?{{place}}的?(?:对口|结对))(?=(?:联手|合力|谋划|依托)|{_GAP}{{0,40}}?(?:{CUE}|共建|合作[·、]?交流|(?<!友好)合作(?:框架)?协议|干部(?:人才)?(?:双向)?交流|{{work}}))",
    0.97,
    examples=(
        "江苏省南京市江宁区与陕西省商洛市洛南县召开东西部协作联席会议。",
        "江苏省南京市江宁区·陕西省洛南县东西部协作工作座谈会召开",
        "江宁区于2015年、2017年分别与陕西省商洛市洛南县、商州区建立扶贫协作关系。",
        "东西部协作推进。洛南县与江宁区依托香菇产业，加强大棚建设。",
    ),
    counterexamples=(
        "江苏省南京市江宁区与陕西省洛南县的企业签订购销合同。东西部协作成效显著。",
        "天津市、山东省青岛市和福建省厦门市对口支援甘肃省。",
    ),
)
CHAIN = Rule(
    "partnership.chain",
    "{one:place}(?:与|和|同|跟|——?|--?){place}(?:[，、；]{place}(?:与|和|同|跟|——?|--?){place})+"
    f"(?={_GAP}{{0,24}}?(?:{CUE}|签[订署](?!了?友好)))"
    f"|{{place}}{_PAIRED}{{place}}(?:[，、；] ?{{place}}{_PAIRED}{{place}})+",
    0.97,
    examples=(
        "辽宁省与江苏省，吉林省与浙江省，黑龙江省与广东省建立对口合作关系。",
        "东西部协作结对关系如下：杭州市萧山区——广元市青川县；杭州市余杭区——广元市旺苍县",
        "东西部协作启动，萧山区结对青川县，余杭区结对旺苍县。",
        "东西部协作机制创新：萧山区援青川县、余杭区助旺苍县。",
    ),
    counterexamples=("东西部协作工作启动，杭州至广元、宁波至凉山的航班开通。",),
)
JOINS = "(?:与|和|同|跟|对口帮扶|对口|结对帮扶|结对|帮扶|牵手|携手|——?|--?)"
_SIDE = "{place}(?:、{place})*"
ROLL = Rule(
    "partnership.roll",
    f"(?:结对|对口|协作|帮扶|扶贫|签[订署]|缔结){_GAP}{{0,24}}?[，：:](?:具体|分别)?(?:即|为|是|如下)?[：:，]?"
    f"(?P<roll>{_SIDE}{JOINS}{_SIDE}(?:[，、；] ?{_SIDE}{JOINS}{_SIDE})+)",
    0.97,
    examples=(
        "两市6个区县建立东西部协作结对关系，具体为：萧山区、余杭区与青川县，西湖区与旺苍县。",
        "签订东西部协作协议，萧山区、余杭区与青川县、西湖区与旺苍县分别结对。",
    ),
    counterexamples=("东西部协作工作启动，杭州至广元、宁波至凉山的航班开通。",),
)
_BULLET = "(?:[●○■◆▪★·*] ?|[（(]?[0-9一二三四五六七八九十]{1,3}[）).、．]? ?)"
TABLE = Rule(
    "partnership.table",
    f"(?:(?:^|\n){_BULLET}?|[●○■◆▪★]){{places}} *(?:[|｜—–－:：\t]|--|——| ) *{{places}}"
    "(?= *(?:(?:[|｜\t][^\n]*| ?{date}|[；;，,。])? *(?:\n|$)|[|｜] *(?:\n|$)|[●○■◆▪★]))"
    "|[●○■◆▪★]{places} *[：:] *{places}"
    "|(?:^|\n| ){places}(?:——?|--|－|–){places}(?=[ \n。；]|$)",
    0.95,
    examples=(
        "东西部协作结对安排：\n　　上城区——泸定县　　拱墅区——康定市\n",
        "对口支援结对安排\n杭州市 | 阿克苏市\n嘉兴市 | 沙雅县\n",
        "东西部协作结对安排\n上城区 | 泸定县 | 新增结对\n拱墅区 | 康定市 | 新增结对\n",
        "东西部协作结对安排\n●拱墅区：康定市、泸定县\n●萧山区：青川县\n",
        "东西部协作结对安排\n●拱墅区：康定市、泸定县\n●萧山区：青川县调整后，各区加强对接。",
    ),
    counterexamples=("东西部协作之声\n杭州市 | 阿克苏市的味道飘进来\n",),
)
SUPPORTS = Rule(
    "partnership.supports",
    f"{{giver:places}}(?:等[^，。；\n{MARKS[PlaceMention]}]{{0,16}}?)?{NOT_A_SIDE}(?:作为{{place}}?|代表{{whole:place}})?(?:[从通]{_FEW_CLAUSES}，|(?:采[取用]|[以按]){_NEAR}{{2,14}}?(?:模式|方式|形式|办法)|，(?=开启|启动|承担|先后|正式|开始|分别))?(?:(?!不再){_NEAR}){{0,8}}?{_AID}(?:了|过|的)?"
    f"(?:(?:三峡库区|[地位]处{_NEAR}{{2,12}})的?|{{quantity}}(?:贫困|受援)?[县区]——?)?{{taker:places}}(?!{{place}}?和对口合作工作领导小组)",
    0.97,
    examples=(
        "浙江省杭州市对口支援新疆维吾尔自治区阿克苏市。",
        "北京市海淀、西城两区分别结对帮扶赤城县、张北县。",
        "南通市对口支援贵德县14年。",
        "展馆销售丰台区对口帮扶地区（林西县、涞源县等）的农产品。",
    ),
    counterexamples=(
        "杭州市帮扶困难职工，新疆阿克苏市的对口支援干部参加活动。",
        "协作结对关系调整，萧山区不再帮扶从江县。",
    ),
)
GAINED = Rule(
    "partnership.gained",
    f"{{giver:place}}{_NEAR}{{0,8}}?{_AID}(?:了|过|的)?{{places}}{_NEAR}{{0,8}}?，(?:{{date}}|{_NEAR}){{0,6}}?"
    f"(?:增加|新增|增至|扩大到)了?(?:对|到)?(?:对口|结对|帮扶|支援)*{{taker:places}}",
    0.95,
    examples=("萧山区长期结对帮扶青川县，2021年又增加旺苍县、苍溪县两个县。",),
    counterexamples=("萧山区长期结对帮扶青川县，今年又增加帮扶资金，旺苍县也参加。",),
)
SLOGAN = Rule(
    "partnership.slogan",
    "{first}(?:所需|之需)[、，]{side}(?:所能|之能)|{first}(?:所能|之能)[、，]{side}(?:所需|之需)"
    "|{first}(?:企业|市场|总部|研发|资金|技术|科技|品牌|订单|平台|设计)[+＋]"
    "{side}(?:资源|产品|基地|制造|生产|工厂|原料|车间|劳动力|园区|种植|养殖)",
    0.9,
    examples=(
        "东西部协作开展以来，按照“广元所需、杭州所能”的原则，浙江省和四川省加强对接。",
        "东西部协作开展以来，浙江省的“杭州总部+广元基地”模式初见成效。",
    ),
    counterexamples=("东西部协作开展以来，广元需要人才，杭州能派教师。",),
    needs=("所能", "之能", "+", "＋"),
)
SUPPORTED = Rule(
    "partnership.supported-by",
    f"{{taker:places}}(?:的?[改现已将也原仍]?(?:由|是|系|为|受)|，[正则也]是|(?P<turn>，(?:具体|分别|并)?由)|成了|成为){{giver:places}}{_NEAR}{{0,4}}?{_AID}(?!{{place}})(?(turn)(?!的|工作))",
    0.97,
    examples=(
        "新疆维吾尔自治区阿克苏市由浙江省杭州市对口支援。",
        "扶贫协作启动，绍兴市对口帮扶马边县，由越城区结对。",
    ),
    counterexamples=("在阿克苏市，由杭州市援建的幼儿园开学了，对口支援成果丰硕。",),
)
THANKS = Rule(
    "partnership.thanks",
    f"{{giver:places}}(?:(?!，对|向{MARKS[PlaceMention]}){_GAP}){{0,20}}?(?:对|给予了?|给|为)(?P<taker>{{places}}(?:、对{{place}})*){_GAP}{{0,16}}?"
    "(?:支持|帮助|帮扶|支援|关心|援助|厚爱|贡献|巨大变化)",
    0.95,
    examples=(
        "县长周立文对江苏省南京市江宁区长期以来给予陕西省洛南县的东西部协作帮扶表示感谢。",
        "州长代表海南州委向南通市对海南州、对贵德县的东西部协作支持表示感谢。",
    ),
)
AIDING = Rule(
    "partnership.aiding",
    f"(?<!援){{giver:places}}{_GAP}{{0,16}}?援{{taker:place}}",
    0.6,
    examples=(
        "湖南省援疆工作推进会召开。湖南省援疆干部看望了新疆吐鲁番市的学生。对口支援工作扎实推进。",
    ),
    needs=("援",),
)
ABBREVIATION = Rule(
    "partnership.abbreviation",
    "{pair}",
    0.97,
    examples=("今年以来，苏陕协作成效显著，江苏省和陕西省互派干部。",),
    counterexamples=("云贵高原上的交通条件改善，东西部协作成效显著。",),
)
TOGETHER = Rule(
    "partnership.together",
    "{place}",
    0.75,
    examples=(
        "江苏省南京市江宁区党政代表团赴陕西省洛南县，就东西部协作工作开展考察。"
        "江宁区向洛南县捐赠帮扶资金。",
    ),
)
ARTICLE = Rule(
    "partnership.article",
    "{place}",
    0.6,
    examples=(
        "江苏省南京市江宁区召开东西部协作工作会议。江宁区有关部门汇报了工作进展。"
        "会议听取了干部在陕西省洛南县工作的情况。洛南县的结对村焕然一新。",
    ),
)
DUTY = Rule(
    "partnership.duty",
    f"(?:(?<!全国)(?:对口|结对)(?:(?:支援|帮扶|协作|合作)(?:了|的|地区?|城市)?)?{{taker:places}}(?!特?大?地震|(?:工作)?是[^，。；赋交]{{0,12}}?(?:战略|决策|部署))(?:的{{giver:places}})?"
    "|{region:places}等(?:地|省区市?|[省市县区州])?的?(?:对口|结对|受援)(?:支援|帮扶|协作|扶贫)*(?:地区|[县市区州])"
    "|(?:做好|推进|开展|抓好|落实|推动){task:places}的?(?:对口|结对)(?:援建|支援|帮扶|协作)工作|对{aim:places}的(?:援建|支援|帮扶)工作"
    f"|在(?:{{org}}和)?{{duty:places}}(?![、和与])(?:(?!召开|举行|举办|开幕){_GAP}){{0,16}}?(?<!全国)(?:对口|结对)(?:支援|帮扶)(?![下中]))",
    0.9,
    examples=("杭州市援疆干部座谈会召开。杭州市委领导说，对口支援新疆阿克苏市以来，成果丰硕。",),
    counterexamples=("浙江省的队伍到了四川省，在对口支援汶川地震灾区的过程中成果丰硕。",),
)
HANDED = Rule(
    "partnership.handed-on",
    f"(?:{{new:place}}{_GAP}{{0,8}}?)?(?:接过|接下)了?{{old:place}}{_NEAR}{{0,6}}?"
    f"(?:帮扶|支援|协作|结对){{taker:place}}",
    0.9,
    examples=("结对关系调整后，佛山市接过杭州市对口帮扶黔东南州的接力棒。",),
    needs=("接过", "接下"),
)
ADJUSTED = Rule(
    "partnership.adjusted",
    f"{{one:places}}{_GAP}{{0,24}}?由{{old:places}}{_NEAR}{{0,8}}?"
    "(?:调整|变更|改|转|更换)(?:为|至|到|成)由?{new:places}",
    0.95,
    examples=("黔东南州的东西部协作结对关系由杭州市调整为佛山市。",),
    counterexamples=("黔东南州的东西部协作牵头部门由扶贫办调整为乡村振兴局。",),
    needs=("调整", "变更", "改", "转", "更换"),
)
_TURNS = "(?:转为|转而|转向|改为|调整为|变更为)"
TURNED = Rule(
    "partnership.turned",
    f"{{one:place}}[由从原]{_NEAR}{{0,4}}?(?:帮扶|支援|协作){{old:places}}{_NEAR}{{0,4}}?，?{_TURNS}"
    f"{_NEAR}{{0,4}}?(?:帮扶|支援|协作)?{{new:places}}",
    0.95,
    examples=("2021年起，佛山市由对口帮扶凉山州转为帮扶黔东南州。",),
    counterexamples=("2021年起，佛山市由结对帮扶凉山州的困难户转为发展产业，协作成效显著。",),
)
DROPPED = Rule(
    "partnership.dropped",
    f"{{one:place}}{_NEAR}{{0,6}}?不再(?:继续|承担)?(?:与|和|同|由)?(?:对口|结对)?(?:帮扶|支援|协作)?{{old:place}}"
    f"(?:{_NEAR}{{0,6}}，(?:改|转|调整)(?:为|由|而){_NEAR}{{0,6}}?{{new:place}})?",
    0.9,
    examples=("东西部协作结对关系调整，萧山区不再帮扶从江县，改为与青川县结对。",),
    counterexamples=("东西部协作启动，萧山区不再收取青川县学生的学费。",),
    needs=("不再",),
)
FUNDS = Rule(
    "partnership.funds",
    "{giver:place}(?:累计|先后|共|已|又)*(?:投入|援助|拨付|安排|捐赠|落实)了?{taker:place}"
    "(?:各类)?(?:财政|无偿)?(?:东西部|{pair})?(?:帮扶|援助|协作|扶贫|支援)资金",
    0.9,
    examples=("五年来，浙江省累计投入广元市帮扶资金10亿元，东西部协作成效显著。",),
    counterexamples=("浙江省下拨温州市扶贫资金10亿元，东西部协作成效显著。",),
    needs=("资金",),
)
GIVES = Rule(
    "partnership.gives",
    "{giver:places}[^。；！？\n，、\ue000]{0,10}?[向为给]{taker:places}(?:各类|提供|落实|累计|先后|共|各县)*"
    "(?:投入|选派|派出|援助|支援|捐赠|捐助|拨付|安排|提供|输送|派遣)",
    0.85,
    examples=("东西部协作开展以来，杭州市已累计向广元市选派干部200名。",),
    counterexamples=("杭州市已累计向广元市采购农产品3亿元，东西部协作成效显著。",),
)
SENT = Rule(
    "partnership.sent",
    f"{{giver:place}}(?<!援{{place}})(?:援{{place}})?(?:[^。；！？\n{MARKS[PlaceMention]}]|(?<=援){MARKS[PlaceMention]}){{0,60}}?(?:赴|奔赴|前往|到|在){{taker:places}}(?:等地)?(?:的?(?:各?学校|医院|单位))?(?:开展|进行|实施|从事|执行)?"
    "(?:(?:对口|结对)(?:支援|帮扶|协作|援建|援助|扶贫|合作|支教|支医)|援建|扶贫协作)",
    0.9,
    examples=("杭州市先后派出9批干部赴阿克苏市、沙雅县对口支援。",),
    counterexamples=("杭州市的企业家赴阿克苏市、沙雅县旅游，对口支援工作成效显著。",),
)
HANDS = Rule(
    "partnership.hands",
    "{giver:place}(?:正式|再次|再|继续)*[“‘]?(?:携手|牵手)[”’]?{taker:places}",
    0.85,
    examples=("东西部协作成效显著。浙江省携手四川省推进产业升级。",),
    counterexamples=("浙江省携手企业，四川省的东西部协作成效显著。",),
    needs=("携手", "牵手"),
)
GLUED = Rule(
    "partnership.glued",
    f"{{giver:place}}(?<!{{place}}{{place}}){{taker:place}}(?!{MARKS[PlaceMention]}|两?[地省市县区])"
    f"(?={_NEAR}{{0,10}}?[“‘]?(?:牵手|携手|结对|结亲|共建|联席|对口合作|东西部(?:扶贫)?协作|扶贫协作))",
    0.85,
    examples=("东营酉阳乡村振兴再“牵手”。酉阳县县长感谢东营市的东西部协作。",),
    counterexamples=("东营市酉阳县、秀山县的东西部协作成效显著。",),
)
TITLED = Rule(
    "partnership.titled",
    "[{work}{org}]",
    0.9,
    examples=(
        "按照《浙江省与吉林省对口合作实施方案》，各项工作有序推进。",
        "酉阳县喜迎丰收，东营酉阳稻田养蟹产业园建成，东西部协作成效显著。江苏省对口帮扶铜仁市工作队来访。",
    ),
    counterexamples=("《浙江省与吉林省高速公路图》出版，对口合作有序推进。",),
)
_ON_VISIT = f"(?:[来赴到]{{place}}[^。；！？\n{MARKS[PlaceMention]}]{{0,12}}?)?"
WITH = Rule(
    "partnership.with",
    f"{{giver:place}}[^。；！？\n{MARKS[PlaceMention]}]{{0,20}}?{_ON_VISIT}(?:加强|深化|推进|做好|开展)与{{taker:places}}"
    "(?:等[^，。；\n]{0,4}?)?(?:地区|地|市|县)?的?(?:开展)?(?:对口|结对|东西部|扶贫|交流|开放型|经济|经贸|产业|教育|医疗|科技|劳务|全面|深度)*(?:协作|帮扶|合作)",
    0.85,
    examples=(
        "东西部协作成效显著。杭州市积极加强与广元市等地区的合作交流。",
        "台州市党政代表团来吉林省，就进一步加强与通化市开展对口合作进行考察。",
    ),
    counterexamples=("东西部协作成效显著。杭州市积极加强与广元市的铁路联系。",),
)
TWO = Rule(
    "partnership.two",
    "{giver:place}(?<!在{place})(?:、|和|与)?{taker:place}两[地省县市区州旗]",
    0.85,
    examples=("东西部协作成效显著。杭州市、广元市两地多次举办展销活动。",),
    counterexamples=("东西部协作成效显著。杭州市、广元市、甘孜州三地的特产上市。",),
)
_UNITS = "(?:{quantity}|[0-9]{1,3}个?[县市区乡镇村（）]{1,6})"
UNITS = Rule(
    "partnership.units",
    f"{{giver:place}}的?{_UNITS}{_NEAR}{{0,6}}?(?:(?P<verb>(?:对口|结对)(?:帮扶|支援|协作)?)|(?:与|和|同)(?!{{place}}[、和])){{taker:places}}的?(?:{_UNITS}|相关|有关)"
    f"(?(verb)(?!{_NEAR}{{0,6}}[，：](?:具体|分别|即|其中|结对))|{_NEAR}{{0,8}}?(?:结对|结成|牵手|携手|签[订署]))",
    0.9,
    examples=("杭州市9县（市）区与广元市14乡镇结对，东西部协作成效显著。",),
    counterexamples=("杭州市19个镇与广元市19个乡镇的代表参加东西部协作会议。",),
)
CHARGED = Rule(
    "partnership.charged",
    f"{{giver:place}}(?:主要|具体|牵头|承担)*(?:负责|承担)(?:了|着)?(?:对口|对)?(?:帮扶|支援|协作)?{{taker:places}}"
    f"{_NEAR}{{0,6}}?的?(?:对口|结对)?(?:帮扶|支援|协作|援建)",
    0.9,
    examples=("深圳市主要负责百色市、河池市两市17个县的帮扶工作。东西部协作成效显著。",),
    counterexamples=("深圳市主要负责百色市的项目招标。东西部协作成效显著。",),
    needs=("负责", "承担"),
)
ARRIVED = Rule(
    "partnership.arrived",
    f"援{{place}}(?:(?:干部|人才|队|教师|医生){_GAP}{{0,30}}?(?:抵达|分赴|奔赴|进驻|入驻)(?:进驻|各自|驻地|新疆|西藏)*{{goals:places}}"
    f"|(?:资金|项目){_GAP}{{0,12}}?，在{{projects:places}}(?:实施|建设|开展))",
    0.85,
    examples=("杭州市援疆干部人才分赴阿克苏市、沙雅县，开始对口支援工作。",),
    counterexamples=("杭州市援疆干部人才抵达乌鲁木齐，开始对口支援工作。",),
    needs=("援",),
)
RULES = (
    CHAIN,
    ROLL,
    JOINED,
    TABLE,
    SUPPORTS,
    GAINED,
    SUPPORTED,
    SLOGAN,
    THANKS,
    AIDING,
    DUTY,
    HANDED,
    ADJUSTED,
    TURNED,
    DROPPED,
    FUNDS,
    GIVES,
    SENT,
    UNITS,
    WITH,
    TWO,
    HANDS,
    GLUED,
    TITLED,
    CHARGED,
    ARRIVED,
    ABBREVIATION,
    TOGETHER,
    ARTICLE,
)
DECISIVE = frozenset(
    (
        CHAIN,
        ROLL,
        TABLE,
        SUPPORTS,
        GAINED,
        SUPPORTED,
        DUTY,
        HANDED,
        ADJUSTED,
        TURNED,
        DROPPED,
        FUNDS,
        SENT,
        CHARGED,
        TITLED,
        ARRIVED,
    )
)
"""Frames that say who supports whom, whatever the levels of the two."""
FRAMES = {
    CHAIN: 3.0,
    ROLL: 3.0,
    JOINED: 3.0,
    TABLE: 3.0,
    SUPPORTS: 3.0,
    GAINED: 3.0,
    SLOGAN: 2.0,
    SUPPORTED: 3.0,
    THANKS: 2.0,
    FUNDS: 2.0,
    GIVES: 2.0,
    SENT: 2.0,
    UNITS: 2.0,
    WITH: 2.0,
    TWO: 2.0,
    HANDS: 2.2,
    GLUED: 2.2,
    CHARGED: 2.0,
}
"""What each frame is worth as a hint."""
