// @ts-check
/** The foot of the calculator stands over the page: nothing that has the focus lies under it, and it knows its turn. */

import { awaitPress } from "./press.js";

const COVERED = "-60px 0px -100px"; // by what keeps to the edges of the window: there the answer is not in sight

/**
 * Keep `data-answer="in-sight | away"` on the calculator, and the height of its foot in `--calc-foot` for the styles.
 * @param {HTMLElement} calculator
 */
export function watchFoot(calculator) {
  const foot = calculator.querySelector(".calculator-foot");
  const result = calculator.querySelector("#calculator-result");
  if (foot) new ResizeObserver(() => measure(foot)).observe(foot);
  if (!result) return;
  const sight = new IntersectionObserver(async (entries) => {
    await awaitPress(); // or the foot would come between a button and the click
    calculator.dataset.answer = entries[entries.length - 1].isIntersecting ? "in-sight" : "away";
  }, { root: document, rootMargin: COVERED });
  const watchHead = () => {
    sight.disconnect();
    sight.observe(result.firstElementChild ?? result); // the amount stands at its head
  };
  new MutationObserver(watchHead).observe(result, { childList: true });
  watchHead();
}

/** @param {Element} foot */
async function measure(foot) {
  const { height } = foot.getBoundingClientRect();
  document.documentElement.style.setProperty("--calc-foot", `${Math.ceil(height)}px`);
  await awaitPress();
  const { top } = foot.getBoundingClientRect();
  const focused = document.activeElement;
  // A place that can only be led to, as the answer, is none to be seen whole.
  if (!focused?.closest(".calculator") || focused.matches("[tabindex='-1']") || foot.contains(focused)) return;
  for (const part of [focused, findNote()]) {
    const box = part?.getBoundingClientRect();
    if (box && box.bottom > top && box.top < innerHeight) part?.scrollIntoView({ block: "nearest" }); // it has grown over it
  }
}

/** What is said of the answer that is being given. */
export function findNote() {
  return document.activeElement?.closest(".question")?.querySelector(".understood, .error");
}
