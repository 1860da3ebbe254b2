"""How to apply: every sum that people apply for is named with its papers and its office, or told to have none."""

import re
from html import unescape

import pytest

from calc.explainer.applying import render_applying
from calc.parts.wording import can_apply
from calc.policies import POLICIES
from calc.rules.payees import WANTED
from calc.rules.policy import Policy

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


def read_steps(policy: Policy) -> list[str]:
    html = str(render_applying(policy))
    return [unescape(re.sub("<[^>]+>", "", step)) for step in html.split("<strong>")[1:]]


@policies
def test_every_sum_has_its_papers_and_its_office(policy: Policy) -> None:
    _, papers, offices, _ = read_steps(policy)
    for provision in policy.provisions:
        if provision.nature in WANTED and can_apply(provision):
            assert provision.title in papers and provision.title in offices
            assert all(each in papers for each in provision.evidence)
            assert (provision.office.text if provision.office else policy.issuer) in offices


def test_the_last_day_for_a_claim_is_told_or_that_there_is_none() -> None:
    assert "2021-12-31" in read_steps(POLICIES["shaoxing"])[-1]
    assert "文件未写明" in read_steps(POLICIES["ningxia"])[-1]
