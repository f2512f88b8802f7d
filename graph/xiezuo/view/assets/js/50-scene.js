// What is visible and where: the visible part of the graph with a position for each node.

const LANE = 690; // as in layout.py: between the places of west and east
const FEW_PAIRS = 150; // so many pairs at most show the handle from which their facts unfold

const base = new Map(); // node id → {x, y}: places as Python put them, all else as it unfolds
for (const node of nodes) {
  const drawn = DATA.network.nodes[node.id];
  if (isRoot(node)) base.set(node.id, { x: drawn.x, y: drawn.y });
}
let position = base;
const movedByHand = new Set();

// The scene: visible nodes, and lines as {id, from, to, edges} with parallel edges as one.
function visibleScene() {
  const passing = passingFacts();
  const kept = passingNodes(passing);
  const near = focused() === undefined ? null : neighbourhood(focused());
  const visible = (id) => kept.has(id) && (near === null || near.has(id));
  const shown = new Set();
  const onMap = (node) => state.mode !== "map" || ROOT_KINDS.has(node.kind); // it has places only
  for (const node of nodes) if (isRoot(node) && onMap(node) && visible(node.id)) shown.add(node.id);
  const main = [];
  for (const [edge, pair] of pairOfEdge) {
    const { source, target } = edges[edge];
    if (!shown.has(source) || !shown.has(target) || !visible(pair)) continue;
    main.push(edge);
    if (state.mode === "map") continue;
    const handle = state.open.has(pair) || pairOfEdge.size <= FEW_PAIRS || near !== null;
    if (childrenOf[pair].length && handle) shown.add(pair);
  }
  if (state.mode !== "map") unfold(shown, visible);
  choosePositions(shown);
  place(shown);
  return { nodes: shown, lines: bundle(main, shown), facts: passing };
}

function unfold(shown, visible) {
  const queue = [...shown];
  for (let i = 0; i < queue.length; i++) {
    if (!state.open.has(queue[i])) continue;
    for (const child of childrenOf[queue[i]]) {
      if (visible(child) && !shown.has(child)) {
        shown.add(child);
        queue.push(child);
      }
    }
  }
}

// Edges between the same two nodes become one line. What is folded lends its edges to the node
// from which it unfolds.
function bundle(main, shown) {
  const lines = new Map();
  const add = (id, from, to) => {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (lines.has(key)) lines.get(key).edges.push(id);
    else lines.set(key, { id, from, to, edges: [id] });
  };
  for (const id of main) add(id, edges[id].source, edges[id].target);
  const standIn = (id) => (shown.has(id) ? id : ancestorsOf(nodes[id]).find((at) => shown.has(at)));
  for (const edge of edges) {
    if (edge.kind === "partnership") continue;
    const from = standIn(edge.source);
    const to = standIn(edge.target);
    if (from === undefined || to === undefined || from === to || hangsOn(from, to)) continue;
    add(edge.id, from, to);
  }
  return new Map([...lines.values()].map((line) => [line.id, line]));
}

// Whether a stem already ties two nodes, or one hangs on a pair of which the other is an end.
function hangsOn(a, b) {
  return [[a, b], [b, a]].some(([low, high]) => [low, ...ancestorsOf(nodes[low])].some((at) =>
    nodes[at].parent === high && at === low || endsOf(at).includes(high)));
}
const endsOf = (id) => (nodes[id].edge === undefined ? []
  : [edges[nodes[id].edge].source, edges[nodes[id].edge].target]);

// --- positions ---

let focusedBefore;
function choosePositions(shown) {
  const focus = focused();
  if (state.mode === "map") position = mapPositions(shown);
  else if (focus === undefined) position = innerWidth < NARROW && nothingOpen(shown) ? squeezed() : base;
  else if (focus !== focusedBefore || [...shown].some((id) => isRoot(nodes[id]) && !position.has(id))) {
    position = focusPositions(focus, shown);
  }
  focusedBefore = state.mode === "map" ? undefined : focus;
}

// On a phone the lane is narrow, and rows are near each other, as long as nothing unfolds.
const nothingOpen = (shown) => ![...shown].some((id) => nodes[id].parent !== undefined);
function squeezed() {
  const roots = [...base].filter(([id]) => isRoot(nodes[id]));
  const rows = [...new Set(roots.map(([, { y }]) => y))].sort((a, b) => a - b);
  const near = new Map();
  rows.forEach((y, i) => near.set(y, i ? near.get(rows[i - 1]) + Math.min(y - rows[i - 1], 90) : 0));
  return new Map(roots.map(([id, { x, y }]) => [id, { x: x - Math.sign(x) * 190, y: near.get(y) }]));
}

// In focus, the partners of a place stand on the other side of the lane, at equal distances that
// leave room for what is unfolded.
function focusPositions(focus, shown) {
  const at = new Map();
  const centre = nodes[focus].kind === "pair" ? edges[nodes[focus].edge].source : focus;
  const x = LANE / 2 + 90;
  const roots = [...shown].filter((id) => isRoot(nodes[id]));
  const pairs = edgesOf[centre].filter((edge) => pairOfEdge.has(edge) &&
    roots.includes(otherEnd(edge, centre)));
  const side = nodes[centre].kind === "recipient" ? -1 : 1;
  if (isRoot(nodes[centre])) at.set(centre, { x: side * x, y: 0 });
  const rows = pairs.map((edge) => reach(pairOfEdge.get(edge)));
  let y = -rows.reduce((sum, row) => sum + row, 0) / 2;
  pairs.forEach((edge, i) => {
    const other = otherEnd(edge, centre);
    const middle = y + rows[i] / 2;
    at.set(other, { x: -side * x, y: rows[i] > 80 ? 2 * middle : middle });
    y += rows[i];
  });
  let row = Math.max(0, ...[...at.values()].map((p) => p.y)) + 120;
  for (const id of roots.filter((one) => !at.has(one))) {
    at.set(id, { x: (nodes[id].kind === "supporter" ? 1 : -1) * x, y: row });
    row += 60;
  }
  return at;
}

const otherEnd = (edge, end) => (edges[edge].source === end ? edges[edge].target : edges[edge].source);

// The height that a pair takes: much where it is unfolded.
function reach(pair) {
  if (!state.open.has(pair) || !childrenOf[pair].length) return 76; // a place with its province above it
  const ys = childrenOf[pair].map((id) => DATA.network.nodes[id].y);
  return Math.max(...ys) - Math.min(...ys) + 90;
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
    if (node.parent === undefined || (position.has(id) && movedByHand.has(id))) continue;
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

function middleOf(edge, where = position) {
  const a = where.get(edge.source);
  const b = where.get(edge.target);
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
