"""Lists of the directory that members follow by mail."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FollowedList(models.Model):
    """`query` is the filter as its address says it. What was public by `sent_until` was told, or
    was there before the member began to follow."""

    class Every(models.TextChoices):
        WEEK = "week", _("Once a week")
        DAY = "day", _("Once a day")

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="followed_lists"
    )
    query = models.TextField()
    every = models.CharField(_("how often"), max_length=5, choices=Every, default=Every.WEEK)
    created_at = models.DateTimeField(default=timezone.now)
    sent_until = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "query"], name="a_list_is_followed_once_a_member"
            )
        ]

    def __str__(self) -> str:
        return self.query

    @classmethod
    def period_ends(cls, every: str, now: dt.datetime) -> dt.datetime:
        """Up to when a letter written now tells: last midnight, or that before Monday."""
        day = timezone.localtime(now)
        if every == cls.Every.WEEK:
            day -= dt.timedelta(days=day.weekday())
        return timezone.make_aware(dt.datetime(day.year, day.month, day.day))
