"""A workshop answers for its people in groups: parted on the guided way, told in the result, kept, and taken away."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.patience import STARTS

pytestmark = pytest.mark.browser_context_args(viewport={"width": 360, "height": 740}, has_touch=True)

LINK = (
    "#v=1&who=carrier&groups=2&employer_kind=workshop&is_in_poor_village=yes&is_local_employer=yes"
    "&workers_hired=28&home=ningxia&is_registered_poor=yes&has_contract=yes&is_fully_insured=yes&months_employed=13"
    "&2.workers_hired=7&2.home=ningxia&2.is_registered_poor=yes&2.has_contract=yes&2.is_fully_insured=yes"
    "&2.months_employed=10"
)
WORKSHOP = {
    "employer_kind": "workshop",
    "is_in_poor_village": "yes",
    "is_local_employer": "yes",
    "groups": "2",
    "is_registered_poor": "yes",
    "home": "ningxia",
    "has_contract": "yes",
    "is_fully_insured": "yes",
}
NUMBERS = {
    "workers_hired": ("workers_hired", "28"),
    "job_start": ("months_employed", "13"),
    "2.workers_hired": ("2.workers_hired", "7"),
    "2.job_start": ("2.months_employed", "12"),
}
"""By the question: the field that is filled in, and its number."""
MOST_STEPS = 20


def ask(page: Page) -> Locator:
    return page.locator(".calculator .is-asked")


def answer_asked(page: Page, name: str) -> None:
    if name in NUMBERS:
        field, number = NUMBERS[name]
        ask(page).locator(f"input[name='{field}']").fill(number)
    else:
        ask(page).locator(f".option:has(input[value='{WORKSHOP[name]}'])").first.tap()
    if name in NUMBERS or name == "employer_kind":
        page.get_by_role("button", name="下一题").tap()
    expect(page.locator(f".is-asked[id='q-{name}']")).to_have_count(0)


def test_a_workshop_parts_its_people_on_the_guided_way(page: Page) -> None:
    page.goto("policies/ningxia/")
    page.locator(".option:has(#who-carrier)").tap()
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    asked: list[str] = []
    while len(asked) < MOST_STEPS:
        if page.locator(".calculator").get_attribute("data-step") == "found":
            more = page.locator("[data-guide=on]")
            if not more.count():
                break
            more.tap()
            continue
        name = (ask(page).get_attribute("id") or "").removeprefix("q-")
        asked.append(name)
        answer_asked(page, name)
    assert set(asked) == {*WORKSHOP, *NUMBERS}
    assert asked.index("groups") < asked.index("workers_hired") < asked.index("job_start")
    page.get_by_role("button", name="看结果").tap()
    expect(page.locator("#result-carrier-subsidy")).to_contain_text("35 人都算。")
    expect(page.locator("#result-carrier-subsidy .amount")).to_have_text("60,000 元")


def test_groups_come_with_a_link_stay_with_a_reload_and_go_with_a_button(page: Page) -> None:
    page.goto(f"policies/ningxia/{LINK}")
    card = page.locator("#result-carrier-subsidy")
    expect(card).to_contain_text("35 人里 28 人算。第 2 批 7 人不算：在职月数还差 2 个月。", timeout=STARTS)
    page.reload()
    expect(card).to_contain_text("35 人里 28 人算。第 2 批 7 人不算", timeout=STARTS)
    expect(page.locator("#f-2-months_employed")).to_have_value("10")
    page.get_by_role("button", name="一次看全部问题").tap()
    page.get_by_role("button", name="去掉第 2 批").tap()
    expect(page.locator("#group-2")).to_have_count(0, timeout=STARTS)
    expect(card).not_to_contain_text("28 人算")
    expect(card.locator(".amount")).to_have_text("30,000 元")


def test_people_who_differ_are_parted_at_the_question(page: Page) -> None:
    page.goto(f"policies/ningxia/{LINK.replace('&groups=2', '').split('&2.')[0]}")
    expect(page.locator("#result-carrier-subsidy .amount")).to_have_text("30,000 元", timeout=STARTS)
    page.get_by_role("button", name="一次看全部问题").tap()
    page.locator("#q-has_contract").get_by_role("button", name="各人不一样，分批填").tap()
    expect(page.locator("#group-2")).to_be_visible(timeout=STARTS)
    expect(page.locator("#f-workers_hired")).to_have_value("28")
    expect(page.locator("#f-has_contract-yes")).to_be_checked()
    expect(page.locator("#q-has_contract .label")).to_have_text("和第 1 批 28 人都签订劳动合同了吗？")
    expect(page.locator("#f-2-has_contract-yes")).to_be_focused()


def test_on_the_guided_way_parting_asks_the_same_of_the_new_group(page: Page) -> None:
    page.goto(f"policies/ningxia/{LINK.replace('&groups=2', '').split('&2.')[0]}")
    expect(page.locator("#result-carrier-subsidy .amount")).to_have_text("30,000 元", timeout=STARTS)
    page.locator("#calculator-answers summary").tap()
    page.get_by_role("link", name="更改签订合同").tap()
    ask(page).get_by_role("button", name="各人不一样，分批填").tap()
    expect(ask(page)).to_have_attribute("id", "q-2.has_contract", timeout=STARTS)
    expect(ask(page).locator(".told")).to_have_text("没有填，就照第 1 批：是。")
    page.get_by_role("button", name="上一题").tap()
    expect(ask(page)).to_have_attribute("id", "q-has_contract")
    expect(page.locator("#f-has_contract-yes")).to_be_checked()
