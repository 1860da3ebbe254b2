"""Calendar months as the law counts them: complete ones, with month ends clipped."""

from calendar import monthrange
from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """The same day `months` later; a day the month does not have becomes the month's last (01-31 + 1 = 02-28)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def complete_months(start: date, reached: date) -> int:
    """How many months are complete on the day `reached`: the largest n with start + n months on or before it."""
    if reached < start:
        return 0
    months = (reached.year - start.year) * 12 + reached.month - start.month
    return months if add_months(start, months) <= reached else months - 1


def day_after(day: date) -> date:
    """The next day: when the last day of a period counts, the period is complete on the day after."""
    return day + timedelta(days=1)


def spell_date(day: date) -> str:
    """A date as government pages write it: 2020-01-15."""
    return day.isoformat()
