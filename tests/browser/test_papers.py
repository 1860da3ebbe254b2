"""Sheets for paper, and the pages that explain: read without scripts, printed to A4, found by the search."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from pypdf import PageObject, PdfReader

from calc.explainer.figures import list_largest
from calc.explainer.offers import offers_for
from calc.explainer.review.sheet import SIGNED
from calc.pages.policy.groups import word_question
from calc.parts.wording import DISCLAIMER, applicants_of
from calc.policies import POLICIES
from calc.rules import Form, Tier
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.values.money import say_yuan
from tests.browser.paper import list_small, read_code, read_text, squeeze, strip_quotes
from tests.browser.patience import STARTS

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
without_scripts = pytest.mark.browser_context_args(java_script_enabled=False)
AUDIENCES = [(policy, payee) for policy in POLICIES.values() for payee in applicants_of(policy)]
audiences = pytest.mark.parametrize(("policy", "payee"), AUDIENCES, ids=[f"{p.id}-{who}" for p, who in AUDIENCES])
POINTS = 72 / 25.4
A4 = (210 * POINTS, 297 * POINTS)
PLAIN, OFFICIAL = (15, 15), (28, 26)
"""Margins at the left and at the right, in millimetres: of every paper, and of a document's own form (GB/T 9704)."""
HANDOUT = (14, 14)
MOST_WORKSHEETS = {"dalian": 6, "ningxia": 18, "zhongshan": 5, "shaoxing": 11, "jining": 13}
"""Sheets of all roles; no role has more than six."""
MOST_OF_A_ROLE = 6
FULL = 150
"""Letters on a page that is not wasted."""
# Without the name of the group, which stands beside all its lines.
LINES = 'rows => rows.map(row => [...row.querySelectorAll("td")].map(cell => cell.innerText).join(""))'
FOUND = {
    "交通补贴": "policies/ningxia/#transport-subsidy",
    "以工代训": "policies/jining/#work-as-training",
    "扶贫车间": "policies/jining/#workshop-construction",
    "车间": "policies/jining/#workshop-construction",
    "租房": "policies/shaoxing/#rent-subsidy",
    "培训": "policies/ningxia/#training-payee",
    "中介": "policies/zhongshan/#agency-staff-subsidy",
    "探亲": "policies/shaoxing/#family-visit-subsidy",
}
SHARED = ("交通补贴", "培训", "中介")
"""Words that several regions have: which of them comes first is not for us to say."""


@pytest.fixture
def print_page(page: Page) -> Callable[[str], PdfReader]:
    """Print a page as a visitor without scripts would."""

    def print_address(address: str) -> PdfReader:
        page.goto("404.html")  # a fragment alone would not load the page anew
        page.goto(address)
        return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))

    return print_address


def find_ends(page: PageObject) -> list[tuple[float, float]]:
    """Where each piece of text begins, from the left and from below, in points."""
    places: list[tuple[float, float]] = []

    def note(text: str, matrix: list[float], at: list[float], *_: object) -> None:
        if text.strip():
            x = at[4] * matrix[0] + at[5] * matrix[2] + matrix[4]
            y = at[4] * matrix[1] + at[5] * matrix[3] + matrix[5]
            places.append((x, y))

    page.extract_text(visitor_text=note)
    return places


SQUEEZED = """descriptions => descriptions
    .filter(item => item.offsetParent && item.offsetWidth < item.closest("dl").offsetWidth * 0.4)
    .map(item => item.textContent)"""
"""What stands in less than two fifths of its list."""


def check_sheet(pdf: PdfReader, most_pages: int, margins: tuple[int, int] = PLAIN, *, is_numbered: bool = True) -> str:
    """A4, numbered pages with something on each, nothing outside the margins; gives the text."""
    left, right = margins[0] * POINTS, (210 - margins[1]) * POINTS
    assert 1 <= len(pdf.pages) <= most_pages
    for number, page in enumerate(pdf.pages, 1):
        assert (page.mediabox.width, page.mediabox.height) == pytest.approx(A4, abs=1)
        text = squeeze(page.extract_text())
        assert (f"第{number}页/共{len(pdf.pages)}页" in text) is is_numbered
        assert len(text) > 30
        assert all(left - 1 <= x <= right for x, _ in find_ends(page))
    return read_text(pdf)


