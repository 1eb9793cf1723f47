"""The editors' list of profiles."""

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import Button

from cluster.core.name_column import NameColumn
from cluster.core.spreadsheet import SafeDownload, as_file
from cluster.geo.gazetteer import by_name

from .completeness import ITEMS, with_completeness
from .importing.exporting import table_of
from .importing.views import may_import
from .membership import LABELS, state_from
from .models import ProfilePage
from .models.profile import MAX_BRANCHES
from .profile_filters import ProfileFilterSet
from .vocabulary import name_in, names_of

WHOLE = "all"
"""In an export: the columns that an import reads, and not those of the list."""


def place_of(page: ProfilePage) -> str:
    place = by_name(page.locality)
    return f"{place.name}, {place.canton}" if place else page.locality


def canton_of(page: ProfilePage) -> str:
    place = by_name(page.locality)
    return place.canton if place else ""


def state_in_words(page: ProfilePage) -> Promise | str:
    state = LABELS[state_from(page, review=page.review, edited=page.is_edited)]
    return _("%(state)s, imported") % {"state": state} if page.is_imported else state


def branches_of(page: ProfilePage) -> str:
    chosen = [getattr(page, f"branch_{number}") for number in range(MAX_BRANCHES)]
    names = names_of("branch", filter(None, chosen))
    return ", ".join(name_in(names[slug], get_language()) for slug in chosen if slug in names)


def completeness_in_words(page: ProfilePage) -> str:
    return f"{page.done}/{len(ITEMS)}"


class ProfilesView(SafeDownload, IndexView):
    """Each row with its state, branches and completeness, at no query of its own."""

    downloaded = {
        "name": (_("Name"), lambda page: page.title),
        "state": (_("State"), lambda page: str(state_in_words(page))),
        "branches": (_("Branches"), branches_of),
        "kind": (_("Kind"), lambda page: page.get_kind_display()),
        "locality": (_("Locality"), lambda page: page.locality),
        "canton": (_("Canton"), canton_of),
        "completeness": (
            pgettext_lazy("how much of a profile", "Filled in"),
            completeness_in_words,
        ),
        "confirmed_at": (_("Confirmed on"), lambda page: page.confirmed_at),
        "updated": (_("Updated"), lambda page: page.latest_revision_created_at),
        "account": (
            _("With an account"),
            lambda page: str(_("yes") if page.member_id else _("no")),
        ),
        "slug": (_("Address part"), lambda page: page.slug),
    }

    @cached_property
    def header_more_buttons(self):
        """Of what the list shows, all that an import reads; and the way in."""
        buttons = super().header_more_buttons
        for format, label in (("xlsx", _("All columns, XLSX")), ("csv", _("All columns, CSV"))):
            url = f"{self.get_export_url(format)}&columns={WHOLE}"
            buttons.append(Button(label, url=url, icon_name="download", priority=95))
        if may_import(self.request.user):
            url = reverse("profile_imports")
            buttons.append(
                Button(_("Import from a file"), url=url, icon_name="upload", priority=20)
            )
        return buttons

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if self.request.GET.get("columns") != WHOLE:
            return super().as_spreadsheet(queryset, spreadsheet_format)
        rows = table_of([page.pk for page in queryset], labels=True)
        return as_file(f"{self.export_filename}.{spreadsheet_format}", rows)

    def annotate_queryset(self, pages):
        links = ProfilePage.branches.through.objects.filter(profilepage=OuterRef("pk"))
        chosen = links.order_by("branch__position", "branch__slug").values("branch__slug")
        branches = {
            f"branch_{number}": Subquery(chosen[number : number + 1])
            for number in range(MAX_BRANCHES)
        }
        return super().annotate_queryset(
            with_completeness(pages.with_review()).annotate(**branches)
        )


class ProfilesViewSet(PageListingViewSet):
    model = ProfilePage
    index_view_class = ProfilesView
    name = "profiles"
    menu_name = "profiles"
    menu_label = _("Profiles")
    icon = "user"
    add_to_admin_menu = True
    export_filename = "profiles"
    columns = [
        BulkActionsColumn("bulk_actions"),
        NameColumn("title", label=_("Name"), sort_key="title", classname="title"),
        Column("state", label=_("State"), accessor=state_in_words, sort_key="live"),
        Column("branches", label=_("Branches"), accessor=branches_of),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("place", label=_("Place"), accessor=place_of, sort_key="locality"),
        Column(
            "done",
            label=pgettext_lazy("how much of a profile", "Filled in"),
            accessor=completeness_in_words,
            sort_key="done",
        ),
        DateColumn("confirmed_at", label=_("Confirmed on"), sort_key="confirmed_at"),
        DateColumn(
            "latest_revision_created_at",
            label=_("Updated"),
            sort_key="latest_revision_created_at",
        ),
    ]
    filterset_class = ProfileFilterSet
