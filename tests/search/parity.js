/* Runs queries through the browser's engine: node parity.js <site assets folder> <search data folder> < queries.json
   Prints for each query the paths, the total, the facets and what else the page shows. */
"use strict";

const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [scripts, data] = process.argv.slice(2);
const place = (name) => (name.startsWith("assets/js/") ? path.join(scripts, path.basename(name)) : path.join(data, path.basename(name)));
const load = (name) => Promise.resolve().then(() => vm.runInThisContext(fs.readFileSync(place(name), "utf8"), { filename: name }));

async function main() {
  await load("assets/js/search-core.js");
  const engine = globalThis.ShekaraSearch.create("", load);
  await engine.ready();
  await engine.complete();
  if (!engine.more || !globalThis.ShekaraSearchParts.show) throw new Error("a file of the later stages did not load");
  const { queries, records } = JSON.parse(fs.readFileSync(0, "utf8"));
  const found = [];
  for (const query of queries) {
    const result = await engine.search(query, { limit: 10 });
    const texts = await engine.texts(result.hits.map((hit) => hit.path));
    found.push({
      paths: result.hits.map((hit) => hit.path),
      scores: result.hits.map((hit) => hit.score),
      snippets: result.hits.map((hit) => engine.snippet(texts[hit.path], result.terms)),
      total: result.total,
      facets: result.facets,
      hint: result.hint,
      citation: result.citation && result.citation.path,
      definition: result.definition && [result.definition.term, result.definition.path],
      concepts: result.concepts.map((concept) => concept.id),
      answers: result.answers.map((answer) => answer.id),
      suggestions: result.suggestions,
    });
  }
  const known = records ? engine.index.records.map((record) => {
    const { path: name, eId, act, kind, title, crumbs, url, amended } = engine.hit(record, 0);
    return { path: name, eId, act, kind, title, crumbs, url, amended, concepts: record.concepts.map((number) => engine.more.concepts[number][0]) };
  }) : [];
  const texts = records ? await engine.texts(known.map((record) => record.path)) : {};
  process.stdout.write(JSON.stringify({ found, known, texts }));
}

main().catch((error) => {
  process.stderr.write(String(error && error.stack) + "\n");
  process.exit(1);
});
