// @ts-check
/** Bytes on their way: added up over several files, and told in a sentence. */

/**
 * Add up what has come of some files.
 * @param {import("./pieces.js").Files} files
 * @param {(done: number, total: number) => void} onSum
 * @returns {(name: string) => (done: number, total: number) => void} what to call for a file as it comes
 */
export function addUpBytes(files, onSum) {
  const counts = new Map(Object.entries(files).map(([name, { brotli }]) => [name, { done: 0, total: brotli }]));
  const tell = () => {
    const every = [...counts.values()];
    onSum(add(every.map((count) => count.done)), add(every.map((count) => count.total)));
  };
  tell(); // that nothing has come yet: a slow host is waited for as well
  return (name) => (done, total) => {
    if (!counts.has(name)) return;
    counts.set(name, { done, total });
    tell();
  };
}

/**
 * @param {string} text with places for {done} and {total}, in megabytes
 * @param {number} done
 * @param {number} total
 */
export function sayBytes(text, done, total) {
  return text.replace("{done}", countMegabytes(done, Math.floor)).replace("{total}", countMegabytes(total, Math.round));
}

/** @param {number[]} numbers */
function add(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/**
 * @param {number} bytes
 * @param {(number: number) => number} round what has come is rounded down: the last bytes are not there before they are
 */
function countMegabytes(bytes, round) {
  return (round(bytes / 1e5) / 10).toFixed(1);
}
