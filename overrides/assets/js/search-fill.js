/* Gives results their words when these are there. Without them, titles and places are enough to choose by. */
(function () {
  "use strict";

  var view = window.ShekaraSearchView;

  function silent() {}

  function engine() {
    return window.ShekaraSearchLoad.engine();
  }

  /* The words of each result around what was looked for. `current` says whether they are still wanted. */
  function words(list, terms, current) {
    var empty = Array.prototype.slice.call(list.querySelectorAll("[data-words]"));
    if (!empty.length) return;
    engine().texts(empty.map(function (element) { return element.dataset.words; })).then(function (texts) {
      if (!current()) return;
      empty.forEach(function (element) {
        var text = texts[element.dataset.words];
        if (text) view.clear(element).appendChild(view.marked(engine().snippet(text, terms)));
        element.removeAttribute("data-words");
      });
    }, silent);
  }

  /* All the words of a provision that was cited, with those of the provisions in it, which its path as a query finds. */
  function whole(list, result, current) {
    var element = list.querySelector("[data-whole]");
    if (!element) return;
    var path = result.citation.path;
    Promise.resolve(engine().search(path, { limit: 500 })).then(function (found) {
      var inside = found.hits.map(function (hit) { return hit.path; }).filter(function (one) { return one.indexOf(path + "/") === 0; });
      return engine().texts([path].concat(inside)).then(function (texts) {
        if (current()) write(element, result.citation, texts, inside);
      });
    }).catch(silent);
  }

  function write(element, citation, texts, inside) {
    var heading = citation.title.split(". ").slice(1).join(". ");
    var text = texts[citation.path] || "";
    var own = text.indexOf(heading) === 0 ? text.slice(heading.length).trim() || heading : text;
    view.whole(element, own, inside.map(function (path) { return { path: path, text: texts[path] }; }));
    element.removeAttribute("data-whole");
  }

  window.ShekaraSearchFill = { words: words, whole: whole };
})();
