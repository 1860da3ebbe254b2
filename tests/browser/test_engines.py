"""The built site in other engines than the system's Chromium, from a host and from a folder.

`python3 build.py test` fetches the engines where it can. One that is not there is skipped, and pytest says so.
"""

import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Playwright

from building.engines import find_old_chromium, find_webkit
from building.firefox import find_firefox
from building.places import SITE
from tests.browser.firefox import Tab, open_firefox
from tests.browser.test_visit import AMOUNT, CARRIER
from tests.browser.webkit import WebKit, open_webkit

PAGE = f"policies/ningxia/index.html{CARRIER}"
STARTS = 60  # seconds for Python to load on a shared machine
READ = f"return document.querySelector('{AMOUNT}')?.textContent ?? null"
FEWER = """
const field = document.getElementById("f-workers_hired");
field.value = "12";
field.dispatchEvent(new Event("input", { bubbles: true }));
"""

KNOWN = re.compile(
    r"\(default-src\) at http\S+/policies/zhongshan/ |may not load data from file:\S+/workers/search\.\S+$"
)
"""What Firefox complains of and calculating does not suffer from, still to be mended: it would fetch the next page
ahead (the link in the head), which the policy forbids; and from a folder it forbids Material's search its worker.
"""


class Engine(Protocol):
    name: str

    def open(self, address: str) -> None: ...
    def run(self, script: str) -> Any: ...


class Firefox:
    """Firefox as its users have it, with the same words as the others."""

    name = "Firefox"

    def __init__(self, tab: Tab) -> None:
        self.tab = tab

    def open(self, address: str) -> None:
        self.tab.open(address)

    def list_complaints(self) -> list[str]:
        return [line for line in self.tab.complaints if not KNOWN.search(line)]

    def run(self, script: str) -> Any:
        return self.tab.evaluate(f"(() => {{ {script} }})() ?? null")


class OldChromium:
    """Chromium 109 by Playwright, with the same words as the others."""

    def __init__(self, playwright: Playwright) -> None:
        # It brings no library for graphics.
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        self._browser = playwright.chromium.launch(executable_path=find_old_chromium(), args=arguments)
        self.name = f"Chromium {self._browser.version}"
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._page = self._browser.new_page()
        self._page.on("request", lambda request: self.requests.append(request.url))
        self._page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)
        self._page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, address: str) -> None:
        self._page.goto(address)

    def run(self, script: str) -> Any:
        return self._page.evaluate(f"() => {{ {script} }}")

    def close(self) -> None:
        self._browser.close()


@pytest.fixture
def firefox(tmp_path: Path) -> Iterator[Firefox]:
    program = find_firefox()
    if not program:
        pytest.skip("NOT TESTED in Firefox: there is none on this machine (Debian: firefox-esr).")
    with open_firefox(program, tmp_path / "profile") as tab:
        yield Firefox(tab)


@pytest.fixture
def old_chromium(playwright: Playwright) -> Iterator[OldChromium]:
    if not find_old_chromium():
        pytest.skip("NOT TESTED in Chromium 109: npm's @sparticuz/chromium could not be fetched.")
    engine = OldChromium(playwright)
    yield engine
    engine.close()


@pytest.fixture
def webkit() -> Iterator[WebKit]:
    program = find_webkit()
    if not program:
        pytest.skip("NOT TESTED in WebKit: there is no WebKitGTK with a screen (Debian: webkit2gtk-driver, xvfb).")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with open_webkit(program, port) as engine:
        yield engine


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """The address of the site's folder, as on a USB stick."""
    place = tmp_path / "移动 盘" / "就业 政策"
    place.parent.mkdir()
    place.symlink_to(SITE, target_is_directory=True)
    return f"{place.as_uri()}/"


def test_firefox_calculates(firefox: Firefox, base_url: str) -> None:
    see_answers(firefox, base_url)
    assert_kept_to(base_url, firefox.tab.requests, firefox.list_complaints())


def test_firefox_calculates_from_a_folder(firefox: Firefox, folder: str) -> None:
    see_answers(firefox, folder)
    assert_kept_to(folder, firefox.tab.requests, firefox.list_complaints())


def test_old_chromium_calculates(old_chromium: OldChromium, base_url: str) -> None:
    see_answers(old_chromium, base_url)
    assert_kept_to(base_url, old_chromium.requests, old_chromium.complaints)


def test_old_chromium_calculates_from_a_folder(old_chromium: OldChromium, folder: str) -> None:
    see_answers(old_chromium, folder)
    assert_kept_to(folder, old_chromium.requests, old_chromium.complaints)


def test_webkit_calculates(webkit: WebKit, base_url: str) -> None:
    see_answers(webkit, base_url)
    # Its driver tells nothing of the console; the page itself knows what it asked for.
    requests = webkit.run("return performance.getEntriesByType('resource').map(({ name }) => name)")
    assert_kept_to(base_url, requests, [])


def see_answers(engine: Engine, site: str) -> None:
    """Open a link with answers, see its amount, change an answer, see the amount change."""
    began = time.monotonic()
    engine.open(f"{site}{PAGE}")
    wait_for_amount(engine, "60,000.00 元")
    print(f"{engine.name}: {time.monotonic() - began:.1f} s to the first answer")
    engine.run(FEWER)
    wait_for_amount(engine, "20,000.00 元")


def wait_for_amount(engine: Engine, amount: str) -> None:
    end = time.monotonic() + STARTS
    while (seen := engine.run(READ)) != amount:
        state = "return document.querySelector('.calculator-progress')?.textContent"
        assert time.monotonic() < end, f"{engine.name} shows {seen}, and says: {engine.run(state)}"
        time.sleep(0.1)


def assert_kept_to(site: str, requests: list[str], complaints: list[str]) -> None:
    strangers = [address for address in requests if not address.startswith((site, "blob:", "data:"))]
    assert not strangers, "\n".join(strangers)
    assert not site.startswith("http") or any("/runtime/" in address for address in requests), "nothing was noted"
    assert not complaints, "\n".join(complaints)
