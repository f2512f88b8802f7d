// The legend: each kind with its mark and number; a click hides or shows it.

function drawLegend() {
  const counts = {};
  for (const node of nodes) counts[node.kind] = (counts[node.kind] || 0) + 1;
  const legend = byId("legend");
  legend.setAttribute("aria-label", t("legend"));
  legend.title = t("legend");
  legend.replaceChildren(...KINDS.filter((kind) => counts[kind]).map((kind) => el("button", {
    class: "key", type: "button", "data-kind": kind,
    "aria-pressed": String(!state.hiddenKinds.has(kind)), onclick: () => toggleKind(kind),
  }, markElement(kind), t(kind), el("span", { class: "count" }, String(counts[kind])))));
  legend.hidden = !legend.children.length;
}

function toggleKind(kind) {
  const hiddenKinds = new Set(state.hiddenKinds);
  if (!hiddenKinds.delete(kind)) hiddenKinds.add(kind);
  change({ hiddenKinds });
  byId("legend").querySelector(`[data-kind="${kind}"]`).focus();
}
