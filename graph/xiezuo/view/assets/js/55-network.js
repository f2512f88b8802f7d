// The picture: vis-network draws the visible scene; the camera and the pointer are handled here.

const canvas = byId("canvas");
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const network = new vis.Network(canvas, { nodes: nodeSet, edges: edgeSet }, networkOptions());
let scene = { nodes: new Set(), lines: new Map(), facts: new Set() };
const MANY_LINES = 80; // from here on lines are thin and pale, from TOO_MANY on without arrows
const TOO_MANY = 1000;
const UNREADABLE = 0.27; // below this scale labels are smaller than 5 pixels: blocks stand for them
let bright = null; // what stays bright beside the selection: {nodes, lines}; null for everything

function networkOptions() {
  const options = DATA.network.options;
  options.nodes.ctxRenderer = render;
  return options;
}

function render({ ctx, id, x, y, state: drawn }) {
  const node = nodes[id];
  return {
    drawNode() {
      if (bright && !bright.nodes.has(id)) ctx.globalAlpha = 0.3;
      const strong = drawn.hover || isSelected(node);
      if (strong || network.getScale() > UNREADABLE) drawNode(ctx, node, x, y, strong);
      else drawBlock(ctx, node, x, y);
      ctx.globalAlpha = 1;
    },
    nodeDimensions: { width: node.w, height: node.h },
  };
}

function isSelected(node) {
  if (!state.selected) return false;
  return state.selected.node === node.id ||
    (node.kind === "pair" && state.selected.edge === node.edge);
}

// The selection and what it touches.
function brightAround(selected) {
  if (!selected) return null;
  const found = { nodes: new Set(), lines: new Set() };
  const start = new Set(selected.node === undefined ? [] : [selected.node]);
  const edge = selected.node === undefined ? selected.edge : nodes[selected.node].edge;
  if (edge !== undefined) {
    if (pairOfEdge.has(edge)) start.add(pairOfEdge.get(edge));
    found.nodes.add(edges[edge].source).add(edges[edge].target);
  }
  for (const id of start) {
    for (const at of [id, ...ancestorsOf(nodes[id]), ...childrenOf[id]]) found.nodes.add(at);
  }
  for (const id of [...found.nodes]) {
    const own = nodes[id].edge;
    if (own !== undefined) found.nodes.add(edges[own].source).add(edges[own].target);
  }
  for (const line of scene.lines.values()) {
    const touched = line.edges.includes(edge) || start.has(line.from) || start.has(line.to) ||
      [...found.nodes].some((id) => nodes[id].kind === "pair" && line.edges.includes(nodes[id].edge));
    if (touched) {
      found.lines.add(line.id);
      for (const end of [line.from, line.to]) {
        found.nodes.add(end);
        const pair = pairOfEdge.get(line.id);
        if (pair !== undefined) found.nodes.add(pair);
      }
    }
  }
  return found;
}

function lineLook(line) {
  const colors = look();
  const main = edges[line.id].kind === "partnership";
  const { node, edge } = state.selected || {};
  const strong = line.edges.includes(edge) || (node !== undefined && nodes[node].edge === line.id);
  const many = scene.lines.size > MANY_LINES;
  const dim = bright && !bright.lines.has(line.id);
  const color = strong ? colors.accent : main ? colors.partnership : colors.tie;
  return {
    color: translucent(color, dim ? 0.12 : many && !bright ? 0.5 : 1),
    width: strong ? 5 : main ? (many ? 1.6 : 3) : 1.2,
    bow: state.mode === "map" && !many ? 0.18 : 0,
    dashes: main ? false : [5, 4],
    arrow: main && (scene.lines.size < TOO_MANY || strong || (bright && !dim)) ? (many ? 0.6 : 1) : 0,
    back: line.edges.some((id) => edges[id].kind === "partnership" && edges[id].source === line.to),
    label: numberOn(line),
  };
}

// The number on a line that stands for several.
function numberOn(line) {
  const count = line.edges.reduce((sum, id) => sum + (edges[id].count || 1), 0);
  return count > 1 ? String(count) : "";
}

// "#33506f" at an opacity; vis-network would work that out again for every frame.
function translucent(color, opacity) {
  return opacity === 1 ? color : color + Math.round(opacity * 255).toString(16).padStart(2, "0");
}

