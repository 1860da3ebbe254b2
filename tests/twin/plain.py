"""What every twin needs: sums in fen and complete months inside a policy's window."""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

Facts = Mapping[str, Any]
Sum = tuple[str, int | None, int | None]
Rule = Callable[[Facts], Sum | None]


def exact(yuan: int) -> Sum:
    """A sum that is sure."""
    return ("exact", yuan * 100, yuan * 100)


def ceiling(yuan: int) -> Sum:
    """At most this much."""
    return ("ceiling", 0, yuan * 100)


def estimate(yuan: int) -> Sum:
    """Expected to be this much, and not sure."""
    return ("estimate", 0, yuan * 100)


def floor(yuan: int) -> Sum:
    """No less than this much."""
    return ("floor", yuan * 100, None)


def is_one_of(kinds: Sequence[str], *named: str) -> bool:
    """Whether one of the kinds, of which several may be true at once, is named."""
    return any(kind in named for kind in kinds)


def add_months(day: date, months: int) -> date:
    """The same day some months later; a day that the month does not have becomes its last."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def complete_months(start: date, day_after: date) -> int:
    """How many months are complete from the first day up to the day after the last."""
    if day_after <= start:
        return 0
    months = (day_after.year - start.year) * 12 + day_after.month - start.month
    if add_months(start, months) > day_after:
        months = months - 1
    return months


def months_inside(
    facts: Facts, months: str, start: str, end: str | None, first_day: date, last_day: date | None
) -> int:
    """Complete months inside the window: as given, or counted from the dates given, which may begin before it.

    The last day worked counts, and so does the last day of the window, on that very day already. For what still goes
    on, a month is complete on any other day of asking when that day is the same day of a later month.
    """
    if facts.get(months) is not None:
        given: int = facts[months]
        return given
    begun: date = facts[start]
    if end is not None and facts.get(end) is not None:
        day_after = facts[end] + timedelta(days=1)
    elif facts["as_of"] == last_day:
        day_after = last_day + timedelta(days=1)
    else:
        day_after = facts["as_of"]
    if begun < first_day:
        begun = first_day
    if last_day is not None and day_after > last_day + timedelta(days=1):
        day_after = last_day + timedelta(days=1)
    return complete_months(begun, day_after)
