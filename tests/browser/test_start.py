"""When the real pages load Python, and what they say where that cannot be: a plain sentence, and paper."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from calc.policies import POLICIES
from tests.browser.patience import STARTS
from tests.browser.pieces import FIRST, name_pieces

pytestmark = pytest.mark.first_visit

CONNECTION = "Object.defineProperty(navigator, 'connection', {{value: {}}})"
GOOD = "{effectiveType: '4g', saveData: false}"
OTHERS = {
    "saves data": "{effectiveType: '4g', saveData: true}",
    "is slow": "{effectiveType: '3g', saveData: false}",
    "costs money": "{effectiveType: '4g', saveData: false, type: 'cellular'}",
    "is not told": "undefined",
}
PAGES = (*(f"policies/{policy}/" for policy in POLICIES), "compare/", "planning/", "embed/ningxia/")
IDLE = "() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 300)))"
POLICY_PAGES = {"policies/ningxia/": "/policies/ningxia/worksheet/", "embed/jining/": "/policies/jining/worksheet/"}


@pytest.fixture
def asked(page: Page) -> list[str]:
    """What the page asks of the runtime."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/runtime/" in request.url else None)
    return asked


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_loaded_unasked_where_data_are_saved(page: Page, asked: list[str], address: str) -> None:
    visit(page, address, OTHERS["saves data"])
    assert asked == []
    with page.expect_request("**/runtime/*"):
        page.locator("#calculator-form :is(input, select, summary)").filter(visible=True).first.focus()


@pytest.mark.parametrize("connection", OTHERS.values(), ids=OTHERS)
def test_nothing_is_loaded_unasked_where_the_connection(page: Page, asked: list[str], connection: str) -> None:
    visit(page, "policies/ningxia/", connection)
    assert asked == []


def test_python_is_loaded_unasked_on_a_good_connection(page: Page, asked: list[str]) -> None:
    visit(page, "policies/ningxia/", GOOD)
    assert sorted(name_pieces(asked)) == sorted(FIRST)
    expect(find_progress(page)).to_be_hidden()
    page.locator("#who-carrier").check()
    expect(page.locator("#result-carrier-subsidy")).to_be_visible(timeout=STARTS)
    assert set(name_pieces(asked)) - {"sheet"} == set(FIRST)


@pytest.mark.parametrize(("address", "worksheet"), POLICY_PAGES.items(), ids=POLICY_PAGES)
def test_silence_ends_after_thirty_seconds(
    page: Page, complaints: list[str], asked: list[str], address: str, worksheet: str
) -> None:
    page.route("**/runtime/wasm.*", lambda route: None)
    page.clock.install()
    visit(page, address, OTHERS["saves data"])
    with page.expect_request("**/runtime/wasm.*"):
        page.locator("#calculator-form input").first.focus()
    expect(find_progress(page)).to_contain_text("正在下载计算器")
    page.wait_for_timeout(1_000)  # until the other pieces are there
    page.clock.fast_forward(20_000)
    expect(find_progress(page)).to_contain_text("正在下载计算器")
    page.clock.fast_forward(11_000)
    expect(find_progress(page)).to_contain_text("计算器没有加载成功")
    assert not [address for address in asked if "/plain/" in address], "the visitor has waited long enough"
    page.unroute("**/runtime/wasm.*")
    see_worksheet(page, worksheet)
    complaints.clear()


@pytest.mark.parametrize(("address", "worksheet"), POLICY_PAGES.items(), ids=POLICY_PAGES)
def test_a_browser_without_webassembly_leads_to_paper(
    page: Page, asked: list[str], address: str, worksheet: str
) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    visit(page, address, OTHERS["saves data"])
    page.locator("#calculator-form input").first.focus()
    expect(find_progress(page)).to_contain_text("这个浏览器不支持本页的计算器")
    assert asked == []
    see_worksheet(page, worksheet)


def test_a_policy_that_forbids_webassembly_leads_to_paper(page: Page, asked: list[str], complaints: list[str]) -> None:
    def forbid(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace(" 'wasm-unsafe-eval'", ""))

    page.route("**/policies/ningxia/", forbid)
    visit(page, "policies/ningxia/", OTHERS["saves data"])
    page.locator("#calculator-form input").first.focus()
    expect(find_progress(page)).to_contain_text("可能是单位的网关、代理或者服务器另加了安全策略（CSP）")
    assert asked == []
    see_worksheet(page, "/policies/ningxia/worksheet/")
    complaints.clear()


def test_a_page_without_a_worksheet_leads_home(page: Page, base_url: str) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    visit(page, "compare/", OTHERS["saves data"])
    page.locator("#calculator-form").locator("input, select, summary").first.focus()
    find_progress(page).get_by_role("link").click()
    expect(page).to_have_url(base_url)
    page.get_by_text("文件和打印的材料").first.click()
    expect(page.get_by_role("link", name="纸面测算表").first).to_be_visible()


def visit(page: Page, address: str, connection: str) -> None:
    """Open a page on such a connection, and wait until the browser has nothing else to do."""
    page.add_init_script(CONNECTION.format(connection))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate(IDLE)


def find_progress(page: Page) -> Locator:
    return page.locator(".calculator-progress")


def see_worksheet(page: Page, worksheet: str) -> None:
    """Follow the link in the sentence; from a page for frames it opens a window of its own."""
    link = find_progress(page).get_by_role("link", name="纸面测算表")
    if page.locator(".embed").count():
        with page.expect_popup() as opened:
            link.click()
        page = opened.value
    else:
        link.click()
    expect(page).to_have_url(re.compile(f"{worksheet}$"))
    expect(page.locator(".worksheet").first).to_be_visible()
