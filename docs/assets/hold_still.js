// @ts-check

/**
 * Change the page, and leave what has the focus where it was in the window: words that come above must not push away
 * what somebody is looking at. Not every browser sees to that by itself.
 * @param {HTMLElement} form in which the focus is held
 * @param {() => void} change
 */
export function holdStill(form, change) {
  const held = document.activeElement;
  const before = held?.getBoundingClientRect().top ?? 0;
  change();
  if (!held || held !== document.activeElement || !form.contains(held)) return;
  const after = held.getBoundingClientRect();
  if (after.height) scrollBy({ top: after.top - before, behavior: "instant" });
}
