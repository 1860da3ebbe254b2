"""Sums for each person, month, year and tier: at their bounds, with their cap, and while the count is missing."""

from datetime import date

import pytest

from calc.rules import (
    Cap,
    Once,
    Reading,
    Tier,
    Tiered,
    Times,
    UpTo,
    days,
    first_months,
    monthly,
    months,
    per_head,
    yearly,
    years,
    yuan,
)
from calc.rules.spans import EMPLOYMENT, RENT
from calc.rules.units import Length
from calc.values.money import Amount, up_to
from calc.values.truth import Verdict
from tests.rules.samples import TIERED, between, open_case, yuans

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("count", "amount", "verdict"), [(0, yuans(0), NO), (1, yuans(3_000), YES), (10, yuans(30_000), YES)]
)
def test_per_head(count: int, amount: Amount, verdict: Verdict) -> None:
    word = per_head("3000 元", yuan(3_000), "workers_hired")
    payout = word.come_to(open_case(workers_hired=count))
    assert (payout.amount, payout.verdict, payout.missing) == (amount, verdict, ())
    assert f"{count} 人 × 3,000 元 = " in payout.steps[-1].found
    assert word.ways(open_case(workers_hired=count)) == (({},) if count else ({"workers_hired": 1},))


def test_per_head_while_the_count_is_missing() -> None:
    payout = per_head("3000 元", yuan(3_000), "workers_hired").come_to(open_case())
    assert (payout.amount, payout.verdict, payout.missing) == (between(0, None), UNKNOWN, ("workers_hired",))
    ceiling = per_head("", UpTo("不高于1000元", yuan(1_000)), "workers_trained").come_to(open_case(workers_trained=3))
    assert ceiling.amount == up_to(yuan(3_000))


@pytest.mark.parametrize(
    ("worked", "capped", "skipping"), [(0, 0, 0), (3, 3, 0), (4, 4, 1), (5, 5, 2), (6, 6, 3), (7, 6, 4), (9, 6, 6)]
)
def test_monthly_with_its_cap_and_first_month(worked: int, capped: int, skipping: int) -> None:
    from_the_first = monthly("不超过 6 个月", yuan(1_000), EMPLOYMENT, at_most=months(6))
    from_the_fourth = monthly("不超过 6 个月", yuan(1_000), EMPLOYMENT, at_most=months(6), skips=3)
    case = open_case(months_employed=worked)
    for word, paid in ((from_the_first, capped), (from_the_fourth, skipping)):
        payout = word.come_to(case)
        assert payout.amount == yuans(paid * 1_000)
        assert payout.verdict is (YES if paid else NO)
    assert from_the_fourth.ways(open_case(months_employed=3)) == ({"months_employed": 4},)


def test_monthly_while_the_months_are_missing() -> None:
    payout = monthly("不超过 6 个月", yuan(1_000), EMPLOYMENT, at_most=months(6)).come_to(open_case())
    assert (payout.amount, payout.verdict) == (between(0, 6_000), UNKNOWN)
    assert payout.missing == ("months_employed",)


def test_past_the_cap_a_missing_day_no_longer_matters() -> None:
    word = Times("最长不超过 60 天", Once("", yuan(40)), "training_days", "天", at_most=days(60))
    amounts = [word.come_to(open_case(training_days=number)).amount for number in (59, 60, 61)]
    assert amounts == [yuans(2_360), yuans(2_400), yuans(2_400)]


@pytest.mark.parametrize(("worked", "paid"), [(11, 0), (12, 1), (23, 1), (24, 2)])
def test_yearly_pays_complete_years(worked: int, paid: int) -> None:
    word = yearly("每年800元", Once("", yuan(800)), EMPLOYMENT)
    payout = word.come_to(open_case(months_employed=worked))
    assert (payout.amount, payout.verdict) == (yuans(800 * paid), YES if paid else NO)


def test_a_cap_of_its_own_is_a_step_with_its_clause() -> None:
    payout = monthly("租房", yuan(500), RENT, Cap("三年", years(3), "末段")).come_to(open_case(rent_months=5))
    assert [(step.phrase, step.found, step.clause) for step in payout.steps] == [
        ("租房", "租房月数：5 个月；5 个月 × 500 元 = 2,500 元", ""),
        ("三年", "最多 36 个月", "末段"),
    ]
    (step,) = monthly("租房", yuan(500), RENT, months(6)).come_to(open_case()).steps
    assert step.found.startswith("租房月数：未填")
    assert step.found.endswith("；每个月计")
    ceiling = per_head("", UpTo("", yuan(5)), "workers_trained").come_to(open_case(workers_trained=2))
    assert ceiling.steps[-1].found.endswith("；每人计")


