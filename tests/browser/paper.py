"""What stands on printed pages, to be compared with what stands on the screen."""

import base64
import re
from unicodedata import normalize

import zxingcpp
from playwright.sync_api import Locator, Page
from pypdf import PdfReader

RADICALS = str.maketrans("―戶⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻩⻬⻰", "—户母民西见角贝车长门青页风飞食马鱼黄齐龙")


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


# The texts printed in less than nine points, by their first letters: a pixel is three quarters of a point.
SMALL = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), small = [];
    for (let text; (text = walker.nextNode()); ) {
        const element = text.parentElement, range = document.createRange();
        range.selectNodeContents(text);
        const seen = range.getBoundingClientRect();
        if (!text.data.trim() || !seen.width || element.closest(".visually-hidden, .mark-word, noscript")) continue;
        const picture = element.closest("svg");
        const scale = picture ? picture.getScreenCTM().a : 1;
        const points = parseFloat(getComputedStyle(element).fontSize) * scale * 0.75;
        if (points < 8.99) small.push(`${text.data.trim().slice(0, 20)}: ${points.toFixed(1)}`);
    }
    return small;
}"""
SQUARE = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
A4_BETWEEN_MARGINS = 680
"""What A4 leaves of its width between the margins of a paper, in pixels."""


def list_small(page: Page) -> list[str]:
    """What would be printed in less than nine points."""
    size = page.viewport_size
    page.set_viewport_size({"width": A4_BETWEEN_MARGINS, "height": 900})
    page.emulate_media(media="print")
    small: list[str] = page.evaluate(SMALL)
    page.emulate_media(media="null")
    if size:
        page.set_viewport_size(size)
    return small


def squeeze(text: str) -> str:
    """Without spaces, and with characters where the PDF names what looks like them."""
    return re.sub(r"\s", "", normalize("NFKC", text)).translate(RADICALS)


def read_text(pdf: PdfReader) -> str:
    return squeeze("".join(page.extract_text() for page in pdf.pages))


def strip_quotes(text: str) -> str:
    """Without the marks that the styles put around what is quoted."""
    return text.translate(dict.fromkeys(map(ord, "“”")))


def read_code(page: Page, code: Locator) -> str:
    """What a telephone reads from the code, as it is printed.

    Asked for codes of every kind, the reader now and then takes three rows of a square one for a striped one.
    """
    height, width, grey = page.evaluate(GREY, base64.b64encode(code.screenshot()).decode())
    picture = memoryview(bytes(grey)).cast("B", (height, width))
    (found,) = zxingcpp.read_barcodes(picture, formats=SQUARE)
    return str(found.text)
