"""The most that the home page names is what the texts say, and no worked example comes to more."""

import pytest

from calc.engine.assess import assess
from calc.explainer.most import list_offers, say_reach
from calc.facts.check import sift_facts
from calc.parts.wording import applicants_of
from calc.policies import POLICIES
from calc.proof.files import read_cases
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.values.money import ZERO

REACH = """
dalian | employer | 可以申请认定，按规定
dalian | agent | 每人最多 200 元
dalian | worker | 按规定
ningxia | worker | 在这里上班的，一个人最多 13,600 元
ningxia | carrier | 一项最多 100,000 元
ningxia | park | 地市级：不低于 500,000 元；省（自治区）级、国家级：1,000,000 元
ningxia | agent | 每人最多 200 元
ningxia | employer | 按实际的数算，按规定
ningxia | family | 一个人最多 9,000 元
ningxia | trainer | 按规定
zhongshan | worker | 在这里上班的，一个人最多 3,400 元
zhongshan | agent | 一项预计 200,000 元
zhongshan | sender | 每人最多 200 元
shaoxing | worker | 在这里上班的，一个人最多 28,000 元
shaoxing | employer | 一项最多 100,000 元
shaoxing | agent | 每人最多 2,000 元
jining | worker | 在这里上班的，一个人最多 7,500 元
jining | employer | 每人最多 6,000 元
jining | carrier | 每人最多 3,000 元
"""
"""Added up by hand from the texts: of Ningxia's worker 2 × 800 for two complete years, 10,000 and 2,000."""


def test_each_role_is_told_what_the_text_says() -> None:
    said = [
        f"{policy.id} | {payee.value} | {say_reach(policy, payee)}"
        for policy in POLICIES.values()
        for payee in applicants_of(policy)
    ]
    assert said == REACH.strip().splitlines()


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_no_worked_example_comes_to_more(policy: Policy) -> None:
    ends = {
        offer.finding.provision.id: offer.most
        for offer in list_offers(policy, None, {})
        if offer.most and not offer.is_per_head
    }
    counted = 0
    for table in read_cases(policy):
        for row in table.rows:
            finding = assess(policy, sift_facts(row.facts).answers).finding(table.provision)
            if table.provision in ends and finding.amount and finding.amount.is_counted:
                counted += 1
                assert (finding.amount.high or ZERO) <= ends[table.provision], row
    assert counted or not ends


def test_a_sum_for_each_head_says_so_and_a_ceiling_is_one() -> None:
    offers = list_offers(POLICIES["jining"], (Payee.EMPLOYER,), {})
    assert [(offer.finding.provision.id, offer.say_most()) for offer in offers if offer.most] == [
        ("wanzhou-employer-subsidy", "每人最多 6,000 元"),
        ("employer-training-subsidy", "每人最高 2,000 元"),
        ("work-as-training", "每人最多 1,000 元"),
    ]
