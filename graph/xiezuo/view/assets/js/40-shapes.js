// How nodes look, on the canvas, in the legend and in exported pictures: colour and shape.

const FONT = '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",' +
  '"WenQuanYi Micro Hei",sans-serif';

const LOOKS = {
  light: {
    paper: "#ffffff", ground: "#f6f7f9", ink: "#1b2430", soft: "#526070", line: "#c3ccd7",
    partnership: "#33506f", tie: "#9aa7b5", accent: "#c2410c", group: "#e9edf2",
    supporter: "#0b5cad", recipient: "#9a3412", place: "#57606a", pair: "#33506f",
    domain: "#15803d", signing: "#b45309", meeting: "#6d28d9", visit: "#0e7490",
    agreement: "#92620a", secondment: "#be185d", person: "#9f1239", organization: "#475569",
    indicator: "#4d7c0f", onFill: "#ffffff",
  },
  dark: {
    paper: "#1a212b", ground: "#10151c", ink: "#e8edf3", soft: "#a9b5c3", line: "#3b4858",
    partnership: "#9db4cd", tie: "#5d6b7b", accent: "#ffb26b", group: "#18202a",
    supporter: "#8cc2ff", recipient: "#ffb596", place: "#b4bec9", pair: "#9db4cd",
    domain: "#6fdc94", signing: "#ffc266", meeting: "#c4a6ff", visit: "#67d8ee",
    agreement: "#f0cf72", secondment: "#ff9ecb", person: "#ff9fae", organization: "#b7c4d4",
    indicator: "#b9e06d", onFill: "#10151c",
  },
};
const look = () => LOOKS[state.theme];

// Marks as SVG paths in a square of 16, the same for canvas (Path2D), legend and SVG export.
const MARKS = {
  supporter: "M1 3h14v10h-14z",
  recipient: "M5 3h6a5 5 0 0 1 0 10h-6a5 5 0 0 1 0-10z",
  place: "M4 3h8l4 5-4 5h-8l-4-5z",
  pair: "M8 1a7 7 0 1 0 .01 0z",
  domain: "M8 2a6 6 0 1 0 .01 0z",
  signing: "M8 .8l2.1 4.9 5.3.4-4 3.5 1.2 5.2-4.6-2.8-4.6 2.8 1.2-5.2-4-3.5 5.3-.4z",
  meeting: "M2.5 2.5h11v11h-11z",
  visit: "M2 3l13 5-13 5 3-5z",
  agreement: "M3 1h7l3 3v11h-10z",
  secondment: "M8 15l-7-12h14z",
  person: "M8 1a3.4 3.4 0 1 0 .01 0zM1.5 15a6.5 6.5 0 0 1 13 0z",
  organization: "M8 .8l6.5 3.6v7.2l-6.5 3.6-6.5-3.6v-7.2z",
  indicator: "M1.5 9h3.4v6h-3.4zM6.3 5h3.4v10h-3.4zM11.1 1h3.4v14h-3.4z",
};
const paths = {};
function pathOf(kind) {
  if (!paths[kind]) {
    paths[kind] = new Path2D(MARKS[kind]);
    paths[kind].text = MARKS[kind];
  }
  return paths[kind];
}

const SVG = "http://www.w3.org/2000/svg";
function markElement(kind, size = 16) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [key, value] of Object.entries({ viewBox: "0 0 16 16", width: size, height: size,
    "aria-hidden": "true" })) svg.setAttribute(key, value);
  path.setAttribute("d", MARKS[kind]);
  path.setAttribute("fill", look()[kind]);
  svg.append(path);
  return svg;
}

function roundRect(ctx, x, y, w, h, radius) {
  ctx.beginPath();
  ctx.roundRect(x, y, w, h, radius);
}

