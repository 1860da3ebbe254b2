// @ts-check
/**
 * Draws a text as a code (QR) that a telephone reads from paper. Python draws those of answers; this one is for pages
 * that are read without Python, whose address nobody knows before they are published.
 *
 * Always version 5 with error correction L and the first mask (ISO/IEC 18004): 37 × 37 modules, 106 bytes of text.
 */

const SIZE = 37;
const DATA = 108; // codewords
const CHECK = 26; // codewords
const MOST = DATA - 2; // bytes: the rest says that they are bytes, and how many
const FORMAT = "111011111000100"; // error correction L, mask 0
const FINDERS = [
  [0, 0],
  [0, SIZE - 7],
  [SIZE - 7, 0],
];
const ALIGNMENT = SIZE - 7; // the middle of the one alignment pattern, from the left and from above
const TIMING = 6;

/**
 * The dark modules by row and column; undefined for a text that is too long.
 * @param {string} text
 * @returns {boolean[][] | undefined}
 */
export function drawCode(text) {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > MOST) return undefined;
  const modules = drawPatterns();
  fill(modules, addCheck(pack(bytes)));
  return modules.map((row) => row.map(Boolean));
}

/**
 * The bytes as codewords: their kind, their number, themselves, and padding.
 * @param {number[]} bytes
 */
function pack(bytes) {
  const nibbles = [4, ...[bytes.length, ...bytes].flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const words = [];
  for (let at = 0; at < nibbles.length; at += 2) words.push((nibbles[at] << 4) | nibbles[at + 1]);
  for (let pad = 0; words.length < DATA; pad += 1) words.push(pad % 2 ? 0x11 : 0xec);
  return words;
}

/**
 * The product of two elements of the field of 256, modulo x⁸ + x⁴ + x³ + x² + 1.
 * @param {number} one
 * @param {number} other
 */
function multiply(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ (product >> 7) * 0x11d ^ ((other >> bit) & 1) * one;
  return product;
}

/**
 * The words with the rest of their division by the generator (Reed–Solomon).
 * @param {number[]} words
 */
function addCheck(words) {
  let generator = [1];
  for (let root = 1, degree = 0; degree < CHECK; degree += 1, root = multiply(root, 2)) {
    const before = [...generator, 0];
    generator = before.map((factor, at) => factor ^ multiply(at ? before[at - 1] : 0, root));
  }
  const rest = [...words, ...Array(CHECK).fill(0)];
  for (let at = 0; at < words.length; at += 1) {
    const factor = rest[at];
    generator.forEach((part, place) => (rest[at + place] ^= multiply(part, factor)));
  }
  return [...words, ...rest.slice(words.length)];
}

/** The modules that are the same in every code of this version; undefined where data go. */
function drawPatterns() {
  /** @type {(number | undefined)[][]} */
  const modules = Array.from({ length: SIZE }, () => Array(SIZE).fill(undefined));
  for (const [top, left] of FINDERS) drawSquares(modules, top + 3, left + 3, 4, [0, 1, 3]);
  drawSquares(modules, ALIGNMENT, ALIGNMENT, 2, [0, 2]);
  for (let at = 8; at < SIZE - 8; at += 1) modules[TIMING][at] = modules[at][TIMING] = 1 - (at % 2);
  modules[SIZE - 8][8] = 1;
  [...FORMAT].forEach((bit, at) => {
    const [row, column] = at < 8 ? [8, at + Number(at > 5)] : [14 - at + Number(at < 9), 8];
    const [otherRow, otherColumn] = at < 7 ? [SIZE - 1 - at, 8] : [8, SIZE - 15 + at];
    modules[row][column] = modules[otherRow][otherColumn] = Number(bit);
  });
  return modules;
}

/**
 * Squares around a middle, as far as they lie in the code.
 * @param {(number | undefined)[][]} modules
 * @param {number} row
 * @param {number} column
 * @param {number} reach
 * @param {number[]} dark distances from the middle
 */
function drawSquares(modules, row, column, reach, dark) {
  for (let down = -reach; down <= reach; down += 1) {
    for (let right = -reach; right <= reach; right += 1) {
      const isInside = row + down in modules && column + right in modules;
      const distance = Math.max(Math.abs(down), Math.abs(right));
      if (isInside) modules[row + down][column + right] = Number(dark.includes(distance));
    }
  }
}

/**
 * Put the words where nothing is, in pairs of columns from the right, upwards and downwards by turns.
 * @param {(number | undefined)[][]} modules
 * @param {number[]} words
 */
function fill(modules, words) {
  let bit = 0;
  let isUpwards = true;
  for (let right = SIZE - 1; right > 0; right -= 2, isUpwards = !isUpwards) {
    if (right === TIMING) right -= 1;
    for (let step = 0; step < SIZE; step += 1) {
      const row = isUpwards ? SIZE - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (modules[row][column] !== undefined) continue;
        const value = (words[bit >> 3] >> (7 - (bit & 7))) & 1; // beyond the last word there is nothing: 0
        modules[row][column] = value ^ Number((row + column) % 2 === 0);
        bit += 1;
      }
    }
  }
}
