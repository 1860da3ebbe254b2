// @ts-check
/**
 * The finder on the home page: shows the ways that Python has found for the answers. It knows no rule and no words.
 *
 *     <form id="finder">                       fields named as in data-told; an empty value is 不清楚
 *       <a id="finder-go" href="…">            leads to the only way, or to all of them
 *       <section id="finder-found" hidden>
 *         <p class="finder-some"> <p class="finder-none">
 *         <… data-start="v=1"                  how every link begins
 *            data-told='{"<field>": {"<answer>": "<part of the link>"}}'
 *            data-links='{"<link>": [<number of offers>, "<sentence>"]}'>  without it the way is always shown
 *           <a href="<page>"> <p class="finder-offers">
 */

const finder = /** @type {HTMLFormElement | null} */ (document.getElementById("finder"));
const go = /** @type {HTMLAnchorElement | null} */ (document.getElementById("finder-go"));
const found = document.getElementById("finder-found");
if (finder && go && found) connect(finder, go, found);

/**
 * @param {HTMLFormElement} finder
 * @param {HTMLAnchorElement} go
 * @param {HTMLElement} found
 */
function connect(finder, go, found) {
  const ways = [.../** @type {NodeListOf<HTMLElement>} */ (found.querySelectorAll("[data-told]"))].map(readWay);
  finder.addEventListener("change", lead);
  addEventListener("pageshow", lead); // a browser that goes back may bring the answers back
  go.addEventListener("click", show);
  lead();

  /** Let every way carry the answers, the ones that offer most first. */
  function lead() {
    const answers = new FormData(finder);
    const open = ways.filter((way) => way.links).sort((one, other) => carry(other, answers) - carry(one, answers));
    for (const way of ways) carry(way, answers);
    for (const { element } of open) element.parentElement?.append(element);
    const suiting = open.filter(({ element }) => !element.hidden);
    found.querySelector(".finder-some")?.toggleAttribute("hidden", !suiting.length);
    found.querySelector(".finder-none")?.toggleAttribute("hidden", suiting.length > 0);
    go.href = suiting.length === 1 && suiting[0] ? suiting[0].link.href : `#${found.id}`;
  }

  /** @param {Event} event */
  function show(event) {
    if (!go.hash.startsWith(`#${found.id}`)) return;
    event.preventDefault();
    found.hidden = false;
    found.focus({ preventScroll: true });
    found.scrollIntoView();
  }
}

/** @param {HTMLElement} element */
function readWay(element) {
  const { start = "", told = "{}", links } = element.dataset;
  return {
    element,
    start,
    /** @type {Record<string, Record<string, string>>} */
    told: JSON.parse(told),
    /** @type {Record<string, [number, string]> | undefined} */
    links: links && JSON.parse(links),
    link: /** @type {HTMLAnchorElement} */ (element.querySelector("a")),
    offers: element.querySelector(".finder-offers"),
  };
}

/**
 * Put the answers into a way's link, and its sentence beside it. How much does it offer?
 * @param {ReturnType<typeof readWay>} way
 * @param {FormData} answers
 */
function carry({ element, start, told, links, link, offers }, answers) {
  const parts = Object.keys(told).map((name) => told[name]?.[String(answers.get(name) ?? "")]);
  link.hash = [start, ...parts].filter(Boolean).join("&");
  if (!links) return 0;
  const [number, sentence] = links[link.hash.slice(1)] ?? [0, ""];
  element.hidden = !number;
  if (offers) offers.textContent = sentence;
  return number;
}
