"""What the browser tests share: the built site on a free port, a Chromium, Python in a page, and a stand-in page."""

import json
import os
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from building.bundles import bundle_asset
from building.chromium import find_chromium
from building.firefox import find_firefox
from building.places import SITE
from building.runtime import read_laid_edition, read_listing
from building.serving import SiteHandler, open_server
from tests.browser.contexts import ELSEWHERE, open_context, tidy
from tests.browser.firefox import Firefox, Tab, start_firefox
from tests.browser.patience import STARTS

HERE = Path(__file__).parent
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
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
CARRIER = (
    "#v=1&who=carrier&home=ningxia&is_registered_poor=yes&employer_kind=workshop&is_in_poor_village=yes&is_local_employer=yes"
    "&months_employed=12&has_contract=yes&is_fully_insured=yes&workers_hired=35"
)
"""A link with answers, for 60,000 yuan in Ningxia."""
AMOUNT = "#result-carrier-subsidy .amount"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "first_visit: the browser has never been on the site, and keeps nothing of it")
    expect.set_options(timeout=STARTS)  # what comes at once ends the wait at once


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """Serve the built site; `page.goto("policies/ningxia/")` and the like start from here."""
    server = open_server()
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium that build.py found, with no business of its own on the network."""
    chromium = find_chromium()
    if chromium is None:
        pytest.fail("There is no Chromium to test with: `python3 build.py test` sees to it.")
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    resolve = f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1"
    return {**browser_type_launch_args, "executable_path": str(chromium), "args": [*QUIET, *sandbox, resolve]}


@pytest.fixture(scope="session")
def noticed() -> list[str]:
    """What the browser complained of since the test began."""
    return []


@pytest.fixture
def complaints(noticed: list[str]) -> list[str]:
    """What the browser complained of. Whatever is left in here fails the test: one that provokes it clears it."""
    noticed.clear()
    return noticed


@pytest.fixture(scope="session")
def find_context(browser: Browser, base_url: str, noticed: list[str]) -> Iterator[Callable[..., BrowserContext]]:
    """Give the context that has some arguments; it is opened once, and lasts to the end of the run.

    The browser in it has been on the site before and kept Python's memory, so every page starts in half the time.
    """
    opened: dict[str, BrowserContext] = {}

    def find(**arguments: Any) -> BrowserContext:
        key = json.dumps(arguments, sort_keys=True)
        if key not in opened:
            opened[key] = open_context(browser, base_url, noticed, arguments)
            if arguments.get("java_script_enabled", True):
                keep_memory(opened[key])
        return opened[key]

    yield find
    for context in opened.values():
        context.close()


def keep_memory(context: BrowserContext) -> None:
    """Start Python once, and wait until the browser has kept its memory."""
    page = context.new_page()
    page.goto("planning/")
    page.locator("#calculator-form input").first.focus()
    page.evaluate(WAIT_UNTIL_KEPT)
    page.close()


@pytest.fixture
def context(
    request: pytest.FixtureRequest,
    browser: Browser,
    find_context: Callable[..., BrowserContext],
    base_url: str,
    complaints: list[str],
) -> Iterator[BrowserContext]:
    """The context of every `page`: errors, warnings, and requests that leave the site fail the test.

    Every test has pages of its own. Tests share what the browser keeps between visits, but for those that are marked
    as a first visit.
    """
    marker = request.node.get_closest_marker("browser_context_args")
    arguments = marker.kwargs if marker else {}
    if request.node.get_closest_marker("first_visit"):
        context = open_context(browser, base_url, complaints, arguments)
        leave = context.close
    else:
        context = find_context(**arguments)
        leave = partial(tidy, context, base_url)
    yield context
    complained = "\n".join(complaints)  # before pages are closed: what that breaks off is nobody's mistake
    leave()
    assert not complained, complained


@pytest.fixture(scope="session")
def python_module(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """docs/assets/python.js as a module that a test can import: the site has it only as part of a bundle."""
    module = tmp_path_factory.mktemp("scripts") / "python.js"
    bundle_asset("python.js", module, {"RUNTIME_FILES": read_listing(), "EDITION": read_laid_edition()}, "esm")
    return module


def offer_python_module(context: BrowserContext, module: Path) -> None:
    """Let every page of the context import it from assets/."""
    context.route("**/assets/python.js", lambda route: route.fulfill(path=module))


@pytest.fixture(scope="session")
def pyodide_answer(
    browser: Browser, base_url: str, python_module: Path
) -> Iterator[Callable[[list[str]], list[bytes]]]:
    """Ask calc.web.answer many questions (JSON texts) in the page's own worker, and get the bytes of its answers.

    Python is started once for all tests. A question that fails raises, with Python's traceback.
    """
    complaints: list[str] = []
    context = open_context(browser, base_url, complaints, {})
    offer_python_module(context, python_module)
    rest: list[str] = []
    context.on("request", lambda request: rest.append(request.url) if "/rest." in request.url else None)
    page = context.new_page()
    page.goto("404.html")  # any page of the site will do, this one has no form
    page.evaluate(
        """async () => {
            const { startPython } = await import("/assets/python.js");
            window.python = await startPython(new URL("/runtime/", location.href).href, () => {});
        }"""
    )

    def answer(questions: list[str]) -> list[bytes]:
        replies = page.evaluate(
            """async (questions) => {
                const replies = [];
                for (const question of questions) replies.push(await window.python.ask(question));
                return replies;
            }""",
            questions,
        )
        errors = [reply["error"] for reply in replies if "error" in reply]
        assert not errors, errors[0]
        return [reply["answer"].encode() for reply in replies]

    yield answer
    context.close()
    assert not complaints, "\n".join(complaints)
    assert not rest, "Some question needs a module that nothing in building/outside/questions.py needs: ask it there."


class FrozenHost(SiteHandler):
    """A host whose tables know no type of ours, and that compresses nothing."""

    extensions_map = {".html": "text/html", ".css": "text/css", "": "application/octet-stream"}  # noqa: RUF012

    def send_head(self) -> BinaryIO | None:
        del self.headers["Accept-Encoding"]
        return super().send_head()


STAND_IN = "the stand-in's"
"""The edition that the stand-in worker says it is."""
NOTHING = b"."
STAND_INS = {
    "worker": (HERE / "stand_in_worker.js").read_bytes(),
    **dict.fromkeys(("wasm", "library", "standard", "packages", "calculator"), NOTHING),
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
    bundle_asset("page.js", script, {"RUNTIME_FILES": listing, "EDITION": STAND_IN})
    return script


@pytest.fixture
def stand_in_worker(stand_in: Callable[..., Page], stand_in_script: Path, page: Page) -> Callable[..., None]:
    """Take the real worker's place, and let it take its next steps when the test says so."""

    def hand_out(route: Route) -> None:
        name = route.request.url.rpartition("/")[2].partition(".")[0]
        route.fulfill(body=STAND_INS[name])

    page.route("**/assets/page.js", lambda route: route.fulfill(path=stand_in_script))
    page.route("**/runtime/*", hand_out)
    page.route("**/runtime/plain/manifest.json", lambda route: route.fulfill(json={"edition": STAND_IN}))
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
    expect(page.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)
    file = save(page, folder)
    context.close()
    return file


@pytest.fixture(scope="session")
def started_firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    program = find_firefox()
    if not program:
        pytest.skip("NOT TESTED in Firefox: there is none on this machine (Debian: firefox-esr).")
    with start_firefox(program, tmp_path_factory.mktemp("firefox") / "profile") as firefox:
        yield firefox


@pytest.fixture
def firefox(started_firefox: Firefox) -> Iterator[Tab]:
    """A tab in a Firefox that is as strict as its users have it."""
    with started_firefox.open_tab() as tab:
        yield tab
