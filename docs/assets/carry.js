// @ts-check
/**
 * A link from one page to another carries the visitor's answers behind its #. Followed as it is, it would leave them in
 * the browser's history, which no page can clear: within the site they go by way of the visit's own storage.
 */

import { joinVisit } from "./keep.js";
import { OWN } from "./own.js";
import { saved } from "./saved.js";

const ANSWERS = /^#v=/;
const CARRIED = `${OWN}carried`;

const isSite = !saved && parent === window && location.protocol.startsWith("http");
if (isSite) addEventListener("click", carry);

/**
 * What the page begins with: what a link of the site carried here, or what stands in the address.
 * @returns {string}
 */
export function takeLink() {
  if (!isSite) return location.hash;
  try {
    const { path, link } = JSON.parse(sessionStorage.getItem(CARRIED) ?? "{}");
    sessionStorage.removeItem(CARRIED);
    return path === location.pathname ? link : location.hash;
  } catch {
    return location.hash; // nothing is kept here, so nothing was carried
  }
}

/** @param {MouseEvent} event */
function carry(event) {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href]"));
  const isElsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link?.target;
  if (!link || !ANSWERS.test(link.hash) || isElsewhere || event.defaultPrevented) return;
  if (link.origin !== location.origin || link.pathname === location.pathname) return;
  try {
    joinVisit();
    sessionStorage.setItem(CARRIED, JSON.stringify({ path: link.pathname, link: link.hash }));
  } catch {
    return; // then it goes as it is
  }
  event.preventDefault();
  location.assign(link.pathname + link.search);
}