@audiences
@without_scripts
def test_a_leaflet_prints_alone_on_one_sheet(
    print_page: Callable[[str], PdfReader], policy: Policy, payee: Payee
) -> None:
    pdf = print_page(f"policies/{policy.id}/leaflet/#{payee.value}")
    text = check_sheet(pdf, 1, HANDOUT, is_numbered=False)
    for provision in policy.provisions:
        if payee not in provision.payees:
            continue
        wanted = [
            provision.title,
            provision.gist,
            *(say_yuan(w.amount) for w in provision.words if isinstance(w, Tier)),
        ]
        assert [item for item in wanted if squeeze(item) not in text] == []
    figures = [figure.number for figure in list_largest(policy, offers_for(policy, payee))]
    assert [number for number in figures if number not in text] == []
    others = [item.label for item in applicants_of(policy) if item is not payee]
    assert [label for label in others if squeeze(f"明白卡：{label}") in text] == []


def test_the_code_of_a_leaflet_leads_to_its_page_with_the_role_filled_in(page: Page, base_url: str) -> None:
    page.goto("policies/jining/leaflet/#employer")
    page.emulate_media(media="print")
    link = read_code(page, page.locator("#employer .leaflet-code svg"))
    assert link == f"{base_url}policies/jining/#v=1&who=employer"
    page.emulate_media(media="screen")
    page.goto(link)
    expect(page.locator("#who-employer")).to_be_checked(timeout=STARTS)


