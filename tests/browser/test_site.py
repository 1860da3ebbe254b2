"""Every built page, as it is: complete without scripts, asking nothing of other hosts."""

import re

import pytest
from playwright.sync_api import Page, expect

from building.places import SITE
from calc.policies import POLICIES

PAGES = sorted(page.relative_to(SITE).as_posix().removesuffix("index.html") for page in SITE.rglob("index.html"))


@pytest.mark.parametrize("address", PAGES)
def test_page_loads_without_complaint(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.browser_context_args(java_script_enabled=False)
def test_page_is_readable_without_scripts(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".calculator-progress:visible")).to_have_count(0)


def test_search_finds_chinese_words_and_stays_on_the_site(page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("补贴 ")  # the search listens to keys, and the space is one
    results = page.locator(".md-search-result__item")
    expect(results.first).to_contain_text("补贴")


def test_the_site_map_leads_to_every_page_and_calls_each_region_by_its_name(page: Page, base_url: str) -> None:
    page.goto("site-map/")
    links = page.locator("article").get_by_role("link")
    names = dict(zip(links.evaluate_all("links => links.map(link => link.href)"), links.all_inner_texts(), strict=True))
    wanted = {f"{base_url}{address}" for address in PAGES if not address.startswith("embed/")}
    assert wanted - set(names) == set()
    for policy in POLICIES.values():
        assert names[f"{base_url}policies/{policy.id}/"] == policy.region


def test_the_tabs_fit_a_desktop(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("")
    tabs = page.locator(".md-tabs__list")
    last = tabs.locator("li").last.evaluate("tab => tab.getBoundingClientRect().right")
    assert last <= 1280
    assert tabs.evaluate("list => list.scrollWidth <= list.clientWidth")


def test_no_page_names_another_host_for_what_it_loads() -> None:
    loads = re.compile(r"""<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)=["']?(?:https?:)?//""")
    for page in SITE.rglob("*.html"):
        assert not loads.search(page.read_text()), page


def test_no_fence_is_shown_as_code() -> None:
    """Superfences swallows what a fence raises, and shows the fence as it was written."""
    for page in SITE.rglob("*.html"):
        assert not re.search(r"<code[^>]*>calc\s", page.read_text()), page


def test_scripts_and_styles_of_ours_are_files() -> None:
    """Only Material's own inline scripts are left, which can be listed by hash in a policy."""
    for page in SITE.rglob("*.html"):
        assert not re.search(r"""<[a-z][^>]*\s(?:on[a-z]+|style)=["']""", page.read_text()), page
