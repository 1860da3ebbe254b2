// @ts-check
/** The page in another site's frame: tells how high it would be, and nothing else; and follows links as a frame can. */

const MOST = 700; // pixels: what is longer scrolls inside, with the amount in view

let told = 0;
const embed = /** @type {HTMLElement | null} */ (document.querySelector(".embed"));
if (embed && parent !== window) new ResizeObserver(report).observe(embed);
embed?.addEventListener("click", follow);

/** Pages that listen make the frame as high. It never shrinks: one question is no reason for a whole page to move. */
function report() {
  if (!embed) return;
  const height = Math.max(told, Math.min(MOST, Math.ceil(embed.getBoundingClientRect().bottom + scrollY)));
  if (height === told) return;
  told = height;
  // The host's address is not known here; its own height is no secret to anybody.
  parent.postMessage({ type: "policy-calculator-height", height, policy: embed.dataset.policy }, "*");
}

/**
 * A link within the page brings to its place by focus: as an address it would be a step in the history of the page
 * around the frame. What is explained on the whole page alone is shown there, as every other page is, in a new window.
 * @param {Event} event
 */
function follow(event) {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href^='#']"));
  const whole = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".embed-whole"));
  if (!link || !whole || event.defaultPrevented) return;
  event.preventDefault();
  const target = document.getElementById(link.hash.slice(1));
  if (!target) return open(whole.href + link.hash, "_blank", "noopener");
  target.focus();
  target.scrollIntoView({ block: "nearest" });
}
