// @ts-check
/**
 * Keeps the whole site for days without a network. Installed after the first answer, where a connection is safe (https).
 *
 * Each version of the site has a cache of its own, filled as a whole with the very bytes that were built together, or not
 * at all: a host on which half of a new version lies gives nothing to keep. The next version takes over, and throws it
 * away, when no page is open that may still need it: until then the host may have nothing more of what that page was
 * built with. Of a host's other applications it answers no request and reads and deletes no cache.
 *
 * A file whose name holds its hash never changes: it comes from here. Anything else comes from the network as long as
 * that answers, and from here when it does not: nobody sees an old page while there is a newer one.
 */

import { nameCopies } from "./own.js";
import { canGunzip, hash, unpack } from "./unwrap.js";

const scope = /** @type {any} */ (globalThis); // a service worker's own types are not a page's
/** @type {string} */
const site = scope.registration.scope;
const COPIES = nameCopies(site);
const CACHE = COPIES + SITE.version;
const PATIENCE = 4_000; // milliseconds for a page from the network, before the copy is shown
const HASHED = /\.[0-9a-f]{8,}\.\w+$/;
const PAGE = /(\/|\.html)$/;

/** The hash of each file of this version, by its whole address. */
const files = new Map(Object.entries(SITE.files).map(([file, sha256]) => [new URL(file, site).href, sha256]));

scope.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(fill()));
scope.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(takeOver()));
scope.addEventListener("message", (/** @type {any} */ { ports }) => ports[0]?.postMessage(SITE.version));
scope.addEventListener("fetch", (/** @type {any} */ event) => {
  const address = findAddress(event.request);
  if (address) event.respondWith(HASHED.test(address) ? fromHere(event.request, address) : fromNetwork(event.request, address));
});

/**
 * The address of a file of ours that is asked for; a page is the same whatever stands behind a question mark.
 * @param {Request} request
 */
function findAddress({ method, url }) {
  if (method !== "GET") return "";
  const [whole] = url.split("#");
  const [bare] = whole.split("?");
  return [whole, PAGE.test(bare) ? bare : ""].find((address) => files.has(address)) ?? "";
}

/** Fill the cache of this version: what has not changed since the last one is not fetched again. */
async function fill() {
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate()) ?? {};
  if (quota - usage < SITE.size) throw new Error(`too little room for ${SITE.size} bytes`);
  try {
    const cache = await caches.open(CACHE);
    for (const [address, sha256] of files) await cache.put(address, await findWhole(address, sha256));
  } catch (error) {
    await caches.delete(CACHE); // half a site is of no use
    throw error;
  }
}

/**
 * A file as it was built, from an earlier version or from the host; what anybody keeps on the way may be old.
 * @param {string} address
 * @param {string} sha256
 */
async function findWhole(address, sha256) {
  for (const find of [findEarlier, findPacked, fetchFile, fetchAnew]) {
    try {
      const response = await find(address);
      const bytes = new Uint8Array((await response?.arrayBuffer()) ?? []);
      if (response && (await hash(await unpack(bytes))) === sha256) return keep(response, bytes);
    } catch {
      // the next way may bring it
    }
  }
  throw new Error(`${address} is not what was built`);
}

/**
 * What comes out of a cache is taken apart already. The mark spares the page from asking for a piece's compressed copy
 * (pieces.js).
 * @param {Response} response
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function keep(response, bytes) {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  headers.set("x-kept", "yes");
  return new Response(bytes, { headers });
}

/** @param {string} address */
async function findEarlier(address) {
  for (const cacheName of (await caches.keys()).filter((name) => name.startsWith(COPIES))) {
    const kept = await caches.match(address, { cacheName });
    if (kept) return kept;
  }
  return undefined;
}

/**
 * The compressed copy of a piece of the runtime, a third of its size, where the host does not compress.
 * @param {string} address
 */
async function findPacked(address) {
  if (!canGunzip || !address.endsWith(".bin")) return undefined;
  const response = await fetchFile(address);
  if (response.headers.has("content-encoding")) return response;
  await response.body?.cancel();
  return fetchFile(`${address}.gz`);
}

/** @param {string} address */
function fetchFile(address) {
  return request(address, HASHED.test(address) || address.endsWith(".bin.gz") ? "default" : "no-cache");
}

/** @param {string} address */
function fetchAnew(address) {
  return request(address, "reload");
}

/**
 * @param {string} address
 * @param {RequestCache} cache
 */
async function request(address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function takeOver() {
  const names = (await caches.keys()).filter((name) => name.startsWith(COPIES) && name !== CACHE);
  await Promise.all(names.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/** @param {string} address */
async function recall(address) {
  return caches.match(address, { cacheName: CACHE });
}

/**
 * @param {Request} request
 * @param {string} address
 */
async function fromHere(request, address) {
  return (await recall(address)) ?? fetch(request);
}

/**
 * @param {Request} request
 * @param {string} address
 */
async function fromNetwork(request, address) {
  const kept = await recall(address);
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
