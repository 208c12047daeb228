/* Loads the search engine when somebody searches, and not before. Classic scripts are added to the page,
   because a page opened from a disk may neither fetch nor import. */
(function () {
  "use strict";

  var form = document.querySelector(".site-search");
  var root = (form && form.getAttribute("data-root")) || ".";
  if (root.slice(-1) !== "/") root += "/";
  var SCRIPTS = ["assets/js/search-core.js"];
  var engine = null;
  var started = null;

  function add(address) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = root + address;
      script.onload = done;
      script.onerror = function () { failed(new Error("could not load " + address)); };
      document.head.appendChild(script);
    });
  }

  function code() {
    if (window.ShekaraSearch) return Promise.resolve();
    return SCRIPTS.reduce(function (before, address) {
      return before.then(function () { return add(address); });
    }, Promise.resolve());
  }

  /* The engine with its first data; the same promise for everyone who asks. A failure may be tried again. */
  function start() {
    if (started) return started;
    started = code().then(function () {
      var made = window.ShekaraSearch.create(root);
      return Promise.resolve(made.ready()).then(function () {
        engine = made;
        return made;
      });
    });
    started.catch(function () { started = null; });
    return started;
  }

  function style() {
    if (document.querySelector('link[href$="assets/css/search.css"]')) return;
    var link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = root + "assets/css/search.css";
    document.head.appendChild(link);
  }

  window.ShekaraSearchLoad = {
    root: root,
    start: start,
    style: style,
    engine: function () { return engine; },
  };
})();
