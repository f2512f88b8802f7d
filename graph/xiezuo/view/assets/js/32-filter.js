// Which facts pass the filters, and which nodes follow from them.

const pairOf = (fact) => {
  if (fact.kind === "partnership") return fact.node;
  const field = fieldOf(fact, "xz:partnership");
  return field && field[1].length ? field[1][0] : undefined;
};
const conceptsOf = (fact, name) => {
  const field = fact && fieldOf(fact, name);
  return field ? field[2] : [];
};
const factOfPair = new Map(facts.filter((fact) => fact.kind === "partnership")
  .map((fact) => [fact.node, fact]));

const programmesOf = (fact) => conceptsOf(factOfPair.get(pairOf(fact)), "xz:programme");
const anyIn = (values, wanted) => !wanted.size || values.some((value) => wanted.has(value));

// A fact passes when it has what each filter asks for. Only domains have a status: other facts
// pass that filter. What is not dated passes no range of years.
function passes(fact) {
  if (fact.confidence < state.confidence) return false;
  const year = Number(fact.year || 0);
  if (state.years && !(year >= state.years[0] && year <= state.years[1])) return false;
  if (!anyIn(conceptsOf(fact, "xz:domain"), state.domains)) return false;
  if (!anyIn(programmesOf(fact), state.programmes)) return false;
  return fact.kind !== "domain" || anyIn(conceptsOf(fact, "xz:status"), state.statuses);
}

function passingFacts() {
  return new Set(facts.filter((fact) => !state.hidden.has(fact.kind) && passes(fact))
    .map((fact) => fact.id));
}

const ownFacts = nodes.map(() => []);
for (const fact of facts) {
  if (fact.node === undefined) continue;
  const { kind } = nodes[fact.node];
  if (!ROOT_KINDS.has(kind) && kind !== "pair") ownFacts[fact.node].push(fact);
}

// What a filter leaves of the nodes: those of passing facts, and the ends of their pairs.
function passingNodes(passing) {
  const kept = new Set();
  const all = !filtered() || (passing.size === facts.length);
  for (const node of nodes) {
    const ofKind = !state.hidden.has(node.kind);
    const ofLevel = !ROOT_KINDS.has(node.kind) || !state.levels.size || state.levels.has(node.level);
    if (!ofKind || !ofLevel) continue;
    const about = ownFacts[node.id].length ? ownFacts[node.id].map((fact) => fact.id)
      : [...factsOf[node.id]];
    if (all || about.some((fact) => passing.has(fact))) kept.add(node.id);
  }
  for (const id of passing) {
    const pair = pairOf(facts[id]);
    if (pair === undefined) continue;
    kept.add(pair);
    for (const end of [edges[nodes[pair].edge].source, edges[nodes[pair].edge].target]) {
      const { kind, level } = nodes[end];
      if (!state.hidden.has(kind) && (!state.levels.size || state.levels.has(level))) kept.add(end);
    }
  }
  return keepGroups(kept);
}

// A group is kept as long as one of what it stands for is.
function keepGroups(kept) {
  for (const node of nodes) {
    if (!node.group) continue;
    if (childrenOf[node.id].some((id) => kept.has(id))) kept.add(node.id);
    else kept.delete(node.id);
  }
  return kept;
}

// --- focus: what stays when the user looks at one node ---

function neighbourhood(id) {
  const near = new Set([id, ...ancestorsOf(nodes[id])]);
  const addPair = (pair) => {
    near.add(pair);
    const { source, target } = edges[nodes[pair].edge];
    near.add(source).add(target);
    for (const child of childrenOf[pair]) near.add(child);
  };
  for (const at of [...near]) {
    if (nodes[at].kind === "pair") {
      if (at === id) addPair(at);
      else near.add(edges[nodes[at].edge].source).add(edges[nodes[at].edge].target);
    }
  }
  for (const edge of edgesOf[id]) {
    near.add(edges[edge].source).add(edges[edge].target);
    if (pairOfEdge.has(edge)) addPair(pairOfEdge.get(edge));
  }
  for (const fact of factsOf[id]) for (const [, ids] of facts[fact].fields) ids.forEach((n) => near.add(n));
  for (const at of [...near]) for (const child of childrenOf[at]) {
    near.add(child);
    for (const edge of edgesOf[child]) near.add(edges[edge].source).add(edges[edge].target);
  }
  return near;
}

const focused = () => (state.focus.length ? state.focus[state.focus.length - 1] : undefined);

function focusOn(id) {
  const at = state.focus.indexOf(id);
  const focus = at < 0 ? [...state.focus, id] : state.focus.slice(0, at + 1);
  const pairs = nodes[id].kind === "pair" ? [id]
    : edgesOf[id].map((edge) => pairOfEdge.get(edge)).filter((pair) => pair !== undefined);
  const open = new Set([...state.open, ...(pairs.length <= 3 ? pairs : []),
    ...ancestorsOf(nodes[id])]);
  change({ focus, open, selected: { node: id } });
  fitAll();
}

function unfocus(length) {
  change({ focus: state.focus.slice(0, length) });
  fitAll();
}

function drawTrail() {
  const trail = byId("trail");
  trail.hidden = !state.focus.length;
  trail.setAttribute("aria-label", t("trail"));
  const last = state.focus.length - 1;
  trail.replaceChildren(
    el("button", { class: "tool", type: "button", onclick: () => unfocus(0) }, t("whole")),
    ...state.focus.flatMap((id, i) => ["›", el("button", {
      class: "tool", type: "button", "aria-current": i === last && "page",
      onclick: () => unfocus(i + 1),
    }, nameOf(nodes[id]))]));
}
