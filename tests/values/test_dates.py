"""Months as the law counts them, against another library's count and from both sides of each month's end."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from calc.values.dates import add_months, complete_months, day_after, spell_date

DAY = timedelta(days=1)
days = st.dates(date(1950, 1, 1), date(2100, 12, 31))
month_ends = days.map(lambda day: (day.replace(day=1) + timedelta(days=31)).replace(day=1) - DAY)


@given(days | month_ends, st.integers(-600, 600))
def test_months_later_as_another_library_counts(day: date, months: int) -> None:
    assert add_months(day, months) == day + relativedelta(months=months)


@given(days | month_ends, days | month_ends)
def test_complete_months_as_another_library_counts(start: date, reached: date) -> None:
    passed = relativedelta(reached, start)
    assert complete_months(start, reached) == max(passed.years * 12 + passed.months, 0)


@given(days | month_ends, st.integers(1, 600))
def test_a_month_is_complete_on_its_day_and_not_the_day_before(start: date, months: int) -> None:
    completed = add_months(start, months)
    assert complete_months(start, completed) == months
    assert complete_months(start, completed - DAY) == months - 1


@pytest.mark.parametrize(
    ("start", "reached", "months"),
    [
        ("2020-01-15", "2020-02-14", 0),
        ("2020-01-15", "2020-02-15", 1),
        ("2020-01-31", "2020-02-28", 0),
        ("2020-01-31", "2020-02-29", 1),
        ("2020-01-31", "2020-03-30", 1),
        ("2020-01-31", "2020-03-31", 2),
        ("2021-01-31", "2021-02-28", 1),
        ("2020-02-29", "2021-02-27", 11),
        ("2020-02-29", "2021-02-28", 12),
        ("2020-12-31", "2021-01-30", 0),
        ("2020-12-31", "2021-01-31", 1),
        ("2020-06-01", "2020-06-01", 0),
        ("2020-06-01", "2020-05-01", 0),
    ],
)
def test_month_ends(start: str, reached: str, months: int) -> None:
    assert complete_months(date.fromisoformat(start), date.fromisoformat(reached)) == months


@pytest.mark.parametrize(("day", "after"), [("2020-02-28", "2020-02-29"), ("2021-02-28", "2021-03-01")])
def test_day_after(day: str, after: str) -> None:
    assert day_after(date.fromisoformat(day)) == date.fromisoformat(after)
    assert day_after(date(2020, 12, 31)) == date(2021, 1, 1)


def test_dates_are_written_with_every_digit() -> None:
    assert spell_date(date(2020, 1, 5)) == "2020-01-05"
