"""The board of translations: what is there of each page in each language."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.forms import RadioSelect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from cluster.core.desk import publishable
from cluster.core.spreadsheet import SafeDownload

from .translation_cells import fill
from .translation_states import LANGUAGES, TO_DO, State, in_state, originals, with_states

STATES = {
    "to-do": (_("Something to do"), TO_DO),
    State.MISSING: (State.MISSING.label, (State.MISSING,)),
    State.OUTDATED: (State.OUTDATED.label, (State.OUTDATED,)),
    State.UNFINISHED: (State.UNFINISHED.label, (State.UNFINISHED,)),
    State.TRANSLATED: (State.TRANSLATED.label, (State.TRANSLATED,)),
}
ANY = tuple(state for state in State if state is not State.ORIGINAL)


def kinds(_request):
    """Those there is something of to translate."""
    found = originals().order_by().values("content_type")
    return ContentType.objects.filter(pk__in=found).order_by("app_label", "model")


class BoardFilterSet(WagtailFilterSet):
    """State and language belong together: outdated in German."""

    state = ChoiceFilter(
        label=_("State"),
        choices=[(value, label) for value, (label, _states) in STATES.items()],
        widget=RadioSelect,
        empty_label=_("All"),
        method="keep",
    )
    locale = ChoiceFilter(
        label=pgettext_lazy("of a translation", "Into"),
        choices=list(settings.LOCALE_LABELS.items()),
        widget=RadioSelect,
        empty_label=_("All"),
        method="keep",
    )
    content_type = ContentTypeFilter(
        label=_("Kind of page"), queryset=kinds, widget=RadioSelect, empty_label=_("All")
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def keep(self, queryset, _name, _value):
        """Once more for the second of the two does no harm."""
        chosen = self.form.cleaned_data
        _label, states = STATES.get(chosen["state"], ("", ANY))
        languages = (chosen["locale"],) if chosen["locale"] else LANGUAGES
        return queryset.filter(in_state(states, languages))


def state_into(language: str) -> Callable[[Any], str]:
    return lambda page: str(page.cells[language].state.label)


class LanguageColumn(BaseColumn):
    cell_template_name = "home/translation_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        cell = instance.cells[self.accessor]
        return {**super().get_cell_context_data(instance, parent_context), "cell": cell}


class BoardView(SafeDownload, ReportView):
    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    index_url_name = "translation_board"
    index_results_url_name = "translation_board_results"
    model = Page
    permission_policy = PagePermissionPolicy()
    any_permission_required = ["publish"]
    filterset_class = BoardFilterSet
    is_searchable = True
    search_backend_name = None
    search_fields = ["title", "draft_title"]
    default_ordering = "-last_published_at"
    export_filename = "translations"
    columns = [
        TitleColumn(
            "title",
            label=_("Title"),
            sort_key="title",
            get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
        ),
        Column("page_type_display_name", label=_("Kind of page")),
        *(
            LanguageColumn(f"in_{code}", label=label, accessor=code)
            for code, label in settings.LOCALE_LABELS.items()
        ),
        DateColumn("last_published_at", label=_("Published"), sort_key="last_published_at"),
    ]
    downloaded = {
        "title": (_("Title"), lambda page: page.title),
        "kind": (_("Kind of page"), lambda page: str(page.page_type_display_name)),
        **{code: (label, state_into(code)) for code, label in settings.LOCALE_LABELS.items()},
        "published": (_("Published"), lambda page: page.last_published_at),
    }

    def get_base_queryset(self):
        pages = publishable(originals(), self.request.user)
        return with_states(pages).select_related("content_type", "locale")

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "pk")

    def get_filtered_queryset(self):
        return self.get_queryset()

    def decorate_paginated_queryset(self, object_list):
        return fill(object_list, self.request.user)


class BoardMenuItem(MenuItem):
    def is_shown(self, request):
        return PagePermissionPolicy().user_has_permission(request.user, "publish")


def menu_item():
    return BoardMenuItem(
        _("Translations"),
        reverse("translation_board"),
        name="translations",
        icon_name="wagtail-localize-language",
        order=100,
    )


def addresses():
    return [
        path("translations/", BoardView.as_view(), name="translation_board"),
        path(
            "translations/results/",
            BoardView.as_view(results_only=True),
            name="translation_board_results",
        ),
    ]
