// @ts-check
/**
 * What a link says that the form has places for, before Python reads it. A link may come from anybody: only names of
 * inputs are taken from it, and only plain values that fit. Python reads the whole of it, and mends what stands there.
 */

const PLAIN = /^[\p{L}\p{N}.,-]{1,30}$/u;
const BETWEEN_PARTS = "-"; // of a date, each of which has a box of its own, <name>.<part>

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/**
 * @param {HTMLFormElement} form
 * @param {string} link a fragment
 * @returns {import("./form.js").Values}
 */
export function readLink(form, link) {
  const fields = /** @type {Field[]} */ ([...form.querySelectorAll("input:not([type=hidden], [type=file]), select")]);
  /** @type {[string, string][]} */
  const told = [];
  for (const [name, text] of new URLSearchParams(link.slice(1))) {
    if (!PLAIN.test(text)) continue;
    const boxes = fields.filter((field) => field.name.startsWith(`${name}.`));
    const parts = text.split(BETWEEN_PARTS);
    if (fields.some((field) => field.name === name && takes(field, text))) told.push([name, text]);
    else if (boxes.length === parts.length) boxes.forEach((box, index) => told.push([box.name, parts[index]]));
  }
  return Object.fromEntries(told);
}

/**
 * @param {Field} field
 * @param {string} text
 */
function takes(field, text) {
  if (field instanceof HTMLSelectElement) return [...field.options].some((option) => option.value === text);
  return field.type === "text" || text.split(",").includes(field.value);
}
