"""Messages that the contact relay has passed on and what came of them, by month: how many, and
nothing else of them. Two queries."""

import datetime as dt

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth
from django.utils import timezone

from ..models.contact import ContactMessage
from ..models.outcome import Answer, ContactOutcome
from .counting import Counts, Row, key_of_month, months_until, told_apart, unless_few

LED_SOMEWHERE = (Answer.PAID, Answer.COLLABORATION)
KNOWN = (*LED_SOMEWHERE, Answer.NOTHING)
Parts = tuple[int | None, ...]


def count_contacts(today: dt.date) -> Counts:
    months = list(months_until(today))
    start = timezone.make_aware(dt.datetime.combine(months[0], dt.time()))
    sent = ContactMessage.objects.filter(confirmed_at__isnull=False, sent_at__gte=start)
    by_month = sent.annotate(month=TruncMonth("sent_at")).values_list("month").order_by()
    numbers = {
        key_of_month(month): number for month, number in by_month.annotate(number=Count("pk"))
    }
    came_of, none = _outcomes(months[0]), _parts(0, 0, 0, 0)
    keys = map(key_of_month, months)
    return {
        "contact": [
            Row(key, unless_few(numbers.get(key, 0)), parts=came_of.get(key, none)) for key in keys
        ]
    }


def _outcomes(since: dt.date) -> dict[str, Parts]:
    """Where both sides have answered, the better answer counts; those that say "not yet" are as
    little known as those that do not answer."""

    def messages(*answers: Answer) -> Count:
        return Count("pk", distinct=True, filter=Q(questions__answer__in=answers))

    counted = (
        ContactOutcome.objects.filter(month__gte=since)
        .values_list("month")
        .order_by()
        .annotate(
            asked=Count("pk", distinct=True),
            known=messages(*KNOWN),
            paid=messages(Answer.PAID),
            led=messages(*LED_SOMEWHERE),
        )
    )
    return {key_of_month(month): _parts(*numbers) for month, *numbers in counted}


def _parts(asked: int, known: int, paid: int, led: int) -> Parts:
    """In the order of the table's. How many are not known is told by subtraction, too."""
    *parts, unknown = told_apart(paid, led - paid, known - led, asked - known)
    return (unless_few(asked), None if unknown is None else known, *parts)
