"""Seats of an event and who has them."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EventSeats(models.Model):
    """The seats of one event in all its languages; its row is the lock for every change of them.

    `capacity` is that of the version published last, `taken` the number of confirmed
    registrations.
    """

    translation_key = models.UUIDField(unique=True, editable=False)
    title = models.CharField(_("event"), max_length=255, editable=False)
    capacity = models.PositiveIntegerField(_("seats"), null=True, blank=True, editable=False)
    taken = models.PositiveIntegerField(_("taken"), default=0, editable=False)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def __str__(self) -> str:
        return self.title

    @property
    def left(self) -> int | None:
        """None where seats are not counted."""
        return None if self.capacity is None else max(self.capacity - self.taken, 0)

    @property
    def full(self) -> bool:
        return self.left == 0


class RegistrationStatus(models.TextChoices):
    CONFIRMED = "confirmed", _("Has a seat")
    WAITING = "waiting", _("On the waiting list")
    CANCELLED = "cancelled", _("Cancelled")


def new_token() -> str:
    return secrets.token_urlsafe(24)


class Registration(models.Model):
    """Somebody's seat, or place in the waiting list. Never public.

    `verified_at` is when the address was confirmed from the mail; a seat not confirmed in time
    goes to the next.
    """

    seats = models.ForeignKey(
        EventSeats, verbose_name=_("event"), on_delete=models.PROTECT, related_name="registrations"
    )
    name = models.CharField(_("name"), max_length=140)
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    status = models.CharField(_("status"), max_length=10, choices=RegistrationStatus)
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    registered_at = models.DateTimeField(_("registered"), default=timezone.now)
    seated_at = models.DateTimeField(_("seat given"), null=True, blank=True)
    verified_at = models.DateTimeField(_("address confirmed"), null=True, blank=True)

    class Meta:
        ordering = ["registered_at", "pk"]
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        indexes = [
            models.Index(fields=["seats", "status", "registered_at"], name="registration_queue")
        ]
        constraints = [
            models.UniqueConstraint(fields=["seats", "email"], name="one_registration_per_address")
        ]

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"

    @property
    def has_seat(self) -> bool:
        return self.status == RegistrationStatus.CONFIRMED

    @property
    def is_waiting(self) -> bool:
        return self.status == RegistrationStatus.WAITING

    @property
    def is_cancelled(self) -> bool:
        return self.status == RegistrationStatus.CANCELLED
