"""Working days by the real Chinese calendar: holidays and shifted working days, as published year by year."""

from datetime import date, timedelta


def last_working_day(start: date, days: int, *, counts_first: bool) -> date | None:
    """The last of so many working days from `start`; None beyond the calendar that is published.

    By the Civil Code (article 201) the day a period starts on is not counted; `counts_first` counts it all the same.
    """
    # Imported here: only a notice period asks for it, and its tables cost time to load in a browser.
    from chinese_calendar import is_workday

    day, left = start, days
    try:
        if counts_first and is_workday(day):
            left -= 1
        while left:
            day += timedelta(days=1)
            left -= is_workday(day)
    except NotImplementedError:
        return None
    return day
