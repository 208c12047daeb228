/* Pagefind: its program indexes a page a provision, its bundle searches them, the files read instead of fetched. It finds
   what has all words of a query; with `apart` each telling word is searched for by itself and the scores are added. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { close, createIndex } from "pagefind";
import { loading, packedFile } from "./packed.mjs";

const escape = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page({ heading, parents, text }) {
  const above = `<p data-pagefind-weight="0.5">${escape(parents)}</p>`;
  return `<html lang="en"><body><h1>${escape(heading)}</h1>${above}<p>${escape(text)}</p></body></html>`;
}

async function build(documents, folder) {
  const { index } = await createIndex({});
  for (const one of documents) await index.addHTMLFile({ url: `/${one.path}`, content: page(one) });
  await index.writeFiles({ outputPath: folder });
  await close();
  writeFileSync(path.join(folder, "package.json"), '{"type": "module"}');
}

/* A fresh copy of the bundle, as a page has that was just opened. */
async function start(folder, copy) {
  const module = await import(`${pathToFileURL(path.join(folder, "pagefind.js"))}?${copy}`);
  await module.options({ basePath: `${pathToFileURL(folder)}/`, baseUrl: "/" });
  await module.init("en");
  return module;
}

/* The results of several searches as one, those first whose scores are the highest in all. */
function merged(searches) {
  const found = new Map();
  for (const { results } of searches) {
    for (const one of results) {
      const before = found.get(one.id);
      found.set(one.id, { ...one, score: one.score + (before ? before.score : 0) });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}

async function ranked(module, query, { limit, low, apart }) {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !low.includes(word));
  const asked = apart && telling.length ? telling : [query];
  const results = merged(await Promise.all(asked.map((words) => module.search(words))));
  const shown = await Promise.all(results.slice(0, limit).map((one) => one.data()));
  return shown.map((one) => one.raw_url.replace(/^\//, ""));
}

/* What some queries load in a page that was just opened, the ten provisions of its results with them: the mean. */
async function loads(folder, fetched, { queries, ...how }) {
  const code = ["pagefind.js", "pagefind-worker.js"].map((name) => path.join(folder, name));
  const asked = queries.filter((_, number) => number % 20 === 0);
  const each = [];
  for (const [number, query] of asked.entries()) {
    fetched.length = 0;
    await ranked(await start(folder, number + 1), query, how);
    each.push(loading([...code, ...fetched].map(packedFile), []));
  }
  const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
  const bytes = mean(each.map((one) => one.first));
  return { first: bytes, all: bytes, requests: [mean(each.map((one) => one.requests[0])), 0] };
}

export async function open({ documents, folder, ...how }) {
  const fetched = [];
  globalThis.fetch = async (address) => {
    const name = fileURLToPath(String(address).replace(/\?.*/, ""));
    fetched.push(name);
    return new Response(readFileSync(name));
  };
  await build(documents, folder);
  const module = await start(folder, 0);
  return { search: (query) => ranked(module, query, how), loads: () => loads(folder, fetched, how) };
}
