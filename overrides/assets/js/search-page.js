/* The search page: the query in the field, in the header's box, in the address and in the results is one and the same. */
(function () {
  "use strict";

  var load = null;
  var query = window.ShekaraSearchQuery;
  var view = window.ShekaraSearchView;
  var facets = window.ShekaraSearchFacets;
  var fill = window.ShekaraSearchFill;
  var STEP = 10;
  var parts = {};
  var state = { text: "", shown: STEP, total: 0, settled: true, run: 0 };
  var timers = {};

  function later(name, wait, act) {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(function () {
      timers[name] = null;
      act();
    }, wait);
  }

  /* The address */

  function asked() {
    return new URLSearchParams(window.location.search).get("q") || "";
  }

  /* Write the query into the address: in place while someone types, as a new entry when a search is settled. */
  function record(push) {
    clearTimeout(timers.address);
    timers.address = null;
    var entry = { shown: state.shown, scroll: Math.round(window.scrollY) };
    var address = state.text ? query.address(state.text) : window.location.pathname;
    document.title = (state.text ? state.text + " · " : "") + parts.title;
    try {
      if (push && state.text !== asked()) window.history.pushState(entry, "", address);
      else window.history.replaceState(entry, "", address);
    } catch (error) { /* a browser that keeps addresses of files as they are: the search itself goes on */ }
  }

  /* What is seen */

  function notice(words, kind) {
    view.clear(parts.notice);
    parts.notice.hidden = !words;
    parts.notice.className = "search-notice" + (kind ? " search-notice--" + kind : "");
    if (words) view.append(parts.notice, [].concat(words));
  }

  function speak(words) {
    later("live", 700, function () { parts.live.textContent = words; });
  }

  function counted(number, one, many) {
    return number + " " + (number === 1 ? one : many);
  }

  function linkTo(path) {
    var engine = load.engine();
    var found = engine.provision ? engine.provision(path) : null;
    return found ? { href: load.root + found.url, label: found.title.split(". ")[0] } : { href: query.address(path), label: path };
  }

  function item(hit, result) {
    var card = result.citation && result.citation.path === hit.path;
    return card ? view.citation(hit, load.root) : view.hit(hit, load.root);
  }

  function drawCards(result) {
    view.clear(parts.cards);
    if (result.definition) view.append(parts.cards, [view.definition(result.definition, load.root, linkTo(result.definition.path).label)]);
    view.clear(parts.answers);
    view.append(parts.answers, [view.answers(result.answers, load.root, linkTo)]);
    /* Who names a provision wants that first. */
    var named = result.citation && result.hits.length && result.hits[0].path === result.citation.path;
    parts.list.insertBefore(parts.answers, named ? null : parts.cards.nextSibling);
  }

  /* Answers, cards and names of filters come with files that the first result does not wait for. */
  function drawBeside(result) {
    drawNotes(result);
    drawCards(result);
    drawStatus(result);
    drawFiltersSoon(result);
  }

  function link(address, words) {
    return view.make("a", { href: load.root + address }, [words]);
  }

  /* Ways to every provision that need no search. */
  function otherWays() {
    return [link("concepts/index.html", "the index of concepts"), ", ", link("acts/law/index.html", "the contents of the Law"), " and ",
      link("acts/rules/index.html", "of the Rules"), " lead to every provision."];
  }

  function drawNotes(result) {
    view.clear(parts.notes);
    view.append(parts.notes, [
      result.hint ? view.make("p", { class: "search-hint" }, [result.hint]) : null,
      view.suggestions(result.suggestions, query.address),
      view.concepts(result.concepts, load.root),
      result.total ? null : view.make("p", { class: "search-nothing" }, ["Try other words, or fewer filters; "].concat(otherWays())),
    ]);
  }

  function drawStatus(result) {
    var provisions = counted(result.total, "provision", "provisions");
    var answers = (result.answers || []).length;
    parts.status.textContent = result.total ? provisions : "No provision found.";
    parts.print.textContent = "Search for: " + state.text + " (" + provisions + ")";
    speak((result.total ? provisions + " found" : "No provision found") + (answers ? ", " + counted(answers, "answer", "answers") : "") + ".");
  }

  function drawFilters(result) {
    var set = facets.drawChips(parts.chips, state.text);
    facets.draw(parts.groups, result.facets, state.text);
    parts.facets.hidden = !parts.groups.children.length;
    parts.summary.textContent = set ? "Filters (" + set + " in use)" : "Filters";
  }

  /* While someone types, the results come first. */
  function drawFiltersSoon(result) {
    clearTimeout(timers.filters);
    if (state.settled) drawFilters(result);
    else later("filters", 150, function () { drawFilters(result); });
  }

  function drawMore() {
    parts.more.hidden = state.total <= parts.results.children.length;
  }

  function draw(result) {
    state.total = result.total;
    parts.page.dataset.state = "found";
    parts.page.dataset.query = state.text;
    parts.start.hidden = true;
    parts.found.hidden = false;
    notice("");
    drawBeside(result);
    view.clear(parts.results);
    view.append(parts.results, result.hits.map(function (hit) { return item(hit, result); }));
    drawMore();
    fill.words(parts.list, result.terms || [], current());
    fill.whole(parts.results, result, current());
    follow(result);
  }

  function drawn() {
    return Array.prototype.map.call(parts.results.children, function (row) { return row.dataset.path; });
  }

  /* The same search with all words of readers. Who has begun to choose keeps the results as they stand. */
  function sharpen(result) {
    var same = result.hits.map(function (hit) { return hit.path; }).join() === drawn().join();
    if (!same && window.scrollY === 0 && !parts.results.contains(document.activeElement)) return draw(result);
    state.total = result.total;
    drawMore();
    drawBeside(result);
    return follow(result);
  }

  function follow(result) {
    if (result.more) whenFound(result.more, sharpen, silent);
  }

  function drawStart() {
    parts.page.dataset.state = "start";
    parts.start.hidden = false;
    parts.found.hidden = true;
    clearTimeout(timers.live);
    parts.live.textContent = "";
    notice("");
  }

  function failed() {
    parts.page.dataset.state = "failed";
    notice(["The search could not be loaded. Reload the page; "].concat(otherWays()), "bad");
    speak("The search could not be loaded.");
  }

  /* Searching */

  function search(limit) {
    return load.search(state.text, { limit: limit });
  }

  /* Whether the search of this moment is still the one that is shown. */
  function current() {
    var run = state.run;
    return function () { return run === state.run; };
  }

  /* Nothing further comes: what stands is enough to choose by. */
  function silent() {}

  /* The engine answers at once, or with a promise when it has to fetch more: an answer that comes too late is dropped. */
  function whenFound(found, act, otherwise) {
    var run = state.run;
    if (!found || !found.then) return act(found);
    return found.then(function (result) { if (run === state.run) act(result); }, otherwise || failed);
  }

  function run(done) {
    state.run += 1;
    if (!state.text.trim()) return drawStart();
    if (!load.engine()) return wait(done);
    return whenFound(search(state.shown), function (result) {
      draw(result);
      if (done) done();
    });
  }

  function wait(done) {
    var asking = state.run;
    parts.page.dataset.state = "loading";
    notice("Loading the search …");
    load.start().then(function () {
      if (asking === state.run) run(done);
    }, failed);
  }

  function fields() {
    return [parts.input, parts.header].filter(Boolean);
  }

  function mirror(text) {
    fields().forEach(function (field) { if (field.value !== text) field.value = text; });
  }

  /* A search that somebody chose (a filter, a link, Enter): an entry of its own in the history. */
  function settle(text, done) {
    state.text = text;
    state.shown = STEP;
    state.settled = true;
    mirror(text);
    record(true);
    run(done);
  }

  function typed(field) {
    state.run += 1;
    state.text = field.value;
    state.shown = STEP;
    mirror(state.text);
    var push = state.settled && asked() !== "";
    if (push) record(true);
    else later("address", 250, function () { record(false); });
    state.settled = false;
    if (load.engine()) later("run", 30, run);
    else run();
  }

  function more() {
    var before = parts.results.children.length;
    whenFound(search(before + STEP), function (result) {
      var shown = drawn();
      var others = result.hits.filter(function (hit) { return shown.indexOf(hit.path) < 0; });
      view.append(parts.results, others.slice(0, STEP).map(function (hit) { return view.hit(hit, load.root); }));
      state.shown = parts.results.children.length;
      record(false);
      drawMore();
      fill.words(parts.list, result.terms || [], current());
      speak(state.shown + " of " + counted(state.total, "provision", "provisions") + " shown.");
      var next = parts.results.children[before];
      if (next) next.querySelector("a").focus();
    });
  }

  function fromAddress(entry) {
    state.text = asked();
    state.shown = Math.max(STEP, (entry && entry.shown) || STEP);
    state.settled = true;
    mirror(state.text);
    document.title = (state.text ? state.text + " · " : "") + parts.title;
    run(function () { if (entry && entry.scroll) window.scrollTo(0, entry.scroll); });
  }

  window.ShekaraSearchPage = {
    begin: function (found) {
      parts = found;
      load = window.ShekaraSearchLoad;
      fromAddress(window.history.state);
    },
    fields: fields, fromAddress: fromAddress, more: more, record: record, settle: settle, typed: typed,
    text: function () { return state.text; },
    pending: function () { return Boolean(timers.address); },
  };
})();
