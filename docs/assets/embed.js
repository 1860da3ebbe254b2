// @ts-check
/** The page in another site's frame: tells how high it is, and nothing else; and follows links as a frame can. */

const embed = /** @type {HTMLElement | null} */ (document.querySelector(".embed"));
if (embed && parent !== window) new ResizeObserver(report).observe(embed);
embed?.addEventListener("click", follow);

function report() {
  if (!embed) return;
  const height = Math.ceil(embed.getBoundingClientRect().bottom + scrollY);
  // The host's address is not known here; its own height is no secret to anybody.
  parent.postMessage({ type: "policy-calculator-height", height, policy: embed.dataset.policy }, "*");
}

/**
 * A frame of full height scrolls nothing itself: focus is what brings the host's page to a field. What is explained on
 * the whole page alone is shown there.
 * @param {Event} event
 */
function follow(event) {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href^='#']"));
  const whole = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".embed-whole"));
  if (!link || !whole) return;
  event.preventDefault();
  const target = document.getElementById(link.hash.slice(1));
  if (target) target.focus();
  else open(whole.href + link.hash, "_blank", "noopener");
}
