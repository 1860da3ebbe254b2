// @ts-check
/** Put new HTML in the place of old, without disturbing the visitor. */

import { Idiomorph } from "idiomorph";

/** What the visitor does is the visitor's: what was typed or chosen, and which details stand open. */
const VISITORS_OWN = new Set(["value", "checked", "selected", "open"]);

/**
 * What each element was last told to be: most of an answer is the same as the one before.
 * @type {WeakMap<Element, string>}
 */
const latest = new WeakMap();

/**
 * Change the element with this id into what the HTML says; what is the same stays, and with it focus, caret and scroll.
 * An element that the HTML marks with data-part only keeps its place: what it holds comes as HTML of its own.
 * @param {string} id
 * @param {string} html
 */
export function patchElement(id, html) {
  const element = document.getElementById(id);
  if (!element || latest.get(element) === html) return;
  latest.set(element, html);
  const template = document.createElement("template");
  template.innerHTML = html;
  Idiomorph.morph(element, /** @type {Element} */ (template.content.firstElementChild), {
    morphStyle: "outerHTML",
    callbacks: {
      beforeAttributeUpdated: (name, node) => !isVisitorsOwn(name, node),
      beforeNodeMorphed: (old, node) => !(old instanceof Element && old.id && isSettled(old, /** @type {Element} */ (node))),
    },
  });
}

/**
 * Is there nothing to change in an element?
 * @param {Element} old
 * @param {Element} told what it is to become
 */
function isSettled(old, told) {
  return told.hasAttribute("data-part") || old.isEqualNode(told);
}

/**
 * @param {string} name
 * @param {Element} node
 */
function isVisitorsOwn(name, node) {
  return VISITORS_OWN.has(name) && node.matches("input, select, option, textarea, details");
}
