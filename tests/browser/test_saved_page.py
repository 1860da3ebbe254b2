"""保存离线版: one file, opened from a folder by double click, that calculates and loads nothing."""

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect
from pypdf import PdfReader

from building.places import SITE
from tests.browser.conftest import AMOUNT, CARRIER, SAVE_DATA, save
from tests.browser.patience import STARTS

MOST_BYTES = 9_000_000
LOADS = ("file:", "blob:", "data:")
HOSTILE = "</script><script>window.hostile = 1</script><img src=x onerror='window.hostile = 2'><!--"

Open = Callable[[Path], Page]


@pytest.fixture
def open_file(browser: Browser) -> Iterator[Open]:
    """Open a file as a double click does; whatever it complains of, or asks of a network, fails the test."""
    contexts, complaints = list[BrowserContext](), list[str]()

    def note_request(request: Request) -> None:
        if not request.url.startswith(LOADS):
            complaints.append(request.url)

    def note_message(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(message.text)

    def open_page(file: Path) -> Page:
        context = browser.new_context(locale="zh-CN")
        contexts.append(context)
        context.on("request", note_request)
        context.on("console", note_message)
        context.on("weberror", lambda problem: complaints.append(str(problem.error)))
        page = context.new_page()
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


def test_it_opens_with_its_answers_and_goes_on_calculating(saved: Path, open_file: Open, base_url: str) -> None:
    assert saved.name == "就业帮扶-宁夏-离线版.html"
    page = open_file(saved)
    expect(page.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)
    expect(page.locator("#f-workers_hired")).to_have_value("35")
    page.locator("#f-workers_hired").fill("11")
    expect(page.locator(AMOUNT)).to_have_text("20,000 元")
    expect(page.get_by_role("button", name="保存离线版")).to_be_hidden()
    page.get_by_role("button", name="复制带答案的链接").click()
    expect(page.get_by_label("带答案的链接", exact=True)).to_have_value(re.compile(f"^{base_url}policies/ningxia/#v=1"))
    page.reload()
    expect(page.locator(AMOUNT)).to_have_text("20,000 元", timeout=STARTS)


def test_it_is_one_file_of_at_most_9_megabytes_that_allows_no_address(saved: Path) -> None:
    content = saved.read_bytes()
    assert len(content) <= MOST_BYTES
    policy = re.search(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', content)
    assert policy and content.index(b"<script") > policy.end() and content.index(b"<style") > policy.end()
    directives = dict(directive.split(" ", 1) for directive in policy[1].decode().split("; "))
    assert directives["default-src"] == directives["base-uri"] == directives["form-action"] == "'none'"
    assert "connect-src" not in directives and "'unsafe" not in policy[1].decode()
    sources = " ".join(directives.values())
    assert not re.search(r"http|\*|'self'|file:", re.sub(r"'sha256-[^']*'", "", sources))
    for tag in re.findall(rb"<(?:link|img|iframe|object|embed|base)\b[^>]*>|<script[^>]* src=", content):
        pytest.fail(f"it would load something: {tag!r}")


def test_it_says_where_it_is_from_and_its_hash_is_the_listed_one(
    saved: Path, open_file: Open, base_url: str, page: Page
) -> None:
    notice = open_file(saved).locator(".calculator-saved")
    expect(notice).to_be_visible()
    expect(notice.get_by_role("link", name=base_url)).to_have_attribute("href", f"{base_url}policies/ningxia/")
    expect(notice.get_by_role("link", name="版本与核对")).to_have_attribute("href", f"{base_url}version/")
    expect(notice).to_contain_text(re.compile(r"保存时间\s*20\d\d/"))
    beginning = saved.read_bytes().partition(b'<script type="application/json" id="saved">')[0]
    sha256 = hashlib.sha256(beginning).hexdigest()
    expect(notice).to_contain_text(sha256)
    page.goto("version/")
    expect(page.locator("[data-shell=ningxia]")).to_have_text(sha256)
    for listed in page.locator("[data-shell]").all():
        expect(listed).to_have_text(re.compile("^[0-9a-f]{64}$"))


def test_it_prints_and_has_its_elder_mode(saved: Path, open_file: Open, tmp_path: Path) -> None:
    page = open_file(saved)
    expect(page.locator("#calculator-sheet svg")).to_have_count(1, timeout=STARTS)
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    text = "".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "sheet.pdf").pages)
    assert "60,000" in text
    page.get_by_role("button", name="长辈版").click()
    expect(page.locator("html[data-elder]")).to_have_count(1)
    page.locator("a[href='#calculator-result']").first.evaluate("link => link.click()")
    assert page.url.endswith("#calculator-result")


