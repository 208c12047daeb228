/* The site's own engine, with the files that the build makes for it. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { loading, packedFile } from "./packed.mjs";

export async function open({ scripts, data }) {
  const core = path.join(scripts, "search-core.js");
  const load = async (name) => vm.runInThisContext(readFileSync(path.join(data, path.basename(name)), "utf8"), { filename: name });
  vm.runInThisContext(readFileSync(core, "utf8"), { filename: core });
  const first = [];
  const engine = globalThis.ShekaraSearch.create("", (name) => { first.push(path.basename(name)); return load(name); });
  await engine.ready();
  const start = [core, ...first.map((name) => path.join(data, name))];
  await engine.complete();
  const later = readdirSync(data).map((name) => path.join(data, name)).filter((name) => !start.includes(name));
  return {
    search: async (query) => (await engine.search(query, { limit: 10 })).hits.map((hit) => hit.path),
    loads: () => loading(start.map(packedFile), later.map(packedFile)),
  };
}
