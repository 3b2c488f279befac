// On an entity's page: shows the statements of one witness alone. The choice stands in the address.
// Without this script all statements stand, and there are no chips.

(() => {
  "use strict";

  const group = document.querySelector(".witness-chips");
  if (!group) return;
  const chips = [...group.querySelectorAll(".chip")];
  const tellings = [...document.querySelectorAll(".told-line")];
  const holders = [...document.querySelectorAll(".lane-more, .lane, .lane-row")];

  function show(witness) {
    for (const chip of chips) chip.setAttribute("aria-pressed", String(chip.value === witness));
    for (const one of tellings) one.hidden = witness !== "" && one.dataset.witness !== witness;
    for (const one of holders) {
      one.hidden = ![...one.querySelectorAll(".told-line")].some((telling) => !telling.hidden);
      if (one.matches(".lane-more")) one.open = witness !== "" || one.dataset.opened === "true";
    }
  }

  function choose(witness) {
    const address = new URL(location.href);
    if (witness) address.searchParams.set("witness", witness);
    else address.searchParams.delete("witness");
    history.replaceState(history.state, "", address);
    show(witness);
  }

  for (const chip of chips) chip.addEventListener("click", () => choose(chip.value));
  group.classList.add("ready");
  const wanted = new URLSearchParams(location.search).get("witness") ?? "";
  if (chips.some((chip) => chip.value === wanted) && wanted) show(wanted);
})();
