"""The bar at the foot of the window: on every calculator, with the amount and the next step, and never in the way."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import CARRIER
from tests.browser.patience import STARTS

PHONE = {"width": 360, "height": 740}
phone = pytest.mark.browser_context_args(viewport=PHONE, has_touch=True)
FULL_WIDTH = "bar => { const { left, right, bottom } = bar.getBoundingClientRect(); return [left, right, bottom]; }"
WANZHOU = "#v=1&who=person&home=wanzhou&is_registered_poor=yes&months_employed=8"
COVERED = """(foot) => [...document.querySelectorAll(".is-asked .option, .is-asked legend, .guide-steps button")]
    .filter((part) => {
        const { left, bottom, width } = part.getBoundingClientRect();
        return bottom < innerHeight && foot.contains(document.elementFromPoint(left + width / 2, bottom - 3));
    }).map((part) => part.textContent)"""

IS_ON_TOP = """(part) => {
    const { left, bottom } = part.getBoundingClientRect();
    return document.elementFromPoint(left + 3, bottom - 3) === part;
}"""

TO_THE_FOOT = """(field) => {
    const foot = document.querySelector(".calculator-foot").getBoundingClientRect();
    scrollBy(0, field.getBoundingClientRect().bottom - foot.top);
}"""
IS_ON_TOP_OF = f"(place) => ({IS_ON_TOP})(document.querySelector(place))"


def find_bar(page: Page) -> Locator:
    return page.locator("#calculator-bar")


@phone
@pytest.mark.parametrize(
    ("address", "amount"),
    [
        (f"policies/ningxia/{CARRIER}", "目前 60,000 元"),
        (f"embed/ningxia/{CARRIER}", "目前 60,000 元"),
        (f"compare/{WANZHOU}", "济宁 7,500 元"),
        ("planning/#v=1&2018.placements=200", "三年合计"),
    ],
)
def test_every_calculator_has_its_amount_at_the_foot_of_the_window(page: Page, address: str, amount: str) -> None:
    page.goto(address)
    expect(page).not_to_have_url(
        re.compile("#"), timeout=STARTS
    )  # the answer has come, and with it the end of the link
    expect(find_bar(page).locator(".bar-amount")).to_contain_text(amount)
    page.locator("#calculator-result").evaluate("result => scrollBy(0, result.getBoundingClientRect().top - 300)")
    expect(find_bar(page)).to_be_in_viewport(ratio=1)
    assert find_bar(page).evaluate(FULL_WIDTH) == [0, PHONE["width"], PHONE["height"]]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@phone
def test_that_a_link_was_copied_is_said_above_the_bar(page: Page) -> None:
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(find_bar(page)).to_contain_text("60,000 元", timeout=STARTS)
    page.get_by_role("button", name="复制带答案的链接").tap()
    expect(page.locator(".link-said")).to_have_text(re.compile("已复制|请手工复制"))
    assert page.locator(".link-said").evaluate(IS_ON_TOP)


@phone
@pytest.mark.parametrize(("typed", "note"), [("八个月", ".understood"), ("-5", ".error")])
def test_what_was_understood_or_is_wrong_stands_above_the_bar(page: Page, typed: str, note: str) -> None:
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(find_bar(page)).to_contain_text("60,000 元", timeout=STARTS)
    page.get_by_role("button", name="一次看全部问题").tap()
    field = page.locator("#f-months_employed")
    field.evaluate(TO_THE_FOOT)
    field.fill(typed)
    expect(page.locator(f"#q-job_start {note}")).to_be_visible(timeout=STARTS)
    page.wait_for_function(IS_ON_TOP_OF, arg=f"#q-job_start {note}")


def test_the_foot_comes_between_no_button_and_its_click(page: Page) -> None:
    page.goto("planning/")
    page.locator("#f-2018-months").fill("6")
    expect(page.locator(".budget-total")).to_contain_text("54 + 67 + 103", timeout=STARTS)
    expect(find_bar(page)).to_be_hidden()
    page.locator(".budget-total").hover()
    page.mouse.down()
    page.get_by_role("button", name="下载表格").scroll_into_view_if_needed()
    page.wait_for_timeout(300)  # as a quick hand that has scrolled, and presses already
    expect(find_bar(page)).to_be_hidden()
    page.mouse.up()
    expect(find_bar(page)).to_be_in_viewport(ratio=1)


@phone
def test_the_bar_leads_to_the_answer_and_back_to_a_mistake(page: Page) -> None:
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(find_bar(page)).to_contain_text("60,000 元", timeout=STARTS)
    page.get_by_role("button", name="一次看全部问题").tap()
    page.locator("#f-workers_hired").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    find_bar(page).get_by_role("link", name="看结果").focus()
    assert page.evaluate("scrollY") == before  # it is in view already
    find_bar(page).get_by_role("link", name="看结果").tap()
    expect(page.locator("#calculator-result .result-title")).to_be_in_viewport()
    expect(find_bar(page).get_by_role("link")).to_have_count(0)  # there is the answer
    page.locator("#f-workers_hired").fill("-1")
    page.locator("#f-months_employed").focus()
    expect(find_bar(page).get_by_role("link", name="1 处要改")).to_be_visible()
    find_bar(page).get_by_role("link", name="1 处要改").tap()
    expect(page.locator("#f-workers_hired")).to_be_focused()
    expect(page.locator("#f-workers_hired")).to_be_in_viewport(ratio=1)


@phone
def test_without_a_sum_the_bar_leads_to_the_next_question(page: Page) -> None:
    page.goto("policies/ningxia/#v=1&who=carrier&home=ningxia")
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    page.get_by_role("button", name="一次看全部问题").tap()
    link = find_bar(page).get_by_role("link", name="下一题")
    target = link.get_attribute("href") or ""
    link.tap()
    expect(page.locator(f"{target}:focus, :focus-within > {target}").first).to_be_attached()
    expect(page.locator(target)).to_be_in_viewport()


@phone
def test_while_one_question_is_asked_the_bar_waits_for_an_amount(page: Page) -> None:
    page.goto("policies/ningxia/")
    page.locator(".option:has(#who-carrier)").tap()
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    expect(find_bar(page)).to_be_hidden()
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page.locator("#calculator-result")).to_be_focused(timeout=STARTS)
    page.locator(".answers-given summary").tap()
    page.get_by_role("link", name="更改吸纳人数").tap()
    expect(page.locator(".is-asked")).to_have_id("q-workers_hired")
    expect(find_bar(page)).to_contain_text("目前 60,000 元")
    expect(find_bar(page)).to_be_in_viewport(ratio=1)
    find_bar(page).get_by_role("link", name="看结果").tap()
    expect(page.locator("#calculator-result .result-title")).to_be_in_viewport()


@phone
@pytest.mark.first_visit
def test_nothing_covers_a_question_while_python_loads(page: Page) -> None:
    page.route("**/runtime/worker.*", lambda route: None)
    page.goto("policies/ningxia/")
    page.locator(".option:has(#who-carrier)").tap()
    foot = page.locator(".calculator-foot")
    expect(foot.locator(".calculator-progress")).to_be_visible()
    assert foot.evaluate(COVERED) == []
    assert foot.evaluate("foot => getComputedStyle(foot).position") == "static"


@pytest.mark.browser_context_args(viewport={"width": 1366, "height": 450})
def test_a_large_window_shows_it_only_while_the_amount_is_out_of_sight(page: Page) -> None:
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page.locator("#calculator-result .finding").first).to_be_visible(timeout=STARTS)
    page.locator("#calculator-result .finding").evaluate_all("rows => rows.forEach(row => (row.open = true))")
    expect(find_bar(page)).to_be_hidden()
    page.locator(".calculator-answer").evaluate("answer => (answer.scrollTop = answer.scrollHeight)")
    expect(find_bar(page)).to_be_in_viewport(ratio=1)
    assert find_bar(page).evaluate("bar => bar.offsetHeight") <= 60
    find_bar(page).get_by_role("link", name="看结果").click()
    expect(find_bar(page)).to_be_hidden()
