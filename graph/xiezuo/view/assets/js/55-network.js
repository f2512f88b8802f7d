// The picture: vis-network draws the visible scene; the camera and the pointer are handled here.

const canvas = byId("canvas");
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const network = new vis.Network(canvas, { nodes: nodeSet, edges: edgeSet }, networkOptions());
let scene = { nodes: new Set(), edges: new Set() };

function networkOptions() {
  const options = DATA.network.options;
  options.nodes.ctxRenderer = render;
  return options;
}

function render({ ctx, id, x, y, state: drawn }) {
  const node = nodes[id];
  const strong = drawn.hover || isSelected(node);
  return {
    drawNode() { drawNode(ctx, node, x, y, strong); },
    nodeDimensions: { width: node.w, height: node.h },
  };
}

function isSelected(node) {
  if (!state.selected) return false;
  return state.selected.node === node.id ||
    (node.kind === "pair" && state.selected.edge === node.edge);
}

function edgeLook(edge) {
  const colors = look();
  const strong = state.selected && (state.selected.edge === edge.id ||
    (state.selected.node !== undefined && nodes[state.selected.node].edge === edge.id));
  const main = edge.kind === "partnership";
  return {
    color: strong ? colors.accent : main ? colors.partnership : colors.tie,
    width: strong ? 5 : main ? 3 : 1.2,
    dashes: main ? false : [5, 4],
  };
}

// Brings the drawn sets in line with the scene: adds, removes and restyles, nothing else.
function syncNetwork() {
  const before = scene;
  scene = visibleScene();
  nodeSet.remove([...before.nodes].filter((id) => !scene.nodes.has(id)));
  edgeSet.remove([...before.edges].filter((id) => !scene.edges.has(id)));
  nodeSet.update([...scene.nodes].map((id) => {
    const at = position.get(id);
    return { id, group: nodes[id].kind, label: " ", shape: "custom", x: at.x, y: at.y };
  }));
  edgeSet.update([...scene.edges].map((id) => ({
    ...DATA.network.edges[id], ...edgeLook(edges[id]),
  })));
}

// Lines from pairs and other parents to what hangs on them, drawn under everything.
function drawStems(ctx) {
  ctx.lineWidth = 1.2;
  for (const id of scene.nodes) {
    const node = nodes[id];
    if (node.parent === undefined || !scene.nodes.has(node.parent)) continue;
    const from = position.get(node.parent);
    const to = position.get(id);
    const side = to.x < from.x ? -1 : 1;
    const near = Math.abs(to.x - from.x) > node.w / 2 ? to.x - side * node.w / 2 : to.x;
    ctx.strokeStyle = look()[node.kind];
    ctx.globalAlpha = 0.55;
    ctx.beginPath();
    ctx.moveTo(from.x, from.y);
    ctx.quadraticCurveTo((from.x + near * 2) / 3, to.y, near, to.y);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

// Provinces as tinted ground behind their places, with their name. A province whose places stand
// far from each other has several such grounds.
const FAR = 110;

function provinceGroups() {
  const groups = new Map();
  for (const id of scene.nodes) {
    const node = nodes[id];
    if (!ROOT_KINDS.has(node.kind) || !node.province) continue;
    const key = `${node.province} ${Math.sign(position.get(id).x)}`;
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
  drawProvinces(ctx);
  drawStems(ctx);
});

// --- camera ---

function fitTo(ids) {
  const bounds = boundsOf(ids);
  if (!bounds) return;
  const [x1, y1, x2, y2] = bounds;
  const { clientWidth: width, clientHeight: height } = canvas;
  const scale = Math.min(width / (x2 - x1 + 60), height / (y2 - y1 + 90), 1.15);
  network.moveTo({ position: { x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 8 }, scale });
}
const fitAll = () => fitTo(scene.nodes);

function centreOn(id) {
  network.moveTo({ position: position.get(id), scale: Math.max(network.getScale(), 0.8) });
}

// --- pointer ---

network.on("click", ({ pointer }) => {
  const node = network.getNodeAt(pointer.DOM);
  const edge = node === undefined ? network.getEdgeAt(pointer.DOM) : undefined;
  if (node !== undefined) change({ selected: { node } });
  else if (edge !== undefined) change({ selected: { edge } });
  else change({ selected: null });
});

network.on("doubleClick", ({ pointer }) => {
  let node = network.getNodeAt(pointer.DOM);
  if (node === undefined) node = pairOfEdge.get(network.getEdgeAt(pointer.DOM));
  if (node !== undefined) toggle(node);
});

function toggle(id) {
  if (childrenOf[id].length) setOpen(id, !state.open.has(id));
}

network.on("dragging", ({ nodes: dragged }) => {
  if (!dragged.length) return;
  const id = dragged[0];
  const now = network.getPosition(id);
  const before = position.get(id);
  position.set(id, { x: now.x, y: now.y });
  nodes[id].moved = true;
  moveChildren(id, now.x - before.x, now.y - before.y);
  for (const edge of edgesOf[id]) {
    const pair = pairOfEdge.get(edge);
    if (pair === undefined || !scene.nodes.has(pair)) continue;
    const old = position.get(pair);
    const at = middleOf(edges[edge]);
    moveTo(pair, at);
    moveChildren(pair, at.x - old.x, at.y - old.y);
  }
});

function moveTo(id, at) {
  position.set(id, at);
  if (scene.nodes.has(id)) network.moveNode(id, at.x, at.y);
}

function moveChildren(id, dx, dy) {
  for (const child of childrenOf[id]) {
    const at = position.get(child);
    if (!at) continue;
    moveTo(child, { x: at.x + dx, y: at.y + dy });
    moveChildren(child, dx, dy);
  }
}
