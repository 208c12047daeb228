/* Material for MkDocs: its own worker, lunr in it, given an index as its search plugin writes it. Its results are grouped
   by page; here they are taken by their scores, which finds more. */
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { loading, packed, packedFile } from "./packed.mjs";

const SETUP = 0;
const QUERY = 2;

export async function open({ worker, index, documents }) {
  let listen = null;
  let answer = null;
  globalThis.self = globalThis;
  globalThis.addEventListener = (_, listener) => { listen = listener; };
  globalThis.postMessage = (message) => answer(message);
  vm.runInThisContext(readFileSync(worker, "utf8"), { filename: worker });
  const send = (type, data) => new Promise((done) => { answer = done; listen({ data: { type, data } }); });
  const paths = new Map(documents.map((one) => [one.location, one.path]));
  await send(SETUP, { ...index, options: { suggest: false } });
  return {
    search: async (query) => {
      const { data } = await send(QUERY, query);
      return data.items.flat().filter((item) => item.score > 0).sort((a, b) => b.score - a.score)
        .map((item) => paths.get(item.location));
    },
    loads: () => loading([packedFile(worker), packed(JSON.stringify(index))], []),
  };
}