@pytest.mark.parametrize("mode", ["长辈版", "深色"])
def test_a_leaflet_prints_the_same_in_every_mode(page: Page, mode: str) -> None:
    if mode == "深色":
        page.emulate_media(color_scheme="dark")
    page.goto("policies/ningxia/leaflet/#worker")
    page.locator("#worker .leaflet-code svg").wait_for()
    if mode == "长辈版":
        page.get_by_role("button", name=mode).click()
    text = check_sheet(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))), 1, HANDOUT, is_numbered=False)
    assert "10,000元" in text
    if mode == "长辈版":
        expect(page.locator("html")).to_have_attribute("data-elder", "")
    page.emulate_media(media="print")
    assert page.locator("#worker").evaluate("sheet => getComputedStyle(sheet).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("paper", ["leaflet", "worksheet", "cases"])
def test_a_paper_has_a_button_that_prints_it(page: Page, paper: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"policies/ningxia/{paper}/")
    button = page.get_by_role("button", name="打印", exact=True)
    expect(button).to_be_in_viewport()
    button.click()
    assert page.evaluate("window.printed") is True
    page.emulate_media(media="print")
    expect(button).to_be_hidden()


@without_scripts
def test_without_scripts_no_button_says_that_it_prints(page: Page) -> None:
    page.goto("policies/ningxia/leaflet/")
    expect(page.get_by_role("button", name="打印", exact=True)).to_be_hidden()


@pytest.mark.parametrize("paper", ["", "leaflet/", "worksheet/", "review/", "cases/"])
@policies
@without_scripts
def test_nothing_is_printed_in_less_than_nine_points(page: Page, policy: Policy, paper: str) -> None:
    page.goto(f"policies/{policy.id}/{paper}")
    assert list_small(page) == []


@without_scripts
def test_without_scripts_a_leaflet_has_no_empty_frame_for_the_code(page: Page) -> None:
    page.goto("policies/jining/leaflet/#employer")
    expect(page.locator("#employer h2")).to_be_visible()
    expect(page.locator("#employer .leaflet-code")).to_be_hidden()


@policies
@without_scripts
def test_worksheets_print_whole_each_from_a_new_page(print_page: Callable[[str], PdfReader], policy: Policy) -> None:
    pdf = print_page(f"policies/{policy.id}/worksheet/")
    text = check_sheet(pdf, MOST_WORKSHEETS[policy.id])
    payees = [payee for payee in applicants_of(policy) if offers_for(policy, payee)]
    assert text.count(squeeze(DISCLAIMER)) == len(payees)
    starts = [at for at, page in enumerate(pdf.pages) if squeeze(DISCLAIMER) in squeeze(page.extract_text())[:120]]
    assert len(starts) == len(payees)
    ends = [*starts[1:], len(pdf.pages)]
    assert max(end - start for start, end in zip(starts, ends, strict=True)) <= MOST_OF_A_ROLE
    for payee in payees:
        facts = {fact for provision in offers_for(policy, payee) for fact in provision.facts}
        lasting = {span.months for provision in offers_for(policy, payee) for span in provision.spans}
        labels = (word_question(policy, fact, payee, {}).label for fact in facts & lasting)
        assert [label for label in labels if squeeze(label) not in text] == []


@policies
@without_scripts
def test_the_policy_page_prints_as_an_explanation_without_form_and_cases(
    print_page: Callable[[str], PdfReader], policy: Policy
) -> None:
    pdf = print_page(f"policies/{policy.id}/")
    text = check_sheet(pdf, most_pages=10)
    assert squeeze(f"适用对象：{policy.audience}") in squeeze(pdf.pages[0].extract_text())
    assert text.count("适用对象") == 1
    assert len(squeeze(pdf.pages[-1].extract_text())) > FULL
    titles = [squeeze(provision.title) for provision in policy.provisions]
    assert [title for title in titles if title not in text] == []
    assert "我是谁" not in text
    assert "为什么问这个" not in text


@without_scripts
def test_the_blank_form_of_dalian_fills_one_page(print_page: Callable[[str], PdfReader]) -> None:
    text = check_sheet(print_page("policies/dalian/form/"), 1, OFFICIAL)
    form = next(item.says for item in POLICIES["dalian"].provisions if isinstance(item.says, Form))
    assert [box.phrase for box in form.boxes if squeeze(box.phrase) not in text] == []


@policies
@without_scripts
def test_the_review_sheet_prints_without_a_torn_line_and_with_its_head_on_every_page(
    page: Page, print_page: Callable[[str], PdfReader], policy: Policy
) -> None:
    pdf = print_page(f"policies/{policy.id}/review/")
    assert len(squeeze(pdf.pages[0].extract_text())) > FULL
    sheets = [strip_quotes(squeeze(sheet.extract_text())) for sheet in pdf.pages]
    for number, sheet in enumerate(pdf.pages, 1):
        assert (sheet.mediabox.width, sheet.mediabox.height) == pytest.approx(A4, abs=1)
        assert f"第{number}页/共{len(sheets)}页" in sheets[number - 1]
    lines = [strip_quotes(squeeze(text)) for text in page.locator(".review tr:has(td)").evaluate_all(LINES)]
    assert len(lines) > 100
    assert [line for line in lines if not any(line in sheet for sheet in sheets)] == []
    heads = {strip_quotes(squeeze(text)) for text in page.locator(".review thead tr").all_inner_texts()}
    assert len(heads) == 3
    ticked = [sheet for sheet in sheets if "□相符" in sheet]
    assert [sheet for sheet in ticked if not any(head in sheet for head in heads)] == []
    assert all(word in sheets[-1] for word in SIGNED)


@pytest.mark.parametrize("address", ["method/", "readings/", "policies/jining/cases/"])
@without_scripts
def test_other_pages_print_on_numbered_pages(print_page: Callable[[str], PdfReader], address: str) -> None:
    check_sheet(print_page(address), most_pages=30)


@pytest.mark.parametrize("address", ["readings/", "method/", "version/", *(f"policies/{item}/" for item in POLICIES)])
@pytest.mark.parametrize("media", ["print", "screen"])
@without_scripts
def test_no_name_squeezes_what_stands_beside_it(page: Page, address: str, media: Literal["print", "screen"]) -> None:
    page.set_viewport_size({"width": 590, "height": 900})  # the lines of a sheet, and a tablet's
    page.goto(address)
    page.emulate_media(media=media)
    assert page.locator(".md-content dl dd").count() > 0
    assert page.locator(".md-content dl dd").evaluate_all(SQUEEZED) == []


@policies
@without_scripts
def test_the_four_dates_are_drawn_and_said(page: Page, policy: Policy) -> None:
    page.goto(f"policies/{policy.id}/")
    page.locator("details.row:has(.milestones) > summary").click()
    figure = page.locator(".milestones")
    expect(figure.locator("svg")).to_be_visible()
    said = figure.locator("dd").all_inner_texts()
    drawn = figure.locator("svg text:not(.name)").all_text_contents()
    assert len(said) == 4
    for words in said:
        assert words.split("　")[0].strip().replace("（印发日，文件未写执行日）", " ") in drawn
    assert ("文件未写明" in drawn) is (None in (policy.issued, policy.claims_until))


CROSSED = """figure => {
    const boxes = [...figure.querySelectorAll("text")].map(text => [text.textContent, text.getBBox()]);
    const lines = [...figure.querySelectorAll(".year line")].map(line => line.getBBox());
    const overlaps = (a, ending, b, end) => a <= b + end && b <= a + ending;
    const meets = (a, b) => overlaps(a.x, a.width, b.x, b.width) && overlaps(a.y, a.height, b.y, b.height);
    return [lines.length, boxes.filter(([, box]) => lines.some(line => meets(line, box))).map(([text]) => text)];
}"""


@policies
def test_no_year_line_runs_through_a_text_of_the_drawing(page: Page, policy: Policy) -> None:
    page.goto(f"policies/{policy.id}/")
    page.locator("details.row:has(.milestones) > summary").click()
    count, crossed = page.locator(".milestones").evaluate(CROSSED)
    assert count > 0
    assert crossed == []


def test_the_letters_of_the_drawing_are_about_as_large_as_the_text(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("policies/ningxia/")
    body = float(page.locator(".md-typeset").first.evaluate("body => parseFloat(getComputedStyle(body).fontSize)"))
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    drawing = page.locator(".drawing").first
    scale = drawing.evaluate("svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width")
    letters = float(drawing.locator("text").first.evaluate("text => parseFloat(getComputedStyle(text).fontSize)"))
    assert 0.8 * body <= scale * letters <= 1.3 * body


@without_scripts
def test_choosing_an_audience_shows_its_leaflet_alone(page: Page) -> None:
    page.goto("policies/ningxia/leaflet/")
    page.locator(".paper-choice").get_by_role("link", name="劳动者").click()
    expect(page.locator(".paper:visible")).to_have_count(1)
    expect(page.locator("#worker")).to_be_visible()
    page.locator(".paper-choice").get_by_role("link", name="全部").click()
    expect(page.locator(".paper:visible")).to_have_count(len(applicants_of(POLICIES["ningxia"])))


@without_scripts
def test_the_walkthrough_shows_a_case_with_its_other_reading(page: Page) -> None:
    page.goto("method/")
    walk = page.locator(".walkthrough")
    expect(walk.locator("h3")).to_have_count(4)
    expect(walk).to_contain_text("6 个月 × 1,000 元 = 6,000 元")
    expect(walk.locator(".reading-table")).to_contain_text("3,000 元")


@pytest.mark.parametrize(("word", "address"), FOUND.items(), ids=FOUND)
def test_searching_everyday_words_leads_to_the_provision(page: Page, base_url: str, word: str, address: str) -> None:
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type(f"{word} ")
    results = page.locator(".md-search-result__link")
    expect(results.first).to_be_visible()
    links = results.evaluate_all("links => links.map(link => link.href)")
    places = [re.sub(r"\?h=[^#]*", "", link).removeprefix(base_url) for link in links]
    assert places[0] == address.partition("#")[0] or word in SHARED
    assert address in places[:20]


def test_the_search_does_not_find_the_forms(page: Page) -> None:
    index = page.request.get("search/search_index.json").json()
    texts = {entry["location"]: entry["text"].replace("\u200b", "") for entry in index["docs"]}
    assert [where for where, text in texts.items() if "清空重填" in text and where.startswith("policies/")] == []
    assert not [where for where in texts if "/cases/" in where]
