// @ts-check
/**
 * The page's side of the calculator: sends what stands in the form to Python, puts the HTML it returns in place.
 * It knows no rule, no label and no amount, and has no words of its own: those come with the page, in data attributes.
 *
 *     <div class="calculator" data-page="…" data-runtime="<address of the runtime's folder, relative to the page>"
 *          data-link="<how a link begins that can be read>" data-text-failed="…" data-text-unsupported="…"
 *          data-text-forbidden="…" data-text-changed="…" data-text-copy="…" data-text-copied="…" data-text-select="…">
 *       <p class="calculator-announcement" aria-live="polite"></p>
 *       <p class="calculator-asleep">                                 says that this script has not come
 *       <button type="button" data-fill='{"<field>": "<value>"}'>     puts these values into the form
 *           data-leads="<id>"                                         and leads to this field, once it is there
 *       <button type="button" data-example='{"<field>": "<value>"}'>  the same, after emptying it
 *       <button type="button" data-action="reset">                    empties it; "restore" takes that back
 *       <button type="button" data-action="link">                     hands over a link with the answers
 *       <button type="button" data-action="file" data-file="<kind>">  a file of the answer
 *       <button type="button" data-action="save" …>                   saves the page with it, see save.js
 *       <button type="button" data-action="print" data-prints="…">    prints the sheet, or one part of it
 *       <button type="button" data-action="print-page">               prints the page itself
 *       <form id="calculator-form" novalidate>                        inputs are named by fact
 *
 * To Python goes {page, form, wants, …} as calc.web tells, back comes an Answer, a link or a file, each as JSON text.
 */

import { takeLink } from "./carry.js";
import { isCleared } from "./cleared.js";
import { findNote, watchFoot } from "./foot.js";
import { emptyForm, fillForm, findChanges, isEmpty, isSame, nameTogether, readForm } from "./form.js";
import { guide } from "./guide.js";
import { copyText, downloadFile } from "./hand_over.js";
import { holdStill } from "./hold_still.js";
import { keep, recall } from "./keep.js";
import { leadTo } from "./lead_to.js";
import { readLink } from "./link.js";
import { keepSite, sayKept } from "./offline.js";
import { patchElement } from "./patch.js";
import { awaitPress } from "./press.js";
import { openProgress } from "./progress.js";
import { findObstacle, OtherEdition, startPython } from "./python.js";
import { savePage } from "./save.js";
import { address, saved } from "./saved.js";

/** @typedef {import("./form.js").Values} Values */

/**
 * @typedef {object} Answer
 * @property {Record<string, string>} patches HTML by the id of the element it takes the place of
 * @property {string} [title] of the document
 * @property {string} [focus] id of the element to go to after the visitor has submitted, or opened a link
 * @property {string} [announce] text for those who listen
 * @property {Record<string, string>} [fill] values to put into the form, after it was emptied
 */

const LINK = /^#v=/;
const REST = 1_000; // milliseconds without a change before the sheet to print is laid

const calculator = /** @type {HTMLElement | null} */ (document.querySelector(".calculator[data-runtime]"));
const form = /** @type {HTMLFormElement | null} */ (document.getElementById("calculator-form"));
if (calculator && form) connect(calculator, form);

/**
 * @param {HTMLElement} calculator
 * @param {HTMLFormElement} form
 */
