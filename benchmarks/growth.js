/* What the browser's search loads: node growth.js <scripts> <data> < queries.json
   Each query runs in an engine that has loaded nothing yet. Prints for each its ten paths, the files that it asked for
   until the first ranked results ("first") and with snippets and answers ("all"), and milliseconds of the first search,
   files being read and unpacked, and of the same search again. */
"use strict";

const fs = require("fs");
const path = require("path");
const vm = require("vm");
const { performance } = require("perf_hooks");

const [scripts, data] = process.argv.slice(2);
const kept = new Map();
const loaded = new Set();

function place(name) {
  return path.join(name.startsWith("assets/js/") ? scripts : data, path.basename(name));
}

function code(name) {
  if (!kept.has(name)) kept.set(name, new vm.Script(fs.readFileSync(place(name), "utf8"), { filename: name }));
  return kept.get(name);
}

function load(name) {
  loaded.add(path.basename(name));
  return Promise.resolve().then(() => code(name).runInThisContext());
}

async function timed(job) {
  const start = performance.now();
  return [await job(), performance.now() - start];
}

async function measured(query) {
  loaded.clear();
  delete globalThis.ShekaraSearchParts;
  await load("assets/js/search-core.js");
  const engine = globalThis.ShekaraSearch.create("", load);
  let first = [];
  const [result, cold] = await timed(async () => {
    await engine.ready();
    const { complete } = engine;
    engine.complete = (names) => {
      if (!first.length) first = [...loaded];
      return complete.call(engine, names);
    };
    return engine.search(query, { limit: 10 });
  });
  if (!first.length) first = [...loaded];
  const texts = await engine.texts(result.hits.map((hit) => hit.path));
  const snippets = result.hits.map((hit) => engine.snippet(texts[hit.path], result.terms));
  for (let one = result; one.more;) one = await one.more;
  const [again, warm] = await timed(() => engine.search(query, { limit: 10 }));
  return { query, paths: again.hits.map((hit) => hit.path), total: again.total, first, all: [...loaded], cold, warm, snippets: snippets.length };
}

async function main() {
  const found = [];
  for (const query of JSON.parse(fs.readFileSync(0, "utf8"))) found.push(await measured(query));
  process.stdout.write(JSON.stringify(found));
}

main().catch((error) => {
  process.stderr.write(String(error && error.stack) + "\n");
  process.exit(1);
});
