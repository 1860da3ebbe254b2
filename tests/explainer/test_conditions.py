"""Conditions in short lines: one for each thing to bring about, with the doubts that change it."""

from typing import Any

import pytest
from htpy import div

from calc.explainer.conditions import list_lines, render_lines
from calc.rules import AllOf, EitherCondition, Holds, Is, Reading, fact
from calc.rules.condition import Condition
from calc.rules.payees import Payee

DOUBT = Reading("doubt", "?", "one", "two")
POOR, CONTRACT = fact("is_registered_poor"), fact("has_contract")


def say(*conditions: Condition) -> list[str]:
    return [line.text for line in list_lines(conditions)]


def test_what_must_hold_together_stands_in_lines_of_its_own_each_once() -> None:
    assert say(AllOf("", (POOR, CONTRACT)), POOR) == ["建档立卡", "签订合同"]


@pytest.mark.parametrize(
    ("default", "other", "said"),
    [
        ((POOR, CONTRACT), (POOR,), ["建档立卡", "签订合同（按另一种读法不要）"]),
        ((POOR,), (POOR, CONTRACT), ["建档立卡", "按另一种读法还要签订合同"]),
        ((POOR,), (CONTRACT,), ["建档立卡（另一种读法：签订合同）"]),
        ((POOR,), (POOR,), ["建档立卡"]),
    ],
)
def test_a_doubt_says_what_the_other_reading_asks_for(default: Any, other: Any, said: list[str]) -> None:
    assert say(EitherCondition(DOUBT, default=AllOf("", default), other=AllOf("", other))) == said


def test_of_two_lines_about_one_choice_the_narrower_stands() -> None:
    wide = Is("", "employer_kind", ("workshop", "community-factory"))
    narrow = Is("", "employer_kind", ("workshop",))
    assert say(wide, narrow) == say(narrow)


def test_what_is_asked_of_a_unit_stands_apart_from_what_is_asked_of_its_people() -> None:
    lines = list_lines((CONTRACT, Holds("", "is_enterprise"), POOR))
    told = str(div[render_lines(lines, Payee.EMPLOYER)])
    assert told == ("<div><strong>条件</strong> 企业。<strong>每个人</strong> 签订合同；建档立卡。</div>")
    placed = str(div[render_lines(lines, Payee.AGENT)])
    assert placed.endswith("<strong>去的单位</strong> 企业。</div>")
    assert str(div[render_lines(lines, Payee.WORKER, "每一项都要")]).count("<strong>") == 1
