"""The editors' list of opportunities."""

from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter, DateFromToRangeFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from cluster.core.spreadsheet import SafeDownload
from directory.models import Branch
from directory.profile_admin import NameColumn

from .choices import Kind, Pay
from .models import OpportunityPage
from .querysets import OpportunityQuerySet
from .states import LABELS, State, state_from

STATES = {
    one.value: LABELS[one]
    for one in (
        *(State.DRAFT, State.WAITING, State.REJECTED, State.OPEN),
        *(State.EXPIRED, State.FILLED, State.WITHDRAWN),
    )
}


class StateFilter(ChoiceFilter):
    def filter(self, qs: OpportunityQuerySet, value):
        return qs.standing(value, timezone.localdate()) if value in STATES else qs


class OpportunityFilterSet(WagtailFilterSet):
    state = StateFilter(label=_("State"), choices=list(STATES.items()), widget=RadioSelect)
    kind = ChoiceFilter(label=_("Kind"), choices=Kind.choices, widget=RadioSelect)
    pay = ChoiceFilter(label=pgettext_lazy("money", "Pay"), choices=Pay.choices, widget=RadioSelect)
    branches = ModelMultipleChoiceFilter(
        label=_("Branch"), queryset=Branch.objects.all(), widget=CheckboxSelectMultiple
    )
    deadline = DateFromToRangeFilter(label=_("Open until"), widget=DateRangePickerWidget)

    class Meta:
        model = OpportunityPage
        fields: list[str] = []


def state_in_words(page: OpportunityPage):
    return LABELS[state_from(page, review=page.review, today=timezone.localdate())]


def poster_of(page: OpportunityPage) -> str:
    return str(page.owner or page.client_email)


class OpportunitiesView(SafeDownload, IndexView):
    """Each row with its state and poster, at no query of its own."""

    downloaded = {
        "title": (_("Title"), lambda page: page.title),
        "kind": (_("Kind"), lambda page: page.get_kind_display()),
        "state": (_("State"), lambda page: str(state_in_words(page))),
        "organisation": (_("Who is looking"), lambda page: page.organisation),
        "poster": (_("Posted by"), poster_of),
        "locality": (_("Locality"), lambda page: page.locality),
        "pay": (pgettext_lazy("money", "Pay"), lambda page: page.get_pay_display()),
        "deadline": (_("Open until"), lambda page: page.deadline),
        "published": (_("First public"), lambda page: page.first_published_at),
        "filled": (_("Filled on"), lambda page: page.filled_at),
        "slug": (_("Address part"), lambda page: page.slug),
    }

    def annotate_queryset(self, pages):
        return super().annotate_queryset(pages.with_review().select_related("owner"))


class OpportunitiesViewSet(PageListingViewSet):
    model = OpportunityPage
    index_view_class = OpportunitiesView
    name = "opportunities"
    menu_name = "opportunities"
    menu_label = _("Opportunities")
    icon = "pick"
    add_to_admin_menu = True
    export_filename = "opportunities"
    columns = [
        BulkActionsColumn("bulk_actions"),
        NameColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("state", label=_("State"), accessor=state_in_words, sort_key="live"),
        Column("organisation", label=_("Who is looking"), sort_key="organisation"),
        Column("poster", label=_("Posted by"), accessor=poster_of),
        Column("pay", label=pgettext_lazy("money", "Pay"), accessor="get_pay_display"),
        DateColumn("deadline", label=_("Open until"), sort_key="deadline"),
        DateColumn(
            "latest_revision_created_at",
            label=_("Updated"),
            sort_key="latest_revision_created_at",
        ),
    ]
    filterset_class = OpportunityFilterSet
