"""Complete months from dates: inside the window, the last day counted, month ends clipped, open ends left open."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from calc.engine.advise import advise
from calc.engine.assess import assess
from calc.facts import consistency
from calc.facts.check import check_facts
from calc.facts.contradiction import change
from calc.facts.inference import find_out
from calc.policies import POLICIES
from calc.rules.case import Case, Window
from calc.rules.quantities import DaysInTerm, Span
from calc.rules.spans import (
    BUSINESS,
    CONTRIBUTIONS_SINCE_COMING,
    EMPLOYMENT,
    INSURANCE_IN_JOB,
    JOB_CONTRIBUTIONS,
    POST,
    RENT,
    RENT_WHILE_EMPLOYED,
)
from calc.values.ranges import Range

WINDOW = Window(date(2020, 1, 1), date(2021, 12, 31))
DAY = timedelta(days=1)
days = st.dates(date(2019, 1, 1), date(2023, 1, 1))


def open_case(window: Window = WINDOW, **answers: Any) -> Case:
    read = {name: date.fromisoformat(item) if isinstance(item, str) else item for name, item in answers.items()}
    return Case(read, window)


def measure(window: Window = WINDOW, **answers: Any) -> tuple[Range, set[str]]:
    measured = EMPLOYMENT.measure(open_case(window, **answers))
    return measured.range, set(measured.missing)


def exactly(months: int) -> tuple[Range, set[str]]:
    return Range.exactly(months), set()


@pytest.mark.parametrize(
    ("start", "as_of", "months"),
    [
        ("2020-05-15", "2020-08-14", 2),
        ("2020-05-15", "2020-08-15", 3),
        ("2020-05-31", "2020-06-29", 0),
        ("2020-05-31", "2020-06-30", 1),
        ("2020-11-30", "2021-02-27", 2),
        ("2020-11-30", "2021-02-28", 3),
        ("2020-02-29", "2021-02-27", 11),
        ("2020-02-29", "2021-02-28", 12),
        ("2020-05-15", "2020-05-15", 0),
        # only the window counts: from its first day …
        ("2019-01-01", "2020-03-31", 2),
        ("2019-01-01", "2020-04-01", 3),
        ("2019-12-31", "2020-01-31", 0),
        ("2019-12-31", "2020-02-01", 1),
        # … to its last, which counts on that day already
        ("2021-10-01", "2021-12-30", 2),
        ("2021-10-01", "2021-12-31", 3),
        ("2021-10-01", "2022-01-01", 3),
        ("2021-10-01", "2023-01-01", 3),
        ("2021-10-02", "2023-01-01", 2),
        ("2019-01-01", "2023-01-01", 24),
        ("2022-01-01", "2023-01-01", 0),
    ],
)
def test_months_that_go_on(start: str, as_of: str, months: int) -> None:
    assert measure(job_start=start, still_employed=True, as_of=as_of) == exactly(months)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2020-05-15", "2020-08-13", 2),
        ("2020-05-15", "2020-08-14", 3),
        ("2020-06-01", "2020-06-29", 0),
        ("2020-06-01", "2020-06-30", 1),
        ("2020-01-01", "2020-02-28", 1),
        ("2020-01-01", "2020-02-29", 2),
        ("2021-10-01", "2021-12-30", 2),
        ("2021-10-01", "2021-12-31", 3),
        ("2021-10-01", "2022-05-31", 3),
        ("2019-01-01", "2020-01-30", 0),
        ("2019-01-01", "2020-01-31", 1),
        ("2019-01-01", "2019-12-31", 0),
    ],
)
def test_the_last_day_worked_counts(start: str, end: str, months: int) -> None:
    assert measure(job_start=start, still_employed=False, job_end=end, as_of="2022-12-31") == exactly(months)
    assert measure(job_start=start, job_end=end) == exactly(months)


def test_without_a_last_day_of_the_window_counting_goes_on() -> None:
    window = Window(date(2020, 1, 1), None)
    assert measure(window, job_start="2020-01-01", still_employed=True, as_of="2030-01-01") == exactly(120)
    assert measure(window, job_start="2020-01-01", still_employed=True) == (Range(0, None), {"as_of"})
    assert measure(window) == (Range(0, None), {"months_employed"})


@given(days, days, days)
def test_another_library_counts_the_same(start: date, end: date, as_of: date) -> None:
    start, end, as_of = sorted((start, end, as_of))
    first, stop = max(start, WINDOW.start), min(end + DAY, date(2022, 1, 1))
    passed = relativedelta(stop, first)
    expected = max(passed.years * 12 + passed.months, 0)
    case = open_case(job_start=start, job_end=end, as_of=as_of, still_employed=False)
    assert EMPLOYMENT.measure(case).range == Range.exactly(expected)


@pytest.mark.parametrize(
    ("answers", "most", "missing"),
    [
        ({}, 24, {"months_employed"}),
        ({"as_of": "2020-07-01"}, 6, {"months_employed"}),
        ({"job_start": "2020-05-15"}, 19, {"still_employed", "as_of"}),
        ({"job_start": "2020-05-15", "still_employed": True}, 19, {"as_of"}),
        ({"job_start": "2020-05-15", "as_of": "2020-08-15"}, 3, {"still_employed"}),
        ({"job_start": "2020-05-15", "still_employed": False, "as_of": "2020-08-15"}, 3, {"job_end"}),
        ({"job_start": "2020-05-15", "still_employed": False}, 19, {"job_end", "as_of"}),
        ({"job_end": "2020-03-31", "still_employed": False}, 3, {"months_employed"}),
    ],
    ids=lambda item: str(sorted(item) if isinstance(item, set) else item),
)
def test_open_ends_leave_a_range_and_say_what_is_missing(answers: dict[str, Any], most: int, missing: set[str]) -> None:
    assert measure(**answers) == (Range(0, most), missing)


@given(days, days, days)
def test_an_open_range_encloses_what_it_comes_to(start: date, end: date, as_of: date) -> None:
    start, end, as_of = sorted((start, end, as_of))
    answers: dict[str, Any] = {"job_start": start, "as_of": as_of, "still_employed": False, "job_end": end}
    exact = EMPLOYMENT.measure(Case(answers, WINDOW)).range.low
    for left_out in ({"job_end"}, {"job_end", "still_employed"}, {"as_of", "job_end"}, {"job_start"}, set(answers)):
        known = {name: answer for name, answer in answers.items() if name not in left_out}
        assert EMPLOYMENT.measure(Case(known, WINDOW)).range.meets(exact, exact)


@pytest.mark.parametrize("given_months", [0, 1, 3, 24])
def test_dates_stand_before_months_that_they_disprove(given_months: int) -> None:
    assert measure(months_employed=given_months) == exactly(given_months)
    dated: dict[str, Any] = {"job_start": "2020-01-01", "still_employed": True, "as_of": "2022-06-01"}
    assert measure(months_employed=given_months, **dated) == measure(**dated) == exactly(24)


def test_the_notice_names_the_months_that_the_dates_tell() -> None:
    dated: dict[str, Any] = {"job_start": "2020-01-01", "still_employed": True, "as_of": "2020-04-01"}
    notice = EMPLOYMENT.conflict(open_case(months_employed=10, **dated))
    assert notice == "按所填日期，政策期内满 3 个月，与所填的 10 个月不同；本次按日期计算。"


def test_months_that_open_dates_allow_are_taken() -> None:
    dated: dict[str, Any] = {"job_start": "2020-01-01", "still_employed": False, "as_of": "2022-06-01"}
    assert measure(months_employed=7, **dated) == exactly(7)


@pytest.mark.parametrize(
    ("answers", "most"),
    [({}, 24), ({"as_of": "2020-07-01"}, 6), ({"as_of": "2020-06-30", "still_employed": True}, 5), ({"as_of": 0}, 24)],
)
def test_months_given_never_exceed_the_window(answers: dict[str, Any], most: int) -> None:
    known = {name: answer for name, answer in answers.items() if answer}
    assert measure(months_employed=most + 1, **known) == exactly(most)
    notice = EMPLOYMENT.conflict(open_case(months_employed=most + 1, **known))
    assert notice is not None
    assert f"{most + 1} 个月" in notice
    assert f"按 {most} 个月" in notice
    assert EMPLOYMENT.conflict(open_case(months_employed=most, **known)) is None


def test_the_month_that_the_day_asked_would_complete_is_open_until_it_is_known_whether_work_ended_then() -> None:
    answers: dict[str, Any] = {"months_employed": 6, "as_of": "2020-06-30"}
    case = open_case(**answers)
    assert EMPLOYMENT.measure(case).range == Range(5, 6)
    assert EMPLOYMENT.measure(case).missing == ("still_employed",)
    assert measure(**answers, still_employed=True) == exactly(5)
    assert measure(**answers, still_employed=False, job_end="2020-06-30") == exactly(6)
    started: dict[str, Any] = {"job_start": "2020-01-01", "as_of": "2020-06-30", "still_employed": False}
    assert EMPLOYMENT.measure(open_case(**started)).range == Range(0, 6)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"still_employed": True, "as_of": "2020-08-15"}, "满 3 个月"),
        ({"job_end": "2020-08-14"}, "满 3 个月"),
        ({"still_employed": False, "as_of": "2020-08-15"}, "满 0 至 3 个月"),
    ],
    ids=repr,
)
def test_months_that_differ_from_the_dates_are_noticed(answers: dict[str, Any], said: str) -> None:
    dated = {"job_start": "2020-05-15", **answers}
    notice = EMPLOYMENT.conflict(open_case(months_employed=4, **dated))
    assert notice is not None
    assert said in notice
    assert "4 个月" in notice
    assert EMPLOYMENT.conflict(open_case(months_employed=3, **dated)) is None
    assert EMPLOYMENT.conflict(open_case(**dated)) is None


@pytest.mark.parametrize(
    ("start", "months", "day"),
    [
        ("2020-05-15", 3, "2020-08-15"),
        ("2020-11-30", 3, "2021-02-28"),
        ("2019-01-01", 3, "2020-04-01"),
        ("2021-10-01", 3, "2021-12-31"),
        ("2021-10-02", 3, None),
        ("2020-01-01", 24, "2021-12-31"),
        ("2020-01-01", 25, None),
    ],
)
def test_the_day_on_which_months_are_complete(start: str, months: int, day: str | None) -> None:
    case = open_case(job_start=start, still_employed=True)
    completed = EMPLOYMENT.completes_on(case, months)
    assert completed == (None if day is None else date.fromisoformat(day))
    if completed:
        reached = case.supposing({"as_of": completed})
        assert EMPLOYMENT.measure(reached).range == Range.exactly(months)
        day_before = case.supposing({"as_of": completed - DAY})
        assert EMPLOYMENT.measure(day_before).range == Range.exactly(months - 1)


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"job_start": "2020-05-15", "still_employed": False},
        {"job_start": "2020-05-15", "job_end": "2020-06-15"},
    ],
    ids=repr,
)
def test_what_has_ended_or_never_began_completes_on_no_day(answers: dict[str, Any]) -> None:
    assert EMPLOYMENT.completes_on(open_case(**answers), 3) is None


@pytest.mark.parametrize(
    ("answers", "over", "touches"),
    [
        ({}, False, False),
        ({"job_start": "2021-12-31"}, False, True),
        ({"job_start": "2022-01-01"}, True, False),
        ({"job_start": "2019-01-01"}, False, False),
        ({"job_start": "2019-01-01", "still_employed": True}, False, True),
        ({"job_start": "2019-01-01", "job_end": "2019-12-31"}, True, False),
        ({"job_start": "2019-01-01", "job_end": "2020-01-01"}, False, True),
        ({"job_end": "2019-12-31"}, True, False),
        ({"months_employed": 3}, False, True),
        ({"months_employed": 0}, False, False),
        ({"months_employed": 0, "still_employed": False}, False, False),
        ({"months_employed": 0, "still_employed": True}, False, False),
        ({"months_employed": 0, "still_employed": True, "as_of": "2020-01-01"}, False, True),
        ({"months_employed": 0, "still_employed": True, "as_of": "2021-12-31"}, False, True),
        ({"months_employed": 0, "still_employed": True, "as_of": "2022-01-01"}, False, False),
        ({"months_employed": 0, "job_end": "2019-12-31"}, True, False),
        ({"months_employed": 0, "job_end": "2020-01-01"}, False, True),
        ({"months_employed": 0, "job_end": "2022-01-01"}, False, False),
        ({"months_employed": 0, "job_start": "2019-01-01"}, False, False),
        ({"months_employed": 0, "job_start": "2019-01-01", "still_employed": False}, False, False),
        ({"months_employed": 0, "job_start": "2020-01-01", "still_employed": False}, False, True),
    ],
    ids=repr,
)
def test_whether_it_lies_in_the_window(answers: dict[str, Any], over: bool, touches: bool) -> None:
    case = open_case(**answers)
    assert EMPLOYMENT.is_over_before(case) is over
    assert EMPLOYMENT.touches_window(case) is touches


@pytest.mark.parametrize(
    ("answers", "over", "touches"),
    [
        ({"still_in_business": False}, False, False),
        ({"still_in_business": False, "business_start": "2019-12-31"}, True, False),
        ({"still_in_business": False, "business_start": "2020-01-01"}, False, True),
        ({"still_in_business": True, "business_start": "2019-12-31"}, False, True),
        ({"business_start": "2019-12-31"}, False, False),
    ],
    ids=repr,
)
def test_no_month_tells_what_has_no_last_day_to_ask_for(answers: dict[str, Any], over: bool, touches: bool) -> None:
    case = open_case(business_months=0, **answers)
    assert BUSINESS.is_over_before(case) is over
    assert BUSINESS.touches_window(case) is touches


@pytest.mark.parametrize(
    ("answers", "lacks"),
    [
        ({}, "still_employed"),
        ({"still_employed": False}, "job_end"),
        ({"still_employed": True}, "job_start"),
        ({"job_end": "2022-01-01"}, "job_start"),
        ({"job_start": "2019-01-01"}, "still_employed"),
    ],
    ids=repr,
)
def test_what_would_tell_where_a_stay_without_a_whole_month_lies(answers: dict[str, Any], lacks: str) -> None:
    assert EMPLOYMENT.lacks_touch(open_case(months_employed=0, **answers)) == (lacks,)


def test_each_span_measures_by_its_own_facts() -> None:
    spans = (EMPLOYMENT, Span(consistency.INSURANCE), BUSINESS, POST)
    shared = {fact for fact in EMPLOYMENT.facts if all(fact in span.facts for span in spans)}
    assert shared == {"as_of"}
    for span in spans:
        answers: dict[str, Any] = {span.start: "2020-05-15", span.ongoing: True, "as_of": "2020-08-15"}
        case = open_case(**answers)
        assert span.measure(case).range == Range.exactly(3)
        assert all(other.measure(case).missing for other in spans if other is not span)


def test_contributions_of_an_earlier_employer_do_not_count() -> None:
    insured: dict[str, Any] = {"insured_since": "2020-03-01", "still_insured": True, "as_of": "2021-03-01"}
    for start, months in (("2020-02-01", 12), ("2020-03-01", 12), ("2020-03-02", 11), ("2020-08-01", 7)):
        assert INSURANCE_IN_JOB.measure(open_case(**insured, job_start=start)).range == Range.exactly(months)
    assert INSURANCE_IN_JOB.measure(open_case(**insured)).missing == ("job_start",)
    typed: dict[str, Any] = {"insured_months": 12, "as_of": "2021-03-01"}
    assert INSURANCE_IN_JOB.measure(open_case(**typed)).range == Range.exactly(12)
    assert INSURANCE_IN_JOB.measure(open_case(**typed, job_start="2020-08-01")).range.high == 7


def test_months_found_from_dates_say_from_which_day_they_count() -> None:
    measured = EMPLOYMENT.measure(open_case(job_start=date(2020, 5, 15), still_employed=True, as_of=date(2020, 8, 20)))
    assert measured.found == "自 2020-05-15 起，政策期内满 3 个月"


def test_months_that_can_be_reached_end_with_the_window() -> None:
    assert EMPLOYMENT.most_reachable(open_case(job_start=date(2020, 5, 15))) == (19,)
    assert EMPLOYMENT.most_reachable(open_case()) == ()


def test_who_came_on_the_last_day_of_the_window_came_in_it() -> None:
    assert not RENT.is_over_before(open_case(first_came=date(2021, 12, 31)))
    assert RENT.is_over_before(open_case(first_came=date(2022, 1, 1)))


LEASE: dict[str, Any] = {
    "first_came": "2020-01-01",
    "rent_start": "2020-03-01",
    "still_renting": True,
    "as_of": "2021-03-01",
}


@pytest.mark.parametrize(
    ("answers", "months"),
    [
        ({"still_employed": True}, 12),
        ({"job_end": "2020-08-30"}, 5),
        ({"job_end": "2020-08-31"}, 6),
        ({"job_end": "2020-09-01"}, 6),
        ({"job_end": "2020-02-29"}, 0),
        ({"job_end": "2021-03-01"}, 12),
        ({"job_end": "2020-08-31", "still_renting": False, "rent_end": "2020-05-31"}, 3),
        ({"still_employed": True, "still_renting": False, "rent_end": "2020-05-31"}, 3),
    ],
    ids=repr,
)
def test_a_stay_that_counts_during_another_ends_with_it(answers: dict[str, Any], months: int) -> None:
    case = open_case(**{**LEASE, **answers})
    assert RENT_WHILE_EMPLOYED.measure(case).range == Range.exactly(months)
    assert RENT_WHILE_EMPLOYED.measure(case).missing == ()


@pytest.mark.parametrize(
    ("answers", "most", "missing"),
    [
        ({}, 12, {"still_employed"}),
        ({"still_employed": False}, 12, {"job_end"}),
        ({"still_renting": False, "rent_end": "2020-05-31"}, 3, {"still_employed"}),
    ],
    ids=repr,
)
def test_while_the_end_of_the_other_stay_is_open_all_may_count_or_nothing(
    answers: dict[str, Any], most: int, missing: set[str]
) -> None:
    measured = RENT_WHILE_EMPLOYED.measure(open_case(**{**LEASE, **answers}))
    assert (measured.range, set(measured.missing)) == (Range(0, most), missing)


@pytest.mark.parametrize(
    ("answers", "expected", "missing"),
    [
        ({}, Range(0, 6), ("still_employed",)),
        ({"still_employed": False}, Range(0, 6), ("job_end",)),
        ({"still_employed": True}, Range.exactly(6), ()),
        ({"job_end": "2020-08-31"}, Range(0, 6), ("rent_start",)),
        ({"job_end": "2020-03-31"}, Range(0, 3), ("rent_start",)),
        ({"job_end": "2021-03-01"}, Range.exactly(6), ()),
        ({"job_end": "2020-08-31", "rent_start": "2020-03-01"}, Range.exactly(6), ()),
    ],
    ids=repr,
)
def test_months_given_say_nothing_of_when_they_lie(
    answers: dict[str, Any], expected: Range, missing: tuple[str, ...]
) -> None:
    case = open_case(first_came="2020-01-01", rent_months=6, as_of="2021-03-01", **answers)
    measured = RENT_WHILE_EMPLOYED.measure(case)
    assert (measured.range, measured.missing) == (expected, missing)
    assert RENT.measure(case).range == Range.exactly(6)


@given(days, days, days, days, days)
def test_more_answers_only_narrow_what_counts_during_another_stay(
    came: date, start: date, end: date, job_end: date, as_of: date
) -> None:
    came, start, end, as_of = sorted((came, start, end, as_of))
    answers: dict[str, Any] = {
        "first_came": came,
        "rent_start": start,
        "still_renting": False,
        "rent_end": end,
        "still_employed": False,
        "job_end": min(job_end, as_of),
        "as_of": as_of,
    }
    exact = RENT_WHILE_EMPLOYED.measure(Case(answers, WINDOW)).range
    assert exact.is_exact
    assert exact.low <= RENT.measure(Case(answers, WINDOW)).range.low
    open_ends = (
        {"job_end"},
        {"job_end", "still_employed"},
        {"rent_end"},
        {"rent_end", "still_renting"},
        {"rent_start"},
    )
    for left_out in (*open_ends, {"first_came"}, {"rent_end", "job_end"}, {"as_of", "rent_end"}, set(answers)):
        known = {name: answer for name, answer in answers.items() if name not in left_out}
        assert RENT_WHILE_EMPLOYED.measure(Case(known, WINDOW)).range.meets(exact.low, exact.low), left_out


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"still_renting": True}, "租房月数：40 个月，政策期内最多 13 个月"),
        ({}, "租房月数：40 个月，政策期内最多 14 个月，最后一个月到测算日期才满"),
        ({"rent_months": 13}, "租房月数：13 个月"),
    ],
    ids=repr,
)
def test_the_step_says_to_what_months_given_are_cut(answers: dict[str, Any], found: str) -> None:
    case = open_case(**{"first_came": "2020-02-02", "rent_months": 40, "as_of": "2021-04-01", **answers})
    assert RENT.measure(case).found == found


def test_months_left_possible_by_other_answers_bound_what_dates_leave_open() -> None:
    told = find_out({"job_contribution_months": 3})
    case = Case(told.answers, WINDOW, left=told.left)
    assert CONTRIBUTIONS_SINCE_COMING.measure(case).range == Range(3, 24)
    told = find_out({"contribution_months": 2})
    assert JOB_CONTRIBUTIONS.measure(Case(told.answers, WINDOW, left=told.left)).range == Range(0, 2)


INSURED: dict[str, Any] = {
    "first_came": "2020-01-01",
    "insured_since": "2020-01-01",
    "still_insured": True,
    "as_of": "2021-03-01",
}


@pytest.mark.parametrize(
    ("answers", "found", "missing"),
    [
        ({"job_start": "2020-01-01", "still_employed": True}, Range.exactly(14), ()),
        ({"job_start": "2020-12-01", "still_employed": True}, Range.exactly(3), ()),
        ({"job_start": "2020-12-02", "still_employed": True}, Range.exactly(2), ()),
        ({"job_start": "2020-05-01", "job_end": "2020-07-30"}, Range.exactly(2), ()),
        ({"job_start": "2020-05-01", "job_end": "2020-07-31"}, Range.exactly(3), ()),
        ({"still_employed": True}, Range(0, 14), ("job_start",)),
        ({"job_start": "2020-05-01"}, Range(0, 10), ("still_employed",)),
        ({"job_start": "2020-05-01", "still_employed": False}, Range(0, 10), ("job_end",)),
    ],
    ids=repr,
)
def test_insurance_of_a_job_counts_while_the_job_lasts(
    answers: dict[str, Any], found: Range, missing: tuple[str, ...]
) -> None:
    measured = JOB_CONTRIBUTIONS.measure(open_case(**{**INSURED, **answers}))
    assert (measured.range, measured.missing) == (found, missing)


def test_months_typed_inside_another_stay_need_none_of_its_days() -> None:
    assert JOB_CONTRIBUTIONS.measure(open_case(job_contribution_months=3)).range == Range.exactly(3)
    short = open_case(job_contribution_months=3, job_start="2020-12-02", still_insured=True, as_of="2021-02-01")
    assert JOB_CONTRIBUTIONS.measure(short).range == Range.exactly(1)


def test_the_step_says_from_and_to_which_day_another_stay_lets_months_count() -> None:
    ended = open_case(**INSURED, job_start="2020-05-01", job_end="2020-07-31")
    assert JOB_CONTRIBUTIONS.measure(ended).found == "自 2020-05-01 起，到 2020-07-31 为止，政策期内满 3 个月"


def test_a_provision_advises_by_the_stay_of_the_default_reading() -> None:
    rent = POLICIES["shaoxing"].provision("rent-subsidy")
    assert rent.spans == (RENT,)
    assert set(RENT_WHILE_EMPLOYED.facts) <= set(rent.facts)
    answers: dict[str, Any] = {"home": "sichuan-paired", "is_registered_poor": True, "works_here": True}
    answers |= {"first_came": "2018-03-01", "job_start": "2018-03-01", "as_of": "2019-03-01", "rents_alone": False}
    finding = assess(POLICIES["shaoxing"], check_facts({**answers, "still_employed": False, "job_end": "2018-08-30"}))
    assert [advice.kind for advice in advise(finding.finding("rent-subsidy"), finding.answers)] == ["change"]


def test_what_another_stay_has_ended_completes_no_more() -> None:
    lease = {name: answer for name, answer in LEASE.items() if name != "as_of"}
    going_on = open_case(**lease, still_employed=True)
    assert RENT_WHILE_EMPLOYED.completes_on(going_on, 6) == date(2020, 9, 1)
    ended = open_case(**lease, job_end="2020-08-31")
    assert RENT_WHILE_EMPLOYED.completes_on(ended, 6) is None
    assert RENT_WHILE_EMPLOYED.most_reachable(ended) == (6,)


@pytest.mark.parametrize(
    ("answers", "counted", "missing"),
    [
        ({"training_days": 30, "training_start": "2021-12-02"}, Range.exactly(30), set()),
        ({"training_days": 30, "training_start": "2021-12-03"}, Range.exactly(29), set()),
        ({"training_days": 30, "training_start": "2021-12-31"}, Range.exactly(1), set()),
        ({"training_days": 30, "training_start": "2022-01-01"}, Range.exactly(0), set()),
        ({"training_days": 30}, Range(0, 30), {"training_start"}),
        ({"training_start": "2021-12-20"}, Range(0, 12), {"training_days"}),
        ({}, Range(0, None), {"training_days", "training_start"}),
    ],
)
def test_days_are_counted_up_to_the_last_day_of_the_term(
    answers: dict[str, Any], counted: Range, missing: set[str]
) -> None:
    measured = DaysInTerm("training_days", "training_start").measure(open_case(**answers))
    assert (measured.range, set(measured.missing)) == (counted, missing)


def test_a_term_without_an_end_cuts_no_days() -> None:
    endless = open_case(Window(date(2020, 1, 1), None), training_days=30)
    assert DaysInTerm("training_days", "training_start").measure(endless).range == Range.exactly(30)


STARTED: dict[str, Any] = {"job_start": "2020-03-01", "as_of": "2020-12-31"}


@pytest.mark.parametrize(
    ("answers", "dated"),
    [
        ({"months_employed": 3}, 9),
        ({"months_employed": 8}, 9),
        ({"months_employed": 9}, None),
        ({"months_employed": 10}, None),
        ({"months_employed": 11}, 10),
        ({"months_employed": 3, "still_employed": True}, 9),
        ({"months_employed": 9, "still_employed": True}, None),
        ({"months_employed": 3, "still_employed": False}, None),
        ({"months_employed": 3, "job_end": "2020-05-31"}, None),
        ({"months_employed": 4, "job_end": "2020-05-31"}, 3),
        ({"months_employed": 3, "as_of": None}, 22),
        ({}, None),
    ],
    ids=repr,
)
def test_months_beside_a_first_day_that_tells_others_are_in_doubt(answers: dict[str, Any], dated: int | None) -> None:
    doubt = EMPLOYMENT.doubt(open_case(**{**STARTED, **answers}))
    assert (doubt is None) == (dated is None)
    if doubt:
        assert doubt.facts == ("job_start", "months_employed")
        assert (
            f"满 {dated} 个月，“已经连续稳定工作满几个月？”填的是 {answers['months_employed']} 个月，哪个对？"
            in doubt.sentence
        )


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("2020-12-31", "从 2020-12-31 到 2020-12-31 满 0 个月，"),
        ("2021-01-01", "2021-01-01 在能算的最后一天（2020-12-31）以后，一个月也不算，"),
    ],
)
def test_a_first_day_after_the_last_one_that_counts_is_named(start: str, told: str) -> None:
    doubt = EMPLOYMENT.doubt(open_case(**{**STARTED, "job_start": start, "months_employed": 3}))
    assert doubt and doubt.sentence.startswith(told)


def test_without_a_first_day_months_are_in_no_doubt() -> None:
    assert EMPLOYMENT.doubt(open_case(months_employed=3, as_of="2020-12-31")) is None


DAYS_IN_TERM = st.dates(WINDOW.start, date(2021, 12, 31))


@given(DAYS_IN_TERM, st.integers(0, 30), DAYS_IN_TERM, st.sampled_from((None, True, False)))
def test_each_way_settles_the_doubt(start: date, months: int, as_of: date, ongoing: bool | None) -> None:
    start, as_of = sorted((start, as_of))
    answers: dict[str, Any] = {"job_start": start, "as_of": as_of, "months_employed": months, "still_employed": ongoing}
    known = {fact: answer for fact, answer in answers.items() if answer is not None}
    doubt = EMPLOYMENT.doubt(Case(known, WINDOW))
    for way in doubt.ways if doubt else ():
        assert EMPLOYMENT.doubt(Case(change(known, way.changes), WINDOW)) is None, way


FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2021, 12, 31)
AROUND = (None, FIRST_DAY - DAY, FIRST_DAY, date(2020, 6, 15), LAST_DAY, LAST_DAY + DAY)


@pytest.mark.parametrize("as_of", AROUND)
@pytest.mark.parametrize("span", [EMPLOYMENT, RENT, POST, BUSINESS], ids=lambda span: span.months)
def test_whether_a_stay_reaches_into_the_time_is_known_or_can_be_asked(span: Span, as_of: date | None) -> None:
    ends = AROUND if span.end else (None,)
    for start, ongoing, end, months in product(AROUND, (None, True, False), ends, (None, 0, 3)):
        answers = {span.start: start, span.ongoing: ongoing, span.end: end, span.months: months, "as_of": as_of}
        case = Case({fact: answer for fact, answer in answers.items() if fact and answer is not None}, WINDOW)
        place = span.place(case)
        assert place.is_over or place.touches or place.missing, case.answers


@pytest.mark.parametrize(("as_of", "touches"), [(0, True), (-1, False)])
def test_who_still_works_there_on_a_day_in_the_time_worked_in_it(as_of: int, touches: bool) -> None:
    case = Case({"still_employed": True, "as_of": FIRST_DAY + as_of * DAY}, WINDOW)
    assert EMPLOYMENT.place(case).touches is touches
