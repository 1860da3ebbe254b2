// @ts-check
/**
 * Elder mode: an attribute of the document that the styles look for, remembered for the next page.
 *
 *     <button type="button" class="elder-switch"><span class="elder-enter">…</span><span class="elder-leave">…</span>
 *
 * A classic script in the head: it has done its part before anything is painted.
 */
{
  const KEY = "policy-calculator.elder";
  const root = document.documentElement;

  const show = (/** @type {boolean} */ isOn) => root.toggleAttribute("data-elder", isOn);

  const recall = () => {
    try {
      return localStorage.getItem(KEY) === "on";
    } catch {
      return false; // the browser keeps nothing: the mode holds for this page
    }
  };

  const remember = (/** @type {boolean} */ isOn) => {
    try {
      if (isOn) localStorage.setItem(KEY, "on");
      else localStorage.removeItem(KEY);
    } catch {
      // nothing to be done about it
    }
  };

  show(recall());
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !target.closest(".elder-switch")) return;
    const isOn = !root.hasAttribute("data-elder");
    show(isOn);
    remember(isOn);
  });

  // Paper is as large for everybody: what fits one sheet stays on one.
  addEventListener("beforeprint", () => {
    if (!root.hasAttribute("data-elder")) return;
    show(false);
    addEventListener("afterprint", () => show(true), { once: true });
  });
}
