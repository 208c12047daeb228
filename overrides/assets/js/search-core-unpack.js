/* Search engine, part 2: what the coded numbers mean. The counterpart of search/pack.py. */
(function (scope) {
  "use strict";

  const { Decoder, contexts } = scope.ShekaraSearchParts;

  /* Letters of the alphabet, and the end of a word, are fewer than this. */
  const LETTERS = 64;

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

  /* The words with the numbers of their stems (see _pack_lexicon). */
  function lexicon(coder, alphabet) {
    const forms = [];
    const stems = [];
    const low = new Set();
    const [flags] = contexts(1, 1);
    const shares = contexts(16);
    const backs = contexts(6);
    const firsts = contexts(LETTERS, LETTERS);
    const others = contexts(LETTERS, LETTERS);
    let stem = 0;
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
      if (!back && coder.bit(flags, 0)) low.add(stem);
      stems.push(back ? stems[stems.length - back] : stem++);
      forms.push(form);
      before = form;
    }
    return { forms, stems, low };
  }

  /* A file of words: the first has the lexicon; then for each stem the provisions and the weights (see pack_words). */
  function words(text, start, part) {
    const coder = new Decoder(text);
    const found = part ? {} : lexicon(coder, start.alphabet);
    const { parts, stems } = start;
    const read = postingsOf(coder, start.size);
    const postings = [];
    for (let stem = parts[part]; stem < (part + 1 < parts.length ? parts[part + 1] : stems); stem++) postings.push(read());
    return Object.assign(found, { postings });
  }

  /* Reads the provisions of one stem after the other, and its weight in each. */
  function postingsOf(coder, size) {
    const usual = new Uint8Array(size);
    const [counts, flags] = contexts(2);
    const gaps = contexts(width(size) + 2);
    const [fresh, other] = contexts(2, 16);
    return () => {
      const length = coder.number(counts);
      const gap = gaps[length ? 32 - Math.clz32(Math.floor(size / length)) : 0];
      const numbers = new Array(length);
      const weights = new Array(length);
      let before = -1;
      for (let i = 0; i < length; i++) {
        before += coder.number(gap) + 1;
        const known = usual[before];
        const weight = known && coder.bit(flags, 0) ? known : coder.symbol(known ? other : fresh, 4);
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

    /* The stems of the owner's provisions (1 of the first, 2 of others) and of what is above each (3). */
    begin(places, texts, records) {
      this.order.forEach((stem) => { this.near[stem] = this.seen[stem] = 0; });
      this.order = [];
      places.forEach((place, index) => {
        this.add(texts[place], index ? 2 : 1);
        const above = records[place].parent;
        if (above >= 0) this.add(texts[above], 3);
      });
      this.order.sort((one, other) => one - other);
    }

    add(stems, place) {
      stems.forEach((stem) => {
        if (this.near[stem]) return;
        this.near[stem] = place;
        this.order.push(stem);
      });
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

  /* All phrases by kind and owner (see pack_phrases); `texts` are the stems in the own words of each record. */
  function phrases(start, records, texts, answerPlaces, conceptPlaces) {
    const read = phraseReader(start);
    const found = [];
    const own = (owner) => [owner];
    const owners = [
      ["asked", records.length, own],
      ["answer", answerPlaces.length, (owner) => answerPlaces[owner].slice(0, 3)],
      ["label", conceptPlaces.length, (owner) => conceptPlaces[owner].slice(0, 3)],
      ["term", records.length, own],
    ];
    owners.forEach(([kind, count, of], number) => {
      for (let owner = 0; owner < count; owner++) {
        read(number, (likely) => likely.begin(of(owner), texts, records)).forEach((stems) => found.push({ kind, owner, stems }));
      }
    });
    return found;
  }

  /* Reads the phrases of one owner after the other: a bit for each likely stem, then the others as numbers. */
  function phraseReader(start) {
    const coder = new Decoder(start.phrases);
    const bits = width(start.stems);
    const uses = new Uint16Array(start.stems);
    const likely = new Likely(start.stems);
    const counts = contexts(4);
    const lengths = contexts(4 * 8);
    const there = contexts(4, 512);
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

    return (kind, begin) => {
      const found = [];
      let left = coder.number(counts[kind]);
      if (left) begin(likely);
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

  scope.ShekaraSearchParts.unpack = { shape, words, places, counts, changes, phrases };
})(typeof window === "object" ? window : globalThis);
