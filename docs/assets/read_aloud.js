// @ts-check
/**
 * Reads the result aloud, where the browser can. What is said was written by Python.
 *
 *     <div class="spoken"><p id="spoken-result" hidden>…</p></div>
 *     <div class="read-aloud" hidden><button type="button" data-text-start="…" data-text-stop="…">…</button></div>
 */

const reader = /** @type {HTMLElement | null} */ (document.querySelector(".read-aloud"));
const button = reader?.querySelector("button");
if (reader && button && "speechSynthesis" in window) connect(reader, button);

/**
 * @param {HTMLElement} reader
 * @param {HTMLButtonElement} button
 */
function connect(reader, button) {
  const read = () => document.getElementById("spoken-result")?.textContent ?? "";
  const show = (/** @type {boolean} */ isSpeaking) => {
    button.textContent = (isSpeaking ? button.dataset.textStop : button.dataset.textStart) ?? "";
    reader.hidden = !isSpeaking && !read();
  };

  let speaking = false;
  const stop = () => {
    speaking = false;
    speechSynthesis.cancel();
    show(false);
  };

  button.addEventListener("click", () => {
    if (speaking) return stop();
    speechSynthesis.cancel();
    speaking = true;
    show(true);
    // A sentence at a time: some browsers fall silent in the middle of a long text.
    const sentences = read().split(/(?<=。)/);
    sentences.forEach((sentence, place) => {
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.lang = "zh-CN";
      utterance.voice = speechSynthesis.getVoices().find((voice) => /^zh\b/i.test(voice.lang)) ?? null;
      if (place === sentences.length - 1) utterance.onend = stop;
      utterance.onerror = stop;
      speechSynthesis.speak(utterance);
    });
  });
  addEventListener("pagehide", stop);
  const spoken = /** @type {Element} */ (document.querySelector(".spoken"));
  const changes = { subtree: true, childList: true, characterData: true };
  new MutationObserver(() => (speaking ? stop() : show(false))).observe(spoken, changes);
}
