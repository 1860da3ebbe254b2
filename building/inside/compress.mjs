/** Compress files as well as can be: node compress.mjs <file> <compressed file> <file> <compressed file> … */

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT, BROTLI_MAX_WINDOW_BITS } = constants;

async function compress(file, target) {
  const raw = readFileSync(file);
  const params = { [BROTLI_PARAM_LGWIN]: BROTLI_MAX_WINDOW_BITS, [BROTLI_PARAM_SIZE_HINT]: raw.length };
  writeFileSync(`${target}.part`, await promisify(brotliCompress)(raw, { params }));
  renameSync(`${target}.part`, target); // whoever finds it finds the whole of it
}

const paths = process.argv.slice(2);
const pairs = paths.flatMap((path, index) => (index % 2 ? [] : [[path, paths[index + 1]]]));
await Promise.all(pairs.map(([file, target]) => compress(file, target)));
