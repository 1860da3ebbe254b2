"""How long a slow machine takes to show a page: python -m tests.bench.paint [<folder of a built site>]."""

import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from building.places import SITE
from calc.policies import POLICIES
from tests.bench.browser import open_browser
from tests.browser.conftest import SAVE_DATA

ROUNDS = 5
SLOWER = 4
PHONE = {"width": 360, "height": 740}
ADDRESSES = ("", *(f"policies/{policy}/" for policy in POLICIES), "compare/", "planning/")
OBSERVE = """
    window.paint = window.longest = 0;
    const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
        .observe({ type, buffered: true });
    observe("largest-contentful-paint", (entry) => { window.paint = entry.startTime; });
    observe("longtask", (entry) => { window.longest = Math.max(window.longest, entry.duration); });
"""
REST = 500  # milliseconds in which a last task may end


def main() -> None:
    """Print the medians of each page, in milliseconds."""
    with open_browser(Path(sys.argv[1]) if len(sys.argv) > 1 else SITE) as (browser, base):
        print(f"processor {SLOWER} times slower, without Python; medians of {ROUNDS}")
        print("largest paint  longest task")
        for address in ADDRESSES:
            paints, tasks = zip(*(measure(browser, base + address) for _ in range(ROUNDS)), strict=True)
            print(f"{median(paints):10.0f} ms {median(tasks):10.0f} ms  /{address}", flush=True)


def measure(browser: Browser, address: str) -> tuple[float, float]:
    """One visit with an empty cache, without Python: when the largest part is painted, and the longest task."""
    context = browser.new_context(locale="zh-CN", viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(SAVE_DATA)
    page.add_init_script(OBSERVE)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(REST)
    paint, longest = page.evaluate("[window.paint, window.longest]")
    context.close()
    return float(paint), float(longest)


if __name__ == "__main__":
    main()
