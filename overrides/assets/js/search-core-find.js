/* Search engine, part 5: an index in memory, what a query allows, facets.
   The counterpart of search/space.py, search/match.py, search/filters.py and search/facets.py. */
(function (scope) {
  "use strict";

  const { unpack, language, ranking } = scope.ShekaraSearchParts;
  const HEADED = ["chapter", "article", "annex"];
  const CAN_DEFINE = ["paragraph", "subparagraph", "part"];
  const NOTHING = { numbers: [], weights: [] };
  const FACETS = ["act", "chapter", "kind", "concept", "amended"];
  const MOST_VALUES = 20;

  /* Everything known of the provisions; words come in parts (one, for an act or two). */
  class Index {
    constructor(start) {
      this.start = start;
      this.weights = start.weights;
      this.size = start.size;
      this.words = language.wordsOf(start.language.spelling);
      this.defining = new Set(start.language.defining.split(" "));
      this.records = unpack.shape(start);
      this.postings = new Array(start.stems);
      this.parts = start.parts.map(() => null);
      this.fill(start);
      this.places_ = { answer: unpack.places(start.answerPlaces, start.answers, start.size), label: unpack.places(start.conceptPlaces, start.shown.length, start.size) };
      this.parents = this.records.map((record) => record.parent);
      this.ends = this.records.map((record) => record.index + 1);
      for (let number = this.size - 1; number >= 0; number--) {
        const parent = this.parents[number];
        if (parent >= 0) this.ends[parent] = Math.max(this.ends[parent], this.ends[number]);
      }
      this.outline = this.outlined();
    }

    /* What the start file says of single records. */
    fill(start) {
      const records = this.records;
      const headings = start.headings.slice();
      this.names = new Map(start.acts);
      records.forEach((record) => {
        record.heading = HEADED.indexOf(record.structure) >= 0 ? headings.shift() : "";
        const parent = record.parent >= 0 ? records[record.parent] : null;
        record.chapter = record.structure === "chapter" ? record.num : parent ? parent.chapter : "";
        record.article = record.structure === "article" ? record.num : parent ? parent.article : "";
        record.kind = record.structure;
        record.label = this.names.get(record.act) + ", " + shortLabel(record, records);
        Object.assign(record, { changes: [], cites: [], citedBy: [], concepts: [], defines: false });
      });
      start.defining.forEach((number) => {
        records[number].defines = true;
        if (CAN_DEFINE.indexOf(records[number].structure) >= 0) records[number].kind = "definition";
      });
      start.changes.forEach(([number, action, date, act]) => records[number].changes.push({ action, date, number: act }));
      this.byPath = new Map(records.map((record) => [record.path, record]));
      start.cites.forEach(([number, ...paths]) => { records[number].cites = paths; });
    }

    /* A part of the lexicon with its postings. */
    addWords(part, text) {
      const found = unpack.words(text, this.start, part);
      found.postings.forEach((list, index) => { this.postings[this.start.parts[part][1] + index] = list; });
      this.parts[part] = found;
      this.join();
    }

    /* The part with the words that begin as this one does. */
    partOf(form) {
      return this.start.parts.reduce((found, part, number) => (part[0].slice(0, 2) <= form.slice(0, 2) ? number : found), 0);
    }

    /* The lexicon of all parts that are here; the phrases, once. */
    join() {
      const here = this.parts.filter(Boolean);
      const forms = [].concat(...here.map((part) => part.forms));
      const stems = [].concat(...here.map((part) => part.stems));
      this.lookup = new ranking.Lookup(forms, stems, this.start.language, this.start.low);
      if (!this.phrases) this.readPhrases();
    }

    readPhrases() {
      const texts = this.records.map(() => []);
      if (this.parts.length === 1) {
        this.postings.forEach((list, stem) => list.numbers.forEach((number) => texts[number].push(stem)));
      }
      this.phrases = unpack.phrases(this.start, this.records, texts, this.places_.answer, this.places_.label);
      this.byStem = Array.from({ length: this.start.stems }, () => []);
      this.labels = this.start.shown.map(() => []);
      let terms = 0;
      this.phrases.forEach((phrase, number) => {
        phrase.stems.forEach((stem) => this.byStem[stem].push(number));
        if (phrase.kind === "label") this.labels[phrase.owner].push(phrase);
        if (phrase.kind === "term") phrase.number = terms++;
      });
      this.tells = this.byStem.map((list) => ranking.rarity(this.phrases.length, list.length));
      this.masses = this.phrases.map((phrase) => phrase.stems.reduce((sum, stem) => sum + this.tells[stem], 0));
      this.ownMasses = this.parts.length > 1 ? this.start.ownMasses : texts.map((stems) => stems.reduce((sum, stem) => sum + this.tells[stem], 0));
      this.places_.label.forEach((places, concept) => places.forEach((number) => this.records[number].concepts.push(concept)));
    }

    own(stem) {
      return this.postings[stem] || NOTHING;
    }

    phrasesOf(stem) {
      return this.byStem[stem];
    }

    weightOf(stem) {
      return this.tells[stem];
    }

    places(number) {
      const { kind, owner } = this.phrases[number];
      return this.places_[kind] ? this.places_[kind][owner] : [owner];
    }

    shown(concept) {
      return this.labels[concept].slice(0, this.start.shown[concept]);
    }

    /* What citations are looked up in. */
    outlined() {
      const provisions = this.records.filter((record) => record.structure !== "footnote");
      const lists = new Set(this.records.filter((record) => record.kind === "definition" && record.structure === "subparagraph").map((record) => record.parent));
      provisions.forEach((record) => { record.listed = record.structure === "subparagraph" && lists.has(record.parent); });
      return {
        acts: this.start.acts.map((act) => act[0]),
        paths: provisions.map((record) => record.path),
        byPath: new Map(provisions.map((record) => [record.path, record])),
        label: (path) => (this.names.has(path) ? this.names.get(path) : this.byPath.get(path).label),
        shortLabel: (path) => shortLabel(this.byPath.get(path), this.records),
      };
    }
  }

  /* How a provision is called within its act (parser/labels.py). */
  function shortLabel(record, records) {
    const chain = [];
    for (let one = record; one; one = one.parent >= 0 ? records[one.parent] : null) {
      if (one.structure !== "chapter" || one === record) chain.unshift(one);
    }
    return chain.map((one, index) => {
      if (index && (one.structure === "paragraph" || one.structure === "subparagraph")) return "(" + one.num + ")";
      if (one.structure === "part") return (index ? "," : "") + " part " + one.num;
      if (HEADED.indexOf(one.structure) >= 0) return one.structure[0].toUpperCase() + one.structure.slice(1) + " " + one.num;
      const num = one.structure === "footnote" ? "" : " " + one.num;
      return (index ? ", " : "") + (one.structure + num).trim();
    }).join("").trim();
  }

  const intersect = (sets) => sets.reduce((found, set) => new Set([...found].filter((number) => set.has(number))));
  const unite = (sets) => new Set([].concat(...sets.map((set) => [...set])));

  /* Which provisions a query allows. `texts` may be missing yet: then a phrase is all of its words. */
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
      return intersect([this.everything, ...terms(node, this.index).map((term) => unite(term.stems.map(([stem]) => this.index.own(stem).numbers)))]);
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
      const telling = stems.filter((stem) => !lookup.low.has(stem));
      const likely = intersect([this.everything, ...telling.map((stem) => new Set(this.index.own(stem).numbers))]);
      return new Set([...likely].filter((number) => {
        const text = this.texts(number);
        return text === null || this.stands(text, stems) || this.stands(this.index.records[number].heading, stems);
      }));
    }

    stands(text, stems) {
      const found = this.index.words.forms(text).map((form) => this.index.lookup.known(form));
      return found.some((_, at) => stems.every((stem, step) => found[at + step] === stem));
    }
  }

  /* What the parts of a word may mean. */
  function terms(node, index) {
    const forms = index.words.forms(node.text);
    const whole = node.prefix ? forms.slice(0, -1) : forms;
    const found = whole.filter((form) => !index.lookup.isLow(form)).map((form) => index.lookup.term(form));
    if (node.prefix && forms.length) {
      const last = forms[forms.length - 1];
      found.push({ word: last, stems: index.lookup.prefix(last).map((stem) => [stem, 100]) });
    }
    return found;
  }

  /* What the words of a node of a query may mean. */
  function termsOf(node, index) {
    if (node.type === "word" && node.prefix) return terms(node, index);
    return index.words.forms(node.text).filter((form) => !index.lookup.isLow(form)).map((form) => index.lookup.term(form));
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
    const cited = index.outline.acts.indexOf(value) >= 0 ? { paths: [value] } : scope.ShekaraSearchParts.cite.cite(value, index.outline);
    const paths = cited ? cited.paths : [];
    const within = (other) => paths.some((path) => other === path || other.startsWith(path + "/"));
    if (name === "cites") return (record) => record.cites.some(within);
    const sources = index.records.filter((record) => record.structure !== "footnote" && within(record.path));
    const targets = new Set([].concat(...sources.map((record) => record.cites)));
    return (record) => targets.has(record.path);
  }

  /* How many of the provisions found have which value; most frequent first, of equals the first found. */
  function facets(numbers, index, concepts) {
    const counts = new Map(FACETS.map((name) => [name, new Map()]));
    const count = (name, value) => counts.get(name).set(value, (counts.get(name).get(value) || 0) + 1);
    numbers.slice().sort((one, other) => one - other).forEach((number) => {
      const record = index.records[number];
      count("act", record.act);
      count("kind", record.kind);
      if (record.chapter) count("chapter", record.act + "/" + record.chapter);
      record.concepts.forEach((concept) => concepts[concept] && count("concept", concept));
      new Set(record.changes.map((change) => change.date.slice(0, 4))).forEach((year) => count("amended", year));
    });
    const found = {};
    counts.forEach((values, name) => {
      const ordered = Array.from(values).sort((one, other) => other[1] - one[1]).slice(0, MOST_VALUES);
      found[name] = ordered.map(([value, number]) => {
        const [shown, label] = labelled(name, value, index, concepts);
        return { value: shown, label, count: number };
      });
    });
    return found;
  }

  function labelled(name, value, index, concepts) {
    if (name === "act") return [value, index.names.get(value)];
    if (name === "concept") return concepts[value];
    if (name !== "chapter") return [value, value];
    const [act, number] = value.split("/");
    const chapter = index.byPath.get(act + "/chapter-" + number);
    return [value, index.names.get(act) + ", Chapter " + number + ". " + chapter.heading];
  }

  scope.ShekaraSearchParts.find = { Index, Matcher, facets, termsOf };
})(typeof window === "object" ? window : globalThis);
