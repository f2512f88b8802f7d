// What the user chose. Every change goes through change(), which redraws what depends on it.

const state = {
  language: "zh",
  theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  open: new Set(DATA.open),
  hiddenKinds: new Set(),
  selected: null, // {node: id} or {edge: id}
};
const listeners = [];
const onChange = (listener) => listeners.push(listener);

function change(update) {
  Object.assign(state, update);
  language = state.language;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.documentElement.dataset.theme = state.theme;
  for (const listener of listeners) listener(update);
}

function setOpen(id, open) {
  const next = new Set(state.open);
  if (open) next.add(id);
  else next.delete(id);
  change({ open: next });
}

// Makes a node visible: unfolds what it hangs on, shows its kind.
function reveal(id) {
  const open = new Set([...state.open, ...ancestorsOf(nodes[id])]);
  const hiddenKinds = new Set(state.hiddenKinds);
  for (const at of [id, ...ancestorsOf(nodes[id])]) hiddenKinds.delete(nodes[at].kind);
  change({ open, hiddenKinds, selected: { node: id } });
}
