// @ts-check
/**
 * Where the pieces of the runtime come from: the network, scripts in the same folder, or the page itself.
 *
 * A piece's name on the host holds its hash, so a page meets the very pieces it was built with, or none.
 */

import { canGunzip } from "./unwrap.js";

/** @typedef {Readonly<Record<string, import("./unwrap.js").PieceFile>>} Files */

/**
 * @callback Source brings a piece: bytes, or text in base64, either perhaps compressed by gzip
 * @param {string} name
 * @param {(done: number, total: number) => void} onBytes counts the bytes that travel
 * @param {AbortSignal} signal
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>}
 */

/**
 * @param {string} runtime address of the runtime's folder
 * @param {Files} files the pieces to be had there
 * @returns {Source}
 */
export function findSource(runtime, files = RUNTIME_FILES) {
  if (document.getElementById(nameElement("worker"))) return readFromPage;
  return location.protocol === "file:" ? readFromScripts(runtime, files) : fetchFrom(runtime, files);
}

/** @type {Source} */
async function readFromPage(name) {
  const text = document.getElementById(nameElement(name))?.textContent;
  if (!text) throw new Error(`not in this page: ${name}`);
  return text;
}

/** @param {string} name */
function nameElement(name) {
  return `runtime-${name}`;
}

/**
 * A page opened from a folder may read nothing there, but may have its scripts: each puts one piece into `runtimePieces`.
 * @param {string} runtime
 * @param {Files} files
 * @returns {Source}
 */
function readFromScripts(runtime, files) {
  return async (name) => {
    const script = document.createElement("script");
    const loaded = new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => reject(new Error(`not beside this page: ${script.src}`));
    });
    script.src = `${runtime}${nameFile(name, files)}.js`;
    document.head.append(script);
    await loaded;
    script.remove();
    const pieces = /** @type {{runtimePieces: Record<string, string>}} */ (/** @type {unknown} */ (globalThis)).runtimePieces;
    const text = pieces[name];
    delete pieces[name]; // megabytes, which nobody needs a second time
    return text;
  };
}

/**
 * @param {string} runtime
 * @param {Files} files
 * @returns {Source}
 */
function fetchFrom(runtime, files) {
  return async (name, onBytes, signal) => {
    const { size, gzip, brotli } = files[name];
    const address = `${runtime}${nameFile(name, files)}.bin`;
    const response = await request(address, signal);
    if (response.headers.has("x-kept")) return readBytes(response, gzip, onBytes); // by the service worker, packed or not
    const encoding = response.headers.get("content-encoding");
    if (!encoding && canGunzip) {
      // The host does not compress: the page's own compressed copy is a third of the size.
      const packed = await request(`${address}.gz`, signal).catch(() => null);
      if (packed) {
        await response.body?.cancel();
        return readBytes(packed, gzip, onBytes);
      }
    }
    const travels = { br: brotli, gzip }[encoding ?? ""] ?? size;
    return readBytes(response, size, (done) => onBytes((done / size) * travels, travels));
  };
}

/**
 * Ask once more past the browser's own cache: a piece that was missing for a moment may be kept there as missing.
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {RequestCache} [cache]
 * @returns {Promise<Response>}
 */
async function request(address, signal, cache) {
  const response = await fetch(address, { signal, cache });
  if (response.ok) return response;
  if (!cache) return request(address, signal, "reload");
  throw new Error(`${address}: ${response.status}`);
}

/**
 * @param {Response} response
 * @param {number} total
 * @param {(done: number, total: number) => void} onBytes
 */
async function readBytes(response, total, onBytes) {
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body).getReader();
  const parts = [];
  let size = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    const part = /** @type {Uint8Array<ArrayBuffer>} */ (value);
    parts.push(part);
    size += part.length;
    onBytes(Math.min(size, total), total);
  }
  return join(parts, size);
}

/**
 * @param {Uint8Array[]} parts
 * @param {number} size
 */
function join(parts, size) {
  const whole = new Uint8Array(size);
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
}

/**
 * @param {string} name
 * @param {Files} files
 */
function nameFile(name, files) {
  return `${name}.${files[name].sha256.slice(0, 16)}`;
}
