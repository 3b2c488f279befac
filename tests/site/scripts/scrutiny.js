// What a page holds that none of ours may hold, and what it says: run in a page by the tests.
([elements, anywhere]) => {
  const told = (element) => element.cloneNode(false).outerHTML.slice(0, 200);
  const own = (element, name) =>
    anywhere.includes(name) || elements[element.localName]?.includes(name) || /^(aria|data-md)-/.test(name);
  const found = [];

  // What is made from the data is of our elements; the scripts of the site add few attributes.
  const added = ["download", "hidden", "style", "for"];
  for (const element of document.querySelectorAll(".md-content article *")) {
    if (element.matches('script[type="application/ld+json"]')) continue;
    if (!(element.localName in elements)) found.push(`element ${told(element)}`);
    for (const { name } of element.attributes) {
      if (!own(element, name) && !added.includes(name)) found.push(`attribute ${name} of ${told(element)}`);
    }
  }

  // Wherever it stands, nothing runs, loads or leads away that is not the theme's.
  const policy = "meta[http-equiv=Content-Security-Policy]";
  for (const element of document.querySelectorAll(`iframe, object, embed, base, template, meta[http-equiv]:not(${policy})`)) {
    found.push(`element ${told(element)}`);
  }
  const scripts = [...document.querySelectorAll("script:not([src], [type])")];
  if (scripts.length !== 3) found.push(`${scripts.length} inline scripts`);
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) found.push(`handler ${told(element)}`);
      if (!["href", "src", "action", "formaction", "xlink:href"].includes(name)) continue;
      const { protocol } = new URL(value, location);
      if (!["http:", "https:"].includes(protocol)) found.push(`address ${told(element)}`);
    }
  }

  // Code shows texts as a format has them, scripts as JSON has them; pictures and answers to nearby
  // questions cut what is long, and a grid of words has each once.
  const read = ["alt", "aria-label", "content", "label", "placeholder", "title"];
  const words = [];
  const walk = document.createTreeWalker(document, NodeFilter.SHOW_ALL, {
    acceptNode: (node) =>
      node instanceof Element && node.matches("script, pre, svg text, .search-also, .nearby-answer, .word-use")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  });
  const attributes = [];
  const tag = /k\d+f\d+z/;
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.nodeType === Node.TEXT_NODE) words.push(node.data);
    if (node.nodeType === Node.COMMENT_NODE) found.push(`comment ${node.data.slice(0, 100)}`);
    for (const { name, value } of node.attributes ?? []) if (read.includes(name) && tag.test(value)) attributes.push(value);
  }
  // What a reader may search by stands in other forms too: each as typed must be among them.
  const searched = [...document.querySelectorAll(".search-also")].map((one) => one.textContent);
  return { found, words: words.join(""), attributes, searched };
};
