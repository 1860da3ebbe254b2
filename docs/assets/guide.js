// @ts-check
/**
 * The guided way through a form: one question at a time. It knows no rule and has no words: the order of the questions
 * and what was found on the way stand in the element #guide, which Python renders anew with every answer.
 *
 *     <div class="calculator" data-way="guided" data-step="question | found | result">
 *       <div id="guide" data-order='["<fact>", …]' data-ways='{"<role>": ["<fact>", …]}' data-found="…"
 *            data-text-left="… {left} …" data-text-done="…">
 *       <button type="button" data-guide="next | back | on | result | guided | all">
 */

const SOON = 600; // milliseconds after which the way goes on without an answer: Python is still loading

/**
 * @param {HTMLElement} calculator
 * @param {HTMLFormElement} form
 * @param {() => void} check asks Python about the form as it is
 * @returns {() => void} to be called after every answer
 */
export function guide(calculator, form, check) {
  /** @type {string[]} */
  const passed = []; // the questions already shown, by element id
  const skipped = new Set(); // questions passed without an answer
  let shown = "";
  let goesOn = false; // the visitor has seen a first sum and asked for more
  let isPointed = false; // the last press came from a finger or a mouse, which means one option, not a way through them
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  calculator.addEventListener("click", press);
  calculator.addEventListener("keydown", () => (isPointed = false));
  form.addEventListener("pointerdown", () => (isPointed = true));
  form.addEventListener("change", answer);
  if (calculator.dataset.way === "guided") start();
  return follow;

  /** @param {Event} event */
  function press(event) {
    const target = /** @type {Element} */ (event.target);
    const { guide: wanted } = /** @type {HTMLElement | null} */ (target.closest("[data-guide]"))?.dataset ?? {};
    if (wanted === "guided") start();
    if (wanted === "all") leave();
    if (wanted === "next") advance();
    if (wanted === "back") goBack();
    if (wanted === "on") goOn();
    if (wanted === "result") showResult();
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest("a[href^='#']"));
    if (link && isGuided()) openQuestion(link, event);
  }

  function isGuided() {
    return calculator.dataset.way === "guided";
  }

  function start() {
    calculator.dataset.way = "guided";
    passed.length = 0;
    skipped.clear();
    goesOn = false;
    show(findNext());
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
    if (isGuided() && isPointed && input.type === "radio") advance();
  }

  /** Go on as soon as Python has answered: what is best asked next hangs on what was just said. */
  function advance() {
    clearTimeout(waiting);
    waiting = setTimeout(moveOn, SOON);
    check();
  }

  /** After every answer. */
  function follow() {
    if (!isGuided()) return;
    if (waiting) moveOn();
    else mark();
  }

  function moveOn() {
    clearTimeout(waiting);
    waiting = undefined;
    if (find(shown)?.classList.contains("question-wrong")) return focusOn(shown);
    if (isOpen(shown)) skipped.add(shown);
    if (shown) passed.push(shown);
    const { found } = read();
    const next = findNext();
    if (next && (goesOn || !found)) show(next);
    else stop();
  }

  function goBack() {
    const before = calculator.dataset.step === "question" ? passed.pop() : (passed.pop() ?? shown);
    if (before) show(before);
  }

  function goOn() {
    goesOn = true;
    const next = findNext();
    if (next) show(next);
  }

  function stop() {
    calculator.dataset.step = "found";
    mark();
    /** @type {HTMLElement | null} */ (calculator.querySelector(".guide-found"))?.focus();
  }

  function showResult() {
    calculator.dataset.step = "result";
    mark();
    /** @type {HTMLElement | null} */ (calculator.querySelector("#calculator-result"))?.focus();
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
    if (shown) passed.push(shown);
    show(question.id);
  }

  /** @param {string} id */
  function show(id) {
    find(shown)?.classList.remove("is-asked");
    shown = id;
    calculator.dataset.step = id ? "question" : "found";
    mark();
    focusOn(id);
  }

  /** Say where we are; an answer from Python has taken the marks away. */
  function mark() {
    for (const other of form.querySelectorAll(".is-asked")) other.classList.remove("is-asked");
    if (calculator.dataset.step === "question") find(shown)?.classList.add("is-asked");
    const { order, texts } = read();
    const left = order.filter((fact) => isOpen(`q-${fact}`)).length;
    const place = calculator.querySelector(".guide-left");
    if (place) place.textContent = left ? (texts.textLeft ?? "").replace("{left}", String(left)) : (texts.textDone ?? "");
    for (const back of calculator.querySelectorAll("[data-guide=back]")) {
      back.toggleAttribute("disabled", !passed.length);
    }
  }

  /** @param {string} id */
  function focusOn(id) {
    const question = find(id);
    const field = question?.querySelector("fieldset[tabindex], .is-wrong, input[type=text], select") ?? question;
    /** @type {HTMLElement | null | undefined} */ (field)?.focus();
  }

  /** The id of the next question: who asks, then what Python finds most useful. */
  function findNext() {
    if (isOpen("ask-who")) return "ask-who";
    const next = read().order.find((fact) => isOpen(`q-${fact}`));
    return next ? `q-${next}` : "";
  }

  function read() {
    const texts = /** @type {HTMLElement | null} */ (calculator.querySelector("#guide"))?.dataset ?? {};
    const who = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=who]:checked"))?.value ?? "";
    /** @type {string[]} */
    const order = texts.order ? JSON.parse(texts.order) : (JSON.parse(texts.ways ?? "{}")[who] ?? []);
    return { order, found: texts.found ?? "", texts };
  }

  /**
   * Is a question on the page that has no answer?
   * @param {string} id
   */
  function isOpen(id) {
    const fields = skipped.has(id) ? undefined : find(id)?.querySelectorAll("input, select");
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
