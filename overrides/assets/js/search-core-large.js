/* Search engine, part 12, loaded before the first results of a large corpus only: which files a search needs, and what
   takes the place of texts there. The files are told in search/browser.py. */
(function (scope) {
  "use strict";

  const parts = scope.ShekaraSearchParts;
  const { ranking, find, contexts, Decoder } = parts;

  /* Files with the postings of a query's words, and of other labels of the concepts that it names; where phrases are
     asked for, the positions of their words after them. */
  function wanted(query, terms, index) {
    const stems = beside(terms, index);
    const files = [];
    parts.nodesOf(query.node, true).forEach((node) => {
      const meant = [].concat(...find.termsOf(node, index).map((term) => term.stems.map(([stem]) => stem)));
      stems.push(...meant);
      if (node.type === "phrase") files.push(...meant.map((stem) => "positions-" + partWith(stem, index)));
    });
    return stems.map((stem) => "words-" + partWith(stem, index)).concat(files);
  }

  function beside(terms, index) {
    const concepts = ranking.labelled(terms, index).map(([number]) => index.phrases[number].owner);
    return [].concat(...concepts.map((concept) => [].concat(...index.shown(concept).map((label) => label.stems))));
  }

  function partWith(stem, index) {
    return index.start.parts.reduce((found, first, part) => (first <= stem ? part : found), 0);
  }

  /* The weights of the words of the records, by their classes (see pack_masses). */
  function masses(start, records) {
    const coder = new Decoder(start.masses);
    const classes = new Map(start.structures.map((structure) => [structure, contexts(1, 32)[0]]));
    return records.map(({ structure }) => Math.ceil(Math.sqrt(2 ** (20 + coder.symbol(classes.get(structure), 5)))));
  }

  /* Where the stems of a file stand in the provisions that have them, in text and heading (see pack_positions). */
  function positions(part, text, index) {
    const coder = new Decoder(text);
    const { start } = index;
    const fields = [contexts(2), contexts(2)];
    index.positions = index.positions || new Map();
    const end = part + 1 < start.parts.length ? start.parts[part + 1] : start.stems;
    for (let stem = start.parts[part]; stem < end; stem++) {
      const found = index.own(stem).numbers.map((number) => [number, fields.map((field) => listed(coder, field))]);
      index.positions.set(stem, new Map(found));
    }
  }

  function listed(coder, [times, steps]) {
    let at = -1;
    return Array.from({ length: coder.number(times) }, () => (at += coder.number(steps) + 1));
  }

  /* The provisions with some stems in their places; words that say little may be any word there. */
  function phrase(stems, index) {
    const steps = [...stems.entries()].filter(([, stem]) => !index.lookup.low.has(stem));
    if (!steps.length) return index.records.map((record) => record.index);
    const [[first, stem], ...others] = steps;
    const rest = others.map(([step, other]) => [step - first, index.positions.get(other)]);
    const follows = (number, field, at) => rest.every(([step, found]) => found.has(number) && found.get(number)[field].includes(at + step));
    const there = [...index.positions.get(stem)];
    return there.filter(([number, fields]) => fields.some((places, field) => places.some((at) => follows(number, field, at)))).map(([number]) => number);
  }

  parts.large = { wanted, masses, positions, phrase };
})(typeof window === "object" ? window : globalThis);
