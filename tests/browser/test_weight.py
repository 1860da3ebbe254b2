"""What a page costs before Python: bytes as a server compresses them, and the time until most of it is painted."""

import gzip

import pytest
from playwright.sync_api import BrowserContext, Page, Response

from calc.policies import POLICIES
from tests.browser.conftest import SAVE_DATA

MOST_BYTES = 200_000
MOST_MILLISECONDS = 1_500
PAINTED = """() => new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime));
    observer.observe({ type: "largest-contentful-paint", buffered: true });
})"""


@pytest.mark.parametrize("address", ["", *(f"policies/{policy}/" for policy in POLICIES), "embed/ningxia/"])
def test_a_page_is_light_and_painted_soon(context: BrowserContext, page: Page, address: str) -> None:
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[response.url] = len(gzip.compress(response.body()))

    page.add_init_script(SAVE_DATA)
    page.on("response", weigh)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    painted = page.evaluate(PAINTED)
    print(f"{address or 'home'}: {sum(sizes.values())} bytes, painted after {painted:.0f} ms")
    assert not [url for url in sizes if "search_index" in url or "/runtime/" in url]
    assert sum(sizes.values()) <= MOST_BYTES, sizes
    assert painted < MOST_MILLISECONDS
