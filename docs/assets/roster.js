// @ts-check
/**
 * The page for many people at once: hands a file to Python, puts the HTML it returns in place, and asks again for as long
 * as there is more to do. It knows no rule and has no words of its own: those come with the page, in data attributes.
 *
 *     <div class="roster calculator" data-roster="<policy>" data-runtime="<address of the runtime's folder>"
 *          data-most="<bytes of a file>" data-text-opening="…" data-text-failed="…" data-text-unsupported="…" …>
 *       <p class="roster-announcement" aria-live="polite"></p>
 *       <div class="roster-drop"> … <input type="file">               a file is chosen, or dropped here
 *       <form data-wants="<what Python is asked with it>">
 *       <select data-asks="<the same, when another option is chosen>">
 *       <button type="button" data-fill='{"<field>": "<value>"}'>      puts these values into its form
 *       <button type="button" data-action="template | rows | units | file | stop | forget | print-page | save | reload">
 *
 * To Python goes {roster, wants, …} as calc.pages.roster.page tells. The file and all that comes of it stay in memory: of
 * Python, and of this page. Nothing is stored, and a page that the browser froze starts anew.
 */

import { emptyForm, fillForm, readForm } from "./form.js";
import { downloadFile } from "./hand_over.js";
import { leadTo } from "./lead_to.js";
import { keepSite, sayKept } from "./offline.js";
import { patchElement } from "./patch.js";
import { awaitPress } from "./press.js";
import { openProgress } from "./progress.js";
import { findObstacle, OtherEdition, startPython } from "./python.js";
import { savePage } from "./save.js";
import { saved } from "./saved.js";
import { decodeBase64 } from "./unwrap.js";

/** @typedef {{wants: string, [given: string]: unknown}} Question */
/**
 * @typedef {object} Reply
 * @property {Record<string, string>} [patches] HTML by the id of the element it takes the place of
 * @property {string} [announce] text for those who listen
 * @property {string} [focus] id of the element to go to
 * @property {boolean} [goes_on] is there more to ask for?
 * @property {{name: string, media_type: string, base64: string}} [file]
 */

/** What Python is asked for that no longer depends on anything before. */
const ANEW = new Set(["open", "clear"]);

const roster = /** @type {HTMLElement | null} */ (document.querySelector(".roster[data-runtime]"));
if (roster) connect(roster);

