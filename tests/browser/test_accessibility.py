"""No page, in no state, keeps anybody out: axe-core finds nothing, and nothing scrolls sideways.

Every page is looked at on a phone for the elderly, where there is least room. What else a page may look like is asked
of the fewest pages, and of the fewest answers, that together show every element with every class.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from calc.pages import PAGES
from tests.browser.barriers import ELDER_PHONE, OF_PAGES, OF_STATES, find_barriers
from tests.browser.built_pages import ADDRESSES, CALCULATORS, find_file
from tests.browser.conftest import SAVE_DATA
from tests.browser.covering import choose_telling
from tests.browser.links import follow_link
from tests.browser.patience import STARTS
from tests.browser.states import find_telling, list_elements

WORKER = "**/runtime/worker.*"
OPEN_DETAILS = "document.querySelectorAll('.calculator details').forEach(details => details.open = true)"
MISTAKE = "boxes => boxes.forEach(box => { box.value = 'x'; })"
TELLING = choose_telling({address: list_elements(find_file(address).read_text("utf-8")) for address in ADDRESSES})
CALCULATING = [address for address in CALCULATORS if not address.startswith("embed/")] + ["embed/ningxia/"]
KINDS = ("policies/ningxia/", "compare/", "planning/")
"""One page of each kind that calculates: what it shows without an answer, and of mistakes, the others show as well."""


@pytest.fixture
def page(page: Page) -> Page:
    """A page in which nothing is measured half-way through a transition."""
    page.emulate_media(reduced_motion="reduce")
    return page


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_keeps_nobody_out(page: Page, address: str) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(address)
    found = find_barriers(page, OF_PAGES if address in TELLING else ELDER_PHONE)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("address", CALCULATING)
def test_no_answer_keeps_anybody_out(page: Page, address: str) -> None:
    found = []
    for state in visit_states(page, address):
        page.evaluate(OPEN_DETAILS)
        found += [f"{state}, {line}" for line in find_barriers(page, OF_STATES, ".calculator")]
    assert not found, "\n".join(found)


def test_the_browsers_wish_for_dark_is_met(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def visit_states(page: Page, address: str) -> Iterator[str]:
    """Bring the calculator into one state after the other, Python started once."""
    name, progress = CALCULATORS[address], page.locator(".calculator-progress")
    held: list[Route] = []
    page.route(WORKER, lambda route: held.append(route))
    page.add_init_script(SAVE_DATA)
    page.goto(address)
    first = page.locator("#calculator-form input").first
    with page.expect_request(WORKER):
        first.check() if name != "planning" else first.focus()
    expect(progress).to_be_visible()
    if address in KINDS:
        yield "while Python loads"
    for route in held:
        route.continue_()
    expect(progress).to_be_hidden(timeout=STARTS)
    if address in KINDS:
        yield "before anything is answered"
    for number, values in enumerate(find_telling(*PAGES)[name] or find_telling(name)[name][:1]):
        follow_link(page, PAGES[name].write_link(values))
        yield f"answers {number}"
    if address in KINDS:
        page.locator("#calculator-form input[type=text]").evaluate_all(MISTAKE)
        page.locator("#calculator-form [type=submit]").click()
        expect(page.locator("#calculator-errors")).to_be_focused()
        yield "a mistake in every box"
