// @ts-check
/** Keep what stands in a form until the visit ends: a reload, or a way back, loses nothing. It never leaves the browser. */

import { OWN } from "./own.js";
import { saved } from "./saved.js";

/** @typedef {import("./form.js").Values} Values */

/**
 * @param {string} page
 * @param {Values} values
 */
export function keep(page, values) {
  try {
    sessionStorage.setItem(nameOf(page), JSON.stringify(values));
  } catch {
    // Storage is switched off or full: the page works without.
  }
}

/**
 * What was kept for a page, or saved with it; nothing where nothing was, or where it cannot be read.
 * @param {string} page
 * @returns {Values}
 */
export function recall(page) {
  const first = saved?.form ?? {};
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(page)) ?? "null") ?? first;
  } catch {
    return first;
  }
}

/** All that is kept of the pages at this address, in one text. */
export function describeKept() {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(nameAddress()));
    return JSON.stringify(names.sort().map((name) => [name, sessionStorage.getItem(name)]));
  } catch {
    return "";
  }
}

/** @param {string} page */
function nameOf(page) {
  return `${nameAddress()}:${page}`;
}

function nameAddress() {
  return `${OWN}form:${location.pathname}${saved?.time ?? ""}`;
}
