"""The built site in other engines than the system's Chromium: from a host, from a folder, and saved as one file.

`python3 build.py test` fetches the engines where it can. One that is not there is skipped, and pytest says so.
"""

import json
import socket
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Playwright

from building.engines import find_old_chromium, find_webkit
from building.places import SITE
from tests.browser.conftest import AMOUNT, CARRIER
from tests.browser.firefox import Tab
from tests.browser.old_chromium import OldChromium, start_old_chromium
from tests.browser.patience import STARTS_SECONDS
from tests.browser.webkit import WebKit, open_webkit
from tests.pages.roster.test_roster_page import GOOD
from tests.pages.roster.test_roster_page import TITLES as PERSONS
from tests.pages.roster.test_units_in_page import write_sheets

PAGE = f"policies/ningxia/index.html{CARRIER}"
LOCAL = ("file:", "blob:", "data:")
CHOOSE_FILE = """
    const carried = new DataTransfer(), field = document.getElementById("roster-file");
    const bytes = Uint8Array.from(atob(%s), (letter) => letter.charCodeAt(0));
    carried.items.add(new File([bytes], "名册.xlsx"));
    field.files = carried.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
"""
HAS_SUMS = "document.getElementById('roster-sums')?.textContent.includes('1 行，其中 1 人') ?? false"
READ = f"return document.querySelector('{AMOUNT}')?.textContent ?? null"
RESULT = ".md-search-result__link[href*='policies/ningxia/']"
IS_KEPT = """caches.match("https://runtime.invalid/memory").then((kept) => (window.isKept = Boolean(kept)));
return window.isKept ?? false;"""


class Engine(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def requests(self) -> list[str]: ...
    @property
    def complaints(self) -> list[str]: ...
    def open(self, address: str) -> None: ...
    def run(self, script: str) -> Any: ...
    def type(self, keys: str) -> None: ...
    def click(self, selector: str) -> None: ...


@pytest.fixture(scope="session")
def started_old_chromium(playwright: Playwright) -> Iterator[Browser]:
    program = find_old_chromium()
    if not program:
        pytest.skip("NOT TESTED in Chromium 109: npm's @sparticuz/chromium could not be fetched.")
    with start_old_chromium(playwright, program) as browser:
        yield browser


@pytest.fixture
def old_chromium(started_old_chromium: Browser) -> Iterator[OldChromium]:
    with closing(OldChromium(started_old_chromium)) as engine:
        yield engine


@pytest.fixture(scope="session")
def webkit() -> Iterator[WebKit]:
    """One window for all tests: its driver has no visitors to tell apart."""
    program = find_webkit()
    if not program:
        pytest.skip("NOT TESTED in WebKit: there is no WebKitGTK with a screen (Debian: webkit2gtk-driver, xvfb).")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with open_webkit(program, port) as engine:
        yield engine


@pytest.fixture(params=["firefox", "old_chromium", "webkit"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each of them."""
    engine: Engine = request.getfixturevalue(request.param)
    return engine


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """The address of the site's folder, as on a USB stick."""
    place = tmp_path / "移动 盘" / "就业 政策"
    place.parent.mkdir()
    place.symlink_to(SITE, target_is_directory=True)
    return f"{place.as_uri()}/"


def test_it_calculates_saves_and_starts_again_from_memory(engine: Engine, base_url: str) -> None:
    see_answers(engine, f"{base_url}{PAGE}")
    assert any("/runtime/" in address for address in engine.requests), "nothing was noted"
    save(engine)
    wait_for(engine, IS_KEPT, True)
    assert_kept_to((base_url, *LOCAL), engine)
    engine.open(f"{base_url}version/")
    see_answers(engine, f"{base_url}{PAGE}")
    assert_kept_to((base_url, "blob:", "data:"), engine)


def test_it_calculates_and_saves_from_a_folder(engine: Engine, folder: str) -> None:
    see_answers(engine, f"{folder}{PAGE}")
    save(engine)
    assert_kept_to(LOCAL, engine)


def test_it_searches_in_a_folder(engine: Engine, folder: str) -> None:
    engine.open(f"{folder}index.html")
    engine.click(".md-search__input")
    engine.type("交通补贴")
    wait_for(engine, f'return document.querySelector("{RESULT}") !== null', True)
    engine.click(RESULT)
    wait_for(engine, "return location.pathname.endsWith('/policies/ningxia/index.html')", True)
    wait_for(engine, "return document.querySelector('h1')?.textContent.includes('宁夏') ?? false", True)
    assert_kept_to(LOCAL, engine)


def test_it_calculates_in_a_saved_page(engine: Engine, saved: Path) -> None:
    see_answers(engine, saved.as_uri())
    assert_kept_to(LOCAL, engine)


@pytest.mark.parametrize("place", ["base_url", "folder"])
def test_it_assesses_a_roster(engine: Engine, place: str, request: pytest.FixtureRequest) -> None:
    start = request.getfixturevalue(place)
    engine.open(f"{start}roster/jining/index.html")
    engine.run(CHOOSE_FILE % json.dumps(b64encode(write_sheets(名册=[PERSONS, GOOD])).decode()))
    wait_for(engine, "return document.getElementById('roster-opened').hidden", False)
    engine.click("#f-as_of-year")
    for name, text in {"year": "2021", "month": "9", "day": "30"}.items():
        engine.click(f"#f-as_of-{name}")
        engine.type(text)
    engine.click("#roster-form [type=submit]")
    wait_for(
        engine, "return document.getElementById('roster-sums')?.textContent.includes('1 行，其中 1 人') ?? false", True
    )
    assert engine.run("return document.getElementById('roster-rows').textContent.includes('可享受')")
    assert_kept_to((start, *LOCAL), engine)


def test_firefox_lets_no_file_read_another(firefox: Tab, tmp_path: Path) -> None:
    """Drivers relax this; what is tested here would mean nothing then."""
    plain, other = tmp_path / "plain.html", tmp_path / "other.txt"
    plain.write_text("<!doctype html><title>plain</title>")
    other.write_text("secret")
    firefox.open(plain)
    assert firefox.evaluate("fetch('other.txt').then(() => 'read', () => 'forbidden')") == "forbidden"


def see_answers(engine: Engine, address: str) -> None:
    """Open a page with answers, see its amount, change an answer, see the amount change."""
    engine.open(address)
    wait_for(engine, READ, "60,000 元")
    engine.click("#f-workers_hired")
    engine.run("document.getElementById('f-workers_hired').select()")
    engine.type("12")
    wait_for(engine, READ, "20,000 元")


def save(engine: Engine) -> None:
    """Have the page saved for use without a network."""
    engine.click("[data-action=save]")
    wait_for(
        engine, "return document.querySelector('.calculator-saving').textContent.slice(0, 10)", "离线版已经交给浏览器"
    )


def wait_for(engine: Engine, script: str, expected: object) -> None:
    end = time.monotonic() + STARTS_SECONDS
    while (seen := engine.run(script)) != expected:
        state = engine.run("return document.querySelector('.calculator-progress')?.textContent ?? null")
        assert time.monotonic() < end, f"{engine.name}: {seen}, not {expected}. It says: {state}. {engine.complaints}"
        time.sleep(0.1)


def assert_kept_to(allowed: tuple[str, ...], engine: Engine) -> None:
    strangers = [address for address in engine.requests if not address.startswith(allowed)]
    assert not strangers, "\n".join(strangers)
    assert not engine.complaints, "\n".join(engine.complaints)
