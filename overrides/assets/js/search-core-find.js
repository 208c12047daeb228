/* Search engine, part 6: an index in memory, facets. The counterpart of search/space.py and search/facets.py. */
(function (scope) {
  "use strict";

  const { Decoder, Lookup, unpack, language, ranking } = scope.ShekaraSearchParts;
  const HEADED = ["chapter", "article", "annex"];
  const CAN_DEFINE = ["paragraph", "subparagraph", "part"];
  const NOTHING = { numbers: [], weights: [] };
  const FACETS = ["act", "chapter", "kind", "concept", "amended"];
  const MOST_VALUES = 20;

  /* Everything known of the provisions. Of a large corpus, postings and headings come as they are needed. */
  class Index {
    constructor(start) {
      this.start = start;
      this.weights = start.weights;
      this.size = start.size;
      this.large = !start.headings;
      this.words = language.wordsOf(start.language.spelling);
      this.records = unpack.shape(start);
      this.postings = new Array(start.stems);
      this.readers = new Array(start.stems);
      this.phrases = [];
      this.terms = [];
      this.kept = new Map();
      this.fill(start);
      this.places_ = { answer: unpack.places(start.answerPlaces, start.answers, start.size), label: unpack.places(start.conceptPlaces, start.concepts, start.size) };
      this.places_.label.forEach((places, concept) => places.forEach((number) => this.records[number].concepts.push(concept)));
      this.shown_ = unpack.counts(start.shown, start.concepts);
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
      const headings = (start.headings || []).slice();
      this.names = new Map(start.acts);
      records.forEach((record) => {
        record.heading = (HEADED.indexOf(record.structure) >= 0 && headings.shift()) || "";
        const parent = record.parent >= 0 ? records[record.parent] : null;
        record.chapter = record.structure === "chapter" ? record.num : parent ? parent.chapter : "";
        record.article = record.structure === "article" ? record.num : parent ? parent.article : "";
        record.kind = record.defines && CAN_DEFINE.indexOf(record.structure) >= 0 ? "definition" : record.structure;
        record.label = this.names.get(record.act) + ", " + shortLabel(record, records);
        Object.assign(record, { changes: [], cites: [], concepts: [] });
      });
      unpack.changes(start.changes, records);
      this.byPath = new Map(records.map((record) => [record.path, record]));
    }

    /* A file of words; the first has the lexicon. */
    addWords(part, text) {
      const { forms, stems, low, lists } = unpack.words(text, this.start, part);
      lists.forEach(({ stem, own, often, also }) => {
        this.postings[stem] = own;
        this.readers[stem] = { often, also };
      });
      if (part) return;
      this.lookup = new Lookup(forms, stems, low, this.start.language.endings);
      this.texts = this.records.map(() => []);
      if (!this.large) this.postings.forEach((list, stem) => list.numbers.forEach((number) => this.texts[number].push(stem)));
      this.addPhrases(unpack.phrases(new Decoder(this.start.phrases), ["asked", "label", "term"], this.start.stems, this));
    }

    /* What other files say of single provisions, if anything. */
    addNames({ headings = [], terms = [], cites = [] }) {
      headings.forEach(([number, heading]) => { this.records[number].heading = heading; });
      terms.forEach(([number, ...term]) => { this.terms[number] = term; });
      cites.forEach(([number, ...paths]) => { this.records[number].cites = paths; });
    }

    /* Phrases, and with them how much a word tells among all that are here. */
    addPhrases(found, stems) {
      this.phrases = this.phrases.concat(found);
      this.byStem = Array.from({ length: stems || this.start.stems }, () => []);
      this.labels = this.shown_.map(() => []);
      this.kept.clear();
      let terms = 0;
      this.phrases.forEach((phrase, number) => {
        phrase.stems.forEach((stem) => this.byStem[stem].push(number));
        if (phrase.kind === "label") this.labels[phrase.owner].push(phrase);
        if (phrase.kind === "term") phrase.number = terms++;
      });
      this.tells = this.byStem.map((list) => ranking.rarity(this.phrases.length, list.length));
      const mass = (stems) => stems.reduce((sum, stem) => sum + this.tells[stem], 0);
      this.masses = this.phrases.map((phrase) => mass(phrase.stems));
      this.ownMasses = this.large ? scope.ShekaraSearchParts.large.masses(this.start, this.records) : this.texts.map(mass);
    }

    /* The provisions that the phrases of each owner of a kind are about. */
    owners(kind) {
      return this.places_[kind] || this.records.map((record) => [record.index]);
    }

    /* The provisions whose readers use a stem, and how many of them do. */
    votes(stem) {
      const votes = new Map();
      const add = (number, count) => votes.set(number, (votes.get(number) || 0) + count);
      this.byStem[stem].map((phrase) => this.phrases[phrase]).forEach(({ kind, owner }) => { if (kind === "asked") add(owner, 1); });
      const { often = [], also = [] } = this.readers[stem] || {};
      often.concat(also).forEach((number) => add(number, 1));
      return votes;
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
      return this.labels[concept].slice(0, this.shown_[concept]);
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

  /* How many of the provisions found have which value; most frequent first, of equals the first found. */
  function facets(numbers, index, concepts) {
    const counts = new Map(FACETS.map((name) => [name, new Map()]));
    const count = (name, value) => counts.get(name).set(value, (counts.get(name).get(value) || 0) + 1);
    numbers.slice().sort((one, other) => one - other).forEach((number) => {
      const record = index.records[number];
      count("act", record.act);
      new Set([record.kind, record.structure]).forEach((kind) => count("kind", kind));
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
    return [value, index.names.get(act) + ", Chapter " + number + (chapter.heading && ". " + chapter.heading)];
  }

  scope.ShekaraSearchParts.find = { Index, facets, terms, termsOf };
})(typeof window === "object" ? window : globalThis);
