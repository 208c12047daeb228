/* From answers to a verdict: the same small interpreter as guide/eligibility/evaluate.py and space.py.
   Pure, without a rule of its own. In the browser `window.ShekaraEligibility`, in Node `require`. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) {
    module.exports = make();
  } else {
    root.ShekaraEligibility = make();
  }
})(typeof self === "undefined" ? this : self, function () {
  "use strict";

  var ABSENT = "absent";
  var VIEWS = ["check", "result"];

  function own(object, name) {
    return Object.prototype.hasOwnProperty.call(object, name);
  }

  /* A condition is a list of alternatives; each is a list of [fact, values]. */
  function holds(condition, facts) {
    return condition.some(function (terms) {
      return terms.every(function (term) {
        return term[1].indexOf(own(facts, term[0]) ? facts[term[0]] : ABSENT) >= 0;
      });
    });
  }

  function derive(rules, answers) {
    var facts = Object.assign({}, answers);
    rules.derived.forEach(function (item) {
      if (holds(item.when, facts)) {
        item.set.forEach(function (pair) { facts[pair[0]] = pair[1]; });
      }
    });
    return facts;
  }

  /* The first verdict that holds; the last one always does. */
  function choose(verdicts, effects, facts) {
    return verdicts.find(function (verdict) {
      return (!verdict.needs || effects.indexOf(verdict.needs) >= 0) && holds(verdict.when, facts);
    });
  }

  /* Those that belong to this verdict and these facts. */
  function shown(items, outcome, facts) {
    return items.filter(function (item) {
      return (!item.outcomes.length || item.outcomes.indexOf(outcome) >= 0) && holds(item.when, facts);
    });
  }

  function ground(item) {
    return { id: item.id, effect: item.effect, governing: item.governing, why: item.why, cites: item.cites };
  }

  function note(item) {
    return { id: item.id, text: item.text, cites: item.cites };
  }

  function step(item) {
    return Object.assign(note(item), { duty: item.duty });
  }

  /* The verdict on these answers, with every ground that applies and not the first alone. */
  function evaluate(rules, answers) {
    var facts = derive(rules, answers);
    var matched = rules.criteria.filter(function (item) { return holds(item.when, facts); });
    var effects = matched.map(function (item) { return item.effect; });
    var outcome = choose(rules.verdicts, effects, facts).outcome;
    var variant = rules.outcomes[outcome].find(function (one) { return holds(one.when, facts); });
    return {
      outcome: outcome,
      title: variant.title,
      sentence: variant.sentence,
      grounds: shown(matched, outcome, facts).map(ground),
      open: shown(rules.open, outcome, facts).map(note),
      steps: shown(rules.steps, outcome, facts).map(step),
      caveats: shown(rules.caveats, outcome, facts).map(note),
      edition: rules.edition
    };
  }

  function offers(question, value) {
    return question.options.some(function (option) { return option.value === value; });
  }

  /* The questions that concern a person with these answers, up to the first that is not answered. */
  function asked(rules, answers) {
    var known = {};
    var found = [];
    rules.questions.every(function (question) {
      if (!holds(question.ask_when, known)) { return true; }
      found.push(question);
      if (!own(answers, question.id) || !offers(question, answers[question.id])) { return false; }
      known[question.id] = answers[question.id];
      return true;
    });
    return found;
  }

  function isAnswered(question, answers) {
    return own(answers, question.id) && offers(question, answers[question.id]);
  }

  /* The first question that still has to be answered; null when all are. */
  function next(rules, answers) {
    var questions = asked(rules, answers);
    var last = questions[questions.length - 1];
    return isAnswered(last, answers) ? null : last;
  }

  /* Only answers to questions that concern this person, in the order of the questions. An answer that stands after
     an open question is kept as long as its question may still be asked, so that a change loses nothing. */
  function prune(rules, answers) {
    var kept = {};
    possible(rules, answers).forEach(function (question) {
      if (isAnswered(question, answers)) { kept[question.id] = answers[question.id]; }
    });
    return kept;
  }

  /* The questions that are asked, or may still be asked, whatever is answered to the open ones. */
  function possible(rules, answers) {
    var open = {};
    var known = {};
    return rules.questions.filter(function (question) {
      var may = question.ask_when.some(function (terms) {
        return terms.every(function (term) {
          return own(open, term[0]) || term[1].indexOf(own(known, term[0]) ? known[term[0]] : ABSENT) >= 0;
        });
      });
      if (may && isAnswered(question, answers)) { known[question.id] = answers[question.id]; }
      if (may && !isAnswered(question, answers)) { open[question.id] = true; }
      return may;
    });
  }

  /* The number of a question, and of how many at most, whatever is answered to those that are still open. */
  function progress(rules, answers, question) {
    return { number: asked(rules, answers).indexOf(question) + 1, most: longest(rules, answers, 0, {}) };
  }

  function longest(rules, answers, index, known) {
    var question = rules.questions[index];
    if (!question) { return 0; }
    if (!holds(question.ask_when, known)) { return longest(rules, answers, index + 1, known); }
    return 1 + Math.max.apply(null, values(rules, answers, question).map(function (value) {
      var more = {};
      more[question.id] = value;
      return longest(rules, answers, index + 1, Object.assign(more, known));
    }));
  }

  /* The answers that can lead to different questions: one where no later question looks at them. */
  function values(rules, answers, question) {
    if (isAnswered(question, answers)) { return [answers[question.id]]; }
    var found = question.options.map(function (option) { return option.value; });
    return decides(rules, question) ? found : found.slice(0, 1);
  }

  function decides(rules, question) {
    return rules.questions.some(function (other) {
      return other.ask_when.some(function (terms) {
        return terms.some(function (term) { return term[0] === question.id; });
      });
    });
  }

  /* "#role=squad&citizen=true&at=check" */
  function toFragment(rules, answers, at) {
    var kept = prune(rules, answers);
    var parts = rules.questions.filter(function (question) { return own(kept, question.id); })
      .map(function (question) { return question.id + "=" + encodeURIComponent(kept[question.id]); });
    if (at) { parts.push("at=" + at); }
    return "#" + parts.join("&");
  }

  /* What is unknown or malformed in a fragment is left out. `at` is a question, "check", "result" or "". */
  function fromFragment(rules, fragment) {
    var answers = {};
    var at = "";
    fragment.replace(/^#/, "").split("&").forEach(function (part) {
      var cut = part.indexOf("=");
      var name = part.slice(0, cut);
      var value = decoded(part.slice(cut + 1));
      if (cut > 0 && name === "at") { at = value; } else if (cut > 0) { answers[name] = value; }
    });
    return place(rules, prune(rules, answers), at);
  }

  function decoded(text) {
    try { return decodeURIComponent(text); } catch (error) { return ""; }
  }

  /* Nobody sees a result before all is answered, nor a question that does not concern them. */
  function place(rules, answers, at) {
    var open = next(rules, answers);
    var reachable = asked(rules, answers).map(function (question) { return question.id; });
    var allowed = reachable.concat(open ? [] : VIEWS);
    if (allowed.indexOf(at) >= 0) { return { answers: answers, at: at }; }
    return { answers: answers, at: open ? open.id : "check" };
  }

  /* Answers that tell of prosecution, offences or health. */
  function tellsOf(rules, answers) {
    return rules.questions.filter(function (question) { return question.sensitive && own(answers, question.id); });
  }

  return {
    ABSENT: ABSENT,
    asked: asked,
    derive: derive,
    evaluate: evaluate,
    fromFragment: fromFragment,
    holds: holds,
    next: next,
    possible: possible,
    progress: progress,
    prune: prune,
    tellsOf: tellsOf,
    toFragment: toFragment
  };
});
