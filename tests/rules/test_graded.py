"""Sums by what was chosen or reached."""

import pytest

from calc.rules import Given, Grade, Graded, Nothing, Once, UpTo, per_head, yuan
from calc.values.money import Amount, up_to
from calc.values.truth import Verdict
from tests.rules.samples import GRADED, ONE, TWO, between, open_case, yuans

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN


CERTIFICATES = Graded(
    "skill_level",
    (
        Grade("初级不高于1000元", ("junior",), UpTo("", yuan(1_000))),
        Grade("中级、高级1500元", ("intermediate", "senior"), Once("", yuan(1_500))),
    ),
    otherwise="没有规定",
)


@pytest.mark.parametrize(
    ("level", "amount", "verdict"),
    [
        ("junior", up_to(yuan(1_000)), YES),
        ("intermediate", yuans(1_500), YES),
        ("senior", yuans(1_500), YES),
        ("technician", yuans(0), NO),
    ],
)
def test_grades(level: str, amount: Amount, verdict: Verdict) -> None:
    payout = CERTIFICATES.come_to(open_case(skill_level=level))
    assert (payout.amount, payout.verdict, payout.missing) == (amount, verdict, ())


def test_grades_while_the_choice_is_missing() -> None:
    payout = CERTIFICATES.come_to(open_case())
    assert (payout.verdict, payout.missing) == (UNKNOWN, ("skill_level",))
    assert payout.amount.or_nothing() == between(0, 1_500)
    full = Graded(
        "broker_sex",
        (Grade("", ("female",), Once("", yuan(1))), Grade("", ("male",), Once("", yuan(3)))),
    )
    assert full.come_to(open_case()).verdict is YES
    assert full.come_to(open_case()).amount == between(1, 3)


def test_a_grade_says_its_sum_or_that_there_is_none() -> None:
    (step,) = GRADED.come_to(open_case(skill_level="technician")).steps
    assert (step.phrase, step.found, step.verdict) == ("初；中高", "证书等级：技师（二级）；没有", Verdict.NO)
    assert [step.phrase for step in GRADED.come_to(open_case(skill_level="junior")).steps] == ["初"]


def test_a_grade_is_a_way_once_it_is_chosen_and_all_are_where_every_option_has_one() -> None:
    full = Graded("broker_sex", (Grade("", ("female",), ONE), Grade("", ("male",), TWO)))
    assert full.ways(open_case()) == ({},)
    assert GRADED.ways(open_case()) == tuple({"skill_level": level} for level in ("junior", "intermediate", "senior"))
    assert GRADED.ways(open_case(skill_level="technician")) == ()  # a level once reached does not change
    nothing = Graded("broker_sex", (Grade("", ("female",), Nothing("")), Grade("", ("male",), TWO)))
    assert nothing.ways(open_case(broker_sex="female")) == ()
    assert nothing.come_to(open_case()).verdict is Verdict.UNKNOWN


def test_an_open_grade_asks_for_what_decides_and_keeps_every_reason() -> None:
    word = Graded(
        "broker_sex",
        (
            Grade("", ("female",), Given("minimum_wage")),
            Grade("", ("male",), per_head("", yuan(1), "workers_hired")),
        ),
    )
    assert word.come_to(open_case()).missing == ("broker_sex", "workers_hired")
    nothing = Graded("broker_sex", (Grade("甲", ("female",), Nothing("不再")),), "没有")
    assert [step.phrase for step in nothing.come_to(open_case()).steps] == ["甲", "不再"]
