"""Words that say whether a field is told of as cooperation: found in one pass over an article."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

KINDS: Mapping[str, str] = {
    "协作": "协作 合作 对口 帮扶 对接 支援 联席 联合 互动",
    "援": "援疆 援藏 援青 援宁 援黔 援川 援滇 援甘 援蒙 援陕 援桂 援建 援助 援派 无偿",
    "双方": "两地 两省 两市 两县 两区 两州 两旗 两镇 两村 双方 两省区 "
    "我们 彼此 互派 互访 互送 互补 双向 携手 共同 共建 共享",
    "结对": "结对 结成 牵手 结亲 手拉手",
    "工作队": "工作队 指挥部 前指 前方指挥 工作组 代表团 考察团 干部人才 支教 支医 组团式",
    "感谢": "感谢 谢意 感恩",
    "支持": "支持 助力 恳请 帮助 支撑 扶持 帮 助推 推进 推动 促进 提供",
    "捐": "捐赠 捐 资助 募集 救助",
    "签": "签约 签署 签订 签定 协议 备忘录 揭牌",
    "投": "投入 投资 安排 落实 拨付 到位 资金",
    "引": "引进 引入 招引 引导 引来 促成 落户 落地 入驻",
    "派": "选派 派出 派驻 互派 选送 派遣 挂职 接续",
    "建": "建设 新建 建成 打造 共建 修建 援建 建立 搭建",
    "看": "参观 实地考察 实地察看 实地了解 实地查看 详细了解 详细询问 听取 观摩 走访了 来到",
    "访": "考察 察看 查看 了解 走进 深入 看望 慰问 亲切 调研 走访 询问",
    "夸": "区位优势 资源优势 生态优势 交通优势 气候优势 资源丰富 资源富集 盛产 素有 被誉为 位于 "
    "地处 全国首批 获评 正深入 正全力 正加快 正按照 正处于 要学习 学习借鉴",
    "优": "优势 丰富 首批 著名 著称 之乡 之都 资源禀赋 拥有",
    "学": "学习 借鉴 经验",
    "号": "所需 所能 输血 造血 山海情 真情 互学 互鉴 互通",
    "成": "累计 以来 年来 先后 截至 目前 完成 实现 取得 已 成效 成果 显著 去年 今年",
    "将": "将 希望 期望 愿 力争 下一步 接下来 今后 未来 计划 拟 期待 争取 建议 进一步 继续 持续",
    "要": "深化 加强 强化 拓展 扩大 加大 抓好 做好 围绕 聚焦 着力 不断 加快 巩固 落实 完善",
    "说": "表示 指出 强调 介绍 认为 要求 说 称 告诉",
    "报": "介绍了 汇报 通报 情况",
    "国": "习近平 总书记 党中央 国务院 中央 全国 国家 全省 全区 战略 精神",
    "自": "我县 我市 我区 我州 全县 全市 全区 全州 当地 本地",
    "历": "出生 毕业 现任 历任 曾任 从事 担任 主任 局长 科长 医师 专业",
    "民": "村民 群众 农户 学生 患者 老人 孩子 记者",
    "会": "会议 座谈会 推介会 洽谈会 仪式 活动 启动",
    "利": "带动 增收 受益 惠及 解决 吸纳",
    "销": "销售 采购 购买 消费 上海市场 进入 走进 销往",
    "领": "领域 方面 环节 产业 项目 工程 机制 平台",
    "开": "召开 举行 举办 开幕 奠基",
    "占地": "平方米 面积 占地",
    "时": "上午 下午 晚上 当天 当日",
    "互补": "互补性 潜力 前景 空间广阔 资源禀赋 得天独厚",
    "正": "正在 正深入 正加快 正以 正抢抓 正谋划 正按照 正推进 正着力 正全力",
    "单位": "单位 部门 委员会 负责",
    "企": "家企业 企业",
    "批": "批次 人次 批援 折合 折款 价值",
    "改": "改善 提升 水平",
    "缺": "缺少 缺乏 薄弱 落后 滞后 不足 短缺 匮乏 制约 瓶颈 受益匪浅",
    "一行": "一行 代表团 考察团 调研组",
    "number": "0 1 2 3 4 5 6 7 8 9",
}
"""The kinds of signs, each named by its commonest word, and their words."""


TOGETHER = frozenset(("协作", "双方", "援", "结对"))
"""The kinds that speak of both sides."""


@cache
def _scanner() -> tuple[AhoCorasick, tuple[str, ...]]:
    words: list[str] = []
    kinds: list[str] = []
    for kind, choices in KINDS.items():
        for word in choices.split():
            words.append(word)
            kinds.append(kind)
    return AhoCorasick(words, matchkind=MatchKind.Standard), tuple(kinds)


def cues(text: str) -> tuple[list[tuple[str, int]], list[int]]:
    """Each cue of a text, its kind and where it starts, and where they end, in order.

    Cues may overlap; none holds a mark that ends a clause.
    """
    automaton, kinds = _scanner()
    found = automaton.find_matches_as_indexes(text, overlapping=True)
    return [(kinds[word], start) for word, start, _ in found], [end for _, _, end in found]
