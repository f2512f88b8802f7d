// What is visible and where: the visible part of the graph with a position for each node.

const position = new Map(); // node id → {x, y}, for everything that has been shown
for (const node of nodes) {
  const drawn = DATA.network.nodes[node.id];
  if (isRoot(node)) position.set(node.id, { x: drawn.x, y: drawn.y });
}

const FEW_PAIRS = 150; // so many pairs at most show the handle from which their facts unfold

function visibleScene() {
  const shown = new Set();
  const visible = (node) => !state.hiddenKinds.has(node.kind);
  for (const node of nodes) if (isRoot(node) && visible(node)) shown.add(node.id);
  const lines = [];
  for (const edge of edges) {
    if (edge.kind !== "partnership" || !shown.has(edge.source) || !shown.has(edge.target)) continue;
    lines.push(edge.id);
    const pair = pairOfEdge.get(edge.id);
    if (childrenOf[pair].length && (state.open.has(pair) || pairOfEdge.size <= FEW_PAIRS)) {
      shown.add(pair);
    }
  }
  const queue = [...shown];
  for (let i = 0; i < queue.length; i++) {
    if (!state.open.has(queue[i])) continue;
    for (const child of childrenOf[queue[i]]) {
      if (visible(nodes[child]) && !shown.has(child)) {
        shown.add(child);
        queue.push(child);
      }
    }
  }
  for (const edge of edges) {
    if (edge.kind === "partnership" || !shown.has(edge.source) || !shown.has(edge.target)) continue;
    if (nodes[edge.source].parent !== edge.target && nodes[edge.target].parent !== edge.source) {
      lines.push(edge.id);
    }
  }
  place(shown);
  return { nodes: shown, edges: new Set(lines) };
}

// Pairs stand in the middle of their edge, their facts where Python put them; what unfolds from
// anything else takes the nearest free spot around it.
function place(shown) {
  for (const node of nodes) node.w = node.widthIn[language];
  const loose = [];
  for (const id of shown) {
    const node = nodes[id];
    if (node.kind === "pair") position.set(id, middleOf(edges[node.edge]));
  }
  for (const id of shown) {
    const node = nodes[id];
    if (node.parent === undefined || position.has(id) && node.moved) continue;
    if (nodes[node.parent].kind === "pair") {
      const from = position.get(node.parent);
      position.set(id, { x: from.x + stemOffset(node), y: from.y + DATA.network.nodes[id].y });
    } else if (!position.has(id)) loose.push(id);
  }
  if (loose.length) placeLoose(loose, shown);
}

// The place was reserved for the wider of the two languages; chips stay at its inner edge.
function stemOffset(node) {
  const { x, room } = DATA.network.nodes[node.id];
  return room ? x - Math.sign(x) * (room - node.w) / 2 : x;
}

function placeLoose(loose, shown) {
  const taken = [];
  for (const id of shown) if (position.has(id)) taken.push(rectOf(id, position.get(id)));
  for (const id of loose) {
    const at = freeSpot(id, taken);
    position.set(id, at);
    taken.push(rectOf(id, at));
  }
}

function freeSpot(id, taken) {
  const parent = nodes[nodes[id].parent];
  const from = position.get(parent.id) || { x: 0, y: 0 };
  const outward = from.x >= 0 ? 0 : Math.PI;
  for (let ring = 1; ring < 40; ring++) {
    for (let step = 0; step < 16; step++) {
      const turn = (step % 2 ? -1 : 1) * Math.ceil(step / 2) * (Math.PI / 8);
      const radius = parent.h / 2 + 24 + ring * 22;
      const at = {
        x: from.x + Math.cos(outward + turn) * (radius + (parent.w + nodes[id].w) / 4),
        y: from.y + Math.sin(outward + turn) * radius,
      };
      const rect = rectOf(id, at);
      if (!taken.some((other) => overlap(rect, other))) return at;
    }
  }
  return { x: from.x, y: from.y + 900 };
}

function middleOf(edge) {
  const a = position.get(edge.source);
  const b = position.get(edge.target);
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function rectOf(id, at) {
  const { w, h } = nodes[id];
  return [at.x - w / 2 - 5, at.y - h / 2 - 4, at.x + w / 2 + 5, at.y + h / 2 + 4];
}
const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

// The smallest rectangle around nodes, null for none.
function boundsOf(ids) {
  let bounds = null;
  for (const id of ids) {
    const rect = rectOf(id, position.get(id));
    bounds = bounds === null ? rect : [Math.min(bounds[0], rect[0]), Math.min(bounds[1], rect[1]),
      Math.max(bounds[2], rect[2]), Math.max(bounds[3], rect[3])];
  }
  return bounds;
}
