// Chooses whatever the comparison's form offers, and types each of some words: run in a page by the
// tests.
(words) => {
  const form = document.querySelector("form.filters");
  const tell = () => form.dispatchEvent(new Event("input", { bubbles: true }));
  for (const field of form.querySelectorAll("select")) {
    for (const option of field.options) {
      field.value = option.value;
      tell();
    }
    field.value = "";
  }
  for (const box of form.querySelectorAll("[type=checkbox]")) {
    box.click();
    tell();
    box.click();
  }
  const field = form.querySelector("[name=words]");
  for (const text of words.slice(-20)) {
    field.value = text;
    tell();
  }
  field.value = "";
  for (const chip of form.querySelectorAll(".chip")) chip.click();
  form.querySelector(".chip").click();
};
