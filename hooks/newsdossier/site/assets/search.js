// Opens and closes the search, moves through what it finds, and shows all of it on a page of its
// own. What it searches in is loaded when a reader first turns to it, from the web or a folder.

(() => {
  "use strict";

  const box = document.querySelector(".md-search");
  const toggle = document.getElementById("__search");
  if (!box || !toggle) return;

  const root = new URL("..", document.currentScript.src);
  const form = box.querySelector("form");
  const field = box.querySelector("input");
  const panel = box.querySelector(".search-panel");
  const list = box.querySelector("[role=listbox]");
  const status = box.querySelector("[role=status]");
  const all = box.querySelector(".search-keys a");
  const MOST = 3;

  let options = [];
  let active = -1;

  // Loading.

  let loading = null;

  function loadScript(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(path, root);
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${path} cannot be loaded`));
      document.head.append(script);
    });
  }

  /** Load what the search consists of; where the index has several parts, the first is enough. */
  function load(onMore) {
    loading ??= (async () => {
      for (const name of ["search-words", "search-engine", "search-results", "search-index-1"]) {
        await loadScript(`assets/${name}.js`);
      }
      const [first] = self.dossierSearchParts;
      self.dossierSearch.add(first);
      void loadMore(first.parts, onMore);
    })();
    return loading;
  }

  // The comparison looks for words in what is loaded here.
  self.loadDossierSearch = () => load(() => {});

  async function loadMore(parts, onMore) {
    for (let number = 2; number <= parts; number++) {
      await loadScript(`assets/search-index-${number}.js`);
      self.dossierSearch.add(self.dossierSearchParts[number - 1]);
      onMore();
    }
  }

  // The box and its panel.

  function isOpen() {
    return toggle.checked;
  }

  function open() {
    if (!isOpen()) toggle.click(); // the theme hears it, and keeps the page from scrolling
    if (document.activeElement !== field) field.focus();
  }

  function close() {
    if (isOpen()) toggle.click();
    field.blur();
  }

  function tell(sections, said) {
    const found = sections.filter((one) => one.total);
    const counts = found.map((one) => `${one.total} in ${one.title}`).join(", ");
    const words = [said?.title, said?.text, counts].filter(Boolean).join(" ");
    if (status.textContent !== words) status.textContent = words;
  }

  async function search() {
    const words = field.value.trim();
    field.dataset.asked = words;
    await load(search);
    if (field.value.trim() !== words) return;
    const { sections, said } = words ? self.dossierResults.draw(words, root, MOST) : { sections: [] };
    show(sections, said);
    all.href = addressOf(words);
    field.dataset.shown = words;
  }

  function show(sections, said) {
    const { element } = self.dossierResults;
    list.replaceChildren(
      ...sections.map(({ title, hits }, number) => {
        const heading = element("div", "search-group-title", title);
        heading.id = `search-group-${number}`;
        const group = element("div", "search-group", heading, ...hits);
        group.setAttribute("role", "group");
        group.setAttribute("aria-labelledby", heading.id);
        return group;
      }),
    );
    box.querySelector(".search-said").replaceChildren(...drawSaid(said));
    options = [...list.querySelectorAll("a")];
    options.forEach((option, number) => {
      option.setAttribute("role", "option");
      option.id = `search-hit-${number}`;
      option.tabIndex = -1;
    });
    list.hidden = !options.length;
    panel.hidden = !options.length && !said;
    field.setAttribute("aria-expanded", String(!list.hidden));
    choose(said?.title ? -1 : 0, false);
    tell(sections, said);
  }

  function drawSaid(said) {
    const { element } = self.dossierResults;
    if (!said) return [];
    const title = said.title ? [element("strong", "", said.title)] : [];
    return [...title, element("span", "", said.text)];
  }

  /** Make an option the one that Enter opens; -1 is none. */
  function choose(number, isMoved = true) {
    active = options.length ? Math.min(number, options.length - 1) : -1;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (active < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", options[active].id);
    if (active >= 0 && isMoved) options[active].scrollIntoView({ block: "nearest" });
  }

  function addressOf(words) {
    const address = new URL(form.getAttribute("action"), document.baseURI);
    if (words) address.searchParams.set("q", words);
    return address.href;
  }

  function move(step) {
    const count = options.length;
    if (count) choose((active + step + (active < 0 && step < 0 ? 1 : 0) + count) % count);
  }

  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: close,
    Enter: () => void openChosen(),
  };

  /** Open what is chosen for the words that stand there now, which may still be looked for. */
  async function openChosen() {
    if (field.dataset.shown !== field.value.trim()) await search();
    if (active >= 0) options[active].click();
    else if (field.value.trim()) location.href = addressOf(field.value.trim());
  }

  field.addEventListener("focus", () => {
    open();
    void load(search);
  });
  field.addEventListener("input", () => void search());
  field.addEventListener("keydown", (event) => {
    const act = event.isComposing || event.ctrlKey || event.metaKey ? null : KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void openChosen();
  });
  form.addEventListener("reset", () => setTimeout(() => (field.focus(), search())));
  list.addEventListener("click", (event) => {
    if (event.target.closest("a") && !event.ctrlKey && !event.metaKey) close();
  });
  toggle.addEventListener("change", () => (isOpen() ? field.focus() : field.blur()));
  box.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (isOpen() && next && !box.contains(next)) toggle.click();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
    field.select();
  });

  // Words in the address, and forms of pages that ask for some.

  function ask(words) {
    field.value = words;
    open();
    void search();
  }

  const asked = new URLSearchParams(location.search).get("q") ?? "";
  const page = document.querySelector(".search-results");
  if (page) showPage(page);
  else if (asked) ask(asked);

  document.addEventListener("submit", (event) => {
    const words = event.target.querySelector("[name=q]")?.value.trim();
    if (event.defaultPrevented || words === undefined || page) return;
    event.preventDefault();
    if (words) ask(words);
  });

  /** The page of the search: all that is found for the words in its own field. */
  function showPage(results) {
    const own = document.querySelector(".search-form");
    const input = own.querySelector("input");
    const index = document.querySelector(".search-index");

    async function fill() {
      const words = input.value.trim();
      await load(fill);
      if (input.value.trim() !== words) return;
      const { sections, said } = words ? self.dossierResults.draw(words, root) : { sections: [] };
      results.replaceChildren(...drawSaid(said), ...sections.map(drawSection));
      index.hidden = Boolean(words);
      history.replaceState(history.state, "", words ? `?${new URLSearchParams({ q: words })}` : location.pathname);
    }

    function drawSection({ title, total, hits }) {
      const { element } = self.dossierResults;
      const items = hits.map((hit) => element("li", "", hit));
      return element("section", "", element("h2", "", total ? `${title} (${total})` : title), element("ul", "", ...items));
    }

    own.addEventListener("submit", (event) => {
      event.preventDefault();
      void fill();
    });
    input.addEventListener("input", () => void fill());
    input.value = asked;
    if (asked) void fill();
  }
})();
