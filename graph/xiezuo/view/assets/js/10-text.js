// Words of the interface in both languages, and elements that take text as text only.

const WORDS = {
  zh: {
    title: "协作图谱", search: "搜索地名、简称、拼音、领域、活动…", empty: "图谱为空：没有可以显示的事实。",
    nothing: "没有找到", results: "条结果", language: "English", theme: "深色", fit: "全图",
    unfold: "展开", fold: "收起", unfoldAll: "展开", foldAll: "收起",
    hint: "单击看原句 · 双击展开或收起 · 拖动移动 · 滚轮缩放",
    intro: "点击一个节点或一条连线，这里会显示有关事实和写明该事实的原句。",
    legend: "图例（点击显示或隐藏）", canvas: "协作关系图。方向键移动，回车展开，斜杠键搜索。",
    supporter: "帮扶方", recipient: "受帮扶方", place: "其他地区", pair: "结对", domain: "协作领域",
    signing: "签约", meeting: "会议", visit: "考察", agreement: "协议", secondment: "挂职选派",
    person: "人员", organization: "机构", indicator: "指标", partnership: "结对关系", office: "任职",
    party: "参与", signed: "签署", secondee: "选派",
    confidence: "置信度", rule: "规则", article: "文章", file: "文件", source: "来源", date: "日期",
    open: "打开原文", evidence: "条原句", noEvidence: "没有原句", facts: "事实", code: "代码",
    level: "级别", full: "全称", alt: "又称", reason: "合并理由", position: "位置",
    "level.province": "省级", "level.prefecture": "地级", "level.county": "县级",
    "level.township": "乡级", "level.zone": "开发区",
    allHidden: "筛选条件下没有可以显示的内容。", trail: "浏览路径", whole: "全图", focus: "聚焦",
    programme: "协作机制", status: "进展", years: "年份", yearFrom: "起始年份", yearTo: "结束年份",
    reset: "清除筛选", elsewhere: "其他", modeGraph: "关系图", modeMap: "示意地图", modeTable: "表格",
    tableCaption: "共 {0} 条事实", more: "再显示（还有 {0} 条）", export: "导出", filters: "筛选", tools: "工具",
    "column.kind": "类别", "column.words": "事实", "column.pair": "结对", "column.date": "日期",
    "column.confidence": "置信度", "column.evidence": "原句", copy: "复制引文", copied: "已复制", overview: "概览", sure: "置信度 {0}",
    surest: "置信度 {0}（{1} 条原句中最高的一条）", places: "{0} 个地区", pairs: "{0} 对结对", factCount: "{0} 条事实",
    articleCount: "{0} 篇文章",
    "export.png": "图片 PNG", "export.svg": "矢量图 SVG", "export.csv": "表格 CSV",
    "export.ttl": "图数据 Turtle", "export.print": "打印",
    articleOf: "第{0}篇", chars: "第{0}–{1}字", and: "、", to: "→",
  },
  en: {
    title: "Cooperation graph", search: "Search places, short forms, pinyin, domains, events…",
    empty: "The graph is empty: it has no facts to show.",
    nothing: "Nothing found", results: "results", language: "中文", theme: "Dark", fit: "Fit",
    unfold: "Unfold", fold: "Fold", unfoldAll: "Unfold", foldAll: "Fold",
    hint: "Click: the sentence · Double-click: unfold or fold · Drag: move · Wheel: zoom",
    intro: "Click a node or a line: its facts appear here, each with the sentence that states it.",
    legend: "Legend (click to show or hide)",
    canvas: "Graph of cooperation. Arrow keys move, Enter unfolds, slash searches.",
    supporter: "Supporter", recipient: "Recipient", place: "Other place", pair: "Pair",
    domain: "Domain", signing: "Signing", meeting: "Meeting", visit: "Visit",
    agreement: "Agreement", secondment: "Secondment", person: "Person",
    organization: "Organisation", indicator: "Indicator", partnership: "Partnership",
    office: "Office", party: "Takes part", signed: "Signed", secondee: "Seconded",
    confidence: "Confidence", rule: "Rule", article: "Article", file: "File", source: "Source",
    date: "Date", open: "Open the original", evidence: "sentences", noEvidence: "No sentence",
    facts: "Facts", code: "Code", level: "Level", full: "Full name", alt: "Also",
    "level.province": "province", "level.prefecture": "prefecture", "level.county": "county",
    "level.township": "township", "level.zone": "zone",
    reason: "Merged because", position: "Position", allHidden: "The filters leave nothing to show.",
    trail: "Trail", whole: "Whole graph", focus: "Focus", programme: "Programme", status: "Status",
    years: "Years", yearFrom: "First year", yearTo: "Last year", reset: "Clear the filters",
    elsewhere: "Elsewhere", modeGraph: "Graph", modeMap: "Map", modeTable: "Table",
    tableCaption: "{0} facts", more: "Show more ({0} left)", export: "Export", filters: "Filters", tools: "Tools",
    "column.kind": "Kind", "column.words": "Fact", "column.pair": "Pair", "column.date": "Date",
    "column.confidence": "Confidence", "column.evidence": "Sentences", copy: "Copy as citation",
    copied: "Copied", overview: "Overview", sure: "Confidence {0}",
    surest: "Confidence {0}, the highest of {1} sentences", places: "Places: {0}", pairs: "Pairs: {0}",
    factCount: "Facts: {0}", articleCount: "Articles: {0}",
    "export.png": "Picture, PNG", "export.svg": "Picture, SVG", "export.csv": "Table, CSV",
    "export.ttl": "Graph, Turtle", "export.print": "Print", articleOf: "article {0}",
    chars: "characters {0}–{1}", and: ", ", to: "→",
  },
};

