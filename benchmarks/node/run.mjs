/* Runs queries through one engine: node run.mjs <engine> < given.json

   given: the documents, the queries, the name of the engine, how many ranked results, how many rounds to time, and what
   each engine needs besides. Printed: the paths that each query finds, the milliseconds of the quickest search for each
   when all is loaded and warm, and what a browser loads for a search. An engine is a module with open(given), which gives
   { search(query), loads() }. */
import { readFileSync } from "node:fs";

const given = JSON.parse(readFileSync(0, "utf8"));
const { open } = await import(`./${given.engine}.mjs`);
const engine = await open(given);

const paths = [];
for (const query of given.queries) paths.push((await engine.search(query)).slice(0, given.limit));

const milliseconds = given.queries.map(() => Infinity);
for (let round = 0; round < given.rounds; round += 1) {
  for (const [number, query] of given.queries.entries()) {
    const start = performance.now();
    await engine.search(query);
    milliseconds[number] = Math.min(milliseconds[number], performance.now() - start);
  }
}
const loads = await engine.loads();
process.stdout.write(JSON.stringify({ paths, milliseconds, loads }), () => process.exit(0));
