/* Search engine, part 1: reading the coded numbers of the data files.
   The counterpart of search/coder.py (an adaptive binary range coder) and search/pack.py (what the numbers mean). */
(function (scope) {
  "use strict";

  const TOP = 0x1000000;
  const HALF = 0x8000;
  const CERTAIN = 64;
  const TREE = 3;
  const RATES = [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 5];

  class Decoder {
    constructor(text) {
      this.bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      this.at = 4;
      this.range = 0xffffffff;
      this.code = ((this.bytes[0] << 24) | (this.bytes[1] << 16) | (this.bytes[2] << 8) | this.bytes[3]) >>> 0;
      this.models = new Map();
    }

    /* A context by its name: the probabilities of its bits, and how often each was used. */
    model(name) {
      let model = this.models.get(name);
      if (!model) this.models.set(name, (model = { chance: [], uses: [] }));
      return model;
    }

    bit(model, place) {
      let chance = model.chance[place];
      if (chance === undefined) {
        chance = HALF;
        model.uses[place] = 0;
      }
      const bound = (this.range >>> 16) * chance;
      const bit = this.code >= bound ? 1 : 0;
      if (bit) {
        this.code -= bound;
        this.range -= bound;
      } else {
        this.range = bound;
      }
      const rate = RATES[Math.min(model.uses[place]++, RATES.length - 1)];
      chance += bit ? -(chance >> rate) : (65536 - chance) >> rate;
      model.chance[place] = Math.min(Math.max(chance, CERTAIN), 65536 - CERTAIN);
      while (this.range < TOP) {
        this.range = (this.range << 8) >>> 0;
        this.code = ((this.code << 8) | (this.at < this.bytes.length ? this.bytes[this.at] : 0)) >>> 0;
        this.at++;
      }
      return bit;
    }

    flag(name) {
      return this.bit(this.model(name), 0);
    }

    number(name) {
      const model = this.model(name);
      let length = 0;
      while (this.bit(model, length)) length++;
      let value = 1;
      for (let index = length - 1; index >= 0; index--) {
        const above = length - index <= TREE ? value : 0;
        value = (value << 1) | this.bit(model, 32 + (length * 32 + index) * 8 + above);
      }
      return value - 1;
    }

    symbol(name, bits) {
      const model = this.model(name);
      let value = 1;
      for (let index = 0; index < bits; index++) value = (value << 1) | this.bit(model, value);
      return value - (1 << bits);
    }
  }

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
    const firsts = new Map(start.acts.map((act) => [act[2], act[0]]));
    let act = "";
    let before = 0;
    for (let index = 0; index < start.size; index++) {
      if (firsts.has(index)) act = firsts.get(index);
      const code = coder.symbol("structure " + before, 3);
      const structure = start.structures[code];
      const depth = coder.number("depth " + code);
      const parent = depth ? open[depth - 1] : -1;
      const above = parent >= 0 && records[parent].structure !== "chapter" ? records[parent] : null;
      const record = { index, act, structure, parent, num: "", above };
      if (structure !== "preamble") {
        const key = (above ? above.path : act) + " " + structure;
        const expected = last.has(key) ? String(parseInt(last.get(key), 10) + 1) : structure === "part" ? "2" : "1";
        record.num = coder.flag("expected " + code) ? expected : odd.shift();
        last.set(key, record.num);
      }
      record.defines = defined[code] = coder.flag("defines " + code + " " + defined[code]);
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
    let stem = 0;
    let before = "";
    for (let count = coder.number("forms"); count > 0; count--) {
      const shared = coder.number("shared " + Math.min(before.length, 15));
      let form = before.slice(0, shared);
      let letter = shared ? alphabet.indexOf(form[shared - 1]) + 1 : 0;
      let first = true;
      while ((letter = coder.symbol("letter " + letter + first, 6))) {
        form += alphabet[letter - 1];
        first = false;
      }
      const back = coder.number("same " + Math.min(shared, 5));
      stems.push(back ? stems[stems.length - back] : stem++);
      forms.push(form);
      before = form;
    }
    return { forms, stems };
  }

  /* A file of words: the first has the lexicon; then for each stem the provisions and the weights (see pack_words). */
  function words(text, start, part) {
    const coder = new Decoder(text);
    const found = part ? {} : lexicon(coder, start.alphabet);
    const postings = [];
    const usual = [];
    const { parts, stems } = start;
    for (let stem = parts[part]; stem < (part + 1 < parts.length ? parts[part + 1] : stems); stem++) {
      const length = coder.number("count");
      const spread = length ? 32 - Math.clz32(Math.floor(start.size / length)) : 0;
      const numbers = new Array(length);
      const weights = new Array(length);
      let before = -1;
      for (let i = 0; i < length; i++) {
        before += coder.number("gap " + spread) + 1;
        const known = usual[before] !== undefined;
        const same = known && coder.flag("usual");
        weights[i] = same ? usual[before] : coder.symbol("weight " + known, 4);
        numbers[i] = before;
        if (!known) usual[before] = weights[i];
      }
      postings.push({ numbers, weights });
    }
    return Object.assign(found, { postings });
  }

  /* Lists of records (see pack_places). */
  function places(text, count, size) {
    const coder = new Decoder(text);
    const bits = width(size);
    return Array.from({ length: count }, () => {
      const numbers = [];
      for (let left = coder.number("places"); left > 0; left--) {
        if (!numbers.length) {
          numbers.push(coder.symbol("first", bits));
          continue;
        }
        const step = coder.number("step");
        numbers.push(numbers[numbers.length - 1] + (step % 2 ? -(step + 1) / 2 : step / 2));
      }
      return numbers;
    });
  }

  /* Gives the records their amendments (see pack_changes). */
  function changes([known, text], records) {
    const coder = new Decoder(text);
    let number = 0;
    for (let left = coder.number("count"); left > 0; left--) {
      number += coder.number("gap");
      const [action, date, act] = known[coder.number("which")];
      records[number].changes.push({ action, date, number: act });
    }
  }

  const SEEN = 3;

  /* The stems that phrases about some records are likely to have (see _PhrasePacker._near). */
  function near(places, texts, records) {
    const found = new Map();
    const add = (stems, place) => stems.forEach((stem) => found.has(stem) || found.set(stem, place));
    places.forEach((place, index) => {
      add(texts[place], index ? 2 : 1);
      const above = records[place].parent;
      if (above >= 0) add(texts[above], 3);
    });
    return found;
  }

  /* The stems of one phrase: a bit for each likely one, those seen most often first; then the others as numbers. */
  function set(coder, kind, before, likely, seen, uses, bits) {
    const stems = [];
    let left = coder.number("stems " + kind + " " + before);
    const ordered = Array.from(new Set([...likely.keys(), ...seen.keys()]));
    ordered.sort((one, other) => (seen.get(other) || 0) - (seen.get(one) || 0) || one - other);
    const there = coder.model("there " + kind);
    for (let i = 0; i < ordered.length && left; i++) {
      const stem = ordered[i];
      const used = Math.min(32 - Math.clz32(uses[stem]), 6);
      const times = Math.min(seen.get(stem) || 0, SEEN);
      const place = (((likely.get(stem) || 0) * 4 + times) * 8 + used) * 4 + Math.min(left, 3);
      if (coder.bit(there, place)) {
        stems.push(stem);
        left--;
      }
    }
    while (left-- > 0) stems.push(coder.symbol("stem", bits));
    stems.forEach((stem) => {
      seen.set(stem, (seen.get(stem) || 0) + 1);
      uses[stem]++;
    });
    return stems;
  }

  /* All phrases by kind and owner (see pack_phrases); `texts` are the stems in the own words of each record. */
  function phrases(start, records, texts, answerPlaces, conceptPlaces) {
    const coder = new Decoder(start.phrases);
    const bits = width(start.stems);
    const uses = new Array(start.stems).fill(0);
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
        let left = coder.number("phrases " + number);
        if (!left) continue;
        const likely = near(of(owner), texts, records);
        const seen = new Map();
        let before = 0;
        while (left-- > 0) {
          const stems = set(coder, number, before, likely, seen, uses, bits);
          found.push({ kind, owner, stems });
          before = Math.min(stems.length, 7);
        }
      }
    });
    return found;
  }

  scope.ShekaraSearchParts = scope.ShekaraSearchParts || {};
  scope.ShekaraSearchParts.unpack = { Decoder, shape, words, places, changes, phrases };
})(typeof window === "object" ? window : globalThis);
