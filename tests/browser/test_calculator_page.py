"""A real page, used as a visitor would: by keyboard alone, and without scripts."""

import pytest
from playwright.sync_api import Page, expect

PAGE = "policies/ningxia/"
AMOUNTS = ("20,000", "30,000", "60,000", "100,000")

AT = "document.activeElement?.name ?? ''"


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Press Tab until the field of this name has the focus; Shift+Tab goes back."""
    for _ in range(200):
        if page.evaluate(AT) == name:
            return
        page.keyboard.press(key)
    pytest.fail(f"no Tab leads to {name}")


def answer_yes(page: Page, name: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Space")
    expect(page.locator(f"input[name={name}]:checked")).to_have_value("yes")


def test_a_carrier_calculates_by_keyboard(page: Page) -> None:
    page.goto(PAGE)
    result = page.locator("#calculator-result")
    tab_to(page, "who")
    page.keyboard.press("ArrowDown")  # from the worker to the carrier
    expect(result).to_contain_text("就业扶贫载体一次性补贴", timeout=30_000)
    tab_to(page, "home")
    page.keyboard.press("Space")  # the first place, Ningxia
    answer_yes(page, "is_registered_poor")
    tab_to(page, "months_employed")
    page.keyboard.type("12")
    answer_yes(page, "has_contract")
    answer_yes(page, "is_fully_insured")
    tab_to(page, "employer_kind")
    page.keyboard.press("Space")  # the first kind, the workshop
    expect(page.locator("#f-employer_kind-workshop")).to_be_checked()
    answer_yes(page, "is_in_poor_village")
    answer_yes(page, "is_local_employer")
    tab_to(page, "workers_hired", "Shift+Tab")
    page.keyboard.type("11")
    amount = page.locator("#result-carrier-subsidy .amount")
    expect(amount).to_have_text("20,000 元")
    page.keyboard.press("Control+A")
    page.keyboard.type("35")
    expect(amount).to_have_text("60,000 元")
    assert page.evaluate(AT) == "workers_hired"  # the patches have left the visitor where he types


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_every_amount_is_there_without_scripts(page: Page) -> None:
    page.goto(PAGE)
    provision = page.locator(":has(> #carrier-subsidy)")
    for amount in AMOUNTS:
        expect(provision).to_contain_text(amount)


@pytest.mark.first_visit
def test_the_visitor_can_go_on_when_python_cannot_be_loaded(page: Page, complaints: list[str]) -> None:
    page.route("**/runtime/**", lambda route: route.abort())
    page.goto(PAGE)
    page.locator("#who-carrier").check()
    expect(page.locator(".calculator-progress")).to_contain_text("计算器没有加载成功")
    page.locator("#f-workers_hired").fill("11")
    expect(page.locator("#f-workers_hired")).to_have_value("11")
    complaints.clear()
