// @ts-check
/**
 * A page saved by save.js for use without a network: what was saved with it, and what it then shows.
 *
 *     <div class="calculator-saved" hidden>… <dd data-saved="time"></dd> … <a href="" data-saved="address">…</a>
 *     <script type="application/json" id="saved">{"address": …, "time": …, "hash": …, "scheme": …, "form": …}</script>
 */

/**
 * @typedef {object} Saved
 * @property {string} address where the page came from; empty when that was a folder
 * @property {string} time
 * @property {string} hash of the file up to here
 * @property {string} scheme of colours
 * @property {import("./form.js").Values} form
 */

/** @type {Saved | null} */
export const saved = JSON.parse(document.getElementById("saved")?.textContent ?? "null");

/** The page's address, for links that lead to it: a saved page's is where it came from. */
export const address = saved?.address ?? location.origin + location.pathname;

if (saved) show(saved);

/** @param {Saved} saved */
function show(saved) {
  document.body.dataset.mdColorScheme = saved.scheme;
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-saved]"))) {
    const text = saved[/** @type {"address" | "time" | "hash"} */ (place.dataset.saved)];
    if (text) place.textContent = text;
  }
  document.querySelector(".calculator-saved")?.removeAttribute("hidden");
  if (!saved.address) document.querySelector("[data-action=link]")?.remove(); // there is nowhere to lead to
  leadHome(saved.address);
  const changes = { subtree: true, childList: true, attributeFilter: ["href"] };
  new MutationObserver(() => leadHome(saved.address)).observe(document.body, changes);
}

/**
 * Let links to other pages lead to where the page came from, or nowhere.
 * @param {string} home
 */
function leadHome(home) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[href]"))) {
    const href = link.getAttribute("href") ?? "";
    if (/^(#|[a-z]+:)/i.test(href)) continue;
    if (home) link.href = new URL(href, home).href;
    else link.removeAttribute("href");
  }
}
