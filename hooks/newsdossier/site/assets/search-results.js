// Draws what the search finds: a group for each kind of thing, two lines a result.

(() => {
  "use strict";

  const { list } = self.dossierWords;
  const engine = self.dossierSearch;

  const TITLES = {
    questions: "Answers",
    entities: "People and places",
    statements: "Statements",
    articles: "Articles",
    pages: "Pages",
  };

  const isNarrow = matchMedia("(max-width: 47.4375em)");

  /** How many letters a statement may have before it is cut. */
  const MOST = 150;

  /** How many letters a line of a result may have before it is cut round what is found. */
  function longest() {
    return isNarrow.matches ? 70 : MOST;
  }

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  /** Which words of a text are found, and where. */
  function findWords(text, matched) {
    return list(text).filter((one) => matched.has(one.word));
  }

  /** A text with the words found marked; a long one is cut to what stands round the first. */
  function mark(text, matched, most = longest()) {
    const found = findWords(text, matched);
    const [from, to] = choosePart(text, found[0]?.start ?? 0, most);
    const pieces = from > 0 ? ["… "] : [];
    let reached = from;
    for (const { start, end } of found.filter((one) => one.start >= from && one.end <= to)) {
      pieces.push(text.slice(reached, start), element("mark", "", text.slice(start, end)));
      reached = end;
    }
    pieces.push(text.slice(reached, to), to < text.length ? " …" : "");
    return pieces.filter((piece) => piece !== "");
  }

  function choosePart(text, first, most) {
    if (text.length <= most) return [0, text.length];
    const from = Math.min(first - most * 0.4, text.length - most);
    const start = first < most * 0.7 ? 0 : text.indexOf(" ", from) + 1;
    const end = text.lastIndexOf(" ", start + most);
    return [start, text.length - start <= most || end <= start ? text.length : end];
  }

  /** The text of an entry that has most of the words, of those that are not shown anyway. */
  function chooseText(texts, matched) {
    const rated = texts.map((text) => ({
      text,
      count: new Set(findWords(text, matched).map((one) => one.word)).size,
    }));
    return rated.sort((a, b) => b.count - a.count).find((one) => one.count)?.text;
  }

  function count(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
  }

  // What each kind of entry shows: its first line, its second, and what stands beside both.
  const LINES = {
    questions(entry, { matched }) {
      const values = (entry.answers ?? []).map(([value]) => value);
      const isSeen = [entry.asks, ...values].some((text) => findWords(text, matched).length);
      const other = isSeen ? "" : chooseText([entry.label, ...(entry.more ?? [])], matched);
      return [
        mark(entry.asks, matched),
        [...(other ? [...mark(other, matched), " · "] : []), ...drawAnswers(entry.answers ?? [], matched)],
        [...drawVerdicts(entry.verdicts), drawMeter(entry)],
      ];
    },
    entities(entry, { matched }, hit) {
      if (hit.through !== undefined) {
        const { says, place } = engine.documents[hit.through].entry;
        return [[entry.title], mark(says, matched), [place]];
      }
      const isSeen = findWords(`${entry.title} ${entry.summary ?? ""}`, matched).length;
      const names = [...(entry.names ?? []), ...(entry.forms ?? []), ...(entry.more ?? [])];
      const other = isSeen ? "" : chooseText(names, matched);
      const summary = mark(entry.summary ?? "", matched);
      return [
        mark(entry.title, matched),
        other ? [...mark(other, matched), summary.length ? " · " : "", ...summary] : summary,
        [entry.kind, element("span", "", count(entry.count, "statement"))],
      ];
    },
    statements(entry, { matched }, hit) {
      const quote = findWords(entry.says, matched).length ? "" : chooseText(entry.quotes ?? [], matched);
      const copies = hit.copies ? [element("span", "", hit.copies === 1 ? "and 1 copy" : `and ${hit.copies} copies`)] : [];
      return [
        mark(entry.says, matched, MOST),
        [...mark(entry.whose, matched), ...(quote ? [": ‘", ...mark(quote, matched), "’"] : [])],
        [entry.place, ...copies],
      ];
    },
    articles(entry, { matched }) {
      const found = (entry.blocks ?? []).filter(([, text]) => findWords(text, matched).length);
      const block = chooseText(found.map(([, text]) => text), matched);
      return [
        mark(entry.title, matched),
        block ? mark(block, matched) : mark(entry.about, matched),
        [entry.label, ...(found.length ? [element("span", "", count(found.length, "place"))] : [])],
      ];
    },
    pages(entry, { matched }) {
      const other = chooseText([entry.summary ?? "", ...(entry.sections ?? [])], matched);
      return [mark(entry.title, matched), mark(other ?? entry.summary ?? "", matched), []];
    },
  };

  /** The answers in a line, those with the words first where not all are seen. */
  function drawAnswers(answers, matched) {
    const has = ([value]) => Number(findWords(value, matched).length > 0);
    const isLong = answers.map(([value]) => value).join("").length > longest();
    const shown = isLong ? answers.toSorted((a, b) => has(b) - has(a)) : answers;
    return shown.flatMap(([value, status], at) => {
      const name = status === "withdrawn" ? "s" : "span";
      const told = status ? `, ${status}` : "";
      return [at ? " · " : "", element(name, "", ...mark(value, matched)), told];
    });
  }

  function drawVerdicts(verdicts) {
    return verdicts.map((name) =>
      element("span", `verdict verdict--${name.replaceAll(" ", "-")}`, name),
    );
  }

  function drawMeter({ dots, told }) {
    const isDrawn = dots.length > 1 || !/\d/.test(dots[0]?.replace(/^witness.*/, "") ?? "");
    const drawn = dots.map((name) => (isDrawn ? element("i", name) : name));
    const meter = element("span", "meter", ...drawn);
    meter.setAttribute("role", "img");
    meter.setAttribute("aria-label", told);
    return meter;
  }

  /** Where a result leads: an article to the paragraph that has the words. */
  function findTarget({ group, entry }, { matched }) {
    const block = (entry.blocks ?? []).findIndex(([, text]) => findWords(text, matched).length);
    const isDeep = group === "articles" && block >= 0 && !findWords(entry.title, matched).length;
    return isDeep ? `${entry.to}#${entry.anchors[block]}` : entry.to;
  }

  function drawHit(hit, result, root) {
    const found = engine.documents[hit.number];
    const [first, second, beside] = LINES[found.group](found.entry, result, hit);
    const link = element(
      "a",
      "search-hit",
      element("span", "search-hit-title", ...first),
      element("span", "search-hit-line", ...second),
      element("span", "search-hit-beside", ...beside.map((one) => element("span", "", one))),
    );
    link.href = new URL(findTarget(found, result), root);
    return link;
  }

  /** What is found for some words: sections with results, and what is to be said beside them. */
  function draw(query, root, most = Infinity) {
    const result = engine.find(query);
    const said = describe(query, result);
    const sections = result.groups.map(({ group, hits }) => ({
      title: TITLES[group],
      total: hits.length,
      hits: hits.slice(0, most).map((hit) => drawHit(hit, result, root)),
    }));
    if (!sections.length && said) {
      const { isNear, hits } = engine.findNearest(query, 3);
      const title = isNear ? "Nearest questions" : "Questions that the articles answer";
      sections.push({ title, total: 0, hits: hits.map((hit) => drawHit(hit, result, root)) });
    }
    return { sections, said };
  }

  function join(words, last) {
    return words.length > 1 ? `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}` : words[0];
  }

  /** What there is to say where not all is found; nothing where all is. */
  function describe(query, { groups, isWhole, meant }) {
    if (!meant.length || isWhole) return null;
    const unknown = meant.filter(({ word, means }) => !means.size && engine.isAbsent(word));
    const absent = unknown.map(({ shown }) => shown);
    const { originals, numbers } = engine.settings();
    if (absent.length) {
      const words = join(absent, "or");
      const all = numbers[originals.articles] ?? originals.articles;
      const is = absent.length > 1 ? "The words are" : "The word is";
      return originals.is_english
        ? {
            title: `No article mentions ${words}.`,
            text: `${is} in none of the ${all} articles, in the singular or the plural.`,
          }
        : {
            title: `No article has the word ${join(absent.map((one) => `“${one}”`), "or")}.`,
            text: `Other forms of it, or its translation, may be in one of the ${all} articles.`,
          };
    }
    if (groups.length) return { title: "", text: "Nothing has all of these words; these have some." };
    return { title: "Not found in the retellings.", text: "An article may still have it: they are retold, not reprinted." };
  }

  self.dossierResults = { draw, element };
})();
