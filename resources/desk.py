"""What editors find of the register of figures on their first screen."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cluster.core.days import date_format
from cluster.core.desk import DeskPanel, Line

from .models import Figure


class StaleFiguresPanel(DeskPanel):
    name = "stale-figures"
    order = 55

    @property
    def more_url(self):
        listed = reverse(Figure.snippet_viewset.get_url_name("list"))
        return f"{listed}?review=due&ordering=next_review"

    def heading(self, count):
        return ngettext("%(count)d figure to review", "%(count)d figures to review", count) % {
            "count": count
        }

    def find(self):
        today = timezone.localdate()
        stale = Figure.objects.with_value_of(today).with_uses().filter(next_review__lt=today)
        allowed = self.user.has_perm("resources.change_figure")
        return stale.order_by("next_review", "pk") if allowed else stale.none()

    def line(self, row):
        day = date_format(row.next_review, "SHORT_DATE_FORMAT")
        url = reverse(Figure.snippet_viewset.get_url_name("edit"), args=[row.pk])
        used = ngettext("used in %(count)d place", "used in %(count)d places", row.uses)
        facts = [_("review due since %(day)s") % {"day": day}, used % {"count": row.uses}]
        usage = reverse(Figure.snippet_viewset.get_url_name("usage"), args=[row.pk])
        return Line(str(row), url, facts, [(_("Where it is used"), usage)])
