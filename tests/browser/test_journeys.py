"""From the home page to the right amount: for each policy by finger, mouse and keyboard, in at most eight answers."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from calc.explainer.finder import name_place
from calc.policies import POLICIES
from calc.rules.policy import Policy
from tests.browser.conftest import SAVE_DATA
from tests.browser.visitor import answer_by, answer_the_guide, find_case, put_by_keyboard, put_by_mouse

MOST_ANSWERS = {"dalian": 9, "ningxia": 12, "zhongshan": 8, "shaoxing": 8, "jining": 8}
"""The answers to a sum, the region and who asks included; units say too whether all their people are alike, and
Ningxia's text asks nine things of a carrier."""
PHONE = {"width": 360, "height": 740}
# A typical person of each policy, and one for every other kind of applicant whose case comes to an exact sum.
TYPICAL = {
    "dalian": "agent-subsidy",
    "ningxia": "carrier-subsidy",
    "zhongshan": "employment-subsidy",
    "shaoxing": "stable-job-subsidy",
    "jining": "travel-meal-subsidy",
}
OTHERS = {
    "ningxia": ("transport-subsidy", "agent-subsidy", "employer-insurance-subsidy", "two-graduates"),
    "zhongshan": ("dispatch-subsidy",),
    "shaoxing": ("agent-subsidy", "base-award"),
    "jining": ("wanzhou-employer-subsidy", "base-award"),
}


@pytest.mark.parametrize("policy", TYPICAL)
@pytest.mark.browser_context_args(has_touch=True, viewport=PHONE)
def test_a_visitor_comes_to_the_right_amount(page: Page, policy: str) -> None:
    case = find_case(policy, TYPICAL[policy])
    page.add_init_script(SAVE_DATA)
    page.goto("")
    find_region(page, case.policy).tap()
    answers = 1 + answer_the_guide(page, case)  # the region was the first
    assert answers <= MOST_ANSWERS[policy]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("button", name="一次看全部问题").click()
    start_again(page)
    answer_by(page, case, put_by_keyboard)
    for provision in OTHERS.get(policy, ()):
        start_again(page)
        answer_by(page, find_case(policy, provision), put_by_mouse)


@pytest.mark.parametrize("policy", TYPICAL)
def test_the_keyboard_leads_from_the_home_page_into_the_form(page: Page, policy: str) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto("")
    link = find_region(page, POLICIES[policy])
    for _ in range(60):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/policies/{policy}/$"))


def start_again(page: Page) -> None:
    page.get_by_role("button", name="清空重填").click()
    expect(page.locator("#calculator-form :checked:not(option)")).to_have_count(0)
    expect(page.locator("#calculator-result .disclaimer")).to_have_count(0)


def find_region(page: Page, policy: Policy) -> Locator:
    return page.get_by_role("article").get_by_role("link", name=name_place(policy), exact=True)
