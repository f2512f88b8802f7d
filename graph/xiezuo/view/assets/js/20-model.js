// The graph that the page was made from, and the ways through it. Ids are positions in lists.

const DATA = JSON.parse(document.getElementById("data").textContent);
const ROOT_KINDS = new Set(["supporter", "recipient", "place"]);
const KINDS = ["supporter", "recipient", "place", "domain", "signing", "meeting", "visit",
  "agreement", "secondment", "indicator", "person", "organization"];

const nodes = DATA.nodes;
const edges = DATA.edges;
const facts = DATA.facts;
const quotes = DATA.quotes;
const sentences = DATA.sentences;
const articles = DATA.articles;
const childrenOf = nodes.map(() => []);
const edgesOf = nodes.map(() => []);
const factsOf = nodes.map(() => new Set());
const pairOfEdge = new Map();

for (const [id, node] of nodes.entries()) {
  node.id = id;
  const drawn = DATA.network.nodes[id];
  node.linesIn = { zh: drawn.label.split("\n"), en: (drawn.label_en || drawn.label).split("\n") };
  node.widthIn = { zh: drawn.w, en: drawn.w_en || drawn.w };
  node.w = drawn.w;
  node.h = drawn.h;
  if (node.parent !== undefined) childrenOf[node.parent].push(id);
  if (node.edge !== undefined) pairOfEdge.set(node.edge, id);
}
for (const [id, edge] of edges.entries()) {
  edge.id = id;
  edge.facts = edge.facts || [];
  edgesOf[edge.source].push(id);
  edgesOf[edge.target].push(id);
}
for (const [id, fact] of facts.entries()) {
  fact.id = id;
  fact.quotes = fact.quotes || [];
  fact.fields = fact.fields || [];
  if (fact.node !== undefined) factsOf[fact.node].add(id);
  for (const [, ids] of fact.fields) for (const node of ids) factsOf[node].add(id);
}

const isRoot = (node) => node.parent === undefined && node.kind !== "pair";
const nameOf = (node) => (language === "en" && node.label_en) || node.label;
const conceptName = (name) =>
  DATA.concepts[name] ? DATA.concepts[name][language === "zh" ? 0 : 1] : name;
const isConcept = (text) => Object.prototype.hasOwnProperty.call(DATA.concepts, text);
const fieldOf = (fact, name) => fact.fields.find((field) => field[0] === name);

// The words of a fact's field: names of nodes, labels of concepts, texts as they are.
function wordsOf(fact, name) {
  const field = fieldOf(fact, name);
  if (!field) return "";
  const words = field[1].map((id) => nameOf(nodes[id]));
  return [...words, ...field[2].map((x) => (isConcept(x) ? conceptName(x) : x))].join(t("and"));
}

// How far a domain has come: "planned", "underway" or "both"; it decides how its mark is filled.
for (const fact of facts) {
  if (fact.kind !== "domain") continue;
  const [, , status] = fieldOf(fact, "xz:status") || [0, 0, []];
  nodes[fact.node].status = status.length !== 1 ? "both"
    : status[0] === "xz:Planned" ? "planned" : "underway";
}

// The nodes from which a node unfolds, nearest first.
function ancestorsOf(node) {
  const found = [];
  for (let at = node.parent; at !== undefined; at = nodes[at].parent) found.push(at);
  return found;
}
