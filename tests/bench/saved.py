"""The saved page: made once by its button, then opened from the disk."""

from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser, expect

from building.places import SCRATCH
from tests.bench.recalculate import STARTS

LINK = (
    "policies/ningxia/#v=1&who=carrier&home=ningxia&is_registered_poor=yes&employer_kind=workshop"
    "&is_in_poor_village=yes&is_local_employer=yes&months_employed=12&has_contract=yes&is_fully_insured=yes"
)
RESULT = "#result-carrier-subsidy"


def save_page(browser: Browser, address: str) -> Path:
    """Press the page's own button, and keep what it hands over."""
    context = browser.new_context(locale="zh-CN", service_workers="block", accept_downloads=True)
    page = context.new_page()
    page.goto(address + LINK)
    expect(page.locator(RESULT)).to_be_visible(timeout=STARTS)
    with page.expect_download(timeout=STARTS) as download:
        page.get_by_role("button", name="保存离线版").click()
    file = SCRATCH / "bench/离线版.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    download.value.save_as(file)
    context.close()
    return file


def open_saved(browser: Browser, file: Path) -> float:
    """Milliseconds from opening the file to its first answer."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    begun = perf_counter()
    page.goto(file.as_uri())
    expect(page.locator(RESULT)).to_be_visible(timeout=STARTS)
    time = (perf_counter() - begun) * 1_000
    context.close()
    return time
