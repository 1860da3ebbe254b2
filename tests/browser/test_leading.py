"""Links that lead into a question: the focus is then in its field, and what is asked stands in sight."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.patience import STARTS

SEEN = """field => {
    const asked = field.closest(".question").querySelector(".label").getBoundingClientRect();
    const box = document.querySelector(".md-header").getBoundingClientRect();
    return asked.top >= box.bottom && asked.bottom <= innerHeight;
}"""


def open_as_worker(page: Page, address: str) -> Locator:
    page.goto(address)
    page.locator("#who-worker, #who-person").first.check()
    if (every := page.get_by_role("button", name="一次看全部问题")).is_visible():
        every.click()
    result = page.locator("#calculator-result")
    expect(result.locator(".next a").first).to_be_visible(timeout=STARTS)
    return result


def follow(page: Page, link: Locator) -> Locator:
    """Follow a link by keyboard; gives the field that it names."""
    target = (link.get_attribute("href") or "").removeprefix("#")
    link.focus()
    page.keyboard.press("Enter")
    return page.locator(f"[id='{target}']")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["policies/jining/", "compare/"])
def test_what_is_missing_leads_into_its_question(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    result = open_as_worker(page, address)
    field = follow(page, result.locator(".next a").first)
    expect(field).to_be_focused()
    assert field.evaluate(SEEN)
    result.locator("details:has(.missing) > summary").first.click()
    kinds = set()
    for link in result.locator(".missing").first.get_by_role("link").all():
        field = follow(page, link)
        expect(field).to_be_focused()
        kinds.add(field.evaluate("field => field.type ?? field.tagName"))
    assert "radio" in kinds


def test_the_summary_leads_into_the_box_of_a_date_that_is_wrong(page: Page) -> None:
    open_as_worker(page, "policies/jining/")
    for part, typed in (("year", "2020"), ("month", "6"), ("day", "31")):
        page.locator(f"#f-job_start-{part}").fill(typed)
    page.keyboard.press("Enter")
    summary = page.locator("#calculator-errors")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("2020 年 6 月没有 31 日")
    expect(follow(page, summary.get_by_role("link"))).to_be_focused()
    expect(page.locator("#f-job_start-day")).to_be_focused()
    expect(page.locator("[aria-invalid=true]")).to_have_count(1)
    expect(page.locator("#f-job_start-day")).to_have_attribute("aria-invalid", "true")