/** @param {HTMLElement} roster */
function connect(roster) {
  const { roster: policy = "", runtime = "", most } = roster.dataset;
  const site = new URL("..", new URL(runtime, document.baseURI)).href;
  const keptPlace = /** @type {HTMLElement | null} */ (roster.querySelector("[data-text-kept]"));
  const announcement = roster.querySelector(".roster-announcement");
  const place = /** @type {HTMLElement} */ (roster.querySelector(".roster-drop"));
  const field = /** @type {HTMLInputElement} */ (place.querySelector("input"));
  const progress = openProgress(roster);

  /** @type {Promise<import("./python.js").Python> | null} */
  let python = null;
  let turn = 0; // counts what the visitor did: what is on its way for anything older is dropped
  let isOfUse = false; // before the first answer nobody knows whether the site is worth keeping

  roster.querySelector(".calculator-asleep")?.remove();
  field.addEventListener("change", () => field.files?.[0] && openFile(field.files[0]));
  for (const type of ["dragenter", "dragover", "dragleave", "drop"]) place.addEventListener(type, drag);
  roster.addEventListener("submit", submit);
  roster.addEventListener("change", change);
  roster.addEventListener("click", press);
  roster.addEventListener("focusin", () => wakePython(), { once: true }); // a file is likely to follow
  addEventListener("afterprint", () => delete document.body.dataset.prints);
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  sayKept(site, keptPlace);

  /** @param {Event} event */
  function drag(event) {
    const { dataTransfer } = /** @type {DragEvent} */ (event);
    event.preventDefault(); // the browser would leave the page, and show the file
    place.toggleAttribute("data-over", event.type === "dragenter" || event.type === "dragover");
    if (event.type === "drop" && dataTransfer?.files[0]) openFile(dataTransfer.files[0]);
  }

  /** @param {File} file */
  async function openFile(file) {
    const { name, size } = file;
    const mine = ++turn;
    progress.show();
    progress.tell({ stage: "opening" });
    try {
      const base64 = size > Number(most) ? "" : await readBase64(file);
      field.value = "";
      if (mine === turn) await work({ wants: "open", name, size, base64 });
    } catch (error) {
      console.info("The file cannot be read:", error); // it was moved, or is a folder
      progress.fail(roster.dataset.textUnread, "");
    }
  }

  /** @param {SubmitEvent} event */
  function submit(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    event.preventDefault();
    work({ wants: form.dataset.wants ?? "", form: readForm(form) });
  }

  /** @param {Event} event */
  function change({ target }) {
    const { form, dataset } = /** @type {HTMLSelectElement} */ (target);
    if (form && dataset.asks) work({ wants: dataset.asks, form: readForm(form) });
  }

  /** @param {Event} event */
  function press({ target }) {
    const button = /** @type {Element} */ (target).closest("button");
    const { action, fill, rows, file } = button?.dataset ?? {};
    if (button?.form && fill) refill(button.form, JSON.parse(fill));
    if (action === "template") work({ wants: action, file });
    if (action === "rows" || action === "units") work({ wants: action, rows });
    if (action === "file") work({ wants: action, file });
    if (action === "stop") work({ wants: action });
    if (action === "forget") forget();
    if (action === "save" && button) savePage(button, runtime, {}); // of a table nothing is saved with the page
    if (action === "print-page") printPage();
    if (action === "reload") location.reload();
  }

  /**
   * @param {HTMLFormElement} form
   * @param {Record<string, string>} values
   */
  function refill(form, values) {
    fillForm(form, values);
    for (const name of Object.keys(values)) {
      const filled = form.elements.namedItem(name);
      if (filled instanceof Element) filled.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function forget() {
    for (const form of roster.querySelectorAll("form")) emptyForm(form);
    work({ wants: "clear" });
  }

  function printPage() {
    document.body.dataset.prints = "page";
    print();
  }

  /**
   * Ask Python, and go on for as long as there is more to do and the visitor wants nothing else.
   * @param {Question} question
   */
  async function work(question) {
    const mine = ++turn;
    progress.show();
    let reply = await ask(question);
    while (reply && mine === turn) {
      await awaitPress();
      show(reply);
      if (!reply.goes_on) return;
      reply = await ask({ wants: "next" });
    }
  }

  /** @param {Reply} reply */
  function show({ patches = {}, announce, focus, file }) {
    for (const [id, html] of Object.entries(patches)) patchElement(id, html);
    if (announce && announcement) announcement.textContent = announce;
    if (focus) leadTo(document.getElementById(focus));
    if (file) downloadFile({ name: file.name, media_type: file.media_type, text: decodeBase64(file.base64) });
    const opened = document.getElementById("roster-opened");
    roster.toggleAttribute("data-holds", Boolean(opened && !opened.hidden)); // for clear.js
    if (!isOfUse && !saved) keepSite(site, keptPlace);
    isOfUse = true;
  }

  /**
   * Python, started once; undefined where it cannot start, which the visitor is then told.
   * @returns {Promise<import("./python.js").Python | undefined>}
   */
  async function wakePython() {
    const obstacle = findObstacle();
    if (obstacle) return giveUp(roster.dataset[obstacle]);
    try {
      return await (python ??= startPython(new URL(runtime, document.baseURI).href, progress.tell));
    } catch (error) {
      console.error(error);
      const { textCopy, textFailed, textChanged } = roster.dataset;
      if (error instanceof OtherEdition) return giveUp(textChanged);
      return giveUp(location.protocol === "file:" && !saved ? textCopy : textFailed);
    }
  }

  /**
   * Ask Python; undefined where it does not answer, which the visitor is then told.
   * @param {Question} question
   * @returns {Promise<Reply | undefined>}
   */
  async function ask(question) {
    const awake = await wakePython();
    if (!awake) return undefined;
    try {
      const tale = ANEW.has(question.wants) ? "begins" : "goes on";
      const { answer, error } = await awake.ask(JSON.stringify({ roster: policy, ...question }), tale);
      progress.end();
      if (answer !== undefined) return JSON.parse(answer);
      console.error(error); // but Python lives on: the next question may be answered
      progress.fail(roster.dataset.textFailed, "");
    } catch (error) {
      console.error(error);
      giveUp(roster.dataset.textFailed);
    }
    return undefined;
  }

  /** @param {string | undefined} text */
  function giveUp(text) {
    python = null;
    progress.fail(text, "reload");
    return undefined;
  }
}

/**
 * What a file holds, as text that JSON can carry.
 * @param {File} file
 * @returns {Promise<string>}
 */
function readBase64(file) {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
