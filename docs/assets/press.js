// @ts-check
/** Nothing moves under a press: what would change the page waits until the button is let go, or the click would miss it. */

const LONGEST = 1_000; // milliseconds: who holds longer drags or selects, and presses nothing
const CLICK = 50; // milliseconds in which a click follows the finger

let ended = Promise.resolve();
addEventListener("pointerdown", () => (ended = meetEnd()), { capture: true });

/** @returns {Promise<void>} of the end of a press, with its click; without a press it ends at once */
export function awaitPress() {
  return ended;
}

/** @returns {Promise<void>} */
function meetEnd() {
  return new Promise((resolve) => {
    const end = () => setTimeout(resolve, CLICK);
    for (const type of ["pointerup", "pointercancel"]) addEventListener(type, end, { capture: true, once: true });
    setTimeout(resolve, LONGEST);
  });
}
