// Leads an address to a place that was called otherwise. What a record was called before stands in the
// page, so that a browser finds it alone; here the address then gets the name of today. What any
// answer was called before it is told here: by its article alone, or as a cell of the comparison.

(() => {
  "use strict";

  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    const there = name ? document.getElementById(name) : null;
    if (there?.matches(".formerly")) location.replace(`#${there.parentElement.closest("[id]").id}`);
    if (!name || there) return;
    const answer = document.querySelector(`.row-detail [id$="--${CSS.escape(name)}"]`);
    const row = name.includes("--") && document.getElementById(`row-${name.split("--")[0]}`);
    if (answer) location.replace(`#${answer.id}`);
    else if (row) location.replace(row.closest("tr").querySelector("th a").href + location.hash);
  }

  addEventListener("hashchange", follow);
  follow();
})();
