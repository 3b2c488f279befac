// Opens a note where it is called: in the margin where the window has one, else in a card under the
// words, on a telephone in a sheet. Without this script the numbers lead to the list of notes.

(() => {
  "use strict";

  const HAS_MARGIN = matchMedia("(min-width: 75em)");
  const IS_PHONE = matchMedia("(max-width: 47.4375em)");
  const MARK = 'a[href^="#fn:"]';

  const text = document.querySelector(".rendition") ?? document.querySelector(".md-content");
  const notes = [...document.querySelectorAll(".footnote > ol > li")];
  if (!text || !notes.length) return;
  const order = new Map(notes.map((note, index) => [note.id, index]));

  let card = null;
  let mark = null;

  /** The id of the note that a link on this page leads to, if any. */
  const target = (link) => {
    const id = decodeURIComponent(link.hash.slice(1));
    return link.pathname === location.pathname && order.has(id) ? id : "";
  };

  /** Where the text calls a note. */
  const find = (id) => [...text.querySelectorAll(`sup ${MARK}`)].find((link) => target(link) === id);

  /** The words that a note is about. */
  const passage = (link) => link.closest(".st") ?? link.closest("li, p, h1");

  /** Puts the words before each number into an element of their own, so that they can be shown. */
  function wrap() {
    for (const block of text.querySelectorAll(".block > p, .block > h3")) {
      let words = [];
      for (const node of [...block.childNodes]) {
        const isOurs = node.matches?.(".number, .st");
        if (isOurs) words = [];
        else words.push(node);
        if (isOurs || !node.matches?.("sup") || node.nextSibling?.matches?.("sup")) continue;
        const statement = make("span", "st");
        words[0].before(statement);
        statement.append(...words);
        words = [];
      }
    }
  }

  function make(tag, name, words = "") {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = words;
    return element;
  }

  function button(name, sign, does, isOff = false) {
    const made = make("button", "card-button", sign);
    made.type = "button";
    made.disabled = isOff;
    made.setAttribute("aria-label", name);
    made.addEventListener("click", does);
    return made;
  }

  function close() {
    if (!card) return;
    const hadFocus = card.contains(document.activeElement);
    card.remove();
    passage(mark)?.classList.remove("is-open");
    if (hadFocus) mark.focus({ preventScroll: true });
    card = mark = null;
  }

  function open(id) {
    const link = find(id);
    if (!link) return false;
    close();
    mark = link;
    card = fill(notes[order.get(id)], order.get(id));
    passage(mark)?.classList.add("is-open");
    if (IS_PHONE.matches) openSheet();
    else if (HAS_MARGIN.matches && mark.closest(".block, .article-head")) openInMargin();
    else openUnderWords();
    return true;
  }

  function fill(note, index) {
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
    for (const node of note.childNodes) made.append(node.cloneNode(true));
    for (const old of made.querySelectorAll(".footnote-backref")) old.remove();
    made.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    });
    return made;
  }

  function openSheet() {
    card.classList.add("note-card--sheet");
    document.body.append(card);
    card.showModal();
    card.focus();
    // The words stay seen above the sheet.
    const words = passage(mark).getBoundingClientRect();
    const room = innerHeight - card.getBoundingClientRect().height;
    scrollBy({ top: words.top - Math.max(64, room - words.height - 16) });
  }

  function openInMargin() {
    const block = mark.closest(".block, .article-head");
    card.classList.add("note-card--margin");
    block.append(card);
    card.show();
    const line = mark.getBoundingClientRect().top - block.getBoundingClientRect().top;
    const { height } = card.getBoundingClientRect();
    const over = mark.getBoundingClientRect().top + height + 8 - innerHeight;
    const lifted = Math.max(0, Math.min(over, mark.getBoundingClientRect().top - 80));
    card.style.top = `${line - 12 - lifted}px`;
    card.style.setProperty("--leader", `${20 + lifted}px`);
    card.focus({ preventScroll: true });
  }

  function openUnderWords() {
    const around = mark.closest(".block, .article-head, p, li");
    card.classList.add("note-card--words");
    around.append(card);
    card.show();
    card.style.top = `${mark.getBoundingClientRect().bottom - around.getBoundingClientRect().top + 6}px`;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
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
    const [from, to] = event.shiftKey ? [within[0], within.at(-1)] : [within.at(-1), within[0]];
    if (document.activeElement !== from && document.activeElement !== card) return;
    if (document.activeElement === card && !event.shiftKey) return;
    event.preventDefault();
    to.focus();
  }

  /** The line in the margin that a note belongs to, and the words that a line is about, shine up. */
  function point(event) {
    const within = event.target instanceof Element ? event.target.closest(".st, .margin a") : null;
    for (const one of text.querySelectorAll(".is-pointed")) one.classList.remove("is-pointed");
    const lines = [...(within?.closest(".block")?.querySelectorAll(".margin a") ?? [])];
    const starts = lines.map((line) => order.get(target(line)));
    const lineOf = (link) => lines[starts.findLastIndex((start) => start <= order.get(target(link)))];
    const line = within?.matches(".st") ? lineOf(within.querySelector(MARK) ?? within) : within;
    if (!line) return;
    line.classList.add("is-pointed");
    for (const words of line.closest(".block").querySelectorAll(".st")) {
      const link = words.querySelector(MARK);
      words.classList.toggle("is-pointed", words === within || (line === within && lineOf(link) === line));
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
  addEventListener("hashchange", openNamed);
  HAS_MARGIN.addEventListener("change", close);
  IS_PHONE.addEventListener("change", close);
  openNamed();
})();
