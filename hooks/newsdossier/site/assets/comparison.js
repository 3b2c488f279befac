// Filters the comparison, opens its rows in place and saves the rows shown. What is chosen stands in
// the address, which is how a view is sent to somebody. Without this script the whole table stands,
// and a question leads to its own page.

(() => {
  "use strict";

  const form = document.querySelector("form.filters");
  const table = document.querySelector("table.compare");
  if (!form || !table) return;

  const told = form.querySelector("[role=status]");
  const nothing = document.querySelector(".nothing-found");
  const chips = [...form.querySelectorAll(".chip")];
  const witnesses = [...form.elements.witness.options].slice(1).map((option) => option.value);
  const names = ["verdict", "words", "witness", "entity", "apart"];

  const rows = [...table.querySelectorAll("tr.question-row")].map((line) => ({
    line,
    section: line.parentElement,
    verdicts: [...line.querySelectorAll(".verdict")].map((verdict) => verdict.textContent.replaceAll(" ", "-")),
    answering: witnesses.filter((_, index) => !line.cells[index + 2].matches(".silent")),
    entities: line.dataset.entities.split(" "),
    apart: "apart" in line.dataset,
    variants: "variants" in line.dataset,
    words: plain(line.textContent),
  }));

  // Words: those of the rows, and once the search has come, what the statements behind them say

  /** Words as they are searched: small letters without marks, a space before each. */
  function plain(text) {
    const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
  }

  /** Whether a row has words that begin so, function words aside where others are asked for. */
  function hasWords(row, asked) {
    const { functionWords = [] } = self.dossierSearch?.settings() ?? {};
    const words = plain(asked).split(" ").filter(Boolean);
    const telling = words.filter((word) => !functionWords.includes(word));
    return (telling.length ? telling : words).every((word) => row.words.includes(` ${stem(word)}`));
  }

  function stem(word) {
    return self.dossierWords?.stem(word) ?? word;
  }

  let hasLearned = false;

  /** Take the words of the questions and of their statements from the index of the search. */
  async function learnWords() {
    await self.loadDossierSearch?.();
    if (hasLearned || !self.dossierSearch) return;
    hasLearned = true;
    const root = new URL("..", location.href.split(/[?#]/)[0]);
    const known = new Map(rows.map((row) => [row.line.querySelector("th a").href, row]));
    const questions = self.dossierSearch.documents.filter(({ group }) => group === "questions");
    for (const { group, entry } of self.dossierSearch.documents) {
      if (group === "questions") learn(entry, [entry.label, ...(entry.also ?? []), ...(entry.more ?? [])]);
      if (group !== "statements") continue;
      for (const place of entry.answers ?? []) {
        learn(questions[place].entry, [entry.says, entry.whose, ...(entry.quotes ?? [])]);
      }
    }
    note(show());

    function learn(question, texts) {
      const row = known.get(new URL(question.to, root).href);
      if (row) row.words += plain(texts.join(" "));
    }
  }

  // What is chosen

  /** What is chosen, as it stands in the address. */
  function chosen() {
    const choice = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    const pressed = chips.find((chip) => chip.getAttribute("aria-pressed") === "true");
    if (pressed?.value) choice.set("verdict", pressed.value);
    return choice;
  }

  function choose(parameters) {
    for (const field of form.elements) {
      if (field.type === "checkbox") field.checked = parameters.get(field.name) === field.value;
      else if (field.matches("input, select")) field.value = parameters.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
    press(chips.find((chip) => chip.value === parameters.get("verdict")) ?? chips[0]);
  }

  function press(pressed) {
    for (const chip of chips) chip.setAttribute("aria-pressed", String(chip === pressed));
  }

  function fits(row, choice) {
    const wanted = (name) => choice.get(name);
    return (
      (!wanted("verdict") ||
        (wanted("verdict") === "variants" ? row.variants : row.verdicts.includes(wanted("verdict")))) &&
      (!wanted("witness") || row.answering.includes(wanted("witness"))) &&
      (!wanted("entity") || row.entities.includes(wanted("entity"))) &&
      (!wanted("apart") || row.apart) &&
      (!wanted("words") || hasWords(row, wanted("words")))
    );
  }

  // What is shown

  function show() {
    const choice = chosen();
    const isFiltered = choice.size > 0;
    let shown = 0;
    for (const row of rows) {
      row.line.hidden = !fits(row, choice);
      if (row.line.hidden) close(row.line);
      else shown += 1;
    }
    for (const section of table.tBodies) {
      const own = rows.filter((row) => row.section === section);
      const alone = section.nextElementSibling?.matches(".alone") ? section.nextElementSibling : null;
      const left = (body) => rows.some((row) => row.section === body && !row.line.hidden);
      if (section.matches(".alone")) {
        fold(section, !isFiltered && !section.dataset.opened);
        section.hidden = own.length > 0 && !left(section);
        continue;
      }
      section.hidden = !left(section) && !(alone && left(alone));
      const head = section.querySelector(".alone-row");
      if (head) head.hidden = isFiltered || !left(alone);
    }
    for (const link of document.querySelectorAll('.section-links a[href^="#group-"]')) {
      link.hidden = document.getElementById(link.hash.slice(1)).hidden;
    }
    nothing.classList.toggle("shown", !shown);
    offerSearch(choice.get("words")?.trim());
    told.textContent = isFiltered ? `${shown} of ${rows.length} questions shown` : "";
    return choice;
  }

  /** Where no row has the words, the search of the whole site may. */
  function offerSearch(words) {
    const link = nothing.querySelector("a");
    link.hidden = !words;
    const address = new URL(link.href);
    address.searchParams.set("q", words ?? "");
    link.href = address.href;
    link.textContent = `Search the whole site for “${words}”`;
  }

  /** Put what is chosen into the address, beside what others have put there. */
  function note(choice) {
    const address = new URL(location.href);
    for (const name of names) address.searchParams.delete(name);
    for (const [name, value] of choice) address.searchParams.append(name, value);
    history.replaceState(history.state, "", address);
  }

  // Rows of one witness

  function fold(body, folded) {
    body.classList.toggle("open", !folded);
    const opener = body.previousElementSibling.querySelector(".alone-opener");
    opener?.setAttribute("aria-expanded", String(!folded));
  }

  for (const body of table.querySelectorAll("tbody.alone")) {
    const head = body.previousElementSibling.querySelector(".alone-row > td");
    const opener = document.createElement("button");
    opener.type = "button";
    opener.className = "alone-opener";
    opener.setAttribute("aria-controls", body.id);
    opener.append(...head.childNodes);
    opener.addEventListener("click", () => {
      const open = body.classList.contains("open");
      if (open) delete body.dataset.opened;
      else body.dataset.opened = "true";
      fold(body, open);
    });
    head.append(opener);
  }

  // A row in full: what the page of its question says of it

  const canFetch = location.protocol !== "file:";
  const pages = new Map();

  /** The part of a question's page that a row opens to, its links made whole; null where there is none. */
  function load(address) {
    if (!pages.has(address)) {
      const page = fetch(address)
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
        .then((html) => new DOMParser().parseFromString(html, "text/html").querySelector(".row-detail"));
      page.catch(() => pages.delete(address));
      pages.set(address, page);
    }
    return pages.get(address).then((part) => part && whole(document.importNode(part, true), address));
  }

  function whole(part, address) {
    for (const link of part.querySelectorAll("a[href]")) {
      link.href = new URL(link.getAttribute("href"), address).href;
    }
    for (const named of part.querySelectorAll("[id]")) named.removeAttribute("id");
    return part;
  }

  function close(line) {
    if (line.nextElementSibling?.matches(".opened")) line.nextElementSibling.remove();
    line.querySelector(".opener")?.setAttribute("aria-expanded", "false");
  }

  async function open(line) {
    const link = line.querySelector("th a");
    if (line.nextElementSibling?.matches(".opened")) return close(line);
    const part = canFetch ? await load(link.href).catch(() => null) : null;
    if (!part) return location.assign(link.href);
    const opened = document.createElement("tr");
    opened.className = "opened";
    opened.setAttribute("role", "row");
    const cell = opened.insertCell();
    cell.setAttribute("role", "cell");
    cell.colSpan = line.cells.length;
    cell.append(part);
    line.after(opened);
    line.querySelector(".opener").setAttribute("aria-expanded", "true");
  }

  for (const { line } of rows) {
    const link = line.querySelector("th a");
    const opener = document.createElement("button");
    opener.type = "button";
    opener.className = "opener";
    opener.setAttribute("aria-expanded", "false");
    opener.setAttribute("aria-label", `All answers to: ${link.textContent}`);
    link.before(opener);
    line.addEventListener("click", (event) => {
      if (!event.target.closest("a, .inferred") && getSelection().isCollapsed) open(line);
    });
    if (canFetch) opener.addEventListener("pointerenter", () => load(link.href).catch(() => {}));
  }

  // The rows shown, to take along

  const columns = [...table.querySelectorAll(".column-heads th a")].map((head) => head.textContent);

  /** The rows shown: question, verdict, and each witness's answer as the cell prints it. */
  function taken() {
    const printed = (cell) => (cell.matches(".silent") ? "" : cell.textContent.replace(/\s+/g, " ").trim());
    return rows
      .filter((row) => !row.line.hidden)
      .map(({ line }) => {
        const [question, judged, ...cells] = line.cells;
        const verdicts = [...judged.querySelectorAll(".verdict")].map((verdict) => verdict.textContent);
        return [question.querySelector("a").textContent, verdicts.join("; "), ...cells.map(printed)];
      });
  }

  /** A cell of a table that no spreadsheet takes for a formula. */
  function cell(text) {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  }

  const heads = ["question", "verdict", ...columns];
  const files = {
    csv: () => [heads, ...taken()].map((line) => line.map(cell).join(",")).join("\r\n"),
    json: () => {
      const objects = taken().map((line) => Object.fromEntries(line.map((text, index) => [heads[index], text])));
      return JSON.stringify(objects, null, 2);
    },
  };

  const links = { csv: document.querySelector(".view-csv"), json: document.querySelector(".view-json") };

  for (const [kind, print] of Object.entries(files)) {
    const link = links[kind];
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const type = kind === "csv" ? "text/csv" : "application/json";
      const file = document.createElement("a");
      file.download = `comparison.${kind}`;
      file.href = URL.createObjectURL(new Blob([print()], { type }));
      file.click();
    });
  }

  /** A link that leads into the table is followed, whatever has been left out or folded. */
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest("table.compare")) return;
    if (target.closest("[hidden]")) {
      choose(new URLSearchParams());
      note(show());
    }
    const alone = target.closest("tbody.alone");
    if (alone) {
      alone.dataset.opened = "true";
      fold(alone, false);
    }
    target.scrollIntoView();
  }

  /** The heads of the columns stay in sight; what a link leads to stands below them. */
  function measureHeads() {
    table.style.setProperty("--heads", `${table.tHead.offsetHeight}px`);
  }

  form.elements.words.addEventListener("focus", () => void learnWords());
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => note(show()));
  form.addEventListener("reset", () => setTimeout(() => (press(chips[0]), note(show()))));
  for (const chip of chips) chip.addEventListener("click", () => (press(chip), note(show())));
  addEventListener("hashchange", reveal);

  table.classList.add("ready");
  document.querySelector(".what-is-saved").textContent = "this view";
  new ResizeObserver(measureHeads).observe(table.tHead);
  measureHeads();
  choose(new URLSearchParams(location.search));
  if (form.elements.words.value) void learnWords();
  show();
  reveal();
  form.classList.add("ready");
})();
