/* Search engine, part 3: words, how far they are apart, and queries of nothing else. The counterpart of search/text.py. */
(function (scope) {
  "use strict";

  const LETTER = "a-zß-öø-ÿā-ɏЀ-ӿ";
  const WORD = new RegExp(
    "[0-9]+(?:\\.[0-9]+)+|[0-9]+-(?:[0-9]+|[ivxl]+)(?![" + LETTER + "0-9])|[0-9]+|[" + LETTER + "]+(?:'[" + LETTER + "]+)*", "g");
  const POSSESSIVE = /'s?$|'s(?=')/;
  const SAME_LENGTH = { "’": "'", "‘": "'", "ʼ": "'", "І": "i", "İ": "i" };

  /* Lower case, character for character. */
  function lower(text) {
    return text.replace(/[A-Z\u0080-\uffff]/g, (char) => {
      if (SAME_LENGTH[char]) return SAME_LENGTH[char];
      const low = char.toLowerCase();
      return low.length === 1 ? low : char;
    });
  }

  /* Cuts texts into folded words; `spelling` is the list of search/language.yml. */
  function wordsOf(spelling) {
    const rules = spelling.map(([pattern, instead]) => [new RegExp(pattern), instead]);
    const folded = new Map();

    function fold(word) {
      let form = folded.get(word);
      if (form === undefined) {
        form = rules.reduce((one, [pattern, instead]) => one.replace(pattern, instead), word.replace(POSSESSIVE, ""));
        folded.set(word, form);
      }
      return form;
    }

    function tokens(text) {
      const found = [];
      for (const match of lower(text).matchAll(WORD)) {
        found.push({ form: fold(match[0]), start: match.index, end: match.index + match[0].length });
      }
      return found;
    }

    return { tokens, forms: (text) => tokens(text).map((token) => token.form) };
  }

  const MAX_LENGTH = 500;
  const CONTROL = /[\x00-\x1f\x7f-\x9f\ufeff]/g;
  const SPEAKS = /[\p{L}\p{N}]/u;
  const SPECIAL = /[":()*]|(?:^|\s)-|(?:^|\s)(?:AND|OR|NOT)(?=\s|$)/;

  /* The text of a query as it is read: not too long, spaces folded. */
  function clean(query) {
    return Array.from(query).slice(0, MAX_LENGTH).join("").replace(CONTROL, " ").split(/\s+/).filter(Boolean).join(" ");
  }

  /* A query of words alone; null where it may be more (then part 8 reads it). */
  function parsePlain(query) {
    const text = clean(query);
    if (SPECIAL.test(text)) return null;
    const nodes = text.split(" ").filter((word) => SPEAKS.test(word)).map((word) => ({ type: "word", text: word, prefix: false }));
    const node = nodes.length > 1 ? { type: "list", nodes } : nodes[0] || null;
    return { text, node, hint: null, plain: node ? nodes.map((one) => one.text).join(" ") : "" };
  }

  /* Letters to change, add, leave out or swap with the next one; more than `limit` is `limit` + 1. */
  function distance(one, other, limit) {
    let last = null;
    let before = null;
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i++) {
      [last, before, row] = [before, row, [i]];
      for (let j = 1; j <= other.length; j++) {
        let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (last && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, last[j - 2] + 1);
        row.push(cost);
      }
      if (Math.min(...row) > limit) return limit + 1;
    }
    return Math.min(row[row.length - 1], limit + 1);
  }

  scope.ShekaraSearchParts = scope.ShekaraSearchParts || {};
  scope.ShekaraSearchParts.language = { wordsOf, clean, parsePlain, distance, SPEAKS };
})(typeof window === "object" ? window : globalThis);
