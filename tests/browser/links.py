"""Open a link's answers in a page that stands open."""

import re

from playwright.sync_api import Page, expect

from tests.browser.patience import STARTS


def follow_link(page: Page, link: str) -> None:
    """Give the page the fragment of a link, and wait until it shows the answer to it."""
    calculator = page.locator(".calculator")
    before = calculator.get_attribute("data-answered") or ""
    page.evaluate("link => location.hash = link", link)
    expect(calculator).to_have_attribute("data-answered", re.compile(rf"^(?!{before}$)\d+$"), timeout=STARTS)
