"""Days without a network: after the first answer the whole site is kept, and calculates."""

import re
from collections.abc import Callable, Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from building.places import SITE
from building.serving import open_server
from tests.conftest import watch

STARTS = 60_000  # milliseconds for Python to load on a shared machine
KEPT = 120_000  # milliseconds for the whole site to be kept
CARRIER = "#v=1&who=carrier&employer_kind=workshop&months_employed=12&has_contract=yes&is_insured=yes&workers_hired=35"


@pytest.fixture
def visitor(browser: Browser) -> Iterator[tuple[Page, Callable[[], None]]]:
    """A visitor of a server of her own, and what takes the network from her."""
    server = open_server()
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    complaints: list[str] = []
    context = browser.new_context(base_url=address, locale="zh-CN", service_workers="allow")
    watch(context, address, complaints)

    def go_offline() -> None:
        server.shutdown()
        server.server_close()
        context.set_offline(True)

    yield context.new_page(), go_offline
    context.close()
    assert [text for text in complaints if "ERR_INTERNET_DISCONNECTED" not in text] == []


def test_every_page_calculates_without_a_network(visitor: tuple[Page, Callable[[], None]]) -> None:
    page, go_offline = visitor
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page.locator("#result-carrier-subsidy .amount")).to_have_text("60,000.00 元", timeout=STARTS)
    kept = page.locator("[data-text-kept]")
    expect(kept).to_have_text(re.compile("没有网络也能打开.*版本 [0-9a-f]{12}"), timeout=KEPT)
    go_offline()
    page.goto("policies/jining/#v=1&who=worker&home=wanzhou")
    expect(page.locator("#result-travel-meal-subsidy")).to_be_visible(timeout=STARTS)
    page.goto("compare/")
    expect(page.locator("h1")).to_be_visible()
    page.goto("")
    page.locator(".regions a[href='policies/dalian/']").click()
    expect(page.locator("h1")).to_contain_text("大连")


def test_what_is_kept_lies_in_the_site() -> None:
    script = (SITE / "service_worker.js").read_text(encoding="utf-8")
    files = re.findall(r'"((?:policies|assets|runtime|search)/[^"]*|\./)"', script)
    assert "policies/ningxia/" in files
    assert any(file.startswith("runtime/wasm.") for file in files)
    assert [file for file in files if not (SITE / file).exists()] == []
    assert [file for file in files if file.startswith("runtime/plain")] == []
