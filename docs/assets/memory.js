// @ts-check
/**
 * Python's memory as it is once everything is imported: kept in the browser, and laid back at the next start, which
 * then imports nothing. It is copied before the first question, so nothing of a visitor is in it.
 *
 * Pyodide does this for memory alone. Shared libraries have functions beside it, in a table, and know their addresses:
 * they are loaded again first, each at its old place. Where anything lies elsewhere than it did, this throws.
 */

import { MEMORY } from "./own.js";

/** @typedef {{name: string, place: number, functions: number, handles: string[]}} Library functions: the table's length before it */
/** @typedef {{size: number, functions: number, libraries: Library[]}} Layout of memory, and of the table beside it */
/** @typedef {{layout: Layout, bytes: Uint8Array<ArrayBuffer>}} Memory */

const ADDRESS = "https://runtime.invalid/memory"; // a cache knows things by address; nothing is ever fetched from it

/**
 * What was kept under a name; nothing where nothing was.
 * @param {string} name
 * @returns {Promise<Memory | null>}
 */
export async function recallMemory(name) {
  const kept = await caches.match(ADDRESS, { cacheName: MEMORY + name });
  if (!kept) return null;
  return { layout: JSON.parse(kept.headers.get("layout") ?? ""), bytes: new Uint8Array(await kept.arrayBuffer()) };
}

/**
 * Keep a memory instead of any other.
 * @param {string} name
 * @param {Memory} memory
 */
export async function keepMemory(name, { layout, bytes }) {
  await forgetMemory();
  const cache = await caches.open(MEMORY + name);
  await cache.put(ADDRESS, new Response(bytes, { headers: { layout: JSON.stringify(layout) } }));
}

export async function forgetMemory() {
  try {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(MEMORY)).map((name) => caches.delete(name)));
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
