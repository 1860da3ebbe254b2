// @ts-check
/**
 * The worker that holds Python. With Pyodide's own scripts it is one classic script, which the page starts from bytes:
 * so it runs on every host, whatever that says of a file's type, and in a page opened from a folder.
 *
 * It reaches no address by itself. The page sends it the pieces it asks for, {piece, given, file}, then questions,
 * {id, question: <JSON text>}. It says what it is at, {stage}, and what it needs beyond the first pieces, {needs}, then
 * {ready: true, edition: <the calculator's>}, and answers {id, answer: <JSON text>}; or {error: <text>}, with the id of
 * the question it failed. Where it is given a name, it keeps Python's memory in the cache called so, and starts from it
 * the next time.
 *
 * Of Python's modules most functions are left out: each is a trap that sets the first byte of memory (building/trimming.py).
 * Once that is set all that this worker says is {trapped: true}: what it has computed by then may be anything.
 */

import "./classic_worker.js";
import { loadPyodide, version } from "pyodide";
// @ts-expect-error – it comes without types
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { info } from "pyodide/pyodide-lock.json";
import { ENVIRONMENT } from "./environment.js";
import { forgetMemory, keepMemory, recallMemory, restoreLayout, watchLayout } from "./memory.js";
import { findTraps } from "./traps.js";
import { unwrap } from "./unwrap.js";

/** @typedef {import("pyodide").PyodideAPI} Pyodide */
/** @typedef {{promise: Promise<Uint8Array<ArrayBuffer>>, settle: (bytes: Uint8Array<ArrayBuffer>) => void}} Piece */

const NOWHERE = "https://runtime.invalid/";
/** What Pyodide fetches by itself, by address. */
const FETCHED = new Map([
  [`${NOWHERE}pyodide.asm.wasm`, { piece: "wasm", type: "application/wasm" }],
  [`${NOWHERE}python_stdlib.zip`, { piece: "standard", type: "application/zip" }],
]);
const PACKAGES = "/lib/python3.14/site-packages";
const PAUSE = 2_000; // milliseconds without a question, before the memory is written down
const LOOK = 250; // milliseconds between looks for a trap while Python starts: Pyodide would wait for ever

const OPTIONS = {
  indexURL: NOWHERE,
  packageBaseUrl: NOWHERE,
  lockFileContents: /** @type {any} */ ({ info: { version, ...info }, packages: {} }),
  env: ENVIRONMENT,
};

/** @type {Map<string, Piece>} */
const pieces = new Map();

/** @type {(() => void) | null} */
let keepLater = null; // writes Python's memory down, once nobody asks anything
/** @type {ReturnType<typeof setTimeout>} */
let idle;

const hasTrapped = findTraps();
const looking = setInterval(() => hasTrapped() && tell({}), LOOK);
addEventListener("error", (event) => {
  if (!hasTrapped()) return;
  event.preventDefault(); // the page would take it for a worker that cannot run
  tell({});
});

addEventListener("message", async ({ data: { piece, given, file, id, question } }) => {
  if (piece) return receive(piece, given, file);
  clearTimeout(idle);
  try {
    const { pyodide, finder, answer } = await python;
    tell({ id, answer: await runWithRest(pyodide, finder, () => answer(question)) });
    rest();
  } catch (error) {
    await forgetMemory(self.name); // perhaps it was not what it should be
    tell({ id, error: String(error) });
  }
});

const python = startPython();
python
  .then(
    ({ edition }) => tell({ ready: true, edition }),
    (error) => tell({ error: String(error) }),
  )
  .finally(() => clearInterval(looking));

/** @param {object} message to the page, which hears of a trap instead where one has been sprung */
function tell(message) {
  postMessage(hasTrapped() ? { trapped: true } : message);
}

/** Write Python's memory down, unless a question comes before that. */
function rest() {
  if (keepLater && !hasTrapped()) idle = setTimeout(keepLater, PAUSE);
}

async function startPython() {
  globalThis.fetch = fetchPiece;
  const kept = self.name ? await recallMemory(self.name).catch(() => null) : null; // not every window may keep things
  if (kept) {
    try {
      return await restorePython(kept);
    } catch (error) {
      console.warn("Python's memory could not be restored:", error);
      await forgetMemory(self.name);
    }
  }
  return importPython();
}

/** @param {import("./memory.js").Memory} memory */
async function restorePython({ layout, bytes }) {
  tell({ stage: "restore" });
  const libraries = compileLibraries(layout.libraries.map(({ name }) => name));
  const pyodide = await loadPyodide({
    ...OPTIONS,
    createPyodideModule: async (settings) => {
      const module = await createPyodideModule(settings);
      restoreLayout(module, layout, await libraries);
      return module;
    },
    _loadSnapshot: bytes,
  });
  await layOutFiles(pyodide);
  return findDoor(pyodide);
}

