"""The report on what creatives do that no official nomenclature has."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import path, reverse
from django.utils.timezone import get_default_timezone, localtime
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from cluster.core.spreadsheet import SafeDownload

from .models.listing import ListingTerm
from .models.vocabulary import Nomenclature, Skill
from .skill_filters import UNDECIDED

DRAWN = 12
PERMISSIONS = ["add", "change", "delete"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A skill in the chart; `width` of 100, `y` in rows."""

    name: str
    profiles: int
    width: str
    y: int


def with_claims(skills: QuerySet[Skill]) -> QuerySet[Skill]:
    """`profiles`: how many public profiles name each."""
    claims = ListingTerm.objects.filter(facet="skill", value=OuterRef("slug")).order_by()
    number = claims.values("value").annotate(number=Count("pk")).values("number")
    counted = Coalesce(Subquery(number, output_field=IntegerField()), 0)
    return skills.annotate(profiles=counted)


def with_cantons(skills: list[Skill]) -> list[Any]:
    """`cantons`: of each, (canton, number of profiles), the most first. One query."""
    slugs = [skill.slug for skill in skills]
    rows = (
        ListingTerm.objects.filter(facet="skill", value__in=slugs)
        .exclude(listing__canton="")
        .order_by()
        .values_list("value", "listing__canton")
        .annotate(number=Count("pk"))
    )
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for slug, canton, number in rows:
        found[slug].append((canton, number))
    for skill in skills:
        skill.cantons = sorted(found[skill.slug], key=lambda one: (-one[1], one[0]))
    return skills


def cantons_in_words(skill: Any) -> str:
    return " · ".join(f"{canton} {number}" for canton, number in skill.cantons)


def name_of(skill: Skill) -> str:
    return skill.name_in(get_language() or "")


def day_of_first_claim(skill: Skill) -> dt.date | None:
    """As in every download, whatever time zone its reader has chosen."""
    moment = skill.first_claimed_at
    return localtime(moment, get_default_timezone()).date() if moment else None


def chart_of(skills: QuerySet[Any]) -> list[Bar]:
    """The most claimed ones. One query."""
    most = [one for one in skills.order_by("-profiles", "name")[:DRAWN] if one.profiles]
    top = max((one.profiles for one in most), default=1)
    return [
        Bar(name_of(one), one.profiles, f"{100 * one.profiles / top:.1f}", row)
        for row, one in enumerate(most)
    ]


class NewProfessionsView(SafeDownload, ReportView):
    page_title = _("New professions")
    header_icon = "tag"
    template_name = "directory/admin/new_professions.html"
    index_url_name = "new_professions"
    index_results_url_name = "new_professions_results"
    model = Skill
    permission_policy = ModelPermissionPolicy(Skill)
    any_permission_required = PERMISSIONS
    is_searchable = True
    search_backend_name = None
    search_fields = ["name", "slug"]
    default_ordering = "-profiles"
    export_filename = "new-professions"
    columns = [
        TitleColumn(
            "name",
            label=_("Skill"),
            accessor=name_of,
            sort_key="name",
            get_url=lambda skill: reverse(
                skill.snippet_viewset.get_url_name("edit"), args=[skill.pk]
            ),
        ),
        Column("profiles", label=_("Public profiles"), sort_key="profiles"),
        DateColumn("first_claimed_at", label=_("First claimed"), sort_key="first_claimed_at"),
        Column("cantons", label=_("Cantons"), accessor=cantons_in_words),
    ]
    downloaded = {
        "name": (_("Skill"), name_of),
        "profiles": (_("Public profiles"), lambda skill: skill.profiles),
        "first_claimed_at": (_("First claimed"), day_of_first_claim),
        "cantons": (_("Cantons"), cantons_in_words),
        "slug": (_("Address part"), lambda skill: skill.slug),
    }

    def get_base_queryset(self):
        return with_claims(Skill.objects.filter(nomenclature=Nomenclature.NONE))

    def order_queryset(self, queryset):
        """A skill that nobody claims has no date, which comes last either way."""
        if self.ordering.lstrip("-") == "first_claimed_at":
            date = F("first_claimed_at")
            backwards = self.ordering.startswith("-")
            by_date = date.desc(nulls_last=True) if backwards else date.asc(nulls_last=True)
            return queryset.order_by(by_date, "name")
        return queryset.order_by(self.ordering, "name")

    def decorate_paginated_queryset(self, object_list):
        return with_cantons(list(object_list))

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        if self.is_export or self.results_only:
            return context
        skills = reverse(Skill.snippet_viewset.get_url_name("list"))
        return {
            **context,
            "bars": chart_of(self.get_base_queryset()),
            "undecided": Skill.objects.filter(nomenclature=Nomenclature.UNDECIDED).count(),
            "undecided_url": f"{skills}?nomenclature={UNDECIDED}",
        }


class NewProfessionsMenuItem(MenuItem):
    def is_shown(self, request):
        policy = NewProfessionsView.permission_policy
        return policy.user_has_any_permission(request.user, PERMISSIONS)


def menu_item() -> MenuItem:
    url = reverse("new_professions")
    return NewProfessionsMenuItem(
        _("New professions"), url, name="new-professions", icon_name="tag", order=300
    )


def addresses():
    return [
        path("reports/new-professions/", NewProfessionsView.as_view(), name="new_professions"),
        path(
            "reports/new-professions/results/",
            NewProfessionsView.as_view(results_only=True),
            name="new_professions_results",
        ),
    ]
