// Chooses whatever the comparison's form offers, types each of some words, and opens every row: run
// in a page by the tests.
async (words) => {
  const form = document.querySelector("form.filters");
  const tell = () => form.dispatchEvent(new Event("input", { bubbles: true }));
  const [all, ...chips] = form.querySelectorAll(".chip");
  for (const chip of [...chips, all]) chip.click();
  for (const field of form.querySelectorAll("select")) {
    for (const option of field.options) {
      field.value = option.value;
      tell();
    }
    field.value = "";
  }
  for (const box of form.querySelectorAll("[type=checkbox]")) {
    box.click();
    box.click();
  }
  const field = form.querySelector("[name=words]");
  for (const text of [...words.slice(-20), ""]) {
    field.value = text;
    tell();
  }
  const openers = [...document.querySelectorAll(".opener")];
  for (const opener of openers) opener.click();
  const isOpen = (opener) => opener.getAttribute("aria-expanded") === "true";
  while (!openers.every(isOpen)) await new Promise(requestAnimationFrame);
  return openers.length;
};
