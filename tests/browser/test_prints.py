"""The sheet of an answer on paper: all of it, on few pages, with a code that leads back to the same amounts."""

from io import BytesIO

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from calc.pages import PAGES
from calc.parts.field import TOPIC, WHO
from calc.parts.wording import ANYONE, DISCLAIMER
from calc.values.truth import Verdict
from tests.browser.conftest import CARRIER, SAVE_DATA
from tests.browser.links import follow_link
from tests.browser.paper import list_small, read_code, read_text, squeeze, strip_quotes
from tests.browser.patience import STARTS
from tests.browser.visitor import find_case

MOST_PAGES = 2
FORM = "大连市市级就业扶贫基地认定表"
WANZHOU = (
    "#v=1&who=worker&home=wanzhou&is_registered_poor=yes&works_here=yes&months_employed=8"
    "&still_employed=yes&is_trained=no"
)
BROKER = (
    "#v=1&who=agent&home=sichuan-paired&is_registered_poor=yes&works_here=yes&first_came=2018-03-01"
    "&job_contribution_months=4&agent_kind=broker&workers_placed=12"
)
DAGUAN = "#v=1&who=worker&home=daguan&is_registered_poor=yes&works_here=yes&months_employed=8"
BASE = "#v=1&who=employer&workers_hired=5&staff=101"
TYPICAL = {
    "the worker from Wanzhou": ("jining", WANZHOU, "7,500 元", 1),
    "the workshop in Ningxia": ("ningxia", CARRIER, "60,000 元", 1),
    "the agent in Shaoxing": ("shaoxing", BROKER, "24,000 元", 1),
    "the worker from Daguan": ("zhongshan", DAGUAN, "1,600 元", 1),
    "the employer in Dalian": ("dalian", BASE, FORM, 2),
}
"""What each of them is told, and on how many sheets; the employer's second one is the form."""
FULL = 150
SPOKEN = frozenset(verdict.label for verdict in Verdict)
"""Words for people who listen stand beside the marks, and not on paper."""
"""Letters on a page that is not wasted."""
CASES = {
    "dalian": "agent-subsidy",
    "ningxia": "carrier-subsidy",
    "zhongshan": "employment-subsidy",
    "shaoxing": "stable-job-subsidy",
    "jining": "travel-meal-subsidy",
}
STEPS = """steps => steps.map(step =>
    [...step.children].map(part => part.matches(".mark") ? "" : part.innerText).join(""))"""


@pytest.mark.parametrize("policy", CASES)
def test_the_sheet_is_whole_and_its_code_leads_back(
    page: Page, context: BrowserContext, base_url: str, policy: str
) -> None:
    case = find_case(policy, CASES[policy])
    fields = {name: value for fields in case.facts.values() for name, value in fields.items()}
    page.add_init_script(SAVE_DATA)
    page.goto(f"policies/{policy}/#{PAGES[policy].write_link(fields)}")
    sheet = page.locator("#calculator-sheet")
    expect(sheet).to_contain_text(case.amount, timeout=STARTS)
    amounts = page.locator("#calculator-result .amount").all_inner_texts()

    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert 1 <= len(pdf.pages) <= MOST_PAGES
    printed = strip_quotes(read_text(pdf))
    page.emulate_media(media="print")
    lines = [line for line in map(strip_quotes, map(squeeze, sheet.inner_text().splitlines())) if line]
    assert len(lines) > 15
    assert [line for line in lines if line not in printed and line not in SPOKEN] == []
    assert squeeze(DISCLAIMER) in printed
    assert squeeze("我是谁？") not in printed

    link = read_code(page, sheet.locator(".sheet-receipt svg"))
    assert link.startswith(f"{base_url}policies/{policy}/#v=1&")
    other = context.new_page()
    other.goto(link)
    expect(other.locator("#calculator-result")).to_be_focused(timeout=STARTS)
    assert other.locator("#calculator-result .amount").all_inner_texts() == amounts


