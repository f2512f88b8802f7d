// The table twin: the facts that the filters and the focus leave, one a row, sortable.

const COLUMNS = [
  ["kind", (fact) => t(fact.kind)],
  ["words", (fact) => sentenceOf(fact)],
  ["pair", (fact) => { const pair = pairOf(fact); return pair === undefined ? "" : nameOf(nodes[pair]); }],
  ["date", (fact) => (fieldOf(fact, "schema:startDate") || [0, 0, [fact.year || ""]])[2][0]],
  ["confidence", (fact) => (fact.confidence || 0).toFixed(2)],
  ["evidence", (fact) => String(fact.quotes.length)],
];
const PAGE = 200; // rows at a time: a browser lays out no more of them quickly
let sorting = { column: 0, up: true };
let rowsShown = PAGE;

// The facts of the table, in its order.
function shownFacts() {
  const near = focused() === undefined ? null : neighbourhood(focused());
  return facts.filter((fact) => scene.facts.has(fact.id) && (near === null ||
    (fact.node !== undefined ? near.has(fact.node) : fact.fields.some((f) => f[1].some((n) => near.has(n))))));
}

function sortedFacts() {
  const [, cell] = COLUMNS[sorting.column];
  const rows = shownFacts().map((fact) => [cell(fact), fact]);
  const collator = new Intl.Collator(language === "zh" ? "zh-CN" : "en", { numeric: true });
  rows.sort((a, b) => (sorting.up ? 1 : -1) * collator.compare(a[0], b[0]) || a[1].id - b[1].id);
  return rows.map(([, fact]) => fact);
}

function drawTable() {
  const table = byId("table");
  table.hidden = state.mode !== "table";
  canvas.hidden = !table.hidden;
  if (table.hidden) return;
  const rows = sortedFacts();
  table.replaceChildren(
    el("table", null,
      el("caption", null, t("tableCaption", rows.length)),
      el("thead", null, el("tr", null, COLUMNS.map(([name], i) => el("th", { scope: "col",
        "aria-sort": sorting.column !== i ? "none" : sorting.up ? "ascending" : "descending" },
        el("button", { type: "button", "data-column": name, onclick: () => sortBy(i) },
          t(`column.${name}`), sorting.column === i ? (sorting.up ? " ▲" : " ▼") : ""))))),
      el("tbody", null, rows.slice(0, rowsShown).map(tableRow))),
    rows.length > rowsShown ? el("button", { class: "tool", type: "button",
      onclick: () => { rowsShown += PAGE; drawTable(); } }, t("more", rows.length - rowsShown)) : "");
}

function tableRow(fact) {
  const chosen = state.selected && state.selected.node !== undefined && state.selected.node === fact.node;
  return el("tr", { "data-fact": fact.iri, "aria-selected": String(Boolean(chosen)) },
    COLUMNS.map(([name, cell]) => el("td", { class: `col-${name}` }, name === "words"
      ? el("button", { class: "link", type: "button", onclick: () => selectFact(fact) }, cell(fact))
      : cell(fact))));
}

function selectFact(fact) {
  const row = document.activeElement && document.activeElement.closest("tr");
  if (fact.node !== undefined) change({ selected: { node: fact.node } });
  const again = row && byId("table").querySelector(`tr[data-fact="${CSS.escape(row.dataset.fact)}"] button`);
  if (again) again.focus();
}

function sortBy(column) {
  sorting = { column, up: sorting.column === column ? !sorting.up : true };
  drawTable();
  byId("table").querySelectorAll("th button")[column].focus();
}
