// @ts-check
/**
 * What the theme's search leaves out. It listens to keys alone: a text that comes another way is searched as well. The
 * Tab key goes through what was found; where it leaves the search, the search closes. Who comes back faster than the
 * theme looks stands in a closed search, on a phone above the window's edge: it opens again.
 *
 * On a phone the theme's search lies over the page and holds it fast. When it closes, the theme puts the page back to
 * where it was, though the Tab key has gone on meanwhile: what has the focus comes into sight again.
 */

const HELD = "data-md-scrolllock";

const search = document.querySelector("[data-md-component=search]");
const isOpen = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));

search?.querySelector("input")?.addEventListener("input", ({ currentTarget }) => {
  currentTarget?.dispatchEvent(new KeyboardEvent("keyup"));
});

search?.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLInputElement && isOpen && !isOpen.checked) isOpen.click();
});

search?.addEventListener("focusout", (event) => {
  const next = /** @type {FocusEvent} */ (event).relatedTarget;
  if (isOpen?.checked && next instanceof Node && !search.contains(next)) isOpen.click();
});

new MutationObserver(() => {
  const field = document.activeElement;
  if (!document.body.hasAttribute(HELD) && field !== document.body) field?.scrollIntoView({ block: "nearest" });
}).observe(document.body, { attributeFilter: [HELD] });
