"""A table of 5,000 people in the page: python -m tests.bench.roster_page prints seconds, medians of a few visits."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter

from playwright.sync_api import Browser, Page, expect, sync_playwright

from building.chromium import find_chromium
from building.serving import open_server
from tests.browser.patience import STARTS
from tests.browser.test_roster import ADDRESS, TITLES, download, make_rows, name_day, write_xlsx

ROWS, VISITS = 5_000, 3
SETTLED = 5_000
"""Milliseconds in which Python starts before a file comes: most people look for theirs as long."""


def visit(browser: Browser, address: str, file: Path) -> dict[str, float]:
    """Seconds of each step of one visit."""
    context = browser.new_context(base_url=address, locale="zh-CN", service_workers="block")
    page = context.new_page()
    page.goto(ADDRESS)
    page.locator("#roster-file").focus()
    page.wait_for_timeout(SETTLED)
    steps: dict[str, Callable[[], object]] = {
        "opened, its pieces loaded": lambda: open_file(page, file),
        "assessed": lambda: press(page, "计算", "#roster-result"),
        "written as .xlsx": lambda: download(page, "结果（.xlsx）", file.parent),
        "written as .csv": lambda: download(page, "结果（.csv）", file.parent),
    }
    seconds = {}
    for name, step in steps.items():
        begun = perf_counter()
        step()
        seconds[name] = perf_counter() - begun
    context.close()
    return seconds


def open_file(page: Page, file: Path) -> None:
    page.locator("#roster-file").set_input_files(file)
    expect(page.locator("#roster-opened")).to_be_visible(timeout=STARTS)
    name_day(page)


def press(page: Page, name: str, shown: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(shown)).to_be_visible(timeout=STARTS)


if __name__ == "__main__":
    server = open_server()
    Thread(target=server.serve_forever, daemon=True).start()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        file = write_xlsx(Path(folder, "名册.xlsx"), [TITLES, *make_rows(ROWS)])
        visits = [visit(browser, f"http://127.0.0.1:{server.server_port}/", file) for _ in range(VISITS)]
        browser.close()
    server.shutdown()
    for name in visits[0]:
        print(f"{name}: {median(each[name] for each in visits):.1f} s")
