/* MiniSearch, one document a provision, its index made in the browser from the documents, which are less than an index.

   Plain; or, when `synonyms` is given, with prefixes and typing errors, and a field with the labels of concepts. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import MiniSearch from "minisearch";
import { loading, packed, stripped } from "./packed.mjs";

const FIELDS = ["heading", "parents", "text"];
const FORGIVING = { prefix: (term) => term.length > 3, fuzzy: (term) => (term.length > 3 ? 0.2 : false) };

export async function open({ documents, low, synonyms, boost }) {
  const silent = new Set(low);
  const fields = synonyms ? [...FIELDS, "labels"] : FIELDS;
  const kept = documents.map((one) => Object.fromEntries(["path", ...fields].map((name) => [name, one[name]])));
  const processTerm = (term) => { const word = term.toLowerCase(); return silent.has(word) ? null : word; };
  const searchOptions = { boost, ...(synonyms ? FORGIVING : {}) };
  const index = new MiniSearch({ idField: "path", fields, processTerm, searchOptions });
  index.addAll(kept);
  const library = path.join(path.dirname(createRequire(import.meta.url).resolve("minisearch")), "..", "umd", "index.js");
  return {
    search: (query) => index.search(query).map((hit) => hit.id),
    loads: () => loading([packed(stripped(readFileSync(library, "utf8"))), packed(JSON.stringify(kept))], []),
  };
}
