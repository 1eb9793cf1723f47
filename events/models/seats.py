"""Seats of an event, or of each of its sessions, and who has them."""

import datetime as dt
import secrets
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from events.counted import Counted
from events.stretch import Stretch


class SeatsQuerySet(models.QuerySet):
    def moving(self) -> "SeatsQuerySet":
        """Where somebody waits, is offered a seat, or has not confirmed theirs."""
        rows = Registration.objects
        return self.filter(models.Exists(rows.unsettled().filter(seats=models.OuterRef("pk"))))

    def with_people(self) -> "SeatsQuerySet":
        """Whole events that somebody has registered for, or for one session of."""
        keys = Registration.objects.order_by().values("seats__translation_key")
        return self.filter(uid=None, translation_key__in=keys)

    def of_sessions(self, event: "EventSeats") -> "SeatsQuerySet":
        """The first first, each with `takes_place`: whether a public page still has it, and none
        says that it is cancelled."""
        sessions: Any = self.model._meta.get_field("sessions").related_model
        live = sessions.objects.filter(seats=models.OuterRef("pk"), page__live=True)
        off = live.filter(cancelled=True)
        rows = self.filter(translation_key=event.translation_key).exclude(uid=None)
        there = models.Exists(live) & ~models.Exists(off)
        return rows.annotate(takes_place=there).order_by("start", "pk")