function connect(calculator, form) {
  const { page = "", runtime = "" } = calculator.dataset;
  const title = document.title;
  const site = new URL("..", new URL(runtime, document.baseURI)).href;
  const keptPlace = /** @type {HTMLElement | null} */ (calculator.querySelector("[data-text-kept]"));
  const progress = openProgress(calculator);
  const announcement = calculator.querySelector(".calculator-announcement");

  /** @type {Promise<import("./python.js").Python> | null} */
  let python = null;
  let answered = false; // before the first answer nobody knows whether the site is worth keeping
  let failed = false; // Python could not start, or died: it is tried again when the visitor submits
  let touched = false;
  let busy = false; // at most one answer is on its way
  let newest = 0; // counts what the visitor did; an answer to anything older is dropped
  let submitted = false; // once and for all until the form is emptied: mistakes stay marked while they are mended
  /** @type {Set<string>} */
  const left = new Set(); // the fields the visitor is done with: mistakes there are marked
  let moves = 0; // the submission, or the press that leads on, whose answer may move the focus
  let leads = ""; // the field to go to with the answer to that press
  let laid = -1; // what the visitor had done when the sheet to print was laid
  let isAhead = false; // it is being laid before anybody prints
  /** @type {ReturnType<typeof setTimeout>} */
  let rest;
  /** @type {Values} */
  let emptied = {}; // what stood in the form before it was emptied
  /** @type {Values} */
  let given = {}; // what the address of a frame says: it is its editor's, and no visitor's to clear
  /** @type {Values} */
  let awaiting = {}; // what is kept for fields that are only there once Python has answered

  calculator.querySelector(".calculator-asleep")?.remove();
  form.addEventListener("focusin", touch);
  form.addEventListener("input", change);
  form.addEventListener("change", change);
  form.addEventListener("submit", submit);
  form.addEventListener("focusout", leave);
  calculator.addEventListener("click", press);
  addEventListener("hashchange", () => meetLink(location.hash));
  sayKept(site, keptPlace);
  addEventListener("afterprint", () => delete document.body.dataset.prints);
  const isFilled = fillKept();
  const { follow, restart, reveal } = guide(calculator, form, check);
  watchFoot(calculator);
  const link = takeLink();
  if (LINK.test(link)) meetLink(link);
  else if (isFilled) change();
  else if (saved || mayLoadUnasked()) (globalThis.requestIdleCallback ?? setTimeout)(answerNewest);

  function touch() {
    if (touched) return;
    touched = true;
    progress.show();
    failed = false;
    answerNewest();
  }

  function change() {
    progress.show();
    touched = true;
    newest += 1;
    offerToRestore(false);
    keep(page, readForm(form));
    answerNewest();
  }

  /**
   * A mistake is marked once the visitor has gone on from the boxes of its answer.
   * @param {FocusEvent} event
   */
  function leave({ target, relatedTarget }) {
    const field = /** @type {HTMLInputElement} */ (target);
    const boxes = field.closest(".date-boxes, .with-unit");
    if (field.type !== "text" || !boxes) return;
    const [names, values] = [nameTogether(boxes), readForm(form)];
    if (names.includes(/** @type {HTMLInputElement | null} */ (relatedTarget)?.name ?? "")) return;
    if (names.every((name) => left.has(name) || !values[name])) return;
    for (const name of names) left.add(name);
    check();
  }

  /** What was not typed just now is not on its way to something else. @param {import("./form.js").Values} values */
  function leaveAll(values) {
    for (const name of Object.keys(values)) left.add(name);
  }

  /** Ask about the form as it is, though nothing in it has changed; will the answer come soon? */
  function check() {
    progress.show();
    touched = true;
    newest += 1;
    answerNewest();
    return answered && !failed;
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
    const { fill, leads: field, example, action, file, prints } = button?.dataset ?? {};
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href^='#']"));
    if (link) unveil(link.hash.slice(1));
    if (fill) refill(JSON.parse(fill));
    if (field) [leads, moves] = [field, newest];
    if (example) refill(JSON.parse(example), true);
    if (action === "reset") empty();
    if (action === "restore") restore();
    if (action === "link") copyLink();
    if (action === "file") saveFile(file ?? "");
    if (action === "print") printSheet(prints ?? "sheet");
    if (action === "save") savePage(/** @type {HTMLButtonElement} */ (button), runtime, readForm(form));
    if (action === "print-page") printPage();
    if (action === "reload") location.reload();
  }

  /**
   * @param {Record<string, string>} values
   * @param {boolean} isFresh
   */
  function refill(values, isFresh = false) {
    if (isFresh) emptyForm(form);
    fillForm(form, values);
    leaveAll(values);
    if (isFresh) restart();
    change();
  }

  function empty() {
    const before = readForm(form);
    emptyForm(form);
    fillForm(form, given);
    submitted = false;
    left.clear();
    change();
    emptied = before;
    offerToRestore(true);
    focusForm();
  }

  function restore() {
    refill(emptied, true);
    focusForm(); // the button that was pressed is gone
  }

  function focusForm() {
    /** @type {HTMLElement | null} */ (form.querySelector("input, select"))?.focus();
  }

  /** @param {boolean} isOffered */
  function offerToRestore(isOffered) {
    for (const button of calculator.querySelectorAll("[data-action=restore]")) {
      button.toggleAttribute("hidden", !isOffered);
    }
  }

  /** Does the form get back what it held before the page was loaded again? */
  function fillKept() {
    const kept = recall(page);
    if (isEmpty(kept)) return false;
    fillForm(form, kept);
    awaiting = findChanges(readForm(form), kept);
    leaveAll(kept);
    newest += 1;
    return true;
  }

  /** Fields of further groups come with an answer: they get back what they held before the page was loaded again. */
  function fillAwaiting() {
    if (isEmpty(awaiting)) return;
    const values = awaiting;
    awaiting = {};
    refill(values);
  }

  /** Ask about the form as it is now, and again for as long as it changes meanwhile. */
  async function answerNewest() {
    if (busy || failed) return;
    busy = true;
    await wakePython(); // whatever is typed meanwhile is part of the first question
    while (!failed) {
      const asked = newest;
      const answer = /** @type {Answer | undefined} */ (await ask({ submitted, left: [...left] }));
      await awaitPress();
      if (answer && asked === newest) show(answer, asked === moves);
      if (asked === newest) break;
    }
    busy = false;
  }

  /**
   * What a link says stands in the form at once. In a frame Python reads it when the form is touched: nobody may ever.
   * @param {string} link
   */
  function meetLink(link) {
    if (!LINK.test(link)) return;
    const before = { form: readForm(form), isFilled: newest > 0 };
    const told = link.startsWith(calculator.dataset.link ?? link) ? readLink(form, link) : {};
    if (!isEmpty(told)) {
      emptyForm(form);
      fillForm(form, told);
      restart();
    }
    if (parent !== window) [given, calculator.dataset.given] = [told, link];
    const open = () => openLink(link, before, told);
    if (parent === window || mayLoadUnasked()) open();
    else form.addEventListener("focusin", open, { once: true });
  }

  /**
   * Let Python read a link.
   * @param {string} link
   * @param {{form: Values, isFilled: boolean}} before what stood in the form, and whether a visitor put it there
   * @param {Values} told what stands there since
   */
  async function openLink(link, before, told) {
    touched = true;
    progress.show();
    newest += 1;
    const met = readForm(form);
    // From here on the visit keeps what the form took of it; whatever else a link does, it does once and not with a reload.
    if (!isEmpty(told)) keep(page, met);
    history.replaceState(null, "", location.pathname + location.search);
    const answer = /** @type {Answer | undefined} */ (await ask({ wants: "opened", link }));
    if (!answer) return;
    await awaitPress();
    const { fill, ...rest } = answer;
    const typed = findChanges(met, readForm(form)); // while Python was loading
    const isAlone = isEmpty(typed);
    leaveAll(fill ?? {});
    const asks = Boolean(document.getElementById(answer.focus ?? "")?.closest(".question"));
    const isFirst = asks && calculator.dataset.way !== "guided";
    show(fill && isSame(fill, met) ? rest : answer, isAlone && parent === window && !isFirst);
    if (isAlone && !isFirst) unveil(answer.focus); // in a frame, too, which takes nobody away from the page around it
    if (isAlone && isFirst && parent === window) showHead();
    if (!fill && !isEmpty(told)) return refill(before.form, true); // nothing of it can be used
    if (fill && before.isFilled && !isEmpty(findChanges(readForm(form), before.form))) {
      emptied = before.form;
      offerToRestore(true);
    }
    keep(page, readForm(form));
    if (!isEmpty(typed)) refill(typed);
  }

  /**
   * Python, started once; undefined where it cannot start, which the visitor is then told.
   * @returns {Promise<import("./python.js").Python | undefined>}
   */
  async function wakePython() {
    const obstacle = findObstacle();
    if (obstacle) return giveUp(calculator.dataset[obstacle]);
    try {
      return await (python ??= startPython(new URL(runtime, document.baseURI).href, tellProgress));
    } catch (error) {
      console.error(error);
      const { textCopy, textFailed, textChanged } = calculator.dataset;
      if (error instanceof OtherEdition) return giveUp(textChanged, "reload");
      if (location.protocol === "file:" && !saved) return giveUp(textCopy, ""); // beside a copy lies no worksheet
      return giveUp(textFailed);
    }
  }

  /** Nobody waits for a sheet that is laid unasked. @param {import("./python.js").Progress} told */
  function tellProgress(told) {
    if (!isAhead) progress.tell(told);
  }

  /**
   * Ask Python; undefined where it does not answer, which the visitor is then told.
   * @param {object} question
   * @returns {Promise<any>}
   */
  async function ask(question) {
    const awake = await wakePython();
    if (!awake) return undefined;
    if (!answered) progress.tell({ stage: "answer" });
    try {
      const { answer, error } = await awake.ask(JSON.stringify({ page, form: readForm(form), ...question }));
      progress.end();
      if (answer !== undefined) return JSON.parse(answer);
      console.error(error); // but Python lives on: the next question may be answered
      progress.fail(calculator.dataset.textFailed, "");
    } catch (error) {
      console.error(error);
      giveUp(calculator.dataset.textFailed);
    }
    return undefined;
  }

  /**
   * @param {string | undefined} text
   * @param {import("./progress.js").Offer} offer
   */
  function giveUp(text, offer = "paper") {
    python = null;
    failed = true;
    progress.fail(text, offer);
    return undefined;
  }

  /**
   * @param {Answer} answer
   * @param {boolean} mayMoveFocus
   */
  function show({ patches, title: newTitle, fill, focus, announce }, mayMoveFocus) {
    holdStill(form, () => {
      for (const [id, html] of Object.entries(patches)) patchElement(id, html);
      if (fill) {
        emptyForm(form);
        fillForm(form, fill);
        restart();
      }
      document.title = newTitle ?? title;
      fillAwaiting();
      follow();
    });
    findNote()?.scrollIntoView({ block: "nearest" }); // the foot may lie over it
    const end = leads || focus;
    if (end && mayMoveFocus) goTo(end);
    leads = "";
    if (announce !== undefined && announcement) announcement.textContent = announce;
    clearTimeout(rest);
    rest = setTimeout(laySheetAhead, REST);
    if (!answered) keepSite(site, keptPlace);
    answered = true;
    calculator.dataset.answered = String(newest); // whoever drives the page sees of which change it tells
  }

  /** Where all questions stand on the page, the answer of a link is seen first, with the head: it leads to the question. */
  function showHead() {
    /** @type {HTMLElement | null} */ (calculator.querySelector("#calculator-result"))?.focus({ preventScroll: true });
    calculator.querySelector("#calculator-result .headline")?.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} id */
  function goTo(id) {
    unveil(id);
    leadTo(document.getElementById(id));
  }

  /**
   * Show the step on which an element stands.
   * @param {string | undefined} id
   */
  function unveil(id = "") {
    const element = document.getElementById(id);
    if (element && calculator.contains(element)) reveal(element);
  }

  async function laySheetAhead() {
    isAhead = true;
    await laySheet();
    isAhead = false;
  }

  /** Lay the sheet that is printed, unless it lies there already. */
  async function laySheet() {
    if (laid === newest) return;
    const asked = newest;
    const answer = /** @type {Answer | undefined} */ (await ask({ wants: "sheet", address }));
    if (!answer) return;
    for (const [id, html] of Object.entries(answer.patches)) patchElement(id, html);
    laid = asked;
  }

  /** @param {string} part */
  async function printSheet(part) {
    isAhead = false;
    await laySheet();
    if (failed) return;
    document.body.dataset.prints = part;
    print();
  }

  function printPage() {
    document.body.dataset.prints = "page";
    print();
  }

  /** @param {string} file */
  async function saveFile(file) {
    const reply = await ask({ wants: "file", file });
    if (reply?.file) downloadFile(reply.file);
  }

  async function copyLink() {
    const reply = await ask({ wants: "link" });
    const field = /** @type {HTMLInputElement | null} */ (calculator.querySelector("#calculator-link"));
    if (!reply || !field) return;
    field.value = `${address}#${reply.link}`;
    /** @type {HTMLElement} */ (field.parentElement).hidden = false;
    const { textCopied, textSelect } = calculator.dataset;
    const text = ((await copyText(field)) ? textCopied : textSelect) ?? "";
    if (announcement) announcement.textContent = text;
    const said = field.parentElement?.querySelector(".link-said");
    if (!said) return;
    said.textContent = text;
    said.scrollIntoView({ block: "nearest" }); // it stands beneath the button, where the foot may lie
  }
}

/** May we load megabytes before the visitor asks for them? Only where the browser says that the connection is good. */
function mayLoadUnasked() {
  /** @type {{saveData: boolean, effectiveType: string, type?: string} | undefined} */
  const connection = /** @type {any} */ (navigator).connection;
  return !isCleared && connection?.effectiveType === "4g" && !connection.saveData && connection.type !== "cellular";
}
