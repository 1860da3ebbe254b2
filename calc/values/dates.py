"""Calendar months as the law counts them: complete ones, with month ends clipped."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Any

_BITS = 5
_DAYS = (1 << _BITS) - 1


def add_months(day: date, months: int) -> date:
    """The same day `months` later; a day the month does not have becomes the month's last (01-31 + 1 = 02-28)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def complete_months(start: date, reached: date) -> int:
    """How many months are complete on the day `reached`: the largest n with start + n months on or before it."""
    return max(count_months(number_day(start), number_day(reached)), 0) if reached >= start else 0


def number_day(day: date) -> int:
    """A whole number for a day, in the order of days; it holds how long the month is, for `count_months`."""
    month = day.year * 12 + day.month - 1
    return (month << _BITS | day.day) << _BITS | _count_days(day.year, day.month)


@cache
def _count_days(year: int, month: int) -> int:
    """The days of a month."""
    return monthrange(year, month)[1]


def count_months(start: Any, reached: Any) -> Any:
    """The complete months between two days by their numbers, below 0 where `reached` lies far before `start`.

    It takes columns of numbers, too. A day that the month does not have is reached on the month's last one.
    """
    months = (reached >> 2 * _BITS) - (start >> 2 * _BITS)
    day = reached >> _BITS & _DAYS
    return months - ((start >> _BITS & _DAYS > day) & (day < reached & _DAYS))


def day_after(day: date) -> date:
    """The next day: when the last day of a period counts, the period is complete on the day after."""
    return day + timedelta(days=1)


def spell_date(day: date) -> str:
    """A date as government pages write it: 2020-01-15."""
    return day.isoformat()
