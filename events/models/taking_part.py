"""The part of an event's page about who can take part, and how."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.choices import RegistrationMode

from .seats import EventSeats

MOST_PERSONS = 50


class TakingPart(models.Model):
    free = models.BooleanField(_("free of charge"), default=True)
    price = models.CharField(
        _("price"), max_length=100, blank=True, help_text=_("For example: 25 €, students 10 €.")
    )
    registration = models.CharField(
        _("registration"), max_length=10, choices=RegistrationMode, default=RegistrationMode.NONE
    )
    capacity = models.PositiveIntegerField(
        _("seats"), null=True, blank=True, help_text=_("Empty: as many as want to come.")
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
    def seats_left(self) -> int | None:
        """For somebody who comes now: those who wait come first."""
        return self.seats.open_left if self.seats else self.capacity

    @property
    def most_persons(self) -> int:
        """More than there are seats would wait for ever."""
        capacity = self.seats.capacity if self.seats else self.capacity
        return self.max_persons if capacity is None else min(self.max_persons, capacity)
