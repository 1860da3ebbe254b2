"""The compare and the planning page, used by mouse and by keyboard, on a phone, on paper, and without scripts."""

import csv
import re
from io import StringIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from pypdf import PdfReader

from tests.browser.patience import STARTS

AT = "document.activeElement?.name ?? ''"
SAVE_DATA = "Object.defineProperty(navigator, 'connection', {value: {effectiveType: '4g', saveData: true}})"
PHONE: ViewportSize = {"width": 360, "height": 740}
without_scripts = pytest.mark.browser_context_args(java_script_enabled=False)


def tab_to(page: Page, name: str) -> None:
    for _ in range(300):
        if page.evaluate(AT) == name:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"no Tab leads to {name}")


def type_day(page: Page, fact: str, day: str) -> None:
    for part, text in zip(("year", "month", "day"), day.split("-"), strict=True):
        tab_to(page, f"{fact}.{part}")
        page.keyboard.type(text)


def regions(page: Page) -> list[str]:
    return [name.partition(" ")[0] for name in page.locator(".compared tbody th").all_text_contents()]


def scrolls_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


# Compare


def test_one_person_is_compared_by_keyboard(page: Page) -> None:
    page.goto("compare/")
    expect(page.locator(".questions")).to_be_hidden()
    tab_to(page, "who")
    page.keyboard.press("Space")
    result = page.locator("#calculator-result")
    expect(result.locator(".compared")).to_be_visible(timeout=STARTS)
    expect(page.locator("#q-employer_contribution")).to_be_hidden()
    tab_to(page, "home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#f-home")).to_have_value("wanzhou")
    tab_to(page, "is_registered_poor")
    page.keyboard.press("Space")
    expect(page.locator("#q-months_employed")).to_be_hidden()
    type_day(page, "job_start", "2020-3-1")
    expect(page.locator("#q-still_employed")).to_be_visible()
    tab_to(page, "still_employed")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#f-still_employed-no")).to_be_checked()
    type_day(page, "job_end", "2020-10-31")
    expect(result.locator(".compared tbody tr").first).to_contain_text("能领 7,500 元")
    assert regions(page)[0] == "济宁"
    expect(result.locator(".compared tbody tr").first).to_contain_text("是 6,500 元")
    assert page.evaluate(AT) == "job_end.day"
    expect(page.locator(".verdict-best")).to_have_text("在济宁最多，能领 7,500 元（另一种读法是 6,500 元）。")
    expect(page.locator(".calculator-announcement")).to_contain_text("在济宁最多，能领 7,500 元")
    expect(page.locator("#region-zhongshan")).to_contain_text("所以不能领：")


def test_a_placement_asks_more_and_leads_into_the_region_with_its_answers(page: Page) -> None:
    page.goto("compare/")
    page.get_by_text("看一个例子").click()
    page.get_by_role("button", name="经纪人介绍").click()
    first = page.locator(".compared tbody tr").first
    expect(first).to_contain_text("劳动者能领 8,000 元", timeout=STARTS)
    expect(first).to_contain_text("劳务中介、经纪人能领 2,000 元")
    page.locator("#who-person").check()
    expect(first).to_contain_text("能领 8,000 元")
    expect(page.locator("#q-agent_kind")).to_be_hidden()
    page.locator("#who-placement").check()
    expect(page.locator("#f-agent_kind-broker")).to_be_checked()  # nothing is lost by looking at the other
    expect(first).to_contain_text("劳务中介、经纪人能领 2,000 元")
    page.get_by_role("link", name=re.compile("去看条款.*绍兴")).click()
    expect(page).to_have_url(re.compile("/policies/shaoxing/"))
    expect(page.locator("#result-agent-subsidy .amount")).to_have_text("2,000 元", timeout=STARTS)
    expect(page.locator("#f-home")).to_have_value("sichuan-paired")
    expect(page.locator("#calculator-notice")).to_be_hidden()


def test_what_is_missing_leads_to_its_question_even_where_it_is_closed_away(page: Page) -> None:
    page.goto("compare/")
    page.locator("#who-person").check()
    page.locator("#f-home").select_option("wanzhou", timeout=STARTS)
    special = page.locator("#more-questions")
    expect(special.locator("> summary")).to_contain_text("更多情况")
    page.locator(".compared details", has=page.locator("#region-jining")).locator("> summary").click()
    link = page.locator("#region-jining .missing a").filter(has_text="培训").first
    expect(link).to_be_visible(timeout=STARTS)
    target = (link.get_attribute("href") or "").removeprefix("#")
    expect(page.locator(f"#{target}")).to_be_hidden()
    link.click()
    expect(page.locator(f"#{target}")).to_be_visible()
    expect(page.locator(f"#{target}")).to_be_in_viewport()


