// The words of a text as search compares them. What text/search_words.py says of the originals is
// said in the same words: both cut, fold and hash alike.

(() => {
  "use strict";

  const WORD = /\p{Nd}{1,3}(?:[,’'\u00a0\u202f]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:\.\p{Nd}+)+|[\p{L}\p{N}]+/gu;
  const APART = /[,’'\u00a0\u202f]/g;

  /** Latin letters without marks, those of other scripts whole; signs of romanisations left out. */
  function stripMarks(text) {
    const bare = text.normalize("NFD").replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1");
    return bare.normalize("NFC").replace(/(?<=\p{L})[`´ʹʺʼ](?=\p{L})/gu, "");
  }

  /** A word in small letters, its Latin letters without marks. */
  function fold(word) {
    return /^[\x20-\x7e]*$/.test(word) ? word.toLowerCase() : stripMarks(word).toLowerCase();
  }

  /** The words of a text with where each starts and ends; the s of a genitive is none. */
  function list(text) {
    const found = [];
    for (const match of text.matchAll(WORD)) {
      const start = match.index;
      if (match[0] === "s" && /[’']/.test(text[start - 1] ?? "")) continue;
      const word = fold(match[0]).replace(APART, "");
      found.push({ word, start, end: start + match[0].length });
    }
    return found;
  }

  /** FNV-1a, 24 bits of it. */
  function hash(word) {
    let value = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(word)) {
      value = Math.imul(value ^ byte, 0x01000193) >>> 0;
    }
    return (value >>> 24) ^ (value & 0xffffff);
  }

  /** A function that tells whether a hash is among those in a text of base64, three bytes each. */
  function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
    const hashes = new Set();
    for (let at = 0; at < bytes.length; at += 3) {
      hashes.add((bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2]);
    }
    return (word) => hashes.has(hash(word));
  }

  const stems = new Map();

  /** An English word without the ending of its number or tense; other words nearly whole. */
  function stem(word) {
    if (!stems.has(word)) stems.set(word, cutEnding(word));
    return stems.get(word);
  }

  function cutEnding(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    const bare = word
      .replace(/ies$/, "y")
      .replace(/(ss|sh|ch|x)es$/, "$1")
      .replace(/([^su])s$/, "$1");
    const short = bare.replace(/([^aeiou].*[aeiouy].*?)(?:ings?|ed)$/, "$1").replace(/e$/, "");
    return short.length > 2 ? short.replace(/([^lsz])\1$/, "$1") : bare;
  }

  /** An English word in the singular and the plural, whichever it is. */
  function forms(word) {
    const found = new Set([word, `${word}s`, `${word}es`, word.replace(/s$/, ""), word.replace(/es$/, "")]);
    found.add(word.replace(/y$/, "ies")).add(word.replace(/ies$/, "y"));
    return [...found].filter(Boolean);
  }

  // How the sounds of a name are written in the languages that romanise it. Of 48 romanisations that
  // 28 standards make of the names in Cyrillic, 45 find their entity so, without one in the index;
  // the other three are of abbreviations.
  const SOUNDS = [
    [/dsch|dzh|dj|zh/g, "z"],
    [/schtsch|shch|tsch|tch|tsh|cz|ch/g, "C"],
    [/sch|sh|sz/g, "s"],
    [/kh|gh|q|ck|c(?![eiy])|k/g, "k"],
    [/ts|tz|z|c/g, "s"],
    [/w|ph|f/g, "v"],
    [/x/g, "ks"],
    [/ou|oo/g, "u"],
    [/[yj]/g, "i"],
    [/ei(?=[ns])/g, "e"],
    [/(?<=[aeou])i|i(?=[aeou])/g, ""],
    [/(.)\1+/g, "$1"],
  ];

  /** What stays of a name in any romanisation: Nasarbajew and Nazarbayev are both nasarbaev. */
  function sound(name) {
    return SOUNDS.reduce((left, [how, as]) => left.replace(how, as), name);
  }

  /** How many letters differ between two words; swapped neighbours are one; `most` + 1 if more. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const changed = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, changed);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[b.length];
  }

  self.dossierWords = { list, fold, stripMarks, hash, unpack, stem, forms, sound, distance };
})();
