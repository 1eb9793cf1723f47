from typing import Any, Self

from django.db import models
from django.db.models import Count, Q


class GapQuerySet(models.QuerySet):
    def counted(self) -> Self:
        """`number`: how many people said so; the most said first."""
        counted = self.annotate(number=Count("reports", distinct=True))
        return counted.order_by("-number", "-changed_at", "pk")

    def public(self) -> Self:
        return self.filter(is_public=True)


class GapReportQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        """Said, and no editor has done anything with it yet."""
        return self.filter(gap=None, set_aside=False).exclude(text="")

    def by_section(self) -> "models.QuerySet[Any, Any]":
        """Rows of page, heading, and how many said yes, no, and what is missing."""
        return (
            self.order_by()
            .values("page", "page__title", "heading", "language")
            .annotate(
                yes=Count("pk", filter=Q(useful=True)),
                no=Count("pk", filter=Q(useful=False)),
                missing=Count("pk", filter=~Q(text="")),
            )
        )
