"""Counts, months and days held against a bound: from both sides, and while answers are missing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calc.facts.possible import NEVER
from calc.rules import (
    AtLeast,
    Follows,
    InStay,
    OnOrAfter,
    ReachesTerm,
    SameYear,
    ShareAtLeast,
    SinceInForce,
    Some,
    WithinMonths,
    days,
    months,
    years,
)
from calc.rules.condition import Condition
from calc.rules.spans import EMPLOYMENT, INSURANCE_IN_JOB
from calc.rules.units import Length
from calc.values.ranges import Range
from calc.values.truth import Verdict
from tests.rules.samples import open_case, tell

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("word", "fact", "least"),
    [
        (AtLeast("10 人以上", "workers_hired", 10), "workers_hired", 10),
        (AtLeast("年满40周岁以上", "age", 40), "age", 40),
        (AtLeast("时间 30 天以上", "training_days", days(30)), "training_days", 30),
        (AtLeast("6个月以上", "contract_months", months(6)), "contract_months", 6),
        (AtLeast("3年以上", "unemployment_insurance_months", years(3)), "unemployment_insurance_months", 36),
        (AtLeast("1年以上", EMPLOYMENT, years(1)), "months_employed", 12),
        (Some("对招用…的单位", "workers_hired"), "workers_hired", 1),
    ],
    ids=lambda item: getattr(item, "phrase", None),
)
def test_at_least_includes_the_number(word: AtLeast | Some, fact: str, least: int) -> None:
    assert tell(word.judge(open_case(**{fact: least - 1}))) == (NO, set())
    assert tell(word.judge(open_case(**{fact: least}))) == (YES, set())
    assert tell(word.judge(open_case(**{fact: least + 1}))) == (YES, set())
    assert tell(word.judge(open_case())) == (UNKNOWN, {fact})
    assert word.ways(open_case(**{fact: least})) == ({},)
    assert word.ways(open_case()) == ({fact: least},)
    assert word.landmarks() == {fact: (least, least - 1)}


def test_some_counts_only_what_is_counted() -> None:
    assert Some("对招用…的单位", "workers_hired").numbers() == ()
    with pytest.raises(ValueError, match="home is no Count"):
        Some("对招用…的单位", "home")


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
    assert way == {"workers_hired": hired + more}


def test_a_share_is_told_only_of_two_counts_and_some_staff() -> None:
    word = ShareAtLeast("", "workers_hired", "staff", 20)
    assert word.judge(open_case(workers_hired=5, staff=20)).found == "吸纳人数：5 人；职工总数：20 人；占 25.00%"
    assert word.judge(open_case(workers_hired=5)).found == "吸纳人数：5 人；职工总数：未填"
    assert word.judge(open_case(staff=20)).found == "吸纳人数：未填；职工总数：20 人"
    assert word.judge(open_case(workers_hired=0, staff=0)).found == "吸纳人数：0 人；职工总数：0 人"
    assert word.ways(open_case(workers_hired=5)) == ({"staff": None},)
    assert word.ways(open_case()) == ({"workers_hired": None, "staff": None},)
    assert word.ways(open_case(workers_hired=5, staff=20)) == ({},)


def test_the_way_to_more_months_asks_for_what_is_open() -> None:
    word, start = AtLeast("", EMPLOYMENT, months(6)), date(2021, 5, 1)
    assert word.ways(open_case(job_start=start)) == ({"still_employed": None, "as_of": None},)
    assert word.ways(open_case(months_employed=2, as_of=date(2020, 12, 1))) == ({"months_employed": 6},)
    assert word.ways(open_case(months_employed=2, as_of=date(2020, 3, 1))) == ({"months_employed": 6, "as_of": None},)
    assert AtLeast("", EMPLOYMENT, months(24)).ways(open_case()) == ({"months_employed": 24},)
    assert AtLeast("", EMPLOYMENT, months(25)).ways(open_case()) == ()


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


@pytest.mark.parametrize(
    ("training", "certificate", "verdict"),
    [
        ("2020-05-15", "2020-05-14", NO),
        ("2020-05-15", "2020-05-15", YES),
        ("2020-05-15", "2020-05-16", YES),
        ("2020-05-15", None, UNKNOWN),
        (None, "2020-05-15", UNKNOWN),
    ],
)
def test_what_follows_may_come_on_the_same_day(training: str | None, certificate: str | None, verdict: Verdict) -> None:
    given = {"training_start": training, "certificate_date": certificate}
    known = {fact: date.fromisoformat(day) for fact, day in given.items() if day}
    word, case = Follows("培训后取得", "training_start", "certificate_date"), open_case(**known)
    missing = set(given) - set(known)
    assert tell(word.judge(case)) == (verdict, missing)
    assert word.ways(case) == {YES: ({},), NO: (), UNKNOWN: (dict.fromkeys(missing),)}[verdict]


def test_a_day_surely_follows_another_that_cannot_come_later() -> None:
    word, first = Follows("", "training_start", "certificate_date"), date(2020, 1, 1)
    for latest, verdict in ((first, YES), (date(2020, 1, 2), UNKNOWN)):
        left = {"training_start": Range(1, latest.toordinal())}
        assert word.judge(replace(open_case(certificate_date=first), left=left)).verdict is verdict


@pytest.mark.parametrize(
    ("day", "verdict"), [("2017-12-31", NO), ("2018-01-01", YES), ("2018-01-02", YES), ("", UNKNOWN)]
)
def test_from_a_day_on_includes_the_day(day: str, verdict: Verdict) -> None:
    word = OnOrAfter("2018年1月1日以后", "first_came", date(2018, 1, 1))
    case = open_case(first_came=date.fromisoformat(day) if day else None)
    step = word.judge(case)
    assert (step.verdict, step.missing) == (verdict, () if day else ("first_came",))
    assert word.ways(case) == {YES: ({},), NO: (), UNKNOWN: ({"first_came": None},)}[verdict]
    assert list(map(int, word.numbers())) == [2018, 1, 1]


@pytest.mark.parametrize(
    ("day", "verdict"), [("2019-12-31", NO), ("2020-01-01", YES), ("2020-01-02", YES), ("", UNKNOWN)]
)
def test_since_the_document_is_in_force_includes_its_first_day(day: str, verdict: Verdict) -> None:
    word = SinceInForce("", "job_start")
    case = open_case(job_start=date.fromisoformat(day) if day else None)
    step = word.judge(case)
    assert (step.verdict, step.missing) == (verdict, () if day else ("job_start",))
    assert word.ways(case) == {YES: ({},), NO: (), UNKNOWN: ({"job_start": None},)}[verdict]


def test_a_day_that_must_lie_late_enough_need_not_be_told() -> None:
    word = OnOrAfter("", "job_start", date(2020, 1, 1))
    first = date(2020, 1, 1).toordinal()
    for earliest, verdict in ((first, YES), (first - 1, UNKNOWN)):
        case = replace(open_case(), left={"job_start": Range(earliest, None)})
        assert word.judge(case).verdict is verdict


def test_days_that_are_open_are_a_way_and_days_that_have_passed_are_none() -> None:
    within = WithinMonths("", "contract_date", "training_start", years(1))
    first, later = date(2020, 5, 15), date(2021, 5, 16)
    assert within.ways(open_case()) == ({"contract_date": None, "training_start": None},)
    assert within.ways(open_case(contract_date=first)) == ({"training_start": None},)
    assert within.ways(open_case(contract_date=first, training_start=first)) == ({},)
    assert within.ways(open_case(contract_date=first, training_start=later)) == ()
    assert within.judge(open_case(contract_date=first, training_start=later)).found.endswith("；期限到 2021-05-15")
    since = OnOrAfter("", "first_came", first)
    assert since.ways(open_case()) == ({"first_came": None},)
    assert since.ways(open_case(first_came=first)) == ({},)
    assert since.ways(open_case(first_came=date(2020, 5, 14))) == ()


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"job_start": date(2021, 12, 31)}, YES),
        ({"job_start": date(2022, 1, 1)}, NO),
        ({"job_start": date(2019, 1, 1), "job_end": date(2019, 12, 31)}, NO),
        ({"job_start": date(2019, 1, 1), "job_end": date(2020, 1, 1)}, YES),
        ({"job_start": date(2019, 1, 1), "still_employed": True}, YES),
        ({"months_employed": 1}, YES),
        ({"months_employed": 0}, UNKNOWN),
        ({"months_employed": 0, "still_employed": False}, UNKNOWN),
        ({"months_employed": 0, "job_end": date(2020, 1, 1)}, YES),
        ({"months_employed": 0, "job_start": date(2021, 12, 31)}, YES),
        ({"job_start": date(2019, 1, 1)}, UNKNOWN),
        ({}, UNKNOWN),
    ],
)
def test_a_stay_reaches_into_the_term_or_lies_outside_it(answers: dict[str, Any], verdict: Verdict) -> None:
    word, case = ReachesTerm("实现就业", EMPLOYMENT), open_case(**answers)
    step = word.judge(case)
    assert step.verdict is verdict
    assert bool(step.missing) is (verdict is UNKNOWN)
    assert word.ways(case) == {YES: ({},), NO: (), UNKNOWN: (dict.fromkeys(step.missing),)}[verdict]


@pytest.mark.parametrize(
    ("answers", "verdict", "missing"),
    [
        ({"certificate_date": date(2020, 2, 29), "job_start": date(2020, 3, 1)}, NO, set()),
        ({"certificate_date": date(2020, 3, 1), "job_start": date(2020, 3, 1), "still_employed": True}, YES, set()),
        ({"certificate_date": date(2020, 6, 30), "job_end": date(2020, 6, 30)}, UNKNOWN, {"job_start"}),
        ({"certificate_date": date(2020, 7, 1), "job_end": date(2020, 6, 30)}, NO, set()),
        ({"certificate_date": date(2020, 3, 1), "job_start": date(2020, 3, 1)}, UNKNOWN, {"still_employed"}),
        (
            {"certificate_date": date(2020, 3, 1), "job_start": date(2020, 3, 1), "still_employed": False},
            UNKNOWN,
            {"job_end"},
        ),
        ({"job_start": date(2020, 3, 1), "still_employed": True}, UNKNOWN, {"certificate_date"}),
        ({}, UNKNOWN, {"certificate_date", "job_start", "still_employed"}),
    ],
)
def test_a_day_lies_in_a_stay_with_its_first_and_last_day(
    answers: dict[str, Any], verdict: Verdict, missing: set[str]
) -> None:
    word, case = InStay("期间", "certificate_date", EMPLOYMENT), open_case(**answers)
    step = word.judge(case)
    assert tell(step) == (verdict, missing)
    assert word.ways(case) == {YES: ({},), NO: (), UNKNOWN: (dict.fromkeys(step.missing),)}[verdict]


def test_a_stay_without_a_last_day_holds_no_day() -> None:
    with pytest.raises(ValueError, match="nobody is asked for the last day of insured_months"):
        InStay("期间", "certificate_date", INSURANCE_IN_JOB)


@pytest.mark.parametrize(
    ("fact", "number"),
    [("months_employed", days(30)), ("training_days", months(1)), ("training_days", years(1)), ("age", years(40))],
)
def test_a_length_in_another_unit_is_no_measure_of_a_count(fact: str, number: Length) -> None:
    with pytest.raises(ValueError, match=f"counted in .*, not in {number.unit}"):
        AtLeast("x", fact, number)


def test_years_measure_months() -> None:
    assert AtLeast("x", "months_employed", years(1)).bound == 12


@pytest.mark.parametrize(
    "word",
    [
        WithinMonths("", "contract_date", "training_start", years(1)),
        Follows("", "contract_date", "training_start"),
        SameYear("", "contract_date", "training_start"),
        InStay("", "training_start", EMPLOYMENT),
    ],
    ids=lambda word: type(word).__name__,
)
def test_a_day_that_never_comes_settles_it_alone(word: Condition) -> None:
    step = word.judge(replace(open_case(), left={"training_start": NEVER}))
    assert (step.verdict, step.missing) == (NO, ())
    assert step.found == "培训开始日期：没有"
