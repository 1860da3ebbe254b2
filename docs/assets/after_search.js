// @ts-check
/**
 * On a phone the theme's search lies over the page and holds it fast. When it closes, the theme puts the page back to
 * where it was, though the Tab key has gone on meanwhile: what has the focus comes into sight again.
 */

const HELD = "data-md-scrolllock";

new MutationObserver(() => {
  const field = document.activeElement;
  if (!document.body.hasAttribute(HELD) && field !== document.body) field?.scrollIntoView({ block: "nearest" });
}).observe(document.body, { attributeFilter: [HELD] });
