"""The guided way for everybody: axe in each of its states, the keyboard alone, and text at twice its size."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.barriers import COLOURS, EVERYTHING, View, find_barriers
from tests.browser.patience import STARTS

pytestmark = pytest.mark.browser_context_args(viewport={"width": 360, "height": 740}, reduced_motion="reduce")

VIEWS = {
    "phone": View(360, asks=EVERYTHING),
    "dark phone": View(360, scheme="slate", asks=COLOURS),
    "elder phone": View(360, elder=True, asks=EVERYTHING),
}
MOST_STEPS = 60
# Twice the size, as the browser's own setting for text makes it.
LARGE_TEXT = """() => {
    const root = document.documentElement;
    root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * 2}px`;
}"""
# What stands beside the window, or under other text of the same step.
CUT = """() => {
    const asked = document.querySelector("[data-step=question] .is-asked, [data-step=found] .guide-found");
    return [...asked.querySelectorAll("*"), ...document.querySelectorAll(".guide-steps button")]
        .filter((element) => element.checkVisibility() && !element.closest(".visually-hidden"))
        .filter((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            return width > 1 && (left < 0 || right > innerWidth + 1 || element.scrollWidth > element.clientWidth + 1
                && getComputedStyle(element).overflowX === "hidden");
        }).map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 20)}`);
}"""


def find_asked(page: Page) -> Locator:
    return page.locator(".calculator .is-asked")


def walk(page: Page, address: str, who: str, word: str) -> Iterator[str]:
    """Answer one question after the other, and yield each state of a new kind, with a mistake in each kind of field."""
    seen: set[str] = set()
    page.goto(address)
    yield "who asks"
    page.locator(f".option:has(#who-{who})").click()
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    for _ in range(MOST_STEPS):
        step = page.locator(".calculator").get_attribute("data-step")
        if step == "found":
            yield "found"
            further = page.get_by_role("button", name="继续找更多补贴")
            if "further" in seen or not further.count():
                break
            seen.add("further")
            further.click()
            continue
        kind = describe(find_asked(page))
        if kind not in seen:
            seen.add(kind)
            yield kind
            if "text" in kind:
                yield from err(page, kind)
        answer(page, find_asked(page), word)
    page.get_by_role("button", name="看结果").click()
    expect(page.locator("#calculator-result")).to_be_visible()
    yield "result"


def describe(asked: Locator) -> str:
    """Name the kinds of fields of a question."""
    kinds = asked.evaluate(
        "asked => [...new Set([...asked.querySelectorAll('input, select')].map(field => field.type))].sort().join(' ')"
    )
    return f"{kinds} with a hint" if asked.locator(".hint").count() else str(kinds)


def err(page: Page, kind: str) -> Iterator[str]:
    field = find_asked(page).locator("input[type=text]").first
    field.fill("x")
    page.get_by_role("button", name="下一题").click()
    expect(page.locator(".question-wrong.is-asked")).to_have_count(1)
    yield f"{kind}, a mistake"
    field.fill("")


def answer(page: Page, asked: Locator, word: str = "yes") -> None:
    """Say yes, or no, where that can be said, else that one does not know."""
    question = asked.get_attribute("id")
    options = asked.locator(".option:has(input[type=radio])")
    if options.count():
        wanted = asked.locator(f".option:has(input[value={word}])")
        (wanted if wanted.count() else options.last).click()
    else:
        page.get_by_role("button", name="下一题").click()
    expect(page.locator(f".is-asked[id='{question}']")).to_have_count(0)


@pytest.mark.parametrize(
    ("address", "who", "word"),
    [
        ("policies/ningxia/", "carrier", "yes"),
        ("policies/jining/", "worker", "no"),
        ("embed/shaoxing/", "agent", "yes"),
    ],
)
def test_no_step_keeps_anybody_out(page: Page, address: str, who: str, word: str) -> None:
    states = []
    for state in walk(page, address, who, word):
        states.append(state)
        barriers = find_barriers(page, VIEWS, ".calculator")
        page.set_viewport_size({"width": 360, "height": 740})
        assert not barriers, "\n".join((state, *barriers))
    assert {"who asks", "found", "result"} < set(states)
    assert any("mistake" in state for state in states) or word == "no"


def test_a_worker_finds_his_sum_by_keyboard_alone(page: Page) -> None:
    page.goto("policies/jining/")
    reach(page, page.locator("#who-worker"))
    page.keyboard.press("Space")
    reach(page, page.get_by_role("button", name="下一题"))
    page.keyboard.press("Enter")
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    for fact, value in (("is_registered_poor", "yes"), ("home", "wanzhou"), ("works_here", "yes")):
        expect(find_asked(page)).to_have_id(f"q-{fact}")
        reach(page, page.locator(f"#f-{fact}-{value}"))
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
    expect(find_asked(page)).to_have_id("q-job_start")
    reach(page, page.locator("#f-months_employed"))
    page.keyboard.type("8")
    page.keyboard.press("Enter")
    expect(page.locator(".guide-found")).to_be_focused()
    expect(page.locator(".guide-sum").first).to_contain_text("7,500 元")
    reach(page, page.get_by_role("button", name="看结果"))
    page.keyboard.press("Enter")
    expect(page.locator("#calculator-result")).to_be_focused()


def reach(page: Page, target: Locator) -> None:
    """Go there by Tab; in a group of options by the arrows."""
    for _ in range(40):
        if target.evaluate("target => target === document.activeElement"):
            return
        page.keyboard.press("Tab")
    target_name = target.get_attribute("id") or target.inner_text()
    raise AssertionError(f"no key leads to {target_name}")


@pytest.mark.parametrize("address", ["policies/jining/", "embed/jining/"])
def test_text_of_twice_the_size_is_neither_cut_nor_beside_the_window(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 640, "height": 740})
    page.goto(address)
    page.evaluate(LARGE_TEXT)
    assert page.evaluate(CUT) == []
    page.locator(".option:has(#who-worker)").click()
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    for _ in range(MOST_STEPS):
        assert page.evaluate(CUT) == []
        if page.locator(".calculator").get_attribute("data-step") == "found":
            break
        answer(page, find_asked(page))
    else:
        raise AssertionError("the guided way comes to no end")
    page.get_by_role("button", name="看结果").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_what_lies_beside_the_window_is_found(page: Page) -> None:
    page.goto("policies/jining/")
    page.locator(".option:has(#who-worker)").evaluate("option => { option.style.width = '900px'; }")
    assert len(page.evaluate(CUT)) > 0
