// @ts-check
/**
 * What stands at the foot of the calculator while Python comes: bytes while bytes come, then the step it is at. Who has
 * waited long is told of paper.
 *
 *     <div class="calculator" data-text-fetch="… {done} … {total} …" data-text-<step>="…">
 *       <p class="calculator-progress" role="status" hidden>
 *         <span class="progress-step"></span> <span class="progress-slow" hidden>…</span> <a hidden>…</a>
 *         <button type="button" data-action="reload" hidden>
 */

import { sayBytes } from "./bytes.js";
import { awaitPress } from "./press.js";

const LONG = 20_000; // milliseconds

/** @typedef {"" | "paper" | "patience" | "reload"} Offer what the visitor can do: wait or take paper, take paper, load anew */

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

  async function show() {
    await awaitPress(); // at the window's foot it would catch the press
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
    lend("");
    lay();
  }

  /**
   * @param {string | undefined} text
   * @param {Offer} offer
   */
  function fail(text, offer) {
    end();
    said = text ?? "";
    isAwaited ||= offer === "reload"; // nothing that is done on this page leads anywhere
    lend(offer);
    lay();
  }

  /** @param {Offer} offer */
  function lend(offer) {
    place?.querySelector(".progress-slow")?.toggleAttribute("hidden", offer !== "patience");
    place?.querySelector("a")?.toggleAttribute("hidden", offer !== "paper" && offer !== "patience");
    place?.querySelector("button")?.toggleAttribute("hidden", offer !== "reload");
  }

  function lay() {
    if (!place || !step) return;
    if (step.textContent !== said) step.textContent = said;
    place.hidden = !said || !isAwaited;
    if (isLoading && isAwaited) patience ??= setTimeout(() => lend("patience"), LONG);
  }
}
