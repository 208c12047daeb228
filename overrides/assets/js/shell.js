/* What every page can do beyond HTML: choose colours, reach the search by a key, copy a link to a provision.
   A classic script without dependencies; every page works without it. */
(function () {
  "use strict";

  var root = document.documentElement;

  function remembered(key) {
    try { return localStorage.getItem("shekara." + key); } catch (error) { return null; }
  }

  function remember(key, value) {
    try {
      if (value === null) localStorage.removeItem("shekara." + key);
      else localStorage.setItem("shekara." + key, value);
    } catch (error) { /* no storage: it holds for this page */ }
  }

  /* Colours: automatic, light, dark, in a circle. */
  var themes = { auto: "light", light: "dark", dark: "auto" };
  var names = { auto: "as on your device", light: "light", dark: "dark" };

  function showTheme(button, theme) {
    if (theme === "auto") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", theme);
    button.setAttribute("data-theme-chosen", theme);
    var words = "Colours: " + names[theme] + ". Change to " + names[themes[theme]] + ".";
    button.querySelector("#theme-toggle-label").textContent = words;
    button.title = words;
  }

  function setUpTheme(button) {
    var theme = root.getAttribute("data-theme") || "auto";
    showTheme(button, theme);
    button.hidden = false;
    button.addEventListener("click", function () {
      theme = themes[theme];
      remember("theme", theme === "auto" ? null : theme);
      showTheme(button, theme);
    });
  }

  /* The key "/" leads to the search, unless the reader writes or has switched it off (help/index.html). */
  function writes(element) {
    return element && (element.isContentEditable || /^(input|select|textarea)$/i.test(element.tagName));
  }

  function setUpSlash(box) {
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (writes(event.target) || remembered("slash") === "off") return;
      event.preventDefault();
      box.focus();
      box.select();
    });
  }

  function setUpSlashSetting(setting) {
    setting.checked = remembered("slash") !== "off";
    setting.disabled = false;
    setting.addEventListener("change", function () {
      remember("slash", setting.checked ? null : "off");
    });
  }

  /* A short message, spoken by screen readers. */
  var toast;
  var timer;

  function say(words) {
    if (!toast) {
      toast = document.createElement("div");
      toast.className = "toast";
      toast.setAttribute("role", "status");
      document.body.appendChild(toast);
    }
    toast.textContent = "";
    clearTimeout(timer);
    setTimeout(function () {
      toast.textContent = words;
      toast.classList.add("toast--shown");
    }, 30);
    timer = setTimeout(function () { toast.classList.remove("toast--shown"); }, 2500);
  }

  /* A provision's number is a link to it; following it also copies the address. */
  function setUpMarkers() {
    document.addEventListener("click", function (event) {
      var marker = event.target.closest ? event.target.closest("a.marker") : null;
      if (!marker || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      if (!navigator.clipboard) return;
      navigator.clipboard.writeText(marker.href).then(function () {
        say("Link copied");
      }, function () { /* refused: the address bar has it */ });
    });
  }

  /* The small menu closes on Escape and on a click beside it. */
  function setUpMenu(menu) {
    function close() { menu.open = false; }
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !menu.open) return;
      close();
      menu.querySelector("summary").focus();
    });
    document.addEventListener("click", function (event) {
      if (menu.open && !menu.contains(event.target)) close();
    });
  }

  /* What is folded on a narrow screen stands open on a wide one (by CSS; here in the tree that helpers read). */
  function setUpFolds() {
    var wide = window.matchMedia("(min-width: 60em)");
    function fold() {
      document.querySelectorAll(".side__fold, .edition__fold").forEach(function (details) { details.open = wide.matches; });
      var notice = document.querySelector(".edition__summary");
      if (notice) notice.tabIndex = wide.matches ? -1 : 0;
    }
    fold();
    var column = document.querySelector(".side");
    var current = column && column.querySelector("[aria-current=page]");
    if (current && wide.matches) column.scrollTop = Math.max(0, current.offsetTop - column.clientHeight / 2);
    if (wide.addEventListener) wide.addEventListener("change", fold);
  }

  /* What scrolls sideways must be reachable by keyboard. */
  function setUpScrollers() {
    document.querySelectorAll(".md-typeset table, .md-typeset pre, .scroll").forEach(function (element) {
      if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0;
    });
  }

  /* Printing is possible on every page; the button appears only where it can do something. */
  function setUpPrint() {
    document.querySelectorAll("button[data-print-page]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { window.print(); });
    });
  }

  function each(id, set) {
    var element = document.getElementById(id);
    if (element) set(element);
  }

  /* The unpacked site does not hold its own ZIP file: there the words stay, without a link. */
  function setUpZip() {
    if (window.location.protocol !== "file:") return;
    document.querySelectorAll('a[href$=".zip"]').forEach(function (link) { link.removeAttribute("href"); });
  }

  each("theme-toggle", setUpTheme);
  each("site-search", setUpSlash);
  each("slash-setting", setUpSlashSetting);
  var menu = document.querySelector(".site-menu");
  if (menu) setUpMenu(menu);
  setUpFolds();
  setUpMarkers();
  setUpScrollers();
  setUpPrint();
  setUpZip();
})();
