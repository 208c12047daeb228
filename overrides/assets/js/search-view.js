/* What a search found, as elements. Words from the query and from the data enter the page as text only:
   nothing here reads HTML from a string. */
(function () {
  "use strict";

  var LONG = 3500;
  var MOST_CITED = 4;
  var SHORT = 110;
  var MARKER = /(?:^|\s)(?:Article )?[0-9]+(?:-[0-9]+)?[.)] $/;

  function append(parent, children) {
    children.forEach(function (child) {
      if (child === null || child === undefined || child === "") return;
      parent.appendChild(typeof child === "object" ? child : document.createTextNode(String(child)));
    });
    return parent;
  }

  /* An element with attributes and children (elements or text). */
  function make(name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      var value = attributes[key];
      if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
    });
    return append(element, children || []);
  }

  function clear(element) {
    while (element.firstChild) element.removeChild(element.firstChild);
    return element;
  }

  /* Pieces of text with the words that were looked for marked. */
  function marked(pieces) {
    var parts = document.createDocumentFragment();
    pieces.forEach(function (piece) {
      parts.appendChild(piece.mark ? make("mark", {}, [piece.text]) : document.createTextNode(piece.text));
    });
    return parts;
  }

  /* A heading that the act prints in capitals is shown in small ones, letter for letter. */
  function quiet(words) {
    return make("span", { class: words === words.toUpperCase() ? "caps" : null }, [words]);
  }

  /* "Chapter 9. HEADING": a narrow screen leaves out the headings that are `far`. */
  function headed(name, far) {
    var at = name.indexOf(". ");
    if (at < 0) return [name];
    return [name.slice(0, at), make("span", { class: far ? "hit__far" : null }, [". ", quiet(name.slice(at + 2))])];
  }

  /* Where a provision stands: its act, chapter and article. */
  function crumbs(hit) {
    if (!hit.crumbs || !hit.crumbs.length) return null;
    var line = make("p", { class: "hit__crumbs" });
    var last = hit.crumbs.map(function (name) { return name.indexOf(". ") > 0; }).lastIndexOf(true);
    hit.crumbs.forEach(function (name, index) {
      if (index) append(line, [make("span", { class: "hit__sep", "aria-hidden": "true" }, [" › "]), make("span", { class: "sr-only" }, [", "])]);
      append(line, [make("span", {}, headed(name, index < last))]);
    });
    return line;
  }

  function amendments(hit) {
    var dates = hit.amended === true ? [""] : [].concat(hit.amended || []);
    if (!dates.length) return null;
    return make("span", { class: "badge-amended" }, [("amended " + dates.join(", ")).trim()]);
  }

  /* The path is how people cite a provision here; it can be typed into the search like any citation. */
  function foot(hit) {
    return make("p", { class: "hit__foot" }, [make("code", {}, [hit.path]), " ", amendments(hit)]);
  }

  function title(hit, root) {
    return make("h3", { class: "hit__title" }, [make("a", { class: "hit__link", href: root + hit.url }, headed(hit.title))]);
  }

  function hit(found, root) {
    return make("li", { class: "hit", "data-path": found.path }, [
      crumbs(found),
      title(found, root),
      make("p", { class: "hit__words", "data-words": found.path }),
      foot(found),
    ]);
  }

  /* A provision that was asked for by its number: all of its words. It is the first result itself. */
  function citation(found, root) {
    return make("li", { class: "hit hit--card", "data-path": found.path }, [
      make("p", { class: "hit__label" }, ["The provision you named"]),
      crumbs(found),
      title(found, root),
      make("blockquote", { class: "hit__words hit__words--whole", "data-whole": found.path }),
      foot(found),
    ]);
  }

  /* A term and the words by which an act defines it. */
  function definition(defined, root, where) {
    return make("section", { class: "hit hit--card hit--definition", "aria-label": "Definition" }, [
      make("h2", { class: "hit__label" }, ["Defined term"]),
      make("h3", { class: "hit__title" }, [make("a", { class: "hit__link", href: root + defined.url }, [defined.term])]),
      make("blockquote", { class: "hit__words hit__words--whole" }, [defined.words]),
      make("p", { class: "hit__foot" }, [where ? where + " " : "", make("code", {}, [defined.path])]),
    ]);
  }

  /* The words of a provision, a line for each provision in it. `inside` has these in order as {path, text}; a number
     belongs to the words after it. */
  function lines(text, inside) {
    var starts = [{ at: 0, depth: 0 }];
    var from = 0;
    var outer = inside.length ? inside[0].path.split("/").length : 0;
    inside.forEach(function (one) {
      var at = one.text ? text.indexOf(one.text, from) : -1;
      if (at < 0) return;
      var marker = MARKER.exec(text.slice(Math.max(0, at - 20), at));
      starts.push({ at: marker ? at - marker[0].trimStart().length : at, depth: one.path.split("/").length - outer });
      from = at + 1;
    });
    return starts.map(function (start, index) {
      var end = index + 1 < starts.length ? starts[index + 1].at : text.length;
      return { depth: start.depth, text: text.slice(start.at, end).trim() };
    }).filter(function (line) { return line.text; });
  }

  /* All the words of a provision; very long ones are folded until somebody wants them. */
  function whole(element, text, inside) {
    clear(element);
    lines(text, inside).forEach(function (line) { append(element, [make("p", { class: "hit__line hit__line--" + Math.min(line.depth, 2) }, [line.text])]); });
    if (text.length < LONG) return;
    element.classList.add("hit__words--folded");
    var button = make("button", { type: "button", class: "hit__unfold", "aria-expanded": "false" }, ["Show the whole text"]);
    button.addEventListener("click", function () {
      var folded = element.classList.toggle("hit__words--folded");
      button.setAttribute("aria-expanded", String(!folded));
      button.textContent = folded ? "Show the whole text" : "Show less";
    });
    element.parentNode.insertBefore(button, element.nextSibling);
  }

  /* Less of the beginning of an answer, up to the end of a sentence or of a word. */
  function opening(text, most) {
    if (text.length <= most) return text;
    var head = text.slice(0, most + 1);
    var sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf("? "));
    if (sentence > most / 3) return head.slice(0, sentence + 1);
    return head.slice(0, head.lastIndexOf(" ")) + " …";
  }

  function cited(paths, link) {
    if (!paths || !paths.length) return null;
    var line = make("p", { class: "search-answer__cites" }, ["Rests on: "]);
    paths.slice(0, MOST_CITED).forEach(function (path, index) {
      append(line, [index ? ", " : "", make("a", { href: link(path).href }, [link(path).label])]);
    });
    return append(line, [paths.length > MOST_CITED ? ", and " + (paths.length - MOST_CITED) + " more" : ""]);
  }

  /* Plain questions with the beginning of their answers. What they say is the site's own; the provisions are law. */
  function answers(list, root, link) {
    if (!list || !list.length) return null;
    return make("section", { class: "search-answers own-material", "aria-labelledby": "search-answers-title" }, [
      make("h2", { class: "search-answers__title", id: "search-answers-title" }, ["Answers on this site"]),
      make("ul", {}, list.map(function (answer, index) {
        return make("li", { class: "search-answer", "data-answer": answer.id }, [
          make("h3", { class: "search-answer__question" }, [make("a", { class: "hit__link", href: root + answer.url }, [answer.question])]),
          make("p", {}, [index ? opening(answer.answer, SHORT) : answer.answer]),
          cited(answer.cites, link),
        ]);
      })),
    ]);
  }

  /* "Did you mean": links to other searches. */
  function suggestions(list, address) {
    if (!list || !list.length) return null;
    var line = make("p", { class: "search-meant" }, ["Did you mean "]);
    list.forEach(function (words, index) {
      append(line, [index ? ", " : "", make("a", { href: address(words), "data-query": words }, [words])]);
    });
    return append(line, ["?"]);
  }

  function concepts(list, root) {
    if (!list || !list.length) return null;
    var line = make("p", { class: "search-concepts" }, ["Concepts: "]);
    list.forEach(function (concept, index) {
      append(line, [index ? " · " : "", make("a", { href: root + concept.url }, [concept.label])]);
    });
    return line;
  }

  window.ShekaraSearchView = {
    answers: answers, append: append, citation: citation, clear: clear, concepts: concepts, definition: definition,
    headed: headed, hit: hit, lines: lines, make: make, marked: marked, suggestions: suggestions, whole: whole,
  };
})();
