/* The wizard in the page: answers live in the address's fragment and nowhere else; nothing is sent or stored. */
(function () {
  "use strict";

  var core = window.ShekaraEligibility;
  var dates = window.ShekaraDates;
  var View = window.ShekaraEligibilityView;

  /* The site's icon. Chromium asks for a linked icon anew at every step; this page promises that nothing is asked for. */
  var ICON = "data:image/svg+xml," + encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24" r="24" fill="#123f4c"/>' +
    '<path d="M1.6 33A24 24 0 0 0 46.4 33C36 29.5 30 31.5 24 33S9 36 1.6 33z" fill="#d99e3f"/>' +
    '<path d="M19 38V13l5-5 5 5v25z" fill="#f6f1e4"/></svg>'
  );

  function App(element, rules) {
    this.element = element;
    this.rules = rules;
    this.title = document.title;
    this.view = new View(rules, element.getAttribute("data-base") || "", this.title);
    this.screen = View.make("div", { class: "el-screen" });
    this.live = View.make("p", { class: "sr-only", role: "status", "aria-live": "polite" });
    this.state = { answers: {}, at: "" };
  }

  App.prototype = {
    begin: function () {
      this.element.append(this.screen, this.live);
      this.element.hidden = false;
      foldRules();
      holdIcon();
      document.documentElement.classList.add("el-running");
      this.element.addEventListener("submit", this.submitted.bind(this));
      this.element.addEventListener("click", this.clicked.bind(this));
      this.element.addEventListener("change", this.changed.bind(this));
      window.addEventListener("hashchange", this.moved.bind(this));
      this.read();
      this.show();
    },

    /* Other fragments are anchors of the page and none of ours: the wizard stays as it is. */
    moved: function () {
      if (location.hash === "" || location.hash.indexOf("=") >= 0) {
        this.read();
        this.show();
        this.focus("#eligibility-heading");
        this.element.scrollIntoView({ block: "start" });
      }
    },

    read: function () {
      var ours = location.hash.indexOf("=") >= 0;
      this.state = ours ? core.fromFragment(this.rules, location.hash) : { answers: {}, at: "" };
    },

    show: function () {
      var section = this.section();
      this.screen.replaceChildren(section);
      document.documentElement.classList.toggle("el-asking", this.state.at !== "");
      document.documentElement.classList.toggle("el-has-result", this.state.at === "result");
      document.title = this.state.at ? section.querySelector("h2").textContent + " – " + this.title : this.title;
    },

    section: function () {
      var state = this.state;
      if (state.at === "") { return this.view.start(); }
      if (state.at === "check") { return this.view.check(state.answers); }
      if (state.at === "result") { return this.view.result(state.answers); }
      var question = this.rules.questions.find(function (one) { return one.id === state.at; });
      return this.view.question(question, state.answers);
    },

    focus: function (selector) {
      var target = this.element.querySelector(selector);
      if (target) { target.focus(); }
    },

    say: function (words) {
      this.live.textContent = words;
    },

    go: function (answers, at) {
      var fragment = core.toFragment(this.rules, answers, at);
      if (fragment === location.hash) { this.moved(); } else { location.hash = fragment; }
    },

    submitted: function (event) {
      event.preventDefault();
      var form = event.target;
      var chosen = form.querySelector("input:checked");
      if (!chosen) { this.refuse(form); return; }
      var answers = Object.assign({}, this.state.answers);
      answers[form.getAttribute("data-question")] = chosen.value;
      answers = core.prune(this.rules, answers);
      var open = core.next(this.rules, answers);
      this.remember(answers);
      this.go(answers, open ? open.id : "check");
    },

    /* So that the browser's Back shows a question with the answer that was given. */
    remember: function (answers) {
      history.replaceState(null, "", core.toFragment(this.rules, answers, this.state.at));
    },

    refuse: function (form) {
      form.querySelector(".el-error").textContent = "Choose one of the answers.";
      form.querySelector("input").focus();
    },

    clicked: function (event) {
      var button = event.target.closest("[data-do]");
      if (!button) { return; }
      ({
        "print": function () { window.print(); },
        "copy": this.copy,
        "copy-anyway": this.copyNow,
        "keep": this.keep,
        "clear": this.clear,
        "calendar": this.saveCalendar
      })[button.getAttribute("data-do")].call(this);
    },

    /* Clears the address as well; the browser's history is the reader's own. */
    clear: function () {
      history.replaceState(null, "", location.pathname + location.search);
      this.read();
      this.show();
      this.say("All answers are cleared.");
      this.focus("#eligibility-heading");
    },

    copy: function () {
      var telling = core.tellsOf(this.rules, this.state.answers);
      if (!telling.length) { this.copyNow(); return; }
      var box = this.element.querySelector(".el-warning");
      box.replaceChildren.apply(box, this.view.warning(telling));
      box.hidden = false;
      box.querySelector("p").focus();
    },

    copyNow: function () {
      this.keep();
      var address = location.href;
      var done = this.say.bind(this, "The link is copied.");
      var show = this.showAddress.bind(this, address);
      if (!navigator.clipboard) { show(); return; }
      navigator.clipboard.writeText(address).then(done, show);
    },

    /* Where the browser does not let a page copy. */
    showAddress: function (address) {
      var box = this.element.querySelector(".el-warning");
      box.replaceChildren(View.make("p", { tabindex: "-1" }, ["Copy this address: ", View.make("code", {}, [address])]));
      box.hidden = false;
      box.querySelector("p").focus();
    },

    keep: function () {
      this.element.querySelector(".el-warning").hidden = true;
      this.focus("[data-do='copy']");
    },

    changed: function (event) {
      if (event.target.id === "eligibility-received") { this.count(event.target.value); }
      var error = this.element.querySelector(".el-error");
      if (error) { error.textContent = ""; }
    },

    rule: function () {
      var outcome = this.element.querySelector(".el-result").getAttribute("data-outcome");
      return this.rules.deadline.find(function (one) { return one.outcomes.indexOf(outcome) >= 0; });
    },

    count: function (received) {
      var rule = this.rule();
      this.day = dates.lastDay(received, rule.days);
      this.element.querySelector(".el-deadline__day").textContent = this.day ? rule.result + " " + dates.inWords(this.day) : "";
      this.element.querySelector(".el-deadline__file").hidden = !this.day;
    },

    saveCalendar: function () {
      var rule = this.rule();
      var text = dates.calendar(this.day, rule.entry, rule.assumption, dates.stamp(new Date()));
      var address = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
      var link = View.make("a", { href: address, download: "shekara-" + this.day + ".ics" });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(URL.revokeObjectURL, 10000, address);
    }
  };

  /* With the wizard at hand the list of all rules waits folded. */
  function foldRules() {
    var list = document.getElementById("eligibility-rules");
    if (list) { list.removeAttribute("open"); }
  }

  function holdIcon() {
    document.querySelectorAll("link[rel~='icon']").forEach(function (link) { link.href = ICON; });
  }

  var element = document.getElementById("eligibility-app");
  if (element && window.SHEKARA_ELIGIBILITY) {
    new App(element, window.SHEKARA_ELIGIBILITY).begin();
  }
})();
