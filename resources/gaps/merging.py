from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language

from ..models import Gap, GapReport


@transaction.atomic
def merge(reports: Iterable[GapReport], *, into: Gap | None, title: str = "") -> int:
    """All of them are one gap, a new one of this title where there is none; how many they were."""
    gap = into or Gap.objects.create(titles={get_language() or settings.LANGUAGE_CODE: title})
    keys = [report.pk for report in reports]
    gap.save(update_fields=["changed_at"])
    return GapReport.objects.filter(pk__in=keys).update(gap=gap, set_aside=False)
