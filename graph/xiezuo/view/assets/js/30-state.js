// What the user chose. Every change goes through change(), which redraws what depends on it, and
// stands in the URL's fragment, so that a link reopens the same view.

const NARROW = 760; // as in view.css: on a phone, places come first
const byUser = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
const START = {
  language: "zh",
  theme: byUser,
  mode: "graph", // "graph", "map" or "table"
  open: new Set(innerWidth < NARROW ? [] : DATA.open), // nodes whose facts are unfolded
  hidden: new Set(), // kinds that are not shown
  domains: new Set(), programmes: new Set(), statuses: new Set(), levels: new Set(), // none: all
  years: null, // [first, last]
  confidence: 0,
  focus: [], // the trail of nodes on which the user looked, the last is in focus
  selected: null, // {node: id} or {edge: id}
};
const state = { ...START };
const listeners = [];
const onChange = (listener) => listeners.push(listener);

function change(update) {
  Object.assign(state, update);
  language = state.language;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.documentElement.dataset.theme = state.theme;
  document.documentElement.dataset.mode = state.mode;
  for (const listener of listeners) listener(update);
  writeFragment();
}

// Makes a node visible: unfolds what it hangs on, drops what hides it.
function reveal(id) {
  const line = [id, ...ancestorsOf(nodes[id])];
  const update = { selected: { node: id }, open: new Set([...state.open, ...line.slice(1)]) };
  update.hidden = new Set([...state.hidden].filter((kind) =>
    !line.some((at) => nodes[at].kind === kind)));
  change(update);
  if (!scene.nodes.has(id)) change({ ...clearedFilters(), focus: [] });
}

const FILTERS = ["hidden", "domains", "programmes", "statuses", "levels"];
const clearedFilters = () => ({
  ...Object.fromEntries(FILTERS.map((name) => [name, new Set()])), years: null, confidence: 0,
});
const filtered = () => state.years !== null || state.confidence > 0 ||
  FILTERS.some((name) => state[name].size > 0);

// --- the fragment ---

// The end of an IRI names a node in links: it outlives a rebuild, positions in lists do not.
const keyOf = (id) => nodes[id].iri.split("/").slice(-2).join("/");
const idOfKey = new Map(nodes.map((node) => [keyOf(node.id), node.id]).reverse());
const same = (a, b) => a.size === b.size && [...a].every((x) => b.has(x));

function fragment() {
  const words = new URLSearchParams();
  for (const name of ["language", "theme", "mode", "confidence"]) {
    if (state[name] !== START[name]) words.set(name, state[name]);
  }
  for (const name of FILTERS) if (state[name].size) words.set(name, [...state[name]].join(" "));
  if (state.years) words.set("years", state.years.join("-"));
  if (!same(state.open, START.open)) words.set("open", [...state.open].map(keyOf).join(" "));
  if (state.focus.length) words.set("focus", state.focus.map(keyOf).join(" "));
  if (state.selected) {
    const { node, edge } = state.selected;
    const pair = pairOfEdge.get(edge);
    words.set("selected", node !== undefined ? keyOf(node) : pair !== undefined ? keyOf(pair)
      : `edge ${edge}`);
  }
  return words.toString();
}

function writeFragment() {
  if (!/^(file|https?):$/.test(location.protocol)) return; // a notebook's frame has no address
  history.replaceState(null, "", `#${fragment()}`);
}

function readFragment() {
  const words = new URLSearchParams(location.hash.slice(1));
  const list = (name) => (words.get(name) || "").split(" ").filter(Boolean);
  const ids = (name) => list(name).map((key) => idOfKey.get(key)).filter((id) => id !== undefined);
  const update = { ...START, ...clearedFilters() };
  for (const [name, values] of [["language", ["zh", "en"]], ["theme", ["light", "dark"]],
    ["mode", ["graph", "map", "table"]]]) {
    if (values.includes(words.get(name))) update[name] = words.get(name);
  }
  for (const name of FILTERS) update[name] = new Set(list(name));
  update.confidence = Math.min(1, Math.max(0, Number(words.get("confidence")) || 0));
  const years = /^(\d{4})-(\d{4})$/.exec(words.get("years") || "");
  update.years = years ? [Number(years[1]), Number(years[2])] : null;
  if (words.has("open")) update.open = new Set(ids("open"));
  update.focus = ids("focus");
  const edge = /^edge (\d+)$/.exec(words.get("selected") || "");
  if (edge && edges[edge[1]]) update.selected = { edge: Number(edge[1]) };
  else update.selected = ids("selected").length ? { node: ids("selected")[0] } : null;
  return update;
}
