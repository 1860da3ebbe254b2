// @ts-check
/**
 * Clear by itself after some idle minutes, where an agency has switched that on for the PC of a service hall. A dialog
 * warns first and counts down; any key, touch or click stops it.
 *
 *     <dialog class="idle-warning" role="alertdialog" data-minutes="<minutes>" data-seconds="<seconds>">
 *       … <p class="idle-left" aria-hidden="true" data-text-left="… {seconds} …"></p>
 *       <p class="visually-hidden" role="status"></p>
 *       <button type="button">
 */

import { endVisit, hasLeftSomething, otherTabs } from "./clear.js";
import { saved } from "./saved.js";

const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel", "touchend", "click", "input"];
const LATE = ["pointerdown", "pointermove", "input"]; // a press may follow or is not over: it must not hit what lies beneath
const HERE = "here";
const SECOND = 1_000;
const SAID_EVERY = 10; // seconds between two announcements: more would drown the rest

const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector(".idle-warning"));
if (dialog && !saved && parent === window) watch(dialog);

/** @param {HTMLDialogElement} dialog */
function watch(dialog) {
  const patience = Number(dialog.dataset.minutes) * 60 * SECOND;
  const notice = Number(dialog.dataset.seconds);
  let last = Date.now();
  let left = 0; // seconds until the clearing, while the dialog stands there
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;

  for (const sign of SIGNS) addEventListener(sign, stir, { capture: true });
  otherTabs?.addEventListener("message", ({ data }) => {
    if (data === HERE) stay(); // who is busy in one tab is not idle in another
  });
  dialog.addEventListener("close", stay);
  wait();

  /** @param {Event} event */
  function stir(event) {
    if (dialog.open && LATE.includes(event.type)) return;
    // What stops the clearing does nothing else.
    if (dialog.open && (event.type === "keydown" || event.type === "touchend")) event.preventDefault();
    if (Date.now() - last > SECOND) otherTabs?.postMessage(HERE);
    stay();
  }

  function stay() {
    last = Date.now();
    if (dialog.open) dialog.close(); // the focus goes back to where it was
    if (left) wait();
    left = 0;
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(check, last + patience - Date.now());
  }

  function check() {
    if (hasLeftSomething() && Date.now() - last >= patience) return warn();
    if (!hasLeftSomething()) last = Date.now();
    wait();
  }

  function warn() {
    left = notice;
    dialog.showModal();
    sayLeft();
    timer = setTimeout(countDown, SECOND);
  }

  function countDown() {
    left -= 1;
    if (left <= 0) return endVisit();
    sayLeft();
    timer = setTimeout(countDown, SECOND);
  }

  function sayLeft() {
    const place = /** @type {HTMLElement | null} */ (dialog.querySelector(".idle-left"));
    const spoken = dialog.querySelector("[role=status]");
    if (!place || !spoken) return;
    place.textContent = (place.dataset.textLeft ?? "").replace("{seconds}", String(left));
    if (left % SAID_EVERY === 0) spoken.textContent = place.textContent;
  }
}