class EventSeats(Counted, Stretch, models.Model):
    """What is counted, in all languages alike: the seats of a whole event, or of one session.

    The row of the whole event, which has no `uid`, is the lock for every change of any of them;
    where people register for each session, its `capacity` and `taken` are those of all together.
    `uid` is the session's, as calendars know it; `start`, `end` and `all_day` stay when the session
    is gone, so that whoever registered for it is not lost.

    `capacity` is that of the version published last. `taken` counts the persons who have a seat or
    are offered one; `queued` says that somebody with a confirmed address waits, so that
    who comes now waits behind them.
    """

    translation_key = models.UUIDField(editable=False)
    uid = models.UUIDField(null=True, editable=False)
    start = models.DateTimeField(_("start"), null=True, editable=False)
    end = models.DateTimeField(_("end"), null=True, editable=False)
    all_day = models.BooleanField(_("all day"), default=False, editable=False)
    title = models.CharField(_("event"), max_length=255, editable=False)
    capacity = models.PositiveIntegerField(_("seats"), null=True, blank=True, editable=False)
    taken = models.PositiveIntegerField(_("taken"), default=0, editable=False)
    queued = models.BooleanField(default=False, editable=False)
    closed = models.BooleanField(_("registration closed"), default=False, editable=False)

    # As long as no query has looked, see `of_sessions`.
    takes_place = True
    # As a session says it of itself; its seats do not know.
    cancelled = False
    objects = SeatsQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key"],
                condition=models.Q(uid=None),
                name="one_row_of_seats_per_event",
            ),
            models.UniqueConstraint(
                fields=["translation_key", "uid"], name="one_row_of_seats_per_session"
            ),
            models.CheckConstraint(
                condition=models.Q(uid=None) | models.Q(start__isnull=False, end__isnull=False),
                name="seats_of_a_session_have_its_dates",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def of_session(self) -> bool:
        return self.uid is not None

    @cached_property
    def whole(self) -> "EventSeats":
        """Of the whole event: itself where it is."""
        if not self.of_session:
            return self
        return EventSeats.objects.get(translation_key=self.translation_key, uid=None)

    @property
    def parts(self) -> SeatsQuerySet:
        """Those of its sessions, see `of_sessions`."""
        return EventSeats.objects.of_sessions(self)

    @property
    def people(self) -> "RegistrationQuerySet":
        """All who registered for any of it, or had."""
        return Registration.objects.of(self)

    def fits(self, persons: int) -> bool:
        return self.left is None or persons <= self.left

    def can_ever_fit(self, persons: int) -> bool:
        return self.capacity is None or persons <= self.capacity


class RegistrationStatus(models.TextChoices):
    CONFIRMED = "confirmed", _("Has a seat")
    OFFERED = "offered", _("Is offered a seat")
    WAITING = "waiting", _("On the waiting list")
    CANCELLED = "cancelled", _("Cancelled")


HOLDING = (RegistrationStatus.CONFIRMED, RegistrationStatus.OFFERED)


class Letter(models.TextChoices):
    STANDING = "standing"
    REMINDER = "reminder"


def new_token() -> str:
    return secrets.token_urlsafe(24)


class RegistrationQuerySet(models.QuerySet):
    def of(self, seats: EventSeats) -> "RegistrationQuerySet":
        """Of one session; or of a whole event, whatever session they are for."""
        if seats.of_session:
            return self.filter(seats=seats)
        return self.filter(seats__translation_key=seats.translation_key)

    def standing(self) -> "RegistrationQuerySet":
        return self.exclude(status=RegistrationStatus.CANCELLED)

    def unsettled(self) -> "RegistrationQuerySet":
        """Those that time changes: who waits, is offered a seat, or has not confirmed theirs."""
        confirmed = models.Q(status=RegistrationStatus.CONFIRMED, verified_at__isnull=False)
        return self.standing().exclude(confirmed)

    def in_line(self) -> "RegistrationQuerySet":
        """Those who wait, the next first: those whose address is confirmed before the others, each
        in the order in which they registered."""
        unproven = models.Case(models.When(verified_at=None, then=1), default=0)
        waiting = self.filter(status=RegistrationStatus.WAITING)
        return waiting.order_by(unproven, "registered_at", "pk")

    def letters_due(self, now: dt.datetime) -> "RegistrationQuerySet":
        """Those nobody is writing to at the moment; who began ten minutes ago has given up."""
        free = models.Q(claimed_at=None) | models.Q(claimed_at__lt=now - dt.timedelta(minutes=10))
        return self.exclude(letter_due="").filter(free)


class Registration(models.Model):
    """Somebody's seats, or place in the waiting list, for `persons` people: at the whole event or
    at one session, as `seats` says. Never public.

    `registered_at` is the place in the line: who comes back after cancelling, or is moved to the
    waiting list by an editor, goes to its end. `verified_at` is when the address was confirmed from
    the mail; a seat not confirmed in time goes to the next. `offer_until` stays on an offer that
    ran out, and on no other cancelled one. `answers` holds, by the question's key, the question as
    it was asked, the answer and their place in the form. `letter_due` names the letter that has not
    left yet; `told_at` is when the first one about the present status did: time runs from then.
    `moved_from` is the session that stands in the person's calendar until the next letter.
    """

    seats = models.ForeignKey(
        EventSeats, verbose_name=_("event"), on_delete=models.PROTECT, related_name="registrations"
    )
    name = models.CharField(_("name"), max_length=140)
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    persons = models.PositiveSmallIntegerField(_("persons"), default=1)
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    consent = models.TextField(_("agreed to"), blank=True)
    consented_at = models.DateTimeField(_("agreed"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=RegistrationStatus)
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    registered_at = models.DateTimeField(_("registered"), default=timezone.now)
    seated_at = models.DateTimeField(_("seat given"), null=True, blank=True)
    verified_at = models.DateTimeField(_("address confirmed"), null=True, blank=True)
    offer_until = models.DateTimeField(_("offered until"), null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, editable=False)
    letter_due = models.CharField(max_length=10, choices=Letter, blank=True, editable=False)
    told_at = models.DateTimeField(null=True, editable=False)
    claimed_at = models.DateTimeField(null=True, editable=False)
    moved_from = models.ForeignKey(
        EventSeats, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        ordering = ["registered_at", "pk"]
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        indexes = [
            models.Index(fields=["seats", "status", "registered_at"], name="registration_queue"),
            models.Index(
                fields=["claimed_at"], condition=~models.Q(letter_due=""), name="letters_due"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["seats", "email"], name="one_registration_per_address"),
            models.CheckConstraint(condition=models.Q(persons__gte=1), name="at_least_one_person"),
            models.CheckConstraint(
                condition=~models.Q(status="offered") | models.Q(offer_until__isnull=False),
                name="an_offer_has_a_deadline",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"

    @property
    def given_answers(self) -> dict[str, dict[str, Any]]:
        """In the order of the form, which PostgreSQL does not keep."""
        return dict(sorted(self.answers.items(), key=lambda item: item[1]["place"]))

    @property
    def seats_held(self) -> int:
        """An offered seat counts as taken."""
        return self.persons if self.status in HOLDING else 0

    @property
    def has_seat(self) -> bool:
        return self.status == RegistrationStatus.CONFIRMED

    @property
    def is_offered(self) -> bool:
        return self.status == RegistrationStatus.OFFERED

    @property
    def is_waiting(self) -> bool:
        return self.status == RegistrationStatus.WAITING

    @property
    def is_cancelled(self) -> bool:
        return self.status == RegistrationStatus.CANCELLED

    @property
    def is_told(self) -> bool:
        return not self.letter_due or self.told_at is not None

    @property
    def offer_ran_out(self) -> bool:
        return self.is_cancelled and self.offer_until is not None
