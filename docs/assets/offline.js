// @ts-check
/** Keep the site for visits without a network, once it has been of use, and say which version of it is kept. */

import { SERVICE_WORKER } from "./own.js";

/**
 * Ask the browser to keep the whole site; where it cannot, or should save data, nothing happens.
 * @param {string} site address of the site's root
 * @param {HTMLElement | null} element where to say so, as sayKept does
 */
export async function keepSite(site, element) {
  /** @type {{saveData?: boolean} | undefined} */
  const connection = /** @type {any} */ (navigator).connection;
  if (connection?.saveData || !mayKeep()) return;
  try {
    const registration = await navigator.serviceWorker.register(site + SERVICE_WORKER);
    registration.installing?.addEventListener("statechange", () => sayKept(site, element));
    sayKept(site, element); // it may have become active since this page asked
  } catch {
    // an improvement, never a need
  }
}

/**
 * Say in an element, if the site is kept, which version of it: not the one that waits for its turn.
 * @param {string} site
 * @param {HTMLElement | null} element its data-text-kept names the {version}
 */
export async function sayKept(site, element) {
  if (!element || !mayKeep()) return;
  try {
    const worker = (await navigator.serviceWorker.getRegistration(site))?.active;
    if (worker?.scriptURL !== site + SERVICE_WORKER) return; // perhaps another application's
    element.textContent = (element.dataset.textKept ?? "").replace("{version}", await askVersion(worker));
    element.hidden = false;
  } catch {
    // the browser keeps nothing
  }
}

function mayKeep() {
  return location.protocol.startsWith("http") && Boolean(navigator.serviceWorker);
}

/**
 * @param {ServiceWorker} worker
 * @returns {Promise<string>}
 */
function askVersion(worker) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage("version", [port2]);
  });
}
