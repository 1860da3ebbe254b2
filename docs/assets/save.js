// @ts-check
/**
 * 保存离线版: the page with what stands in its form, and all of Python, as one file that needs nothing beside itself.
 *
 *     <button type="button" data-action="save" data-name="<name of the file>" data-shell='{"shell-<page>": {…}}'
 *             data-pieces="<names of pieces that this page alone takes along>"
 *             data-text-saving="… {done} … {total} …" data-text-saved="…" data-text-failed="…">…</button>
 *     <p class="calculator-saving" role="status" hidden></p>
 *
 * The file begins with the shell (building/offline.py); behind it stand what saved.js and pieces.js look for.
 */

import { addUpBytes, sayBytes } from "./bytes.js";
import { downloadFile } from "./hand_over.js";
import { findSource } from "./pieces.js";
import { EVERY_PAGE, waitPatiently } from "./python.js";
import { address } from "./saved.js";
import { unwrap } from "./unwrap.js";

let busy = false;

/**
 * @param {HTMLButtonElement} button
 * @param {string} runtime address of the runtime's folder, relative to the page
 * @param {import("./form.js").Values} form what stands in it
 */
export async function savePage(button, runtime, form) {
  if (busy) return;
  busy = true;
  const { name = "", shell = "", pieces, textSaving = "", textSaved, textFailed } = button.dataset;
  const names = [...EVERY_PAGE, ...(pieces?.split(" ") ?? [])];
  const say = (/** @type {string | undefined} */ text) => showStatus(button, text);
  const showBytes = (/** @type {number} */ done, /** @type {number} */ total) => say(sayBytes(textSaving, done, total));
  try {
    const text = await writeFile(new URL(runtime, document.baseURI).href, JSON.parse(shell), names, form, showBytes);
    downloadFile({ name, media_type: "text/html", text });
    say(textSaved);
  } catch (error) {
    console.error(error);
    say(textFailed);
  }
  busy = false;
}

/**
 * @param {string} runtime
 * @param {import("./pieces.js").Files} shell
 * @param {string[]} names of the pieces that it takes along
 * @param {import("./form.js").Values} form
 * @param {(done: number, total: number) => void} onBytes
 */
async function writeFile(runtime, shell, names, form, onBytes) {
  const files = { ...shell, ...Object.fromEntries(names.map((name) => [name, RUNTIME_FILES[name]])) };
  const [beginning, ...pieces] = await loadAll(runtime, files, onBytes);
  const [{ sha256 }] = Object.values(shell);
  const parts = await Promise.all(pieces.map(async ([name, bytes]) => writePiece(name, await pack(bytes))));
  return new Blob([beginning[1], writeSaved(form, sha256), ...parts]);
}

/**
 * All files by name, checked, in their order.
 * @param {string} runtime
 * @param {import("./pieces.js").Files} files
 * @param {(done: number, total: number) => void} onBytes
 */
async function loadAll(runtime, files, onBytes) {
  const source = findSource(runtime, files);
  const stop = new AbortController();
  try {
    return await waitPatiently((live) => {
      const count = addUpBytes(files, (done, total) => {
        live();
        onBytes(done, total);
      });
      const load = async (/** @type {string} */ name) => {
        const bytes = await unwrap(await source(name, count(name), stop.signal), files[name]);
        return /** @type {[string, Uint8Array<ArrayBuffer>]} */ ([name, bytes]);
      };
      return Promise.all(Object.keys(files).map(load));
    });
  } catch (error) {
    stop.abort();
    throw error;
  }
}

/**
 * @param {import("./form.js").Values} form
 * @param {string} hash
 */
function writeSaved(form, hash) {
  /** @type {import("./saved.js").Saved} */
  const saved = {
    address: location.protocol.startsWith("http") ? address : "",
    time: new Date().toLocaleString("zh-CN"),
    hash,
    scheme: document.body.dataset.mdColorScheme ?? "default",
    form,
  };
  const text = JSON.stringify(saved).replaceAll("<", "\\u003c"); // no answer ends its element
  return writeElement("application/json", "saved", text);
}

/**
 * @param {string} name
 * @param {string} text
 */
function writePiece(name, text) {
  return writeElement("application/octet-stream", `runtime-${name}`, text);
}

/**
 * @param {string} type one that is no script's
 * @param {string} id
 * @param {string} text
 */
function writeElement(type, id, text) {
  const element = document.createElement("script");
  Object.assign(element, { type, id, textContent: text });
  return `${element.outerHTML}\n`;
}

/**
 * Compressed, in base64.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<string>}
 */
async function pack(bytes) {
  const packed = new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip")));
  const reader = new FileReader();
  const read = new Promise((resolve, reject) => {
    reader.onload = resolve;
    reader.onerror = () => reject(reader.error);
  });
  reader.readAsDataURL(await packed.blob());
  await read;
  return /** @type {string} */ (reader.result).split(",")[1];
}

/**
 * @param {HTMLButtonElement} button
 * @param {string | undefined} text
 */
function showStatus(button, text) {
  const status = /** @type {HTMLElement | null} */ (button.parentElement?.querySelector(".calculator-saving"));
  if (!status) return;
  Object.assign(status, { textContent: text ?? "", hidden: !text });
  status.scrollIntoView({ block: "nearest" });
}
