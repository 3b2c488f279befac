// Finds what is meant by some words: answers, people and places, statements, articles, pages.
// Every entry with all words comes before one with some, a phrase before words that stand apart.

(() => {
  "use strict";

  const { list, stripMarks, unpack, stem, forms, sound, distance } = self.dossierWords;

  /** How much a word counts in an answer, and a figure, which stands for the answer itself. */
  const ANSWER = 6;
  const FIGURE = 12;

  /** How sure it is that another form of a word is meant; names have no other forms. */
  const INFLECTED = 0.85;

  const GROUPS = ["questions", "entities", "statements", "articles", "pages"];

  /** The texts by which an entry is found, and how much a word counts in each. */
  const FIELDS = {
    questions: (one) => [
      [one.asks, 8],
      [one.label ?? "", 8],
      ...(one.answers ?? []).map(([value]) => [value, ANSWER]),
      ...(one.more ?? []).map((text) => [text, 2]),
    ],
    entities: (one) => [
      ...[one.title, ...(one.names ?? []), ...(one.forms ?? [])].map((text) => [text, 8]),
      ...(one.more ?? []).map((text) => [text, 3]),
      [one.summary ?? "", 2],
    ],
    statements: (one) => [
      [one.says, 4],
      ...(one.quotes ?? []).map((text) => [text, 4]),
      [one.whose, 2],
      [one.place, 1],
    ],
    articles: (one) => [
      [one.title, 5],
      [one.about, 4],
      ...(one.blocks ?? []).map(([, text]) => [text, 1]),
    ],
    pages: (one) => [
      [one.title, 5],
      [one.summary ?? "", 2],
      ...(one.sections ?? []).map((text) => [text, 3]),
    ],
  };

  const entries = Object.fromEntries(GROUPS.map((group) => [group, []]));
  const postings = new Map(); // word: Map of document to its weight there
  const documents = [];
  const names = new Map(); // sound: words of names that sound so
  let settings = { optionalWords: [], numbers: [], originals: null };
  let optional = new Set();
  let stands = null; // whether a word stands in an original; null where nobody can say

  /** Take in a part of the index. */
  function add(part) {
    if (part.optionalWords) {
      settings = part;
      optional = new Set(part.optionalWords);
      stands = part.originals && unpack(part.originals.hashes);
    }
    const before = entries.statements.length;
    for (const group of GROUPS) {
      for (const entry of part[group] ?? []) addEntry(group, entry);
    }
    return entries.statements.length - before;
  }

  function addEntry(group, entry) {
    const number = documents.length;
    const fields = FIELDS[group](entry).map(([text, weight]) => {
      const found = list(text);
      const isProper = ({ start }) => text[start] !== text[start].toLowerCase() || !isLetter(text[start]);
      const words = found.map((one) => one.word);
      return { weight, words, proper: new Set(found.filter(isProper).map((one) => one.word)) };
    });
    documents.push({ group, entry, fields });
    entries[group].push(number);
    for (const { words, weight } of fields) {
      for (const word of words) {
        if (!postings.has(word)) postings.set(word, new Map());
        const weights = postings.get(word);
        weights.set(number, Math.max(weigh(weight, [word]), weights.get(number) ?? 0));
      }
    }
    if (group === "entities") listNames(fields);
  }

  /** Whether a sign is a letter that can be small or large. */
  function isLetter(sign) {
    return sign.toLowerCase() !== sign.toUpperCase();
  }

  function listNames(fields) {
    for (const { words, weight } of fields) {
      for (const word of weight === 8 ? words : []) {
        const key = sound(word);
        if (!names.has(key)) names.set(key, new Set());
        names.get(key).add(word);
      }
    }
  }

  function weigh(weight, words) {
    return weight === ANSWER && words.some(isNumber) ? FIGURE : weight;
  }

  function isNumber(word) {
    return /^\p{Nd}/u.test(word);
  }

  /** A small figure in words, or a number in figures. */
  function listOtherForms(word) {
    const { numbers } = settings;
    const place = numbers.indexOf(word);
    const other = place > 0 ? String(place) : word === "0" ? "" : (numbers[word] ?? "");
    return other ? [other] : [];
  }

  /** The known words that a typed one means, each with how sure that is, from 0 to 1. */
  function findMeant(typed, isLast) {
    const found = new Map();
    for (const word of [typed, ...listOtherForms(typed)]) {
      if (postings.has(word)) found.set(word, 1);
    }
    if (isNumber(typed)) return found.size || !isLast ? found : findLonger(typed, found);
    const root = stem(typed);
    for (const word of postings.keys()) {
      if (!found.has(word) && stem(word) === root) found.set(word, INFLECTED);
    }
    if (isLast ? typed.length > 1 : !found.size && typed.length > 3) findLonger(typed, found);
    for (const word of names.get(sound(typed)) ?? []) {
      if (typed.length > 4 && !found.has(word)) found.set(word, 0.8);
    }
    return found.size ? found : findMisspelt(typed);
  }

  /** Add the words that begin with what is typed, which may not be all of it yet. */
  function findLonger(typed, found) {
    for (const word of postings.keys()) {
      if (!found.has(word) && word.startsWith(typed)) found.set(word, 0.6);
    }
    return found;
  }

  /** The words of names that sound like a typed one, or differ from it by a letter or two. */
  function findMisspelt(typed) {
    const found = new Map();
    const key = sound(typed);
    const most = key.length < 5 ? 0 : key.length < 9 ? 1 : 2;
    for (const [other, words] of names) {
      const apart = distance(key, other, most);
      if (apart <= most && key.length > 2) {
        for (const word of words) found.set(word, 0.8 - apart * 0.2);
      }
    }
    return found;
  }

  /** What is typed: its words, those that must stand together, and what each word means. */
  function parse(query) {
    const text = stripMarks(query).replace(/^\s*(\p{Nd}{1,3})((?: \p{Nd}{3})+)\s*$/u, (all) =>
      all.replaceAll(" ", ""),
    );
    const listed = list(text);
    const words = listed.map((one) => one.word);
    const shown = new Map(listed.map(({ word, start, end }) => [word, text.slice(start, end)]));
    const quoted = [...text.matchAll(/["“]([^"”]+)["”]/g)].map(([, inner]) =>
      list(inner).map((one) => one.word),
    );
    const telling = words.filter((word) => !optional.has(word));
    const asked = [...new Set(telling.length ? telling : words)];
    const isOpen = /[\p{L}\p{N}]$/u.test(text);
    const meant = asked.map((word) => ({
      word,
      shown: shown.get(word),
      means: findMeant(word, isOpen && word === words.at(-1)),
    }));
    return { words, quoted: quoted.filter((one) => one.length > 1), meant };
  }

  /** Whether words stand in a row in a field; the last may be the start of one. */
  function hasPhrase(field, phrase) {
    const last = phrase.length - 1;
    return field.words.some((_, at) =>
      phrase.every((word, i) => {
        const other = field.words[at + i] ?? "";
        return word === other || (i === last && i > 0 && other.startsWith(word));
      }),
    );
  }

  /** Score every entry that has one of the words. */
  function score({ words, quoted, meant }) {
    const scores = new Map();
    for (const { means } of meant) {
      const best = new Map();
      for (const [word, sure] of means) {
        for (const [number, weight] of postings.get(word)) {
          best.set(number, Math.max(best.get(number) ?? 0, weight * sure));
        }
      }
      const rare = Math.log(1 + documents.length / (1 + best.size));
      for (const [number, weight] of best) {
        const one = scores.get(number) ?? { number, count: 0, value: 0 };
        scores.set(number, { number, count: one.count + 1, value: one.value + weight * rare });
      }
    }
    const hits = [...scores.values()];
    const besides = words.filter((word) => meant.every((one) => one.word !== word));
    for (const hit of hits) {
      hit.value += besides.filter((word) => postings.get(word)?.has(hit.number)).length;
      const { fields } = documents[hit.number];
      const phrases = words.length > 1 ? fields.filter((field) => hasPhrase(field, words)) : [];
      hit.phrase = Math.max(0, ...phrases.map(({ weight }) => weigh(weight, words)));
      hit.value += hit.phrase * 20;
      hit.isWhole = hit.count === meant.length;
      hit.isLeftOut = quoted.some((phrase) => !fields.some((field) => hasPhrase(field, phrase)));
    }
    return hits.filter((hit) => !hit.isLeftOut);
  }

  /**
   * How well the words name an entity: 4 where they are its title, 3 another name, 2 nearly one, 1
   * part of one, if it is a proper name there. Figures name nothing.
   */
  function rateName(fields, { words, meant: asked }) {
    let best = 0;
    if (asked.every(({ word }) => isNumber(word))) return 0;
    const meant = asked.map(({ means }) => ({
      means: new Map([...means].filter(([, sure]) => sure !== INFLECTED)),
    }));
    for (const field of fields.filter((one) => one.weight === 8)) {
      if (!meant.every(({ means }) => field.words.some((word) => means.has(word)))) continue;
      const isWhole = field.words.every(
        (word) => optional.has(word) || meant.some(({ means }) => (means.get(word) ?? 0) > 0.5),
      );
      const isTyped = field.words.join(" ") === words.join(" ");
      const isProper = field.words.some((word) => field.proper.has(word) && meant.some(({ means }) => means.has(word)));
      const typed = field === fields[0] ? 4 : 3;
      best = Math.max(best, isTyped ? typed : isWhole ? 2 : Number(isProper));
    }
    return best;
  }

  /** Which group the reader most likely looks for; the others follow in their fixed order. */
  function rateLead(group, hit, query) {
    const { fields } = documents[hit.number];
    const isTitle = fields[0].words.join(" ") === query.words.join(" ");
    if (group === "pages") return isTitle ? 5 : 0;
    if (group === "entities") {
      if (hit.named) return hit.named > 1 ? 4 + hit.named / 10 : 3.5;
      return hit.phrase >= 8 ? 3.2 : 0;
    }
    const isSentence = query.words.length > 2 && hit.phrase >= 5;
    if (group === "questions") return isSentence ? 4.1 : hit.phrase ? 3.3 : 3;
    return group === "articles" && isSentence ? 4 : 0;
  }

  /** Of several copies of one statement the best, with how many others have the words too. */
  function joinCopies(hits) {
    const found = new Map();
    for (const hit of hits) {
      const { copy } = documents[hit.number].entry;
      const first = found.get(copy);
      if (first) first.copies += 1;
      else found.set(copy, { ...hit, copies: 0 });
    }
    return [...found.values()];
  }

  /** The entities that the first statements found concern, where few are found themselves. */
  function addConcerned(groups, query) {
    const there = new Set(groups.entities.map((hit) => hit.number));
    for (const hit of groups.statements.slice(0, 3)) {
      for (const place of documents[hit.number].entry.who ?? []) {
        const number = entries.entities[place];
        if (number === undefined || there.has(number) || there.size > 2 || !hit.isWhole) continue;
        there.add(number);
        groups.entities.push({ number, named: 0, value: 0, through: hit.number });
      }
    }
  }

  /** Whether an answer or statement has half the words of a claim that none of them has in full. */
  function isNearClaim(hit, hits, { meant }) {
    const tells = ({ number }) => ["questions", "statements"].includes(documents[number].group);
    if (meant.length < 3 || !tells(hit) || hits.some((one) => one.isWhole && tells(one))) return false;
    return hit.count * 2 >= meant.length;
  }

  /** What is found for some words, group by group, and what is to be said of it. */
  function find(query) {
    const parsed = parse(query);
    let hits = score(parsed);
    const isWhole = hits.some((hit) => hit.isWhole);
    if (isWhole) hits = hits.filter((hit) => hit.isWhole || isNearClaim(hit, hits, parsed));
    const groups = Object.fromEntries(GROUPS.map((group) => [group, []]));
    for (const hit of hits) {
      const { group, entry, fields } = documents[hit.number];
      if (group === "entities") {
        hit.named = rateName(fields, parsed);
        hit.value += hit.named * 100 + Math.log(1 + (entry.count ?? 0));
      }
      groups[group].push(hit);
    }
    for (const group of GROUPS) groups[group].sort((a, b) => b.value - a.value || a.number - b.number);
    groups.statements = joinCopies(groups.statements);
    addConcerned(groups, parsed);
    const matched = new Set(parsed.meant.flatMap(({ means }) => [...means.keys()]));
    return { ...parsed, isWhole, matched, groups: order(groups, parsed) };
  }

  function order(groups, query) {
    const filled = GROUPS.filter((group) => groups[group].length);
    const lead = (group) => rateLead(group, groups[group][0], query);
    const first = filled.reduce((best, one) => (lead(one) > lead(best) ? one : best), filled[0]);
    return [first, ...filled.filter((group) => group !== first)]
      .filter(Boolean)
      .map((group) => ({ group, hits: groups[group] }));
  }

  /** Whether it is proved that a word stands in no original, in the singular or the plural. */
  function isAbsent(word) {
    if (!stands) return false;
    if (isNumber(word)) return isNumberAbsent(word);
    const searched = settings.originals.is_english ? forms(word) : [word];
    return !searched.some(stands);
  }

  /** A figure may also be spelled out: a small one is looked for so, a round one proves nothing. */
  function isNumberAbsent(word) {
    const value = Number(word);
    const spelled = settings.numbers[value];
    if (spelled) return !stands(word) && !stands(spelled);
    return value > 100 && value % 100 > 0 && !stands(word);
  }

  /** How alike two words are, by their pairs of letters. */
  function compare(a, b) {
    const pairs = (word) => new Set([...word].slice(1).map((sign, at) => word[at] + sign));
    const some = pairs(a);
    const others = pairs(b);
    const both = [...some].filter((pair) => others.has(pair)).length;
    return (2 * both) / (some.size + others.size || 1);
  }

  /** The questions that an editor foresaw for a word, else those with the most alike words. */
  function findNearest(query, most) {
    const asked = parse(query).words.filter((word) => !optional.has(word));
    const rated = entries.questions.map((number) => {
      const { entry, fields } = documents[number];
      const foreseen = (entry.also ?? []).flatMap((text) => list(text).map((one) => stem(one.word)));
      if (asked.some((word) => foreseen.includes(stem(word)))) return { number, value: 2 };
      const known = fields.flatMap((field) => field.words).filter((word) => !optional.has(word));
      const likeness = asked.flatMap((word) => known.map((one) => compare(word, one)));
      return { number, value: likeness.reduce((best, one) => Math.max(best, one), 0) };
    });
    const near = rated.filter((one) => one.value >= 0.6).sort((a, b) => b.value - a.value);
    return { isNear: near.length > 0, hits: (near.length ? near : rated).slice(0, most) };
  }

  self.dossierSearch = { add, find, findNearest, isAbsent, documents, settings: () => settings };
})();
