// @ts-check
/** The checksum of gzip and zip: it finds damage, and takes a tenth of the time that a hash would. */

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/**
 * @param {Uint8Array} bytes
 * @returns {number}
 */
export function sumUp(bytes) {
  let sum = -1;
  for (let place = 0; place < bytes.length; place += 1) sum = (sum >>> 8) ^ TABLE[(sum ^ bytes[place]) & 255];
  return ~sum >>> 0;
}
