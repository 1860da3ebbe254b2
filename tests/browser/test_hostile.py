"""What a stranger puts into a link or a field: nothing of it runs, all of it stays, and the page says what is wrong."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Dialog, Page, expect

from calc.pages.policy.stays import find_lead
from calc.policies import POLICIES
from tests.browser.conftest import SAVE_DATA
from tests.browser.patience import STARTS

MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>"
QUOTES = "\" onfocus=alert(3) autofocus x='"
LONG = "9" * 5_000
LINKS = {
    "markup": f"#v=1&who=carrier&workers_hired={quote(MARKUP)}&{quote(MARKUP)}=1",
    "quotes": f"#v=1&who={quote(QUOTES)}&topic={quote(QUOTES)}&workers_hired=11",
    "long": f"#v=1&who=carrier&workers_hired={LONG}&{'x' * 5_000}=1",
    "prototype": "#v=1&who=carrier&__proto__=1&constructor=2&toString=3&workers_hired=11",
    "torn": "#v=1&who=carrier&workers_hired=%E4%BD&%ZZ=%&&==&=1&workers_hired=%FF%FE",
    "another version": "#v=99&who=carrier&workers_hired=11",
}
WRONG = {
    "workers_hired": MARKUP,
    "months_employed": LONG,
    "job_start.year": QUOTES,
    "job_start.month": "<b>十三</b>",
    "job_start.day": "99",
}


@pytest.fixture
def dialogs(page: Page) -> list[str]:
    """What a script that should not run would have said."""
    said: list[str] = []

    def note(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.add_init_script(SAVE_DATA)
    return said


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_a_link_is_read_and_never_run(page: Page, dialogs: list[str], link: str) -> None:
    page.goto(f"policies/ningxia/{link}")
    # A link that is read leads to its answer, to what is wrong with it, or to the next question.
    used = page.locator("#calculator-result, #calculator-notice, #calculator-form *").and_(page.locator(":focus"))
    expect(used).to_be_visible(timeout=STARTS)
    expect_no_foreign_elements(page)
    assert dialogs == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_what_is_typed_is_shown_as_it_is_and_told_what_is_wrong(page: Page, dialogs: list[str]) -> None:
    page.goto("policies/ningxia/")
    page.locator("#who-all").check()
    expect(page.locator("#calculator-result .disclaimer")).to_be_visible(timeout=STARTS)
    for name, text in WRONG.items():
        page.locator(f"[name='{name}']").fill(text)
    page.get_by_role("button", name="计算", exact=True).click()
    expect(page.locator("#calculator-errors")).to_be_focused()
    for fact in {name.partition(".")[0] for name in WRONG}:
        expect(page.locator(f"#error-{find_lead(POLICIES['ningxia'], fact)}")).to_be_visible()
        expect(page.locator(f"#calculator-errors a[href^='#f-{fact}']")).to_be_visible()
    for name, text in WRONG.items():
        expect(page.locator(f"[name='{name}']")).to_have_value(text)
    expect_no_foreign_elements(page)
    assert dialogs == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_full_width_digits_and_chinese_units_are_read(page: Page) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(
        "policies/ningxia/#v=1&who=carrier&home=ningxia&is_registered_poor=yes&employer_kind=workshop"
        "&is_in_poor_village=yes&is_local_employer=yes&has_contract=yes&is_fully_insured=yes"
    )
    expect(page.locator("#calculator-result .disclaimer")).to_be_visible(timeout=STARTS)
    page.locator("[name=months_employed]").fill("１２ 个月")
    page.locator("[name=workers_hired]").fill(" ３５人 ")
    expect(page.locator("#result-carrier-subsidy .amount").first).to_have_text("60,000 元")
    expect(page.locator("[name=workers_hired]")).to_have_value(" ３５人 ")


def expect_no_foreign_elements(page: Page) -> None:
    """Neither the picture nor the script of a stranger has become part of the page."""
    expect(page.locator(".calculator :is(script, img, iframe, [onerror], [onfocus], [autofocus])")).to_have_count(0)