def test_it_needs_no_storage(saved: Path, open_file: Open, tmp_path: Path) -> None:
    forbidden = 'Object.defineProperty(globalThis, "sessionStorage", {get() { throw new Error("forbidden"); }});'
    head = '<meta charset="utf-8">'
    before, _, after = saved.read_text(encoding="utf-8").partition(head)
    without = tmp_path / "without.html"
    # In front of the policy, which would stop it.
    without.write_text(f"{before}{head}<script>{forbidden}</script>{after}", encoding="utf-8")
    expect(open_file(without).locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)


def test_no_answer_becomes_part_of_the_page(page: Page, tmp_path: Path, open_file: Open) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto("policies/ningxia/")
    page.locator("#who-carrier").check()
    page.locator("#f-workers_hired").fill(HOSTILE)
    opened = open_file(save(page, tmp_path))
    expect(opened.locator("#f-workers_hired")).to_have_value(HOSTILE)
    expect(opened.locator("#result-carrier-subsidy")).to_be_visible(timeout=STARTS)
    assert opened.evaluate("window.hostile") is None


@pytest.mark.parametrize("address", ["compare/", "planning/", "policies/dalian/"])
def test_other_pages_can_be_saved_as_well(
    page: Page, base_url: str, tmp_path: Path, open_file: Open, address: str
) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(address)
    file = save(page, tmp_path)
    assert file.stat().st_size <= MOST_BYTES
    opened = open_file(file)
    expect(opened.locator(".calculator-saved")).to_be_visible()
    if address == "compare/":
        opened.get_by_text("看一个例子").click()
        opened.locator("[data-example]").first.click()
        link = opened.get_by_role("link", name=re.compile("去看条款 ?（宁夏")).first
        expect(link).to_have_attribute("href", re.compile(f"^{base_url}policies/ningxia/#v=1"), timeout=STARTS)


@pytest.mark.first_visit
def test_a_failure_is_said(page: Page, complaints: list[str]) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto("policies/ningxia/")
    page.route("**/runtime/rest.*", lambda route: route.abort())
    page.get_by_role("button", name="保存离线版").click()
    expect(page.locator(".calculator-saving")).to_contain_text("没有保存成功", timeout=STARTS)
    page.unroute("**/runtime/rest.*")
    complaints.clear()
    with page.expect_download(timeout=STARTS):
        page.get_by_role("button", name="保存离线版").click()


def test_a_page_opened_from_a_folder_can_be_saved(open_file: Open, tmp_path: Path) -> None:
    page = open_file(SITE / "policies/ningxia/index.html")
    page.get_by_text("看一个例子").click()
    page.get_by_role("button", name="就业扶贫载体一次性补贴").click()
    opened = open_file(save(page, tmp_path))
    expect(opened.locator(AMOUNT)).to_have_text("20,000 元", timeout=STARTS)
    expect(opened.locator(".calculator-saved")).to_contain_text("文件夹里的网站")
    expect(opened.locator("a[href]:not([href^='#'])")).to_have_count(0)
    expect(opened.get_by_role("button", name="复制带答案的链接")).to_have_count(0)
    expect(opened.locator("#calculator-sheet")).to_contain_text("20,000 元")
    expect(opened.locator("#calculator-sheet svg")).to_have_count(0)


def write_copy(page: Page, folder: Path, *, with_scripts: bool) -> Path:
    """What the browser's "save page as" makes: the page as it stands, with its files in a folder beside it."""
    folder /= "with scripts" if with_scripts else "without"
    files = folder / "copy_files"
    files.mkdir(parents=True)

    def bring_along(found: re.Match[str]) -> str:
        file = (SITE / "policies/ningxia" / found[2]).resolve()
        if with_scripts or file.suffix != ".js":
            (files / file.name).write_bytes(file.read_bytes())
        return f'{found[1]}./copy_files/{file.name}"'

    text = re.sub(r'((?:src|href)=")([^"#]*/assets/[^"]*)"', bring_along, page.content())
    copy = folder / "copy.html"
    copy.write_text(text, encoding="utf-8")
    return copy


def test_a_copy_by_the_browser_says_that_it_cannot_calculate(
    page: Page, base_url: str, browser: Browser, tmp_path: Path
) -> None:
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)
    expect(page.locator(".calculator-copy")).to_be_hidden()
    with closing(browser.new_page()) as copied:
        for with_scripts in (False, True):
            copied.goto(write_copy(page, tmp_path, with_scripts=with_scripts).as_uri())
            expect(copied.locator(AMOUNT)).to_have_text("60,000 元")
            notice = copied.locator(".calculator-copy")
            expect(notice).to_contain_text("保存离线版")
            expect(notice.get_by_role("link")).to_have_attribute("href", f"{base_url}policies/ningxia/")
        copied.locator("#who-carrier").check()  # the browser has left out what was chosen
        expect(copied.locator(".calculator-progress")).to_contain_text("保存离线版")
