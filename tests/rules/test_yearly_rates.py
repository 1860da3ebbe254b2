"""Sums for each month at a rate that changes with the calendar year."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.rules import Divided, Given, MonthlyByYear, Once, Rounded, YearRate, yuan
from calc.rules.payees import Payee
from calc.rules.spans import POST
from calc.values.money import Amount, Kind, exactly
from calc.values.truth import Verdict
from tests.rules.samples import between, open_case
from tests.rules.test_vocabulary import declare, declare_policy

MONTHLY = MonthlyByYear("按月发放", POST, (YearRate(2020, Once("", yuan(10))), YearRate(2021, Once("", yuan(12)))))
OPEN = MonthlyByYear("按月发放", POST, (YearRate(2020, Given("minimum_wage")), YearRate(2021, Once("", yuan(12)))))


def hold(first: str, last: str) -> dict[str, Any]:
    """A post held from one day to another, both included."""
    return {"post_start": date.fromisoformat(first), "post_end": date.fromisoformat(last), "still_in_post": False}


@pytest.mark.parametrize(
    ("first", "last", "sum_"),
    [
        ("2020-01-01", "2020-01-30", 0),
        ("2020-01-01", "2020-01-31", 10),
        ("2020-12-01", "2020-12-31", 10),  # its last day lies in 2020
        ("2020-12-02", "2021-01-01", 12),  # its last day lies in 2021
        ("2020-01-01", "2021-12-31", 12 * 10 + 12 * 12),
        ("2019-01-01", "2020-02-29", 20),  # what lies before the window is not paid
        ("2021-11-01", "2022-06-30", 24),  # nor what lies after it
    ],
)
def test_each_month_is_paid_at_the_rate_of_the_year_in_which_it_ends(first: str, last: str, sum_: int) -> None:
    payout = MONTHLY.come_to(open_case(**hold(first, last)))
    assert payout.amount == exactly(yuan(sum_))
    assert (payout.verdict, payout.missing) == (Verdict.YES if sum_ else Verdict.NO, ())


@pytest.mark.parametrize(
    ("asked", "low", "high", "missing"),
    [("2020-12-31", 30, 30, ()), ("2021-06-30", 30, 36, ("post_start",)), (None, 30, 36, ("post_start",))],
)
def test_months_without_their_days_may_lie_in_any_year(
    asked: str | None, low: int, high: int, missing: tuple[str, ...]
) -> None:
    day = date.fromisoformat(asked) if asked else None
    payout = MONTHLY.come_to(open_case(post_months=3, as_of=day))
    assert (payout.amount, payout.missing) == (between(low, high), missing)
    assert payout.verdict is Verdict.YES


def test_a_rate_is_asked_only_of_a_year_that_is_paid() -> None:
    assert OPEN.come_to(open_case(**hold("2021-01-01", "2021-02-28"))).missing == ()
    assert OPEN.come_to(open_case(**hold("2020-12-01", "2021-01-31"))).missing == ("minimum_wage",)


def test_while_nothing_is_known_of_the_post_the_sum_is_open() -> None:
    payout = MONTHLY.come_to(open_case())
    assert (payout.verdict, payout.amount) == (Verdict.UNKNOWN, Amount(Kind.RANGE, yuan(0), yuan(24 * 12)))
    assert MONTHLY.ways(open_case()) == ({"post_months": 1},)
    assert MONTHLY.landmarks() == {"post_months": (0, 1)}


def test_each_month_falls_due_when_it_is_complete_with_its_own_sum() -> None:
    policy = declare_policy(declare(payee=Payee.WORKER, pays=MONTHLY))
    (item,) = Answer(assess(policy, hold("2020-11-15", "2021-02-14"))).provisions
    assert [(due.day, due.amount) for due in item.payments] == [
        (date(2020, 12, 15), exactly(yuan(10))),
        (date(2021, 1, 15), exactly(yuan(12))),
        (date(2021, 2, 15), exactly(yuan(12))),
    ]
    (item,) = Answer(assess(policy, {"post_months": 3})).provisions
    assert [(due.day, due.text) for due in item.payments] == [(None, "每月一次")]


def test_it_says_the_rate_of_each_year() -> None:
    assert MONTHLY.explain() == "2020 年每个月 10 元；2021 年每个月 12 元"
    formula = "2020 年 ________ 个月 × 10 元 ＋ 2021 年 ________ 个月 × 12 元"
    assert MONTHLY.say_formula().replace("\u00a0", " ") == formula
    twelfth = (
        Rounded(Divided(Given(income), Fraction(12), "÷ 12")) for income in ("rural_income_2018", "rural_income_2019")
    )
    shared = MonthlyByYear(
        "按月发放", POST, tuple(YearRate(year, pays) for year, pays in zip((2019, 2020), twelfth, strict=True))
    )
    assert shared.explain() == (
        "2019 年每个月 2018年农村人均收入、2020 年每个月 2019年农村人均收入，都按÷ 12（四舍五入到分）"
    )
