"""The editors' list of profiles."""

from django.db.models import Exists, OuterRef, Subquery
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from cluster.geo.gazetteer import by_name, cantons, localities

from .desk import waiting_profiles
from .membership import state_of
from .models import Branch, LaterEdit, ProfilePage
from .models.profile import MAX_BRANCHES, Kind
from .vocabulary import name_in, names_of

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


def state_in_words(page: ProfilePage) -> str:
    return state_of(page, edited=page.is_edited).label


def branches_of(page: ProfilePage) -> str:
    chosen = [getattr(page, f"branch_{number}") for number in range(MAX_BRANCHES)]
    names = names_of("branch", filter(None, chosen))
    return ", ".join(name_in(names[slug], get_language()) for slug in chosen if slug in names)


class ProfilesView(IndexView):
    """Each row with its state and its branches, at no query of its own."""

    def annotate_queryset(self, pages):
        edits = LaterEdit.objects.filter(page=OuterRef("pk"), reviewed_at=None)
        links = ProfilePage.branches.through.objects.filter(profilepage=OuterRef("pk"))
        chosen = links.order_by("branch__position", "branch__slug").values("branch__slug")
        return super().annotate_queryset(
            pages.annotate(
                is_edited=Exists(edits),
                **{
                    f"branch_{number}": Subquery(chosen[number : number + 1])
                    for number in range(MAX_BRANCHES)
                },
            )
        )


class ProfilesViewSet(PageListingViewSet):
    model = ProfilePage
    index_view_class = ProfilesView
    name = "profiles"
    menu_label = _("Profiles")
    icon = "user"
    menu_order = 150
    add_to_admin_menu = True
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Name"), sort_key="title", classname="title"),
        Column("state", label=_("State"), accessor=state_in_words, sort_key="live"),
        Column("branches", label=_("Branches"), accessor=branches_of),
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
