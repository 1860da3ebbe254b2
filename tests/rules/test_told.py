"""Sums that are told and never counted."""

from decimal import Decimal

from calc.rules import ByOtherRules, Given, PaidFor, for_each, per_head, yuan
from calc.values.money import IN_KIND, NOT_STATED
from calc.values.truth import Verdict
from tests.rules.samples import open_case

TRIAL = ByOtherRules("按规定给予补贴", for_each("workers_hired", Given("minimum_wage")))


def test_what_other_rules_fix_has_no_number_and_shows_its_trial() -> None:
    payout = TRIAL.come_to(open_case(workers_hired=3, minimum_wage=Decimal(1000)))
    assert (payout.amount, payout.verdict, payout.missing) == (NOT_STATED, Verdict.YES, ())
    assert "试算：3,000 元" in payout.steps[-1].found


def test_an_open_trial_asks_nothing() -> None:
    payout = TRIAL.come_to(open_case(workers_hired=3))
    assert (payout.amount, payout.verdict, payout.missing) == (NOT_STATED, Verdict.YES, ())
    assert [step.phrase for step in payout.steps] == ["按规定给予补贴"]


def test_nobody_to_pay_for_refuses_the_whole() -> None:
    case = open_case(workers_hired=0, minimum_wage=Decimal(1000))
    assert TRIAL.come_to(case).verdict is Verdict.NO
    assert TRIAL.ways(case) == ({"workers_hired": 1},)


def test_what_is_paid_on_behalf_is_no_cash() -> None:
    word = PaidFor("为其统一缴费参保", per_head("每人", yuan(360), "workers_hired"))
    payout = word.come_to(open_case(workers_hired=1))
    assert payout.amount == IN_KIND
    assert payout.steps[-1].found == "替本人缴纳 360 元，不是发到手里的钱"
