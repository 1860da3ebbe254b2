"""Where a browser is told to keep nothing, to name its storage is an error: the pages work, and complain of nothing."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import AMOUNT, CARRIER
from tests.browser.patience import STARTS

REFUSE = """
    const refuse = () => { throw new DOMException("Access is denied for this document.", "SecurityError"); };
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(globalThis, name, { get: refuse });
    for (const name of ["open", "match", "keys", "has", "delete"]) CacheStorage.prototype[name] = async () => refuse();
"""
"""As Chromium does it with all cookies blocked."""


@pytest.fixture
def page(page: Page) -> Page:
    page.add_init_script(REFUSE)
    return page


@pytest.mark.parametrize("address", ["", "privacy/", "policies/jining/", "embed/ningxia/", "compare/", "404.html"])
def test_a_page_loads_without_a_complaint(page: Page, address: str, complaints: list[str]) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert complaints == []


def test_colours_change_and_a_calculation_comes(page: Page, complaints: list[str]) -> None:
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)
    page.locator("label[title='切换到深色']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert complaints == []
