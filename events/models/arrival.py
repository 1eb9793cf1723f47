"""Who came to the door."""

import datetime as dt

from django.db import models
from django.utils import timezone

from events.dates import local_day

from .seats import Registration

NIGHT = dt.timedelta(hours=5)
"""What happens before that hour belongs to the evening before."""


def day_of(moment: dt.datetime) -> dt.date:
    return local_day(moment - NIGHT)


class Arrival(models.Model):
    """That somebody with a seat came, on one day of the event."""

    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="arrivals"
    )
    day = models.DateField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "day"], name="somebody_arrives_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.registration}, {self.day:%Y-%m-%d}"
