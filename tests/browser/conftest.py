"""A page that has every part of the calculator's HTML contract, and nothing of any policy."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

HERE = Path(__file__).parent
# What the site will be served under, so that nothing in the scripts comes to need more.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; img-src data:"
)
# On a good connection Python starts unasked: the stand-in page waits to be touched.
SAVE_DATA = "Object.defineProperty(navigator, 'connection', {value: {effectiveType: '4g', saveData: true}})"


@pytest.fixture
def stand_in(page: Page) -> Callable[..., Page]:
    """Open the stand-in page, which starts the real worker unless `stand_in_worker` takes its place."""

    def open_page(without: str = "nothing") -> Page:
        headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": POLICY.replace(without, "")}
        page.route("**/stand-in.html", lambda route: route.fulfill(path=HERE / "stand_in.html", headers=headers))
        page.goto("stand-in.html")
        return page

    page.add_init_script(SAVE_DATA)
    return open_page


@pytest.fixture
def stand_in_worker(page: Page) -> Callable[..., None]:
    """Take the real worker's place, and let it take its next steps when the test says so."""
    page.route("**/assets/worker.js", lambda route: route.fulfill(path=HERE / "stand_in_worker.js"))

    def tell(*messages: str) -> None:
        for message in messages or ("step",):
            page.evaluate("message => new BroadcastChannel('tester').postMessage(message)", message)

    return tell
