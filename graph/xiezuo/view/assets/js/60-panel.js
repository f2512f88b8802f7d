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

// The trigger lies inside the sentence; a sentence is marked whole, its trigger again.
function quoteElement(quote, fact) {
  const { prefix, exact = "", suffix } = sentences[quote.sentence];
  const at = quote.trigger ? exact.indexOf(quote.trigger) : -1;
  const marked = at < 0 ? [exact] : [exact.slice(0, at), el("strong", null, quote.trigger),
    exact.slice(at + quote.trigger.length)];
  return el("div", { class: "quote" },
    el("blockquote", null,
      el("span", { class: "context" }, prefix && `…${prefix}`),
      el("mark", null, marked),
      el("span", { class: "context" }, suffix && `${suffix}…`)),
    el("p", { class: "source" }, sourceParts(quote)),
    el("p", { class: "buttons" }, el("button", { class: "tool small", type: "button",
      "data-do": "cite", onclick: (event) => copyCitation(event.target, quote, fact) }, t("copy"))));
}

function sourceParts(quote) {
  const { article: id, start, end } = sentences[quote.sentence];
  const article = articles[id];
  const parts = [article.headline, article.publisher, article.date, article.file,
    article.position && t("articleOf", article.position), end && t("chars", start || 0, end),
    `${t("confidence")} ${(quote.confidence || 0).toFixed(2)}`, `${t("rule")} ${quote.rule || "–"}`,
    quote.status && conceptName(quote.status)];
  const line = [parts.filter(Boolean).join(" · ")];
  if (isWeb(article.url)) {
    line.push(" · ", el("a", { href: article.url, rel: "noopener noreferrer", target: "_blank" },
      t("open")));
  }
  return line;
}
const isWeb = (url) => /^https?:\/\//i.test(url || "");

// A citation as Chinese papers write it: authors. headline. source, date, file: “sentence”. link
function citation(quote, fact) {
  const { article: id, exact, start, end } = sentences[quote.sentence];
  const { authors = [], headline, publisher, date, file, url } = articles[id];
  const where = [publisher, date, file, end && t("chars", start || 0, end)].filter(Boolean);
  const parts = [authors.join(t("and")), headline, where.join(t("and"))].filter(Boolean);
  const link = isWeb(url) ? ` ${url}` : "";
  return clean(`${parts.join(". ")}: “${exact}”${link} [${fact.iri}]`);
}

function copyCitation(button, quote, fact) {
  const area = el("textarea", { readonly: true, class: "offscreen" });
  area.value = citation(quote, fact);
  document.body.append(area);
  area.select();
  document.execCommand("copy"); // works in files and frames, where the clipboard API does not
  area.remove();
  button.focus();
  button.textContent = t("copied");
  say(t("copied"));
}

function fieldList(fact) {
  return el("dl", null, fact.fields.map(([name, ids, texts]) => [
    el("dt", null, fieldWord(name)),
    el("dd", null, [...ids.map(nodeLink), ...texts.map((x) => (isConcept(x) ? conceptName(x) : x))]
      .flatMap((part, i) => (i ? [t("and"), part] : [part]))),
  ]));
}

// How sure a fact is, and of how many statements that is the highest.
function trust(fact) {
  const value = (fact.confidence || 0).toFixed(2);
  return fact.quotes.length > 1 ? t("surest", value, fact.quotes.length) : t("sure", value);
}

// Reasons come in both languages: "中文 / English".
function inLanguage(text) {
  const parts = text.split(" / ");
  return parts.length === 2 ? parts[language === "zh" ? 0 : 1] : text;
}

function factElement(fact) {
  return el("article", { class: "fact", "data-fact": fact.iri },
    el("p", { class: "words" }, sentenceOf(fact)),
    fieldList(fact),
    el("p", { class: "soft" }, trust(fact)),
    fact.reason && el("p", { class: "soft" }, `${t("reason")}: ${inLanguage(fact.reason)}`),
    fact.quotes.length ? fact.quotes.map((id) => quoteElement(quotes[id], fact))
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
    el("h3", null, `${t(kind)} (${list.length})`), someFacts(list, 0)]);
}

