// @ts-check
/** In a site opened from a folder, the address of a folder shows its files: every link there names the page itself. */

if (location.protocol === "file:") {
  for (const link of document.links) namePage(link);
  // Links that came later, as search results do, are mended before the browser follows them.
  addEventListener("click", ({ target }) => namePage(/** @type {Element} */ (target).closest("a")), true);
}

/** @param {HTMLAnchorElement | HTMLAreaElement | null} link */
function namePage(link) {
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
}
