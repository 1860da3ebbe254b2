// @ts-check
/**
 * The guided way through a form: one question at a time. It knows no rule and has no words: the order of the questions
 * and what was found on the way stand in the element #guide, which Python renders anew with every answer.
 *
 *     <div class="calculator" data-way="guided" data-step="question | found | result">
 *       <div id="guide" data-order='["<fact>", …]' data-near='["<fact>", …]' data-found="…"
 *            data-ways='{"<role>": [<order>, <near>]}' data-text-left="… {left} …" data-text-near="… {near} … {left} …">
 *       <button type="button" data-guide="next | back | on | result | guided | all">
 */

import { keep, recall } from "./keep.js";
import { leadTo } from "./lead_to.js";

const WAY = "way"; // under which the visitor's choice is kept
const NARROW = "(max-width: 59.99em)";
const WHO = "ask-who"; // the first question
const PRESS = 700; // milliseconds in which a second press is still meant for the question before

/**
 * @param {HTMLElement} calculator
 * @param {HTMLFormElement} form
 * @param {() => boolean} check asks Python about the form as it is; will the answer come soon?
 * @returns {{follow: () => void, restart: () => void, reveal: (element: Element) => void}} `follow` is for after every
 *     answer, `restart` for other answers in the form; `reveal` brings to the step on which an element is shown
 */
