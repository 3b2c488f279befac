// On a page that has moved: leads on, with the place on it that the address names. Without this script
// the page leads on by itself, to the top of the new one.

document.addEventListener("DOMContentLoaded", () => {
  location.replace(document.querySelector("main a").href + location.hash);
});
