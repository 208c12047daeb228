/* The last day of a number of days, and a calendar file that holds it. Pure: the time now is handed in.
   In the browser `window.ShekaraDates`, in Node `require`. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) {
    module.exports = make();
  } else {
    root.ShekaraDates = make();
  }
})(typeof self === "undefined" ? this : self, function () {
  "use strict";

  var MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];
  var DAY = 24 * 60 * 60 * 1000;

  /* "2026-11-21" -> a day; null for anything else, 30 February included. */
  function parse(text) {
    var parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (!parts) { return null; }
    var day = new Date(Date.UTC(+parts[1], +parts[2] - 1, +parts[3]));
    return iso(day) === text ? day : null;
  }

  function iso(day) {
    return day.toISOString().slice(0, 10);
  }

  function add(day, days) {
    return new Date(day.getTime() + days * DAY);
  }

  /* The day after `received` is day one. */
  function lastDay(received, days) {
    var day = parse(received);
    return day === null ? null : iso(add(day, days));
  }

  function inWords(text) {
    var day = parse(text);
    return day.getUTCDate() + " " + MONTHS[day.getUTCMonth()] + " " + day.getUTCFullYear();
  }

  function compact(text) {
    return text.replace(/-/g, "");
  }

  function escaped(text) {
    return text.replace(/([\\;,])/g, "\\$1").replace(/\r?\n/g, "\\n");
  }

  /* RFC 5545: no line longer than 75 octets. */
  function folded(line) {
    var size = 0;
    return Array.from(line).map(function (sign) {
      var octets = encodeURIComponent(sign).replace(/%../g, "x").length;
      size += octets;
      if (size <= 73) { return sign; }
      size = 1 + octets;
      return "\r\n " + sign;
    }).join("");
  }

  /* A day's entry; `stamp` is the time now, "20261121T101500Z". */
  function calendar(day, summary, description, stamp) {
    return [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Shekara//Eligibility//EN", "BEGIN:VEVENT",
      "UID:shekara-" + compact(day) + "@shekara.invalid", "DTSTAMP:" + stamp,
      "DTSTART;VALUE=DATE:" + compact(day), "DTEND;VALUE=DATE:" + compact(iso(add(parse(day), 1))),
      "SUMMARY:" + escaped(summary), "DESCRIPTION:" + escaped(description), "END:VEVENT", "END:VCALENDAR", ""
    ].map(folded).join("\r\n");
  }

  function stamp(now) {
    return now.toISOString().replace(/[-:]|\.\d+/g, "");
  }

  return { calendar: calendar, inWords: inWords, lastDay: lastDay, parse: parse, stamp: stamp };
});
