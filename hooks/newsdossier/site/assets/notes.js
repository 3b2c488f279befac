// Opens a note where it is called: in the margin where the window has one, else in a card under the
// words, on a telephone in a sheet. Without this script the numbers lead to the list of notes.

(() => {
  "use strict";

  const HAS_MARGIN = matchMedia("(min-width: 75em)");
  const IS_PHONE = matchMedia("(max-width: 47.4375em)");
  const MARK = 'a[href^="#fn:"]';
  /** How far a card stays from the edges of the window, and from the header. */
  const GAP = 8;
  const HEADER = 64;

  const text = document.querySelector(".rendition") ?? document.querySelector(".md-content");
  const notes = [...document.querySelectorAll(".footnote > ol > li")];
  if (!text || !notes.length) return;
  const order = new Map(notes.map((note, index) => [note.id, index]));

  let card = null;
  let mark = null;

  /** The id of the note that a link on this page leads to, if any. */
  function target(link) {
    const id = decodeURIComponent(link.hash.slice(1));
    return link.pathname === location.pathname && order.has(id) ? id : "";
  }

  /** Where the text calls a note. */
  const find = (id) =>
    [...document.querySelectorAll(`.md-content sup ${MARK}`)].find((link) => target(link) === id);

  /** The words that a note is about. */
  const passage = (link) => link.closest(".st") ?? link.closest("h1, li, p");

  /** Puts the words before each number into an element of their own, so that they can be shown. */
  function wrap() {
    for (const block of text.querySelectorAll(":scope > :is(p, h3)")) {
      let words = [];
      for (const node of [...block.childNodes]) {
        if (node.matches?.(`a[href="#${block.id}"]`)) words = [];
        else words.push(node);
        if (!node.matches?.("sup") || node.nextSibling?.matches?.("sup")) continue;
        const statement = document.createElement("span");
        statement.className = "st";
        words[0].before(statement);
        statement.append(...words);
        words = [];
      }
    }
  }

  /** Gives links that show a number alone a name for those who listen. */
  function name() {
    for (const link of text.querySelectorAll(`sup ${MARK}`)) link.ariaLabel = `Note ${link.textContent}`;
    for (const link of text.querySelectorAll(":scope > p > a:first-child")) {
      if (link.hash === `#${link.parentNode.id}`) link.ariaLabel = `Paragraph ${link.textContent}`;
    }
  }

  function button(called, sign, does, isOff = false) {
    const made = document.createElement("button");
    made.className = "card-button";
    made.textContent = sign;
    made.type = "button";
    made.disabled = isOff;
    made.setAttribute("aria-label", called);
    made.addEventListener("click", does);
    return made;
  }

  function close() {
    if (!card) return;
    const hadFocus = card.contains(document.activeElement);
    card.remove();
    passage(mark).classList.remove("is-open");
    if (hadFocus) mark.focus({ preventScroll: true });
    card = mark = null;
  }

  function open(id) {
    const link = find(id);
    if (!link) return false;
    close();
    mark = link;
    card = fill(order.get(id));
    passage(mark).classList.add("is-open");
    if (IS_PHONE.matches) openSheet();
    else openBeside(HAS_MARGIN.matches && mark.closest(".rendition, .article-head"));
    return true;
  }

  function fill(index) {
    const made = document.createElement("dialog");
    made.className = "note-card";
    made.tabIndex = -1;
    const title = document.createElement("p");
    title.className = "card-title";
    title.id = "card-title";
    title.textContent = `Note ${index + 1} of ${notes.length}`;
    made.setAttribute("aria-labelledby", title.id);
    const head = document.createElement("div");
    head.className = "card-head";
    head.append(
      title,
      button("Previous note", "‹", () => open(notes[index - 1].id), index === 0),
      button("Next note", "›", () => open(notes[index + 1].id), index === notes.length - 1),
      button("Close", "×", close),
    );
    made.append(head);
    for (const node of notes[index].childNodes) made.append(node.cloneNode(true));
    for (const old of made.querySelectorAll(".footnote-backref")) old.remove();
    made.append(...listTools(notes[index]));
    made.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    });
    return made;
  }

  /** What a reader does with a note: tools.js knows how; and where it is written, for contributors. */
  function listTools(note) {
    const article = document.querySelector(".note-list")?.dataset.of;
    if (!article) return [];
    const tools = document.createElement("span");
    tools.className = "tools";
    tools.dataset.of = `${article}#${note.id.replace("fn:", "")}`;
    tools.dataset.title = [...passage(mark).childNodes]
      .filter((node) => !node.matches?.("sup"))
      .map((node) => node.textContent)
      .join("")
      .replace(/[\s.,;:–—]+$/, "")
      .trim();
    tools.append(lead("Copy link", `#${note.id}`), lead("Cite", "#cite"));
    if (document.getElementById("report")) tools.append(lead("Report a mistake", "#report"));
    return [tools, ...listEdits(note)];
  }

  function listEdits(note) {
    const paragraphs = [...text.querySelectorAll(":scope > p")];
    const lines = [
      lineOf(document.querySelector(".note-list"), notes.indexOf(note)),
      lineOf(text, paragraphs.indexOf(mark.closest("p"))),
    ];
    const edits = document.createElement("p");
    edits.className = "card-edits";
    for (const [index, link] of document.querySelectorAll("#edit a").entries()) {
      const words = ["Edit the note", "Edit the paragraph"][index];
      if (lines[index]) edits.append(lead(words, link.href.replace(/#L\d+$/, `#L${lines[index]}`)));
    }
    return edits.childElementCount ? [edits] : [];
  }

  /** The line in its file of one of the things that an element has. */
  const lineOf = (element, index) => element.dataset.lines?.split(" ")[index];

  function lead(words, href) {
    const link = document.createElement("a");
    link.textContent = words;
    link.href = href;
    return link;
  }

  /** Over the foot of the window; the words stay seen above it. */
  function openSheet() {
    card.classList.add("note-card--sheet");
    text.append(card);
    card.showModal();
    card.focus();
    const words = passage(mark).getBoundingClientRect();
    const room = innerHeight - card.getBoundingClientRect().height;
    scrollBy({ top: words.top - Math.max(HEADER, room - words.height - 2 * GAP) });
  }

  /** In the margin at the height of the number, or under the words; wholly in the window if it can be. */
  function openBeside(column) {
    const around = column || mark.closest(".rendition, .article-head, p, li");
    if (column) card.classList.add("note-card--margin");
    else card.classList.add("note-card--words");
    around.append(card);
    card.show();
    const { top, bottom } = mark.getBoundingClientRect();
    const from = column ? top - 3 * GAP : bottom + GAP;
    const over = from + card.getBoundingClientRect().height + GAP - innerHeight;
    const lifted = column ? Math.max(0, Math.min(over, from - HEADER)) : 0;
    card.style.top = `${from - lifted - around.getBoundingClientRect().top}px`;
    card.style.setProperty("--leader", `${4 * GAP + lifted}px`);
    card.focus({ preventScroll: true });
    if (!column) card.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("click", (event) => {
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
    const link = event.target instanceof Element && isPlain ? event.target.closest(MARK) : null;
    const id = link && !link.closest(".footnote, .tools, nav") && target(link);
    if (id && mark && target(mark) === id) {
      event.preventDefault();
      close();
    } else if (id && open(id)) event.preventDefault();
    else if (card && isOutside(event)) close();
  });

  /** Whether a click was beside the card, or on what a sheet lies over; not on what is gone by now. */
  function isOutside({ target: clicked, clientY }) {
    if (!clicked.isConnected || clicked.closest?.(".tools-panel")) return false;
    return clicked === card ? clientY < card.getBoundingClientRect().top : !card.contains(clicked);
  }

  // Heard before the theme does, which on Escape takes the focus from whatever has it.
  document.addEventListener(
    "keydown",
    (event) => {
      if (!card || document.querySelector(".tools-panel[open]")) return;
      if (event.key === "Escape") {
        event.stopImmediatePropagation();
        event.preventDefault();
        close();
      } else if (event.key === "Tab" && card.matches(":modal")) turn(event);
    },
    { capture: true },
  );

  /** From the last thing in a sheet the focus goes to the first, and back. */
  function turn(event) {
    const within = [...card.querySelectorAll("a[href], button:enabled")];
    const ends = event.shiftKey ? [within[0], card] : [within.at(-1)];
    if (!ends.includes(document.activeElement)) return;
    event.preventDefault();
    within.at(event.shiftKey ? -1 : 0).focus();
  }

  /** Lights up the line in the margin that some words belong to, or the words of a line. */
  function point(event) {
    for (const one of text.querySelectorAll(".is-pointed")) one.classList.remove("is-pointed");
    const within = event.target instanceof Element ? event.target.closest(".st, .has-margin > div > a") : null;
    const beside = within?.matches(".st") ? within.parentNode.nextElementSibling : within?.parentNode;
    if (!beside?.matches(".has-margin > div")) return;
    const lines = [...beside.children];
    const first = (line) => parseInt(line.textContent, 10) - 1;
    const voiceOf = (words) => {
      const index = order.get(target(words.querySelector(MARK)));
      return lines.findLast((line) => first(line) <= index);
    };
    const line = within.matches(".st") ? voiceOf(within) : within;
    line?.classList.add("is-pointed");
    if (line !== within) return;
    for (const words of beside.previousElementSibling.querySelectorAll(".st")) {
      words.classList.toggle("is-pointed", voiceOf(words) === line);
    }
  }

  text.addEventListener("pointerover", point);
  text.addEventListener("pointerleave", point);

  /** Opens the note that the address names, and shows its words. */
  function openNamed() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!order.has(id) || !open(id)) return;
    if (!IS_PHONE.matches) passage(mark).scrollIntoView({ block: "center" });
  }

  wrap();
  name();
  addEventListener("hashchange", openNamed);
  HAS_MARGIN.addEventListener("change", close);
  IS_PHONE.addEventListener("change", close);
  openNamed();
  // Once the page is there the browser goes to the note itself, far below the words.
  if (document.readyState !== "complete") addEventListener("load", () => setTimeout(openNamed));
})();
