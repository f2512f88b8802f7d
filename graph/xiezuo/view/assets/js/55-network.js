// The picture: vis-network draws the visible scene; the camera and the pointer are handled here.

const canvas = byId("canvas");
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const network = new vis.Network(canvas, { nodes: nodeSet, edges: edgeSet }, networkOptions());
let scene = { nodes: new Set(), lines: new Map(), facts: new Set() };
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
      drawNode(ctx, node, x, y, drawn.hover || isSelected(node));
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
  const many = scene.lines.size > 80;
  const dim = bright && !bright.lines.has(line.id);
  return {
    color: { color: strong ? colors.accent : main ? colors.partnership : colors.tie,
      opacity: dim ? 0.12 : many && !bright ? 0.5 : 1 },
    width: strong ? 5 : main ? (many ? 1.6 : 3) : 1.2,
    smooth: state.mode === "map" && !many
      ? { enabled: true, type: "curvedCW", roundness: 0.18 } : { enabled: false },
    dashes: main ? false : [5, 4],
    arrows: main ? { to: { enabled: true, scaleFactor: many ? 0.6 : 1 },
      from: { enabled: line.edges.some((id) => edges[id].source === line.to), scaleFactor: 1 } } : "",
    label: line.edges.length > 1 ? String(line.edges.length) : "",
    font: { size: 14, color: colors.ink, background: colors.ground, strokeWidth: 0, face: FONT },
  };
}

// Brings the drawn sets in line with the scene: adds, removes and restyles, nothing else.
function syncNetwork() {
  const before = scene;
  scene = visibleScene();
  bright = brightAround(state.selected);
  nodeSet.remove([...before.nodes].filter((id) => !scene.nodes.has(id)));
  edgeSet.remove([...before.lines.keys()].filter((id) => !scene.lines.has(id)));
  nodeSet.update([...scene.nodes].map((id) => {
    const at = position.get(id);
    return { id, group: nodes[id].kind, label: " ", shape: "custom", x: at.x, y: at.y };
  }));
  edgeSet.update([...scene.lines.values()].map((line) => ({
    id: line.id, from: line.from, to: line.to, ...lineLook(line),
  })));
  byId("empty").hidden = scene.nodes.size > 0;
  byId("empty").textContent = t(nodes.length ? "allHidden" : "empty");
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

function provinceGroups() {
  const groups = new Map();
  for (const id of scene.nodes) {
    const node = nodes[id];
    if (!ROOT_KINDS.has(node.kind) || !node.province) continue;
    const key = `${node.province} ${Math.round(position.get(id).x / 60)}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(id);
  }
  return [...groups.values()].flatMap((ids) => {
    const rows = ids.sort((a, b) => position.get(a).y - position.get(b).y);
    const parts = [];
    for (const [i, id] of rows.entries()) {
      const near = i && position.get(id).y - position.get(rows[i - 1]).y < FAR;
      if (near) parts[parts.length - 1].push(id);
      else parts.push([id]);
    }
    return parts;
  });
}

function drawProvinces(ctx) {
  for (const ids of provinceGroups()) {
    const [x1, y1, x2, y2] = boundsOf(ids);
    ctx.fillStyle = look().group;
    roundRect(ctx, x1 - 10, y1 - 26, x2 - x1 + 20, y2 - y1 + 36, 12);
    ctx.fill();
    ctx.fillStyle = look().soft;
    drawLines(ctx, [clean(nodes[ids[0]].province)], 13, x1 - 2, y1 - 14, "left", "400");
  }
}

network.on("beforeDrawing", (ctx) => {
  if (state.mode === "map") drawTiles(ctx);
  else drawProvinces(ctx);
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
const fitAll = () => fitTo(state.mode === "map" ? tileBounds() : boundsOf(scene.nodes));

function centreOn(id) {
  if (scene.nodes.has(id)) {
    network.moveTo({ position: position.get(id), scale: Math.max(network.getScale(), 0.8) });
  }
}
