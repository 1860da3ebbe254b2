/* Stands in for the worker: takes every step only when the test lets it, and repeats in its answer what it was asked. */

let steps = 0;
let wake = () => {};
const tester = new BroadcastChannel("tester");
tester.onmessage = ({ data }) => {
  if (data === "progress") return postMessage({ stage: "fetch", done: 6_000_000, total: 12_000_000 });
  if (data === "import" || data === "unheard") return postMessage({ stage: data });
  steps += 1;
  wake();
};

async function step() {
  while (steps === 0) await new Promise((resolve) => (wake = resolve));
  steps -= 1;
}

/* A form as Python would render it: no value of the visitor's in it, and one paragraph more. */
const form = (asked) => `
<form id="calculator-form" novalidate>
  <div id="errors" tabindex="-1"><p>${asked.submitted ? "mistakes" : ""}</p></div>
  <label>count <input name="count" value="rendered" class="patched"></label>
  <label>note <textarea name="note">rendered</textarea></label>
  <label><input type="radio" name="has_contract" value="yes"> yes</label>
  <label><input type="radio" name="has_contract" value="no" checked> no</label>
  <label>grade <select name="grade"><option value="" selected>–</option><option value="a">a</option><option value="b">b</option></select></label>
  <label><input type="checkbox" name="agreed" value="yes"> agreed</label>
  <label><input type="checkbox" name="kind" value="a" checked> kind a</label>
  <label><input type="checkbox" name="kind" value="b"> kind b</label>
  <label><input type="checkbox" name="kind" value="ab"> kind ab</label>
  <details><summary>why</summary>because</details>
  <button>submit</button>
</form>`;

let missing = 5; // pieces, which the page sends and counts itself
async function start() {
  postMessage({ stage: "fetch", done: 1_500_000, total: 12_000_000 });
  await step();
  postMessage({ ready: true, edition: "the stand-in's" });
}

addEventListener("message", async ({ data }) => {
  if (data.piece) return --missing || start();
  if (data.runtime) return start(); // the plain way has no pieces
  const asked = JSON.parse(data.question);
  if (asked.wants === "sheet") return postMessage({ id: data.id, answer: '{"patches": {}}' });
  await step();
  if (asked.form.count === "trouble") return postMessage({ id: data.id, error: "Traceback: trouble" });
  const patches = { result: `<output id="result">${data.question}</output>`, "calculator-form": form(asked) };
  const answer = { patches, announce: `count ${asked.form.count}` };
  if (asked.submitted) Object.assign(answer, { title: "错误：计算器", focus: "errors" });
  postMessage({ id: data.id, answer: JSON.stringify(answer) });
});
