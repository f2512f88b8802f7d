// Taking along: the picture as PNG and SVG, the facts as CSV and Turtle, all without the network.

const EXPORTS = { png: exportPng, svg: exportSvg, csv: exportCsv, ttl: exportTurtle };

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  say(name);
}

// The facts of the selection; all that the table shows where nothing is selected.
function chosenFacts() {
  if (!state.selected) return shownFacts();
  const { node, edge } = state.selected;
  const ids = node === undefined ? scene.lines.get(edge).edges.flatMap((one) => edges[one].facts)
    : factsAbout(node);
  return [...new Set(ids)].sort((a, b) => a - b).map((id) => facts[id]);
}

function exportPng() { pngPicture((blob) => save(blob, "xiezuo.png")); }
function exportSvg() { save(new Blob([svgPicture()], { type: "image/svg+xml" }), "xiezuo.svg"); }

// One row a fact and sentence. A cell that a spreadsheet would run as a formula gets a quote mark.
function exportCsv() {
  const head = ["kind", "fact", "pair", "date", "confidence", "sentence", "headline", "source", "published",
    "file", "start", "end", "url", "rule", "iri"];
  const rows = chosenFacts().flatMap((fact) => {
    const own = COLUMNS.slice(0, 4).map(([, cell]) => cell(fact));
    const of = (quote) => {
      const { exact, start, end, article } = sentences[quote.sentence];
      const { headline, publisher, date, file, url } = articles[article];
      return [...own, quote.confidence, exact, headline, publisher, date, file, start || 0, end, url, quote.rule];
    };
    const all = fact.quotes.length ? fact.quotes.map((id) => of(quotes[id])) : [own];
    return all.map((row) => [...Array(head.length - 1).keys()].map((i) => row[i]).concat(fact.iri));
  });
  const cell = (value) => {
    const text = value === undefined || value === null ? "" : String(value);
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const lines = [head, ...rows].map((row) => row.map(cell).join(","));
  save(new Blob(["\ufeff", lines.join("\r\n"), "\r\n"], { type: "text/csv" }), "xiezuo.csv");
}

// --- Turtle: the triples of the graph itself, which the page carries compressed ---

const TRIPLE = /^<([^>]*)> <([^>]*)> (.*) \.$/;
const ELSEWHERE_LINKS = new Set(["xz:partneredWith", "oa:hasBody"].map((name) => {
  const [prefix, local] = name.split(":");
  return DATA.prefixes[prefix] + local;
})); // they lead from a fact to other facts, not to what describes it

async function readRdf() {
  const bytes = Uint8Array.from(atob(DATA.rdf), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const subjects = new Map();
  for (const line of (await new Response(stream).text()).split("\n")) {
    const match = TRIPLE.exec(line);
    if (!match) continue;
    if (!subjects.has(match[1])) subjects.set(match[1], []);
    subjects.get(match[1]).push([match[2], match[3]]);
  }
  return subjects;
}

async function exportTurtle() {
  const subjects = await readRdf();
  const wanted = new Set(chosenFacts().map((fact) => fact.iri));
  for (const iri of wanted) {
    for (const [predicate, value] of subjects.get(iri) || []) {
      if (value.startsWith("<") && subjects.has(value.slice(1, -1)) && !ELSEWHERE_LINKS.has(predicate)) {
        wanted.add(value.slice(1, -1));
      }
    }
  }
  const blocks = [...wanted].sort().filter((iri) => subjects.has(iri)).map((iri) =>
    `<${iri}>\n${subjects.get(iri).map(([p, value]) => `    ${short(p)} ${shortValue(value)}`).join(" ;\n")} .\n`);
  const prefixes = Object.entries(DATA.prefixes).map(([name, iri]) => `@prefix ${name}: <${iri}> .\n`);
  save(new Blob([...prefixes, "\n", blocks.join("\n")], { type: "text/turtle" }), "xiezuo.ttl");
}

function short(iri) {
  for (const [name, start] of Object.entries(DATA.prefixes)) {
    if (iri.startsWith(start) && /^[A-Za-z][A-Za-z0-9]*$/.test(iri.slice(start.length))) {
      return `${name}:${iri.slice(start.length)}`;
    }
  }
  return `<${iri}>`;
}
const shortValue = (value) => (value.startsWith("<") ? short(value.slice(1, -1)) : value);

function exportMenu() {
  const item = (kind, act) => el("button", { class: "tool", type: "button", id: `export-${kind}`,
    onclick: () => { closeExportMenu(); act(); } }, t(`export.${kind}`));
  return el("details", { class: "menu", id: "export" }, el("summary", { class: "tool" }, t("export")),
    el("div", { class: "items" }, Object.entries(EXPORTS)
      .filter(([kind]) => kind !== "ttl" || DATA.rdf || !facts.length).map(([kind, act]) => item(kind, act)),
      item("print", () => print())));
}

function closeExportMenu() {
  if (byId("export").contains(document.activeElement)) byId("export").firstChild.focus();
  byId("export").open = false;
}
document.addEventListener("pointerdown", (event) => {
  if (!event.target.closest("#export")) closeExportMenu();
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeExportMenu(); });
