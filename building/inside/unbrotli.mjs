// Take a brotli file apart into a program: node unbrotli.mjs <file> <program>

import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

const [file, program] = process.argv.slice(2);
await pipeline(createReadStream(file), createBrotliDecompress(), createWriteStream(program, { mode: 0o755 }));
