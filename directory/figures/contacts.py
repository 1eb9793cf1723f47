"""Messages that the contact relay has passed on, by month: how many, and nothing else of them."""

import datetime as dt

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone

from ..models.contact import ContactMessage
from .counting import Counts, Row, key_of_month, months_until, unless_few


def count_contacts(today: dt.date) -> Counts:
    months = list(months_until(today))
    start = timezone.make_aware(dt.datetime.combine(months[0], dt.time()))
    sent = ContactMessage.objects.filter(confirmed_at__isnull=False, sent_at__gte=start)
    by_month = sent.annotate(month=TruncMonth("sent_at")).values_list("month").order_by()
    numbers = {
        key_of_month(month): number for month, number in by_month.annotate(number=Count("pk"))
    }
    keys = map(key_of_month, months)
    return {"contact": [Row(key, unless_few(numbers.get(key, 0))) for key in keys]}
