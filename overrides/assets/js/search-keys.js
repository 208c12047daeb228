/* What a reader does on the search page: type, press keys, choose filters and links, go back. */
(function () {
  "use strict";

  var page = window.ShekaraSearchPage;
  var query = window.ShekaraSearchQuery;
  var parts = {};

  function collect() {
    ["page", "form", "input", "live", "notice", "start", "found", "facets", "groups", "list", "status", "chips", "notes",
      "cards", "answers", "results", "more"].forEach(function (name) {
      parts[name] = document.getElementById({ page: "search-page", groups: "search-facet-groups" }[name] || "search-" + name);
    });
    parts.header = document.getElementById("site-search");
    parts.summary = parts.facets.querySelector("summary");
    parts.print = document.querySelector(".search-print");
    parts.title = document.title;
    return parts;
  }

  function seen(element) {
    return Boolean(element && element.getClientRects().length);
  }

  /* The field that the reader can see: on a narrow screen that is the header's. */
  function field() {
    return seen(parts.input) ? parts.input : parts.header;
  }

  function links() {
    return Array.prototype.slice.call(parts.list.querySelectorAll("a.hit__link"));
  }

  function plain(event) {
    return !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing);
  }

  function move(event, from) {
    var all = links();
    var next = from + (event.key === "ArrowDown" ? 1 : -1);
    if (!all.length || next >= all.length) return;
    event.preventDefault();
    if (next < 0) return back();
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  }

  function back() {
    var box = field();
    box.focus();
    box.select();
  }

  /* Down leads into the results; Esc empties the field, and leaves it when it is empty. */
  function fieldKey(event) {
    if (!plain(event)) return;
    if (event.key === "ArrowDown") return move(event, -1);
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (event.target.value) page.settle("");
    else event.target.blur();
  }

  function listKey(event) {
    if (!plain(event)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      return back();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var at = links().indexOf(event.target);
    if (at >= 0) move(event, at);
  }

  function ours(event) {
    return !event.defaultPrevented && !event.button && plain(event);
  }

  /* Links to other searches are followed here; opened in a new tab they are what they look like. */
  function followed(event) {
    var link = event.target.closest ? event.target.closest("a[href]") : null;
    if (!link || !ours(event)) return;
    var href = link.getAttribute("href");
    if (!/^(index\.html)?\?q=/.test(href)) return page.record(false);
    event.preventDefault();
    page.settle(new URLSearchParams(href.slice(href.indexOf("?"))).get("q"));
    window.scrollTo(0, 0);
  }

  function chosen(event) {
    var button = event.target.closest ? event.target.closest("button[data-field]") : null;
    if (!button) return;
    var data = button.dataset;
    var chip = button.classList.contains("chip");
    var text = chip ? query.without(page.text(), data.field, data.value, data.negated) : query.toggle(page.text(), data.field, data.value);
    page.settle(text, chip && function () { (parts.chips.querySelector("button") || field()).focus(); });
  }

  function submitted(event) {
    event.preventDefault();
    page.settle(field().value);
    if (window.matchMedia("(pointer: coarse)").matches) field().blur();
  }

  /* Filters stand open beside the results where there is room, and folded above them where there is none. */
  function unfold() {
    var wide = window.matchMedia("(min-width: 60em)");
    function fold() { parts.facets.open = wide.matches; }
    fold();
    if (wide.addEventListener) wide.addEventListener("change", fold);
  }

  function listen() {
    page.fields().forEach(function (box) {
      box.addEventListener("input", function (event) { if (!event.isComposing) page.typed(box); });
      box.addEventListener("compositionend", function () { page.typed(box); });
      box.addEventListener("focus", function () { window.ShekaraSearchLoad.start().catch(function () { /* said when one searches */ }); });
      box.addEventListener("keydown", fieldKey);
      box.form.addEventListener("submit", submitted);
    });
    parts.list.addEventListener("keydown", listKey);
    parts.page.addEventListener("click", followed);
    parts.found.addEventListener("click", chosen);
    parts.more.addEventListener("click", page.more);
    window.addEventListener("popstate", function (event) { page.fromAddress(event.state); });
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (!document.getElementById("search-page")) return;
    collect();
    unfold();
    page.begin(parts);
    listen();
    var free = document.activeElement === document.body;
    if (free && window.matchMedia("(pointer: fine)").matches && seen(parts.input)) parts.input.focus({ preventScroll: true });
  });
})();
