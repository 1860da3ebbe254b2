// @ts-check
/**
 * Python in a worker, seen from the page: start it, ask it, and never wait for ever.
 *
 * The fast way runs bytecode made for this site. Should it fail, for whatever reason, the plain way takes its place:
 * Pyodide and wheels as they are published, in a worker of their own, from the network only. Either way the calculator says
 * which edition it is before it is asked anything: one of another edition than the page's would tell other amounts.
 */

import { addUpBytes } from "./bytes.js";
import { forgetMemory } from "./memory.js";
import { nameMemories } from "./own.js";
import { findSource } from "./pieces.js";
import { unwrap } from "./unwrap.js";

const PATIENCE = 30_000; // milliseconds without any sign of life; while bytes flow there are signs
const FIRST = ["worker", "wasm", "library", "standard", "packages", "calculator"]; // what a start needs
const TRIMMED = ["wasm", "library"]; // of these the host also has whole ones
export const EVERY_PAGE = [...FIRST, "sheet", "rest"]; // what any page may need

/** The smallest WebAssembly module: its eight bytes tell whether all policies, the page's and those added, allow one. */
const PROBE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @typedef {{stage: string, done?: number, total?: number}} Progress done and total are bytes */
/** @typedef {{answer?: string, error?: string, edition?: string}} Reply */
/** @typedef {{ask: (question: string) => Promise<Reply>}} Conversation */
/**
 * @typedef {"alone" | "begins" | "goes on"} Tale what later answers depend on: nothing of this question; this one and
 *     those that go on; or also those before it
 */
/** @typedef {{ask: (question: string, tale?: Tale) => Promise<Reply>}} Python */
/** @typedef {(progress: Progress) => void} OnProgress */
/** @typedef {(name: string, live: () => void) => void} Provide sends a piece to the worker that needs it, and tells that it is coming */

class Silence extends Error {}

/** The host has another calculator by now than the page was built with. */
export class OtherEdition extends Error {}

/** Python has come by a function that was left out of its modules. */
class Trap extends Error {}

/** @type {Set<Worker>} */
const workers = new Set();

let areModulesWhole = false; // once a trap was sprung, this page runs the modules as they are published

let isFastWayOpen = true; // a failed start closes it; so does a start that has every piece and is not ready yet

/**
 * What keeps Python from running here, by the name of the text that says so: the browser, or a policy, which may have been
 * added on the way (an old browser takes the page's own for one). Empty if it can run.
 */
export function findObstacle() {
  if (typeof Worker !== "function" || typeof WebAssembly !== "object") return "textUnsupported";
  try {
    new WebAssembly.Module(PROBE);
    return "";
  } catch {
    return "textForbidden";
  }
}

/**
 * Start Python. This promise, and later those of `ask`, fail when the worker dies or falls silent.
 *
 * Questions wait for one another: the worker is asked one at a time. Where it comes by a trap, another worker is told all
 * that its answer depends on, and asked the same question.
 * @param {string} runtime address of the runtime's folder
 * @param {OnProgress} onProgress
 * @returns {Promise<Python>}
 */
export async function startPython(runtime, onProgress) {
  let conversation = await startAnyWay(runtime, onProgress);
  /** @type {string[]} */
  let story = [];
  /** @type {Promise<unknown>} */
  let earlier = Promise.resolve();

  /** @param {string} question */
  async function askOnce(question) {
    try {
      return await conversation.ask(question);
    } catch (error) {
      if (!(error instanceof Trap)) throw error;
      areModulesWhole = true;
    }
    conversation = await startAnyWay(runtime, onProgress);
    for (const told of story) await conversation.ask(told);
    return conversation.ask(question);
  }

  return {
    ask(question, tale = "alone") {
      const reply = earlier.then(async () => {
        const replied = await askOnce(question);
        if (tale === "begins") story = [];
        if (tale !== "alone") story.push(question);
        return replied;
      });
      earlier = reply;
      return reply;
    },
  };
}

/**
 * @param {string} runtime
 * @param {OnProgress} onProgress
 * @returns {Promise<Conversation>}
 */
async function startAnyWay(runtime, onProgress) {
  if (isFastWayOpen) {
    try {
      return await startFast(runtime, onProgress);
    } catch (error) {
      if (error instanceof Trap && !areModulesWhole) {
        areModulesWhole = isFastWayOpen = true;
        return startAnyWay(runtime, onProgress);
      }
      if (!location.protocol.startsWith("http")) throw error; // there is only one way without a network
      if (error instanceof Silence) throw error; // the visitor has waited long enough to be told
      isFastWayOpen = false;
      console.info("Python starts the plain way:", error);
    }
  }
  return startPlain(runtime, onProgress);
}

/** Let no worker go on: what it is about to keep in the browser would outlast a visit that ends. */
export function endPython() {
  for (const worker of workers) worker.terminate();
}

/**
 * @param {string} runtime
 * @param {OnProgress} onProgress
 */
