// Filters, sorts and folds the comparison. What is chosen stands in the address, which is how a view
// is sent to somebody. Without this script the whole table stands, and no form.

(() => {
  "use strict";

  const form = document.querySelector("form.filters");
  const table = document.querySelector(".matrix table.comparison");
  if (!form || !table) return;

  const fields = form.querySelector(".filter-fields");
  const toggle = form.querySelector(".filters-toggle");
  const told = form.querySelector("[role=status]");
  const names = [...new Set([...form.elements].map((field) => field.name).filter(Boolean))];
  const titles = new Map([...form.elements.verdict.options].map((option) => [option.value, option.text]));
  const ranks = [...titles.keys()];
  const sections = [...table.tBodies];
  const articles = [...form.querySelectorAll("[name=hide]")].map((box) => box.value);
  const sorted = table.createTBody();
  sorted.setAttribute("role", "rowgroup");

  const rows = [...table.querySelectorAll("tr.question-row")].map((line) => ({
    line,
    section: line.parentElement,
    verdicts: line.dataset.verdicts.trim().split(" "),
    answered: line.dataset.answering.trim().split(" ").filter(Boolean),
    entities: line.dataset.entities.trim().split(" "),
    differ: "apart" in line.dataset,
    words: plain(printed(line)),
  }));

  // Every line of the table that has a cell for each article, and what stands in these cells.
  const lines = [...table.querySelectorAll("tr.column-heads, tr.question-row")].map((line) => {
    const cells = [...line.cells].slice(1);
    return { cells, parts: cells.map((cell) => cell.querySelector(".cell")) };
  });

  // The articles of one dispatch stand side by side, under a head of their own.
  let reached = 0;
  const groups = [...table.querySelectorAll("tr.witness-row > *")].slice(1).map((head) => {
    const from = reached;
    reached += head.colSpan;
    return { head, from, to: reached, isOneWitness: head.matches(".one-witness") };
  });

  /** What a line says, without the labels of its cells: these stand in every line. */
  function printed(line) {
    const copy = line.cloneNode(true);
    for (const label of copy.querySelectorAll(".cell-article")) label.remove();
    return copy.textContent;
  }

  /** Words as they are searched: small letters without marks, apostrophes straight. */
  function plain(text) {
    const bare = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'");
    return bare.replace(/\s+/g, " ").toLowerCase();
  }

  /** What is chosen, as it stands in the address. */
  function chosen() {
    return new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  }

  function choose(parameters) {
    for (const field of form.elements) {
      if (field.type === "checkbox") field.checked = parameters.getAll(field.name).includes(field.value);
      else if (field.name) field.value = parameters.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
  }

  function fits(row, choice) {
    const wanted = (name) => choice.get(name);
    return (
      (!wanted("group") || row.section.id === `group-${wanted("group")}`) &&
      (!wanted("verdict") || row.verdicts.includes(wanted("verdict"))) &&
      (!wanted("answered") || row.answered.includes(wanted("answered"))) &&
      (!wanted("entity") || row.entities.includes(wanted("entity"))) &&
      (!wanted("differ") || row.differ) &&
      (!wanted("words") || row.words.includes(plain(wanted("words").trim())))
    );
  }

  function heading(title, columns) {
    const line = sections[0].rows[0].cloneNode(true);
    line.cells[0].colSpan = columns;
    line.cells[0].firstElementChild.textContent = title;
    return line;
  }

  /** How rows are sorted: the number to sort by, and the heading over rows of one number. */
  const orders = {
    verdict: {
      place: (row) => ranks.indexOf(row.verdicts[0]),
      title: (row) => titles.get(row.verdicts[0]),
    },
    answers: {
      place: (row) => -row.answered.length,
      title: ({ answered: { length } }) => (length === 1 ? "1 article answers" : `${length} articles answer`),
    },
  };

  function arrange(shown, order, columns) {
    sorted.replaceChildren();
    for (const row of rows) row.section.append(row.line);
    for (const section of sections) {
      section.hidden = Boolean(order) || !shown.some((row) => row.section === section);
      section.rows[0].cells[0].colSpan = columns;
    }
    if (!order) return;
    let last;
    for (const row of [...shown].sort((a, b) => order.place(a) - order.place(b))) {
      if (order.title(row) !== last) sorted.append(heading((last = order.title(row)), columns));
      sorted.append(row.line);
    }
  }

  /** Put every article's part where it is to stand, and leave out what is hidden; how many columns. */
  function place(hidden, fold) {
    for (const { cells, parts } of lines) {
      for (const { head, from, to, isOneWitness } of groups) {
        const folded = fold && isOneWitness;
        for (let index = from; index < to; index++) {
          cells[folded ? from : index].append(parts[index]);
          parts[index].hidden = hidden.includes(articles[index]);
        }
        cells[from].querySelector(".folded-heading")?.remove();
        cells[from].classList.toggle("folded", folded);
        if (folded && !cells[from].matches("th")) {
          const witness = document.createElement("span");
          witness.className = "folded-heading";
          witness.textContent = head.textContent;
          cells[from].prepend(witness);
        }
      }
      for (const cell of cells) cell.hidden = !cell.querySelector(".cell:not([hidden])");
    }
    const [{ cells }] = lines;
    const columns = table.querySelectorAll("col");
    cells.forEach((cell, index) => (columns[index + 1].hidden = cell.hidden));
    for (const { head, from, to } of groups) {
      const width = cells.slice(from, to).filter((cell) => !cell.hidden).length;
      head.hidden = !width;
      head.colSpan = Math.max(1, width);
    }
    return cells.filter((cell) => !cell.hidden).length;
  }

  function show() {
    const choice = chosen();
    const shown = rows.filter((row) => fits(row, choice));
    const columns = place(choice.getAll("hide"), choice.has("fold"));
    table.dataset.columns = columns;
    for (const row of rows) row.line.hidden = !shown.includes(row);
    arrange(shown, orders[choice.get("sort")], columns + 1);
    for (const link of document.querySelectorAll('.section-links a[href^="#group-"]')) {
      link.hidden = document.getElementById(link.hash.slice(1)).hidden;
    }
    const none = shown.length ? "" : "No row fits what is chosen. ";
    told.textContent = `${none}${shown.length} of ${rows.length} rows shown`;
    return choice;
  }

  /** Put what is chosen into the address, beside what others have put there. */
  function note(choice) {
    const address = new URL(location.href);
    for (const name of names) address.searchParams.delete(name);
    for (const [name, value] of choice) address.searchParams.append(name, value);
    history.replaceState(history.state, "", address);
  }

  /** A link that leads into the table is followed, whatever has been left out. */
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest("table.comparison")) return;
    if (target.closest("[hidden]")) {
      form.reset();
      note(show());
    }
    target.scrollIntoView();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => note(show()));
  form.addEventListener("reset", () => setTimeout(() => note(show())));
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(fields.classList.toggle("open")));
  });
  addEventListener("hashchange", reveal);

  choose(new URLSearchParams(location.search));
  show();
  reveal();
  form.classList.add("ready");
})();
