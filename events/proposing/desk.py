"""What editors find of proposed events: on their first screen, and in the event's form."""

from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cluster.core.days import date_format
from cluster.core.desk import DeskPanel, Line, publishable

from ..models import in_review


class WaitingEvents(DeskPanel):
    name = "waiting-events"
    order = 16
    shown = 10

    @property
    def more_url(self):
        return f"{reverse('agenda:index')}?state=waiting"

    def heading(self, count):
        return ngettext(
            "%(count)d proposed event waits for you",
            "%(count)d proposed events wait for you",
            count,
        ) % {"count": count}

    def find(self):
        return publishable(in_review("waiting"), self.user)

    def line(self, row):
        facts = [row.get_event_type_display()]
        if row.first_start:
            facts.append(date_format(localtime(row.first_start), "SHORT_DATE_FORMAT"))
        if since := row.proposal.submitted_at:
            facts.append(_("waiting for %(time)s") % {"time": timesince(since)})
        return Line(row.draft_title, reverse("wagtailadmin_pages:edit", args=[row.pk]), facts)
