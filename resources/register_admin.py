"""The editors' lists of figures and of organisations."""

from django.db.models import Count, Q
from django.forms import RadioSelect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from cluster.core.day_column import DayColumn
from cluster.core.fields import in_each_language
from cluster.core.spreadsheet import SafeDownload

from .certainty import Certainty
from .gaps.admin import GapViewSet, ReportViewSet
from .models import Figure, FigureValue, Need, Organisation


def value_of(figure: Figure) -> FigureValue | None:
    """Of a figure `with_value_of` a day, its values fetched for the whole list."""
    return next((one for one in figure.values.all() if one.pk == figure.value_of_day), None)


def text_of(figure: Figure) -> str:
    value = value_of(figure)
    return value.text if value else ""


def is_stale(figure: Figure) -> bool:
    value = value_of(figure)
    return value is not None and value.is_stale


def certainty_of(figure: Figure) -> str:
    value = value_of(figure)
    return str(value.get_certainty_display()) if value else ""


def where_used(figure: Figure) -> str:
    """Wagtail's list of every page and entry that names it."""
    return reverse(Figure.snippet_viewset.get_url_name("usage"), args=[figure.pk])


def yes_or_no(value: bool) -> str:
    return str(_("yes") if value else _("no"))


class ReviewFilter(ChoiceFilter):
    def filter(self, qs, value):
        today = timezone.localdate()
        due = Q(next_review__lt=today)
        later = Q(next_review__gte=today) | Q(next_review=None, value_of_day__isnull=False)
        kept = {"due": due, "later": later, "none": Q(value_of_day=None)}
        return qs.filter(kept[value]) if value in kept else qs


class CertaintyFilter(ChoiceFilter):
    def filter(self, qs, value):
        if not value:
            return qs
        sure = FigureValue.objects.filter(certainty=value).values("pk")
        return qs.filter(value_of_day__in=sure)


class FigureFilterSet(WagtailFilterSet):
    review = ReviewFilter(
        label=_("Review"),
        choices=[
            ("due", _("Due")),
            ("later", _("Not due yet")),
            ("none", _("No value for today")),
        ],
        widget=RadioSelect,
    )
    certainty = CertaintyFilter(label=_("How sure"), choices=Certainty.choices, widget=RadioSelect)

    class Meta:
        model = Figure
        fields: list[str] = []


class FiguresView(SafeDownload, IndexView):
    downloaded = {
        "name": (_("Name"), str),
        "slug": (_("Short name"), lambda figure: figure.slug),
        "value": (_("Value today"), text_of),
        "unit": (_("Unit"), lambda figure: figure.unit),
        "valid_from": (_("Valid from"), lambda figure: figure.valid_from),
        "next_review": (_("Next review"), lambda figure: figure.next_review),
        "stale": (_("Review due"), lambda figure: yes_or_no(is_stale(figure))),
        "certainty": (_("How sure"), certainty_of),
        "uses": (_("Used in"), lambda figure: figure.uses),
        "source": (
            _("Source"),
            lambda figure: value.source_name if (value := value_of(figure)) else "",
        ),
    }

    def get_base_queryset(self):
        figures = super().get_base_queryset().with_value_of(timezone.localdate())
        return figures.with_uses().prefetch_related("values")


class FigureViewSet(SnippetViewSet):
    model = Figure
    icon = "decimal"
    menu_label = _("Figures")
    index_view_class = FiguresView
    list_display = [
        "__str__",
        Column("slug", label=_("Short name"), sort_key="slug"),
        Column("value", label=_("Value today"), accessor=text_of),
        Column("unit", label=_("Unit")),
        DayColumn("valid_from", label=_("Valid from"), sort_key="valid_from"),
        DayColumn("next_review", label=_("Next review"), sort_key="next_review"),
        Column("stale", label=_("Review due"), accessor=lambda one: yes_or_no(is_stale(one))),
        TitleColumn(
            "uses", label=_("Used in"), accessor="uses", sort_key="uses", get_url=where_used
        ),
    ]
    filterset_class = FigureFilterSet
    search_backend_name = None
    search_fields = ["slug", *in_each_language("names")]
    export_filename = "figures"
    list_per_page = 50


class OrganisationsView(SafeDownload, IndexView):
    downloaded = {
        "name": (_("Name"), str),
        "slug": (_("Address part"), lambda one: one.slug),
        "locality": (_("Locality"), lambda one: one.locality),
        "url": (_("Web address"), lambda one: one.url),
        "offer": (_("What it offers"), lambda one: one.offer),
        "audience": (_("To whom"), lambda one: one.audience),
        "certainty": (_("How sure"), lambda one: str(one.get_certainty_display())),
        "to_confirm": (_("To be confirmed"), lambda one: yes_or_no(one.to_confirm)),
        "reviewed_on": (_("Reviewed on"), lambda one: one.reviewed_on),
    }


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    index_view_class = OrganisationsView
    list_display = [
        "__str__",
        "locality",
        Column(
            "certainty", label=_("How sure"), accessor="get_certainty_display", sort_key="certainty"
        ),
        Column(
            "to_confirm",
            label=_("To be confirmed"),
            accessor=lambda one: yes_or_no(one.to_confirm),
            sort_key="to_confirm",
        ),
        DayColumn("reviewed_on", label=_("Reviewed on"), sort_key="reviewed_on"),
    ]
    list_filter = ["certainty", "to_confirm", "reviewed_on"]
    search_backend_name = None
    search_fields = ["slug", *in_each_language("names"), *in_each_language("offers")]
    export_filename = "organisations"
    list_per_page = 50


class NeedsView(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().annotate(helpers=Count("organisations"))


class NeedViewSet(SnippetViewSet):
    model = Need
    icon = "help"
    menu_label = _("Needs")
    index_view_class = NeedsView
    list_display = [
        "__str__",
        Column("purpose", label=_("Who"), accessor="get_purpose_display", sort_key="purpose"),
        Column("position", label=_("Step"), sort_key="position"),
        Column("helpers", label=_("Organisations that help"), sort_key="helpers"),
    ]
    list_filter = ["purpose"]
    search_backend_name = None
    search_fields = ["slug", *in_each_language("names")]
    list_per_page = 50


class RegisterGroup(SnippetViewSetGroup):
    items = (FigureViewSet, OrganisationViewSet, NeedViewSet, GapViewSet, ReportViewSet)
    menu_name = "resources"
    menu_label = _("Resources")
    menu_icon = "list-ul"
