"""Days of the calendar that rules name."""

import datetime as dt

DAY = dt.timedelta(days=1)


def month_after(year: int, month: int, later: int = 1) -> tuple[int, int]:
    """Year and month so many months later."""
    years, place = divmod(month - 1 + later, 12)
    return year + years, place + 1


def end_of(year: int, month: int) -> dt.date:
    return dt.date(*month_after(year, month), 1) - DAY
