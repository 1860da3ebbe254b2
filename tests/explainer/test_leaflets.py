"""Leaflets, worksheets and the blank form: everything for its audience, nothing for anybody else."""

import re
from fractions import Fraction

import pytest
from htpy import div, span

from calc.explainer.conditions import list_lines
from calc.explainer.figures import list_largest
from calc.explainer.leaflet import render_leaflets
from calc.explainer.needs import find_shared
from calc.explainer.offers import offers_for
from calc.explainer.rows import render_dates, render_rows
from calc.explainer.search_words import list_words, read_names
from calc.explainer.worksheet import IN_GROUPS, render_worksheets
from calc.pages.policy.groups import list_group_facts, word_question
from calc.parts.official_form import render_blank_forms
from calc.parts.wording import DISCLAIMER, NOT_WRITTEN, applicants_of, say_both, say_doubt
from calc.policies import POLICIES
from calc.rules import Form, NotLess, Once, Staff, Tier, UpTo
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.printed import BLANK
from calc.rules.provision import Provision
from calc.values.money import say_yuan

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
AUDIENCES = [(policy, payee) for policy in POLICIES.values() for payee in applicants_of(policy)]
audiences = pytest.mark.parametrize(("policy", "payee"), AUDIENCES, ids=[f"{p.id}-{who}" for p, who in AUDIENCES])


def read_sheets(html: str) -> dict[str, str]:
    """The text of each sheet by its audience."""
    parts = re.split(r'<section id="([a-z]+)" class="paper [a-z]+">|<section class="paper [a-z]+" id="([a-z]+)">', html)
    found = [part for part in parts[1:] if part is not None]
    return {found[at]: re.sub(r"<[^>]+>", "", found[at + 1]) for at in range(0, len(found), 2)}


def html_text(words: str) -> str:
    """Words as they stand in a page."""
    return str(span[words]).removeprefix("<span>").removesuffix("</span>")


def sums_of(provision: Provision) -> list[str]:
    sums = (word.amount for word in provision.words if isinstance(word, Once | UpTo | NotLess | Tier | Staff))
    return [say_yuan(amount) for amount in sums if isinstance(amount, Fraction)]


@audiences
def test_a_leaflet_says_all_that_its_audience_can_have_and_nothing_else(policy: Policy, payee: Payee) -> None:
    sheet = read_sheets(str(render_leaflets(policy)))[payee.value]
    doubts = re.search("有两种读法、要先问清楚的：(.*?)。", sheet)
    for provision in policy.provisions:
        mine = payee in provision.payees
        assert (provision.gist in sheet) is mine, provision.id
        if mine and provision.nature is not Nature.SERVICE:
            sums = sums_of(provision) if provision.nature is Nature.CASH else []
            wanted = [provision.title, provision.clause, *provision.evidence, *sums]
            assert [text for text in wanted if text not in sheet] == []
            assert not provision.readings or (doubts and provision.title in doubts[1])
    assert policy.number in sheet
    assert NOT_WRITTEN in sheet or (policy.issued and policy.claims_until)


@audiences
def test_what_a_leaflet_leaves_out_stands_on_the_page_to_which_its_code_leads(policy: Policy, payee: Payee) -> None:
    assert f'data-code="../#v=1&amp;who={payee.value}"' in str(render_leaflets(policy))
    page = re.sub(r"<[^>]+>", "", str(div[render_rows(policy, {}), render_dates(policy)]))
    mine = [item for item in policy.provisions if payee in item.payees]
    left_out = [*(each.explain() for item in mine for each in item.conditions)]
    left_out += [*(note for item in mine for note in item.remarks)]
    left_out += [*(reading.other for item in mine for reading in item.readings)]
    assert [words for words in left_out if html_text(words) not in page] == []


@audiences
def test_a_leaflet_says_what_each_offer_asks_for(policy: Policy, payee: Payee) -> None:
    sheet = read_sheets(str(render_leaflets(policy)))[payee.value]
    for provision in offers_for(policy, payee):
        assert [line.text for line in list_lines(provision.conditions) if html_text(line.text) not in sheet] == []


@audiences
def test_a_leaflet_says_at_each_sum_in_which_two_ways_it_can_be_read(policy: Policy, payee: Payee) -> None:
    sheet = read_sheets(str(render_leaflets(policy)))[payee.value]
    readings = [reading for item in offers_for(policy, payee) for reading in item.readings_of_sum]
    assert [each.id for each in readings if html_text(say_doubt(each)) not in sheet] == []


