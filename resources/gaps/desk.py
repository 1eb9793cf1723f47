from django.urls import reverse
from django.utils.text import Truncator
from django.utils.timezone import localdate
from django.utils.translation import ngettext

from cluster.core.days import date_format
from cluster.core.desk import DeskPanel, Line

from ..models import GapReport


class GapsReportedPanel(DeskPanel):
    name = "gaps-reported"
    order = 52

    @property
    def more_url(self):
        return f"{reverse(GapReport.snippet_viewset.get_url_name('list'))}?state=waiting"

    def heading(self, count):
        return ngettext("%(count)d gap reported", "%(count)d gaps reported", count) % {
            "count": count
        }

    def find(self):
        waiting = GapReport.objects.waiting().select_related("page", "branch")
        allowed = self.user.has_perm("resources.change_gapreport")
        return waiting if allowed else waiting.none()

    def line(self, row):
        day = date_format(localdate(row.created_at), "SHORT_DATE_FORMAT")
        facts = [str(one) for one in (row.page, row.heading, row.branch, day) if one]
        url = reverse(GapReport.snippet_viewset.get_url_name("edit"), args=[row.pk])
        return Line(Truncator(row.text).chars(80), url, facts)
