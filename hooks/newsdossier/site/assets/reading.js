// Keeps the choice of the reading mode from page to page; the switch itself needs no script.

(() => {
  "use strict";

  const KEY = "reading-mode";
  const mode = document.getElementById(KEY);
  if (!mode) return;
  try {
    mode.checked = sessionStorage.getItem(KEY) === "on";
    mode.addEventListener("change", () => sessionStorage.setItem(KEY, mode.checked ? "on" : "off"));
  } catch {
    // A browser that keeps nothing shows every page with its marks.
  }
})();
