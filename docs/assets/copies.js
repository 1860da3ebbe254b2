// @ts-check
/**
 * A copy that the browser makes ("save page as") takes along the page as it stands, but not the runtime: it shows an
 * answer and cannot calculate. So the page holds a notice that a copy shows by itself, whether its scripts run or not:
 * here it is shown too, but for a style sheet that no copy takes along.
 *
 *     <div class="calculator-copy" hidden>… <p hidden>… <a>…</a></p></div>
 */

import { saved } from "./saved.js";

const notice = document.querySelector(".calculator-copy");
if (notice?.hasAttribute("hidden") && !saved) prepare(notice);

/** @param {Element} notice */
function prepare(notice) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".calculator-copy { display: none !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  notice.removeAttribute("hidden");
  const link = notice.querySelector("a");
  if (!link?.parentElement || !location.protocol.startsWith("http")) return;
  link.href = location.origin + location.pathname;
  link.textContent = link.href;
  link.parentElement.hidden = false;
}
