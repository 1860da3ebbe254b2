"""Working days by the published calendar of China."""

from datetime import date

import pytest

from calc.values.working_days import last_working_day


@pytest.mark.parametrize(
    ("start", "last", "first_counted"),
    [
        ("2018-09-28", "2018-10-10", "2018-10-09"),  # across the National Day holiday, with two shifted Saturdays
        ("2018-05-08", "2018-05-15", "2018-05-14"),
        ("2019-01-31", "2019-02-12", "2019-02-11"),  # across Spring Festival, with the Saturday and Sunday before it
        ("2018-09-29", "2018-10-11", "2018-10-10"),  # a Saturday that was a working day
        ("2018-09-22", "2018-09-29", "2018-09-29"),  # a Saturday off: the first day is no working day either way
    ],
)
def test_a_notice_ends_by_the_real_calendar(start: str, last: str, first_counted: str) -> None:
    day = date.fromisoformat(start)
    assert last_working_day(day, 5, counts_first=False) == date.fromisoformat(last)
    assert last_working_day(day, 5, counts_first=True) == date.fromisoformat(first_counted)


def test_beyond_the_published_calendar_no_day_is_named() -> None:
    assert last_working_day(date(2026, 12, 25), 5, counts_first=False) is None
    assert last_working_day(date(2003, 12, 1), 5, counts_first=False) is None
