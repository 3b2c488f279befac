// What stands outside its place on a page: run in a page by the tests.
() => {
  const found = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth} wide in ${innerWidth}`);
  const scrolls = new Set();
  for (const element of document.querySelectorAll(".md-content article *")) {
    if (!(element instanceof HTMLElement)) continue;
    if (element.querySelector(":scope > .chips")) continue; // these scroll, up to the window's edge
    const style = getComputedStyle(element);
    if (scrolls.has(element.parentElement) || style.overflowX !== "visible") {
      scrolls.add(element);
      continue;
    }
    if (style.display === "inline" || style.display === "contents" || !element.clientWidth) continue;
    if (element.scrollWidth > element.clientWidth + 1) {
      found.push(`${element.cloneNode(false).outerHTML.slice(0, 120)} ${element.scrollWidth} in ${element.clientWidth}: ${element.textContent.trim().slice(0, 60)}`);
    }
  }
  return found;
};
