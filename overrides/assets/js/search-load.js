/* Loads the search engine when somebody searches, and not before. Classic scripts are added to the page,
   because a page opened from a disk may neither fetch nor import. */
(function () {
  "use strict";

  var form = document.querySelector(".site-search");
  var root = (form && form.getAttribute("data-root")) || ".";
  if (root.slice(-1) !== "/") root += "/";
  var CODE = "assets/js/search-core.js";

  /* What the engine asks for as soon as it is there: named here as well, so that it travels beside the engine's code. */
  var FIRST = ["assets/search/engine.js", "assets/search/start.js", "assets/search/words-0.js"];
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

  function link(attributes) {
    var element = document.createElement("link");
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    document.head.appendChild(element);
  }

  var hinted = false;

  function hint() {
    if (hinted) return;
    hinted = true;
    FIRST.forEach(function (address) { link({ rel: "preload", as: "script", href: root + address }); });
  }

  function code() {
    return window.ShekaraSearch ? Promise.resolve() : add(CODE);
  }

  /* The engine with its first data; the same promise for everyone who asks. A failure may be tried again. */
  function start() {
    if (started) return started;
    hint();
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

  /* The first results wait this long, in ms, for the words of readers that come after them: where the network is fast
     they are there at once, and nothing moves under the reader's finger. */
  var PATIENCE = 200;

  function settled(result) {
    if (!result.more) return result;
    var enough = new Promise(function (done) { setTimeout(done, PATIENCE, result); });
    return Promise.race([whole(result), enough]).catch(function () { return result; });
  }

  function whole(result) {
    return result.more ? result.more.then(whole) : result;
  }

  /* A result, at once where everything is here, else a promise of it. */
  function search(text, options) {
    var found = engine.search(text, options);
    return found.then ? found.then(settled) : settled(found);
  }

  function style() {
    if (document.querySelector('link[href$="assets/css/search.css"]')) return;
    link({ rel: "stylesheet", href: root + "assets/css/search.css" });
  }

  /* A search in the address begins before the page is whole. */
  if (document.getElementById("search-page") && /[?&]q=[^&]/.test(window.location.search)) hint();

  window.ShekaraSearchLoad = {
    root: root,
    start: start,
    search: search,
    style: style,
    engine: function () { return engine; },
  };
})();
