// The mouse and the finger on the picture: select, unfold, drag.

network.on("click", ({ pointer }) => {
  const node = network.getNodeAt(pointer.DOM);
  const edge = node === undefined ? network.getEdgeAt(pointer.DOM) : undefined;
  if (node !== undefined) change({ selected: { node } });
  else if (edge !== undefined) {
    const pair = scene.lines.get(edge).edges.length > 1 ? undefined : pairOfEdge.get(edge);
    change({ selected: pair === undefined ? { edge } : { node: pair } });
  }
  else if (state.selected) change({ selected: null });
});

// Labels are cut; the whole name appears where the pointer rests.
network.on("hoverNode", ({ node }) => { canvas.title = clean(nameOf(nodes[node])); });
network.on("blurNode", () => { canvas.removeAttribute("title"); });

network.on("doubleClick", ({ pointer }) => {
  let node = network.getNodeAt(pointer.DOM);
  if (node === undefined) node = pairOfEdge.get(network.getEdgeAt(pointer.DOM));
  if (node !== undefined) toggle(node);
});

// Unfolds a node's facts; for a place also those of its pairs, while they are few.
function toggle(id) {
  const group = [id];
  if (ROOT_KINDS.has(nodes[id].kind)) {
    const pairs = edgesOf[id].map((edge) => pairOfEdge.get(edge)).filter((p) => p !== undefined);
    if (pairs.length <= 3 || !childrenOf[id].length) group.push(...pairs);
  }
  const able = group.filter((one) => childrenOf[one].length);
  if (!able.length) return;
  const fold = able.every((one) => state.open.has(one));
  const open = new Set(state.open);
  for (const one of able) if (fold) open.delete(one); else open.add(one);
  if (!fold) foldCovered(able, open);
  const before = position;
  change({ open });
  if (position !== before) fitAll();
}

// Folds the pairs whose facts would lie under those that now unfold.
function foldCovered(opened, open) {
  const taken = opened.filter((id) => nodes[id].edge !== undefined).flatMap((id) => petals(id));
  for (const other of [...open]) {
    if (opened.includes(other) || nodes[other].edge === undefined || !scene.nodes.has(other)) continue;
    if (petals(other).some((a) => taken.some((b) => overlap(a, b)))) open.delete(other);
  }
}

// The rectangles of a pair's facts, where they stand or would stand.
function petals(pair, where = position) {
  const from = middleOf(edges[nodes[pair].edge], where);
  return childrenOf[pair].map((id) => rectOf(id, movedByHand.has(id) ? where.get(id)
    : { x: from.x + stemOffset(nodes[id]), y: from.y + DATA.network.nodes[id].y }));
}

network.on("dragging", ({ nodes: dragged }) => {
  if (!dragged.length) return;
  const id = dragged[0];
  const now = network.getPosition(id);
  const before = position.get(id);
  position.set(id, { x: now.x, y: now.y });
  drawnNodes.delete(id);
  movedByHand.add(id);
  groupCache = null;
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
  drawnNodes.delete(id);
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

// --- a large picture: its last drawing moves and grows at once, a new one follows when it can ---

const QUICK = 30; // a drawing that takes fewer milliseconds, with its frame, needs no help
const SHARE = 0.08; // of the time goes into new drawings while the picture moves
const PAUSE = 150; // milliseconds without a turn of the wheel, after which it has come to rest
let glide = null; // while the picture moves undrawn: the camera of its last drawing
let rest = 0;

const camera = () => ({ scale: network.body.view.scale, ...network.body.view.translation });

function startGliding() {
  if (glide || drawingTime < QUICK) return;
  glide = { ...camera(), since: performance.now() };
  network.body.emitter.emit("_blockRedraw");
}

network.body.emitter.on("_requestRedraw", () => {
  if (!glide) return;
  const now = camera();
  const growth = now.scale / glide.scale;
  const shift = [now.x - glide.x * growth, now.y - glide.y * growth];
  network.canvas.frame.canvas.style.transform = `matrix(${[growth, 0, 0, growth, ...shift]})`;
  if (performance.now() - glide.since > drawingTime / SHARE) drawGliding();
});

function drawGliding() {
  network.body.emitter.emit("_allowRedraw");
  network.canvas.frame.canvas.style.transform = "";
  network.redraw();
  glide = { ...camera(), since: performance.now() };
  network.body.emitter.emit("_blockRedraw");
}

function stopGliding() {
  if (!glide) return;
  glide = null;
  network.body.emitter.emit("_allowRedraw");
  network.canvas.frame.canvas.style.transform = "";
  network.redraw();
}

network.on("dragStart", ({ nodes: dragged }) => {
  clearTimeout(rest);
  if (dragged.length) stopGliding();
  else startGliding();
});
network.on("dragEnd", stopGliding);
network.on("zoom", () => {
  startGliding();
  clearTimeout(rest);
  rest = setTimeout(stopGliding, PAUSE);
});
