"""Ask axe-core what keeps people from using a page as it stands, in every way of looking at it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from building.places import NODE_MODULES

AXE = (NODE_MODULES / "axe-core/axe.min.js").read_text()
EVERYTHING = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
RUN = """async ([part, runOnly]) => {
    const { violations } = await axe.run(part, { runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => [target, failureSummary])]);
}"""
DRESS = """([scheme, elder]) => {
    scrollTo(0, 0);  // what sticks is laid beneath: that it leaves the focus free is tested by tabbing
    document.querySelector(".calculator-foot")?.style.setProperty("position", "static");
    document.body.dataset.mdColorScheme = scheme;
    document.documentElement.toggleAttribute("data-elder", elder);
}"""
# No waiting for the changes: in closed <details> nothing is painted, so there they never end by themselves.
CHANGE_COLOURS = """(scheme) => {
    document.body.dataset.mdColorScheme = scheme;
    const find = () => document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    for (let changes = find(); changes.length; changes = find()) for (const change of changes) change.finish();
}"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
MOST_SHOWN = 4


@dataclass(frozen=True)
class View:
    """A way of looking at a page; only the colours are asked about where nothing else is different."""

    width: int = 1280
    scheme: str = "default"
    elder: bool = False
    asks: Any = None


OF_PAGES = {
    "desktop": View(),
    "dark": View(scheme="slate", asks=COLOURS),
    "dark elder": View(scheme="slate", elder=True, asks=COLOURS),
    "phone": View(360),
    "elder phone": View(360, elder=True),
}
ELDER_PHONE = {"elder phone": OF_PAGES["elder phone"]}
# The rest of the page is the same in every state of the calculator.
OF_STATES = {name: OF_PAGES[name] for name in ("desktop", "dark", "elder phone")}


def find_barriers(page: Page, views: Mapping[str, View], part: str = "html") -> list[str]:
    """What axe finds in a part of the page: the view, the rule, the element and the reason, a line each.

    The script comes through the debugger, which a Content Security Policy does not forbid.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = [f"{name}: {line}" for name, view in views.items() for line in _look(page, view, part)]
    _dress(page, View())
    return found


def _look(page: Page, view: View, part: str) -> Iterator[str]:
    _dress(page, view)
    found: list[tuple[str, list[Any]]] = page.evaluate(RUN, [part, view.asks or EVERYTHING])
    for rule, nodes in found:
        for target, reason in nodes[:MOST_SHOWN]:
            yield f"{rule} {' '.join(target)} ({len(nodes)})\n    {reason}"
    if (width := page.evaluate(TOO_WIDE)) > 0:
        yield f"scrolls sideways by {width} pixels"


def _dress(page: Page, view: View) -> None:
    page.set_viewport_size({"width": view.width, "height": 800})
    page.evaluate(DRESS, [view.scheme, view.elder])
