// The second picture: a tile for each province where it lies on a schematic of the country, with
// its places inside and an arc from each supporter to its recipient. No borders are drawn.

const TILES = { 黑龙江: [9, 0], 内蒙古: [6, 1], 吉林: [9, 1], 新疆: [0, 2], 甘肃: [3, 2], 北京: [7, 2],
  辽宁: [8, 2], 青海: [2, 3], 宁夏: [3, 3], 陕西: [4, 3], 山西: [5, 3], 河北: [6, 3], 天津: [7, 3],
  山东: [8, 3], 西藏: [1, 4], 四川: [3, 4], 重庆: [4, 4], 河南: [5, 4], 安徽: [6, 4], 江苏: [7, 4],
  上海: [8, 4], 云南: [3, 5], 贵州: [4, 5], 湖北: [5, 5], 江西: [6, 5], 浙江: [7, 5], 广西: [4, 6],
  湖南: [5, 6], 广东: [6, 6], 福建: [7, 6], 台湾: [8, 6], 海南: [5, 7], 澳门: [6, 7], 香港: [7, 7] };
const TILE_NAMES = Object.keys(TILES);
const ELSEWHERE = [0, 7]; // for places of no province
const tileName = (province) => TILE_NAMES.find((name) => province.startsWith(name)) || "";

let tiles = []; // {name, x, y, w, h} of what is drawn

// The places in their tiles. Columns and rows are as wide and high as their fullest tile needs.
function mapPositions(shown) {
  const inTile = new Map(TILE_NAMES.map((name) => [name, []]));
  for (const id of shown) {
    if (!ROOT_KINDS.has(nodes[id].kind)) continue;
    const name = tileName(nodes[id].province || nodes[id].label);
    if (!inTile.has(name)) inTile.set(name, []);
    inTile.get(name).push(id);
  }
  const size = new Map([...inTile].map(([name, ids]) => [name, tileSize(ids)]));
  const widths = Array(10).fill(72);
  const heights = Array(8).fill(56);
  for (const [name, [w, h]] of size) {
    const [column, row] = TILES[name] || ELSEWHERE;
    widths[column] = Math.max(widths[column], w);
    heights[row] = Math.max(heights[row], h);
  }
  const starts = (list) => list.map((_, i) => list.slice(0, i).reduce((sum, x) => sum + x + 10, 0));
  const [xs, ys] = [starts(widths), starts(heights)];
  const at = new Map();
  tiles = [];
  for (const [name, ids] of inTile) {
    const [column, row] = TILES[name] || ELSEWHERE;
    const tile = { name, x: xs[column], y: ys[row], w: widths[column], h: heights[row] };
    tiles.push(tile);
    const across = columnsFor(ids.length);
    const cell = widthOf(ids);
    ids.forEach((id, i) => at.set(id, {
      x: tile.x + tile.w / 2 + ((i % across) - (Math.min(across, ids.length) - 1) / 2) * cell,
      y: tile.y + 44 + Math.floor(i / across) * 42,
    }));
  }
  return at;
}

const columnsFor = (count) => Math.max(1, Math.round(Math.sqrt(count / 3)));
const widthOf = (ids) => Math.max(0, ...ids.map((id) => nodes[id].w)) + 12;
function tileSize(ids) {
  if (!ids.length) return [72, 56];
  const across = columnsFor(ids.length);
  return [across * widthOf(ids) + 10, 30 + Math.ceil(ids.length / across) * 42];
}

function drawTiles(ctx) {
  const colors = look();
  for (const { name, x, y, w, h } of tiles) {
    roundRect(ctx, x, y, w, h, 8);
    ctx.fillStyle = colors.group;
    ctx.fill();
    ctx.fillStyle = colors.soft;
    drawLines(ctx, [name || t("elsewhere")], 14, x + 9, y + 14, "left", "400");
  }
}

function tileBounds() {
  const right = Math.max(...tiles.map((tile) => tile.x + tile.w));
  const bottom = Math.max(...tiles.map((tile) => tile.y + tile.h));
  return [0, 0, right, bottom];
}
