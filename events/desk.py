"""What editors find of events on their first screen."""

from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cluster.core.days import date_format
from cluster.core.desk import DeskPanel, Line, publishable

from .models import EventPage


class FewSeatsTakenPanel(DeskPanel):
    name = "few-seats-taken"
    order = 35

    @property
    def more_url(self):
        return f"{reverse('agenda:index')}?seats=few&ordering=first_start"

    def heading(self, count):
        return ngettext(
            "%(count)d event soon with few registrations",
            "%(count)d events soon with few registrations",
            count,
        ) % {"count": count}

    def find(self):
        """Each event once, in the editor's language where it can be."""
        soon = EventPage.objects.few_seats_taken(timezone.now())
        found = publishable(soon, self.user).in_language(get_language())
        return found.select_related("seats").order_by("first_start", "pk")

    def line(self, row):
        day = date_format(localtime(row.first_start), "SHORT_DATE_FORMAT")
        taken = _("%(taken)d of %(capacity)d seats taken") % {
            "taken": row.seats.taken,
            "capacity": row.seats.capacity,
        }
        return Line(row.title, reverse("wagtailadmin_pages:edit", args=[row.pk]), [day, taken])