// The first facts of a list, and a button that puts the next in its own place.
const AT_ONCE = 40;
function someFacts(list, from) {
  const left = list.length - from - AT_ONCE;
  const shown = list.slice(from, from + AT_ONCE).map(factElement);
  if (left <= 0) return shown;
  const more = el("button", { class: "tool", type: "button", "data-do": "more", onclick: () =>
    more.replaceWith(...someFacts(list, from + AT_ONCE)) }, t("more", left));
  return [...shown, more];
}

function placeList(node) {
  const rows = [["full", node.full !== node.label && node.full], ["alt", (node.alt || []).join(t("and"))],
    ["level", node.level && t(`level.${node.level}`)]].filter(([, value]) => value);
  return rows.length ? el("dl", null, rows.map(([key, value]) => [el("dt", null, t(key)),
    el("dd", null, value)])) : null;
}

function nodeButtons(id) {
  const open = state.open.has(id);
  const count = childrenOf[id].length;
  return el("p", { class: "buttons" },
    count > 0 && el("button", { class: "tool", type: "button", "aria-expanded": String(open),
      "data-do": "unfold", onclick: () => toggle(id) }, `${t(open ? "fold" : "unfold")} (${count})`),
    focused() !== id && el("button", { class: "tool", type: "button", "data-do": "focus",
      onclick: () => focusOn(id) }, t("focus")));
}

// The facts that name a node; of a group, those of what it stands for.
function factsAbout(id) {
  const ids = nodes[id].group ? childrenOf[id].flatMap((child) => [...factsOf[child]]) : factsOf[id];
  return [...new Set(ids)].sort((a, b) => a - b);
}

function nodePanel(id) {
  const node = nodes[id];
  return [
    el("p", { class: "kind" }, markElement(node.kind), t(node.kind)),
    el("h2", null, nameOf(node)), placeList(node), nodeButtons(id),
    factGroups(factsAbout(id)),
  ];
}

function edgePanel(id) {
  const edge = edges[id];
  const pair = pairOfEdge.get(id);
  const line = scene.lines.get(id) || { edges: [id] };
  if (pair !== undefined) return line.edges.flatMap((one) => nodePanel(pairOfEdge.get(one)));
  const ids = [...new Set(line.edges.flatMap((one) => edges[one].facts))];
  return [
    el("p", { class: "kind" }, t(edge.kind)),
    el("h2", null, nodeLink(edge.source), ` ${t("to")} `, nodeLink(edge.target)),
    factGroups(ids),
  ];
}

// What the panel says before anything is selected: how much there is, and the pairs to start from.
const FIRST_PAIRS = 40;
function overview() {
  if (!nodes.length) return [];
  const pairs = nodes.filter((node) => node.kind === "pair" && scene.lines.has(node.edge))
    .sort((a, b) => childrenOf[b.id].length - childrenOf[a.id].length || a.id - b.id);
  return [
    el("h2", null, t("overview")),
    el("p", null, [t("places", nodes.filter((node) => ROOT_KINDS.has(node.kind)).length),
      t("pairs", pairOfEdge.size), t("factCount", facts.length),
      t("articleCount", articles.length)].join(" · ")),
    el("p", { class: "soft" }, t("intro")),
    pairs.length > 0 && el("h3", null, t("partnership")),
    el("ul", { class: "plain" }, pairs.slice(0, FIRST_PAIRS).map((node) => el("li", null,
      nodeLink(node.id), el("span", { class: "soft" }, ` ${childrenOf[node.id].length || ""}`)))),
  ].filter(Boolean);
}

function drawPanel() {
  const panel = byId("panel");
  const { selected } = state;
  panel.setAttribute("aria-label", t("facts"));
  document.documentElement.dataset.selected = String(Boolean(selected));
  if (!selected) panel.replaceChildren(...overview());
  else {
    panel.replaceChildren(...(selected.node === undefined ? edgePanel(selected.edge)
      : nodePanel(selected.node)).flat(Infinity).filter(Boolean));
  }
  panel.scrollTop = 0;
}
