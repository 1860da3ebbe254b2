// @ts-check
/** Lines of HTML to copy: with the address at which this site really is. */

for (const list of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".snippets"))) {
  const { sitePlaceholder = "", site = "" } = list.dataset;
  const address = new URL(site, document.baseURI).href;
  for (const snippet of list.querySelectorAll(".snippet")) prepare(snippet, sitePlaceholder, address);
}

/**
 * @param {Element} snippet
 * @param {string} placeholder
 * @param {string} address
 */
function prepare(snippet, placeholder, address) {
  const code = snippet.querySelector("code");
  const button = /** @type {HTMLButtonElement | null} */ (snippet.querySelector(".snippet-copy"));
  const said = snippet.querySelector(".snippet-said");
  if (!code || !button || !said) return;
  code.textContent = (code.textContent ?? "").replaceAll(placeholder, address);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
      said.textContent = button.dataset.textCopied ?? "";
    } catch {
      getSelection()?.selectAllChildren(code); // plain http has no clipboard: what is selected can be copied by hand
      said.textContent = button.dataset.textFailed ?? "";
    }
  });
}
