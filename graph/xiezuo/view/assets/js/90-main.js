// Start, the bar's buttons, the keyboard, and the small documented interface for scripts.

function drawBar() {
  for (const item of document.querySelectorAll("[data-text]")) {
    item.textContent = t(item.dataset.text);
  }
  const query = byId("query");
  query.placeholder = t("search");
  query.setAttribute("aria-label", t("search"));
  byId("hits").setAttribute("aria-label", t("search"));
  canvas.setAttribute("aria-label", t("canvas"));
  byId("hint").textContent = t("hint");
  byId("note").hidden = !DATA.note;
  byId("note").textContent = DATA.note ? clean(DATA.note[language === "zh" ? 0 : 1]) : "";
  const dark = state.theme === "dark";
  const anyOpen = state.open.size > 0;
  const button = (id, label, onclick, pressed) =>
    el("button", { class: "tool", type: "button", id, onclick, "aria-pressed": pressed }, label);
  const mode = (name, label) => button(`tool-${name}`, t(label), () => setMode(name),
    String(state.mode === name));
  const active = document.activeElement && document.activeElement.id;
  byId("tools").setAttribute("aria-label", t("tools"));
  byId("tools").replaceChildren(
    mode("graph", "modeGraph"), mode("map", "modeMap"), mode("table", "modeTable"),
    el("span", { class: "gap" }),
    button("tool-filters", t("filters"), flipFilters, String(filtersOpen())),
    button("tool-fit", t("fit"), fitAll),
    button("tool-unfold", t(anyOpen ? "foldAll" : "unfoldAll"), () => unfoldAll(!anyOpen)),
    exportMenu(),
    button("tool-theme", t("theme"), () => change({ theme: dark ? "light" : "dark" }), String(dark)),
    button("tool-language", t("language"),
      () => change({ language: state.language === "zh" ? "en" : "zh" })));
  if (active && byId(active)) byId(active).focus();
}

// On a narrow screen the filters are a sheet that this button opens.
const filtersOpen = () => document.documentElement.dataset.filters === "open";
function flipFilters() {
  document.documentElement.dataset.filters = filtersOpen() ? "" : "open";
  drawBar();
}

function setMode(mode) {
  change({ mode });
  fitAll();
}

// Unfolds as many pairs as cover neither each other nor a place, or folds everything.
function unfoldAll(unfolding) {
  const open = new Set();
  const taken = [...scene.nodes].filter((id) => isRoot(nodes[id])).map((id) => rectOf(id, base.get(id)));
  for (const id of unfolding ? [...pairOfEdge.values()] : []) {
    const rects = childrenOf[id].length ? petals(id, base) : [];
    if (!rects.length || rects.some((a) => taken.some((b) => overlap(a, b)))) continue;
    open.add(id);
    taken.push(...rects);
  }
  change({ open });
  fitAll();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    byId("query").focus();
  } else if (event.key === "Escape" && !typing) change({ selected: null });
});

const NEXT = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
canvas.addEventListener("keydown", (event) => {
  if (NEXT[event.key]) moveSelection(...NEXT[event.key]);
  else if (event.key === "Enter" && state.selected) toggle(selectedNode());
  else if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") fitAll();
  else if (event.key === "f" && state.selected && selectedNode() !== undefined) focusOn(selectedNode());
  else if (event.key === "Backspace" && state.focus.length) unfocus(state.focus.length - 1);
  else return;
  event.preventDefault();
});

function zoom(factor) {
  fitted = false;
  network.moveTo({ scale: network.getScale() * factor });
}
const selectedNode = () =>
  (state.selected.node === undefined ? pairOfEdge.get(state.selected.edge) : state.selected.node);

// The nearest node in the direction of an arrow key.
function moveSelection(dx, dy) {
  const current = state.selected ? selectedNode() : undefined;
  const from = current === undefined ? network.getViewPosition() : position.get(current);
  let best = null;
  for (const id of scene.nodes) {
    if (id === current) continue;
    const at = position.get(id);
    const along = (at.x - from.x) * dx + (at.y - from.y) * dy;
    const across = Math.abs((at.x - from.x) * dy) + Math.abs((at.y - from.y) * dx);
    if (current !== undefined && (along <= 0 || across > along * 2)) continue;
    const score = Math.abs(along) + across * 2;
    if (best === null || score < best.score) best = { id, score };
  }
  if (!best) return;
  change({ selected: { node: best.id } });
  fitted = false;
  network.moveTo({ position: position.get(best.id) });
  say(`${nameOf(nodes[best.id])}, ${t(nodes[best.id].kind)}`);
}

function clientPoint(at) {
  const dom = network.canvasToDOM(at);
  const box = canvas.getBoundingClientRect();
  return { x: dom.x + box.left, y: dom.y + box.top };
}

// For scripts and tests. Points are in the coordinates of the window, as a mouse click needs them.
//   find(text)            ids of the nodes that a search for the text finds, best first
//   node(id)              {label, kind, visible}
//   point(id)             where a visible node stands
//   edgePoint(a, b, part) a point on the line between two nodes, part of the way (0.5 the middle)
//   visible()             ids of the visible nodes;  boxes(): their label boxes
//   network               the vis-network object that draws
//   lines()               the drawn lines with the number of edges in each;  looks(): the colours
//   state()               what is selected, unfolded and hidden
window.xiezuo = Object.freeze({
  find,
  node: (id) => ({ label: nodes[id].label, kind: nodes[id].kind, visible: scene.nodes.has(id) }),
  point: (id) => clientPoint(position.get(id)),
  edgePoint(a, b, part = 0.5) {
    const p = position.get(a);
    const q = position.get(b);
    return clientPoint({ x: p.x + (q.x - p.x) * part, y: p.y + (q.y - p.y) * part });
  },
  looks: () => LOOKS,
  network,
  visible: () => [...scene.nodes],
  boxes: () => [...scene.nodes].map((id) => {
    const { x, y } = position.get(id);
    return { id, kind: nodes[id].kind, x, y, w: nodes[id].w, h: nodes[id].h };
  }),
  state: () => JSON.parse(JSON.stringify(state, (_, value) => (value instanceof Set ? [...value] : value))),
  lines: () => [...scene.lines.values()].map(({ id, from, to, edges: all }) => ({ id, from, to, count: all.length })),
});

onChange(syncNetwork);
onChange(drawPanel);
onChange(drawFilters);
onChange(drawTrail);
onChange(drawTable);
onChange(drawBar);
change(readFragment());
fitAll();
addEventListener("hashchange", () => {
  change(readFragment());
  fitAll();
});
// When the stage changes its size, what showed everything goes on to show everything.
new ResizeObserver(() => {
  network.setSize("100%", "100%");
  if (fitted) fitAll();
  network.redraw();
}).observe(canvas);
document.documentElement.dataset.ready = "true";
