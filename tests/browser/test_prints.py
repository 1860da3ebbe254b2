"""The sheet of an answer on paper: all of it, on few pages, with a code that leads back to the same amounts."""

import base64
from collections.abc import Callable
from io import BytesIO

import pytest
import zxingcpp
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pypdf import PdfReader

from calc.pages import PAGES
from calc.render.wording import DISCLAIMER
from tests.browser.conftest import SAVE_DATA
from tests.browser.paper import read_text, squeeze
from tests.browser.visitor import STARTS, find_case

MOST_PAGES = 4
CASES = {
    "dalian": "agent-subsidy",
    "ningxia": "carrier-subsidy",
    "zhongshan": "employment-subsidy",
    "shaoxing": "stable-job-subsidy",
    "jining": "travel-meal-subsidy",
}
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
    page: Page, new_context: Callable[..., BrowserContext], base_url: str, policy: str
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
    assert [line for line in lines if line not in printed] == []
    assert squeeze(DISCLAIMER) in printed
    assert squeeze("我是谁？") not in printed

    link = read_code(page, sheet.locator(".sheet-receipt svg"))
    assert link.startswith(f"{base_url}policies/{policy}/#v=1&")
    other = new_context(locale="zh-CN").new_page()
    other.goto(link)
    expect(other.locator("#calculator-result")).to_be_focused(timeout=STARTS)
    assert other.locator("#calculator-result .amount").all_inner_texts() == amounts


def strip_quotes(text: str) -> str:
    """Without the marks that the styles put around what is quoted."""
    return text.translate(dict.fromkeys(map(ord, "“”")))


def read_code(page: Page, code: Locator) -> str:
    """What a telephone reads from the code, as it is printed."""
    height, width, grey = page.evaluate(GREY, base64.b64encode(code.screenshot()).decode())
    (found,) = zxingcpp.read_barcodes(memoryview(bytes(grey)).cast("B", (height, width)))
    return str(found.text)
