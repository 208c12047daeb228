/* Search engine, part 7: a query in, a ranked result out. The counterpart of search/engine.py.

     const engine = ShekaraSearch.create("../");      // the site's root, relative to the page
     engine.ready().then(() => engine.search("who may detain", { limit: 10, offset: 0 }));

   search() returns its result at once when all that it needs is here, else a promise of it. Rarer words of readers come
   with files that are loaded after the first result, answers, concepts, the definition and suggestions after these:
   until then a result has a promise `more` of the same result with them (later it is null). texts(paths) gives the
   words of provisions, snippet(text, terms) the part to show, provision(path) where one stands. The build makes assets/search/ (search/browser.py) from
   the index and from search-core-*.js; the ranking is that of the package search/ (tests/search/test_parity.py). */
(function (scope) {
  "use strict";

  const parts = scope.ShekaraSearchParts;
  const FLOOR = 0.3;
  const MAX_TERMS = 24;

  /* The files that the first results do without: those that sharpen the ranking, then what is told beside. */
  const STAGES = [["readers", "later"], ["more"]];

  /* Gives the object that search-core.js made the methods of an engine; `this` is that object. */
  function begin(start, words) {
    return Promise.resolve(start.headings || this.data("large")).then(() => {
      this.index = new parts.find.Index(start);
      this.index.addWords(0, words);
      this.here = new Set(["words-0"]);
      this.names = [];
      this.more = null;
      return Object.assign(this, methods);
    });
  }

  const methods = {
    /* Loads what the first results do without: a stage of it, or all. */
    complete(names) {
      return this.fetch(names || [].concat(...STAGES));
    },

    know(more) {
      this.more = more;
      this.names = more.concepts.map(([id, label], number) => [id, label.toLowerCase(), ...more.labels[number].map((one) => one.toLowerCase())]);
    },

    /* Files that a query needs and that are not here. A word that nothing here resembles may be one of the later ones. */
    missing({ query, terms, corrections, strange }) {
      const { large } = this.index;
      const wanted = large ? parts.large.wanted(query, terms, this.index) : nodesOf(query.node).some((node) => node.type === "phrase") ? ["texts-0"] : [];
      if (corrections.size || strange) wanted.push("readers", "later");
      if (/[0-9]/.test(query.text) || filtersOf(query.node).length) wanted.push("more", "later", ...(large ? ["cites"] : []));
      return this.lacking(wanted);
    },

    lacking(names) {
      return Array.from(new Set(names)).filter((name) => !this.here.has(name));
    },

    search(text, options) {
      const { limit = 10, offset = 0 } = options || {};
      const query = parts.language.parsePlain(text) || (parts.parse && parts.parse(text));
      if (!query && this.here.has("later")) return Promise.reject(new Error("could not load the query language"));
      if (!query) return this.fetch(["later"]).then(() => this.search(text, options));
      const asked = this.read(query);
      const missing = this.missing(asked);
      if (missing.length) return this.fetch(missing).then(() => this.search(text, options));
      const found = this.ranked(asked);
      const shown = found.order.slice(offset, offset + limit);
      const stage = STAGES.find((names) => this.lacking(names).length);
      const more = () => stage && this.complete(stage).then(() => this.search(text, options));
      const told = () => Object.assign(this.told(found, shown), { query: text, more: more() || null });
      const named = stage || !parts.show || !this.more ? [] : parts.show.defined(asked, this.index, this.more);
      const unnamed = this.unnamed(shown.concat(found.cited ? found.cited.index : [], named));
      return unnamed.length ? this.fetch(unnamed).then(told) : told();
    },

    /* The files with the headings of provisions of a large corpus that are not here. */
    unnamed(numbers) {
      return this.index.large ? this.lacking(numbers.map((number) => this.textsWith(number))) : [];
    },

    /* Loads files. What the first results do without may fail: then the search goes on without it. */
    fetch(names) {
      const spare = (name) => (error) => { if (![].concat(...STAGES).includes(name)) throw error; };
      return Promise.all(names.map((name) => this.data(name).catch(spare(name)))).then((values) => {
        names.forEach((name, position) => {
          const value = values[position];
          if (this.here.has(name)) return;
          this.here.add(name);
          if (name.startsWith("words-")) this.index.addWords(+name.slice(6), value);
          if (name.startsWith("positions-")) parts.large.positions(+name.slice(10), value, this.index);
          if (name === "readers" && value && parts.addReaders) parts.addReaders(value, this.index);
          if (name === "more" && value) this.know(value);
          this.index.addNames(value || {});
        });
      });
    },

    /* What a query finds, best first. */
    ranked(asked) {
      const ranked = parts.ranking.rank(asked.terms, this.index);
      if (asked.mentioned.length) parts.cite.lift(asked.mentioned, ranked.scores, this.index);
      const order = this.order(asked, ranked);
      const cited = this.index.byPath.get((asked.citation ? asked.citation.paths : asked.mentioned)[0]);
      return { asked, ranked, order, cited };
    },

    /* The result that is shown of it. */
    told({ asked, ranked, order, cited }, shown) {
      const { index } = this;
      const hit = (number) => this.hit(index.records[number], ranked.scores.get(number) || 0);
      const { citation, query } = asked;
      const nothing = { suggestions: [], hint: null, definition: null, concepts: [], answers: [] };
      const beside = this.more && parts.show ? parts.show.beside(asked, ranked, order, this) : nothing;
      return Object.assign(beside, {
        hits: shown.map(hit),
        total: order.length,
        facets: parts.find.facets(order, index, this.more ? this.more.concepts : []),
        hint: (citation && citation.missing) || (citation && cited ? null : query.hint || beside.hint),
        citation: cited ? hit(cited.index) : null,
        terms: this.surface(asked.terms),
      });
    },

    /* A query with its words looked up and its citation read. */
    read(query) {
      const { index } = this;
      const terms = new Map();
      const corrections = new Map();
      let strange = false;
      const wanted = nodesOf(query.node);
      wanted.forEach((node) => parts.find.termsOf(node, index).forEach((term) => {
        if (term.takenFor) corrections.set(term.word, term.takenFor);
        const key = JSON.stringify(term.stems);
        if (!term.stems.length) strange = true;
        else if (!terms.has(key)) terms.set(key, term);
      }));
      const cites = query.plain && parts.cite;
      const citation = cites ? cites.cite(query.plain, index.outline) : null;
      const mentioned = cites && !citation ? cites.citationsIn(query.plain, index.outline) : [];
      const act = cites && !citation && cites.ACT_NUMBER.test(query.plain.toLowerCase()) ? cites.actIn(query.plain, index.outline) : null;
      return { query, wanted, terms: Array.from(terms.values()).slice(0, MAX_TERMS), corrections, strange, citation, mentioned, act };
    },

    order(asked, ranked) {
      const { index } = this;
      const { query, citation } = asked;
      if (!query.node) return [];
      const allowed = this.allowed(query.node);
      if (!filtersOf(query.node).some(({ name, value }) => name === "kind" && /^footnotes?$/i.test(value))) {
        index.records.forEach((record) => { if (record.structure === "footnote") allowed.delete(record.index); });
      }
      if (citation && index.names.has(citation.nearest)) return [];
      if (!citation) {
        const whole = index.records.filter((record) => record.act === asked.act && allowed.delete(record.index));
        return whole.map((record) => record.index).concat(this.worded(asked, ranked, allowed));
      }
      const cited = parts.cite.cited(citation, ranked.scores, index).filter((number) => allowed.has(number));
      if (!citation.plain) return cited;
      cited.forEach((number) => allowed.delete(number));
      return cited.concat(this.worded(asked, ranked, allowed));
    },

    /* The provisions that a query allows: of words alone, all. */
    allowed(node) {
      const words = (node.nodes || [node]).every((one) => one.type === "word") && node.type !== "both" && node.type !== "either";
      if (words) return new Set(this.index.records.keys());
      return new Set(new parts.Matcher(this.index, (number) => this.own(number), this.names).allowed(node));
    },

    worded(asked, ranked, allowed) {
      const { whole } = parts.ranking;
      const { scores } = ranked;
      if (!asked.terms.length) return asked.wanted.length ? [] : [...allowed].sort((one, other) => one - other);
      const found = [...scores.keys()].filter((number) => allowed.has(number));
      found.sort((one, other) => whole(scores.get(other)) - whole(scores.get(one)) || one - other);
      if (!found.length || isStrict(asked.query.node)) return found;
      const { records } = this.index;
      const counted = [...scores].filter(([number]) => allowed.has(number) || records[number].structure !== "footnote");
      const above = (best) => found.filter((number) => scores.get(number) >= FLOOR * best);
      const told = above(counted.reduce((best, [, score]) => Math.max(best, score), 0));
      return told.length ? told : above(scores.get(found[0]));
    },

    hit(record, score) {
      const { index } = this;
      const crumbs = [];
      for (let one = index.records[record.parent]; one; one = index.records[one.parent]) {
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
    },

    /* A provision by its path: {path, title, url, …}, or null. */
    provision(path) {
      const record = this.index && this.index.byPath.get(path);
      return record ? this.hit(record, 0) : null;
    },

    textsWith(number) {
      return "texts-" + Math.floor(number / this.index.start.block);
    },

    own(number) {
      return this.arrived.get(this.textsWith(number)).texts[number % this.index.start.block];
    },

    /* The words of provisions with all below them: a promise of {path: text}. */
    texts(paths) {
      const { index } = this;
      const records = paths.map((path) => index.byPath.get(path)).filter(Boolean);
      const names = new Set(["later"]);
      records.forEach((record) => {
        for (let number = record.index; number < index.ends[record.index]; number++) names.add(this.textsWith(number));
      });
      return this.fetch(Array.from(names)).then(() => {
        const found = {};
        records.forEach((record) => { found[record.path] = parts.show.textOf(record, (number) => this.own(number), index); });
        return found;
      });
    },

    snippet(text, terms) {
      return parts.show.snippet(text, terms, this.index);
    },

    /* The words of the lexicon that are looked for: what snippet() marks. */
    surface(terms) {
      const stems = new Set([].concat(...terms.map((term) => term.stems.map(([stem]) => stem))));
      return [].concat(...[...stems].map((stem) => this.index.lookup.formsOf[stem]));
    },
  };

  /* The words, phrases and filters of a query outside exclusions; `all` says that also those that are excluded. */
  function leaves(node, all) {
    if (!node) return [];
    if (node.nodes) return [].concat(...node.nodes.map((one) => leaves(one, all)));
    return node.type !== "not" ? [node] : all ? leaves(node.node, all) : [];
  }

  const nodesOf = (node, all) => leaves(node, all).filter((one) => one.type !== "filter");
  const filtersOf = (node) => leaves(node).filter((one) => one.type === "filter");

  function isStrict(node) {
    return node.type === "list" ? node.nodes.some(isStrict) : ["phrase", "both", "either"].indexOf(node.type) >= 0;
  }

  Object.assign(parts, { begin, nodesOf, filtersOf });
})(typeof window === "object" ? window : globalThis);
