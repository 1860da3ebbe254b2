// @ts-check
/**
 * The page's side of the calculator: sends what stands in the form to Python, puts the HTML it returns in place.
 * It knows no rule, no label and no amount, and has no words of its own: those come with the page, in data attributes.
 *
 *     <div class="calculator" data-page="…" data-runtime="<address of the runtime's folder, relative to the page>"
 *          data-text-loading="… {done} … {total} …" data-text-ready="…" data-text-failed="…" data-text-unsupported="…">
 *       <p class="calculator-progress" role="status" hidden></p>
 *       <p class="calculator-announcement" aria-live="polite"></p>
 *       <button type="button" data-fill='{"<fact>": "<value>"}'>  fills the form with an example
 *       <button type="button" data-action="reset">                empties it
 *       <form id="calculator-form" novalidate>                    inputs are named by fact
 *
 * To Python goes {page, form, submitted}, back comes an Answer, each as JSON text.
 */

import { fillForm, readForm } from "./form.js";
import { patchElement } from "./patch.js";
import { canRunPython, startPython } from "./python.js";

/**
 * @typedef {object} Answer
 * @property {Record<string, string>} patches HTML by the id of the element it takes the place of
 * @property {string} [title] of the document
 * @property {string} [focus] id of the element to go to after the visitor has submitted
 * @property {string} [announce] text for those who listen
 */

const calculator = /** @type {HTMLElement | null} */ (document.querySelector(".calculator[data-runtime]"));
const form = /** @type {HTMLFormElement | null} */ (document.getElementById("calculator-form"));
if (calculator && form) connect(calculator, form);

/**
 * @param {HTMLElement} calculator
 * @param {HTMLFormElement} form
 */
function connect(calculator, form) {
  const title = document.title;
  const progress = /** @type {HTMLElement | null} */ (calculator.querySelector(".calculator-progress"));
  const announcement = calculator.querySelector(".calculator-announcement");
  const runtime = new URL(calculator.dataset.runtime ?? "", document.baseURI).href;

  /** @type {Promise<import("./python.js").Python> | null} */
  let python = null;
  let failed = false; // Python could not start, or died: it is tried again when the visitor submits
  let touched = false; // before that, loading is nothing to talk about
  let busy = false; // at most one question is on its way
  let newest = 0; // counts what the visitor did; an answer to anything older is dropped
  let submitted = false; // once and for all until the form is emptied: mistakes stay marked while they are mended
  let moves = 0; // the submission whose answer may move the focus

  form.addEventListener("focusin", touch);
  form.addEventListener("input", change);
  form.addEventListener("change", change);
  form.addEventListener("submit", submit);
  calculator.addEventListener("click", press);
  if (mayLoadUnasked()) requestIdleCallback(answerNewest, { timeout: 5_000 });

  function touch() {
    if (touched) return;
    touched = true;
    failed = false;
    answerNewest();
  }

  function change() {
    touched = true;
    newest += 1;
    answerNewest();
  }

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    submitted = true;
    failed = false;
    moves = newest + 1;
    change();
  }

  /** @param {Event} event */
  function press(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (button?.dataset.fill) {
      fillForm(form, JSON.parse(button.dataset.fill));
      change();
    } else if (button?.dataset.action === "reset") {
      form.reset();
      submitted = false;
      change();
    }
  }

  /** Ask about the form as it is now, and again for as long as it changes meanwhile. */
  async function answerNewest() {
    if (busy || failed) return;
    if (!canRunPython()) return say(calculator.dataset.textUnsupported);
    busy = true;
    try {
      const { ask } = await (python ??= startPython(runtime, showProgress));
      let asked;
      do {
        asked = newest;
        const question = { page: calculator.dataset.page, form: readForm(form), submitted };
        const reply = await ask(JSON.stringify(question));
        if (asked === newest) show(reply, asked === moves);
      } while (asked !== newest);
    } catch (error) {
      python = null;
      failed = true;
      sayFailed(error);
    } finally {
      busy = false;
    }
  }

  /**
   * @param {import("./python.js").Reply} reply
   * @param {boolean} mayMoveFocus
   */
  function show({ answer, error }, mayMoveFocus) {
    if (answer === undefined) return sayFailed(error);
    /** @type {Answer} */
    const { patches, ...rest } = JSON.parse(answer);
    for (const [id, html] of Object.entries(patches)) patchElement(id, html);
    document.title = rest.title ?? title;
    if (rest.focus && mayMoveFocus) document.getElementById(rest.focus)?.focus();
    if (rest.announce !== undefined && announcement) announcement.textContent = rest.announce;
    say(calculator.dataset.textReady);
  }

  /** @param {import("./python.js").Progress} progress */
  function showProgress({ done, total }) {
    if (done === undefined || total === undefined) return;
    const loading = calculator.dataset.textLoading ?? "";
    say(loading.replace("{done}", countMegabytes(done)).replace("{total}", countMegabytes(total)));
  }

  /** @param {unknown} error */
  function sayFailed(error) {
    console.error(error);
    say(calculator.dataset.textFailed);
  }

  /** @param {string | undefined} text */
  function say(text) {
    if (!progress) return;
    progress.textContent = text ?? "";
    progress.hidden = !text || !touched;
  }
}

/** @param {number} bytes */
function countMegabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}

/** May we load megabytes before the visitor asks for them? Only where the browser says that the connection is good. */
function mayLoadUnasked() {
  /** @type {{saveData: boolean, effectiveType: string, type?: string} | undefined} */
  const connection = /** @type {any} */ (navigator).connection;
  return connection?.effectiveType === "4g" && !connection.saveData && connection.type !== "cellular";
}
