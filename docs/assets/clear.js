// @ts-check
/**
 * End a visit for whoever sits down next: all that the site keeps in the browser goes, and the page starts anew and says
 * so. What other applications of the same host keep is not touched.
 *
 *     <div class="cleared" tabindex="-1" hidden>        where the page says so after it has started anew
 *       … <p data-outcome="all | offline | failed" hidden>
 *     <div class="calculator-end" hidden>               stays hidden where nothing can be cleared
 *       <button type="button" data-action="clear">
 */

import { CLEARED } from "./cleared.js";
import { describeKept, forgetTab, isEnded } from "./keep.js";
import { nameCopies, nameMemories, OWN, SERVICE_WORKER } from "./own.js";
import { endPython } from "./python.js";
import { saved } from "./saved.js";

const OUTCOME = new RegExp(`^${CLEARED}(\\w+)(#.*)?$`); // and behind it the link that a frame was opened with
const PATIENCE = 4_000; // milliseconds for the network to answer
const TOLD = "cleared"; // to other tabs

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const site = script?.src ? new URL("..", script.src) : null;

/** A channel to the visitor's other tabs. */
export const otherTabs = openChannel();

if (site && !saved) begin();

function begin() {
  const [, outcome, given = ""] = location.hash.match(OUTCOME) ?? [];
  if (outcome) sayOutcome(outcome, given);
  for (const place of document.querySelectorAll(".calculator-end")) place.removeAttribute("hidden");
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-action=clear]")) endVisit();
  });
  otherTabs?.addEventListener("message", ({ data }) => {
    if (data !== TOLD) return;
    endPython();
    forgetValues();
    startAnew("all");
  });
  reloadWhereForgotten();
  addEventListener("storage", leaveEnded); // what an old browser has instead of a channel
  document.addEventListener("visibilitychange", leaveEnded); // a tab that slept heard nothing
}

/** A visit that was ended elsewhere is over here too. */
function leaveEnded() {
  if (!isEnded()) return;
  forgetTab();
  startAnew("all");
}

function openChannel() {
  try {
    return new BroadcastChannel(`${OWN}visit`);
  } catch {
    return null; // an old browser, or a frame that may reach nobody
  }
}

/** Forget everything, in every tab, and start this page anew. */
export async function endVisit() {
  endPython();
  forgetValues();
  otherTabs?.postMessage(TOLD);
  const isOnline = await reachNetwork();
  const isDone = await forgetCopies(isOnline).then(() => true, isForbidden);
  startAnew(isDone && !listOwnKeys().length ? (isOnline ? "all" : "offline") : "failed");
}

/**
 * Where a browser is told to keep nothing, it keeps nothing.
 * @param {Error} error
 */
function isForbidden({ name }) {
  return name === "SecurityError";
}

/** Has the visitor left anything in this browser? */
export function hasLeftSomething() {
  const isHeld = document.querySelector("[data-holds]") !== null; // in the page's memory alone
  return isHeld || listOwnKeys().some(([, key]) => key.startsWith(OWN));
}

function forgetValues() {
  for (const [store, key] of listOwnKeys()) store.removeItem(key);
}

/**
 * What is kept under names of our own, or by the site's theme under the site's address.
 * @returns {[Storage, string][]}
 */
function listOwnKeys() {
  const theme = `${site?.pathname}.__`;
  try {
    return [localStorage, sessionStorage].flatMap((store) =>
      Object.keys(store)
        .filter((key) => key.startsWith(OWN) || key.startsWith(theme))
        .map((key) => /** @type {[Storage, string]} */ ([store, key])),
    );
  } catch {
    return []; // where nothing may be kept, nothing is
  }
}

/**
 * Throw away Python's memory and the site's copies; without a network those copies are all that there is of the site,
 * and nothing in them is the visitor's.
 * @param {boolean} isOnline
 */
async function forgetCopies(isOnline) {
  if (!globalThis.caches || !site) return;
  if (isOnline) await dismissServiceWorker();
  const own = [nameMemories(site), ...(isOnline ? [nameCopies(site)] : [])];
  const listOwn = async () => (await caches.keys()).filter((name) => own.some((beginning) => name.startsWith(beginning)));
  for (let names; (names = await listOwn()).length; ) await Promise.all(names.map((name) => caches.delete(name)));
}

async function dismissServiceWorker() {
  const found = await navigator.serviceWorker?.getRegistration(site?.href);
  const worker = found?.active ?? found?.waiting ?? found?.installing;
  if (worker?.scriptURL === `${site}${SERVICE_WORKER}`) await found?.unregister();
}

/** Would the page come again without its copy? A service worker answers no such request. */
async function reachNetwork() {
  if (!location.protocol.startsWith("http")) return true; // from a folder it always comes
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  const request = fetch(location.pathname, { method: "HEAD", cache: "no-store", signal: stop.signal });
  return request.then(() => true, () => false).finally(() => clearTimeout(timer));
}

/** @param {string} outcome */
function startAnew(outcome) {
  history.scrollRestoration = "manual"; // the words stand on top
  const calculator = /** @type {HTMLElement | null} */ (document.querySelector("[data-given]"));
  history.replaceState(null, "", `${location.pathname}${CLEARED}${outcome}${calculator?.dataset.given ?? ""}`);
  location.reload();
}

/**
 * @param {string} outcome
 * @param {string} given the link with which the calculator begins
 */
function sayOutcome(outcome, given) {
  history.replaceState(null, "", location.pathname + given);
  if (given) dispatchEvent(new HashChangeEvent("hashchange"));
  const place = /** @type {HTMLElement | null} */ (document.querySelector(".cleared"));
  const words = place?.querySelector(`[data-outcome=${CSS.escape(outcome)}]`);
  if (!place || !words) return;
  words.removeAttribute("hidden");
  place.hidden = false;
  place.focus();
}

/** A page that the browser froze, and shows again as it was, may hold answers that have been cleared meanwhile. */
function reloadWhereForgotten() {
  let kept = describeKept();
  addEventListener("pagehide", () => (kept = describeKept()));
  addEventListener("pageshow", ({ persisted }) => {
    const now = describeKept();
    if (persisted && (now === null || now !== kept)) location.reload();
  });
}
