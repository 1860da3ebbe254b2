// @ts-check
/** Nothing moves under a press: what would change the page waits until the button is let go, or the click would miss it. */

const LONGEST = 1_000; // milliseconds: who holds longer drags or selects, and presses nothing
const CLICK = 50; // milliseconds in which a click follows the finger

let ended = Promise.resolve();
let end = () => {};

addEventListener("pointerdown", begin, { capture: true });
for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => setTimeout(end, CLICK), { capture: true });

/** @returns {Promise<void>} of the end of a press, with its click; without a press it ends at once */
export function awaitPress() {
  return ended;
}

function begin() {
  ended = new Promise((resolve) => (end = resolve));
  setTimeout(end, LONGEST);
}
