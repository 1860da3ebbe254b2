"""The built site opened from a folder, as from a USB stick: in a path with spaces and Chinese characters."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from building.places import SITE
from tests.browser.conftest import SAVE_DATA
from tests.browser.patience import STARTS


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """The address of the site's folder."""
    place = tmp_path / "移动 盘" / "就业 政策"
    place.parent.mkdir()
    place.symlink_to(SITE, target_is_directory=True)
    return place.as_uri()


@pytest.fixture
def opened(browser: Browser, folder: str) -> Iterator[Page]:
    """A page that may load files of the folder, and nothing else."""
    context, complaints = browser.new_context(locale="zh-CN"), list[str]()
    context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda problem: complaints.append(str(problem.error)))
    context.on(
        "request",
        lambda request: None if request.url.startswith((folder, "blob:", "data:")) else complaints.append(request.url),
    )
    page = context.new_page()
    page.add_init_script(SAVE_DATA)
    yield page
    context.close()
    assert not complaints, "\n".join(complaints)


def test_it_calculates(opened: Page, folder: str) -> None:
    opened.goto(f"{folder}/policies/ningxia/index.html")
    opened.locator("#who-carrier").check()
    expect(opened.locator("#result-carrier-subsidy")).to_be_visible(timeout=STARTS)


def test_its_links_lead_to_pages(opened: Page, folder: str) -> None:
    opened.goto(f"{folder}/index.html")
    opened.locator("a[href*='policies/ningxia/']").filter(visible=True).first.click()
    expect(opened.locator("h1")).to_contain_text("宁夏")
    # The page stands there before its script has run: what counts is that no link to a folder is left.
    opened.wait_for_function(
        """(folder) => [...document.links].every(
            ({ href }) => !href.startsWith(folder) || !href.split("#")[0].endsWith("/"))""",
        arg=folder,
    )


@pytest.mark.parametrize("begins_at", ["index.html", "policies/jining/index.html"])
def test_its_search_finds_pages(opened: Page, folder: str, begins_at: str) -> None:
    opened.goto(f"{folder}/{begins_at}")
    opened.get_by_role("textbox", name="搜索").click()
    opened.keyboard.type("交通补贴")
    results = opened.locator(".md-search-result__item")
    expect(results.first).to_be_visible()
    results.locator("a[href*='policies/ningxia/']").first.click()
    expect(opened).to_have_url(re.compile("/policies/ningxia/index.html"))
    expect(opened.locator("h1")).to_contain_text("宁夏")


def test_its_search_opens_a_page_by_keyboard(opened: Page, folder: str) -> None:
    opened.goto(f"{folder}/index.html")
    opened.keyboard.press("/")
    opened.keyboard.type("无障碍 ")
    expect(opened.locator(".md-search-result__item").first).to_be_visible()
    opened.keyboard.press("Enter")
    expect(opened).to_have_url(re.compile("/[a-z-]+/index.html"))


def test_a_page_without_its_runtime_says_so(browser: Browser, tmp_path: Path) -> None:
    """Copied out of the folder, the page has no runtime beside it: it stays readable, and says what is missing."""
    page = browser.new_page()
    alone = tmp_path / "page.html"
    alone.write_text((SITE / "policies/ningxia/index.html").read_text().replace("../../runtime/", "./nowhere/"))
    alone.write_text(alone.read_text().replace("../../assets", f"{SITE.as_uri()}/assets"))
    page.goto(alone.as_uri())
    page.locator("#who-carrier").check()
    expect(page.locator(".calculator-progress")).to_contain_text("旁边没有计算器的文件")
    page.close()
