"""The answer in a browser: ticks stay the visitor's, files come out, and nothing is wider than a phone."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from tests.browser.patience import STARTS


@pytest.fixture(autouse=True)
def patience(page: Page) -> Iterator[None]:
    """Wait for a shared machine as long as for Python itself."""
    page.set_default_timeout(STARTS)
    expect.set_options(timeout=STARTS)
    yield
    expect.set_options(timeout=5_000)


def answer_in_jining(page: Page) -> Locator:
    page.goto("policies/jining/")
    page.locator("#who-worker").check()
    result = page.locator("#calculator-result")
    expect(result).to_contain_text("一次性交通伙食补助", timeout=STARTS)
    page.locator("[name=home][value=wanzhou]").check()
    page.locator("#f-is_registered_poor-yes").check()
    page.locator("#f-works_here-yes").check()
    for name, day in (("job_start", "2020-05-15"), ("as_of", "2020-10-15")):
        for part, digits in zip(("year", "month", "day"), day.split("-"), strict=True):
            page.locator(f"[name='{name}.{part}']").fill(digits)
    page.locator("#f-still_employed-yes").check()
    expect(result.locator(".tally")).to_contain_text("6,500 元")
    return result


def test_the_days_come_out_as_a_calendar(page: Page) -> None:
    result = answer_in_jining(page)
    expect(result.locator(".agenda-table tbody tr")).to_have_count(6)
    with page.expect_download() as download:
        result.get_by_role("button", name="把日期存进日历").click()
    assert download.value.suggested_filename.endswith(".ics")
    calendar: Any = Calendar.from_ical(Path(download.value.path()).read_bytes())
    days = [str(event["DTSTART"].dt) for event in calendar.walk("VEVENT")]
    assert days == [*["2020-08-15"] * 4, "2020-09-15", "2020-10-15"]


def test_what_was_ticked_stays_ticked(page: Page) -> None:
    page.goto("policies/ningxia/")
    page.locator("#who-worker").check()
    card = page.locator("#result-transport-subsidy")
    expect(card).to_be_visible(timeout=STARTS)
    card.locator(".claiming summary").click()
    ticks = card.get_by_role("checkbox")
    ticks.nth(1).check()
    page.locator("#f-has_contract-yes").check()
    page.locator("#f-months_employed").fill("12")
    expect(card).not_to_contain_text(re.compile("还缺：[^。]*签订合同"))
    expect(ticks.nth(1)).to_be_checked()
    expect(ticks.nth(0)).not_to_be_checked()
    expect(card.locator(".claiming")).to_have_attribute("open", "")


def test_pictures_and_tables_fit_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    result = answer_in_jining(page)
    expect(result.locator(".chart")).to_have_count(2)
    page.evaluate("document.querySelectorAll('#calculator-result details').forEach(item => { item.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    sizes = page.locator(".chart text").evaluate_all("texts => texts.map(item => item.getBoundingClientRect().height)")
    assert min(sizes) > 12
