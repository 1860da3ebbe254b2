"""What a page weighs before its form is touched: little enough for an old phone on a slow line."""

import gzip

import pytest
from playwright.sync_api import Page, Response

from calc.policies import POLICIES
from tests.browser.conftest import SAVE_DATA

pytestmark = pytest.mark.first_visit

MOST_KILOBYTES = 200


@pytest.mark.parametrize("address", ["", *(f"policies/{policy}/" for policy in POLICIES), "compare/", "planning/"])
def test_page_is_light(page: Page, address: str) -> None:
    responses: list[Response] = []
    page.add_init_script(SAVE_DATA)
    page.on("response", lambda response: responses.append(response))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    sizes = {response.url: len(gzip.compress(response.body())) / 1_000 for response in responses}
    heaviest = sorted(sizes.items(), key=lambda item: -item[1])
    lines = [f"{size:6.1f} kB {url}" for url, size in heaviest]
    assert len(sizes) > 5, "the page's files were not seen"
    assert sum(sizes.values()) <= MOST_KILOBYTES, "\n".join([f"{sum(sizes.values()):.1f} kB in all", *lines])
