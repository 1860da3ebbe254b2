/** The pieces of the runtime that this page was built with, written in by building/bundles.py. */
declare const RUNTIME_FILES: Readonly<Record<string, import("./unwrap.js").PieceFile>>;
