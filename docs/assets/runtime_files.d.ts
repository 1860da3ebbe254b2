/** The pieces of the runtime that this page was built with, written in by building/bundles.py. */
declare const RUNTIME_FILES: Readonly<Record<string, import("./unwrap.js").PieceFile>>;
/** The edition of the calculator that this page was built with (calc/edition.py); written in by building/website.py. */
declare const EDITION: string;
