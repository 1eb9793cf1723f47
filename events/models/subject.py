"""The part of an event's page about what it is about, and for whom it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from cluster.core.fields import ChoiceListField
from directory.models import Branch, Skill
from directory.models.profile import SPOKEN_LANGUAGES
from events.choices import EventType, Level


class Subject(models.Model):
    event_type = models.CharField(
        _("kind of event"), max_length=20, choices=EventType, default=EventType.MEETUP
    )
    branches = ParentalManyToManyField(
        Branch, verbose_name=_("branches"), blank=True, related_name="events"
    )
    skills = ParentalManyToManyField(
        Skill, verbose_name=_("skills"), blank=True, related_name="events"
    )
    level = models.CharField(_("level"), max_length=12, choices=Level, blank=True)
    languages = ChoiceListField(_("spoken languages"), options=SPOKEN_LANGUAGES, blank=True)

    class Meta:
        abstract = True
