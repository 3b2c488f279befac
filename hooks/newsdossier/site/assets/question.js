// On a question's page: saves its part of the tables of the comparison. Without this script the links
// lead to the whole tables.

(() => {
  "use strict";

  const page = document.querySelector(".question-tools .tools a");
  if (!page) return;
  const question = new URL(page.href).pathname.match(/([^/]+?)(?:\/|\/index\.html|\.html)$/)?.[1];

  /** The lines of a table about this question, under its head; a line may have breaks in quotes. */
  function cutTable(text) {
    const [head, ...lines] = text.match(/(?:"(?:[^"]|"")*"|[^"\n])+\n?/g);
    return [head, ...lines.filter((line) => line.startsWith(`${question},`))].join("");
  }

  function cutRecords(text) {
    return JSON.stringify(JSON.parse(text).filter((record) => record.question === question), null, 2);
  }

  if (!question || location.protocol === "file:") return;
  document.querySelector(".download-of").textContent = "this question";
  for (const link of document.querySelectorAll(".question-download")) {
    const isTable = link.pathname.endsWith(".csv");
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      const answer = await fetch(link.href).catch(() => null);
      if (!answer?.ok) return location.assign(link.href);
      const text = await answer.text();
      const saved = document.createElement("a");
      saved.download = `${question}.${isTable ? "csv" : "json"}`;
      const type = isTable ? "text/csv" : "application/json";
      saved.href = URL.createObjectURL(new Blob([isTable ? cutTable(text) : cutRecords(text)], { type }));
      saved.click();
    });
  }
})();
