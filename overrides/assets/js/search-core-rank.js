/* Search engine, part 5: the ranking. The counterpart of search/rank.py: the same steps in the same order. */
(function (scope) {
  "use strict";

  const FULL = 3;

  const rarity = (count, having) => Math.floor(1000 * Math.log(1 + (count - having + 0.5) / (having + 0.5)) + 0.5);
  const whole = (score) => Math.floor(score * 1e9 + 0.5);
  const most = (map, key, value) => { if (value > (map.get(key) || 0)) map.set(key, value); };

  /* The ranking. `space`: size, parents, ends, own(stem), phrasesOf(stem), phrases, masses, weightOf(stem), votes(stem), places(phrase),
     shown(concept), weights, kept (a Map to remember in). */
  function rank(terms, space) {
    const found = { scores: new Map(), words: new Map(), phrases: new Map(), named: new Map(), answers: new Map() };
    const labels = labelled(terms, space);
    compare(terms, space, overlapping(terms, siblings(terms, space, labels), space), found);
    ownWords(terms, space, found);
    cover(terms, space, synonyms(terms, space, labels), found);
    const { words, phrase, chapter, whole: all } = space.weights;
    new Set([...found.words.keys(), ...found.phrases.keys()]).forEach((number) => {
      const score = words * (found.words.get(number) || 0) + phrase * (found.phrases.get(number) || 0);
      found.scores.set(number, space.records[number].structure === "chapter" ? score * chapter : score);
    });
    withAll(terms, space).forEach((number) => found.scores.set(number, found.scores.get(number) + all));
    return found;
  }

  /* The provisions that have every word of the query in their own words. */
  function withAll(terms, space) {
    const having = terms.map((term) => new Set([].concat(...term.stems.map(([stem]) => space.own(stem).numbers))));
    return having.length ? [...having[0]].filter((number) => having.every((set) => set.has(number))) : [];
  }

  const weight = (term, space) => Math.min(...term.stems.map(([stem]) => space.weightOf(stem)));

  /* The labels of concepts that stand whole in the query, each with the words that say it. */
  function labelled(terms, space) {
    const matched = new Map();
    terms.forEach((term, index) => {
      const phrases = new Set([].concat(...term.stems.map(([stem]) => space.phrasesOf(stem))));
      phrases.forEach((phrase) => {
        if (!matched.has(phrase)) matched.set(phrase, []);
        matched.get(phrase).push(index);
      });
    });
    const whole = [...matched].filter(([number, words]) => space.phrases[number].kind === "label" && words.length >= space.phrases[number].stems.length);
    return whole.sort((one, other) => one[0] - other[0]);
  }

  /* For each word that is a label by itself, the stems of the concept's other labels of one word: "gun", "weapon". */
  function siblings(terms, space, labels) {
    const found = terms.map(() => []);
    labels.filter((label) => label[1].length === 1).forEach(([number, [word]]) => {
      space.labels[space.phrases[number].owner].forEach(({ stems }) => {
        if (stems.length === 1) found[word].push([stems[0], space.weights.sibling]);
      });
    });
    return found;
  }

  /* For each phrase the weight of the words that it shares with the query, and which words these are. */
  function overlapping(terms, further, space) {
    const found = new Map();
    terms.forEach((term, index) => {
      const tells = weight(term, space);
      const shares = new Map();
      term.stems.forEach(([stem, percent]) => space.phrasesOf(stem).forEach((phrase) => most(shares, phrase, percent)));
      further[index].forEach(([stem, percent]) => space.phrasesOf(stem).forEach((phrase) => {
        const { kind } = space.phrases[phrase];
        if (kind === "asked" || kind === "answer") most(shares, phrase, percent);
      }));
      shares.forEach((percent, phrase) => {
        if (!found.has(phrase)) found.set(phrase, { overlap: 0, words: 0 });
        found.get(phrase).overlap += Math.floor((tells * percent) / 100);
        found.get(phrase).words++;
      });
    });
    return found;
  }

  /* Scores what phrases lead to; labels and terms lead anywhere only when they stand whole in the query. */
  function compare(terms, space, overlaps, found) {
    const mass = terms.reduce((sum, term) => sum + weight(term, space), 0) || 1;
    overlaps.forEach(({ overlap, words }, number) => {
      const { kind, owner, stems } = space.phrases[number];
      if ((kind === "label" || kind === "term") && words < stems.length) return;
      const likeness = likenessOf(overlap, mass, space.masses[number]);
      if (kind === "label") most(found.named, owner, Math.min(1, overlap / mass));
      if (kind === "answer") most(found.answers, owner, likeness);
      lead(number, likeness, space, found);
    });
  }

  /* How alike two sets of words are by the weight of what they share: covering the query counts most. */
  function likenessOf(overlap, query, phrase) {
    const covered = Math.min(1, overlap / (query || 1));
    const said = Math.min(1, overlap / (phrase || 1));
    return covered * Math.sqrt(covered) * Math.sqrt(said) * Math.sqrt(Math.sqrt(said));
  }

  /* A provision's own words are a phrase that leads to it: short ones may be just what is looked for. */
  function ownWords(terms, space, found) {
    const overlaps = new Map();
    const mass = terms.reduce((sum, term) => sum + weight(term, space), 0);
    terms.forEach((term) => {
      const shares = new Map();
      term.stems.forEach(([stem, percent]) => space.own(stem).numbers.forEach((number) => most(shares, number, percent)));
      shares.forEach((percent, number) => overlaps.set(number, (overlaps.get(number) || 0) + Math.floor((weight(term, space) * percent) / 100)));
    });
    overlaps.forEach((overlap, number) => most(found.phrases, number, space.weights.own * likenessOf(overlap, mass, space.ownMasses[number])));
  }

  /* Gives the provisions that a phrase leads to their share: the first all, each further one a little less. */
  function lead(number, likeness, space, found) {
    const { kind } = space.phrases[number];
    const weights = space.weights;
    let share = likeness * { asked: 1, answer: weights.answer, label: weights.label, term: weights.label }[kind];
    const step = kind === "label" ? weights.label_step : weights.answer_step;
    space.places(number).forEach((place) => {
      most(found.phrases, place, share);
      share *= step;
    });
  }

  /* The provisions whose readers use that word: the more of them, the more it counts. */
  function bag(term, space) {
    const found = new Map();
    const shares = space.weights.votes;
    term.stems.forEach(([stem, percent]) => space.votes(stem).forEach((votes, number) => {
      most(found, number, (shares[Math.min(votes, shares.length) - 1] * percent) / 100);
    }));
    return found;
  }

  /* For each word, the provisions that hold another label of a concept that the word helps to name. */
  function synonyms(terms, space, labels) {
    const found = terms.map(() => new Map());
    labels.forEach(([number, words]) => {
      const said = space.phrases[number];
      space.shown(said.owner).forEach((other) => {
        if (other === said) return;
        allOf(other.stems, space).forEach((value, place) => {
          words.forEach((index) => most(found[index], place, space.weights.synonym * value));
        });
      });
    });
    return found;
  }

  /* The provisions with all of some stems in their own words, and the least of their weights. */
  function allOf(stems, space) {
    let found = null;
    stems.forEach((stem) => {
      const own = space.own(stem);
      const next = new Map();
      own.numbers.forEach((number, i) => {
        const value = own.weights[i] / FULL;
        if (!found) next.set(number, value);
        else if (found.has(number)) next.set(number, Math.min(found.get(number), value));
      });
      found = next;
    });
    return found;
  }

  /* Scores how much of the query each provision's words cover. */
  function cover(terms, space, others, found) {
    let total = 0;
    terms.forEach((term, index) => {
      const { tells, values: said } = saying(term, space);
      const values = others[index].size ? new Map(said) : said;
      others[index].forEach((value, number) => most(values, number, value));
      values.forEach((value, number) => found.words.set(number, (found.words.get(number) || 0) + tells * value));
      total += tells;
    });
    found.words.forEach((value, number) => found.words.set(number, value / (total || 1)));
  }

  const REMEMBERED = 100;

  /* How much a word tells, and how far each provision says it. While somebody types, most words stay: they are kept. */
  function saying(term, space) {
    const key = term.stems.join();
    if (!space.kept.has(key)) {
      if (space.kept.size >= REMEMBERED) space.kept.clear();
      space.kept.set(key, said(term, space));
    }
    return space.kept.get(key);
  }

  function said(term, space) {
    const own = ownOf(term, space);
    const led = bag(term, space);
    const tells = rarity(space.size, new Set([...own.keys(), ...led.keys()]).size);
    const values = new Map(own);
    [led, inherited(own, space)].forEach((further) => further.forEach((value, number) => most(values, number, value)));
    return { tells, values };
  }

  function ownOf(term, space) {
    const found = new Map();
    term.stems.forEach(([stem, percent]) => {
      const own = space.own(stem);
      own.numbers.forEach((number, i) => most(found, number, (own.weights[i] * percent) / (100 * FULL)));
    });
    return found;
  }

  /* What a provision has from the words above it: less with every step. */
  function inherited(own, space) {
    const found = new Map();
    let done = 0;
    Array.from(own.keys()).sort((one, other) => one - other).forEach((number) => {
      if (number < done) return;
      done = space.ends[number];
      for (let below = number + 1; below < done; below++) {
        const above = space.parents[below];
        found.set(below, Math.max(own.get(above) || 0, found.get(above) || 0) * space.weights.inherit);
      }
    });
    return found;
  }

  scope.ShekaraSearchParts.ranking = { rank, whole, rarity, labelled };
})(typeof window === "object" ? window : globalThis);
