// @ts-check
/** Has Python come by a function that was left out (building/trimming.py)? Its memory tells; no error may have come through. */

/**
 * Watch from now on for Python's memory; before there is any, nothing can have happened.
 * @returns {() => boolean} has a trap been sprung?
 */
export function findTraps() {
  /** @type {WebAssembly.Memory | undefined} */
  let memory;
  const watch = (/** @type {WebAssembly.Instance} */ { exports }) => {
    if (exports.memory instanceof WebAssembly.Memory) memory ??= exports.memory;
  };
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = /** @type {(...given: any[]) => Promise<any>} */ (WebAssembly[name]);
    if (!original) continue;
    WebAssembly[name] = async (/** @type {any[]} */ ...given) => {
      const made = await original(...given);
      watch(made.instance ?? made);
      return made;
    };
  }
  return () => Boolean(memory && new Uint8Array(memory.buffer, 0, 1)[0]);
}
