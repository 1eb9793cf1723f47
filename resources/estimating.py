"""An estimate: services of a price list times how many of them, added up low, typical and high."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from .calculating.fields import NumberField
from .calculating.forms import AddressForm
from .calculating.money import ZERO, cents

MOST = 10_000


@dataclass(frozen=True, slots=True)
class Sum:
    low: Decimal
    typical: Decimal
    high: Decimal


class EstimateForm(AddressForm):
    """A field a row, named by its key; an empty one is not part of the estimate."""

    all_optional = True

    def __init__(self, parameters, *, rows: Iterable[Any]):
        self.rows = {row.key: row for row in rows}
        super().__init__(parameters, names=self.rows)
        for key, row in self.rows.items():
            self.fields[key] = NumberField(label=_("Quantity"), required=False, high=MOST)
            self.fields[key].widget.attrs["aria-label"] = row.service
        self.full_clean()

    @property
    def lines(self) -> list[tuple[Any, Any, Sum | None]]:
        """(row, its field, what it comes to) of every price."""
        known = getattr(self, "cleaned_data", {})
        return [
            (row, self[key], _times(row, known[key]) if known.get(key) else None)
            for key, row in self.rows.items()
        ]

    @property
    def total(self) -> Sum | None:
        """None as long as nothing is chosen."""
        sums = [came_to for _row, _field, came_to in self.lines if came_to]
        if not sums:
            return None
        return Sum(
            sum((one.low for one in sums), ZERO),
            sum((one.typical for one in sums), ZERO),
            sum((one.high for one in sums), ZERO),
        )


def _times(row: Any, quantity: Decimal) -> Sum:
    return Sum(*(cents(price * quantity) for price in (row.low, row.typical, row.high)))
