"""Where editors look at told prices before they count."""

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from cluster.core.desk import DeskPanel, Line

from ..models import PriceObservation
from ..models.observation import ObservationState


def price_of(one: PriceObservation) -> str:
    return f"{number_format(one.amount, 2, force_grouping=True)} € {one.get_unit_display()}"


class PriceObservationViewSet(ModelViewSet):
    model = PriceObservation
    icon = "list-ol"
    menu_name = "told-prices"
    menu_label = _("Told prices")
    menu_hook = "register_reports_menu_item"
    copy_view_enabled = False
    form_fields = ["state", "row", "service", "unit", "amount", "year"]
    list_display = [
        "__str__",
        Column("price", label=_("Price"), accessor=price_of, sort_key="amount"),
        "year",
        Column(
            "is_outlier",
            label=_("Far from the others"),
            accessor=lambda one: _("yes") if one.is_outlier else _("no"),
            sort_key="is_outlier",
        ),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        "told_on",
    ]
    list_filter = ["state", "is_outlier", "unit", "year"]
    export_filename = "told-prices"


class WaitingPrices(DeskPanel):
    name = "waiting-prices"
    order = 56

    @property
    def more_url(self):
        return f"{reverse('told_prices:index')}?state=waiting"

    def heading(self, count):
        return ngettext(
            "%(count)d told price waits for you", "%(count)d told prices wait for you", count
        ) % {"count": count}

    def find(self):
        waiting = PriceObservation.objects.filter(state=ObservationState.WAITING)
        allowed = self.user.has_perm("resources.change_priceobservation")
        return waiting.select_related("row").order_by("pk") if allowed else waiting.none()

    def line(self, row):
        facts = [price_of(row), str(row.year)]
        if row.is_outlier:
            facts.append(str(_("Far from the others")))
        return Line(str(row), reverse("told_prices:edit", args=[row.pk]), facts)
