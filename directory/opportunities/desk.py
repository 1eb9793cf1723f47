"""What editors find of opportunities on their first screen."""

from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from cluster.core.desk import DeskPanel, Line, publishable

from .choices import Pay
from .models import OpportunityPage


class WaitingOpportunities(DeskPanel):
    name = "waiting-opportunities"
    order = 15
    shown = 10

    @property
    def more_url(self):
        return f"{reverse('opportunities:index')}?state=waiting"

    def heading(self, count):
        return ngettext(
            "%(count)d opportunity waits for you", "%(count)d opportunities wait for you", count
        ) % {"count": count}

    def find(self):
        return publishable(OpportunityPage.objects.waiting(), self.user)

    def line(self, row):
        facts = [row.get_kind_display()]
        if row.pay == Pay.UNPAID:
            facts.append(pgettext("pay", "Unpaid"))
        if row.submitted_at:
            facts.append(_("waiting for %(time)s") % {"time": timesince(row.submitted_at)})
        return Line(row.draft_title, reverse("wagtailadmin_pages:edit", args=[row.pk]), facts)
