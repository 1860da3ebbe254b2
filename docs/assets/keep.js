// @ts-check
/** Keep what stands in a form until the visit ends: a reload, or a way back, loses nothing. It never leaves the browser. */

import { OWN } from "./own.js";
import { saved } from "./saved.js";

/** @typedef {import("./form.js").Values} Values */

// When the first answer since the last clearing was given: once for the browser, and in every tab that has answers of
// that visit. A tab that was closed, or slept, while the visit was ended is found out by it when it comes back.
const VISIT = `${OWN}visit`;

if (isEnded()) forgetTab();

/**
 * @param {string} page
 * @param {Values} values
 */
export function keep(page, values) {
  try {
    joinVisit();
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

/** Let what this tab holds belong to the visit; it throws where nothing may be kept. */
export function joinVisit() {
  if (saved) return;
  const visit = localStorage.getItem(VISIT) ?? String(Date.now());
  localStorage.setItem(VISIT, visit);
  sessionStorage.setItem(VISIT, visit);
}

/** Does this tab hold answers of a visit that was ended? */
export function isEnded() {
  try {
    const isKept = Object.keys(sessionStorage).some((name) => name.startsWith(OWN) && name !== VISIT);
    return !saved && isKept && sessionStorage.getItem(VISIT) !== localStorage.getItem(VISIT);
  } catch {
    return false;
  }
}

/** Forget what this tab holds. */
export function forgetTab() {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(OWN)) sessionStorage.removeItem(name);
}

/** All that is kept of the pages at this address, in one text; null where nothing may be kept. */
export function describeKept() {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(nameAddress()));
    return JSON.stringify(names.sort().map((name) => [name, sessionStorage.getItem(name)]));
  } catch {
    return null;
  }
}

/** @param {string} page */
function nameOf(page) {
  return `${nameAddress()}:${page}`;
}

function nameAddress() {
  return `${OWN}form:${location.pathname}${saved?.time ?? ""}`;
}
