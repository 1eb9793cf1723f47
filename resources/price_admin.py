"""Every observed price of every list, to look through and to download."""

from django.db.models import Q
from django.forms import RadioSelect
from django.urls import path, reverse
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter, ModelChoiceFilter, NumberFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies.pages import PagePermissionPolicy

from cluster.core.desk import publishable
from cluster.core.fields import in_each_language
from cluster.core.spreadsheet import SafeDownload
from directory.models import Branch

from .certainty import Certainty
from .models import PriceListPage, PriceRow
from .prices import MINIMUM_OBSERVATIONS, Unit


def branch_of(row: PriceRow) -> str:
    return str(row.branch or "")


def range_of(row: PriceRow) -> str:
    prices = (row.low, row.typical, row.high)
    return " – ".join(number_format(price, 2, force_grouping=True) for price in prices)


def shown_in_words(row: PriceRow) -> str:
    shown = row.observations is None or row.observations >= MINIMUM_OBSERVATIONS
    return str(_("yes") if shown else _("no"))


class EnoughFilter(ChoiceFilter):
    def filter(self, qs, value):
        enough = Q(observations__isnull=True) | Q(observations__gte=MINIMUM_OBSERVATIONS)
        kept = {"yes": enough, "no": ~enough}
        return qs.filter(kept[value]) if value in kept else qs


class PriceFilterSet(WagtailFilterSet):
    page = ModelChoiceFilter(label=_("Price list"), queryset=PriceListPage.objects.all())
    unit = ChoiceFilter(label=_("Unit"), choices=Unit.choices, widget=RadioSelect)
    branch = ModelChoiceFilter(label=_("Branch"), queryset=Branch.objects.all())
    certainty = ChoiceFilter(label=_("How sure"), choices=Certainty.choices, widget=RadioSelect)
    year = NumberFilter(label=_("Year"))
    enough = EnoughFilter(
        label=pgettext_lazy("of a price", "Shown"),
        choices=[
            ("yes", pgettext_lazy("of a price", "Shown")),
            ("no", _("Not shown: too few observations")),
        ],
        widget=RadioSelect,
    )

    class Meta:
        model = PriceRow
        fields: list[str] = []


class PriceReport(SafeDownload, ReportView):
    page_title = _("Prices")
    header_icon = "list-ol"
    index_url_name = "observed_prices"
    index_results_url_name = "observed_prices_results"
    model = PriceRow
    permission_policy = PagePermissionPolicy()
    any_permission_required = ["publish"]
    filterset_class = PriceFilterSet
    is_searchable = True
    search_fields = [*in_each_language("services"), *in_each_language("source_name")]
    default_ordering = "page"
    export_filename = "prices"
    downloaded = {
        "service": (_("Service"), lambda row: row.service),
        "list": (_("Price list"), lambda row: row.page.title),
        "branch": (_("Branch"), branch_of),
        "unit": (_("Unit"), lambda row: str(row.get_unit_display())),
        "low": (_("Low (€)"), lambda row: row.low),
        "typical": (_("Typical (€)"), lambda row: row.typical),
        "high": (_("High (€)"), lambda row: row.high),
        "observations": (_("Observations"), lambda row: row.observations),
        "year": (_("Year"), lambda row: row.year),
        "source": (_("Source"), lambda row: row.source),
        "source_url": (_("Address of the source"), lambda row: row.source_url),
        "certainty": (_("How sure"), lambda row: str(row.get_certainty_display())),
    }
    columns = [
        TitleColumn(
            "service",
            label=_("Service"),
            width="25%",
            get_url=lambda row: reverse("wagtailadmin_pages:edit", args=[row.page_id]),
        ),
        Column("page", label=_("Price list"), accessor="page.title", sort_key="page"),
        Column("branch", label=_("Branch"), accessor=branch_of, sort_key="branch__position"),
        Column("unit", label=_("Unit"), accessor="get_unit_display", sort_key="unit"),
        Column(
            "range",
            label=_("Low – typical – high (€)"),
            accessor=range_of,
            sort_key="typical",
        ),
        Column("observations", label=_("Observations"), sort_key="observations"),
        Column("year", label=_("Year"), sort_key="year"),
        Column(
            "certainty",
            label=_("How sure"),
            accessor="get_certainty_display",
            sort_key="certainty",
        ),
        Column("shown", label=pgettext_lazy("of a price", "Shown"), accessor=shown_in_words),
    ]

    def get_base_queryset(self):
        lists = publishable(PriceListPage.objects.all(), self.request.user)
        rows = PriceRow.objects.filter(page__in=lists.order_by().values("pk"))
        return rows.select_related("branch", "page")

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "page", "sort_order", "pk")


class PricesMenuItem(MenuItem):
    def is_shown(self, request):
        return PagePermissionPolicy().user_has_permission(request.user, "publish")


def menu_item():
    return PricesMenuItem(
        _("Prices"), reverse("observed_prices"), name="prices", icon_name="list-ol", order=300
    )


def addresses():
    return [
        path("prices/", PriceReport.as_view(), name="observed_prices"),
        path(
            "prices/results/",
            PriceReport.as_view(results_only=True),
            name="observed_prices_results",
        ),
    ]
