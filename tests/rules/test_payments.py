"""Sums rounded, sums of several funds, and sums by a reading."""

from fractions import Fraction

from calc.rules import Divided, EitherPayment, From, Nothing, NotStated, Once, Rounded, Sum, per_head, yuan
from calc.rules.document import Fund
from calc.values.money import NOT_STATED
from tests.rules.samples import READING, open_case, yuans


def test_nothing_is_said_of_rounding_where_nothing_was_rounded() -> None:
    payout = Rounded(Once("2万元", yuan(20_000))).come_to(open_case())
    assert not any("四舍五入" in step.found for step in payout.steps)


def test_rounding_keeps_the_steps_before_it() -> None:
    payout = Rounded(Divided(Once("一元", yuan(1)), Fraction(3), "三分之一")).come_to(open_case())
    assert [step.found for step in payout.steps][:2] == ["1 元", "三分之一"]
    assert len(payout.steps) == 3


def test_a_sum_keeps_its_funds_apart() -> None:
    word = Sum(
        (From(Fund("甲", "甲"), Once("6000元", yuan(6_000))), From(Fund("乙", "乙"), Once("3000元", yuan(3_000))))
    )
    payout = word.come_to(open_case())
    assert payout.amount == yuans(9_000)
    assert payout.by_fund == (("甲", yuans(6_000)), ("乙", yuans(3_000)))
    assert [step.phrase for step in payout.steps] == ["6000元", "3000元"]


def test_either_payment_follows_the_reading() -> None:
    word = EitherPayment(READING, default=Once("", yuan(1)), other=NotStated(""))
    assert word.come_to(open_case()).amount == yuans(1)
    assert word.come_to(open_case(READING)).amount == NOT_STATED
    assert word.explain() == "1 元"


def test_the_ways_of_a_sum_follow_the_reading() -> None:
    word = EitherPayment(READING, default=per_head("", yuan(1), "workers_hired"), other=Nothing(""))
    assert word.ways(open_case()) == ({"workers_hired": 1},)
    assert word.ways(open_case(READING)) == ()
