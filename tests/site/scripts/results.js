// Scrolls through what a search has found, and tells what in it is no element of the theme's: run in
// a page by the tests.
async () => {
  const wrap = document.querySelector(".md-search__scrollwrap");
  for (let round = 0; round < 5; round++) {
    wrap.scrollTop = wrap.scrollHeight;
    await new Promise(requestAnimationFrame);
  }
  const own = "a, article, b, details, div, em, h1, h2, li, mark, nav, ol, p, span, strong, summary, ul";
  const own2 = "code, dd, del, dl, dt, h3, h4, pre, section, sup";
  const strays = [...wrap.querySelectorAll("*")].filter((one) => !one.matches(`${own}, ${own2}`));
  const led = [...wrap.querySelectorAll("[href]")].filter((one) => one.origin !== location.origin);
  return [...strays, ...led].map((one) => one.outerHTML.slice(0, 200));
};
