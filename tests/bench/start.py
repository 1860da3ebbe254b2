"""From the first touch of a form to the first answer: the fast way, the plain way, a second visit, a slow machine."""

from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import SAVE_DATA, WAIT_UNTIL_KEPT

PAGE = "policies/ningxia/"
PLAIN = "**/runtime/*.bin"
"""What is kept from a page so that it goes the plain way."""

MEASURE = """async () => {
    const tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
        .observe({ type: "longtask", buffered: true });
    const begun = performance.now();
    document.querySelector("#who-carrier").click();
    while (!document.querySelector("#result-carrier-subsidy")) await new Promise(requestAnimationFrame);
    return [performance.now() - begun, Math.max(0, ...tasks)];
}"""


@dataclass(frozen=True)
class Start:
    """Milliseconds to the first answer, and of the longest task of the page on the way."""

    time: float
    task: float


def start_cold(browser: Browser, address: str, *, is_plain: bool, slowed: int = 1) -> Start:
    """One visit of a new visitor, on a processor so many times slower."""
    context = browser.new_context(locale="zh-CN", service_workers="block")
    start = visit(open_page(context, is_plain=is_plain), address, slowed)
    context.close()
    return start


def start_again(browser: Browser, address: str, *, is_plain: bool) -> Start:
    """The second visit: what the first one loaded lies in the browser's cache, and Python's memory with it."""
    context = browser.new_context(locale="zh-CN", service_workers="block")
    first = open_page(context, is_plain=is_plain)
    visit(first, address)
    if not is_plain:
        first.evaluate(WAIT_UNTIL_KEPT)
    start = visit(open_page(context, is_plain=is_plain), address)
    context.close()
    return start


def open_page(context: BrowserContext, *, is_plain: bool) -> Page:
    page = context.new_page()
    page.add_init_script(SAVE_DATA)
    if is_plain:
        page.route(PLAIN, lambda route: route.abort())
    return page


def visit(page: Page, address: str, slowed: int = 1) -> Start:
    """Open a page, and touch its form."""
    page.goto(address + PAGE)
    page.wait_for_load_state("networkidle")
    if slowed > 1:
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    time, task = page.evaluate(MEASURE)
    return Start(time, task)