@pytest.mark.parametrize("policy", ["shaoxing", "jining"])
def test_no_step_is_torn_from_what_was_found(page: Page, policy: str) -> None:
    case = find_case(policy, CASES[policy])
    fields = {name: value for fields in case.facts.values() for name, value in fields.items()}
    open_answers(page, policy, {**fields, WHO: ANYONE, TOPIC: ""})
    page.emulate_media(media="print")
    sheet = page.locator("#calculator-sheet")
    steps = sheet.locator(".step:not(:has(.step))").evaluate_all(STEPS)
    assert len(steps) > 3
    for points in range(0, 600, 40):  # moved down, it breaks somewhere else
        sheet.evaluate("(sheet, points) => { sheet.style.paddingTop = `${points}pt`; }", points)
        pages = [strip_quotes(squeeze(each.extract_text())) for each in PdfReader(BytesIO(print_page(page))).pages]
        assert len(pages) > 1
        torn = [step for step in steps if not any(strip_quotes(squeeze(step)) in text for text in pages)]
        assert torn == []


@pytest.mark.parametrize(("policy", "link", "told", "most"), TYPICAL.values(), ids=TYPICAL)
def test_a_typical_answer_fits_its_sheets(page: Page, policy: str, link: str, told: str, most: int) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(f"policies/{policy}/{link}")
    expect(page.locator("#calculator-sheet .sheet-answers")).to_be_attached(timeout=STARTS)
    pages = [squeeze(each.extract_text()) for each in PdfReader(BytesIO(print_page(page))).pages]
    assert len(pages) == most
    assert squeeze(told) in "".join(pages)
    page.emulate_media(media="print")
    code = page.locator("#calculator-sheet .sheet-receipt svg").bounding_box()
    amount = page.locator("#calculator-sheet .sheet-amount").bounding_box()
    given = page.locator("#calculator-sheet .sheet-answers").bounding_box()
    assert code
    assert amount
    assert given
    assert max(code["y"], amount["y"]) < given["y"] < 700
    assert list_small(page) == []


def test_the_sheet_marks_what_nobody_answered(page: Page) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(f"policies/jining/{WANZHOU}")
    sheet = page.locator("#calculator-sheet")
    expect(sheet.locator(".sheet-inferred")).to_contain_text("无法离乡：否，由", timeout=STARTS)
    expect(sheet.locator(".sheet-inferred")).to_contain_text("测算日期：按 2021-12-31 算")
    expect(sheet.locator(".sheet-answers")).not_to_contain_text("测算日期")


@pytest.mark.parametrize(("words", "label"), [("明白卡", "明白卡："), ("空白的测算表", "纸面测算表：")])
def test_papers_open_at_the_sheet_of_who_asks(page: Page, words: str, label: str) -> None:
    page.add_init_script(SAVE_DATA)
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page.locator("#calculator-sheet .sheet-receipt")).to_be_attached(timeout=STARTS)
    page.locator(".print-menu summary").click()
    page.locator(".print-menu").get_by_role("link", name=words).click()
    expect(page.locator(".paper:visible")).to_have_count(1)
    expect(page.locator(".paper:visible h2")).to_contain_text(f"{label}就业扶贫载体")
    expect(page.get_by_role("button", name="打印")).to_be_visible()
    page.locator(".paper-choice").get_by_role("link", name="全部").click()
    expect(page.locator(".paper:visible").nth(3)).to_be_visible()


