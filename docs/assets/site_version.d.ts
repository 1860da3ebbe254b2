/**
 * This version of the site, and the SHA-256 of every file that it takes for days without a network, by address; the size is
 * that of all together, in bytes. Written in by building/service_worker.py.
 */
declare const SITE: { version: string; size: number; files: Readonly<Record<string, string>> };
