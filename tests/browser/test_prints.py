"""The sheet of an answer on paper: all of it, on few pages, with a code that leads back to the same amounts."""

import base64
import re
from io import BytesIO

import pytest
import zxingcpp
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pypdf import PdfReader

from calc.pages import PAGES
from calc.parts.field import TOPIC, WHO
from calc.parts.wording import ANYONE, DISCLAIMER
from calc.values.truth import Verdict
from tests.browser.conftest import SAVE_DATA
from tests.browser.paper import read_text, squeeze, strip_quotes
from tests.browser.patience import STARTS
from tests.browser.visitor import find_case

MOST_PAGES = 4
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
# A picture as grey bytes, row by row; the browser is the one that can read its own screenshots.
GREY = """async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, image.width, image.height);
    return [image.height, image.width, Array.from(data.filter((_, index) => index % 4 === 0))];
}"""


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


def read_code(page: Page, code: Locator) -> str:
    """What a telephone reads from the code, as it is printed."""
    height, width, grey = page.evaluate(GREY, base64.b64encode(code.screenshot()).decode())
    (found,) = zxingcpp.read_barcodes(memoryview(bytes(grey)).cast("B", (height, width)))
    return str(found.text)


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
        assert len(pages) > 2
        torn = [step for step in steps if not any(strip_quotes(squeeze(step)) in text for text in pages)]
        assert torn == []


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
    page.evaluate("link => location.hash = link", PAGES[policy].write_link({**fields, WHO: ANYONE, TOPIC: ""}))
    expect(page).not_to_have_url(re.compile("#"))  # the answer has come, and with it the end of the link
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
    page.get_by_role("button", name="打印政策说明").click()
    return [squeeze(sheet.extract_text()) for sheet in PdfReader(BytesIO(print_page(page))).pages]


def print_page(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True)
