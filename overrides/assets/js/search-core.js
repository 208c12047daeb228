/* The search engine of the site: classic scripts, no dependency, no server; works from a disk.

     const engine = ShekaraSearch.create("../");      // the site's root, relative to the page
     engine.ready().then(() => engine.search("who may detain", { limit: 10, offset: 0 }));

   search() returns its result at once when all that it needs is here, else a promise of it. Answers, concepts, the
   definition and suggestions come with files that are loaded after the first result: until then a result has a promise
   `more` of the same result with them (later it is null). texts(paths) gives the words of provisions, snippet(text,
   terms) the part to show, provision(path) where one stands. The build makes assets/search/ (search/browser.py) from
   the index and from search-core-*.js; the ranking is that of the package search/ (tests/search/test_parity.py). */
(function (scope) {
  "use strict";

  const FOLDER = "assets/search/";
  const arrived = new Map();

  /* Data files call this. */
  scope.ShekaraSearchData = (name, value) => arrived.set(name, value);

  function script(address) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = done;
      element.onerror = () => failed(new Error("could not load " + address));
      document.head.appendChild(element);
    });
  }

  function create(root, load) {
    const fetch = load || ((name) => script(root + name));
    const loading = new Map();
    let started = null;

    /* A file of the build, loaded once; a failure may be tried again. */
    function data(name) {
      if (!loading.has(name)) {
        const promise = fetch(FOLDER + name + ".js").then(() => arrived.get(name));
        loading.set(name, promise);
        promise.catch(() => loading.delete(name));
      }
      return loading.get(name);
    }

    /* The code and the data of the first results; then the engine has all its methods. */
    function ready() {
      if (!started) {
        const files = ["engine", "start", "words-0"].map(data);
        started = Promise.all(files).then(([, start, words]) => {
          engine.begin = scope.ShekaraSearchParts.begin;
          return engine.begin(start, words);
        });
        started.catch(() => { started = null; });
      }
      return started;
    }

    const engine = { arrived, data, ready };
    return engine;
  }

  scope.ShekaraSearch = { create };
  if (typeof module === "object" && module.exports) module.exports = scope.ShekaraSearch;
})(typeof window === "object" ? window : globalThis);
