"""Days without a network: after the first answer the whole site is kept, and calculates."""

import gzip
import re
import shutil
import time
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from building.places import SITE
from building.service_worker import lay_service_worker
from building.serving import SiteHandler
from tests.browser.conftest import AMOUNT, CARRIER, FrozenHost
from tests.browser.contexts import watch
from tests.browser.firefox import Tab
from tests.browser.patience import STARTS
from tests.browser.pieces import FIRST, name_pieces
from tests.pages.roster.test_roster_page import GOOD
from tests.pages.roster.test_roster_page import TITLES as PERSONS
from tests.pages.roster.test_units_in_page import write_sheets

KEPT = 60_000  # milliseconds for the whole site to be kept
KEPT_VERSION = re.compile("没有网络也能打开.*版本 ([0-9a-f]{12})")
# Python starts when it is asked for: a page that is left while it still loads would ask for what nobody needs.
SLOW = "Object.defineProperty(navigator, 'connection', {value: {effectiveType: '3g', saveData: false}})"
NEW_SCRIPT = "page.0123456789abcdef.js"
SITE_COPY = "policy-calculator.site-/ "
LIST_KEPT = f"async () => (await caches.keys()).filter((name) => name.startsWith('{SITE_COPY}'))"
LIST_OTHERS = f"async () => (await caches.keys()).filter((name) => !name.startsWith('{SITE_COPY}')).sort()"
OTHERS = ["policy-calculator.memory-/copy/ 1", "policy-calculator.site-/copy/ 1", "site-theirs"]
"""Caches of other applications of the same host, another copy of ours among them."""


class Host:
    """A server of one's own, whose site may change, and what was asked of it."""

    def __init__(self, handler: type[SiteHandler]) -> None:
        self.site = SITE
        self.asked: list[str] = []
        host = self

        class Handler(handler):  # type: ignore[misc, valid-type]
            def do_GET(self) -> None:  # noqa: N802 – the base class names it so
                host.asked.append(self.path)
                self.directory = str(host.site)
                super().do_GET()

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(SITE)))
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(params=[SiteHandler, FrozenHost])
def host(request: pytest.FixtureRequest) -> Iterator[Host]:
    """One that compresses, and one that does not."""
    host = Host(request.param)
    yield host
    host.close()


@pytest.fixture
def visitor(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    """A visitor whose browser may keep the site; whatever it complains of fails the test."""
    complaints: list[str] = []
    context = browser.new_context(base_url=host.address, locale="zh-CN", service_workers="allow")
    context.add_init_script(SLOW)
    watch(context, host.address, complaints)
    context.on(
        "response",
        lambda response: complaints.append(f"{response.status} {response.url}") if response.status >= 400 else None,
    )
    yield context
    context.close()
    assert not complaints, "\n".join(complaints)


def visit(page: Page) -> str:
    """Calculate, and wait until the site is kept; which version is it?"""
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)
    kept = page.locator("[data-text-kept]")
    expect(kept).to_have_text(KEPT_VERSION, timeout=KEPT)
    found = KEPT_VERSION.search(kept.inner_text())
    assert found
    return found[1]


def test_what_is_kept_lies_in_the_site() -> None:
    script = (SITE / "service_worker.js").read_text(encoding="utf-8")
    files = re.findall(r'"((?:policies|assets|runtime|search)/[^"]*|\./)"', script)
    assert "policies/ningxia/" in files
    assert any(file.startswith("runtime/wasm.") for file in files)
    assert [file for file in files if not (SITE / file).exists()] == []
    assert [file for file in files if file.startswith("runtime/plain") or file.endswith("search_index.js")] == []


def test_every_page_calculates_without_a_network(visitor: BrowserContext, host: Host) -> None:
    page = visitor.new_page()
    visit(page)
    host.close()
    visitor.set_offline(True)
    failed: list[str] = []
    visitor.on("requestfailed", lambda request: failed.append(f"{request.failure} {request.url}"))
    page.goto("policies/jining/#v=1&who=worker&home=wanzhou")
    expect(page.locator("#result-travel-meal-subsidy")).to_be_visible(timeout=STARTS)
    page.goto("compare/")
    expect(page.locator("h1")).to_be_visible()
    page.goto("")
    page.locator(".regions").get_by_role("link", name="算一算大连的补贴").click()
    expect(page.locator("h1")).to_contain_text("大连")
    # What a page had still asked for when it was left is no failure.
    assert [line for line in failed if "ERR_ABORTED" not in line] == []


