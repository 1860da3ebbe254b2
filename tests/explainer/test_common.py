"""What several provisions of a paper share stands on it once, and each of them names it."""

import re

import pytest
from htpy import div

from calc.explainer.common import find_common
from calc.explainer.needs import find_shared
from calc.explainer.rows import render_dates, render_rows
from calc.parts.wording import applicants_of, say_both
from calc.policies import POLICIES
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from tests.explainer.test_leaflets import html_text

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


def test_what_is_said_twice_is_common_and_named_by_number() -> None:
    said = [("a", "b"), ("b", "c", "e", "f"), ("b", "c", "d", "d"), ("c", "e", "f")]
    common = find_common(said)
    assert common.sentences == ("b", "c", "e", "f")
    assert [common.leave_own(each) for each in said] == [("a",), (), ("d", "d"), ()]
    numbers = ["共同说明 1", "共同说明 1 至 4", "共同说明 1、2", "共同说明 2 至 4"]
    assert [common.say_numbers(each) for each in said] == numbers
    assert find_common([("a",), ("b",)]).say_numbers(("a",)) == ""


@policies
def test_a_page_says_each_note_and_doubt_once(policy: Policy) -> None:
    page = re.sub(r"<[^>]+>", "", str(div[render_rows(policy, {}), render_dates(policy)]))
    said = {note for item in policy.provisions for note in item.remarks}
    said |= {say_both(doubt, "本计算器的读法") for doubt in policy.readings}
    words = {html_text(each) for each in said}
    inside = {each: sum(each in other for other in words) for each in words}
    assert [each for each in words if page.count(each) != inside[each]] == []


@policies
def test_what_nearly_all_need_names_those_that_do_without(policy: Policy) -> None:
    for payee in applicants_of(policy):
        granted = [item for item in policy.provisions if payee in item.payees and item.is_benefit]
        for shared in find_shared({item: item.conditions for item in granted}):
            for condition in shared.conditions:
                lacking = [
                    item for item in granted if condition.explain() not in {c.explain() for c in item.conditions}
                ]
                assert lacking == [*shared.without]
            assert all(f"“{item.title}”" in shared.exception for item in shared.without)


def test_the_appraisal_for_migrants_does_without_what_the_others_need() -> None:
    granted = [item for item in POLICIES["ningxia"].provisions if Payee.WORKER in item.payees and item.is_benefit]
    (shared,) = find_shared({item: item.conditions for item in granted})
    assert shared.exception == "除“专项职业能力免费考核鉴定”以外，"
    assert [item.explain() for item in shared.conditions] == ["建档立卡，并且户籍所在地为宁夏"]
