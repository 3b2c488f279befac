// Copies permanent links, opens the panel that cites, and fills in reports of mistakes: for the page,
// and for each statement and row that has tools (templates/tools.j2). Without this script their links
// lead to the thing itself, and to the citation and the report at the foot of the page.

(() => {
  "use strict";

  const MONTHS = "January February March April May June July August September October November December".split(" ");

  const works = [...document.querySelectorAll("details.cite .citation")];
  if (!works.length) return;

  /** A work that the foot cites, as an item of CSL-JSON. */
  const parse = (work) => JSON.parse([...work.querySelectorAll("pre")].pop().textContent)[0];

  const page = parse(works[0]);

  // Where things are

  const root = new URL(`${JSON.parse(document.getElementById("__config").textContent).base}/`, location.href).href;

  /** Where a page of this site lives from its home page, as a web server has it. */
  function pathOf(address) {
    const path = address.slice(root.length).replace(/(^|\/)index\.html(?=#|$)/, "$1");
    return path.replace(/\.html(?=#|$)/, "/");
  }

  /** The permanent address of what a link leads to; that of the public site where it is known. */
  function permanent(href) {
    const address = Object.assign(new URL(href), { search: "" }).href;
    const here = pathOf(location.origin === "null" ? location.href.split(/[?#]/)[0] : location.origin + location.pathname);
    if (!page.URL?.endsWith(here)) return address;
    return page.URL.slice(0, page.URL.length - here.length) + pathOf(address);
  }

  /** What tools belong to: its name in a report, and for a citation its address and title. */
  function describe(tools) {
    const { of: name = "", title = "" } = tools.dataset;
    const address = permanent(tools.querySelector("a").href);
    const plain = title.trim().replace(/\s+/g, " ").replace(/\.+$/, "");
    return { name, address, title: plain.replace(/^[“‘](?=[^”’]*$)/, "") }; // words cut out of a quotation
  }

  // Citations, as newsdossier.exports prints them, with the day of access

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  }

  function inWords(date) {
    const [year, month, day] = date["date-parts"]?.[0] ?? [date.literal];
    return [day, MONTHS[month - 1], year].filter(Boolean).join(" ");
  }

  function inDigits(parts, between) {
    return parts.map((part) => String(part).padStart(2, "0")).join(between);
  }

  const isStatement = (thing) => thing.name.includes("#");

  let references = null;

  /** The reference that the data has for a statement; none where nothing can be fetched. */
  async function findReference(thing) {
    if (!isStatement(thing) || location.protocol === "file:") return null;
    references ??= fetch(`${root}data/statements.csl.json`)
      .then((answer) => (answer.ok ? answer.json() : []))
      .catch(() => []);
    return (await references).find((item) => item.note.endsWith(`statement ${thing.name}`));
  }

  async function itemOf(thing) {
    const isPublic = page.URL || location.protocol.startsWith("http");
    const own = thing.name && {
      id: thing.name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
      title: thing.title,
      "container-title": page["container-title"] ?? page.title,
      note: isStatement(thing) ? `Statement ${thing.name}` : undefined,
    };
    const item = { ...page, ...own, ...(await findReference(thing)) };
    return { ...item, URL: isPublic ? thing.address : undefined, accessed: { "date-parts": [today()] } };
  }

  function asLine(item) {
    const curled = item.title.replace(/(^|[\s([–—-])"/g, "$1“").replaceAll('"', "”");
    const inner = curled.replaceAll("“", "‘").replaceAll("”", "’");
    const container = item["container-title"];
    const note = item.note && item.note[0].toLowerCase() + item.note.slice(1);
    const parts = [container ? `“${inner}”` : item.title, note, container, `updated ${inWords(item.issued)}`];
    const end = item.URL ? `. ${item.URL}, accessed ` : ", accessed ";
    return `${parts.filter(Boolean).join(", ")}${end}${inWords(item.accessed)}.`;
  }

  function asBibtex(item) {
    const named = { "\\": "textbackslash", "{": "textbraceleft", "}": "textbraceright", "~": "textasciitilde", "^": "textasciicircum" };
    const escape = (text) =>
      text.replace(/[\\{}~^#$%&_]/g, (mark) => (named[mark] ? `\\${named[mark]}{}` : `\\${mark}`));
    const [year, month] = item.issued["date-parts"]?.[0] ?? [];
    const fields = {
      title: `{${escape(item.title)}}`,
      howpublished: escape(item["container-title"] ?? ""),
      year,
      month: month && MONTHS[month - 1].slice(0, 3).toLowerCase(),
      url: item.URL?.replaceAll("{", "%7B").replaceAll("}", "%7D"),
      urldate: inDigits(item.accessed["date-parts"][0], "-"),
      language: item.language,
      note: escape(item.note ?? ""),
    };
    const lines = Object.entries(fields)
      .filter(([, value]) => value)
      .map(([name, value]) => `  ${name} = ${name === "month" ? value : `{${value}}`},`);
    return [`@misc{${item.id},`, ...lines, "}"].join("\n");
  }

  function asRis(item) {
    const date = (parts) => (parts ? `${inDigits(parts, "/")}${"/".repeat(4 - parts.length)}` : "");
    const ends = item.issued["date-parts"] ?? [];
    const years = new Set(ends.map(([year]) => year));
    const fields = {
      TY: { webpage: "ELEC", "article-newspaper": "NEWS" }[item.type],
      ID: item.id,
      TI: item.title,
      T2: item["container-title"],
      PY: years.size === 1 ? [...years][0] : "",
      DA: ends.length === 1 ? date(ends[0]) : "",
      LA: item.language,
      UR: item.URL,
      Y2: date(item.accessed?.["date-parts"][0]),
      N1: item.note,
    };
    const lines = Object.entries(fields).filter(([, value]) => value);
    return [...lines.map(([tag, value]) => `${tag}  - ${value}`), "ER  - "].join("\n");
  }

  /** A work in each format, by its name. */
  function formatsOf(item) {
    return [
      ["Citation", asLine(item)],
      ["BibTeX", asBibtex(item)],
      ["RIS", asRis(item)],
      ["CSL-JSON", JSON.stringify([item], null, 2)],
    ];
  }

  /** A work that is no page of ours, as the foot has it. */
  function printedFormats(work) {
    const [bibtex, csl] = [...work.querySelectorAll("pre")].map((one) => one.textContent.trim());
    return [
      ["Citation", work.querySelector(".citation-line").textContent],
      ["BibTeX", bibtex],
      ["RIS", asRis(parse(work))],
      ["CSL-JSON", csl],
    ];
  }

  // Copying

  const status = document.createElement("span");
  status.className = "tools-status";
  status.setAttribute("role", "status");
  document.body.append(status);

  /** Whether the text could be copied. */
  async function copy(text) {
    if (navigator.clipboard) {
      const done = await navigator.clipboard.writeText(text).then(() => true, () => false);
      if (done) return true;
    }
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "tools-status";
    status.after(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  /** Copy, and say for a moment on what was pressed that it is done. */
  async function copyFrom(pressed, text) {
    (pressed.closest("dialog") ?? document.body).append(status); // what is outside one is not heard
    const done = await copy(text);
    pressed.focus();
    if (!done) return false;
    pressed.dataset.label ??= pressed.textContent;
    pressed.textContent = "Copied";
    status.textContent = "Copied";
    setTimeout(() => {
      pressed.textContent = pressed.dataset.label;
      status.textContent = "";
    }, 2000);
    return true;
  }

  // The panel

  const panel = document.createElement("dialog");
  panel.className = "tools-panel";
  panel.classList.add("md-typeset");
  panel.setAttribute("aria-labelledby", "tools-panel-title");
  document.body.append(panel);
  panel.addEventListener("click", (event) => event.target === panel && panel.close());

  function make(tag, text, properties = {}) {
    return Object.assign(document.createElement(tag), { textContent: text, ...properties });
  }

  function open(title, ...content) {
    const shut = make("button", "×", { type: "button", className: "tools-close" });
    shut.setAttribute("aria-label", "Close");
    shut.addEventListener("click", () => panel.close());
    const head = make("div", "", { className: "tools-head" });
    head.append(make("h2", title, { id: "tools-panel-title" }), shut);
    const body = make("div", "", { className: "tools-body" });
    body.append(...content);
    panel.replaceChildren(head, body);
    panel.showModal();
  }

  function showFormat([name, text]) {
    const box = make("section", "", { className: "tools-format" });
    const button = make("button", "Copy", { type: "button" });
    button.setAttribute("aria-label", `Copy the ${name === "Citation" ? "citation" : name}`);
    button.addEventListener("click", () => copyFrom(button, text));
    box.append(make("h3", name), button, make(name === "Citation" ? "p" : "pre", text));
    return box;
  }

  async function cite(thing) {
    const shown = formatsOf(await itemOf(thing)).map(showFormat);
    const others = thing.name ? [] : works.slice(1);
    const more = others.flatMap((work) => [
      make("h2", work.querySelector(".citation-of").textContent),
      ...printedFormats(work).map(showFormat),
    ]);
    const what = !thing.name ? "page" : isStatement(thing) ? "statement" : "question";
    open(`Cite this ${what}`, ...shown, ...more);
  }

  // Reports

  const ways = [...document.querySelectorAll("#report a")];

  /** The address of a form or of a message, filled in with what has the mistake. */
  function fillIn(href, { name, address }) {
    if (!name) return href;
    if (!href.startsWith("mailto:")) {
      const form = new URL(href);
      form.searchParams.set("where", name);
      form.searchParams.set("page", address);
      return form.href;
    }
    const [to, fields] = href.split("?");
    const body = new URLSearchParams(fields)
      .get("body")
      .replace(/^Where:.*$/m, () => `Where: ${name}`)
      .replace(/^Page:.*$/m, () => `Page: ${address}`);
    return `${to}?subject=${encodeURIComponent(`Mistake in ${name}`)}&body=${encodeURIComponent(body)}`;
  }

  function report(thing) {
    const links = ways.map((way) => {
      const isMail = way.href.startsWith("mailto:");
      const line = make("p", "");
      line.append(
        make("a", isMail ? "Write to the editors" : "Fill in the form", { href: fillIn(way.href, thing) }),
        isMail ? ", which needs no account" : ", which needs an account",
      );
      return line;
    });
    open("Report a mistake", make("p", thing.name && `In ${thing.name}.`), ...links);
  }

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest(".tools a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const thing = describe(link.closest(".tools"));
    event.preventDefault();
    if (link.hash === "#cite") cite(thing);
    else if (link.hash !== "#report") copyFrom(link, thing.address).then((done) => done || location.assign(link.href));
    else if (ways.length === 1) location.assign(fillIn(ways[0].href, thing));
    else report(thing);
  });
})();
