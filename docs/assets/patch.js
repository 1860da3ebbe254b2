// @ts-check
/** Put new HTML in the place of old, without disturbing the visitor. */

import { Idiomorph } from "idiomorph";

/** What the visitor does is the visitor's: what was typed or chosen, and which details stand open. */
const VISITORS_OWN = new Set(["value", "checked", "selected", "open"]);

/** What each element was last told to be: most of an answer is the same as the one before. */
const latest = new Map();

/**
 * Change the element with this id into what the HTML says; what is the same stays, and with it focus, caret and scroll.
 * @param {string} id
 * @param {string} html
 */
export function patchElement(id, html) {
  const element = document.getElementById(id);
  if (!element || latest.get(id) === html) return;
  latest.set(id, html);
  Idiomorph.morph(element, html, {
    morphStyle: "outerHTML",
    callbacks: {
      beforeAttributeUpdated: (name, node) => !isVisitorsOwn(name, node),
      beforeNodeMorphed: (old, node) => !(old instanceof Element && old.id && old.isEqualNode(node)),
    },
  });
}

/**
 * @param {string} name
 * @param {Element} node
 */
function isVisitorsOwn(name, node) {
  return VISITORS_OWN.has(name) && node.matches("input, select, option, textarea, details");
}
