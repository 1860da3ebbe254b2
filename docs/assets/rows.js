// @ts-check
/**
 * Rows of a page that open: one button opens them all, and an address that names something inside opens its row and
 * those around it, and a disclosure directly in it. Browsers of today do the first by themselves, the theme opens the
 * innermost row, a saved copy has no theme.
 *
 *     <button type="button" hidden data-rows="all" data-text-close="…">…</button>
 *     <details class="row">
 */

/** @type {NodeListOf<HTMLDetailsElement>} */
const rows = document.querySelectorAll("details.row");
/** @type {HTMLElement | null} */
const turner = document.querySelector("[data-rows=all]");

if (rows.length) connect();

function connect() {
  turner?.removeAttribute("hidden");
  turner?.addEventListener("click", turnAll);
  addEventListener("hashchange", openNamed);
  document.addEventListener("click", openAgain);
  openNamed();
}

function turnAll() {
  if (!turner) return;
  const { textContent, dataset } = turner;
  const opens = turner.toggleAttribute("data-opened");
  for (const row of rows) row.open = opens;
  [turner.textContent, dataset.textClose] = [dataset.textClose ?? "", textContent ?? ""];
}

/** A link to where the address points already changes no address. @param {Event} event */
function openAgain({ target }) {
  const link = /** @type {Element} */ (target).closest("a");
  if (link?.getAttribute("href") === location.hash) openNamed();
}

function openNamed() {
  const named = document.getElementById(location.hash.slice(1));
  const closed = [...findAround(named), ...findWithin(named)].filter((row) => !row.open);
  for (const row of closed) row.open = true;
  if (closed.length) named?.scrollIntoView();
}

/**
 * The disclosures directly in an element of the page that is no disclosure itself.
 * @param {Element | null} element
 * @returns {NodeListOf<HTMLDetailsElement> | never[]}
 */
function findWithin(element) {
  return element?.closest("details.row") ? element.querySelectorAll(":scope > details") : [];
}

/**
 * The rows in which an element stands, from the inside out.
 * @param {Element | null} element
 * @returns {Generator<HTMLDetailsElement>}
 */
function* findAround(element) {
  const row = /** @type {HTMLDetailsElement | null | undefined} */ (element?.parentElement?.closest("details.row"));
  if (!row) return;
  yield row;
  yield* findAround(row);
}
