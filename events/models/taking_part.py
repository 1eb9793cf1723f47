"""The part of an event's page about who can take part, and how."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.announced import Announced
from events.choices import Format, RegistrationFor, RegistrationMode

from .seats import EventSeats

if TYPE_CHECKING:
    from .session import EventSession

MOST_PERSONS = 50


class TakingPart(Announced, models.Model):
    free = models.BooleanField(_("free of charge"), default=True)
    price = models.CharField(
        _("price"), max_length=100, blank=True, help_text=_("For example: 25 €, students 10 €.")
    )
    registration = models.CharField(
        _("registration"), max_length=10, choices=RegistrationMode, default=RegistrationMode.NONE
    )
    registration_for = models.CharField(
        _("people register for"),
        max_length=10,
        choices=RegistrationFor,
        default=RegistrationFor.EVENT,
        help_text=_(
            "One session: the form asks which, each has its own seats and waiting list, and the"
            " same person may register for several."
        ),
    )
    capacity = models.PositiveIntegerField(
        _("seats"),
        null=True,
        blank=True,
        help_text=_(
            "Empty: as many as want to come. Where people register for one session: of each session"
            " that says nothing else."
        ),
    )
    max_persons = models.PositiveSmallIntegerField(
        _("persons per registration"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_PERSONS)],
        help_text=_("How many somebody may register at most, themselves included."),
    )
    consent = models.TextField(
        _("what people agree to"),
        max_length=1000,
        blank=True,
        help_text=_(
            "Beside a box to tick, for example: I agree to be photographed. Kept with the time."
            " Empty: there is no box."
        ),
    )
    registration_url = models.URLField(_("registration on another site"), blank=True)
    sold_out = models.BooleanField(
        _("full"),
        default=False,
        help_text=_(
            "Where people register on another site: all seats are taken. Registrations on this"
            " site are counted by themselves."
        ),
    )
    seats = models.ForeignKey(
        EventSeats, on_delete=models.PROTECT, null=True, editable=False, related_name="pages"
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.registration == RegistrationMode.ELSEWHERE and not self.registration_url:
            raise ValidationError({"registration_url": _("Where do people register?")})
        if not self.free and not self.price:
            raise ValidationError({"price": _("What does it cost?")})

    @property
    def every_session(self) -> "Iterable[EventSession]":
        return self.sessions.all()  # type: ignore[attr-defined]

    @property
    def whereabouts(self):
        """Where people come, in one line; empty where they come online only."""
        parts = [] if self.format == Format.ONLINE else [self.venue, self.address, self.locality]
        return ", ".join(filter(None, parts))

    @property
    def most_persons(self) -> int:
        """More than there are seats would wait for ever."""
        if self.per_session:
            rooms: list[Any] = [self.capacity_of(one) for one in self.to_come]
            most = None if None in rooms else max(rooms, default=None)
        else:
            most = self.seats.capacity if self.seats else self.capacity
        return self.max_persons if most is None else min(self.max_persons, most)
