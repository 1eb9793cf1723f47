"""The editors' list of profiles."""

from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from cluster.geo.gazetteer import by_name, cantons, localities

from .desk import waiting_profiles
from .models import Branch, ProfilePage
from .models.profile import Kind

STATES = {
    "waiting": (_("Waiting for review"), lambda pages: pages.filter(pk__in=waiting_pks())),
    "edited": (
        _("Changed since an editor looked"),
        lambda pages: pages.filter(
            pk__in=ProfilePage.objects.filter(
                later_edits__isnull=False, later_edits__reviewed_at=None
            ).values("pk")
        ),
    ),
    "public": (_("Public"), lambda pages: pages.filter(live=True)),
    "draft": (_("Not public"), lambda pages: pages.filter(live=False)),
}


def waiting_pks():
    return waiting_profiles().order_by().values("pk")


class StateFilter(ChoiceFilter):
    def filter(self, qs, value):
        return STATES[value][1](qs) if value in STATES else qs


class CantonFilter(ChoiceFilter):
    def filter(self, qs, value):
        if not value:
            return qs
        return qs.filter(locality__in=[p.name for p in localities() if p.canton == value])


class ProfileFilterSet(WagtailFilterSet):
    state = StateFilter(
        label=_("State"),
        choices=[(name, label) for name, (label, _narrow) in STATES.items()],
        widget=RadioSelect,
    )
    branches = ModelMultipleChoiceFilter(
        label=_("Branch"), queryset=Branch.objects.all(), widget=CheckboxSelectMultiple
    )
    canton = CantonFilter(label=_("Canton"), choices=lambda: [(c, c) for c in cantons()])
    kind = ChoiceFilter(label=_("Kind"), choices=Kind.choices, widget=RadioSelect)

    class Meta:
        model = ProfilePage
        fields: list[str] = []


def place_of(page: ProfilePage) -> str:
    place = by_name(page.locality)
    return f"{place.name}, {place.canton}" if place else page.locality


class ProfilesViewSet(PageListingViewSet):
    model = ProfilePage
    name = "profiles"
    menu_label = _("Profiles")
    icon = "user"
    menu_order = 150
    add_to_admin_menu = True
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Name"), sort_key="title", classname="title"),
        PageStatusColumn("status", label=_("State"), sort_key="live"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("place", label=_("Place"), accessor=place_of, sort_key="locality"),
        DateColumn("confirmed_at", label=_("Confirmed on"), sort_key="confirmed_at"),
        DateColumn(
            "latest_revision_created_at",
            label=_("Updated"),
            sort_key="latest_revision_created_at",
        ),
    ]
    filterset_class = ProfileFilterSet
