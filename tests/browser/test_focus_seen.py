"""Whoever goes through a page by the Tab key sees where he is: nothing that sticks lies over it (WCAG 2.2, 2.4.11)."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.built_pages import ADDRESSES
from tests.browser.conftest import AMOUNT, CARRIER
from tests.browser.patience import STARTS
from tests.browser.test_elder_mode import KEY

pytestmark = pytest.mark.browser_context_args(viewport={"width": 360, "height": 740}, reduced_motion="reduce")

MOST_STOPS = 1_500
FADES = 600  # milliseconds in which what was open beside the page is gone, such as the search
LOOKS = 5  # a busy machine takes longer
ELDER = f"localStorage.setItem('{KEY}', 'on')"
# The place of the focus, and what sticks over it; nothing once the same place comes again.
LOOK = """(isSecondLook) => {
    const field = document.activeElement, seen = (window.seenFocused ??= new Set());
    if (seen.has(field) && !isSecondLook) return null;
    seen.add(field);
    const name = `${field.tagName}.${field.className}#${field.id} ${field.textContent.trim().slice(0, 20)}`;
    const box = [...field.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
    if (field === document.body || !box) return [name, ""];
    const inset = 2, isTall = box.height > innerHeight / 2;
    const points = [[box.x + box.width / 2, box.y + box.height / 2]];
    for (const x of [box.left + inset, box.right - inset])
        for (const y of [box.top + inset, box.bottom - inset]) points.push([x, y]);
    const covers = points.map(([x, y]) => {
        if (y < 0 || y > innerHeight) return "the window's edge";
        for (let over = document.elementFromPoint(x, y); over && !over.contains(field); over = over.parentElement) {
            if (field.contains(over)) return "";
            if (["fixed", "sticky"].includes(getComputedStyle(over).position)) return over.className || over.tagName;
        }
        return "";
    });
    return [name, isTall && covers.includes("") ? "" : covers.find(Boolean) ?? ""];
}"""


def tab_through(page: Page, key: str = "Tab") -> tuple[int, list[str]]:
    """Go through a page; returns the number of stops, and what lies over which."""
    covered: list[str] = []
    page.evaluate("() => window.seenFocused?.clear()")
    for stops in range(MOST_STOPS):
        page.keyboard.press(key)
        found = page.evaluate(LOOK, False)
        if found is None:
            return stops, covered
        for _ in range(LOOKS):
            if not found[1]:
                break
            page.wait_for_timeout(FADES)
            found = page.evaluate(LOOK, True)
        place, over = found
        if over:
            covered.append(f"{place} lies under {over}")
    raise AssertionError("the Tab key comes to no end")


def expect_all_seen(page: Page, key: str = "Tab") -> None:
    stops, covered = tab_through(page, key)
    assert stops > 1
    assert covered == []


@pytest.mark.parametrize("is_elder", [False, True], ids=["usual", "elder"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_lies_over_what_has_the_focus(page: Page, address: str, is_elder: bool) -> None:
    if is_elder:
        page.add_init_script(ELDER)
    page.goto(address)
    expect_all_seen(page)


@pytest.mark.parametrize("is_elder", [False, True], ids=["usual", "elder"])
@pytest.mark.parametrize("address", ["policies/ningxia/", "embed/ningxia/"])
def test_nothing_lies_over_it_beside_an_amount(page: Page, address: str, is_elder: bool) -> None:
    if is_elder:
        page.add_init_script(ELDER)
    page.goto(f"{address}{CARRIER}")
    expect(page.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)
    expect_all_seen(page)
    page.get_by_role("button", name="一次看全部问题").click()
    page.evaluate("document.activeElement.blur()")
    expect(page.locator("#calculator-bar")).to_be_visible()
    for key in ("Tab", "Shift+Tab"):
        expect_all_seen(page, key)


def test_whoever_tabs_on_from_the_search_sees_where_he_is(page: Page) -> None:
    page.goto("policies/ningxia/")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    held = page.locator("body[data-md-scrolllock]")
    page.locator(".md-search__input").focus()
    expect(held).to_have_count(1)
    page.keyboard.press("Tab")
    expect(held).to_have_count(0)
    for _ in range(LOOKS):
        page.wait_for_timeout(FADES)
        assert page.evaluate(LOOK, True)[1] == ""


def test_whoever_comes_back_to_the_search_at_once_finds_it_open(page: Page) -> None:
    page.goto("policies/ningxia/")
    held = page.locator("body[data-md-scrolllock]")
    field = page.locator(".md-search__input")
    field.focus()
    expect(held).to_have_count(1)
    field.evaluate("""field => {
        document.getElementById("__search").click();
        field.blur();
        field.focus();
    }""")
    expect(page.locator("#__search")).to_be_checked()
    for _ in range(LOOKS):
        page.wait_for_timeout(FADES)
        assert page.evaluate(LOOK, True)[1] == ""


def test_a_thing_that_covers_is_found(page: Page) -> None:
    page.goto("privacy/")
    page.evaluate("""() => {
        const cover = document.body.appendChild(document.createElement("div"));
        cover.className = "planted";
        Object.assign(cover.style, { position: "fixed", inset: "50% 0 0", background: "red", zIndex: 9 });
    }""")
    _, covered = tab_through(page)
    assert any("planted" in line for line in covered)
