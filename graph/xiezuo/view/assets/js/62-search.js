// Search over names, short and former names and pinyin, by mouse and keyboard.

const entries = nodes.filter((node) => node.kind !== "pair" && !node.group).map((node) => ({
  id: node.id,
  names: [node.label, node.label_en, node.full, ...(node.alt || [])].filter(Boolean)
    .map((name) => name.toLowerCase()),
  keys: DATA.spellings[node.id] || [],
}));
let hits = [];
let active = -1;

// How well an entry fits, lower is better; null where it does not. Places come first.
function fit(entry, query) {
  let best = null;
  const offer = (score) => { if (best === null || score < best) best = score; };
  for (const name of entry.names) {
    if (name === query) offer(0);
    else if (name.startsWith(query)) offer(1);
    else if (name.includes(query)) offer(3);
  }
  for (const key of entry.keys) {
    if (key === query) offer(2);
    else if (key.startsWith(query)) offer(4);
  }
  return best === null ? null : best + (ROOT_KINDS.has(nodes[entry.id].kind) ? 0 : 0.5);
}

function find(text) {
  const query = text.trim().toLowerCase();
  if (!query) return [];
  return entries.map((entry) => [fit(entry, query), entry.id]).filter(([score]) => score !== null)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, id]) => id);
}

function showHits() {
  const list = byId("hits");
  const input = byId("query");
  hits = find(input.value).slice(0, 12);
  active = hits.length ? 0 : -1;
  const any = Boolean(input.value.trim());
  list.replaceChildren(...hits.map((id, i) => el("li", {
    role: "option", id: `hit-${i}`, onmousedown: (event) => { event.preventDefault(); choose(id); },
  }, nameOf(nodes[id]), " ", el("span", { class: "soft" }, hitNote(nodes[id])))));
  if (any && !hits.length) list.append(el("li", { class: "soft", role: "option" }, t("nothing")));
  list.hidden = !any;
  input.setAttribute("aria-expanded", String(any));
  markActive();
}

function hitNote(node) {
  const where = node.full && node.full !== node.label ? node.full : "";
  const pair = node.parent === undefined ? "" : nodes[node.parent].label;
  return [t(node.kind), where || pair].filter(Boolean).join(" · ");
}

function markActive() {
  const input = byId("query");
  for (const [i, item] of [...byId("hits").children].entries()) {
    item.setAttribute("aria-selected", String(i === active));
    if (i === active) item.scrollIntoView({ block: "nearest" });
  }
  if (active >= 0) input.setAttribute("aria-activedescendant", `hit-${active}`);
  else input.removeAttribute("aria-activedescendant");
}

function choose(id) {
  closeHits();
  byId("query").value = nameOf(nodes[id]);
  select(id);
  say(`${nameOf(nodes[id])}, ${t(nodes[id].kind)}`);
}

function closeHits() {
  byId("hits").hidden = true;
  byId("query").setAttribute("aria-expanded", "false");
}

byId("query").addEventListener("input", showHits);
byId("query").addEventListener("blur", closeHits);
byId("query").addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length) {
    active = (active + step + hits.length) % hits.length;
    markActive();
    event.preventDefault();
  } else if (event.key === "Enter" && active >= 0 && !byId("hits").hidden) choose(hits[active]);
  else if (event.key === "Escape") closeHits();
});
