// Opens a note beside its mark, and a card beside a name. What they show stands at the foot of the
// page; without this script the links lead there.

(() => {
  "use strict";

  const OPEN_AFTER = 120;
  const CLOSE_AFTER = 250;

  let card = null;
  let trigger = null;
  let timer = 0;

  /** What a link is about: a note, or an entity named on this page; null for any other link. */
  function content(link) {
    if (link.hash.startsWith("#fn:") && link.pathname === location.pathname) {
      const note = document.getElementById(link.hash.slice(1));
      return note && { source: note, foot: "To the note", href: link.hash };
    }
    const entity = link.pathname.match(/\/entities\/[^/]+\/([^/]+?)(?:\/|\/index\.html|\.html)$/);
    const named = entity && document.getElementById(`who-${entity[1]}`);
    return named && { source: named, foot: "To the whole page", href: link.href };
  }

  function close() {
    clearTimeout(timer);
    if (!card) return;
    if (card.contains(document.activeElement)) trigger.focus();
    card.remove();
    trigger.removeAttribute("aria-describedby");
    card = trigger = null;
  }

  function open(link) {
    if (link === trigger) return;
    const found = content(link);
    if (!found) return;
    close();
    trigger = link;
    card = document.createElement("span");
    card.className = "aside-card";
    card.id = "aside-card";
    card.setAttribute("role", "note");
    for (const node of found.source.childNodes) card.append(node.cloneNode(true));
    for (const old of card.querySelectorAll(".footnote-backref")) old.remove();
    for (const old of card.querySelectorAll("[id]")) old.removeAttribute("id");
    const shut = document.createElement("button");
    shut.type = "button";
    shut.className = "card-close";
    shut.textContent = "×";
    shut.setAttribute("aria-label", "Close");
    shut.tabIndex = -1;
    shut.addEventListener("click", close);
    card.prepend(shut);
    const foot = document.createElement("p");
    foot.className = "card-foot";
    foot.innerHTML = "<a></a>";
    foot.firstChild.textContent = found.foot;
    foot.firstChild.href = found.href;
    card.append(foot);
    // Whoever goes by keyboard hears the card as the link's description and follows the link itself;
    // else every name would add the links of its card to the way through the page.
    for (const inner of card.querySelectorAll("a")) inner.tabIndex = -1;
    link.after(card);
    link.setAttribute("aria-describedby", card.id);
    place(link.getBoundingClientRect());
  }

  /** Beneath the words, or above them where there is more room; never outside the window. */
  function place(words) {
    const margin = 8;
    const { width, height } = card.getBoundingClientRect();
    const below = innerHeight - words.bottom - margin;
    const top = below >= height || below >= words.top ? words.bottom + 4 : words.top - height - 4;
    card.style.top = `${Math.max(margin, Math.min(top, innerHeight - height - margin))}px`;
    card.style.left = `${Math.max(margin, Math.min(words.left, innerWidth - width - margin))}px`;
  }

  function linkAt(target) {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    // A link within a picture is no HTML link: it has neither hash nor pathname.
    return link instanceof HTMLAnchorElement && !link.closest(".aside-card, .footnote, .named-here, nav") ? link : null;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkAt(event.target);
    if (card?.contains(event.target) || link === trigger) clearTimeout(timer);
    else if (link && content(link)) {
      clearTimeout(timer);
      timer = setTimeout(open, OPEN_AFTER, link);
    }
  });

  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch" || card?.contains(document.activeElement)) return;
    clearTimeout(timer);
    timer = setTimeout(close, CLOSE_AFTER);
  });

  document.addEventListener("focusin", (event) => {
    if (card?.contains(event.target) || event.target === trigger) return;
    const link = linkAt(event.target);
    if (link?.matches(":focus-visible") && content(link)) open(link);
    else close();
  });

  // A finger cannot hover: its first touch opens the card, whose last line leads on.
  document.addEventListener("click", (event) => {
    const link = linkAt(event.target);
    const touched = event.pointerType === "touch";
    if (link && link !== trigger && touched && content(link)) {
      event.preventDefault();
      open(link);
    } else if (!card?.contains(event.target)) close();
  });

  // Heard before the theme does, which on Escape takes the focus from whatever has it.
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && card) {
        event.stopImmediatePropagation();
        close();
      }
    },
    { capture: true },
  );

  addEventListener("scroll", () => card && !card.matches(":hover, :focus-within") && close(), { passive: true });
})();
