/* lunr by itself, one document a provision, its index made in the browser from the documents. Its own pipeline: trimmed,
   without stop words, stemmed. Any word may match; signs of its query language are taken out. */
import { createRequire } from "node:module";
import lunr from "lunr";
import { loading, packed, packedFile } from "./packed.mjs";

const FIELDS = ["heading", "parents", "text"];

export async function open({ documents, low, boost }) {
  const silent = new Set(low);
  const index = lunr(function () {
    this.ref("path");
    for (const name of FIELDS) this.field(name, { boost: boost[name] });
    for (const one of documents) this.add(one);
  });
  const library = createRequire(import.meta.url).resolve("lunr/lunr.min.js");
  return {
    search: (query) => {
      const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      const telling = words.filter((word) => !silent.has(word));
      return index.search((telling.length ? telling : words).join(" ")).map((hit) => hit.ref);
    },
    loads: () => loading([packedFile(library), packed(JSON.stringify(documents))], []),
  };
}
