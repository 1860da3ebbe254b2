"""Where the agency has the official texts, "why 6 and not 10 万 at 100 persons?" is answered in two presses."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from calc.explainer import fence
from calc.policies import POLICIES
from calc.proof.files import SOURCES
from tests.browser.conftest import AMOUNT, CARRIER
from tests.browser.patience import STARTS
from tests.invented import invent_text

HUNDRED = CARRIER.replace("workers_hired=35", "workers_hired=100")
ROW = "#result-carrier-subsidy"
TEXT = "#carrier-subsidy-text .official-text"


@pytest.fixture
def ningxia_with_text(page: Page, monkeypatch: pytest.MonkeyPatch, tmp_path) -> Page:
    """Ningxia's page as it is built with a text made up of what its declarations quote."""
    without = fence.format("ningxia provisions")
    (tmp_path / "ningxia.txt").write_text(invent_text(POLICIES["ningxia"]), encoding="utf-8")
    monkeypatch.setenv(SOURCES, str(tmp_path))
    told = fence.format("ningxia provisions")

    def lay(route: Route) -> None:
        answer = route.fetch()
        assert without in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(without, told))

    page.route("**/policies/ningxia/", lay)
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_why_six_and_not_ten_at_a_hundred_in_two_presses(ningxia_with_text: Page, width: int) -> None:
    page = ningxia_with_text
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"policies/ningxia/{HUNDRED}")
    expect(page.locator(AMOUNT).first).to_have_text("60,000 元", timeout=STARTS)
    page.locator(f"{ROW} > summary").click()
    expect(page.locator(f"{ROW} .reading")).to_contain_text("恰好 100 人，既在“31人至100人”之内，也在“100人以上”之内")
    page.locator(f"{ROW} .origin a").click()
    tier = page.locator(f"{TEXT} mark", has_text="吸纳31人至100人的一次性补贴6万元")
    expect(tier).to_be_visible()
    expect(page.locator(f"{TEXT} mark", has_text="吸纳100人以上的一次性补贴10万元")).to_be_visible()
    expect(page.locator(f"{TEXT} summary")).to_be_in_viewport()


def test_a_step_leads_to_the_text_and_to_the_terms_where_there_is_none(ningxia_with_text: Page) -> None:
    page = ningxia_with_text
    for is_there in (True, False):
        if not is_there:
            page.unroute("**/policies/ningxia/")
        page.goto("404.html")
        page.goto(f"policies/ningxia/{HUNDRED}")
        expect(page.locator(AMOUNT).first).to_have_text("60,000 元", timeout=STARTS)
        page.locator(f"{ROW} > summary").click()
        page.locator(f"{ROW} .steps > summary").click()
        page.locator(f"{ROW} .step a.clause").first.click()
        expect(page).to_have_url(re.compile("#carrier-subsidy-text$"))
        expect(page.locator(TEXT)).to_have_count(int(is_there))
        expect(page.locator("#carrier-subsidy-text dl")).to_be_visible()