def test_a_roster_is_assessed_without_a_network(visitor: BrowserContext, host: Host) -> None:
    """Somebody has calculated for one person, and opens the page for many for the first time on the train."""
    page = visitor.new_page()
    visit(page)
    host.close()
    visitor.set_offline(True)
    page.goto("roster/ningxia/")
    roster = {"name": "名册.xlsx", "mimeType": "", "buffer": write_sheets(名册=[PERSONS, GOOD])}
    page.locator("#roster-file").set_input_files(roster)  # type: ignore[arg-type]
    expect(page.locator("#roster-opened")).to_be_visible(timeout=STARTS)
    page.get_by_role("button", name="计算", exact=True).click()
    expect(page.locator("#roster-sums")).to_contain_text("1 行，其中 1 人", timeout=STARTS)


def test_firefox_calculates_without_a_network(host: Host, firefox: Tab) -> None:
    firefox.open(f"{host.address}policies/ningxia/{CARRIER}")
    firefox.wait_for(f"document.querySelector('{AMOUNT}')?.textContent", "60,000 元")
    firefox.wait_for("document.querySelector('[data-text-kept]').textContent.includes('版本')", True)
    host.close()
    firefox.requests.clear()
    firefox.open(f"{host.address}policies/jining/#v=1&who=worker&home=wanzhou")
    firefox.wait_for("document.querySelector('#result-travel-meal-subsidy') !== null", True)
    assert [address for address in firefox.requests if address.endswith(".gz")] == []
    assert firefox.complaints == []


def test_every_piece_is_fetched_once_and_packed_where_it_can_be(visitor: BrowserContext, host: Host) -> None:
    page = visitor.new_page()
    visit(page)
    kept = page.evaluate(
        """async () => {
            const response = await caches.match([...performance.getEntriesByType("resource")]
                .find(({ name }) => name.includes("/runtime/wasm.") && name.endsWith(".bin")).name);
            return (await response.arrayBuffer()).byteLength;
        }"""
    )
    piece = next(SITE.glob("runtime/wasm.*.bin"))
    packed = piece.with_name(f"{piece.name}.gz").stat().st_size
    assert kept == (packed if any(address.endswith(".gz") for address in host.asked) else piece.stat().st_size)

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    host.asked.clear()
    page.goto("policies/jining/#v=1&who=worker&home=wanzhou")
    expect(page.locator("#result-travel-meal-subsidy")).to_be_visible(timeout=STARTS)
    assert name_pieces(host.asked) == []
    assert sorted(set(name_pieces(asked)) - {"sheet"}) == sorted(FIRST)
    assert [address for address in asked if address.endswith(".gz")] == []


@pytest.mark.parametrize("host", [SiteHandler], indirect=True)
def test_a_new_version_waits_for_the_pages_that_are_open(visitor: BrowserContext, host: Host, tmp_path: Path) -> None:
    calculating, idle = visitor.new_page(), visitor.new_page()
    old = visit(calculating)
    idle.goto("policies/jining/")
    idle.evaluate("async (names) => { for (const name of names) await caches.open(name); }", OTHERS)
    host.site, new = publish_again(tmp_path / "site")
    fresh = visitor.new_page()
    fresh.goto(f"policies/ningxia/{CARRIER}")
    expect(fresh.locator("h1")).to_contain_text("新版")
    expect(fresh.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)
    wait_until(fresh, "async () => (await navigator.serviceWorker.getRegistration()).waiting !== null")
    assert fresh.evaluate(LIST_KEPT) == [f"{SITE_COPY}{old}", f"{SITE_COPY}{new}"]
    fresh.reload()
    expect(fresh.locator("[data-text-kept]")).to_contain_text(f"版本 {old}")  # the one that answers without a network

    # Nothing of what these two were built with is on the host any more.
    calculating.locator("#f-workers_hired").fill("12")
    expect(calculating.locator(AMOUNT)).to_have_text("20,000 元")
    idle.locator("#who-worker").check()
    idle.locator("#f-home-wanzhou").check()
    expect(idle.locator("#result-travel-meal-subsidy")).to_be_visible(timeout=STARTS)

    for page in (calculating, idle, fresh):
        page.close()
    later = visitor.new_page()
    later.wait_for_timeout(1_000)  # until the browser has noticed that no page is open
    later.goto("policies/ningxia/")
    wait_until(later, f"async () => String(await ({LIST_KEPT})()) === '{SITE_COPY}{new}'")
    assert [name for name in later.evaluate(LIST_OTHERS) if name in OTHERS] == OTHERS
    visitor.set_offline(True)
    later.goto("policies/jining/#v=1&who=worker&home=wanzhou")
    expect(later.locator("#result-travel-meal-subsidy")).to_be_visible(timeout=STARTS)


def wait_until(page: Page, condition: str) -> None:
    end = time.monotonic() + KEPT / 1_000
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(100)


