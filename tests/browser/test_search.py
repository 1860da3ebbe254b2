"""People's own words lead to the provision, with its sum beside it: online, and in a site opened from a folder."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from building.places import SITE
from calc.policies import POLICIES

CLEAR = "rgba(0, 0, 0, 0)"

FOUND = {
    "路费": ("jining/#travel-meal-subsidy", "1,500 元"),
    "车费": ("ningxia/#transport-subsidy", "800 元"),
    "老板": ("jining/#wanzhou-employer-subsidy", "每人 6,000 元"),
    "山东": ("jining/#", "元"),
    "重庆": ("jining/#", "元"),
    "万州": ("jining/#wanzhou-employer-subsidy", "6,000 元"),
    "基地认定": ("dalian/#base-recognition", ""),
    "打工": ("#", "元"),
    "贫困户": ("#", "元"),
    "工资": ("ningxia/#transport-subsidy", "800 元"),
    "培训费": ("#", "元"),
    "租金": ("shaoxing/#rent-subsidy", "每个月 500 元"),
    "残疾": ("ningxia/#public-post-living", "每个月"),
    "怎么申请": ("jining/#apply", ""),
    "怎么办": ("ningxia/#apply", ""),
    "中介": ("#agent-subsidy", "元"),
    "开店": ("ningxia/#startup-subsidy", "10,000 元"),
}
"""For each word the end of a link among the results, and what stands beside it."""


def search(page: Page, word: str) -> Locator:
    page.get_by_role("textbox", name="搜索").click()
    expect(page.locator(".md-search-result__meta")).to_have_text("键入以开始搜索")
    page.keyboard.insert_text(word)
    results = page.locator(".md-search-result__item")
    expect(results.first).to_be_visible()
    return results


@pytest.mark.parametrize("word", FOUND)
def test_a_word_leads_to_a_provision_with_its_sum(page: Page, word: str) -> None:
    page.goto("")
    address, sum_ = FOUND[word]
    link = search(page, word).locator(f"> a[href*='policies/'][href*='{address}']").first
    expect(link).to_be_visible()
    assert sum_ in (link.text_content() or "").replace("\u200b", "")


def test_a_place_marks_no_sum(page: Page) -> None:
    page.goto("")
    marks = search(page, "万州").locator("mark")
    expect(marks.first).to_be_attached()
    assert {text.replace("\u200b", "") for text in marks.all_text_contents()} <= {"万州", "万州区"}


def test_the_recognition_of_bases_comes_first(page: Page) -> None:
    page.goto("")
    first = search(page, "基地认定").first.locator("> a").nth(1)
    expect(first).to_contain_text("认定")
    assert (first.get_attribute("href") or "").endswith("policies/dalian/#base-recognition")


def test_how_to_apply_is_told_step_by_step(page: Page) -> None:
    page.goto("")
    search(page, "怎么申请").locator("> a[href*='jining/#apply']").first.click()
    heading = page.locator("h2#apply")
    expect(heading).to_be_in_viewport()
    steps = page.locator(".applying > li")
    expect(steps).to_have_count(4)
    steps.nth(1).locator("summary").click()
    expect(steps.nth(1).get_by_text("劳动合同").first).to_be_visible()


@pytest.mark.parametrize("word", ["60岁", "asdf"])
def test_whoever_finds_nothing_is_led_on(page: Page, word: str) -> None:
    page.goto("")
    lost = page.locator(".search-lost")
    search(page, "路费")
    expect(lost).to_be_hidden()
    page.locator(".md-search__input").fill(word)
    expect(lost).to_be_visible()
    assert lost.get_by_role("link").count() == 1 + len(POLICIES)
    page.keyboard.press("Tab")  # the next key leads into it
    expect(lost.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#finder")).to_be_in_viewport()


def test_a_pasted_text_is_searched_at_once(page: Page) -> None:
    page.goto("")
    page.locator(".md-search__input").fill("路费")  # as a paste by mouse does, without a key
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_the_search_closes_when_a_key_leaves_it(page: Page) -> None:
    page.goto("")
    search(page, "路费")
    page.keyboard.press("Tab")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(".md-search :focus")).to_have_count(0)


def test_keys_that_pass_by_the_search_meet_nothing_unseen(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_contain_text("跳到正文")
    field, overlay = page.locator(".md-search__input"), page.locator(".md-search__overlay")
    for _ in range(9):
        page.keyboard.press("Tab")
        if field.evaluate("field => field === document.activeElement"):
            break
    expect(field).to_be_focused()
    assert overlay.evaluate("box => getComputedStyle(box).backgroundColor") == CLEAR
    page.keyboard.press("Tab")
    expect(page.locator(".md-search :focus")).to_have_count(0)
    expect(page.locator(".md-tabs :focus")).to_be_in_viewport()
    expect(page.locator("#__search")).not_to_be_checked()


def test_it_finds_the_same_in_a_folder(browser: Browser) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto(f"{SITE.as_uri()}/index.html")
    expect(search(page, "路费").locator("> a[href*='#travel-meal-subsidy']")).to_contain_text("1,500")
    page.close()
