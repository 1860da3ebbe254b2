// @ts-check
/**
 * The names of all that the site keeps in a browser begin alike, so that it can tell its own from what other
 * applications of the same host keep. (elder.js, which imports nothing, keeps to it too.)
 */

export const OWN = "policy-calculator.";
export const MEMORY = `${OWN}memory-`; // caches of Python's memory
export const SITE_COPY = `${OWN}site-`; // caches of the site's versions
export const SERVICE_WORKER = "service_worker.js"; // its file, beside the site's home page
