// @ts-check
/** Read and fill a form, knowing nothing of what it asks. */

/** @typedef {Record<string, string>} Values what stands in a form, by field name */

const BETWEEN = ","; // stands between the values of boxes with one name

/**
 * What stands in the form, as a flat object of texts.
 * @param {HTMLFormElement} form
 * @returns {Values}
 */
export function readForm(form) {
  /** @type {Values} */
  const values = {};
  for (const [name, text] of new FormData(form)) {
    if (typeof text === "string") values[name] = Object.hasOwn(values, name) ? values[name] + BETWEEN + text : text;
  }
  return values;
}

/**
 * The names of the fields in a part of a form.
 * @param {Element} part
 * @returns {string[]}
 */
export function nameTogether(part) {
  return [...part.querySelectorAll("input, select")].map((field) => field.getAttribute("name") ?? "");
}

/** @param {Values} values */
export function isEmpty(values) {
  return Object.values(values).every((text) => !text);
}

/**
 * The values that have come, or have become others, since.
 * @param {Values} before
 * @param {Values} now
 * @returns {Values}
 */
export function findChanges(before, now) {
  return Object.fromEntries(Object.entries(now).filter(([name, text]) => before[name] !== text));
}

/**
 * Do two forms say the same? A field that is not there says as much as an empty one.
 * @param {Values} one
 * @param {Values} other
 */
export function isSame(one, other) {
  return [...Object.keys(one), ...Object.keys(other)].every((name) => (one[name] ?? "") === (other[name] ?? ""));
}

/**
 * Take everything out of the form; a reset would bring back what the page's HTML has been given since.
 * @param {HTMLFormElement} form
 */
export function emptyForm(form) {
  for (const input of form.elements) if (isAnswerable(input)) setValue(input, "");
}

/**
 * Give these values to the inputs of those names; a name that the form does not have is left out.
 * @param {HTMLFormElement} form
 * @param {Record<string, unknown>} values
 */
export function fillForm(form, values) {
  for (const input of form.elements) {
    if (isAnswerable(input) && Object.hasOwn(values, input.name)) setValue(input, String(values[input.name]));
  }
}

/**
 * @param {Element} input
 * @returns {input is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement}
 */
function isAnswerable(input) {
  return input.matches("input:not([type=hidden], [type=file]), select, textarea");
}

/**
 * @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} input
 * @param {string} value
 */
function setValue(input, value) {
  if (input.type === "radio" || input.type === "checkbox") {
    /** @type {HTMLInputElement} */ (input).checked = value.split(BETWEEN).includes(input.value);
  } else {
    input.value = value;
  }
}
