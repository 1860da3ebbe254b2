// @ts-check
/** How the address of a page ends that starts anew after a visit was ended: with how far that went. */

export const CLEARED = "#cleared-";

/** Has this page started so? Then it keeps nothing anew, before somebody goes on. */
export const isCleared = location.hash.startsWith(CLEARED);