def test_the_workshops_of_ningxia_read_what_holds_for_exactly_a_hundred() -> None:
    sheet = read_sheets(str(render_leaflets(POLICIES["ningxia"])))["carrier"]
    assert "31 至 100 人60,000 元恰好 100 人60,000 元，也可能是 100,000 元101 人以上100,000 元" in sheet
    assert "100 人以上" not in sheet  # the document's own words stand in the reading: 100人以上


@policies
def test_a_card_says_at_its_standard_in_which_two_ways_it_can_be_read(policy: Policy) -> None:
    rows, shared = str(render_rows(policy, {})), str(div[render_dates(policy)])
    for provision in policy.provisions:
        standard = rows.split(f'id="{provision.id}"')[1].split("<dt>标准</dt>")[1].split("<dt>资金</dt>")[0]
        doubts = [html_text(say_both(each, "本计算器的读法")) for each in provision.readings_of_sum]
        assert [words for words in doubts if words not in standard and words not in shared] == []


@policies
def test_papers_speak_the_words_of_the_screen(policy: Policy) -> None:
    papers = f"{render_leaflets(policy)}{render_worksheets(policy)}"
    assert [word for word in ("□ 可享受", "待补充", "需认定") if word in papers] == []
    paying = [item for payee in applicants_of(policy) for item in offers_for(policy, payee) if item.nature.brings_money]
    assert not paying or "□ 能领" in papers.replace("</span>", "")


LARGEST = {
    ("jining", Payee.WORKER): ["最多 6,000 元", "1,500 元", "每个月 990 元"],
    ("jining", Payee.EMPLOYER): ["每人 6,000 元", "每人 最高 2,000 元", "每人 1,000 元"],
    ("ningxia", Payee.WORKER): ["10,000 元", "最多 2,000 元", "每年 最多 800 元"],
    ("ningxia", Payee.CARRIER): ["最多 100,000 元"],
    ("ningxia", Payee.PARK): ["500,000 元起"],
    ("zhongshan", Payee.AGENT): ["预计 200,000 元"],
    ("shaoxing", Payee.WORKER): ["最多 18,000 元", "5,000 元", "3,000 元"],
    ("dalian", Payee.EMPLOYER): [],
}


@pytest.mark.parametrize(("policy", "payee"), LARGEST)
def test_a_leaflet_leads_with_its_three_largest_figures(policy: str, payee: Payee) -> None:
    mine = [item for item in POLICIES[policy].provisions if payee in item.payees]
    figures = list_largest(POLICIES[policy], mine)
    assert [figure.say() for figure in figures] == LARGEST[policy, payee]
    sheet = read_sheets(str(render_leaflets(POLICIES[policy])))[payee.value]
    said = [f"{figure.before}{figure.number} {figure.after}{figure.provision.title}" for figure in figures]
    assert [words for words in said if words not in sheet] == []


def test_a_leaflet_draws_the_ladder_of_a_sum_that_rises() -> None:
    sheet = read_sheets(str(render_leaflets(POLICIES["ningxia"])))["carrier"]
    assert "就业扶贫载体一次性补贴：吸纳人数不同，金额不同" in sheet
    assert "31 至 100 人60,000 元" in sheet
    assert "不同，金额不同" not in read_sheets(str(render_leaflets(POLICIES["ningxia"])))["worker"]


def test_who_is_trained_before_moving_need_not_work_there_already() -> None:
    granted = [item for item in POLICIES["zhongshan"].provisions if Payee.WORKER in item.payees and item.is_benefit]
    (shared,) = find_shared({item: item.conditions for item in granted})
    assert [item.explain() for item in shared.conditions] == ["户籍所在地为云南省昭通市大关县"]
    assert "转移就业前的免费培训" in {item.title for item in granted}


