// @ts-check

/**
 * Move the focus to an element. Of one that is higher than the window the browser shows any part: then its beginning.
 * @param {HTMLElement | null} element
 */
export function leadTo(element) {
  element?.focus();
  if (element && element.offsetHeight > innerHeight) element.scrollIntoView();
}
