// @ts-check
/** Keep the site for visits without a network, once it has been of use. */

import { SERVICE_WORKER, SITE_COPY } from "./own.js";

/**
 * Ask the browser to keep the whole site; where it cannot, or should save data, nothing happens.
 * @param {string} site address of the site's root
 */
export function keepSite(site) {
  /** @type {{saveData?: boolean} | undefined} */
  const connection = /** @type {any} */ (navigator).connection;
  if (!navigator.serviceWorker || connection?.saveData || !location.protocol.startsWith("http")) return;
  navigator.serviceWorker.register(site + SERVICE_WORKER).catch(() => {}); // an improvement, never a need
}

/**
 * Say in an element, once the site is kept, which version of it.
 * @param {HTMLElement | null} element its data-text-kept names the {version}
 */
export async function sayKept(element) {
  if (!element || !navigator.serviceWorker) return;
  await navigator.serviceWorker.ready;
  const kept = (await caches.keys()).filter((name) => name.startsWith(SITE_COPY)).at(-1);
  if (!kept) return;
  element.textContent = (element.dataset.textKept ?? "").replace("{version}", kept.replace(SITE_COPY, ""));
  element.hidden = false;
}