// The look as vis-network takes it. It reads each option of each edge slowly, so that only those
// are given which this line has, or had before.
function lineOptions(now, before) {
  const has = (name) => now[name] || (before && before[name]);
  const options = { color: { color: now.color, inherit: false, opacity: 1 }, width: now.width };
  if (has("dashes")) options.dashes = now.dashes;
  if (has("bow")) options.smooth = { enabled: now.bow > 0, type: "curvedCW", roundness: now.bow };
  if (has("arrow")) {
    const end = (shown) => ({ enabled: shown, scaleFactor: now.arrow || 1 });
    options.arrows = { to: end(now.arrow > 0), from: end(now.arrow > 0 && now.back) };
  }
  if (has("label")) {
    options.label = now.label;
    options.font = { size: 14, color: look().ink, background: look().ground, strokeWidth: 0, face: FONT };
  }
  return options;
}

// Brings the drawn sets in line with the scene: adds, removes and restyles what changed only.
const drawnNodes = new Map(); // id → {x, y, w} as drawn
const drawnLines = new Map(); // id → {text, look}: what was given to vis-network

function syncNetwork() {
  scene = visibleScene();
  bright = brightAround(state.selected);
  groupCache = null;
  const goneNodes = [...drawnNodes.keys()].filter((id) => !scene.nodes.has(id));
  const goneLines = [...drawnLines.keys()].filter((id) => !scene.lines.has(id));
  goneNodes.forEach((id) => drawnNodes.delete(id));
  goneLines.forEach((id) => drawnLines.delete(id));
  nodeSet.remove(goneNodes);
  edgeSet.remove(goneLines);
  nodeSet.update(changedNodes());
  edgeSet.update(changedLines());
  byId("empty").hidden = scene.nodes.size > 0;
  byId("empty").textContent = t(nodes.length ? "allHidden" : "empty");
  network.redraw();
}

function changedNodes() {
  const changed = [];
  for (const id of scene.nodes) {
    const { x, y } = position.get(id);
    const { w } = nodes[id];
    const before = drawnNodes.get(id);
    if (before && before.x === x && before.y === y && before.w === w) continue;
    drawnNodes.set(id, { x, y, w });
    changed.push({ id, group: nodes[id].kind, label: " ", shape: "custom", x, y });
  }
  return changed;
}

function changedLines() {
  const changed = [];
  for (const line of scene.lines.values()) {
    const appearance = lineLook(line);
    const text = JSON.stringify([line.from, line.to, appearance, appearance.label && state.theme]);
    const before = drawnLines.get(line.id);
    if (before && before.text === text) continue;
    drawnLines.set(line.id, { text, look: appearance });
    changed.push({ id: line.id, from: line.from, to: line.to,
      ...lineOptions(appearance, before && before.look) });
  }
  return changed;
}

