"""No page, in no state, keeps anybody out: axe-core finds nothing, and nothing scrolls sideways."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from calc.pages import PAGES
from tests.browser.barriers import OF_PAGES, OF_STATES, find_barriers
from tests.browser.built_pages import ADDRESSES, CALCULATORS
from tests.browser.conftest import SAVE_DATA
from tests.browser.states import find_telling

# Nothing is measured half-way through a transition.
pytestmark = pytest.mark.browser_context_args(reduced_motion="reduce")

STARTS = 60_000  # milliseconds for Python to load on a shared machine
OPEN_DETAILS = "document.querySelectorAll('.calculator details').forEach(details => details.open = true)"
# The frames differ from the pages by their styles alone: one stands for all.
WITH_ANSWERS = [page for page in CALCULATORS if not page.startswith("embed/")] + ["embed/ningxia/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_keeps_nobody_out(page: Page, address: str) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(address)
    found = find_barriers(page, OF_PAGES)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("address", WITH_ANSWERS)
def test_no_answer_keeps_anybody_out(page: Page, address: str) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(address)
    found = []
    for state in visit_states(page, CALCULATORS[address]):
        page.evaluate(OPEN_DETAILS)
        found += [f"{state}, {line}" for line in find_barriers(page, OF_STATES, ".calculator")]
    assert not found, "\n".join(found)


@pytest.mark.browser_context_args(color_scheme="dark")
def test_the_browsers_wish_for_dark_is_met(page: Page) -> None:
    page.goto("")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def visit_states(page: Page, name: str) -> Iterator[str]:
    """Bring the calculator into one state after the other, Python started once."""
    progress = page.locator(".calculator-progress")
    first = page.locator("#calculator-form input").first
    first.check() if name != "planning" else first.focus()
    expect(progress).to_be_visible()
    yield "while Python loads"
    expect(progress).to_be_hidden(timeout=STARTS)
    yield "before anything is answered"
    for number, values in enumerate(find_telling(name)):
        page.evaluate("link => location.hash = link", PAGES[name].write_link(values))
        expect(page).not_to_have_url(re.compile("#"))  # the answer has come, and with it the end of the link
        yield f"answers {number}"
    for text in ("3", "x"):
        for box in page.locator("#calculator-form input[type=text]:visible").all():
            box.fill(text)
        page.locator("#calculator-form [type=submit]").click()
        expect(page.locator(":is(#calculator-result, #calculator-errors):focus")).to_be_attached()
        yield f"{text} in every box"
