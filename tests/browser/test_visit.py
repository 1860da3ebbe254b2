"""A visit from its beginning to its end: examples, links, a reload, an emptied form, paper."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.patience import STARTS

CARRIER = (
    "#v=1&who=carrier&home=ningxia&is_registered_poor=yes&employer_kind=workshop&is_in_poor_village=yes&is_local_employer=yes"
    "&months_employed=12&has_contract=yes&is_fully_insured=yes&workers_hired=35"
)
AMOUNT = "#result-carrier-subsidy .amount"


def open_link(page: Page, fragment: str, policy: str = "ningxia") -> None:
    page.goto(f"policies/{policy}/{fragment}")
    expect(page.locator("#calculator-result")).to_be_focused(timeout=STARTS)


def test_a_link_fills_the_form_and_calculates(page: Page) -> None:
    open_link(page, CARRIER)
    expect(page.locator(AMOUNT)).to_have_text("60,000 元")
    expect(page.locator("#who-carrier")).to_be_checked()
    expect(page.locator("#f-workers_hired")).to_have_value("35")
    expect(page.locator("#f-is_fully_insured-yes")).to_be_checked()
    expect(page.locator("#f-employer_kind-workshop")).to_be_checked()
    expect(page.locator("#calculator-notice")).to_be_hidden()
    expect(page).to_have_url(re.compile("/policies/ningxia/$"))


@pytest.mark.first_visit
def test_the_answers_of_a_link_stand_there_before_python_does(page: Page) -> None:
    page.route("**/runtime/**", lambda route: None)
    page.goto(f"policies/ningxia/{CARRIER}&job_start=2019-03-05&topic=carrier-subsidy")
    expect(page.locator("#who-carrier")).to_be_checked()
    expect(page.locator("#f-workers_hired")).to_have_value("35")
    expect(page.locator("#f-is_fully_insured-yes")).to_be_checked()
    expect(page.locator("#topic")).to_have_value("carrier-subsidy")
    for part, value in (("year", "2019"), ("month", "03"), ("day", "05")):
        expect(page.locator(f"[name='job_start.{part}']")).to_have_value(value)


@pytest.mark.first_visit
def test_a_link_leaves_the_address_before_python_reads_it(page: Page) -> None:
    """What a hostile link costs it costs once; its answers stay, and no later reload asks for them again."""
    page.route("**/runtime/**", lambda route: None)
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page).to_have_url(re.compile("/policies/ningxia/$"))
    page.reload()
    expect(page.locator("#f-workers_hired")).to_have_value("35")
    expect(page.locator("#who-carrier")).to_be_checked()


@pytest.mark.first_visit
def test_of_a_link_that_cannot_be_trusted_nothing_stands_there_before_python_does(page: Page) -> None:
    page.route("**/runtime/**", lambda route: None)
    page.goto("policies/ningxia/#v=9&who=carrier&workers_hired=12")
    expect(page.locator(".calculator-progress")).to_be_visible()
    expect(page.locator("#who-carrier")).not_to_be_checked()
    page.goto("about:blank")
    page.goto("policies/ningxia/#v=1&who=nobody&topic=nothing&__proto__=1&workers_hired=%3Cimg%3E&months_employed=12")
    expect(page.locator("#f-months_employed")).to_have_value("12")  # what fits is taken
    expect(page.locator("#f-workers_hired")).to_have_value("")
    expect(page.locator("#topic")).to_have_value("")
    expect(page.locator("[name=who]:checked")).to_have_count(0)


def test_a_link_ticks_every_kind_it_names(page: Page) -> None:
    open_link(page, CARRIER.replace("workshop", "workshop,small-enterprise"))
    expect(page.locator(AMOUNT)).to_have_text("60,000 元")
    expect(page.locator("[name=employer_kind]:checked")).to_have_count(2)
    page.get_by_role("button", name="复制带答案的链接").click()
    expect(page.locator("#calculator-link")).to_have_value(re.compile("employer_kind=workshop,small-enterprise&"))


def test_a_link_opened_on_the_page_replaces_what_stands_there(page: Page) -> None:
    open_link(page, CARRIER)
    page.evaluate("location.hash = '#v=1&who=carrier&workers_hired=12'")
    expect(page.locator("#f-workers_hired")).to_have_value("12")
    expect(page.locator("#f-is_fully_insured-yes")).not_to_be_checked()


def test_what_a_link_replaces_can_be_had_back(page: Page) -> None:
    page.goto("policies/ningxia/")
    page.locator("#who-carrier").check()
    expect(page.locator("#result-carrier-subsidy")).to_be_visible(timeout=STARTS)
    page.locator("#f-workers_hired").fill("12")
    page.goto("./")
    page.get_by_text("我是打工的人", exact=True).click()
    page.get_by_role("link", name="算一算宁夏的外出务工交通补贴").click()
    expect(page.locator("#who-worker")).to_be_focused(timeout=STARTS)
    expect(page.locator("#who-worker")).to_be_in_viewport()
    page.get_by_role("button", name="恢复刚才填的内容").click()
    expect(page.locator("#f-workers_hired")).to_have_value("12")
    expect(page.locator("#who-worker")).to_be_focused()  # the first field: the button itself is gone
    expect(page.locator("#result-carrier-subsidy")).to_be_visible()


def test_what_is_typed_while_a_link_is_being_opened_stays(page: Page) -> None:
    held: list[Route] = []
    page.route("**/runtime/worker.*", lambda route: held.append(route))
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page.locator(".calculator-progress")).to_contain_text("现在就可以填写")
    page.locator("#who-carrier").check()
    page.locator("#f-workers_hired").fill("12")
    for route in held:
        route.continue_()
    expect(page.locator(AMOUNT)).to_have_text("20,000 元", timeout=STARTS)  # 12 as typed, the rest of the link
    expect(page.locator("#f-workers_hired")).to_have_value("12")
    expect(page.locator("#f-months_employed")).to_have_value("12")


def test_a_broken_link_takes_nothing_away(page: Page) -> None:
    open_link(page, CARRIER)
    page.evaluate("location.hash = '#v=9&workers_hired=12'")
    expect(page.locator("#calculator-notice")).to_contain_text("别的版本")
    expect(page.locator("#f-workers_hired")).to_have_value("35")
    expect(page.locator(AMOUNT)).to_have_text("60,000 元")


@pytest.mark.browser_context_args(viewport={"width": 360, "height": 740})
def test_on_a_phone_a_link_that_makes_no_money_sure_leads_to_the_next_question(page: Page) -> None:
    page.goto("policies/ningxia/#v=1&who=carrier&workers_hired=11")
    expect(page.locator(".question :focus")).to_have_count(1, timeout=STARTS)
    expect(page.locator("#f-workers_hired")).not_to_be_focused()


@pytest.mark.parametrize(
    "link", ["ningxia/#v=1&who=carrier&workers_hired=11", "dalian/#v=1&who=employer&home=liaoning"]
)
def test_on_a_desktop_it_opens_at_its_head_one_step_from_the_next_question(page: Page, link: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"policies/{link}")
    expect(page.locator("#calculator-result")).to_be_focused(timeout=STARTS)
    expect(page.locator("h1")).to_be_in_viewport()
    expect(page.locator("#calculator-result .headline-sum")).to_be_in_viewport()
    following = page.locator("#calculator-result .next-steps a").first
    expect(following).to_be_in_viewport()
    following.click()
    expect(page.locator(".question :focus")).to_have_count(1)


def test_what_a_link_brings_too_much_is_told(page: Page) -> None:
    page.goto("policies/ningxia/#v=1&who=carrier&workers_hired=11&heads=3&<script>alert(1)</script>=1&age=full")
    notice = page.locator("#calculator-notice")
    expect(notice).to_contain_text("heads", timeout=STARTS)
    expect(notice).to_contain_text("<script>alert(1)</script>")
    expect(page.locator("#f-workers_hired")).to_have_value("11")


def test_the_copied_link_leads_back_to_the_same_answer(page: Page, context: BrowserContext) -> None:
    open_link(page, CARRIER)
    page.get_by_role("button", name="复制带答案的链接").click()
    field = page.get_by_label("带答案的链接", exact=True)
    expect(field).to_have_value(re.compile("#v=1&n=[0-9]+&who=carrier"))
    expect(page.locator(".link-said")).to_have_text(re.compile("已复制|请手工复制"))
    expect(page.locator(".link-said")).to_be_visible()
    other = context.new_page()
    other.goto(field.input_value())
    expect(other.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)


def test_a_reload_loses_nothing(page: Page) -> None:
    page.goto("policies/ningxia/")
    page.locator("#who-carrier").check()
    expect(page.locator("#result-carrier-subsidy")).to_be_visible(timeout=STARTS)
    page.locator("#f-workers_hired").fill("35 人")
    page.locator("[name='job_start.year']").fill("2019")
    page.reload()
    expect(page.locator("#who-carrier")).to_be_checked()
    expect(page.locator("#f-workers_hired")).to_have_value("35 人")
    expect(page.locator("[name='job_start.year']")).to_have_value("2019")
    expect(page.locator("#result-carrier-subsidy")).to_be_visible(timeout=STARTS)


def test_an_example_is_filled_in_and_calculated(page: Page) -> None:
    page.goto("policies/ningxia/")
    page.get_by_text("看一个例子").click()
    page.get_by_role("button", name="就业扶贫载体一次性补贴").click()
    expect(page.locator(AMOUNT)).to_have_text("20,000 元", timeout=STARTS)
    expect(page.locator("#topic")).to_have_value("carrier-subsidy")
    expect(page.locator("#q-broker_sex")).to_be_hidden()


def test_a_chosen_provision_leads_and_leaves_nothing_out(page: Page) -> None:
    open_link(page, CARRIER.replace("who=carrier", "who=all"))
    rows, questions = page.locator(".finding"), page.locator(".question:visible")
    before = rows.evaluate_all("rows => rows.map((row) => [row.id, row.textContent]).sort()")
    asked = questions.count()
    page.locator("#topic").select_option("transport-subsidy")
    expect(rows.first).to_have_id("result-transport-subsidy")
    assert rows.evaluate_all("rows => rows.map((row) => [row.id, row.textContent]).sort()") == before
    assert questions.count() == asked
    page.locator("#topic").select_option("")
    expect(rows.first).to_have_id("result-carrier-subsidy")


def test_a_link_from_one_provision_counts_the_others_too(page: Page) -> None:
    page.goto("policies/jining/#v=1&who=worker&topic=cross-province-subsidy")
    expect(page.locator(".finding").first).to_have_id("result-cross-province-subsidy", timeout=STARTS)
    page.locator("[name=home][value=wanzhou]").check()
    page.locator("#f-is_registered_poor-yes").check()
    page.locator("#f-works_here-yes").check()
    page.locator("#f-months_employed").fill("8")
    expect(page.locator("#result-cross-province-subsidy .amount").first).to_have_text("6,000 元")
    expect(page.locator(".headline-sum")).to_have_text("7,500 元")


def test_the_last_day_is_filled_in_with_one_press(page: Page) -> None:
    page.goto("policies/jining/")
    page.locator("#who-worker").check()
    expect(page.locator("#result-travel-meal-subsidy")).to_be_visible(timeout=STARTS)
    page.locator("#f-home-wanzhou").check()
    page.locator("#day-asked > summary").click()
    page.get_by_role("button", name="用政策最后一天 2021-12-31").click()
    expect(page.locator("[name='as_of.day']")).to_have_value("31")
    expect(page.locator("#f-home-wanzhou")).to_be_checked()


def test_an_emptied_form_can_be_had_back(page: Page) -> None:
    open_link(page, CARRIER)
    page.get_by_role("button", name="清空重填").click()
    expect(page.locator("#calculator-form :checked:not(option)")).to_have_count(0)
    expect(page.locator("#who-worker")).to_be_focused()
    page.get_by_role("button", name="恢复刚才填的内容").click()
    expect(page.locator(AMOUNT)).to_have_text("60,000 元")
    expect(page.get_by_role("button", name="恢复刚才填的内容")).to_be_hidden()


def test_all_answers_are_listed_with_a_way_back(page: Page) -> None:
    open_link(page, CARRIER)
    page.get_by_text("已回答 9 题").click()
    given = page.locator("#calculator-answers")
    expect(given).to_contain_text("吸纳人数")
    expect(given).to_contain_text("35 人")
    given.get_by_role("link", name="更改吸纳人数").press("Enter")
    expect(page.locator("#f-workers_hired")).to_be_focused()


def test_a_whole_date_in_the_box_of_the_year_is_read(page: Page) -> None:
    page.goto("policies/jining/#v=1&who=worker")
    expect(page.locator("#who-worker")).to_be_focused(timeout=STARTS)
    page.locator("[name='job_start.year']").fill("2020年5月15日")
    page.get_by_text("已回答 1 题").click()
    expect(page.locator("#calculator-answers")).to_contain_text("2020-05-15")