def test_a_mistake_takes_the_focus_and_stays(page: Page) -> None:
    page.goto("compare/")
    page.locator("#who-person").check()
    page.locator("#more-questions > summary").click(timeout=STARTS)
    page.locator("#f-as_of-year").fill("很多")
    page.locator("#f-as_of-month").fill("11")
    page.locator("#f-as_of-day").fill("1")
    page.get_by_role("button", name="比较").click()
    summary = page.locator("#calculator-errors")
    expect(summary).to_be_focused(timeout=STARTS)
    summary.get_by_role("link").click()
    expect(page.locator("#f-as_of-year")).to_be_focused()
    expect(page.locator("#f-as_of-year")).to_have_value("很多")
    expect(page.locator("#error-as_of")).to_contain_text("请填数字")
    page.locator("#f-as_of-year").fill("2020")
    expect(summary).to_be_hidden()


def test_a_phone_shows_the_comparison_without_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("compare/")
    assert not scrolls_sideways(page)
    page.get_by_text("看一个例子").click()
    page.get_by_role("button", name="经纪人介绍").click()
    expect(page.locator(".compared")).to_be_visible(timeout=STARTS)
    for summary in page.locator("#calculator-result summary").all():
        summary.click()
    assert not scrolls_sideways(page)


def test_a_phone_shows_the_first_question_at_once_and_few_screens_before_anything_is_opened(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("compare/")
    expect(page.locator("#who-person")).to_be_in_viewport(ratio=1)
    page.locator("#who-person").check()
    page.locator("#f-home").select_option("wanzhou")
    page.locator("#f-is_registered_poor-yes").check()
    expect(page.locator(".verdict")).to_be_visible(timeout=STARTS)
    # a quarter of a screen for what is worth answering: questions in their own words, each as high as a finger
    assert page.evaluate("document.documentElement.scrollHeight") <= 5.25 * PHONE["height"]


@without_scripts
def test_what_each_region_pays_is_there_without_scripts(page: Page) -> None:
    page.goto("compare/")
    overview = page.locator(".overview")
    for amount in ("20,000 元", "3,000 元", "1,500 元", "200 元"):
        expect(overview).to_contain_text(amount)
    expect(page.locator("#calculator-form")).to_be_hidden()
    overview.locator("> summary").click()
    overview.get_by_role("heading", name="给劳动者").click()
    link = overview.get_by_role("link", name="跨省就业补贴")
    link.click()
    expect(page).to_have_url(re.compile("/policies/jining/#cross-province-subsidy"))


# Planning


def test_another_assumption_changes_the_budget_by_keyboard(page: Page) -> None:
    page.goto("planning/")
    total = page.locator("#calculator-result .budget-total")
    expect(total).to_contain_text("54 + 103 + 103 = 260 万元（与文件写明的数和推算的数完全一致）")
    tab_to(page, "2018.placements")
    page.keyboard.press("Control+A")
    page.keyboard.type("200")
    expect(total).to_contain_text("54 + 77 + 103", timeout=STARTS)
    assert page.evaluate(AT) == "2018.placements"
    expect(page.locator("#calculator-result .difference").first).to_contain_text("比文件少")
    page.get_by_role("button", name="回到文件的假设").click()
    expect(page.locator("#f-2018-placements")).to_have_value("300")
    expect(total).to_contain_text("完全一致")


def test_a_wrong_assumption_is_told_and_stays(page: Page) -> None:
    page.goto("planning/")
    page.locator("#f-2017-months").fill("13")
    page.get_by_role("button", name="计算").click()
    summary = page.locator("#calculator-errors")
    expect(summary).to_be_focused(timeout=STARTS)
    summary.get_by_role("link", name="2017 年下半年 在职月数").click()
    expect(page.locator("#f-2017-months")).to_be_focused()
    expect(page.locator("#f-2017-months")).to_have_value("13")
    expect(page).to_have_title("错误：计划与预算")


def test_the_budget_can_be_taken_away(page: Page, tmp_path: Path) -> None:
    page.goto("planning/")
    page.locator("#f-2018-months").fill("6")
    expect(page.locator(".budget-total")).to_contain_text("54 + 67 + 103", timeout=STARTS)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载表格").click()
    download.value.save_as(tmp_path / "budget.csv")
    table = list(csv.reader(StringIO((tmp_path / "budget.csv").read_text(encoding="utf-8-sig"))))
    derived = "文件没有写，是推算的数"
    assert ["2018 年", "就业补贴", "360000.00", "720000.00", "0.00", "360000.00", derived] in table


def test_a_phone_shows_the_plans_without_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("planning/")
    assert not scrolls_sideways(page)
    page.locator("#f-2018-placements").fill("211")
    expect(page.locator("#calculator-result .difference").first).to_be_visible(timeout=STARTS)
    assert not scrolls_sideways(page)


@without_scripts
def test_targets_and_budget_are_there_without_scripts(page: Page) -> None:
    page.goto("planning/")
    for text in ("750", "1,784", "520", "260", "猜测"):
        expect(page.locator(".md-content")).to_contain_text(text)
    expect(page.locator("#calculator-form")).to_be_hidden()


@pytest.mark.parametrize(("path", "words"), [("compare/", "各地一览"), ("planning/", "三年")])
def test_both_pages_fit_a_sheet_of_paper(page: Page, tmp_path: Path, path: str, words: str) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(path)
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    reader = PdfReader(tmp_path / "page.pdf")
    assert 1 <= len(reader.pages) <= 8
    text = "".join(sheet.extract_text() for sheet in reader.pages)
    assert words in normalize("NFKC", text)
