// @ts-check
/** Puts the code into every leaflet that leads to its page: only here is it known where the site is. */

import { drawCode } from "./qr.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules around the code

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-code]"))) {
  const address = new URL(place.dataset.code ?? "", location.href).href;
  const modules = address.startsWith("http") ? drawCode(address) : undefined; // a folder leads nobody anywhere
  if (!modules) continue;
  place.prepend(paint(modules));
  place.hidden = false;
}

/** @param {boolean[][]} modules */
function paint(modules) {
  const side = modules.length + 2 * QUIET;
  const picture = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  picture.setAttribute("viewBox", `${-QUIET} ${-QUIET} ${side} ${side}`);
  picture.setAttribute("aria-hidden", "true");
  path.setAttribute("d", modules.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join("")).join(""));
  picture.append(path);
  return picture;
}
