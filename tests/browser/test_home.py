"""The home page's finder: from three questions to the money, by finger and by key, and without any script."""

import re

import pytest
from playwright.sync_api import Page, expect

from calc.policies import POLICIES
from tests.browser.barriers import OF_STATES, find_barriers
from tests.browser.patience import STARTS

MOST_ANSWERS, MOST_TAPS = 6, 8
phone = pytest.mark.browser_context_args(viewport={"width": 360, "height": 740}, has_touch=True)
WANZHOU_WORKER = "#v=1&who=worker&home=wanzhou&works_here=yes"


class Fingers:
    """Taps, counted; a list takes two: one opens it, one takes the option."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def tap(self, selector: str) -> None:
        self.page.locator(selector).tap()
        self.taps += 1

    def select(self, selector: str, value: str) -> None:
        self.page.locator(selector).select_option(value)
        self.taps += 2


def choose(page: Page, home: str = "", work: str = "", who: str = "") -> None:
    page.locator("#finder-home").select_option(home)
    for name, value in (("work", work), ("who", who)):
        if value:
            page.locator(f"#finder-{name}-{value}").check()


def list_ways(page: Page) -> list[str]:
    return [link.get_attribute("href") or "" for link in page.locator("#finder-found li:visible a").all()]


@phone
def test_the_worker_from_wanzhou_reaches_the_sum_and_sees_it(page: Page) -> None:
    fingers = Fingers(page)
    page.goto("")
    fingers.select("#finder-home", "wanzhou")
    fingers.tap(".option:has(#finder-work-jining)")
    fingers.tap(".option:has(#finder-who-worker)")
    fingers.tap("#finder-go")
    expect(page).to_have_url(re.compile("policies/jining/"))
    expect(page.locator("#calculator-result .disclaimer")).to_be_attached(timeout=STARTS)
    expect(page.locator(".is-asked")).to_have_id("q-is_registered_poor")
    fingers.tap(".is-asked .option:has(input[value=yes])")
    fingers.tap("#f-months_employed")  # the day would do as well, and stands above
    page.keyboard.type("8")
    fingers.tap("[data-guide=next]")
    expect(page.locator(".guide-sum")).to_contain_text("7,500 元")
    expect(page.locator(".guide-sum")).to_be_in_viewport(ratio=1)
    assert fingers.taps <= MOST_TAPS
    answered = page.locator(".answers-given dt")
    assert answered.count() + 1 <= MOST_ANSWERS  # the role is one more


@phone
def test_who_knows_nothing_is_led_to_every_region_and_to_the_comparison(page: Page) -> None:
    page.goto("")
    page.locator("#finder-go").tap()
    expect(page.locator("#finder-found")).to_be_focused()
    expect(page.locator(".finder-unasked")).to_be_in_viewport()
    assert len(list_ways(page)) == len(POLICIES)
    for sentence in page.locator("#finder-found li:visible .finder-offers").all_text_contents():
        assert re.fullmatch(r"可以算 \d+ 项：.+。", sentence)
    page.get_by_role("link", name="各地都比一比").tap()
    expect(page).to_have_url(re.compile(r"/compare/"))
    expect(page.locator("#who-person")).to_be_checked(timeout=STARTS)


def test_not_knowing_is_an_answer_each_time(page: Page) -> None:
    page.goto("")
    page.locator("#finder-go").click()
    before = list_ways(page)
    choose(page, "unknown", "unknown", "unknown")
    assert list_ways(page) == before


def test_several_ways_stand_with_what_they_offer_the_most_first(page: Page) -> None:
    page.goto("")
    choose(page, home="wanzhou")
    page.locator("#finder-go").click()
    numbers = [
        int(re.findall(r"\d+", text)[0])
        for text in page.locator("#finder-found li:visible .finder-offers").all_text_contents()
    ]
    assert len(numbers) > 1
    assert numbers == sorted(numbers, reverse=True)
    assert "policies/jining/#v=1&who=all&home=wanzhou" in list_ways(page)[0]


def test_one_way_is_taken_at_once_and_its_answers_stand_in_the_form(page: Page) -> None:
    page.goto("")
    choose(page, "wanzhou", "jining", "worker")
    expect(page.locator("#finder-go")).to_have_attribute(
        "href", re.compile(re.escape(f"policies/jining/{WANZHOU_WORKER}"))
    )
    page.locator("#finder-go").click()
    expect(page.locator("#who-worker")).to_be_checked(timeout=STARTS)
    expect(page.locator("#f-home-wanzhou")).to_be_checked()
    expect(page.locator("#f-works_here-yes")).to_be_checked()
    expect(page.locator("#calculator-notice")).to_be_hidden()


def test_whom_nothing_suits_is_told_so_and_led_to_the_comparison(page: Page) -> None:
    page.goto("")
    choose(page, "wanzhou", "dalian", "sender")
    page.locator("#finder-go").click()
    expect(page.locator(".finder-none")).to_be_visible()
    expect(page.locator(".finder-some")).to_be_hidden()
    assert list_ways(page) == []
    compared = page.get_by_role("link", name="各地都比一比")
    assert (compared.get_attribute("href") or "").endswith("compare/#v=1&who=placement&home=wanzhou")


def test_the_place_where_somebody_works_comes_first_even_with_nothing_for_him(page: Page) -> None:
    page.goto("")
    choose(page, "guizhou-paired", "dalian", "worker")
    page.locator("#finder-go").click()
    expect(page.locator("#finder-found")).to_be_focused()
    here = page.locator(".finder-here li")
    expect(here).to_have_count(1)
    expect(here).to_contain_text("大连")
    expect(here.locator(".finder-nothing")).to_be_visible()
    expect(page.locator(".finder-elsewhere")).to_be_visible()
    expect(page.locator(".finder-others li:visible .finder-nothing:visible")).to_have_count(0)


def test_the_place_where_somebody_works_comes_before_larger_sums_elsewhere(page: Page) -> None:
    page.goto("")
    choose(page, work="jining", who="employer")
    page.locator("#finder-go").click()
    assert "policies/jining/" in list_ways(page)[0]
    assert len(list_ways(page)) > 1


def test_regions_that_cannot_pay_are_left_out_and_told(page: Page) -> None:
    page.goto("")
    choose(page, "ningxia", "ningxia", "worker")
    expect(page.locator(".finder-others li:visible")).to_have_count(0)
    choose(page, "", "ningxia", "employer")
    page.locator("#finder-go").click()
    assert "policies/ningxia/" in list_ways(page)[0]
    assert not [way for way in list_ways(page) if "policies/shaoxing/" in way]
    left = page.locator(".finder-left")
    expect(left).to_be_visible()
    expect(left).to_contain_text(re.compile(r"没有列出.*绍兴.*：按您选的老家、工作的地方和身份"))
    choose(page)
    page.locator("#finder-work-unknown").check()
    page.locator("#finder-who-unknown").check()
    expect(left).to_be_hidden()


def test_keys_alone_lead_to_the_form(page: Page) -> None:
    page.goto("")
    page.locator("#finder-home").focus()
    reach_option(page, "wanzhou")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    reach_option(page, "jining")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    reach_option(page, "worker")
    page.keyboard.press("Tab")
    expect(page.locator("#finder-go")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("policies/jining/"))


def reach_option(page: Page, value: str) -> None:
    for _ in range(12):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"no arrow leads to {value}")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_a_script_the_button_leads_to_the_regions(page: Page) -> None:
    page.goto("")
    page.locator("#finder-go").click()
    assert page.url.endswith("#regions")
    row = page.locator(".region").filter(has_text="济宁")
    expect(row).to_contain_text("一个人最多 7,500 元")
    expect(row).to_contain_text("已到期")
    expect(row).to_contain_text("2021-12-31")
    row.get_by_role("link", name="算一算").click()
    expect(page.locator("h1")).to_contain_text("济宁")


def test_what_the_page_led_to_before_it_still_leads_to(page: Page) -> None:
    page.goto("")
    for policy in POLICIES:
        for paper in ("", "leaflet/", "worksheet/"):
            expect(page.locator(f".regions a[href='policies/{policy}/{paper}']").first).to_be_attached()
    for address in ("compare/", "planning/", "coverage/", "readings/", "method/"):
        expect(page.locator(f"article a[href='{address}']").first).to_be_visible()
    for anchor in ("_2", "_3", "_4", "_5"):
        expect(page.locator(f"h2#{anchor}")).to_be_visible()
    assert page.locator(".audience a[href*='&topic=']").count() > 30


@pytest.mark.parametrize("answers", [{}, {"home": "wanzhou"}, {"home": "wanzhou", "work": "dalian", "who": "sender"}])
def test_no_state_keeps_anybody_out(page: Page, answers: dict[str, str]) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("")
    choose(page, **answers)
    page.locator("#finder-go").click()
    expect(page.locator("#finder-found")).to_be_visible()
    found = find_barriers(page, OF_STATES)
    assert not found, "\n".join(found)


@phone
def test_every_target_is_as_large_as_a_thumb(page: Page) -> None:
    page.goto("")
    page.locator("#finder-go").tap()
    heights = page.locator("#finder :is(.option, select, .md-button, .finder-way):visible").evaluate_all(
        "elements => elements.map((element) => element.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
