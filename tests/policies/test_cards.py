"""What the texts say of every provision: its clause, its kind, who is paid, from which fund, and what must be shown."""

import re

import pytest

from calc.policies import POLICIES
from calc.rules import Form, InKind, Judged, PaidFor, Sum, When
from calc.rules.chosen import Alternatives
from calc.rules.payees import Payee, PayeeBy
from calc.rules.payments import Payment
from calc.rules.provision import Provision
from tests.regions.register import read_region

BY_MODE = "worker or trainer"


@pytest.mark.parametrize("policy", POLICIES)
def test_every_provision_says_its_clause_its_kind_who_is_paid_and_from_which_fund(policy: str) -> None:
    expected = {}
    for line in read_region(policy).cards.strip().splitlines():
        name, clause, nature, payee, *fund = (cell.strip() for cell in line.split("|"))
        expected[name] = (clause, nature, payee, fund[0] if fund else "")
    assert {
        provision.id: (
            provision.clause,
            provision.nature.value,
            say_payee(provision),
            "、".join(fund.name for fund in (provision.fund, *provision.funds) if fund),
        )
        for provision in POLICIES[policy].provisions
    } == expected


def say_payee(provision: Provision) -> str:
    """Who gets it, with ? where the text does not name who that is."""
    payee = BY_MODE if isinstance(provision.payee, PayeeBy) else provision.payee.value
    return payee if provision.named or not provision.is_benefit else f"{payee} ?"


@pytest.mark.parametrize("policy", POLICIES)
def test_what_brings_no_money_names_no_sum(policy: str) -> None:
    """What other rules fix (按规定) is a sum too: help in kind has none."""
    sums = {
        (provision.id, type(word).__name__)
        for provision in POLICIES[policy].provisions
        if not provision.nature.brings_money
        for word in provision.words
        if isinstance(word, Payment) and not isinstance(word, InKind | Sum | When | Alternatives | PaidFor)
    }
    assert sums == set()


def test_who_chooses_the_training_decides_who_is_paid() -> None:
    payee = POLICIES["ningxia"].provision("training-payee").payee
    assert payee == PayeeBy("training_mode", (("own-choice", Payee.WORKER), ("government", Payee.TRAINER)))


@pytest.mark.parametrize("policy", POLICIES)
def test_every_provision_lists_the_evidence_that_its_text_asks_for(policy: str) -> None:
    shown = {item.id: "、".join(item.evidence) for item in POLICIES[policy].provisions if item.evidence}
    assert shown == read_region(policy).evidence


@pytest.mark.parametrize("policy", POLICIES)
def test_evidence_is_something_that_can_be_brought(policy: str) -> None:
    """People pack what is listed: a condition to meet (缴纳社会保险) is no paper."""
    listed = {paper for item in POLICIES[policy].provisions for paper in item.evidence}
    assert [paper for paper in listed if not re.search("证明|证书|凭证|合同|表》|材料", paper)] == []


@pytest.mark.parametrize("policy", POLICIES)
def test_every_provision_says_who_handles_it_where_its_text_does(policy: str) -> None:
    said = {item.id: item.office.phrase for item in POLICIES[policy].provisions if item.office}
    assert said == read_region(policy).offices


@pytest.mark.parametrize("policy", POLICIES)
def test_what_takes_days_ends_when_they_are_over(policy: str) -> None:
    """So what is paid for a training falls due when it ends, or with the certificate, not when it begins."""
    told = {item.id: " ".join(filter(None, (item.lasts, item.after))) for item in POLICIES[policy].provisions}
    assert {name: facts for name, facts in told.items() if facts} == read_region(policy).lasts


@pytest.mark.parametrize("policy", POLICIES)
def test_head_counts_count_the_people_that_each_document_is_about(policy: str) -> None:
    assert POLICIES[policy].people.every_fact == read_region(policy).about


def test_each_box_of_the_form_is_filled_by_its_own_answer() -> None:
    form = POLICIES["dalian"].provision("recognition-form").says
    assert isinstance(form, Form)
    assert {box.phrase: box.fact for box in form.boxes} == {
        "企业名称": "unit_name",
        "社会信用代码": "credit_code",
        "单位类型": "unit_type",
        "主营业务": "main_business",
        "从业人数": "staff",
        "注册资本": "registered_capital",
        "提供岗位数量": "posts_offered",
        "法人代表": "legal_representative",
        "联系方式": "contact",
        "企业地址": "address",
        "区市县、先导区人社部门意见": "",
        "市人社部门意见": "",
    }


@pytest.mark.parametrize("policy", POLICIES)
def test_an_authority_decides_only_where_the_text_says_so(policy: str) -> None:
    """成绩突出, 年龄可适当放宽, 成效较好; everything else is a fact that the visitor can know."""
    awaited = {
        (provision.id, word.fact)
        for provision in POLICIES[policy].provisions
        for word in provision.words
        if isinstance(word, Judged)
    }
    assert awaited == read_region(policy).judged


def test_what_nobody_applies_for_is_what_the_authority_does_by_the_words_of_the_text() -> None:
    assert {
        (policy.id, provision.id): provision.unasked
        for policy in POLICIES.values()
        for provision in policy.provisions
        if provision.unasked
    } == {
        ("dalian", "training-base-nomination"): "推荐",
        ("dalian", "promotion"): "组织",
        ("dalian", "credit-nomination"): "推荐",
    }