def test_one_button_asks_what_to_print_and_prints_the_filled_form_alone(page: Page) -> None:
    page.add_init_script(f"{SAVE_DATA}; window.print = () => {{ window.printed = document.body.dataset.prints; }}")
    page.goto(f"policies/dalian/{BASE}")
    expect(page.locator("#calculator-sheet .form-blank")).to_be_attached(timeout=STARTS)
    menu = page.locator(".print-menu")
    expect(menu.locator("ul")).to_be_hidden()
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    papers = ["测算结果", "政策说明", "明白卡", "空白的测算表", f"填好的{FORM}", f"空白的{FORM}"]
    assert menu.locator("li :is(a, button)").all_inner_texts() == papers
    heights = menu.locator("summary, li :is(a, button)").evaluate_all("all => all.map(each => each.offsetHeight)")
    assert min(heights) >= 44
    for _ in range(5):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("window.printed === 'form'")
    (form,) = (squeeze(each.extract_text()) for each in PdfReader(BytesIO(print_page(page))).pages)
    assert "申请企业" in form
    assert "101" in form
    assert "扫码" not in form


def test_the_filled_form_of_dalian_stays_on_one_page_within_the_paper(page: Page) -> None:
    long = "工作时间打办公室的电话、写信到招聘部门的邮箱，或者到厂里的人力资源部门来问，都可以联系到我们"
    unbroken = "W" * 80
    fields = {WHO: "employer", "staff": "100"}
    typed = {"unit_name": unbroken, "main_business": "水产品加工", "contact": long, "address": long}
    page.add_init_script(SAVE_DATA)
    page.goto(f"policies/dalian/#{PAGES['dalian'].write_link(fields)}")
    for fact, text in typed.items():
        page.locator(f"#f-{fact}").fill(text, timeout=STARTS)
    expect(page.locator("#calculator-sheet .form-blank")).to_contain_text(long[:10], timeout=STARTS)
    expect(page.locator("#calculator-sheet .form-blank")).to_contain_text(unbroken)
    pages = [squeeze(sheet.extract_text()) for sheet in PdfReader(BytesIO(print_page(page))).pages]
    (form,) = (text for text in pages if "申请企业" in text)
    assert "市人社部门意见" in form.partition("先导区人社部门意见")[2]
    assert squeeze(long) in form
    assert unbroken in form
    page.set_viewport_size({"width": 590, "height": 800})  # what A4 leaves between its margins
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") == 590


@pytest.mark.parametrize("policy", CASES)
def test_the_policy_text_is_printed_alone_whatever_was_answered(page: Page, policy: str) -> None:
    page.add_init_script(f"{SAVE_DATA}; window.print = () => {{}}")
    page.goto(f"policies/{policy}/")
    printed = [print_text(page)]
    case = find_case(policy, CASES[policy])
    fields = {name: value for fields in case.facts.values() for name, value in fields.items()}
    open_answers(page, policy, dict(list(fields.items())[:4]))
    printed.append(print_text(page))
    follow_link(page, PAGES[policy].write_link({**fields, WHO: ANYONE, TOPIC: ""}))
    printed.append(print_text(page))
    assert printed[0] == printed[1] == printed[2]
    whole = "".join(printed[0])
    assert [word for word in ("我是谁", "测算结果", "打印", "计算器0", "先选") if word in whole] == []
    assert [text for text in printed[0][:-1] if len(text) < FULL] == []


def test_only_where_a_policy_is_explained_its_text_can_be_printed(page: Page) -> None:
    for address in ("compare/", "planning/", "embed/ningxia/"):
        page.goto(address)
        expect(page.get_by_role("button", name="打印测算结果")).to_be_visible()
        expect(page.locator("[data-action=print-page]")).to_have_count(0)


def open_answers(page: Page, policy: str, fields: dict[str, str]) -> None:
    """Open a page by a link with answers, and wait for the sheet."""
    page.goto("404.html")  # a fragment alone would not load the page anew
    page.goto(f"policies/{policy}/#{PAGES[policy].write_link(fields)}")
    expect(page.locator("#calculator-sheet .sheet-answers")).to_be_attached(timeout=STARTS)


def print_text(page: Page) -> list[str]:
    """The text of each page when the visitor has the policy printed."""
    menu = page.locator(".print-menu")
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    menu.get_by_role("button", name="政策说明").click()
    return [squeeze(sheet.extract_text()) for sheet in PdfReader(BytesIO(print_page(page))).pages]


def print_page(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True)
