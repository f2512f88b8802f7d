"use strict";
// The editor knows this server only: nothing is completed or looked up elsewhere.
(async () => {
  const reply = await fetch("/questions", { headers: { Accept: "application/json" } });
  const { prefixes, questions } = await reply.json();
  const { Yasqe } = Yasgui;
  const lines = Object.entries(prefixes).map(([name, iri]) => `${name}: <${iri}>`);
  Yasqe.defaults.prefixCcApi = null;
  Yasqe.forkAutocompleter("prefixes", { name: "ours", persistenceId: null, get: () => lines });
  Yasqe.defaults.autocompleters = ["variables", "ours"];
  Yasqe.defaults.value = [
    `PREFIX xz: <${prefixes.xz}>`,
    "SELECT ?supporter ?recipient WHERE {",
    "  ?fact a xz:Partnership ; xz:supporter/xz:fullName ?supporter ; xz:recipient/xz:fullName ?recipient .",
    "} LIMIT 100",
  ].join("\n");
  const editor = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint: `${location.origin}/sparql`, method: "POST" },
    copyEndpointOnNewTab: true,
    endpointCatalogueOptions: { getData: () => [] },
    persistenceId: null,
    populateFromUrl: true,
    yasr: { prefixes },
  });
  const list = document.getElementById("questions");
  for (const question of questions) {
    const button = document.createElement("button");
    button.textContent = question.summary.zh || question.name;
    button.title = question.description.zh || question.summary.en || "";
    button.addEventListener("click", () => {
      editor.addTab(true, { name: question.name, yasqe: { value: question.sparql } });
    });
    list.append(button);
  }
  window.editor = editor;
  document.documentElement.dataset.ready = "true";
})();
