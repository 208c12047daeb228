/* The reader's colours: "light", "dark", or nothing (as the device says). Runs before the first paint. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.remove("no-js");
  root.classList.add("js");
  try {
    var chosen = localStorage.getItem("shekara.theme");
    if (chosen === "light" || chosen === "dark") root.setAttribute("data-theme", chosen);
  } catch (error) { /* no storage: the device's colours */ }
})();