@pytest.mark.parametrize("host", [SiteHandler], indirect=True)
def test_half_a_new_version_is_not_kept(visitor: BrowserContext, host: Host, tmp_path: Path) -> None:
    """The new worker is there, and one page is still the old one: nobody may be shown that for the new version."""
    host.site, new = publish_again(tmp_path / "site")
    late = host.site / "policies/jining/index.html"
    page = late.read_bytes()
    late.write_bytes((SITE / "policies/jining/index.html").read_bytes())
    first = visitor.new_page()
    for _ in range(2):
        first.goto(f"policies/ningxia/{CARRIER}")
        expect(first.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)  # with a network it goes on
        wait_until(first, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
        assert first.evaluate(LIST_KEPT) == []
        expect(first.locator("[data-text-kept]")).to_be_hidden()
        first.goto("about:blank")
    late.write_bytes(page)  # the rest has come
    assert visit(first) == new


@pytest.mark.parametrize("host", [SiteHandler], indirect=True)
def test_what_came_damaged_once_is_fetched_anew(visitor: BrowserContext, host: Host, tmp_path: Path) -> None:
    """A file whose name holds its hash is kept by the browser for a year, however it came."""
    host.site = tmp_path / "site"
    shutil.copytree(SITE, host.site, ignore=shutil.ignore_patterns("plain"))
    style = next(host.site.glob("assets/site.*.css"))
    content = style.read_bytes()
    style.write_bytes(content[: len(content) // 2])
    page = visitor.new_page()
    page.goto("privacy/")
    style.write_bytes(content)
    visit(page)
    kept = page.evaluate("(name) => caches.match(name).then((kept) => kept.text())", f"/assets/{style.name}")
    assert kept == content.decode()


@pytest.mark.parametrize("host", [SiteHandler], indirect=True)
def test_other_applications_of_the_host_are_answered_by_the_host(
    visitor: BrowserContext, host: Host, tmp_path: Path
) -> None:
    host.site = tmp_path
    for entry in SITE.iterdir():
        (tmp_path / entry.name).symlink_to(entry)
    (tmp_path / "other").mkdir()
    (tmp_path / "other/answer").write_text("for this user")
    page = visitor.new_page()
    visit(page)
    page.reload()
    assert page.evaluate("Boolean(navigator.serviceWorker.controller)")
    asked = """async (address) => {
        await (await caches.open("theirs")).put("/other/answer", new Response("for another user"));
        return (await fetch(address)).text();
    }"""
    for address in ("/other/answer", "/other/answer?user=2"):
        assert page.evaluate(asked, address) == "for this user"
        assert host.asked.count(address) == 1  # pictures of the page may be asked for after it
    visitor.set_offline(True)
    page.goto("policies/ningxia/?from=wechat")  # a page of ours is the same whatever is asked behind it
    expect(page.locator("h1")).to_contain_text("宁夏")


@pytest.mark.parametrize("host", [SiteHandler], indirect=True)
def test_where_there_is_too_little_room_nothing_is_fetched_for_it(visitor: BrowserContext, host: Host) -> None:
    page = visitor.new_page()
    limit = {"origin": host.address.removesuffix("/"), "quotaSize": 10_000_000}
    visitor.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", limit)
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)
    wait_until(page, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    assert "/service_worker.js" in host.asked
    assert "/site-map/" not in host.asked
    assert page.evaluate(LIST_KEPT) == []


def publish_again(site: Path) -> tuple[Path, str]:
    """The site as if it had been built from other sources: another piece, another script, and none of the old ones.

    With it comes its version.
    """
    shutil.copytree(SITE, site, ignore=shutil.ignore_patterns("plain"))
    piece, script = next(site.glob("runtime/calculator.*.bin")), next(site.glob("assets/page.*.js"))
    content = piece.read_bytes()
    longer = content + b"\n"
    told = {sha256(content).hexdigest(): sha256(longer).hexdigest(), f"size:{len(content)}": f"size:{len(longer)}"}
    names = {piece.name: f"calculator.{told[sha256(content).hexdigest()][:16]}.bin", script.name: NEW_SCRIPT}
    (site / "runtime" / names[piece.name]).write_bytes(longer)
    (site / "runtime" / f"{names[piece.name]}.gz").write_bytes(gzip.compress(longer))
    (site / "assets" / NEW_SCRIPT).write_text(replace(script.read_text(), told))
    for old in (*site.glob(f"{piece.relative_to(site)}*"), script):
        old.unlink()
    for file in site.rglob("*.html"):
        file.write_text(replace(file.read_text(), {**names, "</h1>": "（新版）</h1>"}))
    lay_service_worker(site)
    found = re.search('version:"([0-9a-f]{12})"', (site / "service_worker.js").read_text())
    assert found
    return site, found[1]


def replace(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        text = text.replace(old, new)
    return text
