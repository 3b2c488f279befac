// Opens every note of an article's page, one after the other: run in a page by the tests.
() => {
  let opened = 0;
  for (const link of document.querySelectorAll(".rendition sup a")) {
    link.click();
    if (document.querySelector(".note-card")) opened += 1;
  }
  return opened;
};
