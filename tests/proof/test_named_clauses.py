"""A clause that a declaration names is one of the text, and holds what it is named for: planted mistakes are found."""

from typing import Any

import pytest

from calc.policies import POLICIES
from calc.proof.named_clauses import find_strays
from calc.proof.official_text import read_official_text
from calc.rules import EitherCondition, Holds, NotStated, Reading
from calc.rules.document import UNNAMED_FUND, Fund, Office, Term
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
DOUBT = Reading("x", "x", default="x", other="x")
MONEY = "从专项资金中列支"
POOR = Holds("贫困人员", "is_registered_poor")


def say_strays(term: Term, clause: str = "一（一）", **rest: Any) -> list[str]:
    told: dict[str, Any] = {"fund": UNNAMED_FUND, **rest}
    grant = Provision("a", clause, "x", Payee.WORKER, Nature.REFERENCED, "", pays=NotStated("给予补贴"), **told)
    policy = Policy("x", "x", "x", "x", "x", heading="x", people=POOR, provisions=(grant,), term=term)
    return [*find_strays(policy, read_official_text(NOTICE))]


def dated(clause: str) -> Term:
    issued = POLICIES["dalian"].term
    return Term("2018年5月8日", issued.start, None, clause=clause)


def office(clause: str) -> Office:
    return Office("向人社局申请", "人社局", clause=clause)


def doubt(default: Holds) -> EitherCondition:
    """A condition whose other reading rests on what stands elsewhere."""
    return EitherCondition(DOUBT, default=default, other=Holds("奖励", "is_enterprise"))


def miss(phrase: str, clause: str, word: str) -> list[str]:
    return [f"a: “{phrase}” does not stand in {clause}, which its {word} names"]


def lack(clause: str, name: str = "a") -> list[str]:
    return [f"{name}: the text has no clause {clause}"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, []),
        ({"clause": "一（三）"}, lack("一（三）")),
        ({"term": dated("文首1")}, lack("文首1", "term")),
        ({"term": dated("文末")}, lack("文末", "term")),
        ({"term": dated("一")}, ["term: “2018年5月8日” does not stand in 一, which its Term names"]),
        ({"office": office("一（二）")}, []),
        ({"office": office("")}, ["a: “向人社局申请” does not stand in 一（一）; name its clause"]),
        ({"office": office(""), "clause": "一（二）"}, []),
        ({"office": office("一（三）")}, lack("一（三）")),
        ({"office": office("一（一）")}, miss("向人社局申请", "一（一）", "Office")),
        ({"office": Office("补贴", "x", clause="一")}, []),
        ({"office": Office("补贴", "x", clause="一（二）")}, miss("补贴", "一（二）", "Office")),
        (
            {"fund": Fund(MONEY, "专项资金")},
            [f"a: “{MONEY}” does not stand in 一（一）; name its clause"],
        ),
        ({"fund": Fund(MONEY, "专项资金", "二")}, miss(MONEY, "二", "Fund")),
        ({"fund": Fund(MONEY, "专项资金", "一（二）")}, []),
        ({"under": Section("一（一）", (POOR,))}, []),
        ({"under": Section("一", (POOR,))}, []),
        ({"under": Section("一（二）", (POOR,))}, miss("贫困人员", "一（二）", "Section")),
        ({"under": Section("一（一）", (doubt(POOR),))}, []),
        ({"under": Section("一（二）", (doubt(POOR),))}, miss("贫困人员", "一（二）", "Section")),
        ({"under": Section("一（一）", (POOR,), office=office("一（二）"))}, []),
        ({"under": Section("三", (POOR,))}, lack("三")),
    ],
)
def test_a_clause_that_is_not_there_or_holds_something_else_is_said(given: dict[str, Any], said: list[str]) -> None:
    assert say_strays(**{"term": dated("文首"), **given}) == said


@needs_texts
@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_what_a_policy_says_of_a_clause_stands_there(policy: Policy) -> None:
    assert [*find_strays(policy, read_official_text(read_text(policy)))] == []
