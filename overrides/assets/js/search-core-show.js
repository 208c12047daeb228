/* Search engine, part 11, loaded after the first results: snippets, cards and suggestions.
   The counterpart of search/snippet.py, search/suggest.py and of what search/engine.py tells beside the hits. */
(function (scope) {
  "use strict";

  const ANSWER_FLOOR = 0.3;
  const TOP = 3;
  const CLOSE = 0.6;
  const CONCEPT_FLOOR = 0.25;
  const LENGTH = 240;
  const BEFORE = 60;

  /* What a result tells beside its hits. */
  function beside(asked, ranked, order, engine) {
    const { index, more } = engine;
    const filters = scope.ShekaraSearchParts.filtersOf(asked.query.node);
    return {
      suggestions: suggestions(asked, order.length > 0 || asked.citation || filters.length > 0, index),
      hint: onlyLow(asked, index) || barren(filters, engine),
      definition: definition(asked, index, more),
      concepts: concepts(ranked, more),
      answers: answers(ranked, order.slice(0, TOP), index, more),
    };
  }

  function onlyLow(asked, index) {
    const forms = [].concat(...asked.wanted.map((node) => index.words.forms(node.text)));
    const silent = forms.length && !asked.terms.length && !asked.citation && forms.every((form) => index.lookup.isLow(form));
    return silent ? "Every word here is too common to search by; add another." : null;
  }

  /* A hint for a filter with a value that no provision has. */
  function barren(filters, engine) {
    const found = filters.find((one) => !engine.allowed(one).size);
    return found ? "No provision has " + found.name + ":" + found.value + "; the help page on searching lists what a filter takes." : null;
  }

  /* The query with other words: those that it was searched by, or words that begin alike. */
  function suggestions(asked, found, index) {
    const { text } = asked.query;
    const tokens = index.words.tokens(text);
    if (asked.corrections.size) {
      let at = 0;
      const parts = [];
      tokens.filter((token) => asked.corrections.has(token.form)).forEach((token) => {
        parts.push(text.slice(at, token.start), asked.corrections.get(token.form));
        at = token.end;
      });
      return [parts.join("") + text.slice(at)];
    }
    return found ? [] : Array.from(new Set([].concat(...tokens.map((token) => alike(token.form, index))))).slice(0, 3);
  }

  /* Words of the lexicon that begin as long as possible like a word. */
  function alike(form, index) {
    for (let length = form.length - 1; length > 2; length--) {
      const near = index.lookup.forms.filter((one) => one.startsWith(form.slice(0, length)));
      if (near.length) return near.slice(0, 3);
    }
    return [];
  }

  function concepts(ranked, more) {
    const covered = ranked.named;
    const named = [...covered.keys()].filter((number) => covered.get(number) >= CONCEPT_FLOOR);
    named.sort((one, other) => covered.get(other) - covered.get(one) || one - other);
    return named.slice(0, 5).map((number) => {
      const [id, label] = more.concepts[number];
      return { id, label, url: "concepts/" + id + ".html" };
    });
  }

  /* Answers that are very like the query, or like it and rest on one of the first provisions. */
  function answers(ranked, top, index, more) {
    const fits = ranked.answers;
    const lies = (one, other) => one <= other && other < index.ends[one];
    const restsOn = (number) => index.places_.answer[number].some((place) => top.some((one) => lies(place, one) || lies(one, place)));
    const best = [...fits.keys()].filter((number) => fits.get(number) >= CLOSE || (fits.get(number) >= ANSWER_FLOOR && restsOn(number)));
    best.sort((one, other) => fits.get(other) - fits.get(one) || one - other);
    return best.slice(0, 3).map((number) => {
      const [id, question, answer, url, cites] = more.answers[number];
      return { id, question, answer, url, cites };
    });
  }

  /* The phrases that a query is the name of, or asks the meaning of: terms, or else the labels of concepts. */
  function called(asked, index, more) {
    const { lookup } = index;
    const asking = new Set(more.defining.split(" "));
    const forms = [].concat(...asked.wanted.map((node) => index.words.forms(node.text)));
    const name = new Set(forms.filter((form) => !asking.has(form) && !lookup.isLow(form)).map((form) => lookup.known(form)));
    if (!name.size || name.has(undefined)) return [];
    const same = index.phrases.filter((phrase) => phrase.stems.length === name.size && phrase.stems.every((stem) => name.has(stem)));
    const terms = same.filter((phrase) => phrase.kind === "term").slice(0, 1);
    return terms.length ? terms : same.filter((phrase) => phrase.kind === "label");
  }

  /* The provisions whose definitions may be shown. */
  function defined(asked, index, more) {
    return [].concat(...called(asked, index, more).map(({ kind, owner }) => (kind === "term" ? [owner] : more.definitions[owner])));
  }

  /* The definition of the term, or of the concept. */
  function definition(asked, index, more) {
    const [first] = called(asked, index, more);
    const term = first && first.kind === "term" ? index.terms[first.number] : null;
    const places = defined(asked, index, more);
    const found = term || places.map((number) => index.terms.find((one) => one && one[0] === number)).find(Boolean);
    if (!found) return null;
    const record = index.records[found[0]];
    return { term: found[1], path: record.path, url: record.url, words: found[2] };
  }

  /* The words of a provision and, where it is no chapter, of all below it; of a chapter, its headings. `own` gives the
     own words of a record. */
  function textOf(record, own, index) {
    const chapter = record.kind === "chapter";
    const parts = [chapter ? record.heading : own(record.index) || record.heading];
    for (let number = record.index + 1; number < index.ends[record.index]; number++) {
      const below = index.records[number];
      if (below.kind === "footnote" || (chapter && !below.heading)) continue;
      parts.push((marker(below) + " " + (below.heading || own(number))).trim());
    }
    return parts.filter(Boolean).join(" ");
  }

  function marker({ structure, num }) {
    if (structure === "paragraph") return num + ".";
    if (structure === "subparagraph") return num + ")";
    return structure === "article" ? "Article " + num + "." : "";
  }

  /* The part of a text with most of the words, in pieces. */
  function snippet(text, terms, index) {
    const stems = new Set(terms.map((form) => index.lookup.known(form)));
    const found = index.words.tokens(text);
    found.forEach((token) => { token.stem = index.lookup.known(token.form); });
    const hits = found.filter((token) => stems.has(token.stem));
    const [start, end] = frame(text, found, hits);
    const pieces = start ? [{ text: "… ", mark: false }] : [];
    let at = start;
    hits.filter((token) => token.start >= start && token.end <= end).forEach((token) => {
      pieces.push({ text: text.slice(at, token.start), mark: false }, { text: text.slice(token.start, token.end), mark: true });
      at = token.end;
    });
    pieces.push({ text: text.slice(at, end), mark: false }, { text: end < text.length ? " …" : "", mark: false });
    return pieces.filter((piece) => piece.text);
  }

  /* Where to cut: around the place where most different words stand together, from word to word. */
  function frame(text, found, hits) {
    if (text.length <= LENGTH) return [0, text.length];
    let best = 0;
    let most = 0;
    hits.forEach((token, position) => {
      const inside = new Set(hits.slice(position).filter((other) => other.end <= token.start + LENGTH - BEFORE).map((other) => other.stem));
      if (inside.size > most) {
        best = Math.max(0, token.start - BEFORE);
        most = inside.size;
      }
    });
    const first = best ? found.find((token) => token.start >= best) : null;
    const start = first ? first.start : 0;
    let end = start;
    found.forEach((token) => { if (start <= token.start && token.end <= start + LENGTH) end = token.end; });
    if (end === start) return [start, Math.min(text.length, start + LENGTH)];
    while (end < text.length && ").,;:”’\"'".indexOf(text[end]) >= 0) end++;
    return [start, end];
  }

  scope.ShekaraSearchParts = scope.ShekaraSearchParts || {};
  /* Words and phrases of readers that come after the first results (see _readers of search/browser.py). */
  function addReaders(text, index) {
    const { Decoder, unpack } = scope.ShekaraSearchParts;
    const coder = new Decoder(text);
    const said = index.records.map(() => []);
    let stems = index.start.stems;
    if (!index.large) {
      index.readers.forEach(({ often }, stem) => often.forEach((number) => said[number].push(stem)));
      const later = unpack.laterWords(coder, index.start);
      index.lookup = joined(index.lookup, later);
      later.also.forEach((also, stem) => { index.readers[stem] = Object.assign(index.readers[stem] || {}, { also }); });
      stems = later.next;
    }
    const { records, texts } = index;
    const found = unpack.phrases(coder, ["asked", "answer"], stems, { records, texts, said, owners: (kind) => index.owners(kind) });
    index.addPhrases(found, stems);
  }

  /* A lexicon with later words among its own. */
  function joined({ stemOf, low, endings }, later) {
    const pairs = [...stemOf, ...later.forms.map((form, index) => [form, later.stems[index]])];
    pairs.sort((one, other) => (one[0] < other[0] ? -1 : 1));
    const [forms, stems] = [0, 1].map((side) => pairs.map((pair) => pair[side]));
    return new scope.ShekaraSearchParts.Lookup(forms, stems, new Set([...low, ...later.low]), endings);
  }

  scope.ShekaraSearchParts.addReaders = addReaders;
  scope.ShekaraSearchParts.show = { beside, defined, snippet, textOf };
})(typeof window === "object" ? window : globalThis);
