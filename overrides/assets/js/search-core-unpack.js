/* Search engine, part 2: what the coded numbers mean. The counterpart of search/pack.py, pack_words.py and pack_phrases.py. */
(function (scope) {
  "use strict";

  const { Decoder, contexts } = scope.ShekaraSearchParts;

  /* Letters of the alphabet, and the end of a word, are fewer than this. */
  const LETTERS = 64;

  /* Bits of the weight of a stem in a provision. */
  const WEIGHT = 2;

  function width(count) {
    return Math.max(1, 32 - Math.clz32(count - 1));
  }

  /* Which structure each record has, how deep it lies, and its number (see pack_shape). */
  function shape(start) {
    const coder = new Decoder(start.shape);
    const odd = start.numbers.slice();
    const last = new Map();
    const records = [];
    const open = [];
    const defined = start.structures.map(() => 0);
    const structures = contexts(8, 8);
    const depths = contexts(8);
    const expectations = contexts(8, 1);
    const definitions = contexts(8, 2);
    const firsts = new Map(start.acts.map((act) => [act[2], act[0]]));
    let act = "";
    let before = 0;
    for (let index = 0; index < start.size; index++) {
      if (firsts.has(index)) act = firsts.get(index);
      const code = coder.symbol(structures[before], 3);
      const structure = start.structures[code];
      const depth = coder.number(depths[code]);
      const parent = depth ? open[depth - 1] : -1;
      const above = parent >= 0 && records[parent].structure !== "chapter" ? records[parent] : null;
      const record = { index, act, structure, parent, num: "", above };
      if (structure !== "preamble") {
        const key = (above ? above.path : act) + " " + structure;
        const expected = last.has(key) ? String(parseInt(last.get(key), 10) + 1) : structure === "part" ? "2" : "1";
        record.num = coder.bit(expectations[code], 0) ? expected : odd.shift();
        last.set(key, record.num);
      }
      record.defines = defined[code] = coder.bit(definitions[code], defined[code]);
      name(record, records);
      records.push(record);
      open[depth] = index;
      before = code;
    }
    return records;
  }

  const PREFIX = { chapter: "chp", article: "art", paragraph: "para", subparagraph: "subpara", part: "al", annex: "att", footnote: "fn" };
  const NAMED = ["chapter", "part", "annex", "footnote"];
  const TOPMOST = ["chapter", "article", "annex"];
  const PAGES = ["chapter", "article", "annex"];

  /* Path, eId and page of a record follow from its place (parser/eid.py, parser/address.py). */
  function name(record, records) {
    const { structure, num, above } = record;
    const step = structure === "preamble" ? structure : NAMED.indexOf(structure) >= 0 ? structure + "-" + num : num;
    const id = structure === "preamble" ? structure : PREFIX[structure] + "_" + num;
    record.path = (above ? above.path : record.act) + "/" + step;
    record.eid = above && TOPMOST.indexOf(structure) < 0 ? above.eid + "__" + id : id;
    const parent = record.parent >= 0 ? records[record.parent] : null;
    record.page = PAGES.indexOf(structure) >= 0 ? structure + "-" + num : parent ? parent.page : "index";
    record.url = "acts/" + record.act + "/" + record.page + ".html#" + record.eid;
  }

  /* The words with the numbers of their stems (see _pack_lexicon); those after the first file may have a stem of it. */
  function lexicon(coder, alphabet, known) {
    const forms = [];
    const stems = [];
    const low = new Set();
    const [flags, olds] = contexts(2, 1);
    const [numbers] = contexts(1, 1 << width(known || 1));
    const shares = contexts(16);
    const backs = contexts(6);
    const firsts = contexts(LETTERS, LETTERS);
    const others = contexts(LETTERS, LETTERS);
    let next = known || 0;
    let before = "";
    for (let count = coder.number(contexts(1)[0]); count > 0; count--) {
      const shared = coder.number(shares[Math.min(before.length, 15)]);
      let form = before.slice(0, shared);
      let letter = shared ? alphabet.indexOf(form[shared - 1]) + 1 : 0;
      let after = firsts;
      while ((letter = coder.symbol(after[letter], 6))) {
        form += alphabet[letter - 1];
        after = others;
      }
      const back = coder.number(backs[Math.min(shared, 5)]);
      if (back) stems.push(stems[stems.length - back]);
      else if (known && coder.bit(olds, 0)) stems.push(coder.symbol(numbers, width(known)));
      else {
        if (coder.bit(flags, 0)) low.add(next);
        stems.push(next++);
      }
      forms.push(form);
      before = form;
    }
    return { forms, stems, low, next };
  }

  /* A file of words: the first has the lexicon; then for each stem its postings and its readers (see pack_words). */
  function words(text, start, part) {
    const coder = new Decoder(text);
    const found = part ? {} : lexicon(coder, start.alphabet);
    const { parts, stems } = start;
    const read = postingsOf(coder, start.size);
    const often = placesOf(coder, start.size);
    const also = placesOf(coder, start.size);
    const end = part + 1 < parts.length ? parts[part + 1] : stems;
    found.lists = [];
    for (let stem = parts[part]; stem < end; stem++) {
      found.lists.push({ stem, own: read(), often: often(), also: start.headings ? [] : also() });
    }
    return found;
  }

  /* The later words, then for each stem its later readers (see pack_later_words). */
  function laterWords(coder, start) {
    const found = lexicon(coder, start.alphabet, start.stems);
    const read = placesOf(coder, start.size);
    found.also = Array.from({ length: found.next }, read);
    return found;
  }

  /* Reads lists of provisions in their order: how many, and the gaps (see _pack_places). */
  function placesOf(coder, size) {
    const [counts] = contexts(1);
    const gaps = contexts(width(size) + 2);
    return () => {
      const length = coder.number(counts);
      const gap = gaps[length ? 32 - Math.clz32(Math.floor(size / length)) : 0];
      let before = -1;
      return Array.from({ length }, () => (before += coder.number(gap) + 1));
    };
  }

  /* Reads the provisions of one stem after the other, and its weight in each. */
  function postingsOf(coder, size) {
    const usual = new Uint8Array(size);
    const [counts, flags] = contexts(2);
    const gaps = contexts(width(size) + 2);
    const [fresh, other] = contexts(2, 1 << WEIGHT);
    return () => {
      const length = coder.number(counts);
      const gap = gaps[length ? 32 - Math.clz32(Math.floor(size / length)) : 0];
      const numbers = new Array(length);
      const weights = new Array(length);
      let before = -1;
      for (let i = 0; i < length; i++) {
        before += coder.number(gap) + 1;
        const known = usual[before];
        const weight = known && coder.bit(flags, 0) ? known : coder.symbol(known ? other : fresh, WEIGHT);
        if (!known) usual[before] = weight;
        numbers[i] = before;
        weights[i] = weight;
      }
      return { numbers, weights };
    };
  }

  /* Lists of records (see pack_places). */
  function places(text, count, size) {
    const coder = new Decoder(text);
    const bits = width(size);
    const [counts, steps] = contexts(2);
    const [firsts] = contexts(1, 1 << bits);
    return Array.from({ length: count }, () => {
      const numbers = [];
      for (let left = coder.number(counts); left > 0; left--) {
        if (!numbers.length) {
          numbers.push(coder.symbol(firsts, bits));
          continue;
        }
        const step = coder.number(steps);
        numbers.push(numbers[numbers.length - 1] + (step % 2 ? -(step + 1) / 2 : step / 2));
      }
      return numbers;
    });
  }

  /* Whole numbers, one after the other (see pack_counts). */
  function counts(text, length) {
    const coder = new Decoder(text);
    const [context] = contexts(1);
    return Array.from({ length }, () => coder.number(context));
  }

  /* Gives the records their amendments (see pack_changes). */
  function changes([known, text], records) {
    const coder = new Decoder(text);
    const [counts, gaps, which] = contexts(3);
    let number = 0;
    for (let left = coder.number(counts); left > 0; left--) {
      number += coder.number(gaps);
      const [action, date, act] = known[coder.number(which)];
      records[number].changes.push({ action, date, number: act });
    }
  }

  const SEEN = 3;

  /* The stems that phrases of one owner are likely to have: those seen most often with it first, then by number. */
  class Likely {
    constructor(stems) {
      this.order = [];
      this.near = new Uint8Array(stems);
      this.seen = new Uint16Array(stems);
    }

    /* Some stems and how near they are to the owner: [[stems, nearness] …]. */
    begin(groups) {
      this.order.forEach((stem) => { this.near[stem] = this.seen[stem] = 0; });
      this.order = [];
      groups.forEach(([stems, nearness]) => stems.forEach((stem) => {
        if (this.near[stem]) return;
        this.near[stem] = nearness;
        this.order.push(stem);
      }));
      this.order.sort((one, other) => one - other);
    }

    /* A stem was seen once more: it moves up. */
    move(stem) {
      const { order, seen } = this;
      const old = order.indexOf(stem);
      if (old >= 0) order.splice(old, 1);
      const times = ++seen[stem];
      let at = 0;
      while (at < order.length && (seen[order[at]] > times || (seen[order[at]] === times && order[at] < stem))) at++;
      order.splice(at, 0, stem);
    }
  }

  const KINDS = ["asked", "label", "term", "answer"];

  /* The phrases of some kinds by their owners (see pack_phrases). `index` tells which provisions an owner's phrases are
     near to (owners), and the stems of their texts and, later, of their readers (texts, said). */
  function phrases(coder, kinds, stems, index) {
    const read = phraseReader(coder, stems);
    const found = [];
    kinds.forEach((kind) => index.owners(kind).forEach((places, owner) => {
      const near = () => [].concat(...places.slice(0, 3).map((place, at) => nearTo(place, at ? 2 : 1, index)));
      read(KINDS.indexOf(kind), near).forEach((one) => found.push({ kind, owner, stems: one }));
    }));
    return found;
  }

  function nearTo(place, nearness, { records, texts, said }) {
    const above = records[place].parent;
    return [[texts[place], nearness], [above >= 0 ? texts[above] : [], 3], [said ? said[place] : [], 4]];
  }

  /* Reads the phrases of one owner after the other: a bit for each likely stem, then the others as numbers. */
  function phraseReader(coder, count) {
    const bits = width(count);
    const uses = new Uint16Array(count);
    const likely = new Likely(count);
    const counts = contexts(4);
    const lengths = contexts(4 * 8);
    const there = contexts(4, 1024);
    const [numbers] = contexts(1, 1 << bits);

    function stemsOf(kind, left) {
      const { order, near, seen } = likely;
      const stems = [];
      for (let i = 0; i < order.length && left; i++) {
        const stem = order[i];
        const used = Math.min(32 - Math.clz32(uses[stem]), 6);
        const place = ((near[stem] * 4 + Math.min(seen[stem], SEEN)) * 8 + used) * 4 + Math.min(left, 3);
        if (!coder.bit(there[kind], place)) continue;
        stems.push(stem);
        left--;
      }
      while (left-- > 0) stems.push(coder.symbol(numbers, bits));
      return stems;
    }

    return (kind, near) => {
      const found = [];
      let left = coder.number(counts[kind]);
      if (left) likely.begin(near());
      for (let before = 0; left > 0; left--) {
        const stems = stemsOf(kind, coder.number(lengths[kind * 8 + before]));
        stems.forEach((stem) => {
          likely.move(stem);
          uses[stem]++;
        });
        before = Math.min(stems.length, 7);
        found.push(stems);
      }
      return found;
    };
  }

  scope.ShekaraSearchParts.unpack = { shape, words, laterWords, places, counts, changes, phrases };
})(typeof window === "object" ? window : globalThis);
