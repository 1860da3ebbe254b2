"""What issue 2 demands of a visitor's page, beyond the keyboard: both policies, changed counts, mistakes, no scripts.

The `context` of every page fails the test for a request that leaves the site, and for any complaint in the console.
"""

import re
from fractions import Fraction

import pytest
from playwright.sync_api import Locator, Page, expect

from calc.policies import POLICIES
from calc.proof.cases import parse_cases
from calc.rules import NotLess, Once, Tier, UpTo
from calc.rules.policy import Policy
from calc.values.money import say_yuan
from tests.browser.patience import STARTS
from tests.proof.test_cases import FOLDER

AT = "document.activeElement?.name ?? ''"
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


def go_to(page: Page, policy: str) -> Locator:
    page.goto(f"policies/{policy}/")
    return page.locator("#calculator-result")


def tab_to(page: Page, name: str) -> None:
    for _ in range(300):
        if page.evaluate(AT) == name:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"no Tab leads to {name}")


def type_date(page: Page, name: str, day: str) -> None:
    for part, digits in zip(("year", "month", "day"), day.split("-"), strict=True):
        tab_to(page, f"{name}.{part}")
        page.keyboard.type(digits)


def choose_yes(page: Page, name: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Space")
    expect(page.locator(f"input[name={name}]:checked")).to_have_value("yes")


def choose_radio(page: Page, name: str, option: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Space")
    for _ in range(20):
        if page.locator(f"input[name={name}]:checked").input_value() == option:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"no arrow leads to {option}")


def find_result(page: Page, provision: str) -> Locator:
    return page.locator(f"#result-{provision}")


def test_a_worker_in_jining_calculates_by_keyboard(page: Page) -> None:
    result = go_to(page, "jining")
    tab_to(page, "who")
    page.keyboard.press("Space")
    expect(page.locator("#who-worker")).to_be_checked()
    expect(result).to_contain_text("一次性交通伙食补助", timeout=STARTS)
    choose_radio(page, "home", "wanzhou")
    choose_yes(page, "is_registered_poor")
    choose_yes(page, "works_here")
    type_date(page, "job_start", "2020-05-15")
    choose_yes(page, "still_employed")
    page.locator("#day-asked > summary").press("Enter")
    type_date(page, "as_of", "2020-07-15")  # two months: too early
    once, monthly = find_result(page, "travel-meal-subsidy"), find_result(page, "cross-province-subsidy")
    for finding in (once, monthly):
        expect(finding.locator(".outcome")).to_contain_text("还差 1 个月，能领")
        expect(finding.locator(".advice").filter(has_text="2020-08-15")).to_have_count(1)
    retype(page, "as_of.month", "10")  # five months
    expect(once.locator(".outcome")).to_contain_text("能领")
    expect(once.locator(".amount")).to_have_text("1,500 元")
    expect(monthly.locator(".amount")).to_have_text("5,000 元")
    retype(page, "as_of.year", "2021")  # seventeen months, of which six are paid
    expect(monthly.locator(".amount")).to_have_text("6,000 元")
    expect(once.locator(".amount")).to_have_text("1,500 元")
    assert page.evaluate(AT) == "as_of.year"


def retype(page: Page, name: str, text: str) -> None:
    for _ in range(5):
        if page.evaluate(AT) == name:
            break
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def fill_carrier(page: Page) -> Locator:
    go_to(page, "ningxia")
    page.locator("#who-carrier").check()
    finding = find_result(page, "carrier-subsidy")
    expect(finding).to_be_visible(timeout=STARTS)
    page.locator("#f-home-ningxia").check()
    page.locator("#f-employer_kind-workshop").check()
    page.locator("#f-months_employed").fill("12")
    for fact in ("is_registered_poor", "is_in_poor_village", "is_local_employer", "has_contract", "is_fully_insured"):
        page.locator(f"#f-{fact}-yes").check()
    return finding


def test_every_tier_in_ningxia_shows_as_the_count_is_changed(page: Page) -> None:
    finding = fill_carrier(page)
    count = page.locator("#f-workers_hired")
    expect(finding.locator(".outcome")).to_contain_text("没问清")
    expect(finding.locator(".amount")).to_contain_text("100,000 元")
    expect(page.locator(".next")).to_contain_text("吸纳了多少名建档立卡贫困劳动力？")
    for typed, amount in (("11", "20,000 元"), ("30", "30,000 元"), ("35", "60,000 元")):
        count.fill(typed)
        expect(finding.locator(".amount")).to_have_text(amount)
        expect(finding.locator(".reading-table")).to_have_count(0)
    count.fill("100")
    expect(finding.locator(".reading-table")).to_contain_text("100,000 元")
    expect(finding.locator(".amount")).to_have_text("60,000 元")
    count.fill("101")
    expect(finding.locator(".amount")).to_have_text("100,000 元")
    count.fill("10")
    expect(finding.locator(".outcome")).to_have_text("还差 1 人，能领 20,000 元")
    expect(finding.locator(".advice")).to_contain_text(["政策已到期", "再招用 1 人"])


def test_a_workshop_that_is_a_small_enterprise_too_says_both(page: Page) -> None:
    finding = fill_carrier(page)
    page.locator("#f-workers_hired").fill("35")
    expect(finding.locator(".amount")).to_have_text("60,000 元")
    page.locator("#f-employer_kind-small-enterprise").check()
    page.locator("#calculator-answers summary").click()
    expect(page.locator("#calculator-answers")).to_contain_text("就业扶贫车间、中小微企业")
    expect(finding.locator(".amount")).to_have_text("60,000 元")
    page.locator("#f-employer_kind-workshop").uncheck()
    expect(finding.locator(".outcome")).to_contain_text("不能领")
    page.reload()
    expect(page.locator("#f-employer_kind-small-enterprise")).to_be_checked()
    expect(page.locator("#f-employer_kind-workshop")).not_to_be_checked()


def test_a_mistake_is_shown_on_top_and_at_its_field_and_nothing_typed_is_lost(page: Page) -> None:
    finding = fill_carrier(page)
    summary, count = page.locator("#calculator-errors"), page.locator("#f-workers_hired")
    page.locator("#f-months_employed").fill("")
    page.locator("[name='job_start.year']").fill("2020")
    page.locator("#f-months_employed").fill("12")
    count.fill("很多人")
    expect(page.locator("#calculator-result .warning").filter(has_text="吸纳了多少名")).to_be_visible()
    expect(summary).to_be_hidden()  # nobody is scolded while still typing
    page.get_by_role("button", name="计算", exact=True).click()
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("吸纳了多少名")
    expect(summary).to_contain_text("从哪一天开始工作")
    expect(page).to_have_title(re.compile("^错误"))
    expect(page.locator("#error-workers_hired")).to_contain_text("请填数字")
    expect(page.locator("#error-job_start")).to_contain_text("没有填")
    expect(count).to_have_value("很多人")
    expect(count).to_have_attribute("aria-invalid", "true")
    expect(count).to_have_attribute("aria-describedby", re.compile("error-workers_hired"))
    expect(page.locator("[name='job_start.year']")).to_have_value("2020")
    expect(page.locator("#f-months_employed")).to_have_value("12")
    expect(page.locator("#f-employer_kind-workshop")).to_be_checked()
    expect(page.locator("#f-has_contract-yes")).to_be_checked()
    summary.get_by_role("link").filter(has_text="吸纳了多少名").press("Enter")
    expect(count).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("11")
    expect(finding.locator(".amount")).to_have_text("20,000 元")
    expect(page.locator("#error-workers_hired")).to_have_count(0)
    expect(count).not_to_have_attribute("aria-invalid", "true")
    expect(count).to_be_focused()
    expect(page.locator("#error-job_start")).to_be_visible()  # what is still wrong stays marked
    page.locator("[name='job_start.year']").fill("")
    expect(summary).to_be_hidden()
    expect(page).not_to_have_title(re.compile("^错误"))


def test_emptying_the_form_takes_every_answer_back(page: Page) -> None:
    fill_carrier(page)
    page.locator("#f-workers_hired").fill("11")
    expect(page.locator("#calculator-result")).to_contain_text("20,000 元")
    page.get_by_role("button", name="清空重填").click()
    expect(page.locator("#calculator-result")).not_to_contain_text("元")
    expect(page.locator("#calculator-form :checked:not(option)")).to_have_count(0)
    expect(page.locator("#f-workers_hired")).to_have_value("")


@policies
@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_page_without_scripts_tells_everything(page: Page, policy: Policy) -> None:
    go_to(page, policy.id)
    cards = dict(
        page.locator(".card").evaluate_all(
            "cards => cards.map(card => [card.querySelector('h4').id, card.textContent])"
        )
    )
    assert sorted(cards) == sorted(provision.id for provision in policy.provisions)
    for provision in policy.provisions:
        texts = [provision.title, provision.gist, provision.clause, provision.paid_from, *provision.evidence]
        for word in provision.words:
            if isinstance(word, Once | UpTo | NotLess | Tier) and isinstance(word.amount, Fraction):
                texts.append(say_yuan(word.amount))
        assert [text for text in texts if text not in cards[provision.id]] == []
    expect(page.locator(".document-line")).to_contain_text(policy.number)
    expect(page.locator(".calculator-without-script")).to_be_visible()


@policies
@pytest.mark.browser_context_args(java_script_enabled=False)
def test_the_officers_cases_stand_on_a_page_that_each_card_links_to(page: Page, policy: Policy) -> None:
    go_to(page, policy.id)
    links = page.locator(".card .cases a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    page.goto(f"policies/{policy.id}/cases/")
    for link in links:
        expect(page.locator(f"h2{link.removeprefix('cases/')}")).to_be_visible()
    tables = parse_cases((FOLDER / f"{policy.id}.md").read_text(encoding="utf-8"))
    expect(page.locator(".case-table")).to_have_count(len(tables))
    expect(page.locator(".case-table tbody tr")).to_have_count(sum(len(table.rows) for table in tables))


def test_the_home_page_leads_to_every_policy(page: Page) -> None:
    page.goto("")
    for policy in POLICIES.values():
        expect(page.locator(f".regions h3 a[href='policies/{policy.id}/']")).to_contain_text(policy.region)
    page.locator(".regions h3 a[href='policies/jining/']").click()
    expect(page).to_have_url(re.compile("policies/jining/$"))
    expect(page.locator("h1")).to_contain_text("济宁")
