// The panel: what is known of the selected node or edge, and the sentences that state it.

const SENTENCES = {
  zh: {
    partnership: (f) => `${f("xz:supporter")}帮扶${f("xz:recipient")}`,
    domain: (f) => `${f("xz:partnership")}：${f("xz:domain")}`,
    office: (f) => `${f("xz:holder")}任${f("xz:of")}${f("xz:title")}`,
    visit: (f) => `${f("xz:visitor")}赴${f("xz:visited")}考察`,
    secondment: (f) => [f("xz:secondee"), [f("xz:sender"), f("xz:host")].join("→")].join(" "),
    indicator: (f) => `${f("xz:measure")}：${f("xz:asWritten")}`,
  },
  en: {
    partnership: (f) => `${f("xz:supporter")} supports ${f("xz:recipient")}`,
    domain: (f) => `${f("xz:partnership")}: ${f("xz:domain")}`,
    office: (f) => `${f("xz:holder")}: ${f("xz:title")}, ${f("xz:of")}`,
    visit: (f) => `${f("xz:visitor")} visited ${f("xz:visited")}`,
    secondment: (f) => [f("xz:secondee"), [f("xz:sender"), f("xz:host")].join(" → ")].join(" "),
    indicator: (f) => `${f("xz:measure")}: ${f("xz:asWritten")}`,
  },
};

// A fact in words.
function sentenceOf(fact) {
  const make = SENTENCES[language][fact.kind];
  return make ? make((name) => wordsOf(fact, name)).trim() : wordsOf(fact, "schema:name");
}

function nodeLink(id) {
  return el("button", { class: "link", type: "button", onclick: () => select(id) }, nameOf(nodes[id]));
}

function select(id) {
  reveal(id);
  centreOn(id);
}

function quoteElement(quote) {
  const article = articles[quote.article] || {};
  const exact = quote.exact || "";
  const at = quote.trigger ? exact.indexOf(quote.trigger) : -1;
  const marked = at < 0 ? [exact] : [exact.slice(0, at), el("strong", null, quote.trigger),
    exact.slice(at + quote.trigger.length)];
  return el("div", { class: "quote" },
    el("blockquote", null,
      el("span", { class: "context" }, quote.prefix && `…${quote.prefix}`),
      el("mark", null, marked),
      el("span", { class: "context" }, quote.suffix && `${quote.suffix}…`)),
    el("p", { class: "source" }, sourceParts(quote, article)));
}

function sourceParts(quote, article) {
  const parts = [article.headline, article.publisher, article.date, article.file,
    article.position && t("articleOf", article.position),
    quote.end && t("chars", quote.start, quote.end),
    `${t("confidence")} ${(quote.confidence || 0).toFixed(2)}`, `${t("rule")} ${quote.rule || "–"}`];
  const line = [parts.filter(Boolean).join(" · ")];
  if (article.url && /^https?:\/\//i.test(article.url)) {
    line.push(" · ", el("a", { href: article.url, rel: "noopener noreferrer", target: "_blank" },
      t("open")));
  }
  return line;
}

function fieldList(fact) {
  return el("dl", null, fact.fields.map(([name, ids, texts]) => [
    el("dt", null, fieldWord(name)),
    el("dd", null, [...ids.map(nodeLink), ...texts.map((x) => (isConcept(x) ? conceptName(x) : x))]
      .flatMap((part, i) => (i ? [t("and"), part] : [part]))),
  ]));
}

function factElement(fact) {
  return el("article", { class: "fact", "data-fact": fact.iri },
    el("p", { class: "words" }, sentenceOf(fact)),
    fieldList(fact),
    fact.reason && el("p", { class: "soft" }, `${t("reason")}: ${fact.reason}`),
    fact.quotes.length ? fact.quotes.map((id) => quoteElement(quotes[id]))
      : el("p", { class: "soft" }, t("noEvidence")));
}

function factGroups(ids) {
  const groups = new Map();
  for (const id of ids) {
    const { kind } = facts[id];
    if (!groups.has(kind)) groups.set(kind, []);
    groups.get(kind).push(facts[id]);
  }
  return [...groups].map(([kind, list]) => [
    el("h3", null, `${t(kind)} (${list.length})`), list.map(factElement)]);
}

function placeList(node) {
  const rows = [["full", node.full !== node.label && node.full], ["alt", (node.alt || []).join(t("and"))],
    ["level", node.level && t(`level.${node.level}`)]].filter(([, value]) => value);
  return rows.length ? el("dl", null, rows.map(([key, value]) => [el("dt", null, t(key)),
    el("dd", null, value)])) : null;
}

function unfoldButton(id) {
  if (!childrenOf[id].length) return null;
  const open = state.open.has(id);
  return el("button", { class: "tool", type: "button", "aria-expanded": String(open),
    onclick: () => toggle(id) }, `${t(open ? "fold" : "unfold")} (${childrenOf[id].length})`);
}

function nodePanel(id) {
  const node = nodes[id];
  const pair = node.kind === "pair";
  const own = pair ? [...factsOf[id]] : [...factsOf[id]];
  return [
    el("p", { class: "kind" }, markElement(node.kind), t(node.kind)),
    el("h2", null, nameOf(node)), placeList(node), unfoldButton(id),
    factGroups(own.sort((a, b) => a - b)),
  ];
}

function edgePanel(id) {
  const edge = edges[id];
  const pair = pairOfEdge.get(id);
  if (pair !== undefined) return nodePanel(pair);
  return [
    el("p", { class: "kind" }, t(edge.kind)),
    el("h2", null, nodeLink(edge.source), ` ${t("to")} `, nodeLink(edge.target)),
    factGroups(edge.facts),
  ];
}

function drawPanel() {
  const panel = byId("panel");
  const { selected } = state;
  panel.setAttribute("aria-label", t("facts"));
  if (!selected) panel.replaceChildren(el("p", { class: "soft" }, t("intro")));
  else {
    panel.replaceChildren(...(selected.node === undefined ? edgePanel(selected.edge)
      : nodePanel(selected.node)).flat(Infinity).filter(Boolean));
  }
  panel.scrollTop = 0;
}
