// @ts-check
/**
 * The finder on the home page: shows the ways that Python has found for the answers. It knows no rule and no words.
 *
 *     <form id="finder">                       fields named as in data-told; an empty value is 不清楚
 *       <a id="finder-go" href="…">            leads to the only way, or to all of them
 *       <section id="finder-found" hidden>
 *         <p class="finder-unasked"> <p class="finder-some"> <p class="finder-none">   what is said of the ways
 *         <ul class="finder-here"> <p class="finder-elsewhere"> <ul class="finder-others">
 *         <p class="finder-left"><span class="finder-left-names">                       the places that are left out
 *         <… data-place="<answer to where somebody works>"
 *            data-far='["<answer that names another place>"]'   for these answers a "-" stands before the links below
 *            data-start="v=1"                  how every link begins
 *            data-told='{"<field>": {"<answer>": "<part of the link>"}}'
 *            data-links='{"<link>": [<number of offers>, "<sentence>"]}'>  without it the way is always shown
 *           <a href="<page>"> <p class="finder-offers"> <p class="finder-nothing">   the last where nothing is offered
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

  /** Let every way carry the answers: first the place where somebody works, then those that offer most. */
  function lead() {
    const answers = new FormData(finder);
    const open = ways.filter((way) => way.links).sort((one, other) => carry(other, answers) - carry(one, answers));
    for (const way of ways) carry(way, answers);
    const suiting = open.filter((way) => way.element.dataset.offers !== "0");
    const here = open.filter((way) => suiting.length && way.place === answers.get("work"));
    for (const way of open) found.querySelector(here.includes(way) ? ".finder-here" : ".finder-others")?.append(way.element);
    for (const way of open) way.element.hidden = !suiting.includes(way) && !here.includes(way);
    const isAsked = [...answers.values()].some(Boolean);
    const said = here.length ? "" : !isAsked ? "unasked" : suiting.length ? "some" : "none";
    for (const kind of ["unasked", "some", "none"]) lay(`.finder-${kind}`, kind === said);
    lay(".finder-elsewhere", here.length > 0 && suiting.some((way) => !here.includes(way)));
    const left = open.filter((way) => way.element.hidden).map((way) => way.link.textContent);
    lay(".finder-left", isAsked && suiting.length > 0 && left.length > 0);
    const names = found.querySelector(".finder-left-names");
    if (names) names.textContent = left.join("、");
    const [only] = suiting;
    go.href = suiting.length === 1 && only && (!here.length || here.includes(only)) ? only.link.href : `#${found.id}`;
  }

  /**
   * @param {string} place
   * @param {boolean} isSaid
   */
  function lay(place, isSaid) {
    found.querySelector(place)?.toggleAttribute("hidden", !isSaid);
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
  const { place = "", far = "[]", start = "", told = "{}", links } = element.dataset;
  return {
    element,
    place,
    /** @type {string[]} */
    far: JSON.parse(far),
    start,
    /** @type {Record<string, Record<string, string>>} */
    told: JSON.parse(told),
    /** @type {Record<string, [number, string]> | undefined} */
    links: links && JSON.parse(links),
    link: /** @type {HTMLAnchorElement} */ (element.querySelector("a")),
    offers: element.querySelector(".finder-offers"),
    nothing: element.querySelector(".finder-nothing"),
  };
}

/**
 * Put the answers into a way's link, and its sentence beside it. How much does it offer?
 * @param {ReturnType<typeof readWay>} way
 * @param {FormData} answers
 */
function carry({ element, far, start, told, links, link, offers, nothing }, answers) {
  const parts = Object.keys(told).map((name) => told[name]?.[String(answers.get(name) ?? "")]);
  link.hash = [start, ...parts].filter(Boolean).join("&");
  if (!links) return 0;
  const isFar = far.includes(String(answers.get("work") ?? ""));
  const [number, sentence] = links[`${isFar ? "-" : ""}${link.hash.slice(1)}`] ?? [0, ""];
  element.dataset.offers = String(number);
  nothing?.toggleAttribute("hidden", number > 0);
  if (offers) offers.textContent = sentence;
  return number;
}
