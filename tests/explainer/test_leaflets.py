"""Leaflets, worksheets and the blank form: everything for its audience, nothing for anybody else."""

import re
from fractions import Fraction

import pytest
from htpy import span

from calc.explainer.leaflet import render_leaflets
from calc.explainer.needs import find_shared, list_needs
from calc.explainer.offers import offers_for
from calc.explainer.search_words import list_words, read_names
from calc.explainer.worksheet import render_worksheets
from calc.facts.catalogue import CATALOGUE
from calc.parts.official_form import render_blank_forms
from calc.parts.wording import DISCLAIMER, NOT_WRITTEN, applicants_of
from calc.policies import POLICIES
from calc.rules import Form, NotLess, Once, Staff, Tier, UpTo
from calc.rules.condition import Condition
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
    for provision in policy.provisions:
        mine = payee in provision.payees
        assert (provision.gist in sheet) is mine, provision.id
        if mine and provision.nature is not Nature.SERVICE:
            wanted = [provision.title, provision.clause, *provision.evidence, *sums_of(provision)]
            wanted += [reading.other for reading in provision.readings]
            assert [text for text in wanted if text not in sheet] == []
    assert policy.number in sheet
    assert NOT_WRITTEN in sheet or (policy.issued and policy.claims_until)


@audiences
def test_every_condition_stands_on_the_leaflet_or_on_an_earlier_one_that_it_names(policy: Policy, payee: Payee) -> None:
    granted = [item for item in policy.provisions if payee in item.payees and item.is_benefit]
    needs = list_needs(granted)

    def say_all(provision: Provision) -> set[str]:
        binding = (each for each in find_shared(granted) if provision not in each.without)
        shared = {item.explain() for each in binding for item in each.conditions}
        own = {item.explain() for item in needs[provision.id].own}
        like = needs[provision.id].like
        return shared | own | (say_all(like) if like else set())

    sheet = read_sheets(str(render_leaflets(policy)))[payee.value]
    for provision in granted:
        conditions: tuple[Condition, ...] = provision.conditions
        assert say_all(provision) == {item.explain() for item in conditions}
        assert [item.explain() for item in conditions if html_text(item.explain()) not in sheet] == []


def test_who_is_trained_before_moving_is_not_told_to_work_there_already() -> None:
    sheet = read_sheets(str(render_leaflets(POLICIES["zhongshan"])))["worker"]
    assert "每一项补贴和服务都要满足：户籍所在地为云南省昭通市大关县。" in sheet
    assert "转移就业前的免费培训" in sheet


@audiences
def test_a_leaflet_says_the_notes_of_all_that_stands_on_it(policy: Policy, payee: Payee) -> None:
    sheet = read_sheets(str(render_leaflets(policy)))[payee.value]
    mine = [item for item in policy.provisions if payee in item.payees]
    assert [note for item in mine for note in item.remarks if html_text(note) not in sheet] == []


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
        asked = (CATALOGUE[fact].label.format(place=policy.place) for fact in provision.facts if fact not in lasting)
        assert [text for text in asked if text not in sheet] == []
    others = [item for item in policy.provisions if payee not in item.payees]
    assert [item.title for item in others if f"{item.title} 依据：{item.clause}" in sheet] == []


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
    for sheet in read_sheets(str(render_worksheets(policy))).values():
        labels = [CATALOGUE[fact].label.format(place=policy.place) for fact in policy.facts]
        assert [label for label in labels if sheet.count(label) > 1] == []
