// Tells what in the results of a search is no element that results are made of: run in a page by the
// tests.
() => {
  const panel = document.querySelector(".search-panel");
  const own = "a, div, i, kbd, mark, p, s, span, strong";
  const strays = [...panel.querySelectorAll("*")].filter((one) => !one.matches(own));
  const led = [...panel.querySelectorAll("[href]")].filter((one) => one.origin !== location.origin);
  return [...strays, ...led].map((one) => one.outerHTML.slice(0, 200));
};