export function guide(calculator, form, check) {
  /** @type {string[]} */
  const passed = []; // the questions already shown, by element id
  const skipped = new Set(); // questions passed without an answer
  let shown = "";
  let goesOn = false; // the visitor has seen a first sum and asked for more
  let isPointed = false; // the last press came from a finger or a mouse, which means one option, not a way through them
  let isTurning = false; // an option that was pressed leads on by itself
  /** @type {ReturnType<typeof setTimeout>} */
  let waking; // the end of the button's rest
  let isWaiting = false; // for Python's answer: what is best asked next hangs on what was just said

  calculator.addEventListener("click", press);
  calculator.addEventListener("keydown", () => (isPointed = false));
  form.addEventListener("pointerdown", () => (isPointed = true));
  form.addEventListener("change", answer);
  form.addEventListener("input", () => waitForNext(false)); // whoever answers has seen the question
  calculator.addEventListener("submit", goByKey, true);
  if (calculator.querySelector("#guide") && isForHere()) start();
  return { follow, restart, reveal };

  /** @param {Event} event */
  function press(event) {
    const target = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-guide], [data-action=reset]"));
    const { guide: wanted, action } = button?.dataset ?? {};
    if (action) restart();
    if (wanted === "guided") choose(start);
    if (wanted === "all") choose(leave);
    if (wanted === "next") advance();
    if (wanted === "back") goBack();
    if (wanted === "on") goOn();
    if (wanted === "result") showResult();
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest("a[href^='#']"));
    if (link && isGuided()) openQuestion(link, event);
  }

  /** On small screens, in frames and in elder mode one question at a time is the way, unless the visitor says so. */
  function isForHere() {
    const { way } = recall(WAY);
    if (way) return way === "guided";
    return matchMedia(NARROW).matches || parent !== window || document.documentElement.hasAttribute("data-elder");
  }

  /** @param {() => void} goThere */
  function choose(goThere) {
    goThere();
    focusOn(shown);
    keep(WAY, { way: calculator.dataset.way ?? "" });
  }

  function isGuided() {
    return calculator.dataset.way === "guided";
  }

  function start() {
    calculator.dataset.way = "guided";
    skipped.clear();
    goesOn = false;
    const next = findNext();
    passed.splice(0, passed.length, ...listAnswered().filter((id) => id !== next)); // the way back leads through them
    show(next);
  }

  /** The form holds other answers: begin anew with what they leave open. */
  function restart() {
    if (isGuided()) start();
  }

  function leave() {
    calculator.dataset.way = "all";
    delete calculator.dataset.step;
    find(shown)?.classList.remove("is-asked");
    shown = "";
  }

  /** One option pressed with a finger is an answer; a key may still be on its way to another one. @param {Event} event */
  function answer(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const isOne = input.type === "radio" || (input.checked && input.matches(".unsure *"));
    if (!isGuided() || !isPointed || !isOne) return;
    isTurning = true;
    advance();
  }

  /** In a field the Enter key goes on, as the button does. @param {Event} event */
  function goByKey(event) {
    if (!isGuided() || calculator.dataset.step !== "question") return;
    event.preventDefault();
    event.stopPropagation();
    advance();
  }

  /** Go on, with Python's answer if there is Python already. */
  function advance() {
    const field = document.activeElement;
    // A key does not leave a field, and on some phones a tap on a button does not: what is left has its mistakes marked.
    if (field instanceof HTMLInputElement && field.type === "text") field.blur();
    isWaiting = true;
    if (!check()) moveOn();
  }

  function follow() {
    if (!isGuided()) return;
    if (isWaiting || (shown && !find(shown))) moveOn();
    else mark();
  }

  /** @param {Element} element */
  function reveal(element) {
    if (!isGuided()) return;
    if (form.contains(element)) return turnTo(element.closest(".question:not([hidden])"));
    calculator.dataset.step = "result";
    mark();
  }

  /** Show a question, with the way back to where we are. @param {Element | null} question */
  function turnTo(question) {
    if (!question) return;
    if (shown && shown !== question.id) passed.push(shown);
    show(question.id);
  }

  function moveOn() {
    isWaiting = false;
    if (isTurning) waitForNext(true);
    isTurning = false;
    if (find(shown)?.classList.contains("question-wrong")) return goTo(shown);
    if (isOpen(shown)) skipped.add(shown);
    if (find(shown)) passed.push(shown); // a group that was taken away has no questions any more
    const { found } = read();
    const next = findNext();
    if (next && (goesOn || !found)) goTo(next);
    else stop();
  }

  /** A second press at once is meant for the question before: it passes none unseen. @param {boolean} waits */
  function waitForNext(waits) {
    clearTimeout(waking);
    calculator.querySelector("[data-guide=next]")?.toggleAttribute("disabled", waits);
    if (waits) waking = setTimeout(() => waitForNext(false), PRESS);
  }

  function goBack() {
    const before = calculator.dataset.step === "question" ? passed.pop() : (passed.pop() ?? shown);
    if (before) goTo(before);
  }

  function goOn() {
    goesOn = true;
    if (!findNext()) skipped.clear(); // what was passed over comes again
    const next = findNext();
    if (next) goTo(next);
  }

  function stop() {
    calculator.dataset.step = "found";
    mark();
    calculator.querySelector(".answers-given details")?.setAttribute("open", ""); // what was answered, before the result
    /** @type {HTMLElement | null} */ (calculator.querySelector(".guide-found"))?.focus();
  }

  function showResult() {
    calculator.dataset.step = "result";
    mark();
    leadTo(calculator.querySelector("#calculator-result"));
  }

  /**
   * A link to a field shows its question.
   * @param {HTMLAnchorElement} link
   * @param {Event} event
   */
  function openQuestion(link, event) {
    const question = document.getElementById(link.hash.slice(1))?.closest(".question, .ask-who");
    if (!question || !form.contains(question)) return;
    event.preventDefault();
    turnTo(question);
    focusOn(question.id);
  }

  /** @param {string} id */
  function goTo(id) {
    show(id);
    focusOn(id);
  }

  /** @param {string} id */
  function show(id) {
    find(shown)?.classList.remove("is-asked");
    shown = id;
    calculator.dataset.step = id ? "question" : "found";
    mark();
  }

  /** Say where we are; an answer from Python has taken the marks away. */
  function mark() {
    for (const other of form.querySelectorAll(".is-asked")) other.classList.remove("is-asked");
    if (calculator.dataset.step === "question") find(shown)?.classList.add("is-asked");
    sayLeft();
    for (const back of calculator.querySelectorAll("[data-guide=back]")) {
      back.toggleAttribute("disabled", !passed.length);
    }
  }

  /** Say how many questions lie before a first sum, and how many are left; that hangs on who asks. */
  function sayLeft() {
    const place = calculator.querySelector(".guide-left");
    if (!place) return;
    const { order, near, found, texts } = read();
    const count = (/** @type {string[]} */ facts) => facts.filter((fact) => isOpen(`q-${fact}`)).length;
    const left = shown === WHO ? 0 : count(order);
    const soon = found ? 0 : count(near);
    const text = soon ? texts.textNear : texts.textLeft;
    place.textContent = left ? (text ?? "").replace("{near}", String(soon)).replace("{left}", String(left)) : "";
  }

  /** @param {string} id */
  function focusOn(id) {
    const question = find(id);
    const field = question?.querySelector("fieldset[tabindex], .is-wrong, input[type=text], select") ?? question;
    /** @type {HTMLElement | null | undefined} */ (field)?.focus();
  }

  /** The id of the next question: who asks, then what Python finds most useful. */
  function findNext() {
    if (isOpen(WHO)) return WHO;
    const next = read().order.find((fact) => isOpen(`q-${fact}`));
    return next ? `q-${next}` : "";
  }

  function read() {
    const texts = /** @type {HTMLElement | null} */ (calculator.querySelector("#guide"))?.dataset ?? {};
    const who = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=who]:checked"))?.value ?? "";
    /** @type {[string[], string[]]} */
    const [order, near] = texts.order
      ? [JSON.parse(texts.order), JSON.parse(texts.near ?? "[]")]
      : (JSON.parse(texts.ways ?? "{}")[who] ?? [[], []]);
    return { order, near, found: texts.found ?? "", texts };
  }

  /** The ids of the questions that have an answer, in the order of the form. */
  function listAnswered() {
    const asked = [...form.querySelectorAll(".ask-who, .question:not([hidden])")].map(({ id }) => id);
    return asked.filter((id) => id && find(id)?.querySelector("input, select") && !isOpen(id));
  }

  /**
   * Is a question on the page that has no answer? Of two answers one may still be lacking beside the other.
   * @param {string} id
   */
  function isOpen(id) {
    const question = find(id);
    const asked = question?.querySelector("[data-lacking]") ?? question;
    const fields = skipped.has(id) ? undefined : asked?.querySelectorAll("input, select");
    return fields !== undefined && ![...fields].some(isAnswered);
  }

  /** @param {string} id */
  function find(id) {
    return id ? form.querySelector(`#${CSS.escape(id)}`) : null;
  }
}

/** @param {Element} field */
function isAnswered(field) {
  const { type, checked, value } = /** @type {HTMLInputElement} */ (field);
  return type === "radio" || type === "checkbox" ? checked : Boolean(value);
}