async function importPython() {
  const pyodide = await loadPyodide({ ...OPTIONS, createPyodideModule, _makeSnapshot: Boolean(self.name) });
  const describeLayout = watchLayout(/** @type {any} */ (pyodide)._module);
  tell({ stage: "import" });
  await layOutFiles(pyodide);
  const library = pyodide.pyimport("rest_of_library");
  const pieces = JSON.parse(pyodide.FS.readFile(`${PACKAGES}/rest_of_library.json`, { encoding: "utf8" }));
  library.finder = library.RestOfLibrary(pyodide.toPy(pieces));
  pyodide.pyimport("sys.meta_path").append(library.finder);
  const gc = pyodide.pyimport("gc");
  gc.disable(); // what is imported stays: looking through it for garbage again and again is a sixth of the start
  await runWithRest(pyodide, library.finder, () => pyodide.pyimport("calc.web"));
  gc.freeze();
  gc.enable();
  if (self.name && !library.finder.has_more()) {
    const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (pyodide.makeMemorySnapshot()); // before any question
    const memory = { layout: describeLayout(), bytes };
    keepLater = () => {
      keepLater = null;
      keepMemory(self.name, memory).catch(() => {}); // an improvement, never a need
    };
    rest();
  }
  return findDoor(pyodide);
}

/** @param {Pyodide} pyodide */
function findDoor(pyodide) {
  const { finder } = pyodide.pyimport("rest_of_library");
  const { answer, EDITION: edition } = pyodide.pyimport("calc.web");
  return { pyodide, finder, answer, edition };
}

/** @param {Pyodide} pyodide */
async function layOutFiles(pyodide) {
  for (const name of ["library", "packages", "calculator"]) unpack(pyodide, await findPiece(name).promise, PACKAGES);
}

/** @param {string[]} names where they lie once they are laid out */
async function compileLibraries(names) {
  /** @type {Map<string, WebAssembly.Module>} */
  const compiled = new Map();
  for (const [path, content] of readPacked(await findPiece("library").promise)) {
    const name = `${PACKAGES}/${path}`;
    if (names.includes(name)) compiled.set(name, await WebAssembly.compile(content));
  }
  return compiled;
}

/**
 * Take a piece in. One that is broken is reported at once, and Pyodide never sees it.
 * @param {string} name
 * @param {string | Uint8Array<ArrayBuffer>} given
 * @param {import("./unwrap.js").PieceFile} file
 */
async function receive(name, given, file) {
  try {
    findPiece(name).settle(await unwrap(given, file));
  } catch (error) {
    postMessage({ error: `${name}: ${error}` });
  }
}

/**
 * A piece, whether it has come or not.
 * @param {string} name
 * @returns {Piece}
 */
function findPiece(name) {
  let piece = pieces.get(name);
  if (!piece) {
    /** @type {Piece["settle"]} */
    let settle = () => {};
    const promise = /** @type {Piece["promise"]} */ (new Promise((resolve) => (settle = resolve)));
    piece = { promise, settle };
    pieces.set(name, piece);
  }
  return piece;
}

/**
 * Stands for `fetch`: nothing but the pieces can be had, by Pyodide or from inside Python.
 * @param {RequestInfo | URL} request
 */
async function fetchPiece(request) {
  const address = request instanceof Request ? request.url : String(request);
  const found = FETCHED.get(address);
  if (!found) throw new Error(`not in the runtime: ${address}`);
  return new Response(await findPiece(found.piece).promise, { headers: { "content-type": found.type } });
}

/**
 * Run something in Python; where it misses a part of the library, load the piece with that and run it again.
 * @template Result
 * @param {Pyodide} pyodide
 * @param {{missing: string, take: (piece: string) => void}} finder
 * @param {() => Result} run
 */
async function runWithRest(pyodide, finder, run) {
  for (;;) {
    try {
      return run();
    } catch (error) {
      if (/** @type {{type?: string}} */ (error).type !== "PieceIsMissing") throw error;
    }
    const { missing } = finder;
    tell({ needs: missing });
    unpack(pyodide, await findPiece(missing).promise, `/lib/${missing}`);
    finder.take(missing);
  }
}

/**
 * @param {Pyodide} pyodide
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} folder
 */
function unpack({ FS }, bytes, folder) {
  for (const [path, content] of readPacked(bytes)) {
    const target = `${folder}/${path}`;
    FS.mkdirTree(target.slice(0, target.lastIndexOf("/")));
    FS.writeFile(target, content, { canOwn: true });
  }
}

/**
 * Packed files, path and content: a line of JSON with their paths and sizes, then one after the other.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Generator<[string, Uint8Array<ArrayBuffer>]>}
 */
function* readPacked(bytes) {
  let start = bytes.indexOf(10);
  /** @type {Record<string, number>} */
  const sizes = JSON.parse(new TextDecoder().decode(bytes.subarray(0, start)));
  start += 1;
  for (const [path, size] of Object.entries(sizes)) {
    yield [path, bytes.subarray(start, start + size)];
    start += size;
  }
}
