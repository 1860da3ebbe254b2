// @ts-check
/**
 * The button of a page that is a paper: it prints what is shown. Without scripts there is none.
 *
 *     <p data-print hidden><button type="button">…</button></p>
 */

const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-print]"));

if (place) place.hidden = false;
place?.querySelector("button")?.addEventListener("click", () => print());
