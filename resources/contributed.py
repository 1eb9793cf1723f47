"""Told prices as rows of a price list: together, or not at all."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from .calculating.money import cents
from .certainty import DOUBTFUL, Certainty
from .prices import MINIMUM_OBSERVATIONS, Unit

YEARS = 3
FAR = 3
"""How many times below the low or above the high price is too far to be taken unasked."""


@dataclass(frozen=True, slots=True)
class Contributed:
    """As a `PriceRow`: its middle half is the range, so that no single price is told."""

    key: str
    service: str
    branch: Any
    unit: str
    low: Decimal
    typical: Decimal
    high: Decimal
    observations: int
    year: int
    certainty: str = Certainty.SECONDARY
    to_confirm: bool = False
    source_url: str = ""

    @property
    def source(self) -> str:
        return _("Told without a name, checked by our editors")

    @property
    def is_doubtful(self) -> bool:
        return self.certainty in DOUBTFUL

    def get_unit_display(self) -> str:
        return str(Unit(self.unit).label)

    def get_certainty_display(self) -> str:
        return str(Certainty(self.certainty).label)


def contributed(pages: Sequence[int]) -> list[Contributed]:
    """Of the accepted ones of these lists, in one query."""
    observations = (
        apps.get_model("resources", "PriceObservation")
        ._default_manager.filter(page__in=pages, state="accepted")
        .select_related("row__branch")
        .order_by("pk")
    )
    groups: dict[tuple[Any, str], list[Any]] = {}
    for one in observations:
        what = one.row_id or one.service.strip().casefold()
        groups.setdefault((what, one.unit), []).append(one)
    rows = [_row(_recent(group)) for group in groups.values()]
    return [row for row in rows if row.observations >= MINIMUM_OBSERVATIONS]


def is_far(amount: Decimal, row: Any) -> bool:
    """From what the list has observed of the same service."""
    return row is not None and not row.low / FAR <= amount <= row.high * FAR


def _recent(group: Iterable[Any]) -> list[Any]:
    listed = list(group)
    newest = max(one.year for one in listed)
    return [one for one in listed if one.year > newest - YEARS]


def _row(group: Sequence[Any]) -> Contributed:
    first = group[0]
    amounts = sorted(one.amount for one in group)
    quarters = statistics.quantiles(amounts, n=4, method="inclusive") if len(amounts) > 1 else []
    low, typical, high = (cents(amount) for amount in quarters or amounts * 3)
    return Contributed(
        key=f"c{first.pk}",
        service=first.row.service if first.row else first.service,
        branch=first.row.branch if first.row else None,
        unit=first.unit,
        low=low,
        typical=typical,
        high=high,
        observations=len(group),
        year=max(one.year for one in group),
    )
