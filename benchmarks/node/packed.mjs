/* What travels: the bytes of a file or a text as a server sends it. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/* The bytes of a text, compressed. */
export const packed = (text) => gzipSync(text, { level: 9 }).length;

/* The bytes of a file, compressed, unless it is smaller as it is. */
export function packedFile(name) {
  const bytes = readFileSync(name);
  return Math.min(bytes.length, packed(bytes));
}

/* A script without comments and indentation: what search/browser.py does with ours. */
export function stripped(script) {
  return script.replace(/\/\*.*?\*\//gs, "").replace(/\n\s*/g, "\n").replace(/\n\/\/.*/g, "");
}

/* What an engine loads: the sizes of the files until the first ranked results, and of those that follow. */
export function loading(first, later) {
  const sum = (sizes) => sizes.reduce((a, b) => a + b, 0);
  return { first: sum(first), all: sum(first) + sum(later), requests: [first.length, later.length] };
}
