// @ts-check
/** Take what a source brought out of its wrapping, and see that it is whole. Runs in the page and in the worker. */

import { sumUp } from "./crc32.js";

/** @typedef {{size: number, gzip: number, brotli: number, sha256: string, crc32: number}} PieceFile sizes in bytes: raw, and as they travel */

/** Can this browser take gzip apart itself? */
export const canGunzip = typeof DecompressionStream === "function";

/**
 * @param {string | Uint8Array<ArrayBuffer>} given bytes, or text in base64; either may be compressed by gzip
 * @param {PieceFile} expected
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function unwrap(given, { size, sha256, crc32 }) {
  const bytes = await unpack(typeof given === "string" ? decodeBase64(given) : given);
  if (bytes.length !== size) throw new Error(`${bytes.length} of ${size} bytes`);
  // Only where the connection is safe, or this very machine's, do browsers hash; elsewhere whoever would change a piece
  // could as well change the page, and damage shows in the checksum.
  const isWhole = globalThis.crypto?.subtle ? (await hash(bytes)) === sha256 : sumUp(bytes) === crc32;
  if (!isWhole) throw new Error("not the bytes that were built");
  return bytes;
}

/** @param {string} text */
export function decodeBase64(text) {
  const decode = /** @type {{fromBase64?: (text: string) => Uint8Array<ArrayBuffer>}} */ (Uint8Array).fromBase64;
  return decode ? decode.call(Uint8Array, text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/**
 * Bytes as they were before gzip; others as they are.
 * @param {Uint8Array<ArrayBuffer>} packed
 */
export async function unpack(packed) {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  // Through a response, not a blob: in a page opened from a folder WebKit lets no worker read blobs.
  const body = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (new Response(packed).body);
  return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

/**
 * SHA-256 in hexadecimal letters; only where the connection is safe.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
