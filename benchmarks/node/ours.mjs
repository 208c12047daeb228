/* The site's own engine, with the files that the build makes for it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { loading, packedFile } from "./packed.mjs";

export async function open({ scripts, data, queries }) {
  const loaded = [];
  const load = async (name) => {
    loaded.push(name);
    vm.runInThisContext(readFileSync(name, "utf8"), { filename: name });
  };
  await load(path.join(scripts, "search-core.js"));
  const engine = globalThis.ShekaraSearch.create("", (name) => load(path.join(data, path.basename(name))));
  await engine.ready();
  const search = async (query) => (await engine.search(query, { limit: 10 })).hits.map((hit) => hit.path);

  /* What can wait is asked for while the first result is made: it counts as the first's only when that waits for it. */
  const begun = loaded.length;
  const result = engine.search(queries[0]);
  const first = (result.hits ? loaded.slice(0, begun) : (await result, [...loaded])).map(packedFile);
  await engine.complete();
  await engine.texts(await search(queries[0]));
  const later = loaded.slice(first.length).map(packedFile);
  return { search, loads: () => loading(first, later) };
}
