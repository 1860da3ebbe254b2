"""A question that other answers settle, by real clicks: the mark comes and goes with them, and is nobody's answer."""

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 360, "height": 740}


@pytest.mark.browser_context_args(viewport=PHONE)
def test_the_mark_comes_and_goes_with_the_answer_that_it_follows_from(page: Page) -> None:
    page.goto("policies/jining/")
    page.get_by_role("button", name="一次看全部问题").click()
    page.locator("#who-all").check()
    unsigned, signed = page.locator("label[for=f-has_contract-no]"), page.locator("label[for=f-has_contract-yes]")
    mark, months = page.locator("#told-contract_months"), page.locator("#f-contract_months")
    unsigned.click()
    expect(mark).to_have_text("0 个月，由“签订劳动合同了吗？否”得出")
    expect(months).to_be_visible()
    expect(months).to_have_value("")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    signed.click()
    expect(mark).to_have_count(0)
    unsigned.click()
    expect(mark).to_be_visible()
    months.click()
    page.keyboard.type("12")
    expect(mark).to_have_count(0)  # of two answers that contradict each other neither tells anything
    expect(months).to_be_focused()
    page.get_by_role("button", name="计算", exact=True).click()
    expect(page.locator("#error-contract_months")).to_contain_text(
        "您选了没有签订合同，又填了“劳动合同期限是几个月？12 个月”，哪个对？"
    )
    signed.click()
    expect(page.locator("#error-contract_months")).to_have_count(0)
    expect(mark).to_have_count(0)
    expect(months).to_have_value("12")


def test_the_mark_is_neither_sent_nor_kept_as_an_answer(page: Page) -> None:
    page.goto("policies/jining/")
    page.locator("#who-all").check()
    page.locator("label[for=f-has_contract-no]").click()
    mark = page.locator("#told-contract_months")
    expect(mark).to_be_visible()
    expect(page.locator("#calculator-answers summary")).to_have_text("已回答 1 题：看一看、改一改")
    page.locator("[data-action=link]").click()
    link = page.locator("#calculator-link")
    expect(link).not_to_have_value("")
    assert link.input_value().endswith("#v=1&n=22&who=all&has_contract=no")
    page.reload()
    expect(page.locator("#f-has_contract-no")).to_be_checked()
    expect(mark).to_be_visible()
    expect(page.locator("#f-contract_months")).to_have_value("")


def test_the_mark_of_a_yes_or_no_ticks_nothing(page: Page) -> None:
    page.goto("policies/jining/")
    page.locator("#who-worker").check()
    page.locator("label[for=f-works_here-yes]").click()
    page.locator("[name=home][value=wanzhou]").check()
    expect(page.locator("#told-cannot_leave_home")).to_have_count(0)  # who worked here once may be unable to leave now
    page.locator("label[for=f-still_employed-yes]").click()
    expect(page.locator("#told-cannot_leave_home")).to_have_text(
        "否，由“劳动者户籍在哪里？重庆市万州区”、“在当地就业吗？是”、“到测算那天仍在这里工作吗？是”得出"
    )
    expect(page.locator("[name=cannot_leave_home]:checked")).to_have_count(0)
    page.locator("label[for=f-cannot_leave_home-no]").click()
    expect(page.locator("#told-cannot_leave_home")).to_have_count(0)
    expect(page.locator("#f-cannot_leave_home-no")).to_be_checked()
    expect(page.locator("#f-cannot_leave_home-no")).to_be_focused()
