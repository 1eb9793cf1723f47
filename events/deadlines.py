"""Until when an offered seat is kept."""

import datetime as dt

from django.conf import settings

HOUR = dt.timedelta(hours=1)


def offer_deadline(now: dt.datetime, starts: dt.datetime, ends: dt.datetime) -> dt.datetime:
    """`EVENT_OFFER_HOURS` from now, but at most half of the time that is left, so that the next
    still has a chance when nobody answers; an hour at least, and never after the event begins (of
    one under way: ends)."""
    left = (starts if starts > now else ends) - now
    usual = dt.timedelta(hours=settings.EVENT_OFFER_HOURS)
    return now + min(usual, max(left / 2, HOUR), left)
