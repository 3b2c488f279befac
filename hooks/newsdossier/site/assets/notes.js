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

  function make(tag, name, words = "") {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = words;
    return element;
  }

  /** Puts the words before each number into an element of their own, so that they can be shown. */
  function wrap() {
    for (const block of text.querySelectorAll(":scope > :is(p, h3)")) {
      let words = [];
      for (const node of [...block.childNodes]) {
        if (node.matches?.(`.st, a[href="#${block.id}"]`)) words = [];
        else words.push(node);
        if (!node.matches?.("sup") || node.nextSibling?.matches?.("sup")) continue;
        const statement = make("span", "st");
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
    const made = make("button", "card-button", sign);
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
    const made = make("dialog", "note-card");
    const title = make("p", "card-title", `Note ${index + 1} of ${notes.length}`);
    title.id = "card-title";
    made.setAttribute("aria-labelledby", title.id);
    made.tabIndex = -1;
    const head = make("div", "card-head");
    head.append(
      title,
      button("Previous note", "‹", () => open(notes[index - 1].id), index === 0),
      button("Next note", "›", () => open(notes[index + 1].id), index === notes.length - 1),
      button("Close", "×", close),
    );
    made.append(head);
    for (const node of notes[index].childNodes) made.append(node.cloneNode(true));
    for (const old of made.querySelectorAll(".footnote-backref")) old.remove();
    made.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    });
    return made;
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
    card.classList.add(column ? "note-card--margin" : "note-card--words");
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
    const id = link && !link.closest(".footnote, nav") && target(link);
    if (id && mark && target(mark) === id) {
      event.preventDefault();
      close();
    } else if (id && open(id)) event.preventDefault();
    else if (card && (event.target === card ? isOutside(event) : !card.contains(event.target))) close();
  });

  /** Whether a click on the sheet was beside it, on what it lies over. */
  function isOutside({ clientY }) {
    return clientY < card.getBoundingClientRect().top;
  }

  // Heard before the theme does, which on Escape takes the focus from whatever has it.
  document.addEventListener(
    "keydown",
    (event) => {
      if (!card) return;
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
    const within = event.target instanceof Element ? event.target.closest(".st, .margin a") : null;
    const beside = within?.matches(".st") ? within.parentNode.nextElementSibling : within?.parentNode;
    if (!beside?.matches(".margin")) return;
    const lines = [...beside.children];
    const lineOf = (link) => lines.findLast((line) => order.get(target(line)) <= order.get(target(link)));
    const line = within.matches(".st") ? lineOf(within.querySelector(MARK)) : within;
    line?.classList.add("is-pointed");
    if (line !== within) return;
    for (const words of beside.previousElementSibling.querySelectorAll(".st")) {
      words.classList.toggle("is-pointed", lineOf(words.querySelector(MARK)) === line);
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
})();
