// Shows only the statements that changed, or that were left out. What is chosen stands in the
// address. Without this script all statements stand, and no buttons.

(() => {
  "use strict";

  const SHOWN = { changed: ".has-changed", "left-out": ".has-left-out" };
  const group = document.querySelector(".copying-filters");
  if (!group) return;

  const buttons = [...group.querySelectorAll("button")];
  const lines = [...document.querySelectorAll(".passage-line")];
  const passages = [...document.querySelectorAll(".passage")];

  function show(kind) {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === kind));
    for (const line of lines) line.hidden = Boolean(kind) && !line.matches(SHOWN[kind]);
    for (const passage of passages) {
      passage.hidden = !passage.querySelector(".passage-line:not([hidden])");
    }
  }

  /** Put what is chosen into the address, beside what others have put there. */
  function note(kind) {
    const address = new URL(location.href);
    if (kind) address.searchParams.set("show", kind);
    else address.searchParams.delete("show");
    history.replaceState(history.state, "", address);
  }

  /** A link that leads to a statement is followed, whatever has been left out. */
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest(".passage [hidden], .passage[hidden]")) return;
    show("");
    note("");
    target.scrollIntoView();
  }

  group.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    show(button.value);
    note(button.value);
  });
  addEventListener("hashchange", reveal);

  const asked = new URLSearchParams(location.search).get("show") ?? "";
  show(buttons.some((button) => button.value === asked) ? asked : "");
  reveal();
  group.classList.add("ready");
})();
