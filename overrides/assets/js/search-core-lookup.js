/* Search engine, part 4: from the words of a query to stems. The counterpart of search/lookup.py. */
(function (scope) {
  "use strict";

  const { distance } = scope.ShekaraSearchParts.language;
  const SHORTEST = 3;
  const MOST = 12;
  const PREFIX_PERCENT = 90;
  const ERROR_PERCENT = [100, 80, 60];

  const allowed = (form) => (form.length < 4 ? 0 : form.length < 8 ? 1 : 2);

  /* Finds words in the lexicon: exact, with another ending, as a beginning, with typing errors. */
  class Lookup {
    constructor(forms, stems, low, endings) {
      this.stemOf = new Map(forms.map((form, index) => [form, stems[index]]));
      this.formsOf = [];
      forms.forEach((form, index) => (this.formsOf[stems[index]] = this.formsOf[stems[index]] || []).push(form));
      this.low = low;
      this.endings = endings;
      this.forms = forms.filter((form) => !this.low.has(this.stemOf.get(form)));
    }

    known(form) {
      if (this.stemOf.has(form)) return this.stemOf.get(form);
      for (const [ending, instead] of this.endings) {
        if (form.endsWith(ending) && form.length - ending.length >= SHORTEST) {
          const other = form.slice(0, form.length - ending.length) + instead;
          if (this.stemOf.has(other)) return this.stemOf.get(other);
        }
      }
      return undefined;
    }

    isLow(form) {
      return this.low.has(this.known(form));
    }

    /* What a folded word may mean, and the word that it was taken for where it is unknown. */
    term(form) {
      const known = this.known(form);
      if (known !== undefined) return { word: form, stems: [[known, 100]] };
      const stems = form.length >= SHORTEST ? this.prefix(form) : [];
      if (stems.length) return { word: form, stems: stems.map((stem) => [stem, PREFIX_PERCENT]) };
      const { errors, near } = this.nearest(form);
      if (!near.length) return { word: form, stems: [] };
      const meant = Array.from(new Set(near.map((word) => this.stemOf.get(word))));
      return { word: form, stems: meant.map((stem) => [stem, ERROR_PERCENT[errors]]), takenFor: near[0] };
    }

    prefix(beginning) {
      const whole = this.known(beginning);
      const found = new Set(whole === undefined || this.low.has(whole) ? [] : [whole]);
      for (const form of this.forms) {
        if (form < beginning) continue;
        if (!form.startsWith(beginning) || found.size >= MOST) break;
        found.add(this.stemOf.get(form));
      }
      return Array.from(found);
    }

    /* The fewest typing errors that lead to words, perhaps with another ending, and these words. */
    nearest(form) {
      const limit = allowed(form);
      if (!limit || /^[0-9]/.test(form)) return { near: [] };
      const ranked = [];
      for (const word of this.forms) {
        if (/^[0-9]/.test(word) || word.length <= SHORTEST) continue;
        const same = word[0] === form[0];
        for (const written of same ? this.inflected(word) : [word]) {
          const more = Math.abs(written.length - form.length);
          const errors = more > limit ? more : distance(form, written, limit);
          if (errors <= limit) ranked.push([errors, same ? 0 : 1, more, word]);
        }
      }
      ranked.sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || (one[3] < other[3] ? -1 : 1));
      const best = ranked.filter((item) => item[0] === ranked[0][0]);
      return { errors: (ranked[0] || [])[0], near: Array.from(new Set(best.map((item) => item[3]))).slice(0, 3) };
    }

    /* A word, and it with other endings: what `known` would take for it. */
    inflected(word) {
      const found = [word];
      this.endings.forEach(([ending, instead]) => {
        const length = word.length - instead.length;
        if (word.endsWith(instead) && length >= SHORTEST) found.push(word.slice(0, length) + ending);
      });
      return found;
    }
  }

  scope.ShekaraSearchParts.Lookup = Lookup;
})(typeof window === "object" ? window : globalThis);