const FIELD_WORDS = {
  "xz:supporter": ["帮扶方", "Supporter"], "xz:recipient": ["受帮扶方", "Recipient"],
  "xz:programme": ["协作机制", "Programme"], "xz:partnership": ["结对", "Pair"],
  "xz:domain": ["领域", "Domain"], "xz:phrase": ["原文用语", "Words of the text"],
  "xz:status": ["进展", "Status"], "schema:name": ["名称", "Name"], "xz:party": ["参与方", "Parties"],
  "xz:signed": ["签署文件", "Signed"], "schema:startDate": ["日期", "Date"],
  "schema:endDate": ["结束", "End"], "schema:location": ["地点", "Place"],
  "xz:visitor": ["来访方", "Visitor"], "xz:visited": ["受访方", "Visited"],
  "xz:secondee": ["人员", "Seconded"], "xz:sender": ["派出方", "Sender"], "xz:host": ["接收方", "Host"],
  "xz:post": ["职务", "Post"], "xz:secondmentKind": ["类别", "Kind"], "xz:duration": ["期限", "Term"],
  "xz:holder": ["姓名", "Name"], "xz:title": ["职务", "Title"], "xz:of": ["所在", "Of"],
  "xz:measure": ["指标", "Measure"], "xz:asWritten": ["数值", "Value"], "xz:period": ["时期", "Period"],
  "xz:ended": ["已结束", "Ended"], pairs: ["结对数", "Pairs"], examples: ["例如", "For example"],
};

// A document's text may hold controls that hide or reorder what stands around them.
const HIDDEN = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
const clean = (text) => String(text).replace(HIDDEN, "\u2423");

let language = "zh";
const t = (key, ...values) =>
  values.reduce((text, value, i) => text.replace(`{${i}}`, value), WORDS[language][key] || key);
const fieldWord = (name) => (FIELD_WORDS[name] || [name, name])[language === "zh" ? 0 : 1];

// el("p", {class: "soft", onclick: f}, "text", child): text nodes only, listeners as functions.
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : clean(child));
  }
  return element;
}
const byId = (id) => document.getElementById(id);
const say = (text) => { byId("live").textContent = clean(text); };