// The outline of a place: a rectangle supports, a pill receives, a hexagon does neither.
function placeOutline(ctx, node, x, y) {
  const { w, h } = node;
  if (node.kind === "supporter") return roundRect(ctx, x - w / 2, y - h / 2, w, h, 4);
  if (node.kind === "recipient") return roundRect(ctx, x - w / 2, y - h / 2, w, h, h / 2);
  const c = h / 3;
  ctx.beginPath();
  for (const [i, [px, py]] of [[-w / 2, 0], [-w / 2 + c, -h / 2], [w / 2 - c, -h / 2], [w / 2, 0],
    [w / 2 - c, h / 2], [-w / 2 + c, h / 2]].entries()) {
    if (i === 0) ctx.moveTo(x + px, y + py);
    else ctx.lineTo(x + px, y + py);
  }
  ctx.closePath();
}

function drawLines(ctx, lines, size, x, y, align, weight) {
  ctx.font = `${weight} ${size}px ${FONT}`;
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  ctx.direction = "ltr";
  const step = size * 1.25;
  lines.forEach((line, i) => ctx.fillText(line, x, y + (i - (lines.length - 1) / 2) * step + 1));
}

function drawPlace(ctx, node, x, y, strong) {
  const colors = look();
  placeOutline(ctx, node, x, y);
  ctx.fillStyle = node.kind === "place" ? colors.paper : colors[node.kind];
  ctx.fill();
  ctx.lineWidth = strong ? 4 : 1.5;
  ctx.strokeStyle = strong ? colors.accent : colors[node.kind];
  ctx.stroke();
  ctx.fillStyle = node.kind === "place" ? colors.ink : colors.onFill;
  drawLines(ctx, node.linesIn[language], 19, x, y, "center", "600");
}

function drawPair(ctx, node, x, y, strong) {
  const colors = look();
  const count = childrenOf[node.id].length;
  ctx.beginPath();
  ctx.arc(x, y, 14, 0, 2 * Math.PI);
  ctx.fillStyle = state.open.has(node.id) ? colors.paper : colors.pair;
  ctx.fill();
  ctx.lineWidth = strong ? 4 : 2;
  ctx.strokeStyle = strong ? colors.accent : colors.pair;
  ctx.stroke();
  ctx.fillStyle = state.open.has(node.id) ? colors.ink : colors.onFill;
  drawLines(ctx, [String(count)], 13, x, y, "center", "600");
}

function drawChip(ctx, node, x, y, strong) {
  const colors = look();
  const { w, h } = node;
  roundRect(ctx, x - w / 2, y - h / 2, w, h, 7);
  ctx.fillStyle = colors.paper;
  ctx.fill();
  ctx.lineWidth = strong ? 3 : 1;
  ctx.strokeStyle = strong ? colors.accent : colors.line;
  ctx.stroke();
  drawMark(ctx, node, x - w / 2 + 7, y - 8);
  ctx.fillStyle = colors.ink;
  const size = language === "en" && node.label_en ? 13 : 15;
  drawLines(ctx, node.linesIn[language], size, x - w / 2 + 27, y, "left", "400");
}

// A planned domain's mark is hollow, one under way is full, one that is both is half full.
function drawMark(ctx, node, x, y) {
  const color = look()[node.kind];
  ctx.save();
  ctx.translate(x, y);
  ctx.fillStyle = ctx.strokeStyle = color;
  ctx.lineWidth = 1.8;
  const path = pathOf(node.kind);
  if (node.status === "planned") ctx.stroke(path);
  else if (node.status === "both") {
    ctx.stroke(path);
    ctx.beginPath();
    ctx.arc(8, 8, 6, Math.PI / 2, -Math.PI / 2);
    ctx.fill();
  } else ctx.fill(path);
  ctx.restore();
}

// Where a label would be too small to read, a block in the node's colour stands for it.
function drawBlock(ctx, node, x, y) {
  ctx.fillStyle = look()[node.kind];
  ctx.fillRect(x - node.w / 2, y - node.h / 2, node.w, node.h);
}

function drawNode(ctx, node, x, y, strong) {
  if (ROOT_KINDS.has(node.kind)) drawPlace(ctx, node, x, y, strong);
  else if (node.kind === "pair") drawPair(ctx, node, x, y, strong);
  else drawChip(ctx, node, x, y, strong);
}
