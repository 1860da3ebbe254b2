"""At most three colours over the whole site, light and dark, in every state; everything else is grey."""

import pytest
from playwright.sync_api import Page, expect

from building.places import SITE
from tests.browser.barriers import CHANGE_COLOURS

BLUE, GREEN, OCHRE = 217, 140, 31
NEAR = 16  # degrees of hue: a lighter and a darker shade are one colour

# One policy's papers stand for all of them.
PAGES = [
    *sorted(page.relative_to(SITE).as_posix().removesuffix("index.html") for page in SITE.glob("*/index.html")),
    *("", "policies/dalian/", "policies/zhongshan/", "embed/jining/"),
    *(f"policies/ningxia/{paper}" for paper in ("", "leaflet/", "worksheet/", "cases/", "review/")),
]
READ = """() => {
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const known = new Map();
    const rgb = (colour) => {
        if (!known.has(colour)) {
            pen.clearRect(0, 0, 1, 1);
            pen.fillStyle = colour;
            pen.fillRect(0, 0, 1, 1);
            known.set(colour, [...pen.getImageData(0, 0, 1, 1).data]);
        }
        return known.get(colour);
    };
    const found = {};
    for (const element of document.querySelectorAll("body, body *")) {
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        for (const pseudo of [undefined, "::before", "::after"]) {
            const style = getComputedStyle(element, pseudo);
            if (pseudo && style.content === "none") continue;
            const colours = [style.color, style.backgroundColor];
            for (const side of ["Top", "Right", "Bottom", "Left"]) {
                if (parseFloat(style[`border${side}Width`]) > 0) colours.push(style[`border${side}Color`]);
            }
            if (element.ownerSVGElement) colours.push(style.fill, style.stroke);
            const name = `${element.tagName}.${element.getAttribute("class")}`;
            for (const colour of colours) if (colour !== "none") found[rgb(colour).join()] = name;
        }
    }
    return found;
}"""


def find_hue(red: int, green: int, blue: int) -> float | None:
    """The hue in degrees; None for what the eye takes for grey."""
    high, low = max(red, green, blue), min(red, green, blue)
    if high - low <= 24:
        return None
    if high == red:
        return 60 * ((green - blue) / (high - low) % 6)
    if high == green:
        return 60 * ((blue - red) / (high - low) + 2)
    return 60 * ((red - green) / (high - low) + 4)


def find_strangers(page: Page) -> dict[str, str]:
    strangers = {}
    for colour, where in page.evaluate(READ).items():
        red, green, blue, opacity = map(int, colour.split(","))
        hue = find_hue(red, green, blue) if opacity > 8 else None
        if hue is not None and all(abs(hue - named) > NEAR for named in (BLUE, GREEN, OCHRE)):
            strangers[colour] = where
    return strangers


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_three_colours(page: Page, address: str) -> None:
    page.goto(address)
    assert find_strangers(page) == {}
    page.evaluate(CHANGE_COLOURS, "slate")
    assert find_strangers(page) == {}


def test_mistakes_and_answers_have_no_colour_of_their_own(page: Page) -> None:
    page.goto("policies/ningxia/")
    page.locator("#who-carrier").check()
    page.locator("#f-workers_hired").fill("x")
    page.get_by_role("button", name="计算", exact=True).click()
    expect(page.locator("#calculator-errors")).to_be_visible(timeout=60_000)
    page.evaluate("for (const part of document.querySelectorAll('.calculator details')) part.open = true")
    assert find_strangers(page) == {}
