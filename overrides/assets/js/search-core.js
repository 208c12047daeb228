/* The search engine of the site: loads its code and data when asked. What it offers: search-core-engine.js. */
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
