"""Mistakes on a phone: said under the field once it is left, in both ways of answering, and settled with one press."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.patience import STARTS

pytestmark = pytest.mark.browser_context_args(viewport={"width": 360, "height": 740}, has_touch=True)

MONTHS, YEAR = "#f-months_employed", "#f-job_start-year"
LINK = "policies/jining/#v=1&who=worker&home=wanzhou&works_here=yes&is_registered_poor=yes"
WANZHOU = {"is_registered_poor": "yes", "home": "wanzhou", "works_here": "yes"}
WITHOUT_ANCHORS = """() => {
    for (const root of [document.documentElement, document.body]) root.style.overflowAnchor = "none";
}"""  # as in browsers that do not hold the page by themselves
COVERED = """field => {
    const { x, y, width, height } = field.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return !(field === top || field.contains(top));
}"""


@pytest.fixture
def jining(page: Page) -> Page:
    """The page of Jining with all questions at once, as a worker from Wanzhou."""
    page.goto(LINK)
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    page.get_by_role("button", name="一次看全部问题").tap()
    return page


def error(page: Page, fact: str) -> Locator:
    return page.locator(f"#error-{fact}")


def test_part_of_a_month_is_complained_of_on_leaving_and_mended_with_a_tap(jining: Page) -> None:
    field = jining.locator(MONTHS)
    field.click()
    jining.keyboard.type("8.5")
    expect(jining.locator("#calculator-result .warning")).to_be_attached()  # it was read, and nobody was scolded yet
    expect(error(jining, "job_start")).to_have_count(0)
    jining.keyboard.press("Tab")
    expect(error(jining, "job_start")).to_contain_text("8.5 个月请填 8。")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert "error-job_start" in (field.get_attribute("aria-describedby") or "")
    box, said = field.bounding_box(), error(jining, "job_start").bounding_box()
    assert box and said
    assert said["y"] >= box["y"] + box["height"], "the words stand under the field"
    assert jining.evaluate("document.documentElement.scrollWidth") <= 360
    button = jining.get_by_role("button", name="改成 8 个月")
    size = button.bounding_box()
    assert size
    assert size["height"] >= 44
    button.tap()
    expect(field).to_have_value("8")
    expect(error(jining, "job_start")).to_have_count(0)
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_what_was_understood_stands_beside_the_field(jining: Page) -> None:
    jining.locator(MONTHS).click()
    jining.keyboard.type("一年半")
    expect(jining.locator("#understood-job_start")).to_have_text("按 18 个月算")
    expect(jining.locator(MONTHS)).to_be_focused()
    jining.locator(MONTHS).fill("18")
    expect(jining.locator("#understood-job_start")).to_have_count(0)


def test_a_year_of_two_digits_is_understood_and_an_impossible_day_complained_of(jining: Page) -> None:
    jining.locator(YEAR).click()
    for text in ("21", "2", "30"):
        jining.keyboard.type(text)
        jining.keyboard.press("Tab")
    expect(error(jining, "job_start")).to_contain_text("2021 年 2 月没有 30 日。")
    expect(jining.locator("#f-job_start-day")).to_have_attribute("aria-describedby", "error-job_start")
    jining.locator("#f-job_start-day").fill("3")
    expect(error(jining, "job_start")).to_have_count(0)
    expect(jining.locator("#understood-job_start")).to_have_text("按 2021-02-03 算")


def test_months_beside_days_that_tell_others_are_settled_with_a_tap(jining: Page) -> None:
    jining.locator(MONTHS).click()
    jining.keyboard.type("3")
    jining.locator(YEAR).click()
    for text in ("2021", "3", "1"):
        jining.keyboard.type(text)
        jining.keyboard.press("Tab")
    expect(error(jining, "job_start")).to_contain_text("填的是 3 个月，哪个对？")
    expect(jining.locator("#calculator-result")).not_to_contain_text("4,500 元")
    jining.locator("#q-job_start").get_by_role("button", name="仍在职，按日期算").tap()
    expect(error(jining, "job_start")).to_have_count(0)
    expect(jining.locator(MONTHS)).to_have_value("")
    expect(jining.locator("#f-still_employed-yes")).to_be_checked()
    expect(jining.locator("#calculator-result")).to_contain_text("7,500 元")


def test_an_end_beside_what_goes_on_is_asked_about_at_both(jining: Page) -> None:
    jining.goto(f"{LINK}&job_start=2021-03-01")
    expect(jining.locator(YEAR)).to_have_value("2021", timeout=STARTS)
    jining.locator("label[for=f-still_employed-no]").tap()
    jining.locator("#f-job_end-year").click()
    for text in ("2021", "6", "1"):
        jining.keyboard.type(text)
        jining.keyboard.press("Tab")
    jining.locator("label[for=f-still_employed-yes]").tap()
    for fact in ("still_employed", "job_end"):
        expect(error(jining, fact)).to_contain_text("哪个对？")
    expect(jining.locator("#f-still_employed")).to_have_attribute("aria-invalid", "true")
    jining.locator("#q-still_employed").get_by_role("button", name="去掉“最后工作到哪一天？”的回答").tap()
    expect(jining.locator("#f-job_end-year")).to_have_value("")
    expect(error(jining, "still_employed")).to_have_count(0)


def test_what_is_said_above_leaves_the_focus_where_it_was_in_the_window(jining: Page) -> None:
    jining.evaluate(WITHOUT_ANCHORS)
    for field in ("f-works_here-no", "f-cannot_leave_home-yes"):
        jining.locator(f"label[for={field}]").tap()
    answer = jining.locator("#f-works_here-yes")
    answer.evaluate("answer => answer.scrollIntoView({ block: 'center', behavior: 'instant' })")
    before = answer.bounding_box()
    jining.locator("label[for=f-works_here-yes]").tap()
    expect(error(jining, "cannot_leave_home")).to_be_visible()  # far above
    after = answer.bounding_box()
    assert before and after
    expect(answer).to_be_focused()
    assert abs(after["y"] - before["y"]) <= 2


def test_a_mistake_that_a_link_carries_is_marked_at_once(page: Page) -> None:
    page.goto("policies/jining/#v=1&who=worker&months_employed=8.5")
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    page.get_by_role("button", name="一次看全部问题").tap()
    expect(error(page, "job_start")).to_be_visible()


def test_one_by_one_a_contradiction_holds_at_its_question_until_it_is_settled(page: Page) -> None:
    start_as_worker(page)
    seek(page, "cannot_leave_home")
    asked = page.locator(".calculator .is-asked")
    asked.locator(".option:has(input[value=yes])").tap()
    expect(error(page, "cannot_leave_home")).to_contain_text("回到家乡了吗？")
    expect(asked).to_have_id("q-cannot_leave_home")
    mend = page.get_by_role("button", name="把“无法离开家乡外出吗？”改为“否”").and_(page.locator(".is-asked button"))
    mend.scroll_into_view_if_needed()
    assert not mend.evaluate(COVERED)
    mend.tap()
    expect(error(page, "cannot_leave_home")).to_have_count(0)
    page.get_by_role("button", name="下一题").tap()
    expect(page.locator("#q-cannot_leave_home.is-asked")).to_have_count(0)


def test_one_by_one_a_typed_mistake_is_mended_with_a_tap(page: Page) -> None:
    start_as_worker(page)
    seek(page, "job_start")
    page.locator(MONTHS).click()
    page.keyboard.type("8个半月")
    page.get_by_role("button", name="下一题").tap()
    expect(error(page, "job_start")).to_be_visible()
    page.get_by_role("button", name="改成 8 个月").tap()
    expect(page.locator(MONTHS)).to_have_value("8")
    expect(error(page, "job_start")).to_have_count(0)
    page.get_by_role("button", name="下一题").tap()
    expect(page.locator(".guide-sum")).to_contain_text("7,500 元")


def start_as_worker(page: Page) -> None:
    page.goto("policies/jining/")
    page.locator(".option:has(#who-worker)").tap()
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    expect(page.locator(".calculator .is-asked")).not_to_have_id("ask-who")


def seek(page: Page, fact: str) -> None:
    """Answer as a worker from Wanzhou does, and pass all other questions until one is asked."""
    asked = page.locator(".calculator .is-asked")
    for _ in range(40):
        before = (asked.get_attribute("id") or "").removeprefix("q-")
        if before == fact:
            return
        if before in WANZHOU:
            asked.locator(f".option:has(input[value='{WANZHOU[before]}'])").tap()
        else:
            page.get_by_role("button", name="下一题").tap()
        expect(page.locator(f".is-asked#q-{before}")).to_have_count(0, timeout=STARTS)
        if page.locator(".guide-found").is_visible():
            page.get_by_role("button", name="继续找更多补贴").tap()
            expect(asked).to_have_count(1)
    raise AssertionError(f"{fact} was not asked")
