"""Each word of the vocabulary: what it judges and pays, from both sides of its bounds and while answers are missing."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from calc.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Difference,
    Divided,
    EitherCondition,
    EitherPayment,
    From,
    Given,
    Grade,
    Graded,
    Holds,
    InKind,
    Is,
    Judged,
    NotLess,
    NotStated,
    Once,
    Reading,
    Rounded,
    SameYear,
    Share,
    ShareAtLeast,
    Sum,
    Tier,
    Tiered,
    Times,
    UpTo,
    WithinMonths,
    days,
    monthly,
    months,
    per_head,
    yearly,
    years,
    yuan,
)
from calc.rules.case import Case, Step, Window
from calc.rules.spans import EMPLOYMENT
from calc.values.money import IN_KIND, NOT_STATED, ZERO, Amount, Kind, exactly, no_less_than, up_to
from calc.values.truth import Verdict

YES, NO, UNKNOWN, JUDGEMENT = Verdict.YES, Verdict.NO, Verdict.UNKNOWN, Verdict.JUDGEMENT
WINDOW = Window(date(2020, 1, 1), date(2021, 12, 31))
READING = Reading("doubt", "?", default="one way", other="the other way")


def open_case(*others: Reading, **answers: Any) -> Case:
    return Case(answers, WINDOW, frozenset(reading.id for reading in others))


def between(low: int, high: int | None) -> Amount:
    return Amount(Kind.RANGE, Fraction(low), None if high is None else Fraction(high))


def yuans(amount: int | str) -> Amount:
    return exactly(yuan(amount))


def tell(step: Step) -> tuple[Verdict, set[str]]:
    return step.verdict, set(step.missing)


# Conditions


def test_holds() -> None:
    word = Holds("签订劳动合同", "has_contract")
    assert tell(word.judge(open_case(has_contract=True))) == (YES, set())
    assert tell(word.judge(open_case(has_contract=False))) == (NO, set())
    assert tell(word.judge(open_case())) == (UNKNOWN, {"has_contract"})
    assert word.ways(open_case(has_contract=True)) == ({},)
    assert word.ways(open_case(has_contract=False)) == word.ways(open_case()) == ({"has_contract": True},)
    assert word.asks() == ("has_contract",)
    assert word.landmarks() == {"has_contract": (True, False)}
    assert word.phrases() == ("签订劳动合同",)


def test_what_nobody_can_change_has_no_way() -> None:
    word = Holds("", "is_registered_poor")
    assert word.ways(open_case(is_registered_poor=False)) == ()
    assert word.ways(open_case()) == ({"is_registered_poor": True},)
    assert Is("", "home", ("ningxia",)).ways(open_case(home="elsewhere")) == ()
    assert AtLeast("", "age", 40).ways(open_case(age=39)) == ()
    assert AtLeast("", "age", 40).ways(open_case()) == ({"age": 40},)


def test_judged_waits_for_an_authority_and_asks_nobody() -> None:
    word = Judged("成效较好", "is_effective")
    open_step = word.judge(open_case())
    assert tell(open_step) == (JUDGEMENT, set())
    assert open_step.awaited == ("is_effective",)
    assert tell(word.judge(open_case(is_effective=True))) == (YES, set())
    assert tell(word.judge(open_case(is_effective=False))) == (NO, set())
    assert word.judge(open_case(is_effective=True)).awaited == ()
    assert "认定" in word.explain()


def test_is() -> None:
    word = Is("基地（车间）", "employer_kind", ("employment-base", "workshop"))
    assert tell(word.judge(open_case(employer_kind="workshop"))) == (YES, set())
    assert tell(word.judge(open_case(employer_kind="employment-base"))) == (YES, set())
    assert tell(word.judge(open_case(employer_kind="other"))) == (NO, set())
    assert tell(word.judge(open_case())) == (UNKNOWN, {"employer_kind"})
    assert word.ways(open_case()) == ({"employer_kind": "employment-base"}, {"employer_kind": "workshop"})
    assert "就业扶贫车间" in word.explain()


def test_another_choice_is_a_way_where_one_is_free_to_choose() -> None:
    word = Is("外出", "work_place", ("other-county", "other-province"))
    assert word.ways(open_case(work_place="own-county")) == (
        {"work_place": "other-county"},
        {"work_place": "other-province"},
    )
    grades = Graded("work_place", (Grade("", ("other-county",), Once("", yuan(200))),), otherwise="没有规定")
    assert grades.ways(open_case(work_place="own-county")) == ({"work_place": "other-county"},)
    assert grades.ways(open_case(work_place="other-county")) == ({},)


@pytest.mark.parametrize(
    ("word", "fact", "least"),
    [
        (AtLeast("10 人以上", "workers_hired", 10), "workers_hired", 10),
        (AtLeast("年满40周岁以上", "age", 40), "age", 40),
        (AtLeast("时间 30 天以上", "training_days", days(30)), "training_days", 30),
        (AtLeast("6个月以上", "contract_months", months(6)), "contract_months", 6),
        (AtLeast("3年以上", "unemployment_insurance_months", years(3)), "unemployment_insurance_months", 36),
        (AtLeast("1年以上", EMPLOYMENT, years(1)), "months_employed", 12),
    ],
    ids=lambda item: getattr(item, "phrase", None),
)
def test_at_least_includes_the_number(word: AtLeast, fact: str, least: int) -> None:
    assert tell(word.judge(open_case(**{fact: least - 1}))) == (NO, set())
    assert tell(word.judge(open_case(**{fact: least}))) == (YES, set())
    assert tell(word.judge(open_case(**{fact: least + 1}))) == (YES, set())
    assert tell(word.judge(open_case())) == (UNKNOWN, {fact})
    assert word.ways(open_case(**{fact: least})) == ({},)
    assert word.ways(open_case()) == ({fact: least},)
    assert word.landmarks() == {fact: (least, least - 1)}


def test_at_least_over_a_span_knows_what_the_dates_leave_open() -> None:
    word = AtLeast("3 个月以上", EMPLOYMENT, months(3))
    start = date(2020, 5, 15)
    for as_of, verdict in ((date(2020, 8, 14), NO), (date(2020, 8, 15), YES)):
        assert word.judge(open_case(job_start=start, still_employed=True, as_of=as_of)).verdict is verdict
    assert tell(word.judge(open_case(job_start=start, still_employed=True))) == (UNKNOWN, {"as_of"})
    # two months at most by that day, whether he is still there or not
    assert tell(word.judge(open_case(job_start=start, as_of=date(2020, 8, 1)))) == (NO, set())


@pytest.mark.parametrize(
    ("hired", "staff", "verdict"),
    [(19, 100, NO), (20, 100, YES), (21, 100, YES), (1, 5, YES), (1, 6, NO), (0, 1, NO), (2, 10, YES), (2, 11, NO)],
)
def test_a_share_is_compared_without_dividing(hired: int, staff: int, verdict: Verdict) -> None:
    word = ShareAtLeast("占职工总数 20%以上", "workers_hired", "staff", 20)
    assert tell(word.judge(open_case(workers_hired=hired, staff=staff))) == (verdict, set())


def test_a_share_with_a_count_missing() -> None:
    word = ShareAtLeast("占职工总数 20%以上", "workers_hired", "staff", 20)
    assert tell(word.judge(open_case())) == (UNKNOWN, {"workers_hired", "staff"})
    assert tell(word.judge(open_case(workers_hired=5))) == (UNKNOWN, {"staff"})
    assert tell(word.judge(open_case(staff=50))) == (UNKNOWN, {"workers_hired"})
    # nobody taken on is a fifth of no staff
    assert tell(word.judge(open_case(workers_hired=0))) == (NO, set())


@pytest.mark.parametrize(("hired", "staff"), [(19, 100), (0, 10), (1, 6), (1, 50), (7, 36)])
def test_the_way_to_a_share_is_the_fewest_further_persons(hired: int, staff: int) -> None:
    word = ShareAtLeast("占职工总数 20%以上", "workers_hired", "staff", 20)
    (way,) = word.ways(open_case(workers_hired=hired, staff=staff))
    more = next(more for more in range(1, 1_000) if (hired + more) * 5 >= staff + more)
    assert way == {"workers_hired": hired + more, "staff": staff + more}


@pytest.mark.parametrize(
    ("day", "as_of", "verdict"),
    [
        (date(2020, 1, 1), date(2020, 12, 31), YES),
        (date(2019, 12, 31), date(2020, 1, 1), NO),
        (date(2021, 1, 1), date(2020, 12, 31), NO),
        (None, date(2020, 1, 1), UNKNOWN),
        (date(2020, 1, 1), None, UNKNOWN),
    ],
)
def test_same_year(day: date | None, as_of: date | None, verdict: Verdict) -> None:
    word = SameYear("当年取得", "certificate_date", "as_of")
    given = {"certificate_date": day, "as_of": as_of}
    known = {fact: answer for fact, answer in given.items() if answer}
    assert tell(word.judge(open_case(**known))) == (verdict, set(given) - set(known))
    assert (
        word.ways(open_case(**known))
        == {
            YES: ({},),
            NO: (),
            UNKNOWN: (dict.fromkeys(set(given) - set(known)),),
        }[verdict]
    )


@pytest.mark.parametrize(
    ("since", "day", "verdict"),
    [
        ("2020-05-15", "2020-05-14", NO),
        ("2020-05-15", "2020-05-15", YES),
        ("2020-05-15", "2021-05-15", YES),
        ("2020-05-15", "2021-05-16", NO),
        ("2020-02-29", "2021-02-28", YES),
        ("2020-02-29", "2021-03-01", NO),
    ],
)
def test_within_months_includes_the_last_day(since: str, day: str, verdict: Verdict) -> None:
    word = WithinMonths("1年内", "contract_date", "training_start", years(1))
    first, then = date.fromisoformat(since), date.fromisoformat(day)
    assert tell(word.judge(open_case(contract_date=first, training_start=then))) == (verdict, set())
    assert tell(word.judge(open_case(contract_date=first))) == (UNKNOWN, {"training_start"})
    assert tell(word.judge(open_case(training_start=then))) == (UNKNOWN, {"contract_date"})


CONTRACT, INSURED = Holds("", "has_contract"), Holds("", "is_insured")


def test_all_of_keeps_every_reason_and_asks_only_what_still_matters() -> None:
    word = AllOf("都要", (CONTRACT, INSURED, Judged("", "is_effective")))
    assert tell(word.judge(open_case())) == (UNKNOWN, {"has_contract", "is_insured"})
    assert word.judge(open_case()).awaited == ("is_effective",)
    failed = word.judge(open_case(has_contract=False, is_insured=False))
    assert (tell(failed), failed.awaited) == ((NO, set()), ())
    assert [part.verdict for part in failed.parts] == [NO, NO, JUDGEMENT]
    assert tell(word.judge(open_case(has_contract=True, is_insured=True))) == (JUDGEMENT, set())
    assert word.ways(open_case()) == ({"has_contract": True, "is_insured": True, "is_effective": True},)
    assert word.ways(open_case(has_contract=True, is_insured=True, is_effective=True)) == ({},)


def test_any_of_asks_nothing_once_one_part_holds() -> None:
    word = AnyOf("之一", (CONTRACT, INSURED))
    assert tell(word.judge(open_case(has_contract=True))) == (YES, set())
    assert tell(word.judge(open_case(has_contract=False))) == (UNKNOWN, {"is_insured"})
    assert tell(word.judge(open_case(has_contract=False, is_insured=False))) == (NO, set())
    assert word.ways(open_case(has_contract=True)) == ({},)
    assert word.ways(open_case()) == ({"has_contract": True}, {"is_insured": True})


def test_ways_that_contradict_each_other_are_no_way() -> None:
    one, other = Is("", "employer_kind", ("workshop",)), Is("", "employer_kind", ("other",))
    assert AllOf("", (one, other)).ways(open_case()) == ()
    higher = AllOf("", (AtLeast("", "workers_hired", 10), AtLeast("", "workers_hired", 20)))
    assert higher.ways(open_case()) == ({"workers_hired": 20},)


def test_joined_conditions_are_told_apart_in_words() -> None:
    word = AllOf("", (CONTRACT, AnyOf("", (INSURED, Holds("", "works_here")))))
    assert word.explain() == "签订合同，并且（缴纳社保，或者在本地就业）"


def test_either_condition_follows_the_reading() -> None:
    word = EitherCondition(READING, default=CONTRACT, other=INSURED)
    answers = {"has_contract": True, "is_insured": False}
    assert word.judge(open_case(**answers)).verdict is YES
    assert word.judge(open_case(READING, **answers)).verdict is NO
    assert word.ways(open_case(READING, **answers)) == ({"is_insured": True},)
    assert word.explain() == CONTRACT.explain()
    assert word.every_fact == {"has_contract", "is_insured"}


# Sums


@pytest.mark.parametrize(
    ("word", "amount", "said"),
    [
        (Once("2万元", yuan(20_000)), yuans(20_000), "20,000.00 元"),
        (UpTo("不高于1000元", yuan(1_000)), up_to(yuan(1_000)), "最高 1,000.00 元"),
        (NotLess("不低于50元", yuan(50)), no_less_than(yuan(50)), "不低于 50.00 元"),
        (NotStated("按规定"), NOT_STATED, "未写明"),
        (InKind("免费培训"), IN_KIND, "不发放现金"),
        (InKind("50万元额度的保险", yuan(500_000)), IN_KIND, "保额最高 500,000.00 元"),
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
    word = Given("最低工资", "minimum_wage")
    known = word.come_to(open_case(minimum_wage=Decimal("1800.50")))
    assert (known.amount, known.missing) == (yuans("1800.5"), ())
    unknown = word.come_to(open_case())
    assert (unknown.amount, unknown.missing) == (between(0, None), ("minimum_wage",))
    assert word.asks() == ("minimum_wage",)


def test_a_share_of_a_sum_divided_and_rounded_once() -> None:
    share = Share("60%", 60, Given("", "minimum_wage"))
    assert share.come_to(open_case(minimum_wage=Decimal("1000.01"))).amount == yuans("600.006")
    a_day = Divided(share, Fraction(30), "每天按三十分之一")
    case = open_case(minimum_wage=Decimal(1_700), training_days=7)
    assert a_day.come_to(case).amount == yuans(34)
    rounded = Rounded(Times("", Divided(share, Fraction("21.75"), ""), "training_days", "天"))
    payout = rounded.come_to(case)
    assert payout.amount == yuans("328.28")  # 1,020 ÷ 21.75 × 7 = 328.2758…; a rounded day would make 328.30
    assert "四舍五入" in payout.steps[-1].found
    assert rounded.come_to(open_case()).missing == ("minimum_wage", "training_days")


def test_nothing_is_said_of_rounding_where_nothing_was_rounded() -> None:
    payout = Rounded(Once("2万元", yuan(20_000))).come_to(open_case())
    assert not any("四舍五入" in step.found for step in payout.steps)


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
    word = Difference("予以补差", Given("", "second_tier_premium"), Given("", "premium_already_paid"))
    given = {"second_tier_premium": whole, "premium_already_paid": part}
    payout = word.come_to(open_case(**{fact: Decimal(sum_) for fact, sum_ in given.items() if sum_}))
    assert (payout.verdict, payout.missing) == (verdict, tuple(fact for fact, sum_ in given.items() if not sum_))
    assert (payout.amount.low, payout.amount.high or ZERO) == (amount.low, amount.high or ZERO)


@pytest.mark.parametrize(
    ("count", "amount", "verdict"), [(0, yuans(0), NO), (1, yuans(3_000), YES), (10, yuans(30_000), YES)]
)
def test_per_head(count: int, amount: Amount, verdict: Verdict) -> None:
    word = per_head("3000 元", yuan(3_000), "workers_hired")
    payout = word.come_to(open_case(workers_hired=count))
    assert (payout.amount, payout.verdict, payout.missing) == (amount, verdict, ())
    assert f"{count} 人 × 3,000.00 元 = " in payout.steps[-1].found
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


OVERLAP = Reading("carrier-100", "?", default="31 至 100", other="100 以上")
TIERED = Tiered(
    "workers_hired",
    (
        Tier("11人至20人2万元", 11, 20, yuan(20_000)),
        Tier("21人至30人3万元", 21, 30, yuan(30_000)),
        Tier("31人至100人6万元", 31, 100, yuan(60_000)),
        Tier("100人以上10万元", 100, None, yuan(100_000)),
    ),
    below="不足 11 人没有补贴",
    overlap=OVERLAP,
)


@pytest.mark.parametrize(
    ("count", "amount"),
    [(11, 20_000), (20, 20_000), (21, 30_000), (30, 30_000), (31, 60_000), (99, 60_000), (100, 60_000), (101, 100_000)],
)
def test_tiers(count: int, amount: int) -> None:
    payout = TIERED.come_to(open_case(workers_hired=count))
    assert (payout.amount, payout.verdict, payout.missing) == (yuans(amount), YES, ())
    otherwise = TIERED.come_to(open_case(OVERLAP, workers_hired=count)).amount
    assert otherwise == yuans(100_000 if count == 100 else amount)
    assert TIERED.ways(open_case(workers_hired=count)) == ({},)


@pytest.mark.parametrize("count", [0, 1, 10])
def test_below_the_first_tier_is_no_benefit(count: int) -> None:
    payout = TIERED.come_to(open_case(workers_hired=count))
    assert (payout.amount, payout.verdict) == (yuans(0), NO)
    assert "不足 11 人没有补贴" in payout.steps[-1].found
    assert TIERED.ways(open_case(workers_hired=count)) == ({"workers_hired": 11},)


def test_tiers_while_the_count_is_missing() -> None:
    payout = TIERED.come_to(open_case())
    assert (payout.verdict, payout.missing) == (UNKNOWN, ("workers_hired",))
    assert payout.amount.or_nothing() == between(0, 100_000)
    marks = TIERED.landmarks()["workers_hired"]
    assert set(marks) == {10, 11, 20, 21, 30, 31, 100, 101}


def test_tiers_without_bounds_below_or_doubt() -> None:
    word = Tiered("workers_hired", (Tier("", 0, 9, yuan(1)), Tier("", 10, None, yuan(2))))
    assert [word.come_to(open_case(workers_hired=count)).amount for count in (0, 9, 10)] == [
        yuans(1),
        yuans(1),
        yuans(2),
    ]
    unknown = word.come_to(open_case())
    assert (unknown.verdict, unknown.amount, unknown.missing) == (YES, between(1, 2), ("workers_hired",))


GRADED = Graded(
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
    payout = GRADED.come_to(open_case(skill_level=level))
    assert (payout.amount, payout.verdict, payout.missing) == (amount, verdict, ())


def test_grades_while_the_choice_is_missing() -> None:
    payout = GRADED.come_to(open_case())
    assert (payout.verdict, payout.missing) == (UNKNOWN, ("skill_level",))
    assert payout.amount.or_nothing() == between(0, 1_500)
    full = Graded(
        "training_mode",
        (Grade("", ("own-choice",), Once("", yuan(1))), Grade("", ("government",), Once("", yuan(3)))),
    )
    assert full.come_to(open_case()).verdict is YES
    assert full.come_to(open_case()).amount == between(1, 3)


def test_a_sum_keeps_its_funds_apart() -> None:
    word = Sum((From("甲", Once("6000元", yuan(6_000))), From("乙", Once("3000元", yuan(3_000)))))
    payout = word.come_to(open_case())
    assert payout.amount == yuans(9_000)
    assert payout.by_fund == (("甲", yuans(6_000)), ("乙", yuans(3_000)))
    assert [step.phrase for step in payout.steps] == ["6000元", "3000元"]


def test_either_payment_follows_the_reading() -> None:
    word = EitherPayment(READING, default=Once("", yuan(1)), other=NotStated(""))
    assert word.come_to(open_case()).amount == yuans(1)
    assert word.come_to(open_case(READING)).amount == NOT_STATED
    assert word.explain() == "1.00 元"
