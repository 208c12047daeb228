/* The search boxes of every page but the search page: up to six suggestions while one types (a combobox with a
   listbox), and Enter leads to the search page. There the results are the suggestions. */
(function () {
  "use strict";

  var MOST = 6;

  function make(name, attributes, text) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text) element.textContent = text;
    return element;
  }

  /* Gives a box its suggestions. */
  function attach(box, load) {
    var list = null;
    var live = null;
    var active = -1;
    var shown = null;
    var asking = null;
    var timer = null;
    var spoken = null;

    /* Only once somebody searches: the box becomes a combobox, its list is hung below it. */
    function setUp() {
      if (list) return;
      load.style();
      list = make("div", { class: "suggestions", id: box.id + "-list", role: "listbox", "aria-label": "Suggestions", hidden: "" });
      live = make("p", { class: "sr-only", role: "status" });
      box.form.appendChild(list);
      box.form.appendChild(live);
      var words = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, "aria-haspopup": "listbox" };
      Object.keys(words).forEach(function (key) { box.setAttribute(key, words[key]); });
      list.addEventListener("mousedown", function (event) { if (!event.button) event.preventDefault(); });
      list.addEventListener("click", function (event) { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) close(); });
      load.start().then(suggest, function () { /* the search page will say so */ });
    }

    function options() {
      return Array.prototype.slice.call(list.children);
    }

    function say(words) {
      clearTimeout(spoken);
      spoken = setTimeout(function () { live.textContent = words; }, 600);
    }

    function close() {
      if (!list) return;
      list.hidden = true;
      active = -1;
      shown = asking = null;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
      clearTimeout(spoken);
      live.textContent = "";
    }

    function point(index) {
      options().forEach(function (option, at) { option.setAttribute("aria-selected", String(at === index)); });
      active = index;
      var option = options()[index];
      if (!option) return box.removeAttribute("aria-activedescendant");
      box.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }

    function where(hit) {
      return [].concat(hit.crumbs || []).map(function (crumb) { return (crumb && (crumb.label || crumb.title)) || crumb; }).join(" › ");
    }

    /* What to offer, best first: a question that the site answers, then provisions. */
    function offered(result) {
      var rows = (result.answers || []).slice(0, 1).map(function (answer) {
        return { title: answer.question, where: "Answer on this site", url: answer.url };
      });
      result.hits.forEach(function (hit) { rows.push({ title: hit.title, where: where(hit), url: hit.url, path: hit.path }); });
      return rows.slice(0, MOST);
    }

    function option(row, index) {
      var link = make("a", {
        class: "suggestions__option", id: box.id + "-option-" + index, role: "option", tabindex: "-1",
        "aria-selected": "false", href: load.root + row.url,
      });
      link.appendChild(make("span", { class: "suggestions__title" }, row.title));
      link.appendChild(document.createTextNode(" "));
      link.appendChild(make("span", { class: "suggestions__where" }, row.where));
      if (row.path) link.setAttribute("data-for", row.path);
      return link;
    }

    /* Where a provision stands says less than its words: they take the place as soon as they are there. */
    function fill(terms) {
      var engine = load.engine();
      var links = options().filter(function (link) { return link.hasAttribute("data-for"); });
      engine.texts(links.map(function (link) { return link.getAttribute("data-for"); })).then(function (texts) {
        links.forEach(function (link) {
          var text = texts[link.getAttribute("data-for")];
          var words = text && engine.snippet(text, terms).map(function (piece) { return piece.text; }).join("");
          if (words) link.lastChild.textContent = words;
        });
      }, function () { /* the place stays */ });
    }

    function show(result) {
      var rows = offered(result);
      while (list.firstChild) list.removeChild(list.firstChild);
      rows.map(option).forEach(function (link) { list.appendChild(link); });
      if (!rows.length || document.activeElement !== box) return close();
      list.hidden = false;
      shown = box.value;
      box.setAttribute("aria-expanded", "true");
      point(-1);
      fill(result.terms || []);
      if (result.more) result.more.then(function (whole) { if (box.value === shown && active < 0) show(whole); }, function () { /* no answers */ });
      say(rows.length + (rows.length === 1 ? " suggestion" : " suggestions") + ", " + result.total + (result.total === 1 ? " provision" : " provisions") + " in all.");
    }

    function suggest() {
      var engine = load.engine();
      var words = box.value;
      clearTimeout(timer);
      if (!engine || words === shown || words === asking) return;
      if (!words.trim()) return close();
      var found = load.search(words, { limit: MOST });
      if (!found.then) return show(found);
      asking = words;
      found.then(function (result) { if (box.value === words && active < 0) show(result); }, close);
    }

    function typed(event) {
      if (event.isComposing) return;
      setUp();
      active = -1;
      clearTimeout(timer);
      timer = setTimeout(suggest, 40);
    }

    function step(by) {
      suggest();
      if (list.hidden) return;
      var count = list.children.length;
      point(by > 0 ? (active + 2) % (count + 1) - 1 : (active + count + 1) % (count + 1) - 1);
    }

    function choose(event) {
      if (list.hidden || active < 0) return;
      event.preventDefault();
      options()[active].click();
    }

    /* The first Esc closes the list, the second empties the box. */
    function escape(event) {
      event.preventDefault();
      if (!list.hidden) close();
      else if (box.value) box.value = "";
      else box.blur();
    }

    function pressed(event) {
      if (!list || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        step(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter") choose(event);
      else if (event.key === "Escape") escape(event);
    }

    /* Nothing to search for: the search page with its examples, without an empty "?q=". */
    function submitted(event) {
      if (box.value.trim()) return;
      event.preventDefault();
      window.location.assign(box.form.action);
    }

    box.addEventListener("focus", setUp);
    box.addEventListener("input", typed);
    box.addEventListener("keydown", pressed);
    box.addEventListener("blur", close);
    box.form.addEventListener("submit", submitted);
    if (document.activeElement === box) setUp();
  }

  document.addEventListener("DOMContentLoaded", function () {
    var load = window.ShekaraSearchLoad;
    if (!load || document.getElementById("search-page")) return;
    ["site-search", "home-search"].forEach(function (id) {
      var box = document.getElementById(id);
      if (box) attach(box, load);
    });
  });
})();
