// @ts-check
/**
 * Imported before Pyodide: it refuses classic workers, which it knows by importScripts doing its work.
 * Ours brings Pyodide in its own script, and never needs to import any.
 */

/** @type {any} */ (globalThis).importScripts = () => {
  throw new TypeError("everything is here already");
};
