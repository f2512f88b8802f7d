// The legend and the filters: what is in the graph, how much of it, and what of it is shown.

const FILTER_VALUES = {
  programmes: (fact) => (fact.kind === "partnership" ? conceptsOf(fact, "xz:programme") : []),
  domains: (fact) => (fact.kind === "domain" ? conceptsOf(fact, "xz:domain") : []),
  statuses: (fact) => (fact.kind === "domain" ? conceptsOf(fact, "xz:status") : []),
};
const LEVELS = ["province", "prefecture", "county", "township", "zone"];

function countBy(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}
const kindCounts = countBy(nodes.filter((node) => !node.group).map((node) => node.kind));
const levelCounts = countBy(nodes.filter((node) => node.level).map((node) => node.level));
const valueCounts = Object.fromEntries(Object.entries(FILTER_VALUES).map(([name, values]) =>
  [name, countBy(facts.flatMap(values))]));
const yearCounts = countBy(facts.filter((fact) => fact.year).map((fact) => Number(fact.year)));
const years = [...yearCounts.keys()].sort((a, b) => a - b);

function drawFilters() {
  const focus = document.activeElement && document.activeElement.dataset.filter;
  drawLegend();
  const groups = [
    choices("programmes", t("programme"), valueCounts.programmes, conceptName),
    choices("domains", t("domain"), valueCounts.domains, conceptName),
    choices("statuses", t("status"), valueCounts.statuses, conceptName),
    choices("levels", t("level"), new Map(LEVELS.filter((level) => levelCounts.has(level))
      .map((level) => [level, levelCounts.get(level)])), (level) => t(`level.${level}`)),
    yearGroup(), confidenceGroup(),
  ];
  const reset = filtered() && el("button", { class: "tool", type: "button", "data-filter": "reset",
    onclick: () => change(clearedFilters()) }, t("reset"));
  byId("choices").replaceChildren(...groups.filter(Boolean), ...(reset ? [reset] : []));
  const again = focus && document.querySelector(`[data-filter="${CSS.escape(focus)}"]`);
  if (again) again.focus();
}

function drawLegend() {
  const legend = byId("legend");
  legend.setAttribute("aria-label", t("legend"));
  legend.title = t("legend");
  legend.replaceChildren(...KINDS.filter((kind) => kindCounts.get(kind)).map((kind) => el("button", {
    class: "key", type: "button", "data-kind": kind, "data-filter": `kind ${kind}`,
    "aria-pressed": String(!state.hidden.has(kind)), onclick: () => flip("hidden", kind),
  }, markElement(kind), t(kind), el("span", { class: "count" }, String(kindCounts.get(kind))))));
}

function flip(name, value) {
  const next = new Set(state[name]);
  if (!next.delete(value)) next.add(value);
  change({ [name]: next });
}

function group(name, title, ...content) {
  return el("fieldset", { class: "group", "data-group": name }, el("legend", null, title), content);
}

function choices(name, title, counts, words) {
  if (counts.size < 2) return null;
  const sorted = name === "levels" ? [...counts] : [...counts].sort((a, b) => b[1] - a[1]);
  return group(name, title, sorted.map(([value, count]) => el("label", { class: "choice" },
    el("input", { type: "checkbox", "data-filter": `${name} ${value}`,
      checked: state[name].has(value), onchange: () => flip(name, value) }),
    el("span", null, words(value)), el("span", { class: "count" }, String(count)))));
}

// --- years: a bar for each with its number of facts, and the two ends of the range ---

function yearGroup() {
  if (years.length < 2) return null;
  const [first, last] = [years[0], years[years.length - 1]];
  const [from, to] = state.years || [first, last];
  const pick = (end) => (event) => {
    const value = Number(event.target.value);
    const range = end === 0 ? [Math.min(value, to), to] : [from, Math.max(value, from)];
    change({ years: range[0] === first && range[1] === last ? null : range });
  };
  const slider = (end, value, label) => el("input", { type: "range", min: first, max: last, step: 1,
    value, "aria-label": label, "data-filter": `years ${end}`, onchange: pick(end) });
  return group("years", `${t("years")} ${from}–${to}`, yearBars(first, last, from, to),
    slider(0, from, t("yearFrom")), slider(1, to, t("yearTo")));
}

function yearBars(first, last, from, to) {
  const most = Math.max(...yearCounts.values());
  const width = 150 / (last - first + 1);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 150 40");
  svg.setAttribute("class", "years");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", years.map((year) => `${year}: ${yearCounts.get(year)}`).join(", "));
  for (const year of years) {
    const height = Math.max(2, (38 * yearCounts.get(year)) / most);
    const bar = document.createElementNS(SVG, "rect");
    const title = document.createElementNS(SVG, "title");
    title.textContent = `${year}: ${yearCounts.get(year)}`;
    for (const [key, value] of Object.entries({ x: (year - first) * width + width * 0.1, y: 40 - height,
      width: width * 0.8, height, class: year >= from && year <= to ? "in" : "out" })) {
      bar.setAttribute(key, value);
    }
    bar.append(title);
    bar.addEventListener("click", () => change({ years: [year, year] }));
    svg.append(bar);
  }
  return svg;
}

function confidenceGroup() {
  if (new Set(facts.map((fact) => fact.confidence)).size < 2) return null;
  return group("confidence", `${t("confidence")} ≥ ${state.confidence.toFixed(2)}`,
    el("input", { type: "range", min: 0, max: 1, step: 0.05, value: state.confidence,
      "aria-label": t("confidence"), "data-filter": "confidence",
      onchange: (event) => change({ confidence: Number(event.target.value) }) }));
}
