"""No page, in no state, keeps anybody out: axe-core finds nothing, and nothing scrolls sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from calc.link import write_link
from calc.render.form import WHO
from tests.browser.barriers import OF_PAGES, OF_STATES, find_barriers
from tests.browser.built_pages import ADDRESSES, CALCULATORS
from tests.browser.conftest import SAVE_DATA
from tests.browser.states import find_telling

# Nothing is measured half-way through a transition.
pytestmark = pytest.mark.browser_context_args(reduced_motion="reduce")

STARTS = 60_000  # milliseconds for Python to load on a shared machine
OPEN_DETAILS = "document.querySelectorAll('.calculator details').forEach(details => details.open = true)"
# The patches take away what Python did not write: the mark is gone as soon as the answer is there.
MARK = "document.getElementById('calculator-result').dataset.before = 'yes'"
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
    page.evaluate(MARK)
    who = page.locator(f"[name={WHO}]")
    if who.count():
        who.first.check()
    else:
        page.locator("#calculator-form input").first.focus()
    yield "while Python loads"
    expect_answer(page)
    yield "before anything is answered"
    for number, values in enumerate(find_telling(name)):
        page.evaluate(MARK)
        page.evaluate("link => location.hash = link", write_link(values))
        expect_answer(page)
        yield f"answers {number}"
    for text in ("3", "x"):
        page.evaluate(MARK)
        for box in page.locator("#calculator-form input[type=text]:visible").all():
            box.fill(text)
        expect_answer(page)
        if text == "x":
            page.locator("#calculator-form [type=submit]").click()
            expect(page.locator("#calculator-errors")).to_be_focused()
        yield f"{text} in every box"


def expect_answer(page: Page) -> None:
    expect(page.locator("#calculator-result:not([data-before])")).to_be_attached(timeout=STARTS)
