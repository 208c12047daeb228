/* The search engine of the site: classic scripts, no dependency, no server; works from a disk.

     const engine = ShekaraSearch.create("../");      // the site's root, relative to the page
     engine.ready().then(() => engine.search("who may detain", { limit: 10, offset: 0 }));

   search() returns its result at once when everything that it needs is here, else a promise of it. A result's `more` is
   null, or a promise of the same result with answers, concepts and the definition, while their file is still on its way.
   texts(paths) gives the words of provisions, snippet(text, terms) the part of a text to show.
   This file loads the others and the data; the ranking is that of the package search/ (tests/search/test_parity.py). */
(function (scope) {
  "use strict";

  const SCRIPTS = ["coder", "query", "cite", "rank", "find"];
  const FLOOR = 0.15;
  const ANSWER_FLOOR = 0.3;
  const CONCEPT_FLOOR = 0.25;
  const MAX_TERMS = 24;
  const TEXTS_OF_FILE = 1000;
  const LENGTH = 240;
  const BEFORE = 60;
  const arrived = new Map();

  /* Data files call this. */
  scope.ShekaraSearchData = (name, value) => arrived.set(name, value);

  function script(address) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = done;
      element.onerror = () => failed(new Error("could not load " + address));
      document.head.appendChild(element);
    });
  }

  class Engine {
    constructor(root, load) {
      this.root = root;
      this.load = load || ((name) => script(root + name));
      this.loading = new Map();
      this.index = null;
      this.names = [];
    }

    /* A data file, loaded once; a failure may be tried again. */
    data(name) {
      if (!this.loading.has(name)) {
        const promise = this.load("assets/search/" + name + ".js").then(() => arrived.get(name));
        this.loading.set(name, promise);
        promise.catch(() => this.loading.delete(name));
      }
      return this.loading.get(name);
    }

    ready() {
      if (!this.started) {
        const code = Promise.all(SCRIPTS.slice(0, 4).map((name) => this.code(name))).then(() => this.code("find"));
        this.started = Promise.all([code, this.data("start"), this.data("words-0")]).then(([, start]) => this.begin(start));
        this.started.catch(() => { this.started = null; });
      }
      return this.started;
    }

    code(name) {
      const parts = scope.ShekaraSearchParts || {};
      const here = { coder: parts.unpack, query: parts.language, cite: parts.cite, rank: parts.ranking, find: parts.find };
      return here[name] ? Promise.resolve() : this.load("assets/js/search-core-" + name + ".js");
    }

    begin(start) {
      const { Index } = scope.ShekaraSearchParts.find;
      this.index = new Index(start);
      if (start.parts.length === 1) this.index.addWords(0, arrived.get("words-0"));
      this.data("more").then((more) => this.know(more), () => {});
      return this;
    }

    know(more) {
      this.more = more;
      this.names = more.concepts.map(([id, label], number) => [id, label.toLowerCase(), ...more.labels[number].map((one) => one.toLowerCase())]);
      return more;
    }

    /* What a query needs and is not here: files of words and of texts. */
    missing(query) {
      const { index } = this;
      const wanted = [];
      const forms = index.words.forms(query.text);
      const first = (form) => index.start.parts.reduce((found, part, number) => (part[0].slice(0, 2) <= form.slice(0, 2) ? number : found), 0);
      forms.forEach((form) => { if (!index.parts[first(form)]) wanted.push("words-" + first(form)); });
      if (has(query.node, "phrase")) for (let part = 0; part * TEXTS_OF_FILE < index.size; part++) wanted.push("texts-" + part);
      if (has(query.node, "filter", "concept")) wanted.push("more");
      return Array.from(new Set(wanted)).filter((name) => !arrived.has(name) || (/^words/.test(name) && !index.parts[+name.slice(6)]));
    }

    search(text, options) {
      const { limit = 10, offset = 0 } = options || {};
      const query = scope.ShekaraSearchParts.language.parse(text);
      const missing = this.missing(query);
      const found = () => {
        const result = this.find(query, text, limit, offset);
        result.more = this.more ? null : this.data("more").then((more) => this.know(more) && this.find(query, text, limit, offset));
        return result;
      };
      if (!missing.length) return found();
      return Promise.all(missing.map((name) => this.data(name))).then(() => {
        missing.forEach((name) => { if (/^words/.test(name)) this.index.addWords(+name.slice(6), arrived.get(name)); });
        if (arrived.has("more") && !this.more) this.know(arrived.get("more"));
        return found();
      });
    }

    find(query, text, limit, offset) {
      const { index } = this;
      const { find, ranking } = scope.ShekaraSearchParts;
      const asked = this.read(query);
      const ranked = ranking.rank(asked.terms, index);
      const order = this.order(asked, ranked);
      const { citation } = asked;
      const hit = (number) => this.hit(index.records[number], ranked.scores.get(number) || 0);
      const cited = citation && citation.paths.length ? index.byPath.get(citation.paths[0]) : null;
      return {
        query: text,
        hits: order.slice(offset, offset + limit).map(hit),
        total: order.length,
        facets: find.facets(order, index, this.more ? this.more.concepts : []),
        suggestions: this.suggestions(query.text, asked.corrections, order.length > 0),
        hint: (citation && citation.missing) || (cited ? null : query.hint) || this.onlyLow(asked),
        citation: cited ? hit(cited.index) : null,
        definition: this.definition(asked),
        concepts: this.concepts(ranked),
        answers: this.answers(ranked),
        terms: this.surface(asked.terms),
      };
    }

    /* A query with its words looked up and its citation read. */
    read(query) {
      const { find, cite } = scope.ShekaraSearchParts;
      const { index } = this;
      const terms = new Map();
      const corrections = new Map();
      const wanted = wantedOf(query.node);
      wanted.forEach((node) => {
        const meant = node.type === "word" && node.prefix ? find.terms(node, index)
          : index.words.forms(node.text).filter((form) => !index.lookup.isLow(form)).map((form) => index.lookup.term(form));
        meant.forEach((term) => {
          if (term.takenFor) corrections.set(term.word, term.takenFor);
          const key = JSON.stringify(term.stems);
          if (term.stems.length && !terms.has(key)) terms.set(key, term);
        });
      });
      const citation = query.plain ? cite(query.plain, index.outline) : null;
      return { query, wanted, terms: Array.from(terms.values()).slice(0, MAX_TERMS), corrections, citation };
    }

    order(asked, ranked) {
      const { index } = this;
      const { node } = asked.query;
      if (!node) return [];
      const text = (number) => (arrived.has("texts-" + Math.floor(number / TEXTS_OF_FILE)) ? this.own(number) : null);
      const matcher = new scope.ShekaraSearchParts.find.Matcher(index, text, this.names);
      let allowed = matcher.allowed(node);
      if (!has(node, "filter", "kind", "footnote")) {
        allowed = new Set([...allowed].filter((number) => index.records[number].structure !== "footnote"));
      }
      const { citation } = asked;
      if (!citation || index.names.has(citation.nearest)) return this.worded(asked, ranked, allowed);
      const cited = this.cited(citation, ranked).filter((number) => allowed.has(number));
      if (!citation.plain) return cited;
      cited.forEach((number) => allowed.delete(number));
      return cited.concat(this.worded(asked, ranked, allowed));
    }

    worded(asked, ranked, allowed) {
      const { whole } = scope.ShekaraSearchParts.ranking;
      if (!asked.terms.length) return asked.wanted.length ? [] : [...allowed].sort((one, other) => one - other);
      const { scores } = ranked;
      const found = [...scores.keys()].filter((number) => allowed.has(number));
      found.sort((one, other) => whole(scores.get(other)) - whole(scores.get(one)) || one - other);
      if (!found.length || isStrict(asked.query.node)) return found;
      const floor = FLOOR * scores.get(found[0]);
      return found.filter((number) => scores.get(number) >= floor);
    }

    /* What is cited, then what lies in it, then what refers to it. */
    cited(citation, ranked) {
      const { index } = this;
      const paths = citation.paths.length ? citation.paths : citation.nearest ? [citation.nearest] : [];
      const cited = Array.from(new Set(paths.map((path) => index.byPath.get(path).index)));
      const order = new Set(cited);
      cited.forEach((number) => { for (let below = number + 1; below < index.ends[number]; below++) order.add(below); });
      const meant = new Set([...order].map((number) => index.records[number].path));
      index.records.forEach((record) => { if (record.cites.some((path) => meant.has(path))) order.add(record.index); });
      cited.forEach((number, position) => ranked.scores.set(number, 100 - position));
      return citation.plain ? cited : Array.from(order);
    }

    hit(record, score) {
      const { index } = this;
      const crumbs = [];
      for (let one = record; one.parent >= 0;) {
        one = index.records[one.parent];
        const name = one.label.slice(one.label.indexOf(", ") + 2);
        crumbs.unshift(one.heading ? name + ". " + one.heading : name);
      }
      return {
        path: record.path,
        eId: record.eid,
        act: record.act,
        kind: record.kind,
        title: record.heading ? record.label + ". " + record.heading : record.label,
        crumbs: [index.names.get(record.act), ...crumbs],
        url: record.url,
        score,
        amended: Array.from(new Set(record.changes.map((change) => change.date.slice(0, 4)))),
      };
    }

    /* A provision by its path: {path, title, url, …}, or null. */
    provision(path) {
      const record = this.index && this.index.byPath.get(path);
      return record ? this.hit(record, 0) : null;
    }

    own(number) {
      return arrived.get("texts-" + Math.floor(number / TEXTS_OF_FILE))[number % TEXTS_OF_FILE];
    }

    /* The words of provisions with all below them: a promise of {path: text}. */
    texts(paths) {
      const { index } = this;
      const records = paths.map((path) => index.byPath.get(path)).filter(Boolean);
      const names = new Set();
      records.forEach(({ index: from }) => {
        for (let part = Math.floor(from / TEXTS_OF_FILE); part * TEXTS_OF_FILE < index.ends[from]; part++) names.add("texts-" + part);
      });
      return Promise.all(Array.from(names).map((name) => this.data(name))).then(() => {
        const found = {};
        records.forEach((record) => { found[record.path] = this.textOf(record); });
        return found;
      });
    }

    /* The words of a provision and, where it is no chapter, of all below it; of a chapter, its headings. */
    textOf(record) {
      const { index } = this;
      const chapter = record.kind === "chapter";
      const parts = [chapter ? record.heading : this.own(record.index) || record.heading];
      for (let number = record.index + 1; number < index.ends[record.index]; number++) {
        const below = index.records[number];
        if (below.kind === "footnote" || (chapter && !below.heading)) continue;
        parts.push((marker(below) + " " + (below.heading || this.own(number))).trim());
      }
      return parts.filter(Boolean).join(" ");
    }

    /* The words of the lexicon that are looked for: what snippet() marks. */
    surface(terms) {
      const stems = new Set([].concat(...terms.map((term) => term.stems.map(([stem]) => stem))));
      return this.index.lookup.forms.filter((form) => stems.has(this.index.lookup.stemOf.get(form)));
    }

    snippet(text, terms) {
      return cut(text, terms, this.index);
    }

    onlyLow(asked) {
      const silent = asked.wanted.length && !asked.terms.length && !asked.citation;
      return silent && asked.wanted.every((node) => this.index.words.forms(node.text).every((form) => this.index.lookup.isLow(form)))
        ? "Every word here is too common to search by; add another." : null;
    }

    suggestions(text, corrections, found) {
      const { tokens } = this.index.words;
      if (corrections.size) {
        let at = 0;
        const parts = [];
        tokens(text).filter((token) => corrections.has(token.form)).forEach((token) => {
          parts.push(text.slice(at, token.start), corrections.get(token.form));
          at = token.end;
        });
        return [parts.join("") + text.slice(at)];
      }
      return found ? [] : Array.from(new Set([].concat(...tokens(text).map((token) => this.alike(token.form))))).slice(0, 3);
    }

    /* Words of the lexicon that begin as long as possible like a word. */
    alike(form) {
      for (let length = form.length - 1; length > 2; length--) {
        const near = this.index.lookup.forms.filter((one) => one.startsWith(form.slice(0, length)));
        if (near.length) return near.slice(0, 3);
      }
      return [];
    }

    concepts(ranked) {
      if (!this.more) return [];
      const named = [...ranked.named.keys()].filter((number) => ranked.named.get(number) >= CONCEPT_FLOOR);
      named.sort((one, other) => ranked.named.get(other) - ranked.named.get(one) || one - other);
      return named.slice(0, 5).map((number) => {
        const [id, label] = this.more.concepts[number];
        return { id, label, url: "concepts/" + id + ".html" };
      });
    }

    answers(ranked) {
      if (!this.more) return [];
      const best = [...ranked.answers.keys()].sort((one, other) => ranked.answers.get(other) - ranked.answers.get(one) || one - other);
      return best.slice(0, 3).filter((number) => ranked.answers.get(number) >= ANSWER_FLOOR).map((number) => {
        const [id, question, answer, url, cites] = this.more.answers[number];
        return { id, question, answer, url, cites };
      });
    }

    /* The definition of the term, or of the concept, that a query is the name of, or asks the meaning of. */
    definition(asked) {
      const { index } = this;
      if (!this.more) return null;
      const forms = [].concat(...asked.wanted.map((node) => index.words.forms(node.text)));
      const name = new Set(forms.filter((form) => !index.defining.has(form) && !index.lookup.isLow(form)).map((form) => index.lookup.known(form)));
      if (!name.size || name.has(undefined)) return null;
      const called = index.phrases.filter((phrase) => phrase.stems.length === name.size && phrase.stems.every((stem) => name.has(stem)));
      const term = called.find((phrase) => phrase.kind === "term");
      if (term) return this.defined(this.more.terms[term.number]);
      const places = [].concat(...called.filter((phrase) => phrase.kind === "label").map((phrase) => this.more.definitions[phrase.owner]));
      const defined = places.map((number) => this.more.terms.find((one) => one[0] === number)).find(Boolean);
      return defined ? this.defined(defined) : null;
    }

    defined([number, term, words]) {
      const record = this.index.records[number];
      return { term, path: record.path, url: record.url, words };
    }
  }

  const marker = (record) => {
    if (record.structure === "paragraph") return record.num + ".";
    if (record.structure === "subparagraph") return record.num + ")";
    return record.structure === "article" || record.structure === "chapter" ? record.heading && record.structure[0].toUpperCase() + record.structure.slice(1) + " " + record.num + "." : "";
  };

  /* Whether a node of that type (with that name and value) stands in a query outside exclusions. */
  function has(node, type, name, value) {
    if (!node || node.type === "not") return false;
    if (node.nodes) return node.nodes.some((one) => has(one, type, name, value));
    const same = node.type === type && (!name || node.name === name);
    return same && (!value || node.value.toLowerCase().replace(/s$/, "") === value);
  }

  function wantedOf(node) {
    if (!node) return [];
    if (node.nodes) return [].concat(...node.nodes.map(wantedOf));
    return node.type === "word" || node.type === "phrase" ? [node] : [];
  }

  function isStrict(node) {
    return node.type === "list" ? node.nodes.some(isStrict) : ["phrase", "both", "either"].indexOf(node.type) >= 0;
  }

  /* The part of a text with most of the words, in pieces; the counterpart of search/snippet.py. */
  function cut(text, terms, index) {
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

  const api = { create: (root, load) => new Engine(root, load) };
  scope.ShekaraSearch = api;
  if (typeof module === "object" && module.exports) module.exports = api;
})(typeof window === "object" ? window : globalThis);
