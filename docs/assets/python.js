// @ts-check
/** Python in a worker, seen from the page: start it, ask it, and never wait for ever. */

const PATIENCE = 30_000; // milliseconds without any sign of life; while bytes flow there are signs

/** The smallest WebAssembly module: its eight bytes tell whether the browser, and the page's policy, allow one. */
const PROBE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @typedef {{stage: string, done?: number, total?: number}} Progress done and total are bytes */
/** @typedef {{answer?: string, error?: string}} Reply */
/** @typedef {{ask: (question: string) => Promise<Reply>}} Python */

/** Can this browser run Python at all? */
export function canRunPython() {
  try {
    return typeof Worker === "function" && Boolean(new WebAssembly.Module(PROBE));
  } catch {
    return false;
  }
}

/**
 * Start Python. This promise, and later those of `ask`, fail when the worker dies or falls silent.
 * Questions wait for one another: the worker is asked one at a time.
 * @param {string} runtime address of the runtime's folder
 * @param {(progress: Progress) => void} onProgress
 * @returns {Promise<Python>}
 */
export async function startPython(runtime, onProgress) {
  const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  const { error } = await exchange(worker, { runtime }, onProgress);
  if (error) {
    worker.terminate();
    throw new Error(error);
  }
  let id = 0;
  /** @type {Promise<unknown>} */
  let earlier = Promise.resolve();
  const ask = (/** @type {string} */ question) => {
    const reply = earlier.then(() => exchange(worker, { id: ++id, question }, onProgress));
    earlier = reply;
    return reply;
  };
  return { ask };
}

/**
 * Send a message and wait for its reply, as long as there are signs of life.
 * @param {Worker} worker
 * @param {object} message
 * @param {(progress: Progress) => void} onProgress
 * @returns {Promise<Reply>}
 */
function exchange(worker, message, onProgress) {
  return new Promise((resolve, reject) => {
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const giveUp = (/** @type {string} */ reason) => {
      clearTimeout(timer);
      worker.terminate();
      reject(new Error(reason));
    };
    const waitOn = () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, PATIENCE, "no sign of life");
    };
    worker.onerror = (event) => giveUp(event.message);
    worker.onmessage = ({ data }) => {
      if (data.stage) {
        waitOn();
        onProgress(data);
      } else {
        clearTimeout(timer);
        resolve(data);
      }
    };
    waitOn();
    worker.postMessage(message);
  });
}
