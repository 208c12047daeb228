/* What the wizard shows, as elements: words only ever go in as text. `window.ShekaraEligibilityView`. */
(function (root) {
  "use strict";

  var core = root.ShekaraEligibility;
  var LEADS = {
    comparison: "For comparison only",
    doubt: "Not decided",
    precondition: "Comes first",
    consequence: "What follows"
  };

  /* An element; `null` attributes are left out, children are elements or text. */
  function make(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      var value = attributes[name];
      if (value === true) { element.setAttribute(name, ""); }
      else if (value !== null && value !== false) { element.setAttribute(name, value); }
    });
    (children || []).forEach(function (child) {
      if (child) { element.append(child); }
    });
    return element;
  }

  function heading(text) {
    return make("h2", { class: "el-heading", id: "eligibility-heading", tabindex: "-1" }, [text]);
  }

  function button(name, words, more) {
    return make("button", Object.assign({ type: "button", class: "el-button", "data-do": name }, more), [words]);
  }

  /* `title` names page and site, for paper. */
  function View(rules, base, title) {
    this.rules = rules;
    this.base = base;
    this.title = title;
  }

  View.prototype = {
    /* The words of a provision and the link to it. */
    quote: function (cite) {
      var place = this.rules.provisions[cite.path];
      var link = make("a", { class: "ref", "data-path": cite.path, href: this.base + place.href }, [place.name]);
      return make("blockquote", { class: "el-quote" }, [make("p", {}, ["“"].concat(this.words(cite), ["” ", link]))]);
    },

    /* Misprints corrected and gaps marked, as on the provision's own page. */
    words: function (cite) {
      var pieces = (this.rules.readings[cite.path] || {})[cite.words] || [{ text: cite.words }];
      return pieces.map(function (piece) {
        if (piece.lost) { return make("span", {}, [" ", make("span", { class: "lost" }, ["[words lost in the source]"])]); }
        if (!piece.source) { return piece.text; }
        return make("ins", { class: "emended", title: "The source reads: " + piece.source }, [piece.text]);
      });
    },

    quotes: function (cites) {
      return cites.map(this.quote, this);
    },

    start: function () {
      var first = this.rules.questions[0].id;
      return make("section", { class: "el-card" }, [
        heading("Find out in a few questions"),
        make("p", {}, ["One question at a time. You can go back and change every answer."]),
        make("p", {}, [make("a", { class: "el-button el-button--main", href: "#at=" + first }, ["Begin"])])
      ]);
    },

    question: function (question, answers) {
      var chosen = answers[question.id];
      var where = core.progress(this.rules, answers, question);
      var fields = make("fieldset", { class: "el-fields", "aria-describedby": "eligibility-why" }, [
        make("legend", { class: "el-legend" }, [heading(question.text)]),
        make("p", { id: "eligibility-why", class: "el-why" }, [question.why])
      ].concat(question.options.map(function (option, index) { return choice(question, option, index, chosen); })));
      return make("section", { class: "el-card" }, [
        this.back(question, answers),
        progress(where),
        make("form", { class: "el-form", novalidate: true, "data-question": question.id }, [
          fields,
          make("p", { class: "el-error", id: "eligibility-error", role: "alert" }),
          make("button", { type: "submit", class: "el-button el-button--main" }, ["Continue"]),
          make("p", { class: "el-quiet" }, ["Nothing you answer is sent or stored."])
        ]),
        make("details", { class: "el-basis" }, [make("summary", {}, ["The words this rests on"])].concat(this.quotes(question.cites)))
      ]);
    },

    /* A link to the question before; for the first, to the start. */
    back: function (question, answers) {
      var before = core.asked(this.rules, answers);
      var index = before.indexOf(question);
      var href = index > 0 ? core.toFragment(this.rules, answers, before[index - 1].id) : "#";
      return make("p", { class: "el-back" }, [make("a", { href: href }, ["Back"])]);
    },

    check: function (answers) {
      var questions = core.asked(this.rules, answers);
      var last = questions[questions.length - 1].id;
      return make("section", { class: "el-card" }, [
        make("p", { class: "el-back" }, [make("a", { href: core.toFragment(this.rules, answers, last) }, ["Back"])]),
        heading("Check your answers"),
        this.summary(questions, answers),
        make("p", { class: "el-actions" }, [
          make("a", { class: "el-button el-button--main", href: core.toFragment(this.rules, answers, "result") }, ["Show the result"]),
          button("clear", "Clear all answers")
        ])
      ]);
    },

    summary: function (questions, answers) {
      return make("dl", { class: "el-summary" }, questions.map(function (question) {
        var option = question.options.find(function (one) { return one.value === answers[question.id]; });
        var change = make("a", { href: core.toFragment(this.rules, answers, question.id) }, [
          "Change", make("span", { class: "sr-only" }, [" the answer: " + question.short])
        ]);
        return make("div", { class: "el-summary__row" }, [
          make("dt", {}, [question.short]), make("dd", {}, [option.label]), make("dd", { class: "el-summary__change" }, [change])
        ]);
      }, this));
    },

    result: function (answers) {
      var verdict = core.evaluate(this.rules, answers);
      var duties = verdict.steps.filter(function (step) { return step.duty; });
      return make("section", { class: "el-card el-result", "data-outcome": verdict.outcome }, [
        make("p", { class: "el-paper el-paper--title" }, [this.title]),
        make("p", { class: "el-back" }, [make("a", { href: core.toFragment(this.rules, answers, "check") }, ["Back to your answers"])]),
        make("div", { class: "el-verdict-box" }, [heading(verdict.title), make("p", { class: "el-sentence" }, [verdict.sentence])]),
        this.grounds(verdict.grounds),
        this.steps(verdict.steps.filter(function (step) { return !step.duty; })),
        this.notes("Duties and rights", duties, "el-duties"),
        this.deadline(verdict.outcome),
        this.notes("What the two acts leave open", verdict.open, "el-open"),
        this.notes("Keep in mind", verdict.caveats, "el-caveats"),
        make("details", { class: "el-given" }, [
          make("summary", {}, ["Your answers"]), this.summary(core.asked(this.rules, answers), answers)
        ]),
        make("p", { class: "el-paper el-ungiven" }, ["Your answers are not printed, because they were not opened."]),
        editions(verdict.edition),
        this.actions()
      ]);
    },

    grounds: function (grounds) {
      var items = grounds.map(function (ground) {
        var lead = LEADS[ground.effect];
        var words = [lead ? make("strong", { class: "el-lead" }, [lead + ". "]) : null, ground.why];
        return make("li", { "data-ground": ground.id, "data-governing": String(ground.governing) },
          [make("p", {}, words)].concat(this.quotes(ground.cites)));
      }, this);
      return make("section", { class: "el-part el-grounds" }, [make("h3", {}, ["What this rests on"]), make("ul", {}, items)]);
    },

    steps: function (steps) {
      if (!steps.length) { return null; }
      var items = steps.map(function (step) {
        var id = "eligibility-step-" + step.id;
        var box = make("input", { type: "checkbox", id: id, autocomplete: "off" });
        var words = make("div", { class: "el-step__words" }, [make("label", { for: id }, [step.text]), this.sources(step.cites)]);
        return make("li", { class: "el-step", "data-step": step.id }, [box, words]);
      }, this);
      return make("section", { class: "el-part el-steps" }, [
        make("h3", {}, ["Next steps, a list to tick off"]), make("ul", { class: "el-checklist" }, items)
      ]);
    },

    notes: function (title, notes, name) {
      if (!notes.length) { return null; }
      var items = notes.map(function (note) {
        return make("li", { "data-note": note.id }, [make("p", {}, [note.text]), this.sources(note.cites)]);
      }, this);
      return make("section", { class: "el-part " + name }, [make("h3", {}, [title]), make("ul", {}, items)]);
    },

    /* Quotations folded under the names of their provisions. */
    sources: function (cites) {
      var names = cites.map(function (cite) { return this.rules.provisions[cite.path].name; }, this);
      var unique = names.filter(function (name, index) { return names.indexOf(name) === index; });
      return make("details", { class: "el-sources" }, [make("summary", {}, [unique.join("; ")])].concat(this.quotes(cites)));
    },

    deadline: function (outcome) {
      var rule = this.rules.deadline.find(function (one) { return one.outcomes.indexOf(outcome) >= 0; });
      if (!rule) { return null; }
      return make("section", { class: "el-part el-deadline", "data-days": String(rule.days) }, [
        make("h3", {}, ["The last day of the " + rule.days + " calendar days"]),
        make("p", {}, [
          make("label", { for: "eligibility-received" }, [rule.label]), " ",
          make("input", { type: "date", id: "eligibility-received", autocomplete: "off", "aria-describedby": "eligibility-assumption" })
        ]),
        make("p", { id: "eligibility-assumption", class: "el-why" }, [rule.assumption]),
        make("p", { class: "el-deadline__day", role: "status" }),
        make("p", { class: "el-deadline__file", hidden: true }, [button("calendar", "Save to a calendar (.ics)")]),
        this.sources(rule.cites)
      ]);
    },

    actions: function () {
      return make("div", { class: "el-actions no-print" }, [
        button("print", "Print"), button("copy", "Copy a link to this result"), button("clear", "Clear all answers"),
        make("div", { class: "el-warning", hidden: true })
      ]);
    },

    /* Before a link is copied that tells more than its reader may need. */
    warning: function (questions) {
      var about = questions.map(function (question) { return question.short; }).join("; ");
      return [
        make("p", { tabindex: "-1" }, ["The link holds your answers: " + about + ". Whoever has the link can read them. Copy it all the same?"]),
        make("p", { class: "el-actions" }, [button("copy-anyway", "Copy the link"), button("keep", "Do not copy")])
      ];
    }
  };

  function choice(question, option, index, chosen) {
    var id = "eligibility-option-" + index;
    var hint = option.hint ? make("span", { class: "el-hint", id: id + "-hint" }, [option.hint]) : null;
    var radio = make("input", {
      type: "radio", name: question.id, value: option.value, id: id, autocomplete: "off",
      checked: chosen === option.value, "aria-describedby": hint ? id + "-hint" : null
    });
    return make("div", { class: "el-choice" }, [
      radio, make("div", { class: "el-choice__words" }, [make("label", { for: id }, [option.label]), hint])
    ]);
  }

  function progress(where) {
    var words = "Question " + where.number + " of at most " + where.most;
    return make("p", { class: "el-progress" }, [
      make("span", {}, [words]), make("progress", { max: String(where.most), value: String(where.number - 1), "aria-label": words })
    ]);
  }

  function editions(items) {
    return make("div", { class: "el-edition" }, [make("p", {}, ["Rests on these texts, in unofficial translation:"]), make("ul", {}, items.map(function (item) {
      var link = make("a", { class: "ref-external", href: item.official }, ["official text"]);
      return make("li", {}, [item.title + ", as of " + item.as_of + " (", link, ")"]);
    }))]);
  }

  View.make = make;
  root.ShekaraEligibilityView = View;
})(window);
