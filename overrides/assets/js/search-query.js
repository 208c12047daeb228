/* The words of a query as text: which filters stand in it, and how to put one in or take it out.
   The text is the truth; a click on a filter only edits it. What a query means is the engine's business. */
(function (scope) {
  "use strict";

  var FIELDS = ["act", "chapter", "article", "kind", "concept", "amended", "amended-by", "cites", "cited-by"];

  /* A provision has one of these: choosing another value replaces the first. */
  var SINGLE = ["act", "chapter", "article", "kind"];

  /* A filter, a phrase, a mark that is not closed (yet), a run of other characters ("76(4)" is one), a bracket. */
  var TOKEN = /-?[a-z-]+:"[^"]+"|"[^"]*"|"|[^\s()"]+(?:\([^\s()"]*\)[^\s()"]*)*|[()]/gi;
  var FILTER = /^(-?)([a-z-]+):(?:"([^"]*)"|(.+))$/i;

  function filterOf(token) {
    var match = FILTER.exec(token);
    if (!match || FIELDS.indexOf(match[2].toLowerCase()) < 0) return null;
    var value = match[3] === undefined ? match[4] : match[3];
    return { field: match[2].toLowerCase(), value: value, negated: match[1] === "-" };
  }

  /* The filters in a query, in their order, each with its place in the text. */
  function filters(text) {
    var found = [];
    var match;
    TOKEN.lastIndex = 0;
    while ((match = TOKEN.exec(text))) {
      var filter = filterOf(match[0]);
      if (!filter) continue;
      var not = /(^|[\s(])NOT\s+$/.exec(text.slice(0, match.index));
      if (not) filter.negated = true;
      filter.start = not ? not.index + not[1].length : match.index;
      filter.end = match.index + match[0].length;
      found.push(filter);
    }
    return found;
  }

  function same(one, other) {
    return String(one).toLowerCase() === String(other).toLowerCase();
  }

  function has(text, field, value) {
    return filters(text).some(function (filter) {
      return !filter.negated && filter.field === field && same(filter.value, value);
    });
  }

  function tidy(text) {
    return text.replace(/\(\s*\)/g, " ").replace(/\s+/g, " ").replace(/ \)/g, ")").trim();
  }

  function cut(text, unwanted) {
    return tidy(filters(text).filter(unwanted).reduceRight(function (rest, filter) {
      return rest.slice(0, filter.start) + " " + rest.slice(filter.end);
    }, text));
  }

  /* The query without one filter; without `value`, without all of that field. */
  function without(text, field, value, negated) {
    return cut(text, function (filter) {
      return filter.field === field && filter.negated === Boolean(negated) &&
        (value === undefined || same(filter.value, value));
    });
  }

  function written(field, value) {
    return field + ":" + (/[\s()"]/.test(value) ? '"' + String(value).replace(/"/g, "") + '"' : value);
  }

  /* A filter after "a OR b" would hold for b alone, unless a and b stand in brackets. */
  function guarded(text) {
    var outside = text.replace(/"[^"]*"/g, " ");
    while (/\([^()]*\)/.test(outside)) outside = outside.replace(/\([^()]*\)/g, " ");
    return /(^|\s)OR(\s|$)/.test(outside) ? "(" + text + ")" : text;
  }

  function added(text, field, value) {
    var rest = without(SINGLE.indexOf(field) < 0 ? text : without(text, field), field, value, true);
    return tidy(guarded(rest) + " " + written(field, value));
  }

  function toggle(text, field, value) {
    return has(text, field, value) ? without(text, field, value) : added(text, field, value);
  }

  /* The address of a search, relative to the search page or to `page`. */
  function address(text, page) {
    return (page || "") + "?q=" + encodeURIComponent(text).replace(/%20/g, "+");
  }

  var api = { address: address, filters: filters, has: has, toggle: toggle, without: without, written: written };
  scope.ShekaraSearchQuery = api;
  if (typeof module === "object" && module.exports) module.exports = api;
})(typeof window === "object" ? window : globalThis);
