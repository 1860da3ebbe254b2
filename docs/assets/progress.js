// @ts-check
/**
 * What stands at the foot of the calculator while Python comes: bytes while bytes come, then the step it is at. Who has
 * waited long is told of paper.
 *
 *     <div class="calculator" data-text-fetch="… {done} … {total} …" data-text-<step>="…">
 *       <p class="calculator-progress" role="status" hidden>
 *         <span class="progress-step"></span> <span class="progress-slow" hidden>…</span> <a hidden>…</a>
 */

import { sayBytes } from "./bytes.js";

const LONG = 20_000; // milliseconds

/** @param {HTMLElement} calculator */
export function openProgress(calculator) {
  const texts = calculator.dataset;
  const place = /** @type {HTMLElement | null} */ (calculator.querySelector(".calculator-progress"));
  const step = place?.querySelector(".progress-step");
  let isAwaited = false; // before somebody waits, loading is nothing to talk about
  let isLoading = false;
  let said = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patience;
  return { show, tell, end, fail };

  function show() {
    isAwaited = true;
    lay();
  }

  /** @param {import("./python.js").Progress} progress */
  function tell({ stage, done, total }) {
    const text = texts[`text${stage.charAt(0).toUpperCase()}${stage.slice(1)}`] ?? texts.textStart ?? "";
    said = done === undefined || total === undefined ? text : sayBytes(text, done, total);
    isLoading = true;
    lay();
  }

  function end() {
    clearTimeout(patience);
    patience = undefined;
    isLoading = false;
    said = "";
    offerPaper({ isOffered: false });
    lay();
  }

  /**
   * @param {string | undefined} text
   * @param {boolean} hasPaper
   */
  function fail(text, hasPaper) {
    end();
    said = text ?? "";
    offerPaper({ isOffered: hasPaper });
    lay();
  }

  function offerPaper({ isOffered = true, isSlow = false }) {
    place?.querySelector(".progress-slow")?.toggleAttribute("hidden", !isSlow);
    place?.querySelector("a")?.toggleAttribute("hidden", !isOffered);
  }

  function lay() {
    if (!place || !step) return;
    if (step.textContent !== said) step.textContent = said;
    place.hidden = !said || !isAwaited;
    if (isLoading && isAwaited) patience ??= setTimeout(() => offerPaper({ isSlow: true }), LONG);
  }
}
