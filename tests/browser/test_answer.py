"""The answer in a browser: ticks stay the visitor's, files come out, and nothing is wider than a phone."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from tests.browser.patience import STARTS

FIVE_MONTHS = (
    "#v=1&who=worker&home=wanzhou&is_registered_poor=yes&works_here=yes&still_employed=yes"
    "&job_start=2020-05-15&as_of=2020-10-15"
)


def answer_in_jining(page: Page) -> Locator:
    page.goto(f"policies/jining/{FIVE_MONTHS}")
    result = page.locator("#calculator-result")
    expect(result.locator(".headline-sum")).to_have_text("6,500 元", timeout=STARTS)
    return result


def test_days_to_come_come_out_as_a_calendar(page: Page) -> None:
    page.goto("policies/dalian/")
    page.locator("#who-employer").check()
    result = page.locator("#calculator-result")
    expect(result.locator(".disclaimer")).to_be_visible(timeout=STARTS)
    today = date.today()
    for part, digits in (("year", today.year), ("month", today.month), ("day", today.day)):
        page.locator(f"[name='notice_start.{part}']").fill(str(digits))
    expect(result.locator(".agenda-table tbody tr")).to_have_count(1)
    with page.expect_download() as download:
        result.get_by_role("button", name="把日期存进日历").click()
    assert download.value.suggested_filename.endswith(".ics")
    calendar: Any = Calendar.from_ical(Path(download.value.path()).read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert event["DTSTART"].dt > today


def test_a_link_leads_to_the_amount_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    result = answer_in_jining(page)
    expect(result).to_be_focused()
    expect(result.locator(".headline-sum")).to_be_in_viewport(ratio=1)
    assert result.locator(".headline-sum strong").evaluate("sum => getComputedStyle(sum).fontSize") == "40px"


def test_days_long_past_are_told_and_go_into_no_calendar(page: Page) -> None:
    result = answer_in_jining(page)
    expect(result.locator(".agenda-table tbody tr")).to_have_count(6)
    expect(result.locator(".timeline summary").first).to_contain_text("都已经过去")
    expect(result.get_by_role("button", name="把日期存进日历")).to_have_count(0)
    expect(result).to_contain_text("2021-12-31 已经到期")


def test_what_was_ticked_stays_ticked(page: Page) -> None:
    page.goto("policies/ningxia/")
    page.locator("#who-worker").check()
    card = page.locator("#result-transport-subsidy")
    expect(card).to_be_visible(timeout=STARTS)
    card.locator("> summary").click()
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
