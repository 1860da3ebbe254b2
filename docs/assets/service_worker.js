// @ts-check
/**
 * Keeps the whole site for days without a network. Installed after the first answer, where a connection is safe (https).
 *
 * A file whose name holds its hash never changes: it comes from here. Anything else comes from the network as long as
 * that answers, and from here when it does not: nobody sees an old page while there is a newer one. Each version of the
 * site has a cache of its own, filled as a whole. The next one takes over, and throws it away, when no page is open that
 * may still need it: until then the host may have nothing more of what that page was built with.
 */

import { SITE_COPY } from "./own.js";
import { canGunzip } from "./unwrap.js";

const scope = /** @type {any} */ (globalThis); // a service worker's own types are not a page's
const CACHE = SITE_COPY + SITE.version;
const PATIENCE = 4_000; // milliseconds for a page from the network, before the copy is shown
const HASHED = /\.[0-9a-f]{8,}\.\w+$/;

scope.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(fill()));
scope.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(takeOver()));
scope.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const isOurs = request.method === "GET" && request.url.startsWith(scope.registration.scope);
  if (isOurs) event.respondWith(HASHED.test(new URL(request.url).pathname) ? fromHere(request) : fromNetwork(request));
});

/** Fill the cache of this version: what has not changed since the last one is not fetched again. */
async function fill() {
  const cache = await caches.open(CACHE);
  for (const file of SITE.files) {
    const address = new URL(file, scope.registration.scope).href;
    const isLasting = HASHED.test(file);
    const kept = isLasting ? await caches.match(address) : undefined;
    const fetchIt = () => (file.endsWith(".bin") ? fetchPiece(address) : fetchFile(address, isLasting));
    await cache.put(address, kept ?? (await fetchIt()));
  }
}

/**
 * A piece of the runtime, with a mark that spares the page from asking for its compressed copy itself (pieces.js). From
 * a host that does not compress, that copy is kept instead, a third of the size.
 * @param {string} address
 */
async function fetchPiece(address) {
  const response = await fetchFile(address, true);
  const isBare = canGunzip && !response.headers.has("content-encoding");
  const packed = isBare ? await fetchFile(`${address}.gz`, true).catch(() => null) : null;
  if (packed) await response.body?.cancel();
  return new Response((packed ?? response).body, { headers: { "x-kept": "yes" } });
}

/**
 * @param {string} address
 * @param {boolean} isLasting
 */
async function fetchFile(address, isLasting) {
  const response = await fetch(address, { cache: isLasting ? "default" : "no-cache" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(SITE_COPY) && name !== CACHE).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/** @param {Request} request */
async function fromHere(request) {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/** @param {Request} request */
async function fromNetwork(request) {
  const kept = await caches.match(request, { ignoreSearch: true });
  if (!kept) return fetch(request);
  if (!navigator.onLine) return kept;
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE, kept)));
  const fresh = fetch(request).then(
    (response) => (response.status < 500 ? response : kept.clone()),
    () => kept.clone(),
  );
  return Promise.race([fresh, late]).finally(() => clearTimeout(timer));
}
