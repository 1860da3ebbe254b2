// @ts-check
/**
 * Python's memory as it is once everything is imported: kept in the browser, and laid back at the next start, which
 * then imports nothing. It is copied before the first question, so nothing of a visitor is in it.
 *
 * Pyodide does this for memory alone. Shared libraries have functions beside it, in a table, and know their addresses:
 * they are loaded again first, each at its old place. Where anything lies elsewhere than it did, this throws.
 */

import { hash } from "./unwrap.js";

/** @typedef {{name: string, place: number, functions: number, handles: string[]}} Library functions: the table's length before it */
/** @typedef {{size: number, functions: number, libraries: Library[]}} Layout of memory, and of the table beside it */
/** @typedef {{layout: Layout, bytes: Uint8Array<ArrayBuffer>}} Memory */

const ADDRESS = "https://runtime.invalid/memory"; // a cache knows things by address; nothing is ever fetched from it

/**
 * What was kept in a cache; nothing where nothing was. What is not as it was kept must not run: this throws.
 * @param {string} name the cache's, which begins as nameMemories says
 * @returns {Promise<Memory | null>}
 */
export async function recallMemory(name) {
  const kept = await caches.match(ADDRESS, { cacheName: name });
  if (!kept) return null;
  const layout = kept.headers.get("layout") ?? "";
  const bytes = new Uint8Array(await kept.arrayBuffer());
  if (kept.headers.get("seal") !== (await seal(layout, bytes))) throw new Error("not the memory that was kept");
  return { layout: JSON.parse(layout), bytes };
}

/**
 * Keep a memory instead of any other of the same site.
 * @param {string} name the cache's
 * @param {Memory} memory
 */
export async function keepMemory(name, { layout, bytes }) {
  await forgetMemory(name);
  const text = JSON.stringify(layout);
  const headers = { layout: text, seal: await seal(text, bytes) };
  const cache = await caches.open(name);
  await cache.put(ADDRESS, new Response(bytes, { headers }));
}

/**
 * One hash over all that is kept.
 * @param {string} layout
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function seal(layout, bytes) {
  return hash(new TextEncoder().encode(`${layout}\n${await hash(bytes)}`));
}

/**
 * Forget every memory of the site.
 * @param {string} name of a cache of it
 */
export async function forgetMemory(name) {
  try {
    const site = name.slice(0, name.indexOf(" ") + 1);
    const names = (await caches.keys()).filter((other) => site && other.startsWith(site));
    await Promise.all(names.map((other) => caches.delete(other)));
  } catch {
    // the browser keeps nothing
  }
}

/**
 * Note where libraries are laid from now on.
 * @param {any} module Pyodide's
 * @returns {() => Layout} as it is by then
 */
export function watchLayout(module) {
  /** @type {Omit<Library, "handles">[]} */
  const libraries = [];
  module.placeLibrary = (/** @type {string} */ name, /** @type {() => number} */ findPlace) => {
    const place = findPlace();
    libraries.push({ name, place, functions: module.wasmTable.length });
    return place;
  };
  return () => {
    const { HEAP8, LDSO, wasmTable } = module;
    const handles = Object.keys(LDSO.loadedLibsByHandle);
    const find = (/** @type {string} */ name) => handles.filter((handle) => LDSO.loadedLibsByHandle[handle].name === name);
    return {
      size: HEAP8.length,
      functions: wasmTable.length,
      libraries: libraries.map((library) => ({ ...library, handles: find(library.name) })),
    };
  };
}

/**
 * Make Pyodide's module, before Python starts in it, as it was when its memory was taken.
 * @param {any} module
 * @param {Layout} layout
 * @param {Map<string, WebAssembly.Module>} compiled libraries by name
 */
export function restoreLayout(module, { size, functions, libraries }, compiled) {
  module.growMemory(size);
  expectSame("memory", module.HEAP8.length, size);
  for (const { name, place, functions: before, handles } of libraries) {
    expectSame(name, module.wasmTable.length, before);
    module.placeLibrary = () => place;
    const library = module.newDSO(name, undefined, "loading");
    library.global = false;
    library.exports = module.loadWebAssemblyModule(compiled.get(name), {}, name, {});
    for (const handle of handles) module.LDSO.loadedLibsByHandle[handle] = library;
  }
  module.placeLibrary = undefined;
  expectSame("functions", module.wasmTable.length, functions);
}

/**
 * @param {string} what
 * @param {number} found
 * @param {number} expected
 */
function expectSame(what, found, expected) {
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}
