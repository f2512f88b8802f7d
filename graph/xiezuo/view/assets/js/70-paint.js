// The visible scene on any canvas, for pictures to take along. SvgContext answers to the calls of
// a canvas that the drawing functions make, and writes SVG.

class SvgContext {
  constructor() {
    this.items = [];
    this.d = "";
    this.x = this.y = 0;
    this.stack = [];
    this.globalAlpha = 1;
    this.lineDash = [];
  }
  save() { this.stack.push([this.x, this.y]); }
  restore() { [this.x, this.y] = this.stack.pop(); }
  translate(x, y) { this.x += x; this.y += y; }
  beginPath() { this.d = ""; }
  moveTo(x, y) { this.d += `M${this.at(x, y)}`; }
  lineTo(x, y) { this.d += `L${this.at(x, y)}`; }
  closePath() { this.d += "Z"; }
  quadraticCurveTo(a, b, x, y) { this.d += `Q${this.at(a, b)} ${this.at(x, y)}`; }
  setLineDash(dash) { this.lineDash = dash; }
  roundRect(x, y, w, h, r) {
    const s = Math.min(r, w / 2, h / 2);
    const arc = (dx, dy) => `a${s} ${s} 0 0 1 ${dx} ${dy}`;
    this.d += `M${this.at(x + s, y)}h${w - 2 * s}${arc(s, s)}v${h - 2 * s}${arc(-s, s)}` +
      `h${2 * s - w}${arc(-s, -s)}v${2 * s - h}${arc(s, -s)}Z`;
  }
  arc(x, y, r, from, to) {
    const point = (angle) => this.at(x + r * Math.cos(angle), y + r * Math.sin(angle));
    const half = to - from >= 2 * Math.PI - 0.01 ? from + Math.PI : (from + to) / 2;
    const turn = to < from ? Math.PI + half : half;
    this.d += `M${point(from)}A${r} ${r} 0 0 1 ${point(turn)}A${r} ${r} 0 0 1 ${point(to)}`;
  }
  at(x, y) { return `${round(x + this.x)} ${round(y + this.y)}`; }
  path(path, paint) {
    const own = path ? { d: path.text, transform: `translate(${round(this.x)} ${round(this.y)})` }
      : { d: this.d };
    this.add("path", { ...own, ...paint });
  }
  fill(path) { this.path(path, { fill: this.fillStyle }); }
  stroke(path) {
    this.path(path, { fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth,
      "stroke-dasharray": this.lineDash.join(" ") });
  }
  fillText(text, x, y) {
    const [, weight, size, family] = /^(\S+) ([\d.]+)px (.*)$/.exec(this.font);
    this.add("text", { x: round(x + this.x), y: round(y + this.y), fill: this.fillStyle,
      "font-size": size, "font-weight": weight, "font-family": family,
      "dominant-baseline": "central", "text-anchor": this.textAlign === "center" ? "middle" : "start",
    }, text);
  }
  add(name, attributes, text) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== "") element.setAttribute(key, value);
    }
    if (this.globalAlpha < 1) element.setAttribute("opacity", this.globalAlpha);
    if (text) element.textContent = text;
    this.items.push(element);
  }
}
const round = (x) => Math.round(x * 100) / 100;

// The rectangle that a picture shows: all that is visible, with a margin.
function pictureBounds() {
  const [x1, y1, x2, y2] = (state.mode === "map" ? tileBounds() : boundsOf(scene.nodes)) || [0, 0, 300, 100];
  return { x: x1 - 30, y: y1 - 50, w: x2 - x1 + 60, h: y2 - y1 + 80 };
}

function paint(ctx) {
  if (state.mode === "map") drawTiles(ctx);
  else drawProvinces(ctx);
  drawStems(ctx);
  for (const line of scene.lines.values()) paintLine(ctx, line);
  for (const id of scene.nodes) {
    const { x, y } = position.get(id);
    ctx.globalAlpha = bright && !bright.nodes.has(id) ? 0.3 : 1;
    drawNode(ctx, nodes[id], x, y, isSelected(nodes[id]));
  }
  ctx.globalAlpha = 1;
}

function paintLine(ctx, line) {
  const { color, width, dashes, bow, arrow } = lineLook(line);
  const [from, to] = [position.get(line.from), position.get(line.to)];
  const bend = { x: (from.x + to.x) / 2 + (to.y - from.y) * bow, y: (from.y + to.y) / 2 - (to.x - from.x) * bow };
  ctx.strokeStyle = ctx.fillStyle = color;
  ctx.lineWidth = width;
  ctx.setLineDash(dashes || []);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
  ctx.stroke();
  ctx.setLineDash([]);
  if (arrow) arrowHead(ctx, bend, to, nodes[line.to]);
}

// An arrow head where a line from a point meets the box of a node.
function arrowHead(ctx, from, to, node) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const away = Math.min(node.w / 2 / (Math.abs(dx) / length || 1e-9), node.h / 2 / (Math.abs(dy) / length || 1e-9));
  const [ux, uy] = [dx / length, dy / length];
  const tip = { x: to.x - ux * away, y: to.y - uy * away };
  ctx.beginPath();
  ctx.moveTo(tip.x, tip.y);
  ctx.lineTo(tip.x - ux * 16 - uy * 6, tip.y - uy * 16 + ux * 6);
  ctx.lineTo(tip.x - ux * 16 + uy * 6, tip.y - uy * 16 - ux * 6);
  ctx.closePath();
  ctx.fill();
}

function svgPicture() {
  const { x, y, w, h } = pictureBounds();
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ xmlns: SVG, viewBox: [x, y, w, h].map(round).join(" "),
    width: round(w), height: round(h) })) svg.setAttribute(key, value);
  const ctx = new SvgContext();
  ctx.fillStyle = look().ground;
  ctx.roundRect(x, y, w, h, 0);
  ctx.fill();
  paint(ctx);
  svg.append(...ctx.items);
  return new XMLSerializer().serializeToString(svg);
}

const MOST_PIXELS = 6000; // a side; browsers refuse much larger canvases
function pngPicture(done) {
  const { x, y, w, h } = pictureBounds();
  const scale = Math.min(2, MOST_PIXELS / w, MOST_PIXELS / h);
  const sheet = el("canvas", { width: Math.ceil(w * scale), height: Math.ceil(h * scale) });
  const ctx = sheet.getContext("2d");
  ctx.scale(scale, scale);
  ctx.translate(-x, -y);
  ctx.fillStyle = look().ground;
  ctx.fillRect(x, y, w, h);
  paint(ctx);
  sheet.toBlob(done, "image/png");
}
