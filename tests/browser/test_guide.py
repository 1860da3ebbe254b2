"""The guided way on a phone: one question at a time to the first sum, and everything as before behind one button."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from calc.parts.wording import ANYONE, applicants_of
from calc.policies import POLICIES
from tests.browser.patience import STARTS

pytestmark = pytest.mark.browser_context_args(viewport={"width": 360, "height": 740}, has_touch=True)

WANZHOU = {"is_registered_poor": "yes", "home": "wanzhou", "works_here": "yes"}
MOST_TAPS = 8
FOCUSED_HIDDEN = """() => {
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return bottom <= 0 || top >= innerHeight;
}"""


def ask(page: Page) -> Locator:
    return page.locator(".calculator .is-asked")


def name_asked(page: Page) -> str:
    return (ask(page).get_attribute("id") or "").removeprefix("q-")


def start(page: Page, policy: str = "jining", who: str = "worker") -> None:
    page.goto(f"policies/{policy}/")
    expect(ask(page)).to_have_id("ask-who")
    page.locator(f".option:has(#who-{who})").tap()
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    expect(ask(page)).to_have_id("q-is_registered_poor")


def tap_option(page: Page, value: str) -> None:
    before = name_asked(page)
    ask(page).locator(f".option:has(input[value='{value}'])").tap()
    expect(page.locator(f".is-asked#q-{before}")).to_have_count(0)


def answer_wanzhou(page: Page) -> int:
    """Answer up to the first sum; returns the taps."""
    start(page)
    taps = 1
    while (name := name_asked(page)) in WANZHOU:
        tap_option(page, WANZHOU[name])
        taps += 1
    expect(ask(page)).to_have_id("q-job_start")
    page.locator("#f-months_employed").fill("8")
    page.get_by_role("button", name="下一题").tap()
    expect(page.locator(".guide-sum")).to_be_visible()
    return taps + 2


def test_a_worker_reaches_the_sum_in_few_taps_and_sees_it_without_scrolling(page: Page) -> None:
    taps = answer_wanzhou(page)
    assert taps <= MOST_TAPS
    expect(page.locator(".guide-sum")).to_contain_text("7,500 元，另一种读法是 6,500 元")
    expect(page.locator(".guide-sum")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name="看结果")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("policy", POLICIES)
def test_every_role_sees_its_first_question_before_python_is_there(page: Page, policy: str) -> None:
    page.route("**/runtime/**", lambda _: None)
    page.goto(f"policies/{policy}/")
    expect(page.locator(".calculator .question:visible")).to_have_count(0)
    for who in (*applicants_of(POLICIES[policy]), ANYONE):
        expect(ask(page)).to_have_id("ask-who")
        page.locator(f".option:has(#who-{who})").tap()
        expect(ask(page).locator("input").first).to_be_visible()
        expect(page.locator(".calculator .question:visible")).to_have_count(1)
        page.get_by_role("button", name="上一题").tap()


def test_one_question_is_shown_at_a_time(page: Page) -> None:
    start(page)
    assert page.locator(".calculator .question:visible, .calculator .ask-who:visible").count() == 1
    expect(page.locator(".guide-left")).to_have_text(re.compile(r"^再答 \d 题左右有结果，全部最多 \d+ 题$"))
    expect(page.locator("#calculator-result")).to_be_hidden()


def test_the_result_follows_and_every_answer_can_be_changed_from_there(page: Page) -> None:
    answer_wanzhou(page)
    page.get_by_role("button", name="看结果").tap()
    expect(page.locator("#calculator-result")).to_be_visible()
    expect(page.locator("#calculator-result")).to_be_focused()
    page.get_by_role("link", name="更改在职月数").tap()
    expect(ask(page)).to_have_id("q-job_start")
    expect(page.locator("#f-months_employed")).to_have_value("8")
    page.locator("#f-months_employed").fill("2")
    page.get_by_role("button", name="下一题").tap()
    expect(page.locator("#guide")).to_have_attribute("data-found", "")


def test_more_can_be_found_after_the_first_sum(page: Page) -> None:
    answer_wanzhou(page)
    page.get_by_role("button", name="继续找更多补贴").tap()
    expect(ask(page)).to_have_count(1)
    page.get_by_role("button", name="上一题").tap()
    expect(ask(page)).to_have_id("q-job_start")


def test_what_is_passed_without_an_answer_is_not_asked_again(page: Page) -> None:
    start(page)
    asked: list[str] = []
    for _ in range(60):
        if not ask(page).count():
            break
        asked.append(name_asked(page))
        page.get_by_role("button", name="下一题").tap()
        expect(page.locator(f".is-asked#q-{asked[-1]}")).to_have_count(0)
    assert len(asked) == len(set(asked)) > 5
    expect(page.locator(".guide-sum")).to_contain_text("还没有确定能领的钱")


def test_a_mistake_keeps_the_question_and_is_said_at_the_field(page: Page) -> None:
    start(page)
    for name in WANZHOU:
        tap_option(page, WANZHOU[name_asked(page)] if name_asked(page) in WANZHOU else WANZHOU[name])
    field = page.locator("#f-months_employed")
    field.fill("-1")
    page.get_by_role("button", name="下一题").tap()
    expect(page.locator("#error-job_start")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("-1")
    expect(ask(page)).to_have_id("q-job_start")
    field.fill("8")
    field.press("Enter")
    expect(page.locator(".guide-sum")).to_contain_text("7,500 元")


def test_a_day_or_its_months_or_neither_are_one_step(page: Page) -> None:
    start(page)
    for name in WANZHOU:
        tap_option(page, WANZHOU[name_asked(page)] if name_asked(page) in WANZHOU else WANZHOU[name])
    expect(ask(page)).to_have_id("q-job_start")
    expect(page.locator(".guide-left")).to_contain_text("再答 1 题左右有结果")
    expect(page.locator("#f-job_start-year")).to_be_visible()
    expect(page.locator("#f-months_employed")).to_be_visible()
    page.locator(".option:has(#f-job_start-unknown)").tap()
    expect(page.locator(".is-asked#q-job_start")).to_have_count(0)
    page.get_by_role("button", name="上一题").tap()
    expect(page.locator("#f-job_start-unknown")).to_be_checked()
    page.locator("#f-job_start-unknown").uncheck()
    page.locator("#f-job_start-year").fill("八个月")
    page.get_by_role("button", name="下一题").tap()
    expect(page.locator(".guide-sum")).to_contain_text("7,500 元")


def test_keys_alone_lead_to_the_sum(page: Page) -> None:
    page.goto("policies/jining/")
    page.locator("#who-worker").focus()
    page.keyboard.press("Space")
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    expect(ask(page)).to_have_id("ask-who")  # an arrow may still be on its way to another role
    press_next(page)
    for _ in WANZHOU:
        choose_by_key(page, WANZHOU[name_asked(page)])
        press_next(page)
    expect(page.locator("#f-job_start")).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")  # past the boxes of the day
    expect(page.locator("#f-months_employed")).to_be_focused()
    page.keyboard.type("8")
    page.keyboard.press("Enter")
    expect(page.locator(".guide-sum")).to_contain_text("7,500 元")
    expect(page.locator(".guide-found")).to_be_focused()


def choose_by_key(page: Page, value: str) -> None:
    assert not page.evaluate(FOCUSED_HIDDEN)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(10):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"no arrow leads to {value}")


def press_next(page: Page) -> None:
    before = name_asked(page)
    for _ in range(10):
        if page.evaluate("document.activeElement.dataset.guide ?? ''") == "next":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(f".is-asked[id$='{before}']")).to_have_count(0)


def test_a_link_with_answers_shows_the_result(page: Page) -> None:
    page.goto("policies/jining/#v=1&who=worker&home=wanzhou&is_registered_poor=yes&works_here=yes&months_employed=8")
    expect(page.locator("#calculator-result")).to_contain_text("7,500 元", timeout=STARTS)
    expect(page.locator("#calculator-result")).to_be_visible()


def test_all_questions_are_one_press_away_and_the_choice_is_kept(page: Page) -> None:
    start(page)
    page.get_by_role("button", name="一次看全部问题").tap()
    expect(page.locator("#q-home")).to_be_visible()
    expect(page.locator("#q-works_here")).to_be_visible()
    page.reload()
    expect(page.locator("#q-home")).to_be_visible(timeout=STARTS)
    page.get_by_role("button", name="一题一题地答").tap()
    expect(page.locator(".calculator .question:visible, .calculator .ask-who:visible")).to_have_count(1)


def test_on_a_desktop_all_questions_stand_there(browser: Browser, base_url: str) -> None:
    page = browser.new_page(base_url=base_url, viewport={"width": 1366, "height": 850})
    page.goto("policies/jining/")
    page.locator("#who-worker").check()
    expect(page.locator("#q-home")).to_be_visible()
    expect(page.locator("#q-works_here")).to_be_visible()
    page.close()


def test_without_python_the_questions_follow_each_other_all_the_same(page: Page, complaints: list[str]) -> None:
    page.route("**/runtime/**", lambda _: None)
    page.goto("policies/jining/")
    page.locator(".option:has(#who-worker)").tap()
    expect(ask(page)).to_have_id("q-is_registered_poor")
    tap_option(page, "yes")
    expect(ask(page)).to_have_count(1)
    assert name_asked(page) != "is_registered_poor"
    complaints.clear()  # that nothing of Python came is what the test is about


def test_a_second_tap_meant_for_the_question_before_passes_none_unseen(page: Page) -> None:
    start(page)
    ask(page).locator(".option:has(input[value='yes'])").tap()
    expect(ask(page)).not_to_have_id("q-is_registered_poor")
    second = name_asked(page)
    go_on = page.get_by_role("button", name="下一题")
    go_on.tap(force=True)  # as a finger does, which waits for nothing
    expect(go_on).to_be_enabled()
    assert name_asked(page) == second
    go_on.tap()
    expect(page.locator(f".is-asked#q-{second}")).to_have_count(0)


def test_after_a_reload_the_way_back_leads_through_what_was_answered(page: Page) -> None:
    start(page)
    tap_option(page, "yes")
    asked = name_asked(page)
    page.reload()
    expect(ask(page)).to_have_id(f"q-{asked}", timeout=STARTS)
    page.get_by_role("button", name="上一题").tap()
    expect(ask(page)).to_have_id("q-is_registered_poor")
    expect(ask(page).locator("input[value='yes']")).to_be_checked()


@pytest.mark.parametrize("wrong", ["months_employed=8x", "months_employed=-5"])
def test_a_link_with_a_wrong_answer_begins_with_its_question(page: Page, wrong: str) -> None:
    page.goto(f"policies/jining/#v=1&who=worker&home=wanzhou&is_registered_poor=yes&works_here=yes&{wrong}")
    expect(ask(page)).to_have_id("q-job_start", timeout=STARTS)
    expect(page.locator("#f-months_employed")).to_have_value(wrong.partition("=")[2])
    expect(page.locator("#f-months_employed")).to_have_attribute("aria-invalid", "true")
