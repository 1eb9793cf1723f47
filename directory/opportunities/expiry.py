"""What comes by itself: a reminder before the last day, a word after it. Run once a day."""

import datetime as dt

from django.db.models import QuerySet
from django.utils import timezone

from cluster.core.withdrawal import withdrawn

from .mail import tell
from .models import OpportunityPage

NOTICE = dt.timedelta(days=7)


def expire() -> tuple[int, int]:
    """Tells every poster whose opportunity ends soon, or has ended since; each once. How many."""
    today, now = timezone.localdate(), timezone.now()
    ending = OpportunityPage.objects.ending(by=today + NOTICE, today=today)
    ended = OpportunityPage.objects.ended(today)
    numbers = _tell(ending, "reminded_at", "ending", now), _tell(ended, "expired_at", "ended", now)
    if numbers[1]:
        # No row of what is shown has changed, and yet the lists have.
        withdrawn.send(OpportunityPage)
    return numbers


def _tell(pages: QuerySet[OpportunityPage], field: str, template: str, now: dt.datetime) -> int:
    """Whoever marks the row is the one who tells, so that two runs at once tell once."""
    told = 0
    for page in pages.order_by("pk"):
        unmarked = OpportunityPage.objects.filter(pk=page.pk, **{field: None})
        if unmarked.update(**{field: now}):
            tell(page, template)
            told += 1
    return told
