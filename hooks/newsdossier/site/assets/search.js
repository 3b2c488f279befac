// Lets names be typed by any means and with marks that no article prints: for Tókayev also Tokayev.
// The forms without marks of the names that do have some are in the index already.

(() => {
  "use strict";

  const field = document.querySelector("[data-md-component=search-query]");
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  if (!field) return;

  /** Latin letters without their marks; letters of other scripts are left whole. */
  function bare(text) {
    return text.normalize("NFD").replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1").normalize("NFC");
  }

  // The theme hears keys alone; words are also pasted, spoken, or put together by other means.
  field.addEventListener("input", () => field.dispatchEvent(new Event("keyup")));

  // The field still shows what was typed; the theme, which asks it for its value, gets both forms.
  Object.defineProperty(field, "value", {
    configurable: true,
    get() {
      const typed = value.get.call(this).normalize("NFC");
      return bare(typed) === typed ? typed : `${typed} ${bare(typed)}`;
    },
    set(text) {
      value.set.call(this, text);
    },
  });
})();