OVERLAP = Reading("carrier-100", "?", default="31 至 100", other="100 以上")
CARRIER = Tiered(
    "workers_hired",
    (
        Tier("11人至20人2万元", 11, 20, yuan(20_000)),
        Tier("21人至30人3万元", 21, 30, yuan(30_000)),
        Tier("31人至100人6万元", 31, 100, yuan(60_000)),
        Tier("100人以上10万元", 100, None, yuan(100_000)),
    ),
    below="不足 11 人没有补贴",
    overlaps=(OVERLAP,),
)


@pytest.mark.parametrize(
    ("count", "amount"),
    [(11, 20_000), (20, 20_000), (21, 30_000), (30, 30_000), (31, 60_000), (99, 60_000), (100, 60_000), (101, 100_000)],
)
def test_tiers(count: int, amount: int) -> None:
    payout = CARRIER.come_to(open_case(workers_hired=count))
    assert (payout.amount, payout.verdict, payout.missing) == (yuans(amount), YES, ())
    otherwise = CARRIER.come_to(open_case(OVERLAP, workers_hired=count)).amount
    assert otherwise == yuans(100_000 if count == 100 else amount)
    assert CARRIER.ways(open_case(workers_hired=count)) == ({},)


@pytest.mark.parametrize("count", [0, 1, 10])
def test_below_the_first_tier_is_no_benefit(count: int) -> None:
    payout = CARRIER.come_to(open_case(workers_hired=count))
    assert (payout.amount, payout.verdict) == (yuans(0), NO)
    assert "不足 11 人没有补贴" in payout.steps[-1].found
    assert CARRIER.ways(open_case(workers_hired=count)) == ({"workers_hired": 11},)


def test_tiers_while_the_count_is_missing() -> None:
    payout = CARRIER.come_to(open_case())
    assert (payout.verdict, payout.missing) == (UNKNOWN, ("workers_hired",))
    assert payout.amount.or_nothing() == between(0, 100_000)
    marks = CARRIER.landmarks()["workers_hired"]
    assert set(marks) == {10, 11, 20, 21, 30, 31, 100, 101}


def test_tiers_without_bounds_below_or_doubt() -> None:
    word = Tiered("workers_hired", (Tier("", 0, 9, yuan(1)), Tier("", 10, None, yuan(2))))
    amounts = [word.come_to(open_case(workers_hired=count)).amount for count in (0, 9, 10)]
    assert amounts == [yuans(1), yuans(1), yuans(2)]
    unknown = word.come_to(open_case())
    assert (unknown.verdict, unknown.amount, unknown.missing) == (YES, between(1, 2), ("workers_hired",))


def test_a_tier_says_its_sum_or_that_the_count_is_open() -> None:
    assert [step.found for step in TIERED.come_to(open_case(workers_hired=11)).steps] == ["吸纳人数：11 人；10 元"]
    assert [step.found for step in TIERED.come_to(open_case()).steps] == ["吸纳人数：未填"]


def test_a_single_tier_asks_for_the_count_only_where_it_decides() -> None:
    above = Tiered("workers_hired", (Tier("", 11, None, yuan(10)),), below="没有")
    assert (above.come_to(open_case()).verdict, above.come_to(open_case()).missing) == (
        Verdict.UNKNOWN,
        ("workers_hired",),
    )
    everyone = Tiered("workers_hired", (Tier("", 0, None, yuan(10)),))
    assert (everyone.come_to(open_case()).verdict, everyone.come_to(open_case()).missing) == (Verdict.YES, ())


@pytest.mark.parametrize(
    ("started", "paid"),
    [
        (date(2019, 1, 1), 0),
        (date(2019, 1, 2), 0),
        (date(2019, 2, 1), 1),
        (date(2019, 7, 1), 6),
        (date(2019, 12, 31), 11),
        (date(2020, 1, 1), 12),
        (date(2020, 6, 15), 12),
    ],
)
def test_the_first_months_of_a_stay_are_not_paid_for_what_lay_before_the_policy(started: date, paid: int) -> None:
    word = first_months("1年", Once("", yuan(1_000)), EMPLOYMENT, years(1))
    payout = word.come_to(open_case(job_start=started, still_employed=True, as_of=date(2021, 12, 1)))
    assert (payout.amount, payout.verdict) == (yuans(paid * 1_000), YES if paid else NO)


def test_the_first_months_of_a_stay_without_its_first_day_are_open() -> None:
    word = first_months("1年", Once("", yuan(1_000)), EMPLOYMENT, years(1))
    payout = word.come_to(open_case(months_employed=20))
    assert (payout.amount, payout.verdict, payout.missing) == (between(0, 12_000), UNKNOWN, ("job_start",))


@pytest.mark.parametrize("most", [months(1), years(1), Cap("最长 1 年", years(1))])
def test_a_cap_in_another_unit_is_no_cap(most: Length | Cap) -> None:
    with pytest.raises(ValueError, match="is counted in 天, not in"):
        Times("每天", Once("", yuan(50)), "training_days", "天", most)
