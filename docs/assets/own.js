// @ts-check
/**
 * The names of all that the site keeps in a browser begin alike, so that it can tell its own from what other
 * applications of the same host keep. (elder.js, which imports nothing, keeps to it too.)
 */

export const OWN = "policy-calculator.";
export const SERVICE_WORKER = "service_worker.js"; // its file, beside the site's home page

/**
 * How the names of the caches of Python's memory begin, for the site at an address. Another copy of the site on the same
 * host has caches of its own: the path stands in the name, and no path has a blank.
 * @param {string | URL} site
 */
export function nameMemories(site) {
  return `${OWN}memory-${new URL(site).pathname} `;
}

/**
 * How the names of the caches of the site's versions begin.
 * @param {string | URL} site
 */
export function nameCopies(site) {
  return `${OWN}site-${new URL(site).pathname} `;
}
