// What the frame of a page does: it keeps the choice between light and dark, marks the section that
// is read, opens what is folded where an address or a print needs it, and keeps a page still under
// the search. The theme's own script, ten times as large, is left out for it.

(() => {
  "use strict";

  // Light and dark. The page's head has read what was chosen; here it is chosen anew.

  const schemes = [...document.querySelectorAll("[name=__palette]")];

  function paint(index) {
    const color = {};
    for (const key of ["media", "scheme", "primary", "accent"]) {
      color[key] = schemes[index].getAttribute(`data-md-color-${key}`);
      document.body.setAttribute(`data-md-color-${key}`, color[key]);
    }
    schemes.forEach((one, at) => (one.nextElementSibling.hidden = at !== index));
    __md_set("__palette", { index, color });
  }

  schemes.forEach((one, index) => {
    one.addEventListener("change", () => paint(index));
    one.addEventListener("keydown", (event) => {
      const next = schemes[(index + 1) % schemes.length];
      if (event.key === "Enter") (event.preventDefault(), next.click(), next.focus());
    });
  });

  // The contents, where they stand beside the page.

  const contents = document.querySelector(".contents");
  const HAS_CONTENTS = matchMedia("(min-width: 75em)");
  const sections = [...(contents?.querySelectorAll("a") ?? [])]
    .map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))])
    .filter(([, heading]) => heading);

  let marked = null;
  let isWaiting = false;

  function follow() {
    isWaiting = false;
    if (!HAS_CONTENTS.matches) return;
    const isRead = ([, heading]) =>
      heading.getBoundingClientRect().top <= parseFloat(getComputedStyle(heading).scrollMarginTop) + 1;
    const [link] = sections.findLast(isRead) ?? [null];
    if (link === marked) return;
    marked?.classList.remove("md-nav__link--active");
    link?.classList.add("md-nav__link--active");
    marked = link;
    if (link) contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
  }

  function wait() {
    if (!isWaiting) requestAnimationFrame(follow);
    isWaiting = true;
  }

  if (sections.length) {
    addEventListener("scroll", wait, { passive: true });
    addEventListener("resize", wait);
    wait();
  }

  // What is folded: an address leads into it, and a print has all of it.

  function unfold() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target?.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    target.scrollIntoView();
  }

  let unfolded = [];
  addEventListener("hashchange", unfold);
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")];
    for (const fold of unfolded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of unfolded) fold.open = false;
  });
  unfold();

  // Code that is wider than its column can be moved by keys.

  const watch = new ResizeObserver((sized) => {
    for (const { target } of sized) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const code of document.querySelectorAll("pre > code")) watch.observe(code);
})();
