/** This version of the site, and every file that it takes for days without a network; written in by building/service_worker.py. */
declare const SITE: { version: string; files: string[] };
