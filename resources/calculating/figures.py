"""The figures of one day as a value, by the names they have in the register."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

HUNDRED = Decimal(100)


class MissingFigure(LookupError):
    """The register has no number of this name on that day: nothing may be computed instead."""

    def __init__(self, name: str, day: dt.date):
        super().__init__(f"{name} on {day}")
        self.name = name
        self.day = day


@dataclass(frozen=True, slots=True)
class Figures:
    day: dt.date
    amounts: Mapping[str, Decimal]

    def __getitem__(self, name: str) -> Decimal:
        try:
            return self.amounts[name]
        except KeyError:
            raise MissingFigure(name, self.day) from None

    def __contains__(self, name: str) -> bool:
        return name in self.amounts

    def share(self, name: str) -> Decimal:
        """A figure in per cent as a part of one."""
        return self[name] / HUNDRED

    def whole(self, name: str) -> int:
        return int(self[name])
