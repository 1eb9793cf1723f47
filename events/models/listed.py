"""What the agenda reads to choose: narrow rows, so that tens of thousands are looked at quickly."""

from django.db import models

from events.listed import ListedQuerySet
from events.stretch import StretchOfDays

from .session import EventSession

ASKED = (
    *("id", "page", "start", "end", "all_day", "begins_on", "ends_on", "more"),
    *("event_type", "level", "free", "format", "state", "branches", "languages"),
    *("longitude", "latitude"),
)
"""What PostgreSQL finds in the index, so that it need not look at a thousand rows to sort them. An
index has room for 2,704 bytes a row: for the slugs of 40 branches of 60 letters, not for skills,
which an event may have any number of."""


class ListedSession(StretchOfDays, models.Model):
    """A session as the readers of one language find it: of each event that of the one version
    they read, which anybody may. Written by `events.models.projection` alone.

    `until` is its end, one without length lasting a microsecond; `begins_on` and `ends_on` are its
    first and last day here, what ends at midnight ending on the day before. `earlier` is the latest
    such end of the sessions before it, `later` the start of the one after it and `more` how many
    come after it and are not cancelled. So whether it is the event's next or its last one at some
    moment is found without a look at the others.
    `state` is the event's, or cancelled where this date alone is.
    `branches`, `skills` and `languages` are `|a|b|`.
    """

    language = models.CharField(max_length=10)
    page = models.ForeignKey("events.EventPage", on_delete=models.CASCADE, related_name="listed")
    session = models.ForeignKey(EventSession, on_delete=models.CASCADE, related_name="+")
    start = models.DateTimeField()
    end = models.DateTimeField()
    all_day = models.BooleanField()
    until = models.DateTimeField()
    begins_on = models.DateField()
    ends_on = models.DateField()
    earlier = models.DateTimeField()
    later = models.DateTimeField()
    more = models.PositiveIntegerField()
    event_type = models.CharField(max_length=20)
    state = models.CharField(max_length=10)
    format = models.CharField(max_length=10)
    level = models.CharField(max_length=12, blank=True)
    free = models.BooleanField()
    branches = models.TextField(blank=True)
    skills = models.TextField(blank=True)
    languages = models.TextField(blank=True)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)

    wagtail_reference_index_ignore = True
    objects = ListedQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["language", "earlier", "until"], include=ASKED, name="listed_by_earlier"
            ),
            models.Index(fields=["language", "until", "start"], name="listed_by_until"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "language"], name="a_session_is_listed_once_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id} ({self.language}), {self.start:%Y-%m-%d %H:%M}"
