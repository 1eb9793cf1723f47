"""What editors write to all who registered for an event: each gets it once; the text stays."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .seats import EventSeats, Registration, RegistrationStatus


class Audience(models.TextChoices):
    CONFIRMED = "confirmed", _("Who has a seat")
    WAITING = "waiting", _("Who waits or is offered a seat")
    ALL = "all", _("Everybody who has not cancelled")


STATUSES = {
    Audience.CONFIRMED: (RegistrationStatus.CONFIRMED,),
    Audience.WAITING: (RegistrationStatus.WAITING, RegistrationStatus.OFFERED),
    Audience.ALL: (
        RegistrationStatus.CONFIRMED,
        RegistrationStatus.WAITING,
        RegistrationStatus.OFFERED,
    ),
}


class EventMailing(models.Model):
    """`key` is that of the form it was written in: sent twice, it is one."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    seats = models.ForeignKey(EventSeats, on_delete=models.CASCADE, related_name="mailings")
    subject = models.CharField(_("subject"), max_length=150)
    text = models.TextField(_("text"), max_length=5000)
    audience = models.CharField(_("to whom"), max_length=10, choices=Audience)
    written_at = models.DateTimeField(default=timezone.now)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-written_at", "-pk"]

    def __str__(self) -> str:
        return self.subject


class CopyQuerySet(models.QuerySet):
    def due(self, now: dt.datetime) -> "CopyQuerySet":
        """Those nobody is sending at the moment; who began ten minutes ago has given up."""
        free = models.Q(claimed_at=None) | models.Q(claimed_at__lt=now - dt.timedelta(minutes=10))
        return self.filter(free, sent_at=None)


class MailingCopy(models.Model):
    """To one person; it goes with their registration."""

    mailing = models.ForeignKey(EventMailing, on_delete=models.CASCADE, related_name="copies")
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    objects = CopyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mailing", "registration"], name="one_copy_each")
        ]

    def __str__(self) -> str:
        return f"{self.mailing} → {self.registration}"
