"""The fixed words events are sorted by."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventType(models.TextChoices):
    WORKSHOP = "workshop", _("Workshop")
    MEETUP = "meetup", _("Meet-up")
    CONFERENCE = "conference", _("Conference")
    EXHIBITION = "exhibition", _("Exhibition")
    FESTIVAL = "festival", _("Festival")
    AWARD = "award", _("Award")
    TRAINING = "training", _("Training")
    ONLINE = "online", _("Online event")


class Level(models.TextChoices):
    """For whom it is, by what they know already."""

    BEGINNER = "beginner", _("Beginners")
    INTERMEDIATE = "intermediate", _("Some experience")
    ADVANCED = "advanced", _("Advanced")
    ALL = "all", _("All levels")


class Format(models.TextChoices):
    ON_SITE = "on-site", _("On site")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("On site and online")


class State(models.TextChoices):
    """What an editor says of an event; `full` and `over` follow from seats and dates."""

    ANNOUNCED = "announced", _("Takes place")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


class PublicState(models.TextChoices):
    ANNOUNCED = "announced", _("Takes place")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")
    FULL = "full", _("Full")
    OVER = "over", _("Over")


class RegistrationMode(models.TextChoices):
    NONE = "none", _("No registration needed")
    HERE = "here", _("People register on this site")
    ELSEWHERE = "elsewhere", _("People register on another site")


class RegistrationFor(models.TextChoices):
    """What a seat is a seat of."""

    EVENT = "event", _("The whole event")
    SESSION = "session", _("One session, which they choose")


class QuestionKind(models.TextChoices):
    SHORT = "short", _("A line of text")
    LONG = "long", _("A longer text")
    CHOICE = "choice", _("One of several choices")
    TICK = "tick", _("A box to tick")


class Repeat(models.TextChoices):
    """How often a session takes place; the last three on the first session's own day."""

    DAY = "day", _("Every day")
    WEEK = "week", _("Every week")
    TWO_WEEKS = "two-weeks", _("Every two weeks")
    SAME_DATE = "same-date", _("Every month on the same date")
    SAME_WEEKDAY = "same-weekday", _("Every month on the same day, like the second Tuesday")
    LAST_WEEKDAY = "last-weekday", _("Every month on the last such day, like the last Friday")


MONTHLY = (Repeat.SAME_DATE, Repeat.SAME_WEEKDAY, Repeat.LAST_WEEKDAY)


class Role(models.TextChoices):
    ORGANISER = "organiser", _("Organiser")
    SPEAKER = "speaker", _("Speaker")
    PARTNER = "partner", _("Partner")
