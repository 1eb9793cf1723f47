"""What falls due on which day, under the rules of today."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from . import vat
from .figures import Figures
from .simulation import Simulation

CORRECTION = "correction"
VAT_RETURN = "vat-return"
VAT_REPORT = "vat-report"
VAT_REGISTRATION = "vat-registration"


@dataclass(frozen=True, slots=True)
class Deadline:
    kind: str
    day: dt.date
    amount: Decimal | None = None
    """None where something is handed in and nothing paid."""
    place: int = 1


def deadlines(simulation: Simulation, figures: Figures) -> list[Deadline]:
    """Payments and declarations, by day."""
    paid = [Deadline(one.kind, one.day, one.amount, one.place) for one in simulation.today]
    found = [*paid, *_declared(simulation, figures), *_corrected(simulation)]
    return sorted(found, key=lambda one: (one.day, one.kind))


def _declared(simulation: Simulation, figures: Figures) -> Iterator[Deadline]:
    situation = simulation.situation
    if situation.starts:
        start = dt.date(situation.year, situation.first_month, 1)
        days = dt.timedelta(days=figures.whole(vat.REGISTRATION_DAYS))
        yield Deadline(VAT_REGISTRATION, start + days)
    after = situation.year + 1
    if simulation.rhythm is None:
        yield Deadline(VAT_REPORT, vat.before_month(after, figures.whole(vat.REPORT_MONTH)))
    elif simulation.rhythm != vat.Rhythm.YEARLY:
        month = figures.whole(vat.RECAPITULATIVE_MONTH)
        yield Deadline(VAT_RETURN, vat.before_month(after, month))


def _corrected(simulation: Simulation) -> Iterator[Deadline]:
    if day := simulation.situation.assessed_on:
        yield Deadline(CORRECTION, day, simulation.correction)
