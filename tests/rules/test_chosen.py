"""Sums under a condition of their own, the highest of several, and each of several."""

from fractions import Fraction
from typing import Any

import pytest

from calc.rules import Each, Highest, Holds, Once, SureIf, When, yuan
from calc.values.money import ZERO, Amount, Kind, exactly
from calc.values.truth import Verdict
from tests.rules.samples import CONTRACT, INSURED, ONE, TWO, between, open_case

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN


LESS = When(Holds("有合同的", "has_contract"), Once("800元", yuan(800)))
MORE = When(Holds("参保的", "is_insured"), Once("1000元", yuan(1_000)))
ANSWERS = (True, False, None)


@pytest.mark.parametrize(
    ("answer", "verdict", "amount", "missing"),
    [
        (True, YES, exactly(yuan(800)), ()),
        (False, NO, exactly(ZERO), ()),
        (None, UNKNOWN, between(0, 800), ("has_contract",)),
    ],
)
def test_a_sum_under_a_condition(answer: bool | None, verdict: Verdict, amount: Amount, missing: tuple[str]) -> None:
    payout = LESS.come_to(open_case(has_contract=answer))
    assert (payout.verdict, payout.amount, payout.missing) == (verdict, amount, missing)
    assert "有合同的" in {step.phrase for step in payout.steps}
    assert LESS.ways(open_case(has_contract=answer)) == (({},) if answer else ({"has_contract": True},))


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_sum_is_sure_only_while_its_condition_holds(answer: bool | None) -> None:
    word, case = SureIf("按进度", CONTRACT, ONE), open_case(has_contract=answer)
    payout = word.come_to(case)
    assert payout.verdict is YES
    assert payout.amount == {True: exactly(yuan(1)), False: exactly(yuan(1)).as_ceiling(), None: between(0, 1)}[answer]
    assert payout.missing == (("has_contract",) if answer is None else ())
    assert ("按进度" in {step.phrase for step in payout.steps}) is (not answer)
    assert word.ways(case) == ({},)


def test_a_part_of_the_sum_may_be_the_most_while_its_condition_fails() -> None:
    word = SureIf("拨付50%", CONTRACT, TWO, percent=50)
    sums = [word.come_to(open_case(has_contract=answer)).amount for answer in ANSWERS]
    assert sums == [exactly(yuan(2)), exactly(yuan(1)).as_ceiling(), between(0, 2)]
    assert word.explain() == "2 元；没有“签订合同”的，最高是它的 50%"
    assert word.numbers() == (Fraction(1, 2),)


@pytest.mark.parametrize("contract", ANSWERS)
@pytest.mark.parametrize("insured", ANSWERS)
@pytest.mark.parametrize(("word", "join"), [(Highest((LESS, MORE)), max), (Each((LESS, MORE)), sum)])
def test_several_sums_come_to_what_any_further_answer_may_bring(
    word: Highest | Each, join: Any, contract: bool | None, insured: bool | None
) -> None:
    outcomes = {
        join((800 * one, 1_000 * other))
        for one in ((True, False) if contract is None else (contract,))
        for other in ((True, False) if insured is None else (insured,))
    }
    case = open_case(has_contract=contract, is_insured=insured)
    payout = word.come_to(case)
    assert (payout.amount.low, payout.amount.high) == (min(outcomes), max(outcomes))
    assert payout.verdict is (UNKNOWN if min(outcomes) == 0 < max(outcomes) else YES if max(outcomes) else NO)
    assert set(payout.missing) <= {"has_contract", "is_insured"} - set(case.answers)
    assert bool(payout.missing) or len(outcomes) == 1
    assert ({} in word.ways(case)) is (payout.verdict is YES)


def test_a_sum_that_is_refused_is_no_reason_beside_one_that_is_paid() -> None:
    for word in (Highest((LESS, MORE)), Each((LESS, MORE))):
        payout = word.come_to(open_case(has_contract=False, is_insured=True))
        assert {step.verdict for step in payout.steps} == {YES}
        refused = word.come_to(open_case(has_contract=False, is_insured=False))
        assert {step.phrase for step in refused.steps if step.verdict is NO} == {"有合同的", "参保的"}


def test_the_highest_of_sums_is_sure_only_once_no_other_can_be_higher() -> None:
    word = Highest((When(CONTRACT, ONE), When(INSURED, TWO)))
    assert word.come_to(open_case(has_contract=True)).amount == Amount(Kind.RANGE, Fraction(1), Fraction(2))
    assert word.come_to(open_case(has_contract=True, is_insured=False)).amount == exactly(yuan(1))
    assert word.come_to(open_case(has_contract=True, is_insured=True)).amount == exactly(yuan(2))
