"""Elder mode, measured in the browser: letters, lines, targets and contrast; remembered, and reached by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import AXE, CHANGE_COLOURS

ADDRESSES = [
    "",
    "policies/ningxia/",
    "policies/dalian/",
    "compare/",
    "planning/",
    "roster/ningxia/",
    "privacy/",
    "deployment/",
]
KEY = "policy-calculator.elder"
MEASURE = """() => {
    const isShown = (element) => element.checkVisibility({ visibilityProperty: true })
        && !element.closest(".visually-hidden, .mark-word, .md-search, .md-sidebar, caption, script, option")
        && element.getBoundingClientRect().width > 1;
    const name = (element) => `${element.tagName}.${element.getAttribute("class")}: ${element.textContent.trim()}`;
    const found = { small: [], dense: [], low: [] };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || !isShown(element)) continue;
        const style = getComputedStyle(element), size = parseFloat(style.fontSize);
        if (size < 20) found.small.push(`${name(element)} ${size}`);
        const isDense = !(parseFloat(style.lineHeight) / size > 1.745);
        if (isDense && !element.ownerSVGElement) found.dense.push(`${name(element)} ${style.lineHeight}`);
    }
    const targets = "button, select, summary, input[type=text], .option, .md-button, .md-tabs__link"
        + ", .md-header__button, .site-footer a, .paper-links a";
    for (const element of document.querySelectorAll(targets)) {
        const height = element.getBoundingClientRect().height;
        if (isShown(element) && height < 60) found.low.push(`${name(element)} ${height}`);
    }
    return found;
}"""


@pytest.fixture
def elder(page: Page) -> Page:
    page.add_init_script(f"localStorage.setItem('{KEY}', 'on')")
    return page


def answer(page: Page) -> None:
    """Get an answer where the page has a form that asks who."""
    if page.locator("#who-carrier").count():
        page.locator("#who-carrier").check()
        expect(page.locator("#calculator-result .finding").first).to_be_visible(timeout=60_000)
        page.evaluate("for (const part of document.querySelectorAll('.calculator details')) part.open = true")


@pytest.mark.parametrize("address", ADDRESSES)
def test_letters_lines_and_targets_are_large_enough(elder: Page, address: str) -> None:
    elder.goto(address)
    answer(elder)
    for width in (1280, 360):
        elder.set_viewport_size({"width": width, "height": 800})
        assert elder.evaluate(MEASURE) == {"small": [], "dense": [], "low": []}, width
        assert elder.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", ["", "policies/ningxia/", "privacy/"])
def test_contrast_is_seven_to_one(elder: Page, address: str) -> None:
    elder.goto(address)
    answer(elder)
    elder.evaluate(f"() => {{ {AXE} }}")
    for scheme in ("default", "slate"):
        elder.evaluate(CHANGE_COLOURS, scheme)
        found = elder.evaluate("axe.run({ runOnly: ['color-contrast-enhanced'] })")
        assert [node["html"] for rule in found["violations"] for node in rule["nodes"]] == [], scheme


def test_the_switch_is_reached_by_keyboard_remembered_and_says_how_to_leave(page: Page) -> None:
    page.goto("")
    switch, way_out = (page.get_by_role("button", name=name, exact=True) for name in ("长辈版", "退出长辈版"))
    expect(way_out).to_have_count(0)
    for _ in range(30):
        if switch.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(way_out).to_be_focused()
    for address in ("", "policies/dalian/"):
        page.goto(address)
        expect(way_out).to_be_visible()
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "27.2px"
    way_out.click()
    page.reload()
    expect(switch).to_be_visible()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


def test_on_a_phone_the_name_of_the_site_stands_whole_above_the_page(elder: Page) -> None:
    elder.set_viewport_size({"width": 360, "height": 740})
    elder.goto("")
    name = elder.locator(".md-header__topic .md-ellipsis").first
    expect(name).to_be_visible()
    assert name.evaluate("name => name.scrollWidth <= name.clientWidth")


def test_the_mode_is_on_before_the_page_is_painted(elder: Page) -> None:
    elder.add_init_script(
        "new MutationObserver((_, me) => {"
        " if (!document.body) return;"
        " window.wasOn = document.documentElement.hasAttribute('data-elder'); me.disconnect();"
        "}).observe(document, { childList: true, subtree: true })"
    )
    elder.goto("")
    assert elder.evaluate("window.wasOn") is True


def test_a_browser_that_keeps_nothing_can_still_be_switched(page: Page) -> None:
    page.add_init_script(
        f"for (const name of ['getItem', 'setItem', 'removeItem']) {{ const own = Storage.prototype[name];"
        f" Storage.prototype[name] = function (key, ...rest) {{"
        f" if (key === '{KEY}') throw new DOMException('denied'); return own.call(this, key, ...rest); }}; }}"
    )
    page.goto("")
    page.get_by_role("button", name="长辈版").click()
    assert page.evaluate("document.documentElement.hasAttribute('data-elder')")
