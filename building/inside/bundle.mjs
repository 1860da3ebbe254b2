/**
 * Bundle a script, or a style sheet, with all it imports: node bundle.mjs <entry> <outfile> <iife | esm> <constants>
 * A classic script runs from every host, whatever that says of its type, and from a folder.
 */

import { build } from "esbuild";
import { adaptPyodide } from "./adapt_pyodide.mjs";

const [entry, outfile, format, constants] = process.argv.slice(2);
await build({
  entryPoints: [entry],
  outfile,
  format,
  define: JSON.parse(constants),
  plugins: [adaptPyodide],
  bundle: true,
  minify: true,
  charset: "utf8",
  target: "es2022",
  external: ["node:*", "ws"], // what Pyodide imports in Node only
  legalComments: "inline",
  logLevel: "error",
  logOverride: { "empty-import-meta": "silent" }, // it only asks where it came from, and finds nothing there
});
