"""A policy's page on a phone: the calculator first, few screens, and rows that every old address opens."""

import pytest
from playwright.sync_api import Page, expect

from calc.policies import POLICIES
from calc.rules.policy import Policy
from tests.browser.conftest import SAVE_DATA

pytestmark = pytest.mark.browser_context_args(viewport={"width": 360, "height": 740}, has_touch=True)
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)

MOST_SCREENS = 6
HEADINGS = ("_1", "_2", "_3", "_4", "_5", "common")
"""Addresses within the page from before it had rows."""
FAR = "#base-award"
NESTED = "#placement-plan"
IN_SIGHT = """element => {
    const { top } = element.getBoundingClientRect();
    return top >= document.querySelector(".md-header").getBoundingClientRect().bottom && top < innerHeight;
}"""


@policies
def test_a_closed_page_is_six_screens_and_begins_with_the_first_question(page: Page, policy: Policy) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(f"policies/{policy.id}/")
    expect(page.locator("details.row[open]")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{policy.heading}¶")
    expect(page.locator(".is-asked .option").first).to_be_in_viewport(ratio=1)
    height = page.evaluate("document.documentElement.scrollHeight")
    assert height <= MOST_SCREENS * 740


@policies
def test_each_row_says_name_and_amount_and_opens_in_place(page: Page, policy: Policy) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(f"policies/{policy.id}/")
    page.get_by_role("button", name="全部展开").click()
    for provision in policy.provisions:
        row = page.locator(f"details.row:has(> .card #{provision.id})")
        expect(row.locator("> summary .row-name")).to_have_text(provision.title)
        expect(row.locator("> summary .row-short")).not_to_be_empty()
        expect(row.locator("> .card .gist")).to_have_text(provision.gist)
        expect(row.locator("> .card .gist")).to_be_visible()
    page.get_by_role("button", name="全部收起").click()
    expect(page.locator("details.row[open]")).to_have_count(0)


@policies
def test_every_old_address_shows_its_text(page: Page, policy: Policy) -> None:
    page.add_init_script(SAVE_DATA)
    for name in (*(provision.id for provision in policy.provisions), *HEADINGS):
        page.goto("404.html")  # a fragment alone would not load the page anew
        page.goto(f"policies/{policy.id}/#{name}")
        expect_shown(page, name)


def test_an_address_that_changes_opens_the_row(page: Page) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto("policies/jining/")
    page.evaluate(f"location.hash = '{FAR}'")
    expect_shown(page, FAR.removeprefix("#"))
    page.locator("details.row[open] > summary").click()
    page.evaluate(f"document.body.insertAdjacentHTML('afterbegin', '<a href={FAR} id=again>again</a>')")
    page.locator("#again").click()  # the address is the same as before
    expect_shown(page, FAR.removeprefix("#"))


def test_a_browser_that_opens_nothing_by_itself_is_helped_to_rows_within_rows(page: Page) -> None:
    """It changes the address and leaves the rows closed, as all browsers did before 2022."""
    page.add_init_script(SAVE_DATA)
    page.goto("policies/jining/")
    page.evaluate(f"history.replaceState(null, '', '{NESTED}'); dispatchEvent(new HashChangeEvent('hashchange'))")
    expect_shown(page, NESTED.removeprefix("#"))


@pytest.mark.browser_context_args(viewport={"width": 360, "height": 740}, java_script_enabled=False)
def test_without_scripts_an_address_opens_its_row_and_a_tap_any_other(page: Page) -> None:
    page.goto(f"policies/jining/{FAR}")
    expect_shown(page, FAR.removeprefix("#"))
    expect(page.get_by_role("button", name="全部展开")).to_be_hidden()
    row = page.locator("details.row:has(#travel-meal-subsidy)")
    row.locator("> summary").click()
    expect(row.locator(".gist")).to_be_visible()


def expect_shown(page: Page, name: str) -> None:
    """What an address names is in sight: where it stands in a row, the row is open, and its name below the header."""
    rows = page.locator(f"details.row:has([id='{name}'])")
    for row in rows.all():
        expect(row).to_have_attribute("open", "")
    shown = rows.last.locator("> summary .row-name") if rows.count() else page.locator(f"[id='{name}']")
    assert shown.evaluate(IN_SIGHT)
