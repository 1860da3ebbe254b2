"""When the largest part of a page is painted on a slow machine: python -m tests.bench.paint."""

from statistics import median

from playwright.sync_api import Browser

from calc.policies import POLICIES
from tests.bench.browser import open_browser
from tests.browser.conftest import SAVE_DATA

ROUNDS = 5
SLOWER = 4
ADDRESSES = ("", *(f"policies/{policy}/" for policy in POLICIES), "compare/", "planning/")
LARGEST_PAINT = """() => new Promise((tell) => {
    const tellLast = (list) => tell(list.getEntries().at(-1).startTime);
    new PerformanceObserver(tellLast).observe({ type: "largest-contentful-paint", buffered: true });
})"""


def main() -> None:
    """Print the median of each page, in milliseconds."""
    with open_browser() as (browser, base):
        print(f"largest contentful paint, processor {SLOWER} times slower, median of {ROUNDS}")
        for address in ADDRESSES:
            times = [measure(browser, base + address) for _ in range(ROUNDS)]
            print(f"{median(times):6.0f} ms  {min(times):6.0f} to {max(times):6.0f}  /{address}", flush=True)


def measure(browser: Browser, address: str) -> float:
    """One visit with an empty cache, without Python."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.add_init_script(SAVE_DATA)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address)
    time = float(page.evaluate(LARGEST_PAINT))
    context.close()
    return time


if __name__ == "__main__":
    main()
