// @ts-check
/**
 * Lines of HTML to copy, with the address at which this site really is; one of them is put together by choice.
 *
 *     <div class="snippets" data-site-placeholder="…" data-site="<address of the site, relative to the page>">
 *       <section class="snippet snippet-picker" data-template="… {id} … {role} …" hidden>
 *         <select> <option value="…" data-fill='{"<place>": "<text>"}' data-regions="<values of the first list>">
 *         <pre><code></code></pre> <button class="snippet-copy" …> <a class="snippet-look"> <p class="snippet-said">
 */

for (const list of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".snippets"))) {
  const { sitePlaceholder = "", site = "" } = list.dataset;
  const address = new URL(site, document.baseURI).href;
  for (const code of list.querySelectorAll("code")) code.textContent = setAddress(code.textContent ?? "");
  for (const snippet of list.querySelectorAll(".snippet")) offerToCopy(snippet);
  const picker = /** @type {HTMLElement | null} */ (list.querySelector(".snippet-picker"));
  if (picker) openPicker(picker, setAddress(picker.dataset.template ?? ""));

  /** @param {string} text */
  function setAddress(text) {
    return text.replaceAll(sitePlaceholder, address);
  }
}

/** @param {Element} snippet */
function offerToCopy(snippet) {
  const code = snippet.querySelector("code");
  const button = /** @type {HTMLButtonElement | null} */ (snippet.querySelector(".snippet-copy"));
  const said = snippet.querySelector(".snippet-said");
  if (!code || !button || !said) return;
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

/**
 * @param {HTMLElement} picker
 * @param {string} template
 */
function openPicker(picker, template) {
  const lists = [...picker.querySelectorAll("select")];
  picker.addEventListener("change", write);
  write();
  picker.hidden = false;

  function write() {
    offerFor(lists[0].value);
    let text = template;
    for (const list of lists) {
      const fill = JSON.parse(list.selectedOptions[0].dataset.fill ?? "{}");
      for (const [place, words] of Object.entries(fill)) text = text.replaceAll(`{${place}}`, words);
    }
    const [code, look, said] = ["code", ".snippet-look", ".snippet-said"].map((found) => picker.querySelector(found));
    if (code) code.textContent = text;
    if (said) said.textContent = "";
    look?.setAttribute("href", /src="([^"]*)"/.exec(text)?.[1] ?? "");
  }

  /**
   * Offer what the region has; what it does not have is chosen no longer.
   * @param {string} region
   */
  function offerFor(region) {
    for (const option of picker.querySelectorAll("option")) {
      const { regions } = option.dataset;
      option.disabled = option.hidden = Boolean(regions) && !regions?.split(" ").includes(region);
      const list = /** @type {HTMLSelectElement} */ (option.parentElement);
      if (option.hidden && option.selected) list.selectedIndex = 0;
    }
  }
}
