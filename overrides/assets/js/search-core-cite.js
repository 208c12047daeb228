/* Search engine, part 9, loaded after the first results: citations as people type them. The counterpart of parser/citation.py and
   citation_words.py, step for step. */
(function (scope) {
  "use strict";

  const ACTS = {
    law: ["law"], act: ["law"], "70-v": ["law"],
    rules: ["rules", "decree"], rule: ["rules", "decree"], regulation: ["rules", "decree"], regulations: ["rules", "decree"],
    decree: ["decree", "rules"], resolution: ["decree", "rules"], 866: ["decree", "rules"],
  };
  const UNITS = [
    ["chapter", "chapter chapters chap ch chp"],
    ["annex", "annex annexes appendix annexe att app"],
    ["article", "article articles art arts section sec"],
    ["definition", "definition definitions def term"],
    ["paragraph", "paragraph paragraphs para paras par p pp point clause item cl pt"],
    ["subparagraph", "subparagraph subparagraphs subpara subparas subpar subp sub sp"],
    ["part", "part al"],
  ];
  const UNIT_OF = new Map();
  const RANK = new Map();
  UNITS.forEach(([unit, words], rank) => {
    RANK.set(unit, rank);
    words.split(" ").forEach((word) => UNIT_OF.set(word, unit));
  });
  const SKIPPED = new Set("of the in to from under this these no nr n number s dated government republic kazakhstan".split(" "));
  const PIECE = /[a-z]+|[0-9]+(?:-(?:[0-9]+|v)(?![0-9a-z]))?|[^a-z0-9]/g;
  const PUNCTUATION = new Set(" ()[].,/:;§№#_–—'\"");
  const LAST = new RegExp("[0-9]|\\b(?:" + Object.keys(ACTS).join("|") + ")\\b");
  const ACT_NUMBER = new RegExp("\\b(?:" + Object.keys(ACTS).filter((name) => /^[0-9]/.test(name)).join("|") + ")\\b");
  const EXACT = /^[a-z]+(?:\/[a-z0-9-]+)+$/;
  const MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
  const DATE = "[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|" +
    "[0-9]{1,2} " + MONTH + " [0-9]{4}|" + MONTH + " [0-9]{1,2}, ?[0-9]{4}";
  const IS_DATE = new RegExp("^(?:" + DATE + ")$");
  const HYPHENS = /^[0-9]+(?:-[0-9]+){2,}$/;
  const MAX_LENGTH = 120;
  const MAX_NUMBER = 4;
  const YEAR = /^(?:19|20)[0-9]{2}$/;
  const PLURALS = /(?:^|[^a-z])(?:chapters|annexes|articles|arts|paragraphs|paras|subparagraphs|subparas)(?![a-z])/;
  const NUMBERED = ["article", "paragraph", "subparagraph"];
  const actsOf = (piece) => (Object.prototype.hasOwnProperty.call(ACTS, piece) ? ACTS[piece] : null);

  /* Steps outermost first. A bare number belongs to the unit before it: "Art. 76(4)" is one group. */
  function ordered(steps) {
    const groups = [];
    steps.forEach((step) => {
      if (step.unit || !groups.length) groups.push([step]);
      else groups[groups.length - 1].push(step);
    });
    const rank = (group) => RANK.get(group[0].unit || "article");
    return [].concat(...groups.sort((one, other) => rank(one) - rank(other)));
  }

  /* The acts that are named and the steps; null where a word has no place in a citation. */
  function read(text) {
    let acts = [];
    let unit = "";
    const steps = [];
    for (const piece of text.replace(/\bsub[- ]?(?=p)/g, "sub").match(PIECE) || []) {
      if (actsOf(piece) && (!acts.length || (piece !== "act" && piece !== "law"))) acts = actsOf(piece);
      else if (UNIT_OF.has(piece)) unit = UNIT_OF.get(piece);
      else if (YEAR.test(piece) && !unit) continue;
      else if (/^[0-9]/.test(piece)) {
        if (piece.split("-")[0].length > MAX_NUMBER || piece[0] === "0") return null;
        steps.push({ unit, num: piece });
        unit = "";
      } else if (!SKIPPED.has(piece) && !PUNCTUATION.has(piece) && !actsOf(piece)) return null;
    }
    return unit ? null : { acts, steps: ordered(steps) };
  }

  class Reader {
    constructor(outline, steps, named) {
      this.outline = outline;
      this.steps = steps;
      this.named = named;
    }

    cite(acts) {
      const known = (acts.length ? acts : this.outline.acts).filter((act) => this.outline.acts.indexOf(act) >= 0);
      const plain = this.steps.length === 1 && !this.steps[0].unit && !acts.length;
      const paths = Array.from(new Set([].concat(...known.map((act) => this.follow(act)))));
      if (paths.length) return { paths, nearest: null, missing: "", plain, named: this.named };
      const tell = acts.length || ["", "subparagraph", "part"].indexOf(this.steps[0].unit) < 0;
      const nearest = tell ? this.nearest(known) : null;
      if (nearest === null && !acts.length) return null;
      return { paths, nearest, missing: this.missing(nearest), plain, named: this.named };
    }

    follow(act) {
      return this.steps.reduce(
        (places, step, index) => [].concat(...places.map((place) => this.step(place, step, index === 0))), [act]);
    }

    step(place, step, first) {
      if (step.unit === "definition") return this.below(place).filter((path) => this.at(path).listed && this.at(path).num === step.num);
      const exact = this.exact(place, step, first);
      if (exact.length) return exact;
      const between = this.range(place, step, first);
      const compound = step.num.indexOf("-") >= 0;
      if (between.length || (first && step.unit !== "subparagraph" && !compound)) return between;
      return !first || compound ? this.deeper(place, step) : [];
    }

    exact(place, step, first) {
      const named = ["chapter", "annex", "part"].indexOf(step.unit) >= 0;
      const path = place + "/" + (named ? step.unit + "-" : "") + step.num;
      const block = this.at(path);
      if (step.unit === "part" && step.num === "1" && !block && this.at(place)) return [place];
      return !block || (first && !this.mayBegin(block, step.unit)) ? [] : [path];
    }

    mayBegin(block, unit) {
      if (unit === "article") return this.named || block.structure === "article";
      return unit !== "subparagraph" && (unit !== "paragraph" || block.structure !== "article");
    }

    range(place, step, first) {
      const match = /^([0-9]+)-([0-9]+)$/.exec(step.num);
      if (!match) return [];
      const ends = [match[1], match[2]].map((num) => this.exact(place, { unit: step.unit, num: String(parseInt(num, 10)) }, first)[0]);
      if (parseInt(match[2], 10) <= parseInt(match[1], 10) || !ends[0] || !ends[1]) return [];
      const structure = this.at(ends[0]).structure;
      const inside = this.below(place).filter((path) => level(path) === level(ends[0]) && this.at(path).structure === structure);
      return inside.slice(inside.indexOf(ends[0]), inside.indexOf(ends[1]) + 1);
    }

    deeper(place, step) {
      const wanted = step.unit === "subparagraph" ? ["subparagraph"] : ["paragraph", "subparagraph"];
      return this.below(place).filter((path) => this.at(path).num === step.num && wanted.indexOf(this.at(path).structure) >= 0);
    }

    at(path) {
      return this.outline.byPath.get(path);
    }

    below(place) {
      return this.outline.paths.filter((path) => path.startsWith(place + "/"));
    }

    nearest(acts) {
      for (let count = this.steps.length - 1; count > 0; count--) {
        const shorter = new Reader(this.outline, this.steps.slice(0, count), this.named);
        for (const act of acts) {
          const found = shorter.follow(act);
          if (found.length) return found[0];
        }
      }
      return acts.find((act) => this.units(act, this.steps[0]).length) || null;
    }

    missing(nearest) {
      if (nearest === null) return "There is no such provision.";
      const wanted = this.outline.acts.indexOf(nearest) >= 0 ? this.steps[0] : this.steps[this.steps.length - 1];
      const units = this.units(nearest, wanted);
      const name = (this.outline.label(nearest) + " has no " + wanted.unit + " " + wanted.num).replace("  ", " ");
      if (!units.length) return name + ".";
      const first = this.outline.shortLabel(units[0]);
      const last = this.outline.shortLabel(units[units.length - 1]);
      return name + "; it has " + (first === last ? first : first + " to " + last) + ".";
    }

    units(place, step) {
      if (step.unit === "definition") return this.below(place).filter((path) => this.at(path).listed);
      const wanted = ["chapter", "annex", "part"].indexOf(step.unit) >= 0 ? [step.unit] : NUMBERED;
      return this.below(place).filter((path) => level(path) === level(place) + 1 && wanted.indexOf(this.at(path).structure) >= 0);
    }
  }

  const level = (path) => path.split("/").length;

  /* A path as this project writes it; of one that leads nowhere, the nearest above it. An article's first words are
     part of its record. */
  function byPath(path, outline) {
    let above = path.replace(/\/part-1$/, (end) => (outline.byPath.has(path) ? end : ""));
    const wanted = above;
    while (!outline.byPath.has(above) && outline.acts.indexOf(above) < 0) above = above.slice(0, above.lastIndexOf("/"));
    if (above === wanted) return { paths: [wanted], nearest: null, missing: "", plain: false, named: true };
    return { paths: [], nearest: above, missing: 'There is no "' + path + '".', plain: false, named: true };
  }

  const fold = (text) => text.toLowerCase().replace(/_/g, " ").split(/\s+/).filter(Boolean).join(" ");

  /* The act that a text names, and nothing in it; null where it does not. */
  function actIn(text, outline) {
    const folded = fold(text).replace(new RegExp(DATE, "g"), " ");
    const found = folded.length > MAX_LENGTH ? null : read(folded);
    return (found && !found.steps.length && found.acts.find((act) => outline.acts.indexOf(act) >= 0)) || null;
  }

  /* What a text cites; null where it is no citation. `outline`: acts, paths in order, byPath, label, shortLabel. */
  function cite(text, outline) {
    const folded = fold(text);
    if (EXACT.test(folded) && outline.acts.indexOf(folded.split("/")[0]) >= 0) return byPath(folded, outline);
    if (!folded || folded.length > MAX_LENGTH || IS_DATE.test(folded)) return null;
    const listed = PLURALS.test(folded) ? several(folded, outline) : null;
    const whole = listed || one(HYPHENS.test(folded) ? folded.replace(/-/g, ".") : folded, outline);
    return whole && whole.paths.length ? whole : several(folded, outline) || whole;
  }

  function one(folded, outline) {
    const found = read(folded);
    if (!found || !found.steps.length) return null;
    return new Reader(outline, found.steps, found.acts.length > 0).cite(found.acts);
  }

  /* "art. 76, 77": each part for itself, a bare number as the first part begins. */
  function several(folded, outline) {
    const [first, ...others] = folded.split(/,|;|\band\b/).map((part) => part.trim());
    if (others.some((part) => /^[0-9]/.test(part) && /[a-z]/.test(part))) return null;
    const begins = first.split(/[0-9]/)[0];
    const parts = [first, ...others.map((part) => (/^[0-9]/.test(part) ? begins + part : part))];
    if (!others.length || !parts.every(Boolean)) return null;
    const cited = parts.map((part) => one(part, outline)).filter((found) => found && found.paths.length && !found.plain);
    if (cited.length < parts.length) return null;
    const paths = Array.from(new Set([].concat(...cited.map((found) => found.paths))));
    return { paths, nearest: null, missing: "", plain: false, named: cited[0].named };
  }

  /* The provisions that some words cite among others. A bare number cites nothing. */
  function citationsIn(text, outline) {
    const words = text.split(/\s+/).filter(Boolean).slice(0, 60);
    const found = new Set();
    for (let at = 0; at < words.length; at++) {
      for (let end = Math.min(words.length, at + 8); end > at; end--) {
        const citation = cite(words.slice(at, end).join(" "), outline);
        const elsewhere = words[end] === "of" && words[end + 1] === "the" && !(citation && citation.named);
        if (!citation || !citation.paths.length || citation.plain || elsewhere || !LAST.test(words[end - 1].toLowerCase())) continue;
        citation.paths.forEach((path) => found.add(path));
        at = end - 1;
        break;
      }
    }
    return Array.from(found);
  }

  /* All that lies in some provisions. */
  function within(paths, index) {
    const inside = new Set();
    paths.forEach((path) => {
      const first = index.byPath.get(path).index;
      for (let number = first; number < index.ends[first]; number++) inside.add(number);
    });
    return inside;
  }

  /* Raises what a query mentions by its number among other words, and all in it. */
  function lift(paths, scores, index) {
    within(paths, index).forEach((number) => scores.set(number, (scores.get(number) || 0) + index.weights.mentioned));
  }

  /* What is cited, then what lies in it, then what refers to it. */
  function cited({ paths, nearest, plain }, scores, index) {
    const meant = Array.from(new Set(paths.length ? paths : [nearest])).filter(Boolean);
    const first = meant.map((path) => index.byPath.get(path).index);
    const order = new Set([...first, ...within(meant, index)]);
    const named = new Set([...order].map((number) => index.records[number].path));
    index.records.forEach((record) => { if (record.cites.some((path) => named.has(path))) order.add(record.index); });
    first.forEach((number, position) => scores.set(number, 100 - position));
    return plain ? first : Array.from(order);
  }

  scope.ShekaraSearchParts.cite = { cite, citationsIn, actIn, lift, cited, ACT_NUMBER };
})(typeof window === "object" ? window : globalThis);
