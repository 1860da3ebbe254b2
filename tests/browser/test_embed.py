"""The calculator in another site's frame: small, with the amount in view, and nothing but its height is told."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calc.policies import POLICIES
from tests.browser.conftest import CARRIER
from tests.browser.contexts import watch
from tests.browser.patience import STARTS

COLLECT = "<script>var told = []; addEventListener('message', function (event) { told.push(event.data); });</script>"

COPIED_EARLIER = """<iframe id="policy-calculator-{id}" src="{site}embed/{id}/"
  title="就业帮扶政策计算器" width="100%" height="900" frameborder="0"></iframe>
<script>
addEventListener("message", function (event) {{
  var frame = document.getElementById("policy-calculator-{id}");
  var data = event.data;
  if (event.source !== frame.contentWindow || !data || data.type !== "policy-calculator-height") return;
  var height = Math.ceil(Number(data.height));
  if (height > 0) frame.height = Math.min(Math.max(height, 300), 30000);
}});
</script>"""
"""What editors copied when frames were as high as the calculator: it stands on their pages."""
MOST = 700
SCROLL = """(result, share) => {
    const { top, height } = result.getBoundingClientRect();
    scrollBy(0, top + share * height - 300);
}"""

SETTLED = """() => new Promise((resolve) => {
    let height = "", pictures = 0;
    const look = () => {
        const now = document.querySelector("iframe").height;
        pictures = now === height ? pictures + 1 : 0;
        height = now;
        if (pictures === 30) resolve(now);
        else requestAnimationFrame(look);
    };
    look();
})"""


@pytest.fixture
def host() -> Iterator[Callable[[str], str]]:
    """Serve a page of HTML on another origin."""
    pages: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages[0].encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()

    def serve(html: str) -> str:
        pages[:] = [html]
        return f"http://127.0.0.1:{server.server_port}/page"

    yield serve
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def host_context(browser: Browser, base_url: str) -> Iterator[BrowserContext]:
    complaints: list[str] = []
    context = browser.new_context(base_url=base_url, locale="zh-CN", service_workers="block")
    watch(context, "http://127.0.0.1:", complaints)
    yield context
    context.close()
    assert not complaints, "\n".join(complaints)


def read_snippet(page: Page, policy: str) -> str:
    page.goto("embedding/")
    snippet = page.locator(".snippet").filter(has=page.locator(f"h2#{policy}")).locator("code")
    expect(snippet).not_to_contain_text("本站的地址")
    return snippet.text_content() or ""


def put_into_page(snippet: str) -> str:
    return f"<!doctype html><html lang=zh><title>host</title>{COLLECT}<body>{snippet}"


def wait_until_settled(page: Page) -> int:
    """Wait until the frame keeps its height, and tell how high it is."""
    return int(page.wait_for_function(SETTLED).json_value())


def test_the_amount_is_in_view_in_a_frame_that_scrolls(
    host_context: BrowserContext, host: Callable[[str], str], base_url: str
) -> None:
    page = host_context.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    snippet = read_snippet(page, "ningxia")
    assert f'src="{base_url}embed/ningxia/"' in snippet
    assert "<script" not in snippet
    page.goto(host(put_into_page(snippet.replace("embed/ningxia/", f"embed/ningxia/{CARRIER}"))))
    frame, inside = page.locator("iframe"), page.frame_locator("iframe")
    bar = inside.locator("#calculator-bar")
    expect(bar).to_contain_text("60,000 元", timeout=STARTS)
    result = inside.locator("#calculator-result")
    expect(result).to_be_visible()
    for share in (1, 0.5, 0):
        result.evaluate(SCROLL, share)
        expect(bar).to_be_in_viewport(ratio=1)
    box, outside = bar.bounding_box(), frame.bounding_box()
    assert box and outside
    assert abs(box["y"] + box["height"] - outside["y"] - outside["height"]) <= 2, "at the foot of the frame"
    assert frame.get_attribute("height") == str(MOST)
    assert inside.locator("body").evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_in_a_frame_one_question_is_asked_at_a_time(host_context: BrowserContext, host: Callable[[str], str]) -> None:
    page = host_context.new_page()
    page.goto(host(put_into_page(read_snippet(page, "ningxia"))))
    inside = page.frame_locator("iframe")
    expect(inside.locator(".is-asked")).to_have_id("ask-who")
    expect(inside.locator(".calculator .question:visible")).to_have_count(0)


def test_a_snippet_that_was_copied_earlier_makes_a_small_frame(
    host_context: BrowserContext, host: Callable[[str], str], base_url: str
) -> None:
    page = host_context.new_page()
    page.goto(host(put_into_page(COPIED_EARLIER.format(id="ningxia", site=base_url))))
    page.wait_for_function("told.length > 0")
    before = wait_until_settled(page)
    assert before <= MOST
    inside = page.frame_locator("iframe")
    inside.locator("#who-carrier").check()
    expect(inside.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    inside.get_by_role("button", name="一次看全部问题").click()
    expect(inside.locator("#f-workers_hired")).to_be_visible()
    assert before <= wait_until_settled(page) <= MOST  # it never shrinks: the page around it would jump
    told = page.evaluate("told")
    assert all(set(message) == {"type", "height", "policy"} for message in told)
    assert {message["type"] for message in told} == {"policy-calculator-height"}
    assert {message["policy"] for message in told} == {"ningxia"}
    assert all(isinstance(message["height"], int) and message["height"] <= MOST for message in told)


def test_a_frame_for_a_role_asks_its_first_question_and_takes_nobody_away(
    host_context: BrowserContext, host: Callable[[str], str], base_url: str
) -> None:
    page = host_context.new_page()
    page.goto("embedding/")
    picker = page.locator(".snippet-picker")
    picker.get_by_label("哪个地区").select_option("济宁")
    picker.get_by_label("给谁用").select_option("用人单位")
    picker.get_by_label("多高").select_option("560")
    snippet = picker.locator("code").inner_text()
    assert f'src="{base_url}embed/jining/#v=1&who=employer"' in snippet
    assert 'title="济宁就业帮扶政策计算器"' in snippet
    assert 'height="560"' in snippet
    expect(picker.locator(".snippet-look")).to_have_attribute("href", f"{base_url}embed/jining/#v=1&who=employer")
    page.goto(host(put_into_page(snippet)))
    inside = page.frame_locator("iframe")
    expect(inside.locator("#who-employer")).to_be_checked()
    expect(inside.locator(".is-asked.question")).to_be_visible()
    assert page.evaluate("document.activeElement === document.body")


def test_a_frame_that_is_cleared_still_asks_whom_its_editor_chose(
    host_context: BrowserContext, host: Callable[[str], str], base_url: str
) -> None:
    page = host_context.new_page()
    snippet = read_snippet(page, "jining")
    expect(page.locator(".snippet-look").first).to_have_attribute("target", "_blank")
    page.goto(host(put_into_page(snippet.replace("embed/jining/", "embed/jining/#v=1&who=employer"))))
    inside = page.frame_locator("iframe")
    expect(inside.locator(".is-asked.question")).to_be_visible(timeout=STARTS)
    inside.get_by_role("button", name="一次看全部问题").click()
    inside.locator("#f-workers_hired").fill("12")
    expect(inside.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    inside.get_by_role("button", name="清空重填").click()
    expect(inside.locator("#f-workers_hired")).to_have_value("")
    expect(inside.locator("#who-employer")).to_be_checked()
    inside.locator("#f-workers_hired").fill("12")
    inside.get_by_role("button", name="结束并清除").click()
    expect(inside.locator("#f-workers_hired")).to_have_value("", timeout=STARTS)
    expect(inside.locator("#who-employer")).to_be_checked()


def test_a_role_that_a_region_does_not_have_cannot_be_chosen(page: Page) -> None:
    page.goto("embedding/")
    picker = page.locator(".snippet-picker")
    picker.get_by_label("哪个地区").select_option("宁夏")
    picker.get_by_label("给谁用").select_option("贫困家庭")
    expect(picker.locator("code")).to_contain_text("who=family")
    picker.get_by_label("哪个地区").select_option("济宁")
    expect(picker.locator("code")).not_to_contain_text("who=")
    expect(picker.get_by_label("给谁用").locator("option", has_text="贫困家庭")).to_be_disabled()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_every_region_has_its_lines(page: Page) -> None:
    page.goto("embedding/")
    expect(page.locator(".snippet-picker")).to_be_hidden()
    page.locator(".snippets-all summary").click()
    expect(page.locator(".snippets-all code:visible")).to_have_count(len(POLICIES))


SHOWN = """field => {
    return new Promise(resolve => new IntersectionObserver(([entry]) => resolve(entry.isIntersecting)).observe(field));
}"""


def test_what_is_missing_brings_to_the_question(host_context: BrowserContext, host: Callable[[str], str]) -> None:
    page = host_context.new_page()
    page.set_viewport_size({"width": 500, "height": 800})
    page.goto(host(put_into_page(read_snippet(page, "jining"))))
    inside = page.frame_locator("iframe")
    inside.locator("#who-worker").check()
    expect(inside.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    inside.get_by_role("button", name="一次看全部问题").click()
    link = inside.locator("#calculator-result a[href^='#f-']:visible").first
    link.click()
    field = inside.locator(f"[id='{(link.get_attribute('href') or '').removeprefix('#')}']")
    expect(field).to_be_focused()
    assert field.evaluate(SHOWN)


def test_a_title_leads_to_the_provision_on_the_whole_page_in_a_new_window(
    host_context: BrowserContext, host: Callable[[str], str], base_url: str
) -> None:
    page = host_context.new_page()
    page.goto(host(put_into_page(read_snippet(page, "jining"))))
    inside = page.frame_locator("iframe")
    inside.locator("#who-worker").check()
    expect(inside.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    inside.get_by_role("button", name="一次看全部问题").click()
    inside.locator("#calculator-result .finding summary").first.click(timeout=STARTS)
    title = inside.locator("#calculator-result .finding .origin a").first
    expect(title).to_be_visible(timeout=STARTS)
    fragment = title.get_attribute("href") or ""
    with page.expect_popup() as popup:
        title.click()
    expect(popup.value).to_have_url(f"{base_url}policies/jining/{fragment}")
    row = popup.value.locator("details.row", has=popup.value.locator(fragment)).last
    expect(row.locator("> summary")).to_be_in_viewport()


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_an_embedded_page_has_no_chrome_and_leads_to_the_whole_page(page: Page, policy) -> None:
    page.goto(f"embed/{policy.id}/")
    expect(page.locator("header, nav, footer, [role=search]")).to_have_count(0)
    expect(page.locator(".embed")).to_contain_text(policy.number)
    link = page.locator(f"a[href='../../policies/{policy.id}/']")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener")
    with page.expect_popup() as popup:
        link.click()
    expect(popup.value.locator("h1")).to_be_visible()


@pytest.mark.first_visit  # no other page may use the clipboard
def test_the_code_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("embedding/")
    text = page.locator(".snippet code").first.text_content()
    page.locator(".snippet").first.get_by_role("button", name="复制代码").click()
    expect(page.locator(".snippet-said").first).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_embedded_pages_are_not_found_by_the_search(base_url: str, page: Page) -> None:
    index = page.request.get("search/search_index.json").json()
    assert not [entry for entry in index["docs"] if entry["location"].startswith("embed/")]
