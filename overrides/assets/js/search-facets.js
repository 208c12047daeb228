/* The filters beside the results: how many results have which value. Each is a switch that edits the query's text. */
(function () {
  "use strict";

  var query = window.ShekaraSearchQuery;
  var view = window.ShekaraSearchView;
  var make = view.make;

  var GROUPS = [
    { field: "act", title: "Act" },
    { field: "kind", title: "Kind" },
    { field: "concept", title: "Concept" },
    { field: "chapter", title: "Chapter" },
    { field: "amended", title: "Amended" },
  ];
  var SHOWN = 6;

  /* Labels of what is filtered stay known when the filter leaves nothing to count. */
  var labels = {};

  function label(field, value) {
    return labels[field + ":" + value] || value;
  }

  function remember(field, list) {
    list.forEach(function (item) { labels[field + ":" + item.value] = item.label || item.value; });
  }

  /* A filter that is set always has its switch, so that it can be taken out where it was put in. */
  function withSet(field, list, text) {
    var values = list.map(function (item) { return String(item.value).toLowerCase(); });
    var missing = query.filters(text).filter(function (filter) {
      return filter.field === field && !filter.negated && values.indexOf(filter.value.toLowerCase()) < 0;
    });
    return missing.map(function (filter) {
      return { value: filter.value, label: label(field, filter.value), count: null };
    }).concat(list);
  }

  function facet(field, item, text) {
    var pressed = query.has(text, field, item.value);
    return make("li", {}, [
      make("button", { type: "button", class: "facet", "aria-pressed": String(pressed), "data-field": field, "data-value": item.value }, [
        make("span", { class: "facet__label" }, view.headed(item.label || item.value)),
        item.count === null || item.count === undefined ? null : make("span", { class: "facet__count" }, [
          make("span", { class: "sr-only" }, [", "]), item.count, make("span", { class: "sr-only" }, [item.count === 1 ? " provision" : " provisions"]),
        ]),
      ]),
    ]);
  }

  function group(definition, list, text, open) {
    var items = withSet(definition.field, list || [], text);
    if (!items.length) return null;
    items.sort(function (one, other) { return query.has(text, definition.field, other.value) - query.has(text, definition.field, one.value); });
    var switches = items.map(function (item) { return facet(definition.field, item, text); });
    var rest = switches.splice(SHOWN);
    return make("section", { class: "facets", "aria-label": "Filter by " + definition.title.toLowerCase() }, [
      make("h3", { class: "facets__title" }, [definition.title]),
      make("ul", {}, switches),
      rest.length ? make("details", { class: "facets__more", "data-group": definition.field, open: open }, [
        make("summary", {}, [rest.length + " more"]),
        make("ul", {}, rest),
      ]) : null,
    ]);
  }

  function focused(box) {
    var active = document.activeElement;
    return active && box.contains(active) && active.matches("button.facet") ? active : null;
  }

  function refocus(box, button) {
    if (!button) return;
    var again = Array.prototype.filter.call(box.querySelectorAll("button.facet"), function (other) {
      return other.dataset.field === button.dataset.field && other.dataset.value === button.dataset.value;
    })[0];
    var details = again && again.closest("details.facets__more");
    if (details) details.open = true;
    (again || box.querySelector("button.facet") || box).focus();
  }

  /* Draw all groups anew; the switch that had the focus keeps it, and what was unfolded stays so. */
  function draw(box, facets, text) {
    var button = focused(box);
    var open = Array.prototype.map.call(box.querySelectorAll("details[open]"), function (details) { return details.dataset.group; });
    view.clear(box);
    GROUPS.forEach(function (definition) {
      var list = (facets && facets[definition.field]) || [];
      remember(definition.field, list);
      view.append(box, [group(definition, list, text, open.indexOf(definition.field) >= 0)]);
    });
    refocus(box, button);
  }

  /* The filters in use, each with a button that takes it out. */
  function drawChips(list, text) {
    var set = query.filters(text);
    view.clear(list);
    list.hidden = !set.length;
    set.forEach(function (filter) {
      var name = (filter.negated ? "not " : "") + filter.field + ": " + label(filter.field, filter.value);
      view.append(list, [make("li", {}, [
        make("button", {
          type: "button", class: "chip", "aria-label": "Remove filter " + name,
          "data-field": filter.field, "data-value": filter.value, "data-negated": filter.negated ? "1" : null,
        }, [name, make("span", { class: "chip__cross", "aria-hidden": "true" }, ["×"])]),
      ])]);
    });
    return set.length;
  }

  window.ShekaraSearchFacets = { draw: draw, drawChips: drawChips };
})();
