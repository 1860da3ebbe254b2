/** An esbuild plugin: Pyodide asks at one place where a shared library shall lie in memory, see docs/assets/memory.js. */

import { readFile } from "node:fs/promises";

const FIND = "metadata.memorySize?alignMemory(getMemory(metadata.memorySize+memAlign),memAlign):0";
const PLACE = `var memoryBase=${FIND};`;
const ASK = `var findPlace=()=>${FIND};var memoryBase=Module.placeLibrary?.(libName,findPlace)??findPlace();`;

export const adaptPyodide = {
  name: "adapt-pyodide",
  setup({ onLoad }) {
    onLoad({ filter: /pyodide\.asm\.mjs$/ }, async ({ path }) => {
      const parts = (await readFile(path, "utf8")).split(PLACE);
      if (parts.length === 2) return { contents: parts.join(ASK), loader: "js" };
      return { errors: [{ text: `${parts.length - 1} places instead of one where memory is found for a library` }] };
    });
  },
};
