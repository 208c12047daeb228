/* Search engine, part 10, loaded after the first results: what a query allows.
   The counterpart of search/match.py and search/filters.py. */
(function (scope) {
  "use strict";

  const { find, cite, large } = scope.ShekaraSearchParts;

  const intersect = (sets) => sets.reduce((found, set) => new Set([...found].filter((number) => set.has(number))));
  const unite = (sets) => new Set([].concat(...sets.map((set) => [...set])));

  /* Which provisions a query allows. `texts` gives the words of one. */
  class Matcher {
    constructor(index, texts, names) {
      this.index = index;
      this.texts = texts;
      this.names = names;
      this.everything = new Set(index.records.keys());
    }

    allowed(node) {
      if (node.type === "list") return this.sideBySide(node);
      if (node.type === "both") return intersect(node.nodes.map((one) => this.strict(one)));
      if (node.type === "either") return unite(node.nodes.map((one) => this.strict(one)));
      return node.type === "word" ? this.everything : this.strict(node);
    }

    sideBySide(node) {
      return intersect([this.everything, ...node.nodes.filter((one) => one.type !== "word").map((one) => this.strict(one))]);
    }

    strict(node) {
      if (node.type === "word") return this.word(node);
      if (node.type === "phrase") return this.phrase(node);
      if (node.type === "filter") return this.filter(node);
      if (node.type === "not") {
        const without = this.strict(node.node);
        return new Set([...this.everything].filter((number) => !without.has(number)));
      }
      if (node.type !== "list") return this.allowed(node);
      const words = node.nodes.filter((one) => one.type === "word");
      const allowed = this.sideBySide(node);
      return words.length ? intersect([allowed, unite(words.map((one) => this.word(one)))]) : allowed;
    }

    word(node) {
      return intersect([this.everything, ...find.terms(node, this.index).map((term) => unite(term.stems.map(([stem]) => this.index.own(stem).numbers)))]);
    }

    filter(node) {
      const test = filterTest(node.name, node.value.toLowerCase().trim(), this.index, this.names);
      return new Set(this.index.records.filter(test).map((record) => record.index));
    }

    phrase(node) {
      const { words, lookup } = this.index;
      const forms = words.forms(node.text);
      if (!forms.length) return this.everything;
      const stems = forms.map((form) => lookup.known(form));
      if (stems.indexOf(undefined) >= 0) return new Set();
      if (this.index.large) return new Set(large.phrase(stems, this.index));
      const telling = stems.filter((stem) => !lookup.low.has(stem));
      const likely = intersect([this.everything, ...telling.map((stem) => new Set(this.index.own(stem).numbers))]);
      return new Set([...likely].filter((number) => {
        return this.stands(this.texts(number), stems) || this.stands(this.index.records[number].heading, stems);
      }));
    }

    stands(text, stems) {
      const found = this.index.words.forms(text).map((form) => this.index.lookup.known(form));
      return found.some((_, at) => stems.every((stem, step) => found[at + step] === stem));
    }
  }

  const changeWords = (change) => {
    const [year, month, day] = change.date.split("-");
    return [change.action, "amendment", "changed", year, day + "." + month + "." + year, year + "-" + month, day, change.date, change.number.toLowerCase()];
  };

  /* Whether a record has a value; the test of a filter. `names` are the concepts: [id, preferred label, others …]. */
  function filterTest(name, value, index, names) {
    const single = value.replace(/s$/, "");
    const tests = {
      act: (record) => record.act === value,
      chapter: (record) => {
        const cut = value.lastIndexOf("/");
        return record.chapter === value.slice(cut + 1).replace(/^chapter-/, "") && (cut < 0 || value.slice(0, cut) === record.act);
      },
      article: (record) => record.article === value.replace(/^law\//, ""),
      kind: (record) => single === record.kind || single === record.structure || (single === "definition" && record.defines),
      amended: (record) => (value === "yes" || value === "no" ? record.changes.length > 0 === (value === "yes")
        : record.changes.some((change) => changeWords(change).indexOf(value) >= 0)),
      "amended-by": (record) => record.changes.some((change) => change.number.toLowerCase() === value.replace(/^no\./, "").replace(/^№/, "").trim()),
      concept: (record) => record.concepts.some((number) => names[number] && names[number].indexOf(value) >= 0),
    };
    return tests[name] || referring(name, value, index);
  }

  function referring(name, value, index) {
    const cited = index.outline.acts.indexOf(value) >= 0 ? { paths: [value] } : cite.cite(value, index.outline);
    const paths = cited ? cited.paths : [];
    const within = (other) => paths.some((path) => other === path || other.startsWith(path + "/"));
    if (name === "cites") return (record) => record.cites.some(within);
    const sources = index.records.filter((record) => record.structure !== "footnote" && within(record.path));
    const targets = new Set([].concat(...sources.map((record) => record.cites)));
    return (record) => targets.has(record.path);
  }

  scope.ShekaraSearchParts.Matcher = Matcher;
})(typeof window === "object" ? window : globalThis);
