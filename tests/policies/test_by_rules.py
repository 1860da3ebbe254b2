"""A sum that other rules fix is said so where the text refers to them, and nowhere else."""

import pytest

from calc.policies import POLICIES
from calc.rules import NotStated
from calc.rules.policy import Policy

REFER = ("规定", "参照", "标准", "办法", "政策")
"""The words by which these texts refer to other rules."""


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_a_sum_is_left_to_other_rules_where_its_phrase_refers_to_them(policy: Policy) -> None:
    for provision in policy.provisions:
        for word in provision.words:
            if isinstance(word, NotStated):
                assert word.by_rules is any(each in word.phrase for each in REFER), provision.id


def test_there_are_sums_of_both_kinds() -> None:
    words = [word for policy in POLICIES.values() for item in policy.provisions for word in item.words]
    assert {word.by_rules for word in words if isinstance(word, NotStated)} == {True, False}