// Lines from pairs and other parents to what hangs on them, drawn under everything.
function drawStems(ctx) {
  ctx.lineWidth = 1.2;
  for (const id of scene.nodes) {
    const node = nodes[id];
    if (node.parent === undefined || !scene.nodes.has(node.parent)) continue;
    const [from, bend, to] = stem(node);
    ctx.strokeStyle = look()[node.kind];
    ctx.globalAlpha = bright && !bright.nodes.has(id) ? 0.12 : 0.55;
    ctx.beginPath();
    ctx.moveTo(from.x, from.y);
    ctx.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

// A stem: from the parent, bent, to the near side of the node.
function stem(node) {
  const from = position.get(node.parent);
  const at = position.get(node.id);
  const side = at.x < from.x ? -1 : 1;
  const x = Math.abs(at.x - from.x) > node.w / 2 ? at.x - (side * node.w) / 2 : at.x;
  return [from, { x: (from.x + x * 2) / 3, y: at.y }, { x, y: at.y }];
}

// Provinces as tinted ground behind their places, with their name. A province whose places stand
// far from each other has several such grounds.
const FAR = 110;
let groupCache = null;

function provinceGroups() {
  if (groupCache) return groupCache;
  const groups = new Map();
  for (const id of scene.nodes) {
    const node = nodes[id];
    if (!ROOT_KINDS.has(node.kind) || !node.province) continue;
    const key = `${node.province} ${Math.round(position.get(id).x / 60)}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(id);
  }
  groupCache = [...groups.values()].flatMap((ids) => {
    const rows = ids.sort((a, b) => position.get(a).y - position.get(b).y);
    const parts = [];
    for (const [i, id] of rows.entries()) {
      const near = i && position.get(id).y - position.get(rows[i - 1]).y < FAR;
      if (near) parts[parts.length - 1].push(id);
      else parts.push([id]);
    }
    return parts;
  });
  return groupCache;
}

// The name is short and grows on the canvas as the picture shrinks, as far as there is room.
const shortProvince = (name) =>
  clean(name).replace(/((维吾尔|回族|壮族)?自治区|[省市])$/, "") || clean(name);

function drawProvinces(ctx, scale = 1) {
  const size = Math.min(Math.max(13, 11 / scale), 38);
  for (const ids of provinceGroups()) {
    const [x1, y1, x2, y2] = boundsOf(ids);
    ctx.fillStyle = look().group;
    roundRect(ctx, x1 - 10, y1 - 26, x2 - x1 + 20, y2 - y1 + 36, 12);
    ctx.fill();
    if (scale <= UNREADABLE) continue; // nameProvinces() writes larger ones
    ctx.fillStyle = look().soft;
    const name = shortProvince(nodes[ids[0]].province);
    drawLines(ctx, [name], size, x1 - 2, y1 - 8 - size / 2, "left", size > 13 ? "600" : "400");
  }
}

// Where the labels of places are too small to read, the names of their provinces stand over them:
// each once on its side of the lane, over its largest ground, if no other name is there.
const OVERVIEW = 14; // pixels

function provinceNames() {
  if (state.mode === "map") {
    return tiles.map(({ name, x, y, w, h }) => ({ name, x: x + w / 2, y: y + h / 2, key: name }));
  }
  return [...provinceGroups()].sort((a, b) => b.length - a.length).map((ids) => {
    const [x1, y1, x2, y2] = boundsOf(ids);
    const name = shortProvince(nodes[ids[0]].province);
    return { name, x: (x1 + x2) / 2, y: (y1 + y2) / 2, key: `${name} ${x1 > 0}` };
  });
}

function nameProvinces(ctx) {
  const scale = network.getScale();
  if (scale > UNREADABLE) return;
  const size = OVERVIEW / scale;
  const taken = [];
  const named = new Set();
  for (const { name, x, y, key } of provinceNames()) {
    const w = name.length * size;
    const rect = [x - w / 2 - 4 / scale, y - size * 0.8, x + w / 2 + 4 / scale, y + size * 0.8];
    if (!name || named.has(key) || taken.some((other) => overlap(rect, other))) continue;
    named.add(key);
    taken.push(rect);
    ctx.fillStyle = look().paper;
    roundRect(ctx, rect[0], rect[1], rect[2] - rect[0], rect[3] - rect[1], size / 3);
    ctx.fill();
    ctx.fillStyle = look().ink;
    drawLines(ctx, [name], size, x, y - 1, "center", "600");
  }
}
network.on("afterDrawing", nameProvinces);

// How long a drawing keeps the page busy, in milliseconds: up to the frame after it, since the
// browser fills the pixels only after the calls have returned.
let drawingTime = 0;
network.on("initRedraw", () => {
  const since = performance.now();
  requestAnimationFrame(() => setTimeout(() => { drawingTime = performance.now() - since; }));
});

network.on("beforeDrawing", (ctx) => {
  if (state.mode === "map") drawTiles(ctx);
  else drawProvinces(ctx, network.getScale());
  drawStems(ctx);
});

// --- camera ---

function fitTo(bounds) {
  const { clientWidth: width, clientHeight: height } = canvas;
  if (!bounds || !width) return;
  const [x1, y1, x2, y2] = bounds;
  const scale = Math.min(width / (x2 - x1 + 60), height / (y2 - y1 + 90), 1.15);
  network.moveTo({ position: { x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 8 }, scale });
}
let fitted = false; // whether the camera still shows everything, as the last fit left it
function fitAll() {
  fitTo(state.mode === "map" ? tileBounds() : boundsOf(scene.nodes));
  fitted = true;
}
for (const event of ["zoom", "dragEnd"]) network.on(event, () => { fitted = false; });

function centreOn(id) {
  if (scene.nodes.has(id)) {
    fitted = false;
    network.moveTo({ position: position.get(id), scale: Math.max(network.getScale(), 0.8) });
  }
}