async function startFast(runtime, onProgress) {
  const source = findSource(runtime);
  const memory = areModulesWhole ? "" : nameMemory(runtime); // the next page begins as this one did
  const stop = new AbortController();
  /** @type {Promise<Worker> | undefined} */
  let hired;
  try {
    return await waitPatiently(async (live) => {
      let reached = { stage: "start" }; // told once all bytes are here
      let isFetching = true;
      const files = Object.fromEntries(FIRST.map((name) => [name, findFile(name)]));
      const count = addUpBytes(files, (done, total) => {
        live();
        isFetching = done < total;
        onProgress({ stage: "fetch", done, total });
        if (!isFetching) onProgress(reached);
      });
      const reach = (/** @type {Progress} */ progress) => {
        reached = progress;
        if (!isFetching) onProgress(progress);
      };
      const load = (/** @type {string} */ name, onBytes = count(name)) => source(nameFile(name), onBytes, stop.signal);
      const worker = (hired = load("worker").then((given) => hireWorker(given, memory)));
      const send = async (/** @type {string} */ name, onBytes = count(name)) => {
        const [given, receiver] = await Promise.all([load(name, onBytes), worker]);
        sendPiece(receiver, name, given);
      };
      const isReady = worker.then((starting) => begin(starting, null, reach, live, send));
      const isFetched = Promise.all(FIRST.slice(1).map((name) => send(name))).then(() => (isFastWayOpen = false));
      await Promise.all([isReady, isFetched]);
      isFastWayOpen = true;
      return openConversation(await worker, onProgress, send);
    });
  } catch (error) {
    stop.abort();
    hired?.then((worker) => worker.terminate(), () => {});
    forgetMemory(memory); // perhaps that was what failed, without a word
    throw error;
  }
}

/**
 * What the host calls the piece that a worker is to have under a name.
 * @param {string} name
 */
function nameFile(name) {
  return areModulesWhole && TRIMMED.includes(name) ? `whole-${name}` : name;
}

/** @param {string} name */
function findFile(name) {
  return RUNTIME_FILES[nameFile(name)];
}

/**
 * @param {string | Uint8Array<ArrayBuffer>} given the worker's script
 * @param {string} name
 */
async function hireWorker(given, name) {
  const script = new Blob([await unwrap(given, RUNTIME_FILES.worker)], { type: "text/javascript" });
  return hire(URL.createObjectURL(script), { name }); // never revoked: some browsers read it only later
}

/**
 * @param {string} address
 * @param {WorkerOptions} options
 */
function hire(address, options) {
  const worker = new Worker(address, options);
  workers.add(worker);
  return worker;
}

/**
 * Name the copy of Python's memory after all pieces: a changed piece changes the name. Empty when nothing may be kept.
 * @param {string} runtime
 */
function nameMemory(runtime) {
  if (!location.protocol.startsWith("http") || !globalThis.caches) return "";
  return nameMemories(new URL("..", runtime)) + FIRST.map((name) => RUNTIME_FILES[name].sha256.slice(0, 8)).join("-");
}

/**
 * @param {Worker} worker
 * @param {string} name
 * @param {string | Uint8Array<ArrayBuffer>} given
 */
function sendPiece(worker, name, given) {
  const message = { piece: name, given, file: findFile(name) };
  worker.postMessage(message, typeof given === "string" ? [] : [given.buffer]);
}

/**
 * @param {string} runtime
 * @param {OnProgress} onProgress
 */
async function startPlain(runtime, onProgress) {
  const plain = `${runtime}plain/`;
  await waitPatiently(() => meetHost(`${plain}manifest.json`));
  const worker = hire(`${plain}worker.js`, { type: "module" });
  try {
    await waitPatiently((live) => begin(worker, { runtime: plain }, onProgress, live));
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return openConversation(worker, onProgress, () => {});
}

/**
 * Ask the host which calculator it has, before megabytes are fetched: the plain way's files keep their names.
 * @param {string} manifest
 */
async function meetHost(manifest) {
  const response = await fetch(manifest, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${manifest}: ${response.status}`);
  meet(await response.json());
}

/** @param {{edition?: string}} calculator */
function meet({ edition }) {
  if (edition !== EDITION) throw new OtherEdition(`${edition} instead of ${EDITION}`);
}

/**
 * @param {Worker} worker
 * @param {OnProgress} onProgress
 * @param {Provide} provide
 * @returns {Conversation}
 */
function openConversation(worker, onProgress, provide) {
  let id = 0;
  const ask = (/** @type {string} */ question) => {
    const reply = waitPatiently((live) => exchange(worker, { id: ++id, question }, onProgress, live, provide));
    reply.catch(() => worker.terminate());
    return reply;
  };
  return { ask };
}

/**
 * Let a worker start, and fail where it does, or where its calculator is not the page's.
 * @param {Parameters<typeof exchange>} parts
 */
async function begin(...parts) {
  const { error, edition } = await exchange(...parts);
  if (error) throw new Error(error);
  meet({ edition });
}

/**
 * Send a message, if there is one, and wait for its reply.
 * @param {Worker} worker
 * @param {object | null} message
 * @param {OnProgress} onProgress
 * @param {() => void} live
 * @param {Provide} [provide]
 * @returns {Promise<Reply>}
 */
function exchange(worker, message, onProgress, live, provide) {
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      live();
      if (data.trapped) return reject(trap());
      if (data.needs) onProgress({ stage: "more" });
      if (data.needs) provide?.(data.needs, live);
      else if (data.stage) onProgress(data);
      else resolve(data);
    };
    if (message) worker.postMessage(message);
  });
}

/** A trap is told of here and nowhere else: the visitor sees no more than a wait. */
function trap() {
  console.warn("Python has come by a function that was left out: it starts again with its whole modules.");
  return new Trap();
}

/**
 * Wait for something as long as there are signs of life.
 * @template Result
 * @param {(live: () => void) => Promise<Result>} begin is given what to call at every sign
 * @returns {Promise<Result>}
 */
export function waitPatiently(begin) {
  return new Promise((resolve, reject) => {
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const live = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Silence("no sign of life")), PATIENCE);
    };
    live();
    begin(live)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
