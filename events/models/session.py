"""When an event takes place."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from events.dates import last_moment, midnight
from events.stretch import Stretch

from .seats import EventSeats

END_BEFORE_START = _("The end must not be before the start.")


class EventSession(Stretch, Orderable):
    """One stretch of time. An all-day one is kept from the first moment of its first day to the
    last of its last, so that editing it again changes nothing. It has `seats` of its own where
    people register for each session; the row may be made anew, its `uid` stays."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="sessions")
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    start = models.DateTimeField(_("start"), help_text=_("Date and hour in Luxembourg."))
    end = models.DateTimeField(_("end"))
    all_day = models.BooleanField(
        _("all day"), default=False, help_text=_("The hours do not matter: whole days are shown.")
    )
    cancelled = models.BooleanField(
        _("does not take place"),
        default=False,
        help_text=_(
            "This date alone: it stays in the agenda and in calendars, marked as cancelled, and"
            " nobody can register for it."
        ),
    )
    capacity = models.PositiveIntegerField(
        _("seats"),
        null=True,
        blank=True,
        help_text=_(
            "Only where people register for each session. Empty: as many as under “Taking part”,"
            " for each session alike; nothing there either: as many as want to come."
        ),
    )
    seats = models.ForeignKey(
        EventSeats, on_delete=models.PROTECT, null=True, editable=False, related_name="sessions"
    )

    panels = [
        FieldRowPanel(
            [
                FieldPanel("start"),
                FieldPanel("end", help_text=_("After it the event counts as over.")),
            ]
        ),
        FieldRowPanel([FieldPanel("all_day"), FieldPanel("capacity")]),
        FieldPanel("cancelled"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        indexes = [models.Index(fields=["page", "end", "start"], name="session_by_event")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__gte=models.F("start")),
                name="a_session_ends_after_it_starts",
                violation_error_message=END_BEFORE_START,
            )
        ]

    def __str__(self) -> str:
        return f"{self.start:%Y-%m-%d %H:%M}"

    def clean(self):
        super().clean()
        if self.start and self.end:
            self.widen()
            if self.end < self.start:
                raise ValidationError({"end": END_BEFORE_START})

    def save(self, *args, **kwargs):
        self.widen()
        super().save(*args, **kwargs)

    def widen(self) -> None:
        """Makes an all-day session cover its days from end to end."""
        if self.all_day:
            self.start = midnight(self.first_day)
            self.end = last_moment(self.last_day)
