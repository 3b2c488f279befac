// The colours that the elements of a page are painted with, each with the first that has it: run in
// a page by the tests. What is folded is opened first.
() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const found = {};
  const note = (colour, element, property) => {
    found[colour] ??= `${property} of <${element.localName} class="${element.getAttribute("class") ?? ""}">`;
  };
  for (const element of document.querySelectorAll("body, body *")) {
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    for (const pseudo of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, pseudo);
      if (style.visibility !== "visible" || style.display === "none") continue;
      if (pseudo && style.content === "none") continue;
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      const drawn = element instanceof SVGElement;
      if (pseudo ? style.content !== '""' : own && !drawn) note(style.color, element, `color${pseudo ?? ""}`);
      note(style.backgroundColor, element, `background${pseudo ?? ""}`);
      for (const side of ["Top", "Right", "Bottom", "Left"]) {
        const there = style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0;
        if (there) note(style[`border${side}Color`], element, `border${pseudo ?? ""}`);
      }
      if (style.textDecorationLine !== "none") note(style.textDecorationColor, element, "underline");
      if (drawn && !pseudo && !["svg", "a", "g"].includes(element.localName)) {
        if (style.fill !== "none") note(style.fill, element, "fill");
        if (style.stroke !== "none") note(style.stroke, element, "stroke");
      }
    }
  }
  return found;
};
