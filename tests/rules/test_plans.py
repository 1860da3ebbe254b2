"""Plans, budgets and forms pay nothing, say themselves, and add up."""

import pytest

from calc.rules import Box, Budget, BudgetLine, Form, Goal, Plan, wan
from calc.values.money import IN_KIND
from calc.values.truth import Verdict
from tests.rules.samples import BUDGET, PLAN, open_case


def test_a_plan_a_budget_and_a_form_pay_nothing_and_say_themselves() -> None:
    for word in (PLAN, BUDGET):
        payout = word.come_to(open_case())
        assert (payout.amount, payout.verdict, payout.steps) == (IN_KIND, Verdict.YES, ())
    said = Plan("目标", 4, (Goal("", "乙", 4),)).come_to(open_case())
    assert [step.found for step in said.steps] == ["目标 4 人：乙 4 人"]
    form = Form("表", (Box("甲"), Box("乙", "staff"), Box("丙", "unit_name")))
    assert [step.found for step in form.come_to(open_case(staff=3)).steps] == ["已填 1 栏，共 2 栏"]
    filled = form.fill_form(open_case(staff=3)).boxes
    assert [(box.label, box.text, box.is_own) for box in filled] == [
        ("甲", "", False),
        ("乙", "3 人", True),
        ("丙", "", True),
    ]
    assert PLAN.goals[0].total == 6


def test_a_target_that_is_only_the_least_is_said_to_be() -> None:
    plan = Plan(
        "不少于4人", 4, (Goal("吸纳3名以上", "乙", 3), Goal("丙1人", "丙", 1)), (2018,), (Goal("丁2名以上", "丁", 2),)
    )
    assert plan.explain() == "目标不少于 4 人：乙不少于 3 人，丙 1 人；其中丁不少于 2 人"
    targets = plan.list_targets()
    assert [each.say() for each in (*targets.parts, *targets.within)] == ["不少于 3", "1", "不少于 2"]
    assert targets.total.say() == "不少于 4"


def test_a_part_of_a_plan_may_be_all_of_it() -> None:
    assert Plan("", 4, (Goal("", "乙", 4),), within=(Goal("", "丙", 4),)).within


def test_a_budget_that_does_not_add_up_is_refused() -> None:
    line = BudgetLine("甲", "a", "甲", wan(1, 2), wan(4))
    with pytest.raises(ValueError, match="none of its figures"):
        Budget("", (2017, 2018), (line,))
    parts = (BudgetLine("", "a", "甲", wan(1, 2), wan(3)), BudgetLine("和", "b", "乙", wan(1, 3), (), of=("a",)))
    with pytest.raises(ValueError, match="do not add up"):
        Budget("", (2017, 2018), parts)
    with pytest.raises(ValueError, match="larger than the whole"):
        Plan("", 4, (Goal("", "乙", 4),), within=(Goal("", "丙", 5),))
