"""Plain sums, and sums made of other sums."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from calc.rules import (
    Difference,
    Divided,
    Expected,
    Given,
    InKind,
    Nothing,
    NotLess,
    NotStated,
    Once,
    Rounded,
    Share,
    Times,
    UpTo,
    yuan,
)
from calc.values.money import IN_KIND, NOT_STATED, ZERO, Amount, no_less_than, up_to
from calc.values.truth import Verdict
from tests.rules.samples import between, open_case, yuans

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("word", "amount", "said"),
    [
        (Once("2万元", yuan(20_000)), yuans(20_000), "20,000 元"),
        (UpTo("不高于1000元", yuan(1_000)), up_to(yuan(1_000)), "最高 1,000 元"),
        (NotLess("不低于50元", yuan(50)), no_less_than(yuan(50)), "不低于 50 元"),
        (Expected("预计20万元", yuan(200_000)), yuans(200_000).as_estimate(), "预计 200,000 元"),
        (NotStated("按规定"), NOT_STATED, "未写明"),
        (InKind("免费培训"), IN_KIND, "不发放现金"),
        (InKind("50万元额度的保险", yuan(500_000)), IN_KIND, "保额最高 500,000 元"),
    ],
    ids=lambda item: getattr(item, "phrase", None),
)
def test_plain_sums(word: Any, amount: Amount, said: str) -> None:
    payout = word.come_to(open_case())
    assert (payout.amount, payout.verdict, payout.missing) == (amount, YES, ())
    assert said in word.explain()
    assert [step.phrase for step in payout.steps] == [word.phrase]
    assert said in payout.steps[0].found
    assert word.ways(open_case()) == ({},)
    assert word.asks() == ()


def test_a_figure_given() -> None:
    word = Given("minimum_wage")
    known = word.come_to(open_case(minimum_wage=Decimal("1800.50")))
    assert (known.amount, known.missing) == (yuans("1800.5"), ())
    unknown = word.come_to(open_case())
    assert (unknown.amount, unknown.missing) == (between(0, None), ("minimum_wage",))
    assert word.asks() == ("minimum_wage",)


def test_a_share_of_a_sum_divided_and_rounded_once() -> None:
    share = Share("60%", 60, Given("minimum_wage"))
    assert share.come_to(open_case(minimum_wage=Decimal("1000.01"))).amount == yuans("600.006")
    a_day = Divided(share, Fraction(30), "每天按三十分之一")
    case = open_case(minimum_wage=Decimal(1_700), training_days=7)
    assert a_day.come_to(case).amount == yuans(34)
    rounded = Rounded(Times("", Divided(share, Fraction("21.75"), ""), "training_days", "天"))
    payout = rounded.come_to(case)
    assert payout.amount == yuans("328.28")  # 1,020 ÷ 21.75 × 7 = 328.2758…; a rounded day would make 328.30
    assert "四舍五入" in payout.steps[-1].found
    assert rounded.come_to(open_case()).missing == ("minimum_wage", "training_days")


@pytest.mark.parametrize(
    ("whole", "part", "amount", "verdict"),
    [
        ("500", "499.99", yuans("0.01"), YES),
        ("500", "500", yuans(0), NO),
        ("500", "500.01", yuans(0), NO),
        ("500", None, between(0, 500), UNKNOWN),
        (None, "500", between(0, None), UNKNOWN),
    ],
)
def test_a_difference_is_no_benefit_once_nothing_is_left(
    whole: str | None, part: str | None, amount: Amount, verdict: Verdict
) -> None:
    word = Difference("予以补差", Given("second_tier_premium"), Given("premium_already_paid"))
    given = {"second_tier_premium": whole, "premium_already_paid": part}
    payout = word.come_to(open_case(**{fact: Decimal(sum_) for fact, sum_ in given.items() if sum_}))
    assert (payout.verdict, payout.missing) == (verdict, tuple(fact for fact, sum_ in given.items() if not sum_))
    assert (payout.amount.low, payout.amount.high or ZERO) == (amount.low, amount.high or ZERO)


def test_a_sum_of_sums_keeps_the_steps_of_each() -> None:
    figure = Given("minimum_wage").come_to(open_case())
    assert [(step.phrase, step.found) for step in figure.steps] == [("", "最低工资：未填")]
    known = Given("minimum_wage").come_to(open_case(minimum_wage=1))
    assert [step.found for step in known.steps] == ["最低工资：1 元/月"]
    difference = Difference("补差", Once("整", yuan(2)), Once("零", yuan(1))).come_to(open_case())
    assert [step.phrase for step in difference.steps] == ["整", "零", "补差"]
    assert [step.phrase for step in Nothing("不再").come_to(open_case()).steps] == ["不再"]
    assert Nothing("").come_to(open_case()).steps == ()
    assert [step.phrase for step in Share("三成", 30, Once("整", yuan(2))).come_to(open_case()).steps] == ["整", "三成"]