@audiences
def test_a_worksheet_asks_and_reckons_all_that_its_audience_can_have(policy: Policy, payee: Payee) -> None:
    sheets = read_sheets(str(render_worksheets(policy)))
    offers = offers_for(policy, payee)
    assert (payee.value in sheets) is bool(offers)
    if not offers:
        return
    sheet = sheets[payee.value]
    assert DISCLAIMER in sheet
    lasting = {fact for item in offers for span in item.spans for fact in (span.start, span.ongoing, span.end) if fact}
    for provision in offers:
        assert provision.title in sheet
        assert [text for text in sums_of(provision) if text not in sheet] == []
        asked = (word_question(policy, fact, payee, {}).label for fact in provision.facts if fact not in lasting)
        assert [text for text in asked if text not in sheet] == []
    others = [item for item in policy.provisions if payee not in item.payees]
    assert [item.title for item in others if f"{item.title} 依据：{item.clause}" in sheet] == []


@audiences
def test_a_worksheet_asks_a_unit_about_its_people_as_the_page_does(policy: Policy, payee: Payee) -> None:
    sheet = read_sheets(str(render_worksheets(policy))).get(payee.value, "")
    facts = {fact for item in offers_for(policy, payee) for fact in item.facts}
    of_people = bool(list_group_facts(policy, payee)) and bool(sheet)
    assert (IN_GROUPS in sheet) is of_people
    if of_people and "is_registered_poor" in facts:
        assert "这些人都是建档立卡贫困劳动力吗？" in sheet and "□ 都不是" in sheet
        assert "本人所在家庭" not in sheet
    if payee is Payee.WORKER:
        assert "这些人" not in sheet and "都不是" not in sheet


def formula_of(policy: str, provision: str) -> str:
    return POLICIES[policy].provision(provision).effect.say_formula().replace("\u00a0", " ")


def test_formulas_are_written_out_with_their_blanks() -> None:
    assert formula_of("jining", "cross-province-subsidy") == f"{BLANK} 个月（最多 6 个月） × 1,000 元"
    assert formula_of("jining", "travel-meal-subsidy") == "1,500 元"
    assert formula_of("dalian", "post-subsidy") == f"{BLANK} 人 × 最低工资 {BLANK} 元 × 30%"
    assert formula_of("ningxia", "public-post-living") == " ＋ ".join(
        f"{year} 年 {BLANK} 个月 × {year - 1}年农村人均收入 {BLANK} 元 ÷ 12" for year in (2018, 2019, 2020)
    )
    assert formula_of("ningxia", "two-graduates") == "6,000 元（就业补助资金） ＋ 3,000 元（财政专项扶贫资金）"


def test_a_reading_that_reckons_otherwise_has_its_own_formula() -> None:
    sheet = read_sheets(str(render_worksheets(POLICIES["jining"])))["worker"].replace("\u00a0", " ")
    assert f"按另一种读法：（{BLANK} 个月 − 3 个月）（最多 6 个月） × 1,000 元 = " in sheet
    assert "÷ 21.75" in sheet
    ceiling = read_sheets(str(render_worksheets(POLICIES["jining"])))["employer"].replace("\u00a0", " ")
    assert f"{BLANK} 人 × 查表得 {BLANK} 元 = 最高 {BLANK}" in ceiling
    estimate = read_sheets(str(render_worksheets(POLICIES["zhongshan"])))["agent"].replace("\u00a0", " ")
    assert f"查表得 {BLANK} 元（预计）" in estimate


def test_the_blank_form_has_every_box_of_the_declared_one_and_nothing_in_it() -> None:
    html = str(render_blank_forms(POLICIES["dalian"]))
    form = next(item.says for item in POLICIES["dalian"].provisions if isinstance(item.says, Form))
    rows = re.findall(r"<tr[^>]*><th scope=\"row\">(.*?)</th><td>(.*?)</td></tr>", html)
    assert [label for label, _ in rows] == [box.phrase for box in form.boxes]
    assert [bool(cell) for _, cell in rows] == [not box.fact for box in form.boxes]
    with pytest.raises(ValueError, match="no form"):
        render_blank_forms(POLICIES["jining"])


def test_search_words_join_what_is_unknown_and_part_what_is_known_as_one() -> None:
    words = list_words(read_names())
    assert {"以工代训", "劳务", "中介"} <= set(words)
    assert not [word for word in words if len(word) > 4]


@policies
def test_a_sheet_asks_each_question_once(policy: Policy) -> None:
    for payee, sheet in read_sheets(str(render_worksheets(policy))).items():
        labels = [word_question(policy, fact, payee, {}).label for fact in policy.facts]
        assert [label for label in labels if sheet.count(label) > 1] == []
