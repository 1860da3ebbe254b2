// @ts-check
/**
 * Python the plain way: Pyodide and wheels as they are published, installed by micropip. Nothing in it is of our making,
 * so it runs where the fast way fails.
 *
 * It is told once where the runtime lies, `{runtime: <address of the folder>}`, then asked `{id, question: <JSON text>}`.
 * It says how far it is, `{stage, done, total}` (bytes), then `{ready: true, edition: <the calculator's>}`, and answers
 * `{id, answer: <JSON text>}`; or `{error: <text>}`, with the id of the question it could not answer.
 */

/** @typedef {{size: number, sha256: string}} PlainFile */
/** @typedef {{files: Record<string, PlainFile>, wheels: string[]}} Manifest every file there is; those to install */

/** @type {(question: string) => string} */
let answer;

addEventListener("message", async ({ data }) => {
  try {
    if (data.runtime) {
      postMessage({ ready: true, edition: await startPython(data.runtime) });
    } else {
      postMessage({ id: data.id, answer: answer(data.question) });
    }
  } catch (error) {
    postMessage({ id: data.id, error: String(error) });
  }
});

/**
 * @param {string} runtime
 * @returns {Promise<string>} the calculator's edition
 */
async function startPython(runtime) {
  const { files, wheels } = await readManifest(runtime);
  fetchOnlyFrom(await loadFiles(runtime, files));

  postMessage({ stage: "start" });
  /** @type {typeof import("pyodide")} */
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  // Both addresses are named, for Pyodide's own default is a host on the net.
  const pyodide = await loadPyodide({ indexURL: runtime, packageBaseUrl: runtime });

  postMessage({ stage: "install" });
  const addresses = wheels.map((wheel) => runtime + wheel);
  const installer = addresses.filter((address) => address.includes("/micropip-"));
  await pyodide.loadPackage(installer, { messageCallback: () => {} });
  // Without dependencies, for micropip would look for those on the net; all are here.
  await pyodide.pyimport("micropip").install.callKwargs(addresses, { deps: false });

  postMessage({ stage: "import" });
  const door = pyodide.pyimport("calc.web");
  answer = door.answer;
  return door.EDITION;
}

/**
 * @param {string} runtime
 * @returns {Promise<Manifest>}
 */
async function readManifest(runtime) {
  return (await fetchFresh(`${runtime}manifest.json`)).json();
}

/** @param {string} address */
async function fetchFresh(address) {
  // Asks the host whether its copy is newer: a wheel of yesterday must not meet a page of today.
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/**
 * Load all files at once, and tell of every piece that comes in.
 * @param {string} runtime
 * @param {Manifest["files"]} files
 * @returns {Promise<Map<string, Uint8Array<ArrayBuffer>>>} the bytes by address
 */
async function loadFiles(runtime, files) {
  const total = Object.values(files).reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const load = async (/** @type {[string, PlainFile]} */ [name, { size, sha256 }]) => {
    const address = runtime + name;
    const bytes = new Uint8Array(size);
    let filled = 0;
    for await (const piece of readPieces(await fetchFresh(address))) {
      bytes.set(piece, filled); // throws when there is more than announced
      filled += piece.length;
      done += piece.length;
      postMessage({ stage: "fetch", done, total });
    }
    if (filled !== size) throw new Error(`${address}: ${filled} of ${size} bytes`);
    if (globalThis.crypto?.subtle && (await hash(bytes)) !== sha256) throw new Error(`${address}: not what was built`);
    return /** @type {[string, Uint8Array<ArrayBuffer>]} */ ([address, bytes]);
  };
  return new Map(await Promise.all(Object.entries(files).map(load)));
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Response} response */
async function* readPieces(response) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    yield /** @type {Uint8Array} */ (value);
  }
}

/**
 * From here on nothing is fetched but what has been loaded: no host's idea of a file's type matters,
 * and nothing inside Python reaches any other address.
 * @param {Map<string, Uint8Array<ArrayBuffer>>} files
 */
function fetchOnlyFrom(files) {
  globalThis.fetch = async (request) => {
    const address = request instanceof Request ? request.url : String(request);
    const bytes = files.get(address);
    if (!bytes) throw new Error(`not in the runtime: ${address}`);
    const type = address.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(bytes, { headers: { "content-type": type } });
  };
}
