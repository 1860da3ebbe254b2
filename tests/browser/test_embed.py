"""The calculator in another site's frame: its height follows, and nothing but its height is told."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calc.policies import POLICIES
from tests.browser.contexts import watch
from tests.browser.patience import STARTS

COLLECT = "<script>var told = []; addEventListener('message', function (event) { told.push(event.data); });</script>"

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
    return snippet.inner_text()


def wait_until_settled(page: Page) -> int:
    """Wait until the frame is as high as what stands in it, and tell how high."""
    return int(page.wait_for_function(SETTLED).json_value())


def test_the_snippet_as_it_is_copied_makes_the_frame_as_high_as_the_calculator(
    host_context: BrowserContext, host: Callable[[str], str], base_url: str
) -> None:
    page = host_context.new_page()
    snippet = read_snippet(page, "ningxia")
    assert f'src="{base_url}embed/ningxia/"' in snippet
    page.goto(host(f"<!doctype html><html lang=zh><title>host</title>{COLLECT}<body>{snippet}"))
    frame, inside = page.locator("iframe"), page.frame_locator("iframe")
    expect(inside.locator("h1")).to_contain_text("宁夏")
    page.wait_for_function("told.length > 0 && document.querySelector('iframe').height !== '900'")
    before = int(frame.get_attribute("height") or 0)

    inside.locator("#who-carrier").check()
    expect(inside.locator("#calculator-result .finding").first).to_be_visible(timeout=STARTS)
    inside.locator("#f-workers_hired").fill("35")
    expect(inside.locator("#calculator-result .amount").first).to_contain_text("60,000 元")
    page.wait_for_function("before => Number(document.querySelector('iframe').height) > before + 300", arg=before)
    settled = wait_until_settled(page)  # the page does not grow with its own frame
    content = inside.locator(".embed").evaluate("embed => embed.getBoundingClientRect().bottom")
    assert abs(settled - content) <= 2

    told = page.evaluate("told")
    assert all(set(message) == {"type", "height", "policy"} for message in told)
    assert {message["type"] for message in told} == {"policy-calculator-height"}
    assert {message["policy"] for message in told} == {"ningxia"}
    assert all(isinstance(message["height"], int) for message in told)


def test_the_host_listens_to_its_frame_alone_and_to_no_absurd_height(
    host_context: BrowserContext, host: Callable[[str], str]
) -> None:
    page = host_context.new_page()
    snippet = read_snippet(page, "jining")
    page.goto(host(f"<!doctype html><html lang=zh><title>host</title>{COLLECT}<body>{snippet}"))
    page.wait_for_function("told.length > 0")
    height = wait_until_settled(page)
    host_itself, inside = page.frames
    for sender, told, taken in (
        (host_itself, 5000, height),
        (inside, 1e9, 30_000),
        (inside, 1, 300),
        (inside, "x", 300),
    ):
        message = {"type": "policy-calculator-height", "height": told, "policy": "jining"}
        sender.evaluate("message => parent.postMessage(message, '*')", message)
        page.wait_for_function("height => told.some((message) => message.height === height)", arg=told)
        assert page.locator("iframe").get_attribute("height") == str(taken)


SHOWN = """field => {
    return new Promise(resolve => new IntersectionObserver(([entry]) => resolve(entry.isIntersecting)).observe(field));
}"""


def test_what_is_missing_brings_the_host_to_the_question(
    host_context: BrowserContext, host: Callable[[str], str]
) -> None:
    page = host_context.new_page()
    page.set_viewport_size({"width": 500, "height": 800})
    snippet = read_snippet(page, "jining")
    page.goto(host(f"<!doctype html><html lang=zh><title>host</title>{COLLECT}<body>{snippet}"))
    inside = page.frame_locator("iframe")
    inside.locator("#who-worker").check()
    link = inside.locator("#calculator-result .missing a").first
    expect(link).to_be_visible(timeout=STARTS)
    wait_until_settled(page)
    link.click()
    field = inside.locator(f"[id='{(link.get_attribute('href') or '').removeprefix('#')}']")
    expect(field).to_be_focused()
    assert field.evaluate(SHOWN)


def test_a_title_leads_to_the_provision_on_the_whole_page_in_a_new_window(
    host_context: BrowserContext, host: Callable[[str], str], base_url: str
) -> None:
    page = host_context.new_page()
    snippet = read_snippet(page, "jining")
    page.goto(host(f"<!doctype html><html lang=zh><title>host</title>{COLLECT}<body>{snippet}"))
    inside = page.frame_locator("iframe")
    inside.locator("#who-worker").check()
    inside.locator("#calculator-result .finding summary").first.click(timeout=STARTS)
    title = inside.locator("#calculator-result .finding .origin a").first
    expect(title).to_be_visible(timeout=STARTS)
    fragment = title.get_attribute("href") or ""
    with page.expect_popup() as popup:
        title.click()
    expect(popup.value).to_have_url(f"{base_url}policies/jining/{fragment}")
    expect(popup.value.locator(fragment)).to_be_in_viewport()


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
    text = read_snippet(page, "dalian")
    page.locator(".snippet").first.get_by_role("button", name="复制代码").click()
    expect(page.locator(".snippet-said").first).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_embedded_pages_are_not_found_by_the_search(base_url: str, page: Page) -> None:
    index = page.request.get("search/search_index.json").json()
    assert not [entry for entry in index["docs"] if entry["location"].startswith("embed/")]
