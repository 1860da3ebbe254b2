"""A page that has every part of the calculator's HTML contract, and nothing of any policy."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from building.places import SITE
from building.scripts import bundle_script
from building.serving import SiteHandler
from tests.conftest import offer_python_module

HERE = Path(__file__).parent
# What the site will be served under, so that nothing in the scripts comes to need more.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "worker-src 'self' blob:; img-src data:"
)
# On a good connection Python starts unasked: the stand-in page waits to be touched.
SAVE_DATA = "Object.defineProperty(navigator, 'connection', {value: {effectiveType: '4g', saveData: true}})"

WAIT_UNTIL_KEPT = """async () => {
    for (let tries = 0; !(await caches.match("https://runtime.invalid/memory")); tries += 1) {
        if (tries > 600) throw new Error("Python's memory is not kept");
        await new Promise((wait) => setTimeout(wait, 100));
    }
}"""
STARTS = 60_000  # milliseconds for Python to load on a shared machine
CARRIER = "#v=1&who=carrier&employer_kind=workshop&months_employed=12&has_contract=yes&is_insured=yes&workers_hired=35"
"""A link with answers, for 60,000 yuan in Ningxia."""
AMOUNT = "#result-carrier-subsidy .amount"


class FrozenHost(SiteHandler):
    """A host whose tables know no type of ours, and that compresses nothing."""

    extensions_map = {".html": "text/html", ".css": "text/css", "": "application/octet-stream"}  # noqa: RUF012

    def send_head(self) -> BinaryIO | None:
        del self.headers["Accept-Encoding"]
        return super().send_head()


NOTHING = b"."
STAND_INS = {
    "worker": (HERE / "stand_in_worker.js").read_bytes(),
    **dict.fromkeys(("wasm", "standard", "packages", "calculator"), NOTHING),
}
"""What comes instead of the runtime's pieces when the stand-in worker takes the real one's place."""


@pytest.fixture
def stand_in(context: BrowserContext, page: Page, python_module: Path) -> Callable[..., Page]:
    """Open the stand-in page, which starts the real worker unless `stand_in_worker` takes its place."""

    def open_page(without: str = "nothing") -> Page:
        headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": POLICY.replace(without, "")}
        page.route("**/stand-in.html", lambda route: route.fulfill(path=HERE / "stand_in.html", headers=headers))
        page.goto("stand-in.html")
        return page

    script = next(SITE.glob("assets/page.*.js"))
    page.route("**/assets/page.js", lambda route: route.fulfill(path=script))
    offer_python_module(context, python_module)
    page.add_init_script(SAVE_DATA)
    return open_page


@pytest.fixture(scope="session")
def stand_in_script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages' script as it were if it had been built with the stand-ins."""
    sizes = {name: len(content) for name, content in STAND_INS.items()}
    listing = {
        name: {"sha256": sha256(STAND_INS[name]).hexdigest(), **dict.fromkeys(("size", "gzip", "brotli"), size)}
        for name, size in sizes.items()
    }
    script = tmp_path_factory.mktemp("scripts") / "page.js"
    bundle_script("page.js", script, {"RUNTIME_FILES": listing})
    return script


@pytest.fixture
def stand_in_worker(stand_in: Callable[..., Page], stand_in_script: Path, page: Page) -> Callable[..., None]:
    """Take the real worker's place, and let it take its next steps when the test says so."""

    def hand_out(route: Route) -> None:
        name = route.request.url.rpartition("/")[2].partition(".")[0]
        route.fulfill(body=STAND_INS[name])

    page.route("**/assets/page.js", lambda route: route.fulfill(path=stand_in_script))
    page.route("**/runtime/*", hand_out)
    page.route("**/runtime/plain/worker.js", lambda route: route.fulfill(path=HERE / "stand_in_worker.js"))

    def tell(*messages: str) -> None:
        for message in messages or ("step",):
            page.evaluate("message => new BroadcastChannel('tester').postMessage(message)", message)

    return tell


def save(page: Page, folder: Path) -> Path:
    """Save the page for use without a network."""
    with page.expect_download(timeout=STARTS) as download:
        page.get_by_role("button", name="保存离线版").click()
    expect(page.locator(".calculator-saving")).to_contain_text("下载")
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


@pytest.fixture(scope="session")
def saved(browser: Browser, base_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of Ningxia as somebody has saved it who knows that he gets 60,000 yuan."""
    folder = tmp_path_factory.mktemp("saved") / "我的文档 (新) 100%"
    folder.mkdir()
    context = browser.new_context(locale="zh-CN", base_url=base_url)
    page = context.new_page()
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page.locator(AMOUNT)).to_have_text("60,000.00 元", timeout=STARTS)
    file = save(page, folder)
    context.close()
    return file
