"""The end of a visit at a service hall's PC: what the site keeps goes, what others keep stays, and the page says so."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from building.places import ROOT, SITE
from building.serving import SiteHandler
from tests.browser.conftest import AMOUNT, CARRIER, SAVE_DATA
from tests.browser.contexts import watch
from tests.browser.patience import STARTS
from tests.browser.test_offline import KEPT, KEPT_VERSION, Host
from tests.browser.test_privacy import LEAD_TO_COMPARE

pytestmark = pytest.mark.first_visit  # and clocks of their own

MINUTES = 5
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
IDLE = MINUTES * 60 * 1_000
SETTLED = 31_000  # milliseconds until the warning has counted down
OWN = "policy-calculator."
STRANGER = ["a stranger's", "calculator:/policies/jining/:jining", "/other/.__palette", "policy"]
"""Names that other applications of the same host keep things under, as like ours as they may be."""

LEAVE_A_STRANGER_S = """async (names) => {
    for (const name of names) {
        localStorage.setItem(name, "theirs");
        sessionStorage.setItem(name, "theirs");
    }
    await (await caches.open("site-theirs")).put("/theirs", new Response("theirs"));
    await (await caches.open("memory-theirs")).put("/theirs", new Response("theirs"));
    await caches.open("policy-calculator.memory-/copy/ 1"); // another copy of the site on the same host
    await caches.open("policy-calculator.site-/copy/ 1");
    await new Promise((resolve) => { indexedDB.open("theirs").onsuccess = resolve; });
    await navigator.serviceWorker.register("/stranger/worker.js");
}"""
READ_ALL = """async () => ({
    local: Object.keys(localStorage).sort(),
    session: Object.keys(sessionStorage).sort(),
    caches: (await caches.keys()).sort(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname).sort(),
})"""
READ_OWN = """(own) => [localStorage, sessionStorage].flatMap(Object.keys).filter((key) => key.startsWith(own))"""
COME_BACK_FROZEN = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
LEAVE = "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"

CLEARED = "已经清除，页面和新的一样"
END = "结束并清除"


@pytest.fixture
def shared_host(tmp_path: Path) -> Iterator[Host]:
    """A host that has another application beside the site."""
    for entry in SITE.iterdir():
        (tmp_path / entry.name).symlink_to(entry)
    (tmp_path / "stranger").mkdir()
    (tmp_path / "stranger/worker.js").write_text("addEventListener('fetch', () => {});", encoding="utf-8")
    host = Host(SiteHandler)
    host.site = tmp_path
    yield host
    host.close()


@pytest.fixture
def hall(browser: Browser, shared_host: Host) -> Iterator[BrowserContext]:
    """The browser of a service hall, which may keep whatever it is given."""
    complaints: list[str] = []
    context = browser.new_context(base_url=shared_host.address, locale="zh-CN", service_workers="allow")
    watch(context, shared_host.address, complaints)
    yield context
    context.close()
    assert not complaints, "\n".join(complaints)


def choose_worker(page: Page, policy: str = "jining") -> None:
    page.goto(f"policies/{policy}/")
    page.get_by_role("radio", name="劳动者").first.check()


def test_everything_of_the_site_goes_and_nothing_of_others(hall: BrowserContext) -> None:
    page = hall.new_page()
    choose_worker(page, "shaoxing")
    choose_worker(page)
    page.get_by_role("button", name="长辈版").first.click()
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    page.wait_for_function("() => caches.keys().then((names) => names.some((name) => name.includes('memory-')))")
    page.reload()
    expect(page.locator("[data-text-kept]")).to_have_text(KEPT_VERSION, timeout=KEPT)
    page.evaluate(LEAVE_A_STRANGER_S, STRANGER)
    before = page.evaluate(READ_ALL)
    for kind in ("local", "session", "caches"):
        assert any(name.startswith(OWN) for name in before[kind]), kind
    assert before["workers"] == ["/", "/stranger/"]

    page.get_by_role("button", name=END).click()
    expect(page.locator(".cleared")).to_be_focused(timeout=STARTS)
    expect(page.locator(".cleared")).to_contain_text(CLEARED)
    expect(page.locator(".cleared")).to_contain_text("没有网络时用的网页。")
    expect(page).to_have_url(re.compile("/policies/jining/$"))
    expect(page.locator("#who-worker")).not_to_be_checked()
    expect(page.locator("html")).not_to_have_attribute("data-elder", "")
    after = page.evaluate(READ_ALL)
    assert [name for name in after["local"] if name not in STRANGER] == ["/.__palette"] * (
        "/.__palette" in after["local"]  # the theme writes its own default with every page
    )
    assert set(after["local"]) >= set(STRANGER)
    assert after["session"] == sorted(STRANGER)
    copies = ["policy-calculator.memory-/copy/ 1", "policy-calculator.site-/copy/ 1"]
    assert after["caches"] == ["memory-theirs", *copies, "site-theirs"]
    assert after["databases"] == ["theirs"]
    assert after["workers"] == ["/stranger/"]


def test_python_goes_first_for_it_may_be_about_to_keep_its_memory(hall: BrowserContext) -> None:
    page = hall.new_page()
    choose_worker(page)
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    assert page.workers
    asked: list[Route] = []
    page.route(
        "**/policies/jining/", lambda route: asked.append(route) if route.request.method == "HEAD" else route.fallback()
    )
    with page.workers[0].expect_event("close"):
        page.get_by_role("button", name=END).click()
    (waiting,) = asked
    waiting.continue_()
    expect(page.locator(".cleared")).to_be_focused(timeout=STARTS)


def test_nothing_is_kept_anew_before_somebody_goes_on(hall: BrowserContext, shared_host: Host) -> None:
    page = hall.new_page()
    choose_worker(page)
    expect(page.locator("[data-text-kept]")).to_have_text(KEPT_VERSION, timeout=KEPT)
    page.get_by_role("button", name=END).click()
    expect(page.locator(".cleared")).to_be_focused(timeout=STARTS)
    shared_host.asked.clear()
    page.wait_for_load_state("networkidle")
    kept = page.evaluate(READ_ALL)
    assert kept["local"] in ([], ["/.__palette"])
    assert kept["session"] == kept["caches"] == kept["workers"] == []
    assert [address for address in shared_host.asked if "runtime/" in address] == []

    page.get_by_role("radio", name="劳动者").first.check()
    expect(page.locator("[data-text-kept]")).to_have_text(KEPT_VERSION, timeout=KEPT)


def test_other_tabs_start_anew_too(context: BrowserContext) -> None:
    one, other = context.new_page(), context.new_page()
    choose_worker(other, "ningxia")
    choose_worker(one)
    one.get_by_role("button", name=END).click()
    expect(one.locator(".cleared")).to_contain_text(CLEARED, timeout=STARTS)
    expect(other.locator(".cleared")).to_contain_text(CLEARED, timeout=STARTS)
    for page in (one, other):
        expect(page.locator("[name=who]:checked")).to_have_count(0)
        assert page.evaluate(READ_OWN, OWN) == []


def test_a_page_that_the_browser_froze_does_not_bring_answers_back(page: Page) -> None:
    choose_worker(page)
    page.evaluate(LEAVE)
    page.evaluate(COME_BACK_FROZEN)
    expect(page.locator("#who-worker")).to_be_checked()  # nothing was cleared meanwhile
    page.evaluate(LEAVE)
    page.evaluate("sessionStorage.clear()")
    with page.expect_navigation():
        page.evaluate(COME_BACK_FROZEN)
    expect(page.locator("#who-worker")).not_to_be_checked()


def test_the_way_back_brings_no_answer_back(page: Page) -> None:
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page.locator("#f-workers_hired")).to_have_value("35")
    choose_worker(page)
    page.get_by_role("button", name=END).click()
    expect(page.locator(".cleared")).to_be_focused(timeout=STARTS)
    page.go_back()
    expect(page).to_have_url(re.compile("/policies/ningxia/$"))
    expect(page.locator("h1")).to_contain_text("宁夏")
    expect(page.locator("#f-workers_hired")).to_have_value("")
    expect(page.locator("[name=who]:checked")).to_have_count(0)
    expect(page.locator(AMOUNT)).to_have_count(0)
    expect(page.get_by_role("button", name="恢复刚才填的内容")).to_be_hidden()


def test_a_tab_that_comes_back_after_the_end_of_its_visit_is_empty(context: BrowserContext) -> None:
    """A browser reopens a closed tab with its storage, and wakes one that slept and heard nothing."""
    closed, page = context.new_page(), context.new_page()
    choose_worker(closed)
    left = closed.evaluate("({ ...sessionStorage })")
    closed.close()
    choose_worker(page, "ningxia")
    page.get_by_role("button", name=END).click()
    expect(page.locator(".cleared")).to_contain_text(CLEARED, timeout=STARTS)
    reopened = context.new_page()
    reopened.goto("404.html")
    reopened.evaluate("(left) => Object.assign(sessionStorage, left)", left)
    reopened.goto("policies/jining/")
    expect(reopened.locator("h1")).to_contain_text("济宁")
    expect(reopened.locator("[name=who]:checked")).to_have_count(0)
    assert reopened.evaluate(READ_OWN, OWN) == []
    choose_worker(reopened)  # somebody else's answers stay
    reopened.reload()
    expect(reopened.locator("#who-worker")).to_be_checked()


def test_a_tab_that_heard_nothing_is_cleared_once_it_is_seen(context: BrowserContext) -> None:
    deaf = context.new_page()
    deaf.add_init_script(
        "delete globalThis.BroadcastChannel; addEventListener('storage', stop, true);"
        "function stop(event) { event.stopImmediatePropagation(); }"
    )
    choose_worker(deaf)
    page = context.new_page()
    choose_worker(page)
    page.get_by_role("button", name=END).click()
    expect(page.locator(".cleared")).to_contain_text(CLEARED, timeout=STARTS)
    deaf.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(deaf.locator(".cleared")).to_contain_text(CLEARED, timeout=STARTS)
    expect(deaf.locator("[name=who]:checked")).to_have_count(0)


def test_a_browser_without_a_channel_tells_other_tabs_all_the_same(context: BrowserContext) -> None:
    old, page = context.new_page(), context.new_page()
    old.add_init_script("delete globalThis.BroadcastChannel")
    choose_worker(old)
    choose_worker(page)
    page.get_by_role("button", name=END).click()
    expect(old.locator(".cleared")).to_contain_text(CLEARED, timeout=STARTS)


def test_links_of_the_site_leave_no_answer_in_the_history(page: Page) -> None:
    met: list[str] = []
    page.on("framenavigated", lambda frame: met.append(frame.url))
    page.goto("policies/jining/")
    page.locator("main").evaluate(LEAD_TO_COMPARE)
    page.locator("#try").click()
    expect(page).to_have_url(re.compile("/compare/$"))
    expect(page.locator("#who-person")).to_be_checked()
    assert met
    assert [address for address in met if "#v=" in address] == []


def test_what_a_browser_will_not_delete_is_told(page: Page) -> None:
    page.add_init_script("CacheStorage.prototype.delete = () => Promise.reject(new Error('no'))")
    choose_worker(page)
    page.evaluate("(name) => caches.open(name)", f"{OWN}site-/ for-ever")
    page.get_by_role("button", name=END).click()
    expect(page.locator(".cleared p:visible").first).to_contain_text("没有全部清除", timeout=STARTS)
    expect(page.locator(".cleared p:visible")).to_have_count(2)
    other = page.context.new_page()  # one that deletes again
    other.goto("privacy/")
    assert other.evaluate("(name) => caches.delete(name)", f"{OWN}site-/ for-ever")


@pytest.mark.parametrize("address", ["compare/", "planning/", "policies/dalian/", "embed/ningxia/"])
def test_every_calculator_offers_it(page: Page, address: str) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(address)
    expect(page.get_by_role("button", name=END)).to_be_visible()


# After idle minutes


@pytest.fixture
def idle_page(page: Page, complaints: list[str]) -> Iterator[Page]:
    """A page as an agency has it that switched the clearing on, after a visitor has chosen something, with a clock."""
    page.add_init_script(SAVE_DATA)
    page.route("**/privacy/", switch_on)
    choose_worker(page)
    page.clock.install(time=NOW)
    page.goto("privacy/")
    page.clock.pause_at(NOW + timedelta(minutes=1))  # from here on it goes as the test lets it
    page.keyboard.press("Shift")
    yield page
    # The theme's own timers stumble over a clock that leaps.
    complaints[:] = [told for told in complaints if "executing a cancelled action" not in told]


def switch_on(route: Route) -> None:
    """Answer with the page as it is where an agency has set the minutes."""
    template = Environment(loader=FileSystemLoader(ROOT / "building/theme")).get_template("partials/clear.html")
    html = template.render(config={"extra": {"idle_minutes": MINUTES}})
    answer = route.fetch()
    route.fulfill(
        response=answer, body=answer.text().replace("</article>", f"{html[html.index('<dialog') :]}</article>")
    )


def is_kept(page: Page) -> bool:
    return bool(page.evaluate(READ_OWN, OWN))


def test_idle_minutes_warn_count_down_and_clear(idle_page: Page) -> None:
    idle_page.clock.fast_forward(IDLE - 1_000)
    expect(idle_page.get_by_role("alertdialog")).to_be_hidden()
    idle_page.clock.run_for(1_000)
    warning = idle_page.get_by_role("alertdialog", name="您还在吗？")
    expect(warning).to_be_visible()
    expect(warning).to_have_accessible_description(re.compile("5 分钟没有操作.*30 秒以后自动清除"))
    expect(warning.get_by_role("button")).to_be_focused()
    expect(warning.get_by_role("status")).to_have_text("还有 30 秒")
    idle_page.clock.run_for(10_000)
    expect(warning.locator(".idle-left")).to_have_text("还有 20 秒")
    expect(warning.get_by_role("status")).to_have_text("还有 20 秒")
    idle_page.clock.run_for(1_000)
    expect(warning.locator(".idle-left")).to_have_text("还有 19 秒")
    expect(warning.get_by_role("status")).to_have_text("还有 20 秒")
    assert is_kept(idle_page)
    idle_page.clock.run_for(SETTLED)
    expect(idle_page.locator(".cleared")).to_contain_text(CLEARED)
    expect(idle_page.get_by_role("alertdialog")).to_be_hidden()
    assert not is_kept(idle_page)
    idle_page.clock.fast_forward(2 * IDLE)  # there is nothing left to clear, so nobody is asked
    expect(idle_page.get_by_role("alertdialog")).to_be_hidden()


def test_idle_minutes_clear_a_roster_that_lies_open(page: Page, complaints: list[str]) -> None:
    page.add_init_script(SAVE_DATA)
    page.route("**/roster/jining/", switch_on)
    page.clock.install(time=NOW)
    page.goto("roster/jining/")
    roster = {"name": "名册.csv", "mimeType": "text/csv", "buffer": "姓名,建档立卡\n秘密,是\n".encode()}
    page.locator("#roster-file").set_input_files(roster)  # type: ignore[arg-type]
    expect(page.locator("#roster-opened")).to_contain_text("秘密", timeout=STARTS)
    page.clock.fast_forward(IDLE)
    expect(page.get_by_role("alertdialog", name="您还在吗？")).to_be_visible()
    page.clock.run_for(SETTLED)
    expect(page.locator(".cleared")).to_contain_text(CLEARED)
    expect(page.locator("#roster-opened")).to_be_hidden()
    assert "秘密" not in page.content()
    complaints[:] = [told for told in complaints if "executing a cancelled action" not in told]


STOPS: dict[str, Callable[[Page], None]] = {
    "any key": lambda page: page.keyboard.press("x"),
    "Escape": lambda page: page.keyboard.press("Escape"),
    "the button": lambda page: page.get_by_role("button", name="我还在").evaluate("(button) => button.click()"),
    "a click": lambda page: page.mouse.click(5, 5),
}


@pytest.mark.parametrize("stop", STOPS)
def test_any_sign_of_life_stops_it_as_often_as_one_likes(idle_page: Page, stop: str) -> None:
    link = idle_page.get_by_role("link", name="无障碍").last
    link.focus()
    for _ in range(3):
        idle_page.clock.fast_forward(IDLE)
        expect(idle_page.get_by_role("alertdialog")).to_be_visible()
        idle_page.clock.run_for(20_000)
        STOPS[stop](idle_page)
        expect(idle_page.get_by_role("alertdialog")).to_be_hidden()
        expect(link).to_be_focused()
        idle_page.clock.run_for(SETTLED)
        assert is_kept(idle_page)


@pytest.mark.browser_context_args(has_touch=True)
def test_a_touch_stops_it_and_hits_nothing_beneath(idle_page: Page) -> None:
    idle_page.clock.fast_forward(IDLE)
    expect(idle_page.get_by_role("alertdialog")).to_be_visible()
    logo = idle_page.locator("header .md-logo").bounding_box()
    assert logo
    idle_page.touchscreen.tap(logo["x"] + 5, logo["y"] + 5)
    expect(idle_page.get_by_role("alertdialog")).to_be_hidden()
    expect(idle_page).to_have_url(re.compile("/privacy/$"))
    assert is_kept(idle_page)


def test_who_is_busy_in_another_tab_is_not_idle(idle_page: Page, context: BrowserContext) -> None:
    other = context.new_page()
    other.add_init_script(SAVE_DATA)
    other.route("**/privacy/", switch_on)
    other.goto("privacy/")
    idle_page.clock.fast_forward(IDLE)
    expect(idle_page.get_by_role("alertdialog")).to_be_visible()
    idle_page.clock.run_for(1_100)  # of all tabs; one speaks at most once a second
    other.keyboard.press("Tab")
    expect(idle_page.get_by_role("alertdialog")).to_be_hidden()


def test_nobody_is_asked_where_the_agency_did_not_switch_it_on(page: Page) -> None:
    page.add_init_script(SAVE_DATA)
    choose_worker(page)
    page.clock.install()
    page.goto("privacy/")
    page.clock.fast_forward(10 * IDLE)
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    assert is_kept(page)
