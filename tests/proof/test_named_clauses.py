"""A clause that a declaration names is one of the text, and holds what it is named for: planted mistakes are found."""

from typing import Any

import pytest

from calc.policies import POLICIES
from calc.proof.named_clauses import find_strays
from calc.proof.official_text import read_official_text
from calc.rules import Holds, NotStated
from calc.rules.document import Fund, Office, Term
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.section import Section
from tests.texts import needs_texts, read_text

NOTICE = """
2018年5月8日通知。
一、补贴
（一）对贫困人员给予补贴。
（二）向人社局申请，资金从专项资金中列支。
二、奖励
"""
POOR = Holds("贫困人员", "is_registered_poor")


def say_strays(term: Term, clause: str = "一（一）", **rest: Any) -> list[str]:
    grant = Provision("a", clause, "x", Payee.WORKER, Nature.REFERENCED, "", pays=NotStated("给予补贴"), **rest)
    policy = Policy("x", "x", "x", "x", "x", people=POOR, provisions=(grant,), term=term)
    return [*find_strays(policy, read_official_text(NOTICE))]


def dated(clause: str) -> Term:
    issued = POLICIES["dalian"].term
    return Term("2018年5月8日", issued.start, None, clause=clause)


def office(clause: str) -> Office:
    return Office("向人社局申请", "人社局", clause=clause)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, []),
        ({"clause": "一（三）"}, ["a: the text has no clause 一（三）"]),
        ({"term": dated("文首1")}, ["term: the text has no clause 文首1"]),
        ({"office": office("一（二）")}, []),
        (
            {"office": office("")},
            ["a: “向人社局申请” does not stand in 一（一）; name its clause"],
        ),
        ({"clause": "一（二）", "office": office("")}, []),
        ({"office": office("一（三）")}, ["a: the text has no clause 一（三）"]),
        ({"office": office("一（一）")}, ["a: nothing that Office quotes stands in 一（一）"]),
        ({"fund": Fund("补贴", "补贴", "一（一）"), "under": Section("一", fund=Fund("补贴", "补贴"))}, []),
        ({"office": Office("补贴", "x", clause="一")}, []),
        ({"office": Office("补贴", "x", clause="一（二）")}, ["a: nothing that Office quotes stands in 一（二）"]),
        (
            {"fund": Fund("从专项资金中列支", "专项资金")},
            ["a: “从专项资金中列支” does not stand in 一（一）; name its clause"],
        ),
        ({"fund": Fund("从专项资金中列支", "专项资金", "二")}, ["a: nothing that Fund quotes stands in 二"]),
        ({"under": Section("一（一）", (POOR,))}, []),
        ({"clause": "一（二）", "under": Section("一（二）", (POOR,), office=office(""))}, []),
        ({"under": Section("一（二）", (POOR,))}, ["a: nothing that Section quotes stands in 一（二）"]),
        ({"under": Section("三", (POOR,))}, ["a: the text has no clause 三"]),
    ],
)
def test_a_clause_that_is_not_there_or_holds_something_else_is_said(given: dict[str, Any], said: list[str]) -> None:
    assert say_strays(**{"term": dated("文首"), **given}) == said


@needs_texts
@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_what_a_policy_says_of_a_clause_stands_there(policy: Policy) -> None:
    assert [*find_strays(policy, read_official_text(read_text(policy)))] == []
