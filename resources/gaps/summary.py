"""What is missing, as everybody may read it: gaps by status, each with how many said so, of which
sections and in which branches; and the steps nobody helps with."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from wagtail.models import Page

from cluster.core.sections import open_to_all

from ..models.gap import Gap, GapReport

ORDER = (Gap.Status.BUILDING, Gap.Status.NOTED, Gap.Status.DONE)


@dataclass(frozen=True, slots=True)
class Line:
    gap: Gap
    sections: list[tuple[Any, str, int]]
    """Page, heading, how many; of pages that anybody may read."""
    branches: list[tuple[Any, int]]


def summary() -> list[tuple[Any, list[Line]]]:
    """Pairs of status and lines, the most said first. Three queries."""
    reports = GapReport.objects.select_related("branch")
    gaps = Gap.objects.public().counted()
    found = list(gaps.prefetch_related(Prefetch("reports", queryset=reports)))
    named = {report.page_id for gap in found for report in gap.reports.all() if report.page_id}
    pages = open_to_all(Page.objects.filter(pk__in=named)).select_related("locale").in_bulk()
    lines = [_line(gap, pages) for gap in found]
    groups = [(status, [one for one in lines if one.gap.status == status]) for status in ORDER]
    return [group for group in groups if group[1]]


def _line(gap: Gap, pages: dict[int, Page]) -> Line:
    reports = list(gap.reports.all())
    sections = Counter((one.page_id, one.heading) for one in reports if one.page_id in pages)
    branches = Counter(one.branch for one in reports if one.branch)
    return Line(
        gap,
        [(pages[key], heading, number) for (key, heading), number in sections.most_common()],
        branches.most_common(),
    )
